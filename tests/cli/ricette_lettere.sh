# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_lettere.sh - recipes of the papers that models make.

pronta_rifai() {
	pronta_comunica && ricetta_comunica "$(id_di 95)"
}

ricetta_rifai() {
	rm -f "$T/rifatta.odt"
	come coord rifai --id "$1" "$(una_cartella)" comunicazioni/0001.xml \
	    --in "$T/rifatta.odt"
}

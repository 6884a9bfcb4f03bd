# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_bozza.sh - a document to be written in Writer (see ricette.sh).

pronta_bozza() {
	pronta_redigi && ricetta_redigi "$(id_di 25)"
}

ricetta_bozza() {
	come as1 bozza --id "$1" --cartella "$(una_cartella)" \
	    --tipo relazione --documento relazioni/0001.xml
}

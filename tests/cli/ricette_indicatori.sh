# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_indicatori.sh - recipes of indicators (ricette.sh).

ricetta_adotta_indicatori() {
	come resp adotta-indicatori --id "$1" \
	    "$RADICE/templates/ente/indicatori.xml"
}

pronta_indicatori() {
	utenti_del_caso && ricetta_adotta_indicatori "$(id_di 63)"
}

ricetta_indicatori() {
	come coord indicatori --id "$1"
}

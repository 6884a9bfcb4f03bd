# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_libro.sh - recipes of the libro firma (see ricette.sh).

ricetta_adotta_firme() {
	sed 's,tipo="verbale">,&<passo chi="responsabile" obbligo="no" scopo="visto"/>,' \
	    "$RADICE/templates/ente/firme.xml" >"$T/firme.xml"
	come resp adotta-firme --id "$1" "$T/firme.xml" \
	    --conferma firma-tolta
}

pronta_libro_firma() {
	pronta_redigi && ricetta_redigi "$(id_di 25)"
}

ricetta_libro_firma() {
	come as1 libro-firma --id "$1"
}

pronta_rinvia_firma() {
	pronta_libro_firma
}

ricetta_rinvia_firma() {
	come as1 rinvia-firma --id "$1" "$(una_cartella)" relazioni/0001.xml \
	    'Manca la scuola.'
}

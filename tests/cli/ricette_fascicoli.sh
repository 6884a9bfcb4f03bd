# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_fascicoli.sh - recipes of fascicoli (ricette.sh).

un_fascicolo() {	# the first of the store
	echo "FA-$(echo "$CARTELLA_ORA" | cut -c1-4)-0000001"
}

ricetta_apri_fascicolo() {
	come prot apri-fascicolo --id "$1" 'Convenzione' affare \
	    --classifica VII/8 --ufficio spro --partecipante 'Provincia'
}

pronta_chiudi_fascicolo() {
	ricetta_apri_fascicolo "$(id_di 51)"
}

ricetta_chiudi_fascicolo() {
	come prot chiudi-fascicolo --id "$1" "$(un_fascicolo)" --nota conclusa
}

pronta_fascicola() {
	registra_lettera && ricetta_apri_fascicolo "$(id_di 51)"
}

ricetta_fascicola() {
	come prot fascicola --id "$1" "$(una_lettera)" "$(un_fascicolo)"
}

# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_modelli.sh - recipes of the models of papers (ricette.sh).  The model
# adopted is one of the program, as it is handed out.

pronta_aggiungi_modello() {
	[ -f "$T/modello.odt" ] ||
	    come resp modello convocazione --in "$T/modello.odt"
}

ricetta_aggiungi_modello() {	# two documents of the body
	come resp aggiungi-modello --id "$1" --nome convocazione \
	    --carta lettera --denominazione 'Convocazione nostra' \
	    "$T/modello.odt"
}

pronta_prova_modello() {
	pronta_aggiungi_modello
}

ricetta_prova_modello() {
	come resp prova-modello --id "$1" --carta lettera "$T/modello.odt" |
	    sha256sum
}

pronta_ritira_modello() {
	pronta_aggiungi_modello && ricetta_aggiungi_modello "$(id_di 61)"
}

ricetta_ritira_modello() {
	come resp ritira-modello --id "$1" convocazione
}

pronta_modelli() {
	pronta_ritira_modello
}

ricetta_modelli() {
	come prot modelli --id "$1"
}

pronta_modello() {
	pronta_ritira_modello
}

ricetta_modello() {
	come prot modello --id "$1" convocazione | sha256sum
}

ricetta_campi() {
	come prot campi --id "$1" lettera
}

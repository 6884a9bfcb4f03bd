# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_repertori.sh - recipes of repertories and of the address book.

ricetta_istituisci_repertorio() {	# it exists: a new version of it
	come resp istituisci-repertorio --id "$1" determinazioni \
	    'Determinazioni dirigenziali'
}

ricetta_repertoria() {
	echo "determinazione $1" >"$T/determina.txt"
	come prot repertoria --id "$1" --repertorio determinazioni \
	    --oggetto 'contributo economico M. R.' "$T/determina.txt"
}

ricetta_iscrivi_corrispondente() {
	come resp iscrivi-corrispondente --id "$1" 'Comune di Vattelapesca' \
	    amministrazione --codice-ipa c_v001
}

pronta_unisci_corrispondenti() {
	come resp iscrivi-corrispondente 'Scuola media' scuola &&
	come resp iscrivi-corrispondente 'Scuola media Rossi' scuola
}

ricetta_unisci_corrispondenti() {
	come resp unisci-corrispondenti --id "$1" 1 2
}

pronta_separa_corrispondente() {
	pronta_unisci_corrispondenti &&
	ricetta_unisci_corrispondenti "$(id_di 41)"
}

ricetta_separa_corrispondente() {
	come resp separa-corrispondente --id "$1" 1
}

# ---- looking ----

ricetta_repertori() {
	come resp repertori --id "$1" --repertorio determinazioni
}

ricetta_corrispondenti() {
	come resp corrispondenti --id "$1"
}

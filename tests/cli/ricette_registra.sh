# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_registra.sh - recipes of what is added to a registration.

pronta_allega_copia() {
	come prot registra --flusso entrata --oggetto 'istanza su carta' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    --conferma senza-documento
}

ricetta_allega_copia() {
	echo "scansione $1" >"$T/scansione.txt"
	come prot allega-copia --id "$1" --protocollo "$(una_lettera)" \
	    --conformita semplice "$T/scansione.txt"
}

# ---- looking ----

pronta_originale() {
	registra_lettera
}

ricetta_originale() {
	come prot originale --id "$1" "$(una_lettera)"
}

pronta_ricevuta() {
	registra_lettera
}

ricetta_ricevuta() {
	come prot ricevuta --id "$1" "$(una_lettera)"
}

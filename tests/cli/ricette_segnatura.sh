# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_segnatura.sh - recipes of the segnatura and of the label.

# ---- looking ----

pronta_segnatura() {
	echo relazione >"$T/relazione.txt"
	come prot registra --flusso uscita --oggetto 'trasmissione' \
	    --destinatario.denominazione 'Comune di Altrove' \
	    --destinatario.codice-ipa c_y000 --classifica VII/9 \
	    "$T/relazione.txt"
}

ricetta_segnatura() {
	come prot segnatura --id "$1" "$(una_lettera)"
}

pronta_etichetta() {
	registra_lettera
}

ricetta_etichetta() {
	come prot etichetta --id "$1" "$(una_lettera)"
}

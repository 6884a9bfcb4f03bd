# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_correzioni.sh - recipes of corrections and of sending (ricette.sh).

pronta_chiedi_correzione() {
	registra_lettera
}

ricetta_chiedi_correzione() {
	come prot chiedi-correzione --id "$1" "$(una_lettera)" rettifica \
	    'manca la classe' --campo oggetto
}

pronta_rettifica() {
	pronta_chiedi_correzione && ricetta_chiedi_correzione "$(id_di 51)"
}

ricetta_rettifica() {
	come resp rettifica --id "$1" "$(una_lettera)" --campo oggetto \
	    --oggetto 'lettera della scuola, 2A' --motivo 'manca la classe' \
	    --provvedimento 'prov. 1/2026' --richiesta 1
}

pronta_annulla() {
	registra_lettera
}

ricetta_annulla() {	# two documents, in the folders of two years perhaps
	come resp annulla --id "$1" "$(una_lettera)" \
	    --motivo 'registrata due volte' --richiedente prot
}

pronta_riserva() {
	registra_lettera
}

ricetta_riserva() {
	come prot riserva --id "$1" "$(una_lettera)" 'dati di un minore'
}

pronta_spedisci() {
	come prot registra --flusso uscita --oggetto 'invito alla scuola' \
	    --destinatario.denominazione 'Scuola di Prova' \
	    --destinatario.denominazione Tribunale --classifica VII/9 \
	    --conferma senza-documento
}

ricetta_spedisci() {
	come prot spedisci --id "$1" "$(una_lettera)" pec \
	    "$(echo "$CARTELLA_ORA" | cut -c1-10)"
}

pronta_acquisisci_ricevuta() {
	pronta_spedisci && ricetta_spedisci "$(id_di 52)"
}

ricetta_acquisisci_ricevuta() {
	echo "consegna $1" >"$T/consegna.eml"
	come prot acquisisci-ricevuta --id "$1" --protocollo "$(una_lettera)" \
	    --destinatario 1 --esito consegna \
	    --data "$(echo "$CARTELLA_ORA" | cut -c1-10)" "$T/consegna.eml"
}

pronta_annulla_inoltro() {
	pronta_acquisisci_ricevuta &&
	ricetta_acquisisci_ricevuta "$(id_di 53)" &&
	come prot acquisisci-ricevuta --protocollo "$(una_lettera)" \
	    --destinatario 2 --esito errore \
	    --data "$(echo "$CARTELLA_ORA" | cut -c1-10)"
}

ricetta_annulla_inoltro() {
	come resp annulla-inoltro --id "$1" "$(una_lettera)" \
	    --motivo 'era per un altro' --richiedente prot
}

# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_carte.sh - recipes of the papers of a case and of the types of
# document without C (ricette.sh).  The cartella is that of pronta_annota, of
# as1; the registration is the one it was born of.

pronta_raccogli_liberatoria() {
	pronta_annota
}

ricetta_raccogli_liberatoria() {
	come as1 raccogli-liberatoria --id "$1" --cartella "$(una_cartella)" \
	    --ambito rete --data 2026-01-10 --firmatario 'Maria Bianchi' \
	    --qualita genitore
}

pronta_revoca_liberatoria() {
	pronta_annota && ricetta_raccogli_liberatoria "$(id_di 51)"
}

ricetta_revoca_liberatoria() {
	come as1 revoca-liberatoria --id "$1" --cartella "$(una_cartella)" \
	    --liberatoria liberatorie/0001.xml --data 2026-02-10 \
	    --firmatario 'Maria Bianchi' --qualita genitore
}

pronta_registra_famiglia() {
	pronta_annota
}

ricetta_registra_famiglia() {
	come as1 registra-famiglia --id "$1" --cartella "$(una_cartella)" \
	    --data 2026-01-10 --fonte anpr --componente.cognome Bianchi \
	    --componente.nome Maria --componente.parentela madre \
	    --componente.convivente si
}

pronta_aggiorna_scheda() {
	pronta_annota
}

ricetta_aggiorna_scheda() {
	come as1 aggiorna-scheda --id "$1" --cartella "$(una_cartella)" \
	    --profilo.medico 'dott. Neri'
}

pronta_acquisisci() {
	pronta_annota
}

ricetta_acquisisci() {	# a document, and a registration in the cartella
	come as1 acquisisci --id "$1" --cartella "$(una_cartella)" \
	    --protocollo "$(una_lettera)" --istanza-di-parte.richiedente Bianchi \
	    --istanza-di-parte.qualita genitore \
	    --istanza-di-parte.data 2026-01-10 \
	    --istanza-di-parte.oggetto 'un sostegno'
}

pronta_avvia_ufficio() {
	pronta_annota
}

ricetta_avvia_ufficio() {
	come as1 avvia-ufficio --id "$1" --cartella "$(una_cartella)" \
	    --motivi 'Tre segnalazioni a voce.'
}

pronta_progetto() {
	pronta_annota
}

ricetta_progetto() {
	come as1 progetto --id "$1" --cartella "$(una_cartella)" \
	    --tipo individualizzato --oggetto sostegno --dal 2026-01-10 \
	    --verifica-ogni trimestrale --obiettivo-breve.testo scuola \
	    --azione.testo 'due visite' --azione.chi cooperativa
}

pronta_sottoscrivi() {
	pronta_annota && ricetta_progetto "$(id_di 52)"
}

ricetta_sottoscrivi() {
	come as1 sottoscrivi --id "$1" --cartella "$(una_cartella)" \
	    --documento progetti/0001.xml --esito sottoscritto \
	    --data 2026-02-10 --firmatario 'Maria Bianchi' \
	    --qualita genitore --protocollo "$(una_lettera)"
}

pronta_verbale() {
	pronta_annota
}

ricetta_verbale() {
	come as1 verbale --id "$1" --cartella "$(una_cartella)" --tipo equipe \
	    --stato svolta --data 2026-01-10 --partecipante.nome Neri \
	    --partecipante.ruolo psicologa --decisioni 'Si continua.'
}

pronta_affidamento() {
	pronta_annota
}

ricetta_affidamento() {
	come as1 affidamento --id "$1" --cartella "$(una_cartella)" \
	    --forma consensuale --tipo eterofamiliare --tempo pieno \
	    --carattere residenziale --motivi 'La madre è ricoverata.' \
	    --affidatario.nome 'Paolo Gialli' --poteri 'Scuola, medico.' \
	    --rapporti 'Ogni sabato.' --responsabile 'servizio di Prova' \
	    --consenso.nome Bianchi --consenso.qualita genitore \
	    --consenso.data 2026-01-10 --dal 2026-01-10 --al 2026-12-31 \
	    --ascolto.motivo 'ha otto anni'
}

ricetta_adotta_tipo() {	# three documents of the body
	come resp adotta-tipo --id "$1" --nome abitazione \
	    --denominazione 'Visita domiciliare' \
	    "$RADICE/docs/esempi/abitazione/abitazione.xsd" \
	    "$RADICE/docs/esempi/abitazione/abitazione.xsl"
}

pronta_scrivi() {
	pronta_annota && ricetta_adotta_tipo "$(id_di 53)"
}

ricetta_scrivi() {
	come as1 scrivi --id "$1" --cartella "$(una_cartella)" \
	    --tipo abitazione "$RADICE/docs/esempi/abitazione/visita.xml"
}

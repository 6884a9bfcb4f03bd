# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# semina.sh - a small store with something of everything, for the tests that
# look at a whole one.  Read after lib.sh:
#
#	. "$RADICE/tests/cli/semina.sh"
#	semina || exit 1
#
# Users rosa (responsible), u07 (protocol, with a key: $CHIAVE), u08 (social
# worker), u09 (coordinator); a confirmed time; registrations 0000001
# (riservata, two files), 0000002 (an .eml with
# attachments), 0000003 (uscita, without a file); 0000001 sent to an office,
# seen, given to u08 as AC-<year>-0000001; two reads, one of them refused.
# SEMINATORE is the program (the one under test); files go to the current
# directory.

: "${SEMINATORE:=$CARTELLA}"

seme() {
	CARTELLA_CASO=$(lib_caso) "$SEMINATORE" --store "$S" "$@" \
	    >"$T/.seme" 2>&1 || { cat "$T/.seme" >&2; return 1; }
}

semina_ente() {
	seme init --denominazione 'Comune di Prova' --codice-ipa c_p \
	    --codice-aoo AOO1 --indirizzo 'via Roma 1' \
	    --pec comune@pec.example --dimostrativo si \
	    --ufficio.codice sociale --ufficio.denominazione 'Sociale' \
	    --ufficio.codice archivio --ufficio.denominazione 'Archivio' \
	    --responsabile.codice rosa --responsabile.cognome Rossi \
	    --responsabile.nome Rosa --responsabile.qualifica Dirigente &&
	    seme --come rosa nomina --codice u07 --cognome Bianchi \
	    --nome Anna --qualifica Istruttrice --login anna \
	    --ruolo protocollo --ufficio archivio &&
	    seme --come rosa nomina --codice u08 --cognome Verdi --nome Ugo \
	    --ruolo assistente-sociale --ufficio sociale --ufficio archivio &&
	    seme --come rosa nomina --codice u09 --cognome Neri --nome Eva \
	    --ruolo coordinatore --ufficio sociale &&
	    seme --come rosa conferma-ora --motivo 'segnale orario' \
	    --ora "${1:-$CARTELLA_ORA}"
}

semina_chiave() {
	CHIAVE=$(gpg_key anna) &&
	    gpg --batch --armor --export "$CHIAVE" >anna.asc &&
	    seme --come rosa arruola-chiave --utente u07 anna.asc
}

semina_registrazioni() {
	printf 'segnalazione\n' >lettera.txt
	printf '%%PDF-1.4\nallegato\n' >allegato.pdf
	cp "$FIXTURES/eml/allegato.eml" messaggio.eml
	seme --come u07 registra --flusso entrata \
	    --oggetto 'Segnalazione A.B.' --riservata.motivo minori \
	    --riservata.fino-al 2040-01-01 \
	    --mittente.denominazione 'Scuola Prova' \
	    --mittente.codice-ipa sc_1 --mittente.indirizzo 'via Po 2' \
	    --mittente.pec scuola@pec.example --mezzo pec \
	    --data-arrivo 2020-11-19 --differita.motivo chiusura \
	    --differita.autorizzazione 'nota 7' --protocollo-mittente.numero 12/A \
	    --protocollo-mittente.data 2020-11-18 --classifica VII/9 \
	    lettera.txt allegato.pdf &&
	    seme --come u07 registra --flusso entrata --oggetto Messaggio --conferma file-doppio \
	    --classifica VII/9 messaggio.eml &&
	    seme --come rosa registra --flusso uscita --oggetto Risposta \
	    --destinatario.denominazione 'ASL Prova' --classifica VII/9 \
	    --conferma senza-documento
}

semina_caso() {	# semina_caso NUMERO
	seme --come u07 smista --protocollo "$1" \
	    --destinazione.ufficio sociale --destinazione.titolo competenza &&
	    seme --come u09 prendi-visione --protocollo "$1" &&
	    seme --come u09 assegna --protocollo "$1" --assistente u08 &&
	    seme --come u08 valuta --accesso "AC-${1#*/}-0000001" \
	    --presupposti si --bisogno 'frequenza scolastica'
}

# A read that is granted and one that is not: the second must fail.
semina_letture() {
	seme --come u07 mostra "$1" &&
	    { seme --come u08 mostra "0000003/${1#*/}" 2>/dev/null; [ $? = 1 ]; }
}

semina() {
	semina_n=0000001/$(echo "$CARTELLA_ORA" | cut -c1-4)
	semina_ente && semina_chiave && semina_registrazioni &&
	    semina_caso "$semina_n" && semina_letture "$semina_n"
}

# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# correzioni.sh - for the tests of what is corrected and sent.  Read after
# lib.sh and uffici.sh:
#
#	entrata OGGETTO [OPT...]	registers it, prints its number
#	a_soc OGGETTO [OPT...]		the same, sent to soc
#	uscita OGGETTO [OPT...]		an uscita to two addressees
#	immutabile TABLE...	no statement changes its rows, nor takes or
#				replaces one
#	si_scopre SQL TABLE	a change made behind the triggers of TABLE is
#				found by verifica

entrata() {
	correzioni_o=$1
	shift
	come prot1 registra --flusso entrata --oggetto "$correzioni_o" \
	    --classifica VII/9 --mittente.denominazione 'Scuola di Prova' \
	    --conferma senza-documento "$@"
}

a_soc() {
	correzioni_p=$(entrata "$@") &&
	come prot1 smista "$correzioni_p" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null && echo "$correzioni_p"
}

uscita() {
	correzioni_o=$1
	shift
	come prot1 registra --flusso uscita --oggetto "$correzioni_o" \
	    --classifica VII/9 \
	    --destinatario.denominazione 'Comune di Vattelapesca' \
	    --destinatario.codice-ipa c_v001 \
	    --destinatario.denominazione Tribunale \
	    --conferma senza-documento "$@"
}

immutabile() {
	for correzioni_t in "$@"; do
		correzioni_n=$(sqlite3 "$S/registro.sqlite" \
		    "SELECT count(*) FROM $correzioni_t")
		ok "$correzioni_t: ci sono righe" [ "$correzioni_n" -gt 0 ]
		not_ok "$correzioni_t: non si modifica" \
		    sqlite3 "$S/registro.sqlite" \
		    "UPDATE $correzioni_t SET operatore = 'altri'"
		not_ok "$correzioni_t: non si cancella" \
		    sqlite3 "$S/registro.sqlite" "DELETE FROM $correzioni_t"
		not_ok "$correzioni_t: non si sostituisce" \
		    sqlite3 "$S/registro.sqlite" "INSERT OR REPLACE INTO
		    $correzioni_t SELECT * FROM $correzioni_t"
	done
}

si_scopre() {
	cp -a "$S" "$T/alterato"
	correzioni_d=$(sqlite3 "$S/registro.sqlite" "SELECT sql FROM
	    sqlite_schema WHERE name = '$2_update'")
	sqlite3 "$T/alterato/registro.sqlite" \
	    "DROP TRIGGER $2_update; $1; $correzioni_d" || exit 1
	run "$CARTELLA" --store "$T/alterato" verifica
	like out "DIFETTO: registro $2: " "$2: ciò che si cambia di nascosto si scopre"
	unlike out "schema" "$2: e niente altro è cambiato"
	rm -rf "$T/alterato"
}

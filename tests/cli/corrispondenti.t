# SPDX-License-Identifier: EUPL-1.2
# The address book: iscrivi-corrispondente, unisci-, separa-, corrispondenti.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
ID1=11111111111111111111111111111111

iscrivi() {
	come prot1 iscrivi-corrispondente "$@"
}

run come as1 iscrivi-corrispondente Scuola scuola
is_exit 3 "iscrivere non è dell'assistente sociale"
run iscrivi Scuola persona
is_exit 1 'una persona no'
like err '/iscrivi-corrispondente/tipo' 'e dice dove'
run iscrivi --codice 9 Scuola scuola
is_exit 1 'cambiarne uno che non c’è: no'
like err '\[corrispondente-ignoto\]' 'e lo dice'

run iscrivi --id "$ID1" 'Tribunale per i minorenni' autorita-giudiziaria \
    --codice-ipa tm_x --pec tm@pec.example
is_exit 0 'un tribunale'
run iscrivi --id "$ID1" 'Tribunale per i minorenni' autorita-giudiziaria \
    --codice-ipa tm_x --pec tm@pec.example
is_exit 0 'la stessa istanza di nuovo'
run iscrivi 'TRIBUNALE  PER I MINORÈNNI' autorita-giudiziaria
is_exit 1 'con due spazi no'
run iscrivi 'TRIBUNALE PER I MINORÈNNI' autorita-giudiziaria
is_exit 1 'lo stesso nome: un avviso'
like err 'corrispondente 1 .*\[corrispondente-simile\]' 'che dice quale'
run iscrivi 'TM' autorita-giudiziaria --codice-ipa tm_x
is_exit 1 'lo stesso codice IPA: un avviso'
run iscrivi 'TRIBUNALE PER I MINORÈNNI' autorita-giudiziaria \
    --conferma corrispondente-simile
is_exit 0 'confermato'
iscrivi 'Scuola media' scuola >/dev/null

run come as1 corrispondenti
is_exit 0 'tutti li cercano'
is "$(wc -l <"$OUT")" 3 'sono tre'
run come as1 corrispondenti --parola minorénn
is "$(wc -l <"$OUT")" 2 'per il principio di una parola, senza accenti'
run come as1 corrispondenti --parola TM@PEC
is "$(wc -l <"$OUT")" 1 'per la PEC'
run come as1 corrispondenti --parola ' TM@pec.example '
like out 'minorenni' 'anche tutta intera'
run come as1 corrispondenti --parola "x' OR 1=1"
is_out 'nessun corrispondente' 'il testo è solo testo'

run come prot1 unisci-corrispondenti 2 2
like err '\[se-stesso\]' 'a se stesso no'
run come prot1 unisci-corrispondenti 2 8
like err '/con: .*\[corrispondente-ignoto\]' 'a chi non c’è no'
run come prot1 separa-corrispondente 2
like err '\[non-unito\]' 'chi non è unito non si separa'
run come prot1 unisci-corrispondenti 2 1
is_exit 0 'uniti'
run come prot1 unisci-corrispondenti 2 3
like err '\[gia-unito\]' 'una volta sola'
run come prot1 unisci-corrispondenti 3 2
like err '/con: .*\[gia-unito\]' 'e non in catena'
run come prot1 corrispondenti --codice 1
like out 'MINORÈNNI' 'chi resta mostra gli uniti'
run come prot1 corrispondenti --parola minorenni
like out 'è il 1' 'e chi è unito lo dice'
iscrivi --codice 2 'Tribunale minorenni' autorita-giudiziaria >/dev/null
run come prot1 corrispondenti --codice 2
like out 'unito a: 1' 'cambiarlo non lo separa'
run come prot1 separa-corrispondente 2
is_exit 0 'separati'
run come prot1 corrispondenti --codice 2
unlike out 'unito' 'torna da sé'
is "$(git -C "$S/ente" log --format=%s -- corrispondenti/00/0002.xml | wc -l)" 4 \
    'con tutta la sua storia'

# ---- in a registration ----

reg() {
	come prot1 registra --flusso uscita --oggetto invito --classifica VII/9 \
	    --conferma senza-documento "$@"
}
run reg --destinatario.corrispondente 1
is_exit 0 'un corrispondente è un destinatario'
run come prot1 mostra "$(cat "$OUT")"
like out 'destinatario: +Tribunale per i minorenni <tm@pec.example>' 'con quello che se ne sa'
run reg --destinatario.corrispondente 1 --destinatario.denominazione 'Cancelleria civile'
run come prot1 mostra "$(cat "$OUT")"
like out 'destinatario: +Cancelleria civile <tm@pec.example>' 'quello che si scrive vale di più'
come prot1 unisci-corrispondenti 2 1 >/dev/null
run reg --destinatario.corrispondente 2
run come prot1 mostra "$(cat "$OUT")"
like out 'destinatario: +Tribunale per i minorenni' 'uno unito vale quello a cui è unito'
run reg --destinatario.corrispondente 99
like err '/registra/destinatario/corrispondente: .*\[corrispondente-ignoto\]' 'uno che non c’è: no'
run reg --destinatario.pec x@y.example
like err '/registra/destinatario: .*art\. 53.*\[manca-denominazione\]' 'senza nome né codice: no'
iscrivi --codice 3 'Scuola media' scuola --attivo no >/dev/null
run reg --destinatario.corrispondente 3
like err '\[corrispondente-spento\]' 'uno che non si usa più: no'

is_integro 'dopo i corrispondenti'
plan

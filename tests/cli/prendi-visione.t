# SPDX-License-Identifier: EUPL-1.2
# prendi-visione: who has seen what was sent to the office.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
SOLA=$(segnalazione)
P=$(smistata --riservata.motivo minore)
ID1=11111111111111111111111111111111

# ---- refused ----

run come coord prendi-visione "$SOLA"
is_exit 1 'non smistata: per il coordinatore non esiste'
sed "s,$SOLA,N,g" "$ERR" >nascosta
run come coord prendi-visione 0000099/2026
is_exit 1 'una che non esiste davvero'
sed 's,0000099/2026,N,g' "$ERR" >assente
same_bytes nascosta assente 'ha la stessa risposta'

run come coordn prendi-visione "$P"
is_exit 1 'smistata ad altri uffici: non esiste'
sed "s,$P,N,g" "$ERR" >nascosta
same_bytes nascosta assente 'con la stessa risposta'

PROPRIA=$(come tutto registra --flusso interna --oggetto nota \
    --classifica VII/9 --conferma senza-documento)
run come tutto prendi-visione "$PROPRIA"
is_exit 1 'chi la vede perché l'\''ha registrata deve prima smistarla'
like err '/prendi-visione/protocollo: .*smista.*\[non-smistata\]' 'e lo dice'
come tutto smista "$PROPRIA" --destinazione.ufficio nord \
    --destinazione.titolo competenza >"$OUT"
run come tutto prendi-visione "$PROPRIA"
is_exit 1 'smistata ad altri: non è il suo ufficio'
like err '\[altro-ufficio\]' 'e lo dice'

run come prot1 prendi-visione "$P"
is_exit 3 'prendere visione non è del protocollo'
run come as1 prendi-visione "$P"
is_exit 1 'l'\''assistente sociale, a cui non è smistata, non la vede'

# ---- done ----

run come coord prendi-visione "$P" --id "$ID1"
is_exit 0 'il coordinatore prende visione'
cp "$OUT" primo
run git --git-dir "$S/registro/2026.git" show \
    main:prese-visione/000/00/0000002-1.xml
like out '<utente>coord</utente>' 'il documento dice chi'
like out '<protocollo>0000002/2026</protocollo>' 'di che cosa'
like out '<ora>2026-11-20T10:15:30\+01:00</ora>' 'e quando'

run come coord prendi-visione "$P" --id "$ID1"
is_exit 0 'la stessa istanza di nuovo'
same_bytes "$OUT" primo 'ha la stessa risposta'
run come coord prendi-visione "$P"
is_exit 1 'una seconda volta no'
like err '\[gia-vista\]' 'e lo dice'

run come vice prendi-visione "$P"
is_exit 0 'un altro dello stesso ufficio sì'
run come sds1 prendi-visione "$P"
is_exit 0 'e chi la riceve per conoscenza'
run come coord mostra "$P"
like out 'visione di: +coord, 20/11/2026 10:15' 'si vede chi ha preso visione'
like out 'visione di: +sds1' 'tutti'
like out 'segnalazione M\. R\.' 'e chi la riceve legge la riservata'

is_integro 'dopo le prese visione'
plan

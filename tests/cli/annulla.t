# SPDX-License-Identifier: EUPL-1.2
# annulla, annulla-inoltro: the whole registration, legible for ever.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/correzioni.sh"

uffici_di_prova >/dev/null || exit 1
come resp nomina --codice resp2 --cognome Prova --nome Due --ufficio prot \
    --ruolo responsabile-protocollo >/dev/null || exit 1
P=$(a_soc 'nota doppia')
annulla() {
	come resp annulla "$P" --motivo 'registrata due volte' "$@"
}

# ---- refused ----

run annulla
like err '\[manca-richiedente\]' 'qualcuno lo ha chiesto'
run annulla --richiedente nessuno
like err '\[utente-ignoto\]' 'uno che non c’è'
run annulla --richiedente resp
like err '\[autorizza-chi-chiede\]' 'chi chiede non autorizza'
run annulla --richiesta 1
like err '\[richiesta-ignota\]' 'una richiesta che non c’è'
come resp chiedi-correzione "$P" annullamento doppia >/dev/null
run annulla --richiesta 1
like err '\[autorizza-chi-chiede\]' 'né con la richiesta'
run annulla --richiesta 1 --richiedente prot1
like err '\[due-richiedenti\]' 'o l’una o l’altro'
come coord chiedi-correzione "$P" rettifica 'manca' --campo oggetto >/dev/null
run annulla --richiesta 2
like err '\[altra-richiesta\]' 'una richiesta di rettificare'
run come prot1 annulla "$P" --motivo x --richiedente coord
is_exit 3 'il protocollo non annulla'
run come resp annulla-inoltro "$P" --motivo x --richiedente coord
like err '«annulla».*\[non-spedita\]' 'annulla-inoltro: non è spedita'
run come resp annulla 0009999/2026 --motivo x --richiedente coord
is_exit 1 'una che non c’è'
come resp istituisci-repertorio annullamenti Annullamenti --attivo no >/dev/null
run annulla --richiedente prot1
like err '\[senza-repertorio\]' 'col repertorio chiuso no'
come resp istituisci-repertorio annullamenti Annullamenti --attivo si >/dev/null

# ---- done ----

ID=33333333333333333333333333333333
ora 2026-11-20T11:30:00+01:00
run come resp2 annulla "$P" --motivo 'registrata due volte' --richiesta 1 \
    --id "$ID"
is_exit 0 'annullata da un altro'
is_out 'annullamenti 1/2026' 'e il provvedimento ha il suo numero'
run come resp2 annulla "$P" --motivo 'registrata due volte' --richiesta 1 \
    --id "$ID"
is_exit 0 'la stessa istanza'
run come prot1 mostra "$P"
like out 'ANNULLATO il 20/11/2026 11:30 da resp2, annullamenti n. 1/2026' \
    'invariante 2: data, operatore ed estremi'
like out '^oggetto: +nota doppia$' 'invariante 2: i dati restano leggibili'
like out '^mittente: +Scuola di Prova$' 'invariante 2: tutti'
like out '^motivo: +registrata due volte$' 'il motivo'
like out '^chiesto da: +resp$' 'e chi lo ha chiesto'
run come resp repertori --repertorio annullamenti
like out '1/2026 .*registrazione di protocollo 0000001/2026' 'è nel repertorio'
run come resp2 annulla "$P" --motivo x --richiedente prot1
like err '\[annullata\]' 'due volte no'
run entrata nuova
is_out 0000002/2026 'invariante 2: il numero non torna'
run come resp scrivania
unlike out 'chiest' 'le richieste non aspettano più'

run come prot1 smista "$P" --destinazione.ufficio nord \
    --destinazione.titolo competenza
like err '\[annullata\]' 'annullata: non si smista'
run come coord prendi-visione "$P"
like err '\[annullata\]' 'non se ne prende visione'
run come coord prendi-in-carico "$P"
like err '\[annullata\]' 'né carico'
run come coord assegna --protocollo "$P" --assistente as1
like err '\[annullata\]' 'non si assegna'
run come prot1 classifica "$P" I/6
like err '\[annullata\]' 'non si classifica'
run come resp rettifica "$P" --campo oggetto --oggetto x --motivo y \
    --provvedimento z
like err '\[annullata\]' 'non si rettifica'
run come prot1 chiedi-correzione "$P" annullamento x
like err '\[annullata\]' 'non si chiede di correggerla'
F=$(come prot1 apri-fascicolo affare affare --classifica VII/9 --ufficio prot)
run come prot1 fascicola "$P" "$F"
like err '/fascicola/protocollo: .*\[annullata\]' 'non si fascicola'
run come prot1 allega-copia --protocollo "$P" --conformita semplice
like err '\[annullata\]' 'non vi si aggiungono copie'

C=$(a_soc 'nota tripla')
come coord prendi-in-carico "$C" >/dev/null
run come resp annulla "$C" --motivo x --richiedente prot1
like err '\[in-carico\]' 'chi la tratta va avvisato'
run come resp annulla "$C" --motivo x --richiedente prot1 --conferma in-carico
is_exit 0 'poi si annulla'

# ---- masked ----

R=$(entrata 'ricovero di Z.' --riservata.motivo minore)
come resp annulla "$R" --motivo 'Zeta doppia' --richiedente prot1 \
    --provvedimento 'nota su Zeta' >/dev/null
run come tutto mostra "$R"
like out 'ANNULLATO il .* da resp, annullamenti n. 3/2026' \
    'chi la vede coperta vede che è annullata'
unlike out 'Z\.|Zeta' 'non perché'

# ---- sent ----

U=$(uscita invito)
come prot1 spedisci "$U" pec 2026-11-20 --destinatario 1 >/dev/null
run come resp annulla "$U" --motivo x --richiedente prot1
like err '\[invio-in-corso\]' 'mentre parte non si annulla'
come prot1 acquisisci-ricevuta --protocollo "$U" --destinatario 1 \
    --esito accettazione --data 2026-11-20 >/dev/null
run come resp annulla "$U" --motivo x --richiedente prot1
like err "registra --sostituisce $U.*\\[gia-spedita\\]" \
    'invariante 7: spedita si sostituisce'
run come prot1 annulla-inoltro "$U" --motivo x --richiedente coord
is_exit 3 'invariante 7: annullarla è solo del responsabile'
run come resp annulla-inoltro "$U" --motivo 'altro destinatario' \
    --richiedente prot1 --provvedimento 'nota 4/2026'
is_exit 0 'invariante 7: che può'
is_out 'annullamenti 4/2026' 'invariante 7: con un provvedimento'
run come prot1 mostra "$U"
like out 'ANNULLATO .*annullamenti n. 4/2026 \(nota 4/2026\), dopo la spedizione' \
    'e si vede'
run come prot1 spedisci "$U" pec 2026-11-20 --destinatario 2
like err '\[annullata\]' 'non si spedisce più'
run come prot1 acquisisci-ricevuta --protocollo "$U" --destinatario 1 \
    --esito consegna --data 2026-11-20
is_exit 0 'ma ciò che torna indietro si conserva'

# It left by post; a further try by PEC fails.
L=$(uscita lettera)
come prot1 spedisci "$L" raccomandata 2026-11-20 --destinatario 1 >/dev/null
come prot1 spedisci "$L" pec 2026-11-20 --destinatario 1 \
    --conferma gia-spedita >/dev/null
come prot1 acquisisci-ricevuta --protocollo "$L" --destinatario 1 \
    --esito errore --data 2026-11-20 >/dev/null
run come resp annulla "$L" --motivo x --richiedente prot1
like err '\[gia-spedita\]' 'invariante 7: partita una volta, è spedita'
run come resp annulla-inoltro "$L" --motivo x --richiedente prot1
is_exit 0 'invariante 7: la annulla annulla-inoltro'

# ---- the register of the day ----

ora 2026-11-21T09:00:00+01:00
entrata 'il giorno dopo' >/dev/null
run come resp giorno 2026-11-20
like out '^0000001/2026 .* ANNULLATA' \
    'invariante 2: nel registro del giorno la riga resta, con il segno'
like out '^    nota doppia$' 'invariante 2: e ciò che diceva'
like out '^annullamento: 0000001/2026  11:30  resp2$' "e l'annullamento"

immutabile annullamento
si_scopre "UPDATE annullamento SET richiedente = 'as1' WHERE numero = 1" \
    annullamento
not_ok 'invariante 2: un numero annullato non si libera' \
    sqlite3 "$S/registro.sqlite" 'DELETE FROM registrazione WHERE numero = 1'
is_integro 'dopo tutto'
plan

# SPDX-License-Identifier: EUPL-1.2
# elenco: the registrations of a day, in number order.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
utente prot2 prot protocollo >/dev/null || exit 1
smistata >/dev/null
segnalazione --riservata.motivo minori >/dev/null
ora 2026-11-21T09:00:00+01:00
come prot1 registra --flusso uscita --oggetto 'risposta' --classifica VII/9 \
    --destinatario.denominazione Procura --conferma senza-documento >/dev/null

numeri() {
	come "$@" --formato xml | sed -n 's,.*<numero>\(.*\)/2026<.*,\1,p' |
	    tr '\n' ' ' | sed 's/ $//'
}

# ---- refused ----

run come resp elenco --giorno ieri
is_exit 1 'un giorno che non è una data: no'
like err '/elenco/giorno: .*\[formato\]' 'e lo dice'
run come resp elenco --giorno 2026-11-20 2026-11-21
is_exit 2 'un giorno alla volta'
utente sis sds amministratore >/dev/null
run come sis elenco
is_exit 3 'senza il permesso no'

# ---- done ----

run come prot1 elenco --giorno 2026-11-20
is_exit 0 'il registro di un giorno'
is "$(sed 's/   */  /g' "$OUT")" 'Registrazioni del 20/11/2026
0000001/2026  20/11/2026 10:15  entrata  VII/9  Scuola di Prova  segnalazione M. R.
0000002/2026  20/11/2026 10:15  entrata  VII/9  Scuola di Prova  RISERVATA segnalazione M. R.
2 in tutto: 2 in entrata, 0 in uscita, 0 interne; 0 annullate, 1 riservate' \
    'in ordine di numero, con i totali'
run come prot1 elenco
like out '^Registrazioni del 21/11/2026$' 'se non si dice, quello di oggi'
is "$(numeri prot1 elenco)" 0000003 'con le sue'
run come prot1 elenco --giorno 2026-11-19
is_out 'Registrazioni del 19/11/2026
nessuna registrazione' 'un giorno senza'
run come prot1 elenco --giorno 2030-01-01
is_exit 0 'un giorno che deve venire'

run come prot2 elenco --giorno 2026-11-20
like out '^0000002/2026 .*RISERVATA \(il contenuto non è' 'una riservata è oscurata'
is "$(grep -c 'segnalazione' "$OUT")" 1 'senza il suo contenuto'
is "$(numeri coord elenco --giorno 2026-11-20)" 0000001 'un ufficio vede le sue'
run come coord elenco --giorno 2026-11-20
like out '^1 in tutto: 1 in entrata, .* 0 riservate$' 'e conta solo quelle'
is "$(numeri as1 elenco --giorno 2026-11-20)" '' 'chi non ne ha, nessuna'
is "$(sqlite3 "file:$S/letture.sqlite?mode=ro" "SELECT oggetto FROM lettura
    WHERE atto = 'elenco' ORDER BY n DESC LIMIT 1")" \
    'giorno=2026-11-20;mostrate=0' 'la lettura è annotata'

run cartella verifica
like out ': 0 difetti$' 'leggere non cambia niente'
plan

# SPDX-License-Identifier: EUPL-1.2
# utenti, deleghe, stato-archivio: the responsible sees all, the others
# themselves, and nobody more than that.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

{ ente_di_prova && utenti_del_caso; } >/dev/null || exit 1

run come resp utenti
is_exit 0 'utenti'
like out '^as1 - ' 'le persone'
like out '^resp - Rossi Anna$' 'anche sé'
like out 'ruoli: protocollo; uffici: spro$' 'ruoli e uffici'
run come resp utenti --utente prot
like out '^prot - Verdi Ugo' 'una sola'
unlike out as1 'e non le altre'
run come resp utenti --utente nessuno
is_exit 1 'chi non c'\''è'
run come prot utenti
is_exit 3 'non è di ogni ruolo'
come resp nomina prot Verdi Ugo --ruolo protocollo --attivo no >/dev/null
run come resp utenti --utente prot
like out 'NON PIÙ IN SERVIZIO' 'chi ha lasciato il servizio resta, e lo si dice'

run come resp nomina resp Rossi Anna --ruolo responsabile-protocollo --attivo no
like err 'nomina prima un altro .*\[senza-responsabile\]' \
    'il responsabile non lascia il servizio senza un altro'
run come resp nomina resp Rossi Anna --ruolo protocollo
like err '\[senza-responsabile\]' 'né il suo ruolo'
run come resp utenti --utente resp
unlike out 'NON PIÙ' 'e resta'

ricetta_delega "$(id_di 31)" >/dev/null || exit 1
run come resp deleghe
is_exit 0 'deleghe'
like out '^delega 1: as2 per conto di as1 dal 20/11/2026 al 20/12/2026, in vigore$' \
    'chi, per chi, fino a quando'
like out '^  annota mostra$' 'per quali atti'
run come as2 deleghe
like out '^delega 1: ' 'chi la ha ricevuta la vede'
run come coord deleghe
is_exit 0 'gli altri'
is_out 'nessuna delega' 'non la vedono'
run come coord deleghe --utente as1
is_out 'nessuna delega' 'nemmeno chiedendo di lui'
come as1 revoca-delega 1 rientro >/dev/null
run come as1 deleghe
is_out 'nessuna delega' 'revocata non c'\''è più'
run come as1 deleghe --finite si
like out ', revocata$' 'ma fra le finite sì'

run come resp stato-archivio
is_exit 0 'stato-archivio'
like out '^Comune di Prova, codice IPA c_x000, AOO AOO1234$' "l'ente"
like out "^anello: $(sqlite3 "$S/registro.sqlite" \
    'SELECT impronta FROM catena ORDER BY seq DESC LIMIT 1')\$" "l'ultimo anello"
like out '^atti: [0-9]+, l.ultimo il 20/11/2026' 'quanti atti'
like out 'registro\.sqlite: [0-9]+ KB' 'quanto pesa'
like out '^verifica: mai fatta$' 'che non fu mai verificato'
cartella verifica >/dev/null
run come resp stato-archivio
like out '^verifica: integro, tutto, il ' 'che fu verificato, e quando'
cartella verifica --da-ultima >/dev/null
run come resp stato-archivio
like out '^verifica: integro, ciò che è nuovo, il .*; tutto, il ' 'e fin dove'
echo x >>"$S/ente/ente.xml"
cartella verifica >/dev/null
run come resp stato-archivio
like out '^verifica: DIFETTI: 1; tutto, il ' 'che ha difetti'
echo x >"$S/verifiche/esito.xml"
run come resp stato-archivio
is_exit 0 "anche se l'esito è guasto"
like out '^verifica: l.esito dell.ultima non si legge$' 'e lo dice'
run come as1 stato-archivio
is_exit 3 'è del responsabile'
plan

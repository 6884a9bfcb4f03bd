# SPDX-License-Identifier: EUPL-1.2
# revoca-delega: who may, and that it is one atto as any other; the rest is in
# delega.t.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"

ente_di_prova >/dev/null && pronta_revoca_delega >/dev/null || exit 1

run come coord revoca-delega 1 rientro
is_exit 1 'né data né ricevuta: non esiste'
like err 'la delega 1 non esiste' 'e lo dice così'
run come as1 revoca-delega 1
is_exit 1 'senza motivo no'
run come as1 revoca-delega uno rientro
is_exit 1 'il numero è un numero'
run come nessuno revoca-delega 1 rientro
is_exit 3 'chi non ha ruoli no'

run come as2 revoca-delega 1 'non posso'
is_exit 0 'anche chi l'\''ha ricevuta vi rinuncia'
is_out 'delega 1' 'e ne ha il numero'
run cat "$S/ente/deleghe/00/0001.xml"
like out '<utente>as2</utente>' 'il documento dice chi'
like out '<motivo>non posso</motivo>' 'e perché'
run come as1 scrivania
unlike out 'Deleghe' 'e non si vede più'

ricetta_delega "$(id_di 41)" >"$OUT"
run come resp revoca-delega 2 'fine della supplenza'
is_exit 0 'il responsabile le revoca tutte'

is_integro 'dopo le revoche'
plan

# SPDX-License-Identifier: EUPL-1.2
# chiudi: the end of a cartella and of its accesso.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
D=$S/cartelle/2026/0000001
ID=77777777777777777777777777777777

# ---- refused ----

run come as1 chiudi --cartella "$CS" --motivo stanchezza --nota X
is_exit 1 'un motivo che non c'\''è: no'
like err '/chiudi/motivo: .*\[valore\]' 'e lo dice'
run come as1 chiudi --cartella "$CS" --motivo conclusione
is_exit 1 'senza dire com'\''è finita: no'
like err 'nota' 'e lo dice'
run come prot1 chiudi --cartella "$CS" --motivo conclusione --nota X
is_exit 3 'chiudere non è del protocollo'
same_absent "$CS" CS-2026-0000099 come as2 chiudi --motivo conclusione \
    --nota X --cartella
run come as1 annota --cartella "$CS" --tipo nota --testo 'Ultima.'
is_exit 0 'i rifiuti non la chiudono'

# ---- done ----

run come as1 chiudi --cartella "$CS" --motivo conclusione \
    --situazione famiglia-di-origine --nota 'Obiettivi raggiunti.' --id $ID
is_exit 0 'si chiude'
is_out "$CS" 'e dice quale'
run cat "$D/cartella.xml"
like out '<stato>chiuso</stato>' 'è chiusa'
like out '<data>2026-11-20</data>' 'da oggi'
like out '<motivo>conclusione</motivo>' 'per questo motivo'
like out '<situazione>famiglia-di-origine</situazione>' 'in questa situazione'
like out '<nota>Obiettivi raggiunti\.</nota>' 'e com'\''è finita'
run cat "$S/accessi/2026/0000001/accesso.xml"
like out '<stato>chiuso</stato>' 'anche l'\''accesso è chiuso'
like out '<motivo>conclusione</motivo>' 'per lo stesso motivo'
unlike out 'raggiunti' 'senza dire com'\''è finita'
run come as1 chiudi --cartella "$CS" --motivo decesso --nota Y --id $ID
is_out "$CS" 'la stessa istanza di nuovo: la stessa risposta'
run cat "$D/cartella.xml"
like out '<motivo>conclusione</motivo>' 'e niente cambia'
run come as1 chiudi --cartella "$CS" --motivo decesso --nota Y
is_exit 1 'due volte no'
like err '/chiudi/cartella: .*2026-11-20.*\[cartella-chiusa\]' 'e dice da quando'
run come as1 mostra "$CS"
like out 'conclusione' 'chiusa, si legge ancora'

run come coord chiudi --cartella "$ALTRA" --motivo trasferimento \
    --nota 'Passa ad altro Comune.'
is_exit 0 'chiude anche il coordinatore'

# ---- while a proposal waits ----

TERZA=$(aperta)
con_chiave as1 >"$OUT"
redatta "$TERZA" >"$OUT"
come as1 redigi --cartella "$TERZA" --tipo con-esito --oggetto 'M. R.' \
    --fatti-accertati F --dichiarazioni D --valutazioni V --proposta P >"$OUT"
come as1 firma --resa nessuna --cartella "$TERZA" --documento relazioni/0002.xml >"$OUT"
run come as1 proponi --cartella "$TERZA" --relazione relazioni/0002.xml \
    --oggetto 'educativa' --testo 'Si propone.' --conferma senza-progetto
is_exit 0 'si propone'
run come as1 chiudi --cartella "$TERZA" --motivo conclusione --nota X
is_exit 1 'con una proposta senza risposta non si chiude'
like err '/chiudi/cartella: .*«proposta inviata».*\[stato\]' 'e lo dice'
run come as1 chiudi --cartella "$TERZA" --motivo conclusione --nota X \
    --conferma stato
is_exit 1 'nemmeno confermando'
run cat "$S/cartelle/2026/0000003/cartella.xml"
like out '<stato>proposta-inviata</stato>' 'e resta dov'\''è'

is_integro 'dopo le chiusure'
plan

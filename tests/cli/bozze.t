# SPDX-License-Identifier: EUPL-1.2
# bozze: an istanza kept for later, sent once, seen by its author alone, and
# only while he may see what it is about.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
ID=33333333333333333333333333333333
ALTRO=44444444444444444444444444444444
TERZA=55555555555555555555555555555555
QUARTA=66666666666666666666666666666666

run come as1 bozze
is_out 'Nessuna bozza.' 'nessuna'
run come as1 annota "$CS" 'Da finire: la madre dice' --bozza --id $ID
is_out "bozza $ID" 'si tiene da parte'
no_file "$D/diario" 'e non si scrive niente'
is "$(stat -c %a "$S/accesso.sqlite")" 600 'la legge solo il servizio'
run come as1 annota "$CS" 'Da finire: la madre dice di stare bene' --bozza --id $ID
is_exit 0 'si riscrive'
run come as1 bozze
is_out "$ID  20/11/2026 10:15  annota $CS" 'si elenca, una volta sola'
run come as1 bozze --mostra $ID
like out '  testo: Da finire: la madre dice di stare bene$' 'si mostra'
run come as1 annota --testo 'Senza cartella.' --bozza --id $ALTRO
is_exit 0 'anche incompleta'
run come as1 bozze --manda $ALTRO
is_exit 1 'ma incompleta non si manda'
like err 'ci vuole «cartella» \[inatteso\]' 'e dice che cosa manca'
run come as1 bozze --togli $ALTRO
is_out "tolta la bozza $ALTRO" 'e si toglie'
run come as1 bozze --togli $ALTRO
is_exit 1 'una volta sola'

# ---- refused ----

run come prot1 annota "$CS" X --bozza
is_exit 3 'di un atto non del proprio ruolo: no'
run come as1 mostra "$CS" --bozza
is_exit 2 'una lettura non si tiene in bozza'
echo x >x.txt
run come prot1 registra --flusso entrata x.txt --bozza
is_exit 2 'né un file'
run come as1 annota --campo-inventato X --bozza
is_exit 2 'né un campo inventato'
# what is refused leaves what was kept
run come as1 annota "$CS" "$(printf 'gira \342\200\256')" --bozza --id $ID
is_exit 2 'né un testo che gira la direzione'
run come as1 annota "$CS" "$(printf 'surrogato \355\240\200')" --bozza --id $ID
is_exit 2 'né uno che non è testo'
head -c 120000 /dev/zero | tr '\0' a >grande
lunga() {	# lunga N [OPTION...]: a draft of coord of N times 120,000
	lunga_n=$1
	shift
	while [ "$lunga_n" -gt 0 ]; do
		set -- "$@" --altro "$(cat grande)"
		lunga_n=$((lunga_n - 1))
	done
	run come coord fissa "$CS" "$@" --bozza
	lib_last='fissa … --bozza'
}
lunga 1 --id $ALTRO
lunga 14 --id $ALTRO
is_exit 1 'né un testo senza fine'
like err 'accorciala' 'e dice che fare'
run come coord bozze --mostra $ALTRO
is "$(wc -c <"$OUT" | cut -c1-3)" 120 'la bozza di prima resta, come le altre'
i=0
while [ $i -lt 9 ]; do
	lunga 12
	[ "$CODE" -eq 0 ] || break
	i=$((i + 1))
done
is $i 5 'una di un megabyte si tiene, nove no'
like err 'troppo lunghe per tenerne un'\''altra' 'e lo dice'
run come as1 bozze --mostra $ID
like out 'stare bene$' 'né quelle di un altro si toccano'
run come as1 bozze --mostra $ID --togli $ID
is_exit 1 'una cosa alla volta'
like err '\[una-cosa\]' 'e lo dice'

# ---- nobody else's ----

run come as2 bozze
is_out 'Nessuna bozza.' 'un altro non la vede'
run come as2 bozze --mostra $ID
sed "s/$ID/N/" "$ERR" >nascosta
run come as2 bozze --mostra $ALTRO
sed "s/$ALTRO/N/" "$ERR" >assente
same_bytes nascosta assente 'e per lui è come se non ci fosse'
run come as2 bozze --togli $ID
is_exit 1 'non la toglie'
run come as2 bozze --manda $ID
is_exit 1 'e non la manda'
no_file "$D/diario" 'niente è scritto'

# ---- sent ----

cp "$S/accesso.sqlite" prima
run come as1 bozze --manda $ID
is_out "$CS diario/2026/00/0001.xml" 'mandata, è un atto'
run come as1 bozze
is_out 'Nessuna bozza.' 'e non è più una bozza'
cp "$S/accesso.sqlite" dopo
cp prima "$S/accesso.sqlite"
run come as1 bozze --manda $ID
is_out "$CS diario/2026/00/0001.xml" 'morto prima di toglierla: la stessa risposta'
like err 'era già compiuto.*--togli' 'e lo dice'
run come as1 bozze --mostra $ID
is_exit 0 'e non la butta: dicono forse altro'
cp dopo "$S/accesso.sqlite"
run come as1 bozze --manda $ID
is_exit 1 'non si manda due volte'
run come as1 annota "$CS" 'Altre parole' --bozza --id $ID
is_exit 1 'l'\''istanza di un atto compiuto non torna bozza'
run come as1 annota "$CS" 'Di allora.' --data 2025-12-30 --bozza --id $ALTRO
run come as1 bozze --manda $ALTRO
is_exit 1 'un avviso la ferma'
like err 'avviso: .*\[data-anteriore\]' 'e lo dice'
run come as1 bozze --manda $ALTRO --conferma data-anteriore
is_out "$CS diario/2025/00/0001.xml" 'e si conferma mandandola'

# ---- the right to see is lost ----

come as1 annota "$CS" 'Il segreto di Luca' --bozza --id $TERZA >"$OUT"
come coord riassegna --accesso AC-2026-0000001 --assistente as2 \
    --motivo carichi >"$OUT"
run come as1 bozze
is_out "$TERZA  20/11/2026 10:15  di qualcosa che non puoi più vedere: si può solo togliere" \
    'chi non vede più la cartella non ne vede niente'
run come as1 bozze --mostra $TERZA
unlike out "Luca|$CS|annota" 'nemmeno mostrandola'
run come as1 bozze --manda $TERZA
is_exit 1 'non la manda'
unlike err 'Luca' 'e non ne legge'
run come as1 bozze --togli $TERZA
is_exit 0 'ma la toglie'

# ---- not rebuilt ----

come as2 annota "$CS" 'Di as2' --bozza --id $TERZA >"$OUT"
run cartella ricostruisci
like out 'accesso\.sqlite \(credenziali, sessioni e bozze\)' \
    'ricostruisci dice che non le rifà'
run come as2 bozze
like out "annota $CS" 'e le lascia dove sono'
is_integro 'con le bozze'

# ---- not without end ----

sqlite3 "$S/accesso.sqlite" "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL
    SELECT i + 1 FROM n WHERE i < 48) INSERT INTO bozza SELECT utente, per,
    printf('%032x', i), atto, riferimento, ora, testo FROM bozza, n
    WHERE id = '$TERZA'"
run come as2 annota "$CS" 'Bozza 50' --bozza --id $QUARTA
is_exit 0 'cinquanta bozze per uno'
run come as2 annota "$CS" 'Bozza 51' --bozza
is_exit 1 'non di più'
like err 'hai già 50 bozze' 'e lo dice'
run come as2 annota "$CS" 'Bozza 50, di nuovo' --bozza --id $QUARTA
is_exit 0 'ma una che c'\''è si riscrive'
plan

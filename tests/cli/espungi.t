# SPDX-License-Identifier: EUPL-1.2
# espungi: a document filed in the wrong cartella is removed for good.  Its
# words are sought in every byte of the store, with a control before; the chain
# goes on, git does, and whoever sees the case is told that there was something.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
P='determinazione n. 12 del 18/11/2026'
V=diario/2026/00/0001.xml
REL=relazioni/0001.xml
PAROLE='zafferano|Ermenegilda|ZAFFERANO'

# Every byte of the store, objects of git inflated and tables of SQLite dumped:
# the places where the words stand.
tracce() {
	grep -raliE "$PAROLE" "$S"
	find "$S" -name refs -type d | while read -r refs; do
		git=$(dirname "$refs")
		git --git-dir "$git" cat-file --batch --batch-all-objects \
		    --unordered | grep -aiqE "$PAROLE" && echo "$git"
	done
	for db in "$S"/*.sqlite*; do
		case $db in *-shm | *-wal) continue ;; esac
		sqlite3 "file:$db?mode=ro" .dump | grep -aiqE "$PAROLE" &&
		    echo "$db dump"
	done
}

espungi() {
	come resp espungi "$CS" "$@"
}

come as1 annota "$CS" 'Ermenegilda coltiva zafferano' >/dev/null
come as1 annota "$CS" 'resta questa' >/dev/null
redatta "$CS" >/dev/null
come as1 redigi --cartella "$CS" --relazione "$REL" --tipo attivita \
    --oggetto 'relazione su M. R.' --fatti-accertati 'Lo zafferano di Ermenegilda.' \
    --dichiarazioni 'La madre dice di essere sola.' --valutazioni 'Serve.' >/dev/null
come as1 annota "$CS" 'bozza: zafferano' --bozza >/dev/null
come as1 annota "$CS" 'dopo' >/dev/null

# ---- refused ----

run come resp espungi "$CS" "$V" --motivo x
is_exit 1 'senza provvedimento: no'
like err 'ci vuole «provvedimento»' 'e lo dice'
run come as1 espungi "$CS" "$V" "$P" 'altra persona'
is_exit 3 'non è di chi scrive il diario'
run espungi diario/2026/00/0099.xml "$P" x
is_exit 1 'ciò che non c'\''è: no'
like err '\[documento-ignoto\]' 'e lo dice'
run espungi scheda.xml "$P" x
is_exit 1 'la scheda: no'
like err 'errore: /espungi/documento: .*tipo «scheda».*\[non-espungibile\]' 'e dice che cosa sì'
come as1 correggi-voce "$CS" diario/2026/00/0002.xml 'meglio' 'resta quella' >/dev/null
run espungi diario/2026/00/0002.xml "$P" x
is_exit 1 'una voce corretta: no'
like err 'lo nomina diario/correzioni/00/0001.xml.*\[ha-seguito\]' 'e dice che cosa vi si fonda'
ok 'prima le parole si trovano: nel ramo e nel registro' [ "$(tracce | grep -c .)" -ge 4 ]

# ---- done ----

TESTA=$(git -C "$D" rev-parse HEAD)
ATTI=$(git -C "$D" rev-list --count HEAD)
run espungi "$V" "$P" 'è di un'\''altra persona' --id 55555555555555555555555555555555
is_exit 0 'il responsabile espunge la voce'
cp "$OUT" prima
run espungi "$V" "$P" 'è di un'\''altra persona' --id 55555555555555555555555555555555
is_exit 0 'la stessa istanza: la stessa risposta'
same_bytes "$OUT" prima 'byte per byte'
run espungi "$V" "$P" ancora
is_exit 1 'due volte: no'
like err '\[gia-espunto\]' 'e lo dice'
run espungi "$REL" "$P" 'anche questa, ZZ'
is_exit 0 'e una relazione scritta due volte'
is "$(tracce)" '' 'dopo, nessuna parola in nessun byte'
is "$(git -C "$D" rev-list --count HEAD)" $((ATTI + 2)) 'un commit per ogni atto, e i due che espungono'
not_ok 'la storia di prima non c'\''è più' git -C "$D" cat-file -e "$TESTA"
is "$(sqlite3 "$S/registro.sqlite" "SELECT count(*) FROM posto_prima WHERE commit_id = '$TESTA'")" \
    1 'il registro sa quale commit c'\''era'
run cartella verifica
is_exit 0 'verifica non trova difetti'
like out ': 0 difetti' 'e lo dice'

# ---- what is said of it ----

run cat "$D/$V"
like out '<provvedimento>determinazione n. 12' 'al suo posto una lapide'
unlike out ' id=' 'senza il suo id'
run come as1 mostra "$CS" --documento "$V"
like out "^documento espunto il 20/11/2026, provvedimento $P" 'chi vede la cartella lo sa'
run come as1 mostra "$CS" --al 2026-11-20 --documento "$REL"
like out '^documento espunto il 20/11/2026' 'anche chi guarda un giorno passato'
run come as1 mostra "$CS"
like out "$REL .*documento espunto" 'fra i documenti c'\''è il posto'
run come as1 diario "$CS"
unlike out '0001\.xml' 'fra le voci no'
like out 'dopo' 'le altre restano'
run come as1 trova zafferano
unlike out 'CS-2026' 'la ricerca non lo trova'
run come as1 storia "$CS"
is_exit 0 'la storia si legge'
like out 'espungi' 'e dice che si è espunto'
run come as1 annota "$CS" 'il posto non si riusa'
is_out "$CS diario/2026/00/0004.xml" 'il posto non si riusa'

# ---- others' tools, and the register made again ----

ok 'git fsck' git -C "$D" fsck --strict --no-dangling
ok 'git clone' git clone -q "$D" copia
ok 'git bundle' git -C "$D" bundle create -q "$T/b.bundle" main
ok 'del bundle un clone' git clone -q -b main "$T/b.bundle" dal-bundle
rm -rf gc && cp -a "$D" gc
ok 'git gc' git -C gc gc -q --prune=now
is "$(git -C gc rev-parse HEAD)" "$(git -C "$D" rev-parse HEAD)" 'e la testa è quella'
run cartella ricostruisci
is_exit 0 'il registro si rifà'
no_file "$S/registro.sqlite.precedente" 'e non lascia accanto quello di prima'
run cartella verifica
is_exit 0 'ed è uguale'

# ---- a lapide is believed with its espunzione only ----

cp -a "$S" "$T/falso"
sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM espunto' >"$T/n"
is "$(cat "$T/n")" 3 'tre versioni espunte'
plan

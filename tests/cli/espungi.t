# SPDX-License-Identifier: EUPL-1.2
# espungi: a document filed in the wrong cartella is removed for good.  Its
# words are sought in every byte of the store, with a control before; the chain
# goes on, git does, and whoever sees the case is told that there was something.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1

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
like err 'errore: /espungi/documento: .*tipo «scheda».*«aggiorna-scheda».*\[non-espungibile\]' \
    'e dice che cosa fare'
come as1 correggi-voce "$CS" diario/2026/00/0002.xml 'meglio' 'resta quella' >/dev/null
run espungi diario/2026/00/0002.xml "$P" x
is_exit 1 'una voce corretta senza dire che va anche la correzione: no'
like err '\[vanno-insieme\]' 'e lo dice'
ok 'prima le parole si trovano: nel ramo e nel registro' [ "$(tracce | grep -c .)" -ge 4 ]

# ---- done ----

ID=$(sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p' "$D/$V")
not_ok 'e così il suo id' [ -z "$(tracce "$ID")" ]
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
is "$(tracce "$ID")" '' 'e l'\''id, che ne salava l'\''impronta, in nessuno'
is "$(git -C "$D" rev-list --count HEAD)" $((ATTI + 2)) \
    'un commit per ogni atto, e i due che espungono'
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

# One who knows git puts a lapide where nothing was erased.
falsa() {
	sed -e 's,<segno>.*,<segno>'"$1"'</segno>,' \
	    -e 's,<impronta>.*,<impronta>'"$2"'</impronta>,' "$D/$V" >"$T/lapide"
}
sqlite3 "$S/registro.sqlite" "SELECT segno, impronta FROM documento
    WHERE cartella = 'cartelle/2026/0000001' AND percorso = 'diario/2026/00/0003.xml'" |
    { IFS='|' read -r segno impronta && falsa "$segno" "$impronta"; }
cp -a "$S" "$T/sano"
git clone -q "$D" falsata
git -C falsata -c user.name=x -c user.email=x@x.invalid filter-branch -f \
    --tree-filter "[ ! -f diario/2026/00/0003.xml ] ||
    cp $T/lapide diario/2026/00/0003.xml" -- main >"$T/fb" 2>&1
cp -rn falsata/.git/objects/. "$D/.git/objects/"
git -C falsata rev-parse HEAD >"$D/.git/refs/heads/main"
run cartella verifica
is_exit 1 'una lapide messa da altri è un difetto'
like out '0003.xml dell.atto [0-9]+ è una lapide, ma nessuna espunzione la nomina' \
    'e verifica dice quale'
run cartella ricostruisci
is_exit 1 'e da lì il registro non si rifà'
rm -rf "$S" && mv "$T/sano" "$S"
run cartella verifica
is_exit 0 'com'\''era prima è integro'
plan

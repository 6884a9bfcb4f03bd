# SPDX-License-Identifier: EUPL-1.2
# The table of atti: no atto without schema, fixtures, norm, a place in the
# man page and in the manual; no document without fixtures.
. tests/cli/lib.sh

MAN=$RADICE/docs/cartella.1
MANUALE=$RADICE/docs/manuale.md

# The words of a section of the help.
words() {
	"$CARTELLA" aiuto | awk -v s="$1:" '$0 == s { on = 1; next }
	    /^[^ ]/ || /^$/ { on = 0 } on { print $1 }'
}

how_many() {
	find "$1" -maxdepth 1 -name '*.xml' 2>/dev/null | wc -l
}

fixtures() {	# fixtures NAME: some valid, and as many refused
	tabella_v=$(how_many "$FIXTURES/$1/valid")
	tabella_r=$(how_many "$FIXTURES/$1/refused")
	ok "$1: fixture ($tabella_v valide, $tabella_r rifiutate)" \
	    [ "$tabella_v" -gt 0 -a "$tabella_r" -ge "$tabella_v" ]
}

words atti >atti
words servizio >servizio
ok "l'aiuto elenca gli atti" grep -qx registra atti
ok 'e i servizi' grep -qx verifica servizio

while read -r atto; do
	has_file "$RADICE/schema/atti/$atto.xsd" "$atto: schema"
	fixtures "$atto"
	run "$CARTELLA" aiuto "$atto"
	like out '^norma: .' "$atto: norma"
	ok "$atto: pagina di manuale" grep -qx ".It Cm $atto" "$MAN"
	ok "$atto: manuale" grep -Eq \
	    "cartella( --[a-z]+ [^ ]+)* $atto( |\$)" "$MANUALE"
	[ "$atto" = init ] || ok "$atto: qualche ruolo può farlo" grep -q \
	    "nome=\"$atto\"" "$RADICE/templates/ente/permessi.xml"
done <atti
run "$CARTELLA" aiuto annota
like out '^uso: cartella annota CARTELLA TESTO ' "l'uso dice che cosa si scrive senza nome"

while read -r word; do
	ok "$word: pagina di manuale" grep -qx ".It Cm $word" "$MAN"
done <servizio

# What the man page and the schemas have, the program has.
sed -n 's/^\.It Cm //p' "$MAN" | while read -r word; do
	grep -qx -e "$word" atti servizio || echo "$word"
done >troppi
is "$(cat troppi)" '' 'la pagina di manuale non inventa comandi'
for xsd in "$RADICE"/schema/atti/*.xsd; do
	atto=$(basename "$xsd" .xsd)
	grep -qx "$atto" atti || echo "$atto"
done >troppi
is "$(cat troppi)" '' "nessuno schema senza atto"

for xsd in "$RADICE"/schema/documenti/*.xsd; do
	tipo=$(basename "$xsd" .xsd)
	fixtures "$tipo"
	ok "$tipo: detto in docs/formato.md" grep -q "^| \`$tipo\` |" \
	    "$RADICE/docs/formato.md"
done

if command -v mandoc >/dev/null; then
	run mandoc -T lint -W warning "$MAN"
	is_exit 0 'mandoc accetta la pagina di manuale'
	silent out 'senza osservazioni'
else
	skip 'mandoc non c'\''è' 2
fi
plan

# SPDX-License-Identifier: EUPL-1.2
# verifica --da-ultima behind a sealed day: it begins there, sees what is behind
# and not what is before, and a seal that is not whole opens nothing.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

R=registro/2026.git

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}
cosi() {	# cosi NAME: keeps the store; torna NAME: has it back
	rm -rf "$T/$1"
	cp -a "$S" "$T/$1"
}
torna() {
	chmod -R u+rwX "$S"
	rm -rf "$S"
	cp -a "$T/$1" "$S"
}
oggetto() {	# oggetto COMMIT:PATH: its file in the register's folder, writable
	og=$(git --git-dir "$S/$R" rev-parse "$1") &&
	og=$S/$R/objects/$(echo "$og" | cut -c1-2)/$(echo "$og" | cut -c3-) &&
	chmod u+w "$og" && echo "$og"
}
di_atto() {	# di_atto SEQ: the commit of that act in the register's folder
	in_registro "SELECT commit_id FROM posto
	    WHERE seq = $1 AND cartella = '$R'"
}
dopo() {	# dopo FILE WHAT: what the report says of where it began
	xmllint --xpath "string(//*[local-name() = 'dopo']/@$2)" "$1"
}

# ---- a sealed day, verified ----

ente_di_prova >/dev/null && sigillo_ufficio >/dev/null &&
    giorno_formato >/dev/null || exit 1
ora 2026-11-21T09:00:00+01:00
come resp chiudi-giorno >/dev/null || exit 1
FINE=$(in_registro "SELECT ultimo FROM giornaliero WHERE data = '2026-11-20'")
run cartella verifica
is_exit 0 'tutto, una volta'
registra_lettera >/dev/null
PRIMA=$(in_registro 'SELECT max(seq) FROM catena')
registra_lettera >/dev/null
run cartella verifica --da-ultima --rapporto r.xml
is_exit 0 'dopo due atti: integro'
is "$(dopo r.xml giorno)" 2026-11-20 'si comincia dal giorno sigillato'
is "$(dopo r.xml atto)" "$FINE" 'dal suo ultimo atto'
unlike out 'nessun giorno è sigillato|si verifica tutto' 'e non da altro'
like out "^verifica da-ultima: $(($(in_registro 'SELECT max(seq)
    FROM catena') - FINE)) atti" 'si guarda ciò che sta dietro, anche già verificato'
like out '[1-9][0-9]* firme' 'e la firma del sigillo'
like out "dopo l'atto $FINE:" 'e si dice da dove'
cosi intero

dice() {	# dice PLACE DESC: found, by the whole one too; then as it was
	run cartella verifica --da-ultima
	is_exit 1 "$2: si trova"
	like out "^DIFETTO: $1" 'e si dice dove'
	run cartella verifica
	is_exit 1 'e lo trova quella intera'
	torna intero
}
tace() {	# tace DESC: only the whole one sees it
	run cartella verifica --da-ultima
	is_exit 0 "$1: non si guarda"
	run cartella verifica
	is_exit 1 'ma quella intera lo trova'
	torna intero
}

# ---- behind, and before ----

printf x >>"$(oggetto "$(di_atto "$PRIMA")")"
dice "$R" 'un atto dietro il sigillo'
printf x >>"$(oggetto "$(di_atto $((FINE + 1)))")"
dice "$R" 'il primo dietro il sigillo, che era verificato'
# the commit on which the first one stands is read: it is the one before that
f=$(in_registro "SELECT seq FROM posto WHERE cartella = '$R' AND seq <= $FINE
    ORDER BY seq DESC LIMIT 1")
printf x >>"$(oggetto "$(di_atto "$f"):$(git --git-dir "$S/$R" diff-tree -r --root \
    --name-only --no-commit-id "$(di_atto "$f")" | grep registrazioni)")"
tace 'un documento di prima del sigillo'

# ---- the seal itself ----

TAG=giorno/2026-11-20
tag_rifatto() {	# the same words, one letter of the signature is another
	git --git-dir "$S/$R" cat-file tag $TAG | awk '
	    /BEGIN PGP/ { print; getline; print; getline
	        sub(/.$/, /A$/ ? "B" : "A"); print; next } { print }' |
	    git --git-dir "$S/$R" hash-object -t tag -w --stdin --literally
}
tag_altrui() {	# signed, by who is nobody here
	[ -n "${ALTRUI:-}" ] || ALTRUI=$(gpg_key altrui)
	git --git-dir "$S/$R" cat-file tag $TAG |
	    sed '/-----BEGIN PGP/,$d' >altrui.txt
	gpg --batch --quiet --yes --local-user "$ALTRUI" --armor \
	    --output - --detach-sign altrui.txt | cat altrui.txt - |
	    git --git-dir "$S/$R" hash-object -t tag -w --stdin --literally
}
sposta() {	# sposta OBJECT [SQL]: the ref is there, and the register says so
	echo "$1" >"$S/$R/refs/tags/$TAG"
	[ -z "${2:-}" ] || sqlite3 "$S/registro.sqlite" "UPDATE tag
	    SET oggetto = '$1' WHERE cartella = '$R' AND nome = '$TAG'"
}
t=$(tag_rifatto) && sposta "$t"
dice "$R" 'un sigillo con un'\''altra firma'
t=$(tag_rifatto) && sposta "$t" registro
dice "$R tag $TAG" 'anche se il registro dice che è quella'
t=$(tag_altrui) && sposta "$t" registro
dice "$R tag $TAG" 'un sigillo di un altro, come se fosse dell'\''ufficio'
rm "$S/$R/refs/tags/$TAG"
dice "$R" 'un sigillo tolto'
via() {		# the seal, of the register and of the folders
	sqlite3 "$S/registro.sqlite" "DELETE FROM tag WHERE nome = '$TAG'"
	rm "$S/$R/refs/tags/$TAG" "$S/ente/.git/refs/tags/$TAG"
}
via
tolto() {	# tolto DESC: all is looked at, and found; then as it was
	run cartella verifica --da-ultima
	is_exit 1 "$1: si trova"
	like out '^nota: verifica: del sigillo del 2026-11-20 mancano righe.*: si verifica tutto' \
	    'e non si comincia di lì'
	like out '^DIFETTO: registro' 'e si dice dove'
	torna intero
}
tolto 'tolto anche dal registro'
sqlite3 "$S/registro.sqlite" "DELETE FROM tag WHERE cartella = 'ente'"
rm "$S/ente/.git/refs/tags/$TAG"
tolto 'anche in una cartella sola'
for riga in sigillo firma firma_file; do
	sqlite3 "$S/registro.sqlite" "DELETE FROM $riga"
	tolto "ciò che ne dice la tabella $riga"
done

# ---- a stolen key vouches for nothing ----

run come resp revoca-chiave --motivo compromessa --dal 2026-11-20 \
    --chiave "$(in_registro 'SELECT chiave FROM chiusura_giorno')"
is_exit 0 'la chiave del sigillo è rubata'
run cartella verifica --da-ultima
is_exit 0 'non è un difetto'
like out '^nota: verifica: nessun giorno è sigillato' 'ma non si comincia di lì'
plan

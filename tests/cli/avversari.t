# SPDX-License-Identifier: EUPL-1.2
# What SECURITY.md says of whoever can write the files: what was sealed cannot be
# made otherwise without the key; what came after the last seal can, and that the
# store is another one shows only beside what was kept elsewhere.  Both halves are
# tried, the one that holds and the one that does not.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

ultimo() {	# the last link of the chain
	sqlite3 "$S/registro.sqlite" \
	    'SELECT impronta FROM catena ORDER BY seq DESC LIMIT 1'
}
altra_lettera() {
	echo altra >"$T/altra.txt"
	come prot registra --flusso entrata --oggetto "$1" --classifica VII/9 \
	    --mittente.denominazione Altri "$T/altra.txt"
}

ente_di_prova >/dev/null && chiave_di resp >/dev/null || exit 1
cp -a "$S" prima
registra_lettera >/dev/null
come resp sigilla >sigillo.txt || exit 1
TAG=$(sqlite3 "$S/registro.sqlite" 'SELECT nome FROM tag LIMIT 1')
# what an expert has at home: a clone, and the public key
git clone -q "$S/registro/2026.git" fuori 2>/dev/null
ok 'il sigillo si verifica fuori di qui' git -C fuori verify-tag "$TAG"
ANELLO=$(git -C fuori cat-file tag "$TAG" | sed -n 's/^anello [0-9]* //p')
ok 'e nomina un anello della catena' test "$(sqlite3 "$S/registro.sqlite" \
    "SELECT count(*) FROM catena WHERE impronta = '$ANELLO'")" = 1
registra_lettera >/dev/null
CODA=$(ultimo)
cp -a "$S" vera

# ---- what follows the last seal: whoever writes the files writes it anew ----

rm -rf "$S"
cp -a vera "$S"
sigillato=$(sqlite3 "$S/registro.sqlite" \
    "SELECT seq FROM catena WHERE impronta = '$ANELLO'")
ok 'dopo il sigillo c'\''è altro' test "$(sqlite3 "$S/registro.sqlite" \
    'SELECT max(seq) FROM catena')" -gt "$sigillato"
# as the store was when it was sealed, and another letter in place of the last
rm -rf "$S"
cp -a prima "$S"
altra_lettera 'al suo posto' >/dev/null
run cartella verifica
is_exit 0 'NON TIENE: una storia rifatta da capo è integra, per chi ha solo quella'
not_ok 'TIENE: l'\''anello che si è annotato altrove non c'\''è più' \
    test "$(ultimo)" = "$CODA"
is "$(sqlite3 "$S/registro.sqlite" \
    "SELECT count(*) FROM catena WHERE impronta = '$ANELLO'")" 0 \
    'TIENE: né quello del sigillo che un altro conserva'

# ---- what was sealed: the seal does not go with another history ----

cp -a vera/registro/2026.git/refs/tags "$T/rami"
mkdir -p "$S/registro/2026.git/refs/tags"
cp -a "$T/rami/." "$S/registro/2026.git/refs/tags/"
cp -a vera/registro/2026.git/objects/. "$S/registro/2026.git/objects/"
run cartella verifica
ok 'TIENE: un sigillo messo su un'\''altra storia si vede' test "$CODE" -ne 0
not_ok 'e con git soltanto: il suo commit non sta in questa' git --git-dir \
    "$S/registro/2026.git" merge-base --is-ancestor "$TAG^{}" main

# ---- an older copy put back ----

rm -rf "$S"
cp -a prima "$S"
run cartella verifica
is_exit 0 'NON TIENE: una copia più vecchia, rimessa al suo posto, è integra'
is "$(sqlite3 "$S/registro.sqlite" \
    "SELECT count(*) FROM catena WHERE impronta = '$CODA'")" 0 \
    'TIENE: ma manca l'\''ultimo anello che altri conoscono'

# ---- without the key a seal is not made ----

rm -rf "$S"
cp -a vera "$S"
gpg --batch --quiet --yes --delete-secret-keys \
    "$(gpg --batch --with-colons --list-secret-keys |
    awk -F: '$1 == "fpr" { print $10; exit }')"
run come resp sigilla
is_exit 1 'TIENE: senza la chiave il sigillo non si fa'
like err '\[(senza-chiave|firma-non-fatta)\]' 'e si dice perché'
plan

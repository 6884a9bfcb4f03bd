#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The search behind an erasure finds a word wherever it was put: without this
# its silence would prove nothing.
. tests/cli/lib.sh

tracce() { "$DRIVER/tracce" "$@"; }
P=zafferanoso

# pianta NAME: a directory for one place, and in it the current directory
pianta() {
	mkdir -p "$T/$1"
	cd "$T/$1" || exit 1
}

# trova ERE DESC: the word is found, in a place like that
trova() {
	cd "$T" || exit 1
	run tracce "$D" "$P"
	is_exit 1 "$2"
	like out "^$P	.*($1)" "$2: dove"
}

archivio() {
	git init -q -b main . && git config user.name x && git config user.email x@x
}

versione() {
	printf '%s\n' "$2" >"$1" && git add "$1" && git commit -qm "$1"
}

# rumore N: a text long enough for a delta
rumore() { seq 1 "$1"; }

# ---- nothing ----
D=$T/niente
pianta niente
archivio
versione a 'una nota'
sqlite3 registro.sqlite 'CREATE TABLE t (a); INSERT INTO t VALUES (1);'
cd "$T" || exit 1
run tracce "$D" "$P"
is_exit 0 'dove la parola non è, non la trova'
silent out 'e non dice nulla'
silent err 'né si lamenta'

run tracce "$D" 0123456789abcdef0123456789abcdef
is_exit 0 'una parola di ogni lunghezza'

# ---- files and names ----
D=$T/nomi
pianta nomi
mkdir -p "a/x-$P-y"
trova 'nome di a/x' 'il nome di una directory'
D=$T/meta
pianta meta
ln -s "/altrove/$P" legame
trova 'meta di legame' 'la meta di un collegamento'
D=$T/visibile
pianta visibile
printf '<a>ZAFFERANoso</a>\n' >scheda.xml
trova 'scheda.xml' 'un file, in maiuscole'
D=$T/marcato
pianta marcato
printf '<p>zaffe<b>rano</b>so</p>\n' >scheda.xml
trova 'senza marcature' 'una parola in parte in grassetto'
D=$T/largo
pianta largo
printf %s "$P" | iconv -t UTF-16BE >f
trova 'UTF-16BE' 'un testo in UTF-16'
for i in 1 22 333; do
	D=$T/base$i
	pianta "base$i"
	printf '%s%s!' "$i" "$P" | base64 >f
	trova 'base64' "un testo in base64, spostato di $i"
done
D=$T/gzip
pianta gzip
{ printf x; echo "nota $P" | gzip; } >f
trova 'gzip a 1' 'un flusso gzip in mezzo a un file'

# ---- git ----
D=$T/oggetto
pianta oggetto
archivio
versione a "nota $P"
git rm -q a && git commit -qm via
trova '.git/objects/[0-9a-f]{2}/.*zlib a 0' 'un oggetto singolo, compresso'
trova '.git, oggetto' 'lo stesso, letto da git'
D=$T/nessuno
pianta nessuno
archivio
versione a 'nota'
echo "$P" | git hash-object -w --stdin >/dev/null
trova '.git, oggetto' 'un oggetto che nessuno nomina'
D=$T/messaggi
pianta messaggi
archivio
versione "$P" nota
trova '.git, oggetto' 'il messaggio di un commit, un nome in un albero'
D=$T/pacco
pianta pacco
archivio
rumore 400 >a
echo "$P" >>a
git add a && git commit -qm a
rumore 400 >a
echo altro >>a
git add a && git commit -qm b
git gc -q
trova 'pack-.*[.]pack, zlib' 'un pacco'
git --git-dir="$D/.git" verify-pack -v "$D"/.git/objects/pack/*.idx >"$T/delta"
ok 'che ha un delta' grep -Eq ' blob +[0-9]+ [0-9]+ [0-9]+ 1 ' "$T/delta"
rm -f "$D"/.git/objects/pack/*.idx "$D"/.git/objects/pack/*.rev
mv "$D"/.git/objects/pack/*.pack "$D"/.git/objects/pack/tmp_pack_1
trova 'tmp_pack_1, zlib' 'un pacco a metà, senza indice'
# the word is put together from base and delta
D=$T/cucito
pianta cucito
archivio
{ rumore 300; printf zafferano; } >a
git add a && git commit -qm a
{ rumore 300; printf 'zafferanoso e poi altro'; seq 5000 5100; } >a
git add a && git commit -qm b
git gc -q
trova '.git, oggetto' 'una parola cucita da base e delta'
D=$T/registri
pianta registri
archivio
git commit -q --allow-empty -m "$P"
git commit -q --amend --allow-empty -m altro
trova '.git/logs/HEAD' 'il diario di git'

# ---- attachments ----
D=$T/odt
pianta odt
printf '<office:p>zaffe<text:span>rano</text:span>so</office:p>' >content.xml
zip -q a.odt content.xml && rm content.xml
trova 'zip a 0, senza marcature' 'un ODT'
D=$T/pdf
pianta pdf
cat >a.pdf <<'FINE'
%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 54>> stream
BT /F 12 Tf 20 200 Td [<7a616666>(er\141n)<6f736f>] TJ ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
FINE
trova 'testo del PDF' 'il testo di un PDF'
{ printf 'Received: x\nFrom: a@b\nSubject: s\nMIME-Version: 1.0\n'
  printf 'Content-Type: application/pdf; name=a.pdf\n'
  printf 'Content-Transfer-Encoding: base64\n\n'
  base64 "$D/a.pdf"; } >"$T/m.eml"
D=$T/posta
pianta posta
mv "$T/m.eml" 0123abcd
trova 'messaggio, parte 1, testo del PDF' 'il PDF di un messaggio'
D=$T/quotato
pianta quotato
lettera() {
	printf 'Received: x\nFrom: a@b\nSubject: %s\nMIME-Version: 1.0\n' "$1"
	printf 'Content-Type: text/plain; charset=utf-8\n'
	printf 'Content-Transfer-Encoding: quoted-printable\n\n%b\n' "$2"
}
lettera '=?utf-8?Q?zaff=65ranoso?=' 'un testo' >m
trova 'messaggio' 'un oggetto codificato'
lettera s 'un zaffe=\nranoso' >"$D/m"
trova 'messaggio' 'una riga spezzata'

# ---- databases ----
D=$T/riga
pianta riga
sqlite3 accesso.sqlite "CREATE TABLE t (a); INSERT INTO t VALUES ('x$P')"
trova 'accesso.sqlite' 'una riga di una base di dati'
D=$T/tolta
pianta tolta
sqlite3 letture.sqlite "PRAGMA secure_delete = 0; CREATE TABLE t (a);
	INSERT INTO t VALUES ('x$P'); DELETE FROM t;" >/dev/null
is "$(sqlite3 letture.sqlite 'SELECT count(*) FROM t')" 0 'tolta'
trova 'letture.sqlite' 'una riga tolta'
D=$T/wal
pianta wal
sqlite3 registro.sqlite "PRAGMA journal_mode = WAL; CREATE TABLE t (a);" \
	>/dev/null
sqlite3 registro.sqlite "INSERT INTO t VALUES ('$P');" \
	'.shell cp registro.sqlite-wal salvato' >/dev/null
sqlite3 registro.sqlite "DELETE FROM t; PRAGMA wal_checkpoint(TRUNCATE); VACUUM;
	PRAGMA journal_mode = DELETE" >/dev/null
mv salvato registro.sqlite-wal
trova 'registro.sqlite-wal' 'il giornale di una base di dati'
D=$T/indice
pianta indice
sqlite3 registro.sqlite "CREATE VIRTUAL TABLE i USING fts5 (a, content = '');
	INSERT INTO i (rowid, a) VALUES (1, 'zafferanosi zafferanosa $P');"
not_ok 'i suoi byte non la mostrano' grep -q "$P" registro.sqlite
trova 'indice i' 'un termine di un indice, che i suoi byte non mostrano'
# one of many words of that length goes from one page to another
D=$T/pagine
pianta pagine
sqlite3 registro.sqlite "PRAGMA page_size = 512; CREATE TABLE t (a);
	WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 4 FROM n
	WHERE i < 1520) INSERT INTO t SELECT printf('%.*c', i, '-') ||
	printf('zafferano%04d', i) || printf('%.*c', 3000 - i, '-') FROM n;"
grep -ao 'zafferano[0-9][0-9][0-9][0-9]' registro.sqlite | sort >"$T/intere"
P=$(sqlite3 registro.sqlite "SELECT replace(a, '-', '') FROM t" |
	sort | comm -23 - "$T/intere" | head -n 1)
ok 'una parola va da una pagina a un'\''altra' test -n "$P"
trova 'fra due pagine' 'la trova'

# ---- what cannot be looked at ----
D=$T/rotto
pianta rotto
mkdir -p a.git/objects
echo x >a.git/HEAD
cd "$T" || exit 1
run tracce "$D" "$P"
is_exit 2 'un deposito git rotto non prova nulla'
like err 'a.git' 'e lo dice'
run tracce "$D"
is_exit 2 'senza parole non cerca'
run tracce "$D" ''
is_exit 2 'né una parola vuota'
plan

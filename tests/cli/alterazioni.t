# SPDX-License-Identifier: EUPL-1.2
# What verifica sees: any value of any table, any byte of any file, whatever is
# missing or too many, whatever git was made to do by hand; what ricostruisci
# refuses, and that what it makes is the register it replaces.
#
# ALTERA=N random positions a file (3) of a sixth of the files; ALTERA_TUTTO=1
# every byte of every file, or of them ALTERA=1/8, every column and every object
# of the schema (`make prova-alterazioni`).
. tests/cli/lib.sh
. "$RADICE/tests/cli/semina.sh"

semina || exit 1
INTERO=$T/intero
cp -a "$S" "$INTERO"
FALDONE=accessi/2026/0000001

altera() {	# altera NAME MODE [ARG...]: on a copy of its own
	altera_dir=$T/$1
	altera_mode=$2
	shift 2
	cp -a "$INTERO" "$altera_dir"
	perl "$RADICE/tests/cli/altera.pl" "$altera_mode" "$altera_dir" "$@"
}

# Two processors are usual: two searches at a time.
due() {	# due MODE [ARG...] -- MODE [ARG...]
	due_first=
	while [ "$1" != -- ]; do
		due_first="$due_first $1"
		shift
	done
	shift
	# shellcheck disable=SC2086
	altera prima $due_first >prima.txt &
	due_pid=$!
	altera seconda "$@" >seconda.txt
	due_second=$?
	wait "$due_pid"
	due_first=$?
	rm -rf "$T/prima" "$T/seconda"
}

due_esiti() {	# due_esiti DESC DESC
	ok "$1" sh -c "cat prima.txt; exit $due_first"
	ok "$2" sh -c "cat seconda.txt; exit $due_second"
	note "$(tail -n 1 prima.txt)"
	note "$(tail -n 1 seconda.txt)"
}

run cartella verifica
is_exit 0 'a store that is whole passes'
silent err 'without a word of complaint'

quanti=${ALTERA:-3}
[ -z "${ALTERA_TUTTO:-}" ] || quanti=${ALTERA:-tutti}
due colonne -- schema
due_esiti 'a value of each column of each table, altered, is found' \
    'triggers, indices, views, columns, tables too many or too few are found'
# A sixth of the files, others another second; with ALTERA_TUTTO all.
if [ -n "${ALTERA_TUTTO:-}" ]; then
	meta=0/2
	altra=1/2
else
	sesto=$(($(date +%s) % 6))
	meta=$sesto/12
	altra=$((sesto + 6))/12
fi
due byte "$quanti" $meta -- byte "$quanti" $altra
due_esiti 'any byte of half of the files is found' 'and of the other half'
due mancanti -- estranei
due_esiti 'each file that is missing is found' \
    'a file more in each directory is found'
due letture -- sqlite 40
due_esiti 'the read log, altered, is found' \
    'a byte of registro.sqlite: found, or no row is other than it was'

# ---- a case with signatures ----

# The whole road to a letter that is signed: gpg verifies them every time.
. "$RADICE/tests/cli/ricette.sh"
SEMPLICE=$INTERO
INTERO=$T/caso
S=$INTERO
if ente_di_prova && pronta_approva &&
    ricetta_approva "$(id_di 99)"; then
	:
fi >caso.txt 2>&1
run cartella verifica
is_exit 0 'a store with a case passes'
like out ' 2 firme, ' 'its signatures are verified'
due colonne 'cartella|firma|firma_oggetto|firma_file' -- byte "$quanti" 0/1 '/firme/|/relazioni/'
due_esiti 'a value of each column about cartelle and signatures is found' \
    'any byte of a signature, or of what is signed, is found'
INTERO=$SEMPLICE
S=$T/deposito

# ---- folders and git, by hand ----

di_nuovo() {	# a whole store again
	chmod -R u+rwX "$S"
	rm -rf "$S"
	cp -a "$INTERO" "$S"
}

dump() {	# all rows but those about the moment, and the pages of the index
	sqlite3 "$1" .dump |
	    grep -Ev "^INSERT INTO '?(testa|mossa|ricerca_indice_[a-z]*)'? "
}

dump "$INTERO/registro.sqlite" >intero.sql

# The place is named, and a register is not rebuilt from this.
is_found() {	# is_found PLACE DESC
	run cartella verifica
	is_exit 1 "$2: verifica does not pass"
	like out "^DIFETTO: $1" 'and names the place'
}

is_not_rebuilt() {	# is_not_rebuilt DESC
	dump "$S/registro.sqlite" >prima.sql
	run cartella ricostruisci
	is_exit 1 "$1: ricostruisci refuses"
	dump "$S/registro.sqlite" >dopo.sql
	same_bytes prima.sql dopo.sql 'and leaves the register as it was'
	no_file "$S/registro.sqlite.precedente" 'and nothing aside'
	di_nuovo
}

a_mano() {	# git in a folder, as the custodian might
	a_mano_dir=$1
	shift
	git -C "$S/$a_mano_dir" -c user.name=x -c user.email=x@x.invalid \
	    -c gc.auto=0 "$@" >git.txt 2>&1 || { cat git.txt >&2; exit 1; }
}

mkdir -p "$S/cartelle/2026/0000009"
git init -q -b main "$S/cartelle/2026/0000009"
a_mano cartelle/2026/0000009 commit -q --allow-empty -m 'a mano'
is_found 'cartelle/2026/0000009' 'a folder more'
is_not_rebuilt 'a folder more'

rm -rf "$S/$FALDONE"
is_found "$FALDONE" 'a folder that is gone'
is_not_rebuilt 'a folder that is gone'

rm -rf "$S/registro/2026.git"
is_found 'registro/2026.git' 'the year that is gone'
is_not_rebuilt 'the year that is gone'

# An index is tolerated in a folder; what it stages is nothing to us.
a_mano ente add -A
run cartella verifica
is_exit 0 'git add alone leaves only an index: no defect'
di_nuovo

echo x >>"$S/ente/ente.xml"
a_mano ente commit -q -a -m 'a mano'
is_found 'ente' 'a commit made by hand'
is_not_rebuilt 'a commit made by hand'

a_mano ente commit -q --allow-empty -m 'nomina u07

Atto: 2'
is_found 'ente' 'an empty commit that says it is of an act'
is_not_rebuilt 'an empty commit that says it is of an act'

a_mano ente commit -q --allow-empty -m 'nomina u07

Atto: 14'
is_found 'ente' 'an empty commit of an act that never was'
is_not_rebuilt 'an empty commit of an act that never was'

a_mano "$FALDONE" update-ref refs/heads/main HEAD~1
is_found "$FALDONE" 'a branch put back by one'
is_not_rebuilt 'a branch put back by one'

a_mano ente commit -q --amend -m 'altro

Atto: 6'
is_found ente 'a commit whose message was changed'
di_nuovo

a_mano ente branch altro
is_found 'ente/refs/heads/altro' 'a branch more'
di_nuovo
a_mano ente tag prova
is_found 'ente/refs/tags/prova' 'a tag'
di_nuovo
printf '#!/bin/sh\n' >"$T/post-commit"
mkdir -p "$S/ente/.git/hooks"
cp "$T/post-commit" "$S/ente/.git/hooks/post-commit"
is_found 'ente/hooks/post-commit' 'a hook'
di_nuovo
a_mano ente config core.hooksPath /tmp
is_found 'ente/config' 'a setting more'
di_nuovo
ln -sf /etc/passwd "$S/ente/permessi.xml"
is_found 'ente/permessi.xml' 'a link in the place of a file'
di_nuovo
mkdir "$S/ente/vuota"
is_found 'ente/vuota' 'a directory more'
di_nuovo
touch "$S/cartelle"
is_found 'cartelle' 'a file in the place of a directory'
di_nuovo
impronta=$(find "$S/registro/2026/allegati" -type f -printf '%f\n' | head -n 1)
mkdir -p "$S/$FALDONE/allegati"
echo altro >"$S/$FALDONE/allegati/$impronta"
is_found "$FALDONE/allegati/$impronta" 'an attachment beside a folder, altered'
di_nuovo

# An object of the history, that no head shows any more.
oggetto=$(git -C "$S/ente" rev-parse HEAD~2:ente.xml)
oggetto=$S/ente/.git/objects/$(echo "$oggetto" | cut -c1-2)/$(echo "$oggetto" |
    cut -c3-)
chmod u+w "$oggetto"
echo x >>"$oggetto"
is_found 'ente/objects/' 'an old object'
di_nuovo

# ---- ricostruisci on folders that are whole ----

is_rebuilt() {	# is_rebuilt DESC
	run cartella ricostruisci
	is_exit 0 "$1: ricostruisci"
	like out 'letture.sqlite' 'says what it does not rebuild'
	dump "$S/registro.sqlite" >dopo.sql
	same_bytes intero.sql dopo.sql 'the same content'
	is "$(sqlite3 "$S/registro.sqlite" 'SELECT * FROM testa')" \
	    "$(sqlite3 "$INTERO/registro.sqlite" 'SELECT * FROM testa')" \
	    'the same heads'
	same_bytes "$INTERO/letture.sqlite" "$S/letture.sqlite" \
	    'the read log as it was'
	run cartella verifica
	is_exit 0 'and verifica passes'
	run come u07 registra --flusso entrata --oggetto Seguito \
	    --mittente.denominazione Scuola --classifica VII/9 \
	    --conferma senza-documento
	is_out 0000004/2026 'and the next number follows'
	di_nuovo
}

is_rebuilt 'on the register in use'
rm "$S/registro.sqlite"
run cartella verifica
is_exit 1 'without a register verifica does not pass'
like out '^DIFETTO: registro: ' 'and says so'
is "$(grep -c '^DIFETTO' "$OUT")" 1 'but all the rest is whole'
run cartella mostra 0000001/2026
is_exit 4 'without a register there is no act'
like err 'ricostruisci' 'and it says what to do'
is_rebuilt 'without a register'
head -c 100000 /dev/urandom >"$S/registro.sqlite"
run cartella verifica
is_exit 1 'on garbage verifica does not pass'
like out '^DIFETTO: registro: ' 'and says so'
is_rebuilt 'on garbage'
: >"$S/registro.sqlite"
is_found 'registro' 'an empty file for a register'
is_rebuilt 'on an empty file'
head -c 20000 "$INTERO/registro.sqlite" >"$S/registro.sqlite"
is_found 'registro' 'half a register'
is_rebuilt 'on half a register'

run cartella ricostruisci
has_file "$S/registro.sqlite.precedente" 'the old register is kept aside'
dump "$S/registro.sqlite.precedente" >dopo.sql
same_bytes intero.sql dopo.sql 'with its content'
run cartella verifica
is_exit 0 'which is no defect'
plan

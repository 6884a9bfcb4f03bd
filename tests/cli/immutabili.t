# SPDX-License-Identifier: EUPL-1.2
# What no SQL connection may do to a registered fact (invariante 1): every
# fixed table of the schema as it is, none named here.  Where triggers stand
# SQLite itself refuses; where they were dropped verifica finds it and
# ricostruisci puts it right.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/ricca.sh"

ricca >ricca.txt 2>&1 || { cat ricca.txt >&2; exit 1; }
R=$S/registro.sqlite
is "$(vuote)" '' 'every fixed table has a row to try on'
is "$(fisse)" "$(sed -n '/===== working tables/q
    s/^CREATE TABLE \([a-z_]*\).*/\1/p' "$RADICE/schema/registro.sql" | sort)" \
    'and they are all those of the fixed part of the schema'
run cartella verifica
is_exit 0 'the store is whole'

# ---- with the triggers where they are ----

sqlite3 "$R" .dump >intero.sql

ALTRO="CASE type WHEN 'INTEGER' THEN printf('coalesce(%s + 1, 1)', name)
    ELSE printf('coalesce(%s || ''x'', ''x'')', name) END"

modifiche() {		# modifiche TABLE: each of its columns, by every road
	sqlite3 -readonly "$R" "SELECT 'UPDATE ' || come || ' $1 SET ' ||
	    name || ' = ' || $ALTRO || ';' FROM pragma_table_info('$1'),
	    (SELECT column1 AS come FROM (VALUES (''), ('OR REPLACE'),
	    ('OR IGNORE'), ('OR FAIL')))"
	echo "DELETE FROM $1;"
}

# The row itself, and for each of its unique keys another row in its place.
rimpiazzi() {
	echo "INSERT OR REPLACE INTO $1 SELECT * FROM $1;"
	echo "REPLACE INTO $1 SELECT * FROM $1;"
	sqlite3 -readonly "$R" "SELECT 'INSERT OR REPLACE INTO $1 SELECT ' ||
	    (SELECT group_concat(CASE WHEN name IN (SELECT x.name FROM
	    pragma_index_info(i.name) x) THEN name ELSE $ALTRO END)
	    FROM pragma_table_info('$1')) || ' FROM $1;'
	    FROM pragma_index_list('$1') i WHERE i.\"unique\""
}

negate() {		# negate ERE: every statement of stdin, refused so
	negate_n=0
	while IFS= read -r negate_sql; do
		negate_n=$((negate_n + 1))
		negate_said=$(sqlite3 -cmd ".timeout 5000" "$R" "$negate_sql" 2>&1) &&
		    echo "passa: $negate_sql"
		echo "$negate_said" | grep -Eq "$1" ||
		    echo "$negate_sql: $negate_said"
	done
	[ "$negate_n" -gt 1 ] || echo 'nessuna prova'
}

for t in $(fisse); do
	is "$(modifiche "$t" | negate "$t: i fatti registrati non si modif")" \
	    '' "invariante 1: $t: no column changes, no row goes"
	is "$(rimpiazzi "$t" | negate "$t: (la riga esiste già|.* non segue)")" \
	    '' "invariante 1: $t: no row is put over another"
done
sqlite3 "$R" .dump >dopo.sql
same_bytes intero.sql dopo.sql 'not a byte of the rows is other'

# ---- with the triggers dropped ----

cp -a "$S" "$T/righe"
cp -a "$S" "$T/colonne"
# those that the store of alterazioni.t has not: there every column is tried
NUOVE=$(for t in $(fisse); do
	case $t in
	catena | catena_cartella | catena_allegato | documento | posto) ;;
	registrazione | soggetto | file) ;;
	*) echo "$t" ;;
	esac
done | paste -sd '|')
perl "$RADICE/tests/cli/altera.pl" colonne "$T/colonne" "$NUOVE" \
    >colonne.txt 2>&1 &
colonne=$!
perl "$RADICE/tests/cli/altera.pl" righe "$T/righe" >righe.txt 2>&1
righe=$?
wait "$colonne"
colonne=$?
ok 'of each fixed table a value, a row less, a row more are found' \
    sh -c "cat righe.txt; exit $righe"
ok 'and every column of the tables no other test fills' \
    sh -c "cat colonne.txt; exit $colonne"
note "$(tail -n 1 righe.txt)"
note "$(tail -n 1 colonne.txt)"

# ---- all at once, and back ----

righe() {		# but the branches' moves, and the pages of the index
	sqlite3 "$R" .dump |
	    grep -Ev "^INSERT INTO '?(testa|mossa|ricerca_indice_[a-z]*)'? "
}

righe >prima.sql
{
	echo 'PRAGMA foreign_keys = OFF;'
	sqlite3 -readonly "$R" "SELECT 'DROP TRIGGER ' || name || ';'
	    FROM sqlite_schema WHERE type = 'trigger'"
	for t in $(fisse); do
		sqlite3 -readonly "$R" "SELECT 'DELETE FROM $t WHERE ' ||
		    name || ' = (SELECT max(' || name || ') FROM $t);'
		    FROM pragma_table_info('$t') LIMIT 1"
	done
} >guasti.sql
sqlite3 -bail "$R" <guasti.sql
run cartella verifica
is_exit 1 'triggers dropped and rows gone: verifica does not pass'
run cartella ricostruisci
like out ': 0 difetti$' 'ricostruisci makes the register again'
righe >dopo.sql
same_bytes prima.sql dopo.sql 'with every row and every trigger'
run cartella verifica
is_exit 0 'and the store is whole'
plan

# SPDX-License-Identifier: EUPL-1.2
# Every fixture of an atto or of a document, in its cage: the valid ones are
# valid, each refused one has just the rilievi of its .rilievi file.
#
# tests/fixtures/NAME/{valid,refused}/*.xml: NAME is an atto (whole istanze) or
# the root of a document; when it is both, the root of the file tells.  A line
# of FILE.rilievi is "codice percorso", or "codice" alone for the whole.
. tests/cli/lib.sh

: "${DRIVER:=$(dirname "$CARTELLA")/driver}"
FIXTURE=$DRIVER/fixture

schema_of() {	# schema_of NAME FILE
	if [ ! -f "$RADICE/schema/atti/$1.xsd" ]; then
		echo "documenti/$1"
	elif [ ! -f "$RADICE/schema/documenti/$1.xsd" ] ||
	    grep -q '<istanza' "$2"; then
		echo "atti/$1"
	else
		echo "documenti/$1"
	fi
}

valid() {	# valid NAME FILE OUT
	is "$(cat "$3")" '' "$1: $(basename "$2" .xml) va bene"
}

refused() {	# refused NAME FILE OUT
	fixture_r=${2%.xml}.rilievi
	if [ -s "$fixture_r" ]; then
		same_bytes "$3" "$fixture_r" "$1: $(basename "$2" .xml) no"
	else
		is manca 'un .rilievi non vuoto' \
		    "$1: $(basename "$2" .xml) no"
	fi
}

# All of them by one process, that does what the job in the cage does.
mkdir esiti
for dir in "$FIXTURES"/*/refused; do
	name=$(basename "$(dirname "$dir")")
	[ -f "$RADICE/schema/atti/$name.xsd" ] ||
	    [ -f "$RADICE/schema/documenti/$name.xsd" ] || continue
	for file in "$FIXTURES/$name/valid"/*.xml "$dir"/*.xml; do
		echo "$(schema_of "$name" "$file") $file" \
		    "esiti/$name.$(basename "$(dirname "$file")").$(basename "$file" .xml)"
	done
done >lista
run "$FIXTURE" lista
is "$CODE$(cat "$ERR")" 0 'ogni documento ha un esito'
ok 'e ce ne sono molti' test "$(wc -l <lista)" -gt 900
while read -r schema file esito; do
	name=${esito#esiti/} name=${name%%.*}
	case $esito in
	esiti/"$name".valid.*) valid "$name" "$file" "$esito" ;;
	*) refused "$name" "$file" "$esito" ;;
	esac
done <lista
# In the cage the answer is the same: one of each.
awk '{ split($3, p, "."); if (!(p[1] in had)) { had[p[1]] = 1; if (n++ % 8 == 0) print } }' \
    lista >campione
while read -r schema file esito; do
	run "$FIXTURE" "$schema" "$file"
	is "$CODE" 0 "$schema: nella gabbia"
	same_bytes "$OUT" "$esito" "$schema: e dice lo stesso"
done <campione
for dir in "$FIXTURES"/*/refused; do
	ok "$dir: nessun .rilievi senza il suo documento" sh -c \
	    'for r in "$0"/*.rilievi; do [ -f "${r%.rilievi}.xml" ] || exit 1; done' \
	    "$dir"
done

# The driver itself can say no.
printf '<a/>' >a.xml
run "$FIXTURE" documenti/boh a.xml
is_exit 2 'uno schema che non esiste è un guasto'
run "$FIXTURE" documenti/ente a.xml
like out '^illeggibile$' 'e ciò che non è nostro non si legge'
plan

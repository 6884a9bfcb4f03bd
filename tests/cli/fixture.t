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

valid() {	# valid NAME FILE
	run "$FIXTURE" "$(schema_of "$1" "$2")" "$2"
	is "$CODE$(cat "$OUT" "$ERR")" 0 "$1: $(basename "$2" .xml) va bene"
}

refused() {	# refused NAME FILE
	fixture_r=${2%.xml}.rilievi
	run "$FIXTURE" "$(schema_of "$1" "$2")" "$2"
	if [ "$CODE" -eq 0 ] && [ -s "$fixture_r" ]; then
		same_bytes "$OUT" "$fixture_r" "$1: $(basename "$2" .xml) no"
	else
		is "$CODE$(cat "$ERR")" "0 e un .rilievi non vuoto" \
		    "$1: $(basename "$2" .xml) no"
	fi
}

for dir in "$FIXTURES"/*/refused; do
	name=$(basename "$(dirname "$dir")")
	[ -f "$RADICE/schema/atti/$name.xsd" ] ||
	    [ -f "$RADICE/schema/documenti/$name.xsd" ] || continue
	for file in "$FIXTURES/$name/valid"/*.xml; do
		valid "$name" "$file"
	done
	for file in "$dir"/*.xml; do
		refused "$name" "$file"
	done
	ok "$name: nessun .rilievi senza il suo documento" sh -c \
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

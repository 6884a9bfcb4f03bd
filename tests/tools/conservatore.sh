#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# conservatore.sh - a conservatore for tests: takes a package from a directory
# `in`, checks all that it can with sha256sum and xmllint, and puts its report
# in a directory `out` (docs/conservazione.md).
#
#	conservatore.sh IN OUT NAME [KEY]
#
# IN/NAME is the package; OUT/NAME.xml the report, and with KEY, a fingerprint
# of the GnuPG home in use, OUT/NAME.xml.asc its signature.  Environment:
#	ORA	when, in UTC (2026-11-21T12:00:00Z)
#	RIFIUTA	a unit to be refused, whatever it is, with the code `altro`
#	PRESI	file of the packages and contents taken before: what comes again
#		is refused with the code `gia-versato`
set -eu

in=$1/$3 out=$2/$3.xml nome=$3 chiave=${4:-}
: "${ORA:=$(date -u +%Y-%m-%dT%H:%M:%SZ)}" "${RIFIUTA:=}" "${PRESI:=/dev/null}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ns() {	# an XPath on the index, whatever the prefix
	xmllint --xpath "$1" "$in/data/indice.xml" 2>/dev/null
}
gruppi='/*[local-name()="indice-versamento"]/*[local-name()="gruppo"]'

refuse() {	# refuse WHERE CODE TEXT: a line of the report
	printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/no"
}

# ---- the package as a whole: "" ----

: >"$work/no"
whole() {
	cd "$in" || return 1
	for f in bagit.txt manifest-sha256.txt tagmanifest-sha256.txt \
	    data/indice.xml data/schemi/indice.xsd data/schemi/metadati.xsd; do
		[ -f "$f" ] || { refuse '' struttura "manca $f"; return 0; }
	done
	find . ! -type f ! -type d >"$work/strani"
	[ ! -s "$work/strani" ] || refuse '' struttura 'non sono solo file'
	sha256sum --quiet --strict -c tagmanifest-sha256.txt >/dev/null 2>&1 ||
	    refuse '' impronta 'un elenco non ha la sua impronta'
	# every file is in a list, every file of a list is there
	find . -type f | sed 's,^\./,,' | LC_ALL=C sort >"$work/ci-sono"
	{
		sed 's/^[0-9a-f]*  //' manifest-sha256.txt tagmanifest-sha256.txt
		printf '%s\n' tagmanifest-sha256.txt tagmanifest-sha256.txt.asc
	} | LC_ALL=C sort >"$work/detti"
	comm -23 "$work/ci-sono" "$work/detti" >"$work/di-troppo"
	[ ! -s "$work/di-troppo" ] ||
	    refuse '' struttura "nessun elenco nomina $(head -n 1 "$work/di-troppo")"
	xmllint --noout --nonet --schema data/schemi/indice.xsd \
	    data/indice.xml >/dev/null 2>&1 ||
	    refuse '' struttura 'l'\''indice non è valido'
}
(whole)

# ---- each unit, file by file ----

file_of() {	# file_of UNIT PATH IMPRONTA FORMAT METADATA SCHEMA
	f=$in/$2
	[ -f "$f" ] || { refuse "$1 $3" struttura "manca $2"; return 0; }
	[ "$(sha256sum <"$f" | cut -c1-64)" = "$3" ] ||
	    refuse "$1 $3" impronta "$2 ha un'altra impronta"
	[ "$(cat "$f.sha256" 2>/dev/null)" = "$3" ] &&
	    [ "$(wc -c <"$f.sha256")" -eq 64 ] ||
	    refuse "$1 $3" impronta "$2.sha256 non è la sua impronta"
	xmllint --noout --nonet --schema "$in/data/schemi/metadati.xsd" \
	    "$in/$5" >/dev/null 2>&1 ||
	    refuse "$1 $3" metadati "i metadati di $2 non sono validi"
	[ "$(xmllint --xpath 'string(//*[local-name()="IdDoc"]//*[local-name()="Impronta"])' \
	    "$in/$5" 2>/dev/null | base64 -d 2>/dev/null | od -An -v -tx1 |
	    tr -d ' \n')" = "$3" ] ||
	    refuse "$1 $3" metadati "i metadati non sono di $2"
	[ -z "$6" ] || xmllint --noout --nonet --schema "$in/$6" "$f" \
	    >/dev/null 2>&1 ||
	    refuse "$1 $3" formato "$2 non vale secondo il suo schema"
	case $4 in
	application/octet-stream | application/zip)
		refuse "$1 $3" formato "$2: un formato che non si conserva" ;;
	esac
}

# attribute values, one a line, of the files of a unit
attr() {
	ns "$gruppi[@nome='$1']/*[local-name()='file']/@$2" |
	    sed 's/^ *[a-z]*="\(.*\)"$/\1/'
}

unit() {
	[ "$1" != "$RIFIUTA" ] || refuse "$1" altro 'non oggi'
	if grep -qsF "$1 $(ns "string($gruppi[@nome='$1']/@contenuto)")" "$PRESI"
	then
		refuse "$1" gia-versato 'c'\''è già'
	fi
	n=$(ns "count($gruppi[@nome='$1']/*[local-name()='file'])")
	i=0
	while [ "$i" -lt "$n" ]; do
		i=$((i + 1))
		x="$gruppi[@nome='$1']/*[local-name()='file'][$i]"
		file_of "$1" "$(ns "string($x/@percorso)")" \
		    "$(ns "string($x/@impronta)")" "$(ns "string($x/@formato)")" \
		    "$(ns "string($x/@metadati)")" "$(ns "string($x/@schema)")"
	done
}

ns "$gruppi/@nome" | sed 's/^ *nome="\(.*\)"$/\1/' >"$work/unita" || :
if ! grep -q '^	' "$work/no"; then
	while read -r u; do
		unit "$u"
	done <"$work/unita"
fi

# ---- the report ----


refused() {	# is there something against this unit?
	awk -F '\t' -v u="$1" '{ split($1, p, " ") } p[1] == u { f = 1 }
	    END { exit !f }' "$work/no"
}

report_unit() {
	if ! refused "$1"; then
		printf '  <unita numero="%s" esito="accettato"/>\n' "$1"
		return
	fi
	printf '  <unita numero="%s" esito="rifiutato">' "$1"
	awk -F '\t' -v u="$1" '$1 == u {
	    printf "<motivo codice=\"%s\">%s</motivo>", $2, $3; exit }' "$work/no"
	awk -F '\t' -v u="$1" '{ n = split($1, p, " ") }
	    n == 2 && p[1] == u && !(p[2] in had) { had[p[2]] = 1
	    printf "<documento impronta=\"%s\"><motivo codice=\"%s\">%s</motivo></documento>",
	    p[2], $2, $3 }' "$work/no"
	printf '</unita>\n'
}

esito=accettato
if grep -q '^	' "$work/no"; then
	esito=rifiutato
elif [ -s "$work/no" ]; then
	esito=parziale
fi
{
	printf '<?xml version="1.0" encoding="UTF-8"?>\n'
	printf '<rapporto-versamento xmlns="urn:cartella:1">\n'
	printf '  <identificativo>RdV-%s</identificativo>\n' "$nome"
	printf '  <conservatore>Conservatore di prova</conservatore>\n'
	printf '  <ora>%s</ora>\n' "$ORA"
	printf '  <pacchetto>%s</pacchetto>\n' \
	    "$(sha256sum <"$in/tagmanifest-sha256.txt" | cut -c1-64)"
	printf '  <esito>%s</esito>\n' "$esito"
	if [ "$esito" = rifiutato ]; then
		awk -F '\t' '$1 == "" { printf "  <motivo codice=\"%s\">%s</motivo>\n",
		    $2, $3; exit }' "$work/no"
	else
		while read -r u; do report_unit "$u"; done <"$work/unita"
	fi
	printf '</rapporto-versamento>\n'
} >"$out.nuovo"
mv "$out.nuovo" "$out"
if [ "$esito" != rifiutato ] && [ "$PRESI" != /dev/null ]; then
	while read -r u; do
		refused "$u" || echo "$u $(ns "string($gruppi[@nome='$u']/@contenuto)")"
	done <"$work/unita" >>"$PRESI"
fi
if [ -n "$chiave" ]; then
	gpg --batch --yes --quiet --local-user "$chiave" --armor \
	    --output "$out.asc" --detach-sign "$out"
fi
echo "$out: $esito"

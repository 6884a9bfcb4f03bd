#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# flatten.sh FILE.xsd - one schema without xs:include: each included file (and
# what it includes) stands once in the place of the first include.  Includes
# are lines of their own: <xs:include schemaLocation="x.xsd"/>.
set -eu
dir=$(dirname "$1")
seen=" "
body() {		# the lines between the schema tags of an included file
	sed -e '1,/<xs:schema/{/<xs:schema/,/>/d;d}' -e '/<\/xs:schema>/,$d' "$1"
}
walk() {		# collects the included files, depth first, each once
	for f in $(sed -n 's/.*<xs:include schemaLocation="\([^"]*\)".*/\1/p' "$1"); do
		case "$seen" in *" $f "*) continue ;; esac
		seen="$seen$f "
		walk "$dir/$f"
		list="$list $f"
	done
}
list=""
walk "$1"
sed '/<xs:include /d; /<\/xs:schema>/,$d' "$1"
for f in $list; do
	body "$dir/$f" | sed '/<xs:include /d'
done
echo '</xs:schema>'

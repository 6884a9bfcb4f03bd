#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# flatten.sh FILE.xsd - one schema without xs:include: the file itself, then of
# what it includes (and of what that includes) only what it uses, directly or
# not: a schema is read at every command.  Includes are lines of their own:
# <xs:include schemaLocation="x.xsd"/>; what an included schema declares begins
# and ends on lines indented by two blanks.
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
{
	sed '/<xs:include /d; /<\/xs:schema>/,$d' "$1"
	for f in $list; do
		echo '=included='
		body "$dir/$f" | sed '/<xs:include /d'
	done
} | awk '
# The names a line uses, and then those that what they name uses.
function uses(line,   i, n, name, names) {
	while (match(line, /(type|base|ref|itemType|memberTypes)="[^"]*"/)) {
		name = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		gsub(/^[^"]*"|"$/, "", name)
		n = split(name, names, " ")
		for (i = 1; i <= n; i++)
			if (names[i] !~ /^xs:/ && !(names[i] in used)) {
				used[names[i]] = 1
				follow(names[i])
			}
	}
}
function follow(name,   i, j, n, m, part, line) {
	n = split(parts[name], part, " ")
	for (i = 1; i <= n; i++) {
		m = split(text[part[i]], line, "\n")
		for (j = 1; j <= m; j++)
			uses(line[j])
	}
}
/^=included=$/ { included = 1; next }
!included { print; own[++n_own] = $0; next }
!open && /^  <xs:[A-Za-z]+ .*name="/ {
	tag = $1; sub(/^</, "", tag)
	match($0, / name="[^"]*"/)
	name = substr($0, RSTART + 7, RLENGTH - 8)
	of[++n_parts] = name
	parts[name] = parts[name] " " n_parts
	open = 1; first = 1
}
open {
	text[n_parts] = text[n_parts] $0 "\n"
	if ($0 ~ "^  </" tag ">$" || (first && $0 ~ "</" tag ">$") ||
	    (first && $0 ~ "/>$" && $0 !~ />.*</))
		open = 0
	first = 0
	next
}
!/^ *(<!--.*-->)? *$/ && !comment && !/^ *<!--/ {
	print "flatten: not understood: " $0 >"/dev/stderr"; exit bad = 1
}
/<!--/ { comment = 1 }
/-->/ { comment = 0 }
END {
	if (bad)
		exit 1
	for (i = 1; i <= n_own; i++)
		uses(own[i])
	for (i = 1; i <= n_parts; i++)
		if (of[i] in used)
			printf "%s", text[i]
}'
echo '</xs:schema>'

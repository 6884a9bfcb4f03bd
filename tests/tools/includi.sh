#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# includi.sh FILE.xsl - one sheet without xsl:include: in the place of each, what
# stands between the stylesheet tags of the file it names, once however often it
# is named.  Includes are lines of their own; paths are beside the file that has
# them.
set -eu
awk -v first="$1" '
function dir(path) { return path ~ /\// ? substr(path, 1, match(path, /[^\/]*$/) - 1) : "" }
function body(path, inner,   line, inside, href, got) {
	inside = !inner
	while ((got = (getline line < path)) > 0) {
		if (inner && !inside) {
			# the opening tag may take several lines
			if (line ~ /<xsl:stylesheet/) opening = 1
			if (opening && line ~ />[ \t]*$/) { inside = 1; opening = 0 }
			continue
		}
		if (inner && line ~ /<\/xsl:stylesheet>/) break
		if (line ~ /^[ \t]*<xsl:include /) {
			href = line
			sub(/.*href="/, "", href); sub(/".*/, "", href)
			href = dir(path) href
			while (sub(/[^\/]+\/\.\.\//, "", href)) ;
			if (!(href in seen)) { seen[href] = 1; body(href, 1) }
			continue
		}
		print line
	}
	if (got < 0) { print "includi: " path ": non si legge" > "/dev/stderr"; exit bad = 1 }
	close(path)
}
BEGIN { body(first, 0); exit bad }'

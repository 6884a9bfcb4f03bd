#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# fogli.sh ROOT|- FOGLIO.xsl [PARTE.xsl...] - one sheet of several, since the
# program refuses xsl:include: what stands in each part, between its stylesheet
# tags (each on a line of its own), goes before the end of the first.
#
# With a ROOT only what a vista of that root can come to: its own templates, the
# one for any other root, and what these call, by name or by mode, or may apply
# without one: a command compiles a sheet for one answer.  A template begins and
# ends on lines indented by two blanks.
set -eu
radice=$1
shift
{
	sed '/<\/xsl:stylesheet>/,$d' "$1"
	shift
	for parte; do
		sed -e '1,/<xsl:stylesheet/d' -e '/<\/xsl:stylesheet>/,$d' "$parte"
	done
} | awk -v radice="$radice" '
function value(line, name) {	# of an attribute; "" when it has none
	if (!match(line, "[ \t]" name "=\"[^\"]*\""))
		return ""
	line = substr(line, RSTART + 1, RLENGTH - 1)
	gsub(/^[^"]*"|"$/, "", line)
	return line
}
function is_of_root(match_) {	# may it be the root of the vista?
	return match_ ~ "^/\\*" ||
	    (" " match_ " ") ~ "[ |]/c:" radice "[^-a-zA-Z0-9]"
}
function keep(i,   j, n, line, m) {
	if (i in kept)
		return
	kept[i] = 1
	n = split(text[i], line, "\n")
	for (j = 1; j <= n; j++) {
		if (line[j] ~ /<xsl:call-template /)
			keep_named(value(line[j], "name"))
		if (line[j] ~ /<xsl:apply-templates/) {
			m = value(line[j], "mode")
			keep_mode(m == "" ? "-" : m)
		}
	}
}
function keep_named(name,   i) {
	for (i = 1; i <= n_parts; i++)
		if (named[i] == name)
			keep(i)
}
function keep_mode(mode,   i) {
	for (i = 1; i <= n_parts; i++)
		if (mode_[i] == mode && (mode != "-" || matches[i] !~ /^\/c:[-a-z]+(\[|$| \|)/))
			keep(i)
}
radice == "-" { print; next }
!open && /^  <xsl:template / {
	open = 1
	i = ++n_parts
	named[i] = value($0, "name")
	matches[i] = value($0, "match")
	mode_[i] = value($0, "mode")
	if (mode_[i] == "" && matches[i] != "")
		mode_[i] = "-"
}
open {
	text[n_parts] = text[n_parts] $0 "\n"
	if (/^  <\/xsl:template>$/ || /^  <xsl:template .*(\/|<\/xsl:template)>$/)
		open = 0
	next
}
{ print }
END {
	if (radice == "-")
		exit
	for (i = 1; i <= n_parts; i++)
		if (mode_[i] == "-" && is_of_root(matches[i]))
			keep(i)
	for (i = 1; i <= n_parts; i++)
		if (i in kept)
			printf "%s", text[i]
}'
echo '</xsl:stylesheet>'

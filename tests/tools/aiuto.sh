#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# aiuto.sh MANUAL - templates of the help in the browser, from the chapter "Il
# servizio nel browser" of the manual: aiuto-inizio (what stands before its
# sections), aiuto-elenco (links; with `miei` = si those of who reads, else the
# rest), aiuto-titolo and aiuto-testo (of the section `capitolo`).  A section's
# name is its heading without article and accents: "### Il libro firma" is
# libro-firma.  Below a heading <!-- per: ATTO... --> says whose work it is: who
# has one of these atti.
# Of Markdown: paragraphs, lists, numbered lists, tables, blocks of code, code,
# bold, links to other sections; what is between ``` runs is shown as it is.
set -eu
awk '
BEGIN { n = 0 }
function esc(s) {
	gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s)
	return s
}
function name(s) {
	s = tolower(s)
	sub(/^(il|lo|la|i|gli|le|un|una) /, "", s); sub(/^l(\x27|’)/, "", s)
	gsub(/à|À/, "a", s); gsub(/è|é|È/, "e", s); gsub(/ì/, "i", s)
	gsub(/ò/, "o", s); gsub(/ù/, "u", s)
	gsub(/[^a-z0-9]+/, "-", s); gsub(/^-|-$/, "", s)
	return s
}
function spans(s,   out, i, code) {
	s = esc(s); out = ""; code = 0
	while ((i = index(s, "`")) > 0) {
		out = out marks(substr(s, 1, i - 1), code) (code ? "</code>" : "<code>")
		code = !code; s = substr(s, i + 1)
	}
	return out marks(s, code)
}
function marks(s, code,   a, b, t, u) {
	if (code) return s
	while (match(s, /\*\*[^*]+\*\*/))
		s = substr(s, 1, RSTART - 1) "<strong>" \
			substr(s, RSTART + 2, RLENGTH - 4) "</strong>" substr(s, RSTART + RLENGTH)
	while (match(s, /\[[^]]+\]\(#[^)]+\)/)) {
		t = substr(s, RSTART, RLENGTH); a = index(t, "](#")
		u = substr(t, a + 3, length(t) - a - 3); b = substr(t, 2, a - 2)
		sub(/^(il|lo|la|i|gli|le|l)-/, "", u)
		s = substr(s, 1, RSTART - 1) "<a href=\"/aiuto/" u "\">" b "</a>" \
			substr(s, RSTART + RLENGTH)
	}
	return s
}
function put(s) { text[n] = text[n] s "\n" }
function close_block() {
	if (block == "p") put("<p>" spans(para) "</p>")
	if (item != "") { put("<li>" spans(item) "</li>"); item = "" }
	if (block == "ul" || block == "ol") put("</" block ">")
	if (block == "table") put("</tbody></table>")
	if (block == "pre") put("</pre>")
	block = ""; para = ""
}
function row(s, tag,   cells, k, i, out) {
	sub(/^[ \t]*\|/, "", s); sub(/\|[ \t]*$/, "", s)
	k = split(s, cells, "|"); out = "<tr>"
	for (i = 1; i <= k; i++) {
		gsub(/^ +| +$/, "", cells[i])
		out = out (tag == "th" ? "<th scope=\"col\">" : "<td>") spans(cells[i]) "</" tag ">"
	}
	return out "</tr>"
}
/^## / { close_block(); inside = ($0 == "## Il servizio nel browser"); next }
!inside { next }
block == "pre" && fence { if (/^```/) { close_block(); fence = 0 } else put(esc($0)); next }
/^```/ { close_block(); block = "pre"; fence = 1; text[n] = text[n] "<pre>"; next }
/^### / { close_block(); n++; title[n] = substr($0, 5); key[n] = name(title[n]); next }
/^<!-- per: / {
	who[n] = $0; sub(/^<!-- per: */, "", who[n]); sub(/ *-->.*/, "", who[n]); next
}
/^#### / { close_block(); put("<h2>" spans(substr($0, 6)) "</h2>"); next }
/^[ \t]*$/ { if (block != "pre") close_block(); next }
/^    / && block != "ul" && block != "ol" && block != "p" {
	if (block != "pre") { close_block(); block = "pre"; text[n] = text[n] "<pre>" }
	put(esc(substr($0, 5))); next
}
block == "pre" { close_block() }
/^[-*] / || /^[0-9]+\. / {
	kind = /^[-*]/ ? "ul" : "ol"
	if (block != kind) { close_block(); block = kind; put("<" kind ">") }
	if (item != "") put("<li>" spans(item) "</li>")
	item = $0; sub(/^([-*]|[0-9]+\.) +/, "", item); next
}
/^\|/ {
	if (block != "table") {
		close_block(); block = "table"
		put("<table class=\"table tabella\"><caption class=\"visually-hidden\">" \
			esc(title[n]) \
			"</caption><thead>" row($0, "th") "</thead><tbody>")
		next
	}
	if ($0 ~ /^\|[-| :]+\|$/) next
	put(row($0, "td")); next
}
item != "" { sub(/^ +/, ""); item = item " " $0; next }
block == "p" { para = para " " $0; next }
{ close_block(); block = "p"; para = $0 }
function begin(template) {
	print "<xsl:template name=\"" template "\"><xsl:param name=\"capitolo\"/><xsl:choose>"
}
function when(i, what) {
	print "<xsl:when test=\"$capitolo = \047" key[i] "\047\">" what "</xsl:when>"
}
function his(atti) {
	return atti == "" ? "true()" : "boolean($puo[contains(\047 " atti \
		" \047, concat(\047 \047, @atto, \047 \047))])"
}
function finish() { print "<xsl:otherwise/></xsl:choose></xsl:template>" }
END {
	close_block()
	print "<xsl:template name=\"aiuto-inizio\"><div class=\"prosa\">" text[0]
	print "</div></xsl:template>\n<xsl:template name=\"aiuto-elenco\">"
	print "<xsl:param name=\"miei\"/>"
	for (i = 1; i <= n; i++) {
		print "<xsl:if test=\"($miei = \047si\047) = " his(who[i]) "\">"
		print "<li><a href=\"/aiuto/" key[i] "\">" esc(title[i]) "</a></li></xsl:if>"
	}
	print "</xsl:template>"
	begin("aiuto-titolo")
	for (i = 1; i <= n; i++) when(i, esc(title[i]))
	finish()
	begin("aiuto-testo")
	for (i = 1; i <= n; i++) when(i, text[i])
	finish()
}' "$1"

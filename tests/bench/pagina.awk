# SPDX-License-Identifier: EUPL-1.2
# pagina.awk - the figures of the benches as one page that needs nothing else:
# awk -v dir=DIR -f pagina.awk macchina.tsv giri.tsv grandi.tsv cifre.tsv
# The page goes to stdout, each plot also to DIR/*.svg.
#
# Columns: banco.sh.  grandi.tsv has those of large runs that are kept, with
# their day as one column more; they are drawn hollow.

BEGIN {
	FS = "\t"
	W = 900			# width of every plot
	COLORI = split("#0b5cab #c2410c #15803d #7e22ce #a16207 #be123c " \
	    "#0f766e #52525b", colore, " ")
}

function name_of(path)
{
	sub(/.*\//, "", path)
	return path
}
FNR == 1 { file = name_of(FILENAME) }
/^#/ || NF < 2 { next }
file == "macchina.tsv" {
	facts[++n_facts] = $0
	if ($1 == "processore" && match($2, /[0-9]+ core$/))
		cores = substr($2, RSTART) + 0
	next
}
file == "giri.tsv" { runs[++n_runs] = $0; next }
{
	n++
	banco[n] = $1; gruppo[n] = $2; nome[n] = $3; taglia[n] = $4 + 0
	valore[n] = $5 + 0; unita[n] = $6; verso[n] = $7
	pari[n] = $8; valore_pari[n] = $9 + 0; meta[n] = $10
	giorno[n] = file == "grandi.tsv" ? $11 : ""
	if (!(($1, $2) in visto)) {
		visto[$1, $2] = 1
		quadro[++n_quadri] = $1 SUBSEP $2
	}
	if (taglia[n] > 0) {
		k = $1 SUBSEP $2 SUBSEP $3
		if (!((k, taglia[n]) in punto)) {
			punti[k]++
			if (punti[k] == 2)
				linee[$1, $2]++
		}
		punto[k, taglia[n]] = n
	}
}

# ---- numbers and words ----

function esc(s)
{
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/"/, "\\&quot;", s)
	return s
}
function comma(s)
{
	sub(/\./, ",", s)
	return s
}
function dots(s,	whole, rest)	# thousands
{
	rest = ""
	while (length(s) > 3) {
		rest = "." substr(s, length(s) - 2) rest
		s = substr(s, 1, length(s) - 3)
	}
	return s rest
}
function num(v)
{
	if (v >= 100)
		return dots(sprintf("%.0f", v))
	if (v >= 10)
		return comma(sprintf("%.1f", v))
	return comma(sprintf("%.2f", v))
}
function log10(x) { return log(x) / log(10) }
function safe(s)
{
	s = tolower(s)
	gsub(/[^a-z0-9]+/, "-", s)
	gsub(/^-|-$/, "", s)
	return s
}

# How many times better than what it stands beside; 0: beside nothing.
function factor(i)
{
	if (pari[i] == "-" || valore_pari[i] <= 0 || valore[i] <= 0)
		return 0
	return verso[i] == "+" ? valore[i] / valore_pari[i] : \
	    valore_pari[i] / valore[i]
}
function bound(i) { return substr(meta[i], 3) + 0 }
# 1 the goal is met, 0 it is not, -1 there is none
function met(i,	x)
{
	if (meta[i] == "-" || meta[i] == "")
		return -1
	x = pari[i] == "-" ? valore[i] : valore[i] / valore_pari[i]
	return substr(meta[i], 1, 2) == ">=" ? x >= bound(i) : x <= bound(i)
}
function goal_words(i,	w)
{
	if (met(i) < 0)
		return ""
	w = (substr(meta[i], 1, 2) == ">=" ? "almeno " : "al più ") \
	    comma(bound(i) "")
	w = w (pari[i] == "-" ? " " unita[i] : " volte")
	return (met(i) ? "<span class=si>✓</span> " : \
	    "<b class=no>✗</b> ") esc(w)
}

# ---- a plot ----

function svg_start(h, label)
{
	S = sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " \
	    "%d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\"" \
	    " font-size=\"13\">\n<rect width=\"100%%\" height=\"100%%\" " \
	    "fill=\"#fff\"/>\n", W, h, esc(label))
}
function line(x1, y1, x2, y2, style)
{
	S = S sprintf("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" " \
	    "%s/>\n", x1, y1, x2, y2, style)
}
function text(x, y, anchor, s, style)
{
	S = S sprintf("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s" \
	    "</text>\n", x, y, anchor, style, esc(s))
}
function svg_end(name,	f)
{
	S = S "</svg>\n"
	f = dir "/" name ".svg"
	printf "%s", S >f
	close(f)
	return S
}

# ---- beside its peers: bars from 1, to the right better, log scale ----

function bar_x(f,	x0)
{
	if (f < lo)
		f = lo
	if (f > hi)
		f = hi
	return 330 + (W - 420) * (log10(f) - log10(lo)) / (log10(hi) - log10(lo))
}
function bars(q,	i, k, m, h, y, f, g, x1, x2, list)
{
	m = 0
	lo = 0.5
	hi = 2
	for (i = 1; i <= n; i++) {
		if (banco[i] SUBSEP gruppo[i] != q || factor(i) == 0)
			continue
		list[++m] = i
		f = factor(i)
		while (f < lo) lo /= 2
		while (f > hi) hi *= 2
	}
	if (m == 0)
		return ""
	h = 34 * m + 40
	split(q, k, SUBSEP)
	svg_start(h, k[2] ": accanto ai pari")
	for (g = 1 / 1024; g <= 1024; g *= 2) {
		if (g < lo || g > hi || (hi / lo > 64 && log10(g) / log10(4) != \
		    int(log10(g) / log10(4))))
			continue
		line(bar_x(g), 8, bar_x(g), h - 28, "stroke=\"" (g == 1 ? \
		    "#333" : "#ddd") "\"")
		text(bar_x(g), h - 12, "middle", "×" comma(g < 1 ? \
		    sprintf("%.2g", g) : g ""), "fill=\"#555\"")
	}
	for (i = 1; i <= m; i++) {
		y = 34 * (i - 1) + 12
		k[0] = list[i]
		f = factor(k[0])
		x1 = bar_x(f < 1 ? f : 1)
		x2 = bar_x(f < 1 ? 1 : f)
		text(320, y + 9, "end", nome[k[0]], "")
		text(320, y + 22, "end", "accanto a " pari[k[0]], \
		    "fill=\"#666\" font-size=\"11\"")
		S = S sprintf("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" " \
		    "height=\"16\" fill=\"%s\"/>\n", x1, y, x2 - x1 < 1 ? 1 : \
		    x2 - x1, met(k[0]) == 0 ? colore[2] : colore[1])
		text(x2 + 6, y + 13, "start", "×" num(f), "")
		if (met(k[0]) >= 0) {
			g = substr(meta[k[0]], 1, 2) == ">=" ? bound(k[0]) : \
			    1 / bound(k[0])
			line(bar_x(g), y - 4, bar_x(g), y + 20, \
			    "stroke=\"#000\" stroke-width=\"2\" " \
			    "stroke-dasharray=\"3 2\"")
		}
	}
	return svg_end(safe(q) "-accanto")
}

# ---- what grows: value against size, both in log scale ----

function px(v) { return 60 + (W - 360) * (x1 == x0 ? 0 : \
    (log10(v) - x0) / (x1 - x0)) }
function py(v) { return 20 + 260 * (y1 - log10(v)) / (y1 - y0) }
function floor(v) { return v < int(v) ? int(v) - 1 : int(v) }
function ceil(v) { return -floor(-v) }
function sizes(key, out,	i, j, m, k, t)
{
	m = 0
	for (k in punto) {
		if (index(k, key SUBSEP) != 1)
			continue
		t = substr(k, length(key) + 2)
		if (index(t, SUBSEP) == 0)
			out[++m] = t + 0
	}
	for (i = 2; i <= m; i++)	# few: by insertion
		for (j = i; j > 1 && out[j - 1] > out[j]; j--) {
			t = out[j]; out[j] = out[j - 1]; out[j - 1] = t
		}
	return m
}
function curve(key, c,	s, m, i, p, d)
{
	m = sizes(key, s)
	d = ""
	for (i = 1; i <= m; i++) {
		p = punto[key, s[i]]
		d = d (i == 1 ? "M" : "L") sprintf("%.1f %.1f ", px(s[i]), \
		    py(valore[p] > 0 ? valore[p] : 0.001))
		S = S sprintf("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" " \
		    "fill=\"%s\" stroke=\"%s\"/>\n", px(s[i]), \
		    py(valore[p] > 0 ? valore[p] : 0.001), \
		    giorno[p] != "" ? "#fff" : c, c)
		last = p
	}
	S = S sprintf("<path d=\"%s\" fill=\"none\" stroke=\"%s\" " \
	    "stroke-width=\"1.5\"/>\n", d, c)
}
# The names at the right, each at its last point, moved apart; all above H.
function labels(m, at, who, col, h,	i, j, t, y)
{
	for (i = 2; i <= m; i++)
		for (j = i; j > 1 && at[j - 1] > at[j]; j--) {
			t = at[j]; at[j] = at[j - 1]; at[j - 1] = t
			t = who[j]; who[j] = who[j - 1]; who[j - 1] = t
			t = col[j]; col[j] = col[j - 1]; col[j - 1] = t
		}
	y = 0
	for (i = 1; i <= m; i++) {
		t = h - 10 - 15 * (m - i)
		t = at[i] < t ? at[i] : t
		t = t < y + 15 ? y + 15 : t
		line(W - 298, at[i], W - 286, t, "stroke=\"" col[i] "\"")
		text(W - 282, t + 4, "start", who[i], "fill=\"" col[i] "\"")
		y = t
	}
	return y
}
function growth(q,	i, k, m, at, who, col, c, v, key, done, u, names, goal, h)
{
	goal = 0
	x0 = y0 = 99
	x1 = y1 = -99
	m = 0
	for (i = 1; i <= n; i++) {
		key = banco[i] SUBSEP gruppo[i] SUBSEP nome[i]
		if (banco[i] SUBSEP gruppo[i] != q || punti[key] < 2 || \
		    valore[i] <= 0)
			continue
		if (!(key in done)) {
			done[key] = 1
			names[++m] = key
		}
		u = unita[i]
		v = log10(taglia[i])
		if (v < x0) x0 = v
		if (v > x1) x1 = v
		v = log10(valore[i])
		if (v < y0) y0 = v
		if (v > y1) y1 = v
		if (met(i) >= 0 && pari[i] == "-")
			goal = bound(i)
	}
	if (m == 0)
		return ""
	if (goal > 0 && log10(goal) > y1)
		y1 = log10(goal)
	y0 = floor(y0)
	y1 = ceil(y1 + 0.0001)
	split(q, k, SUBSEP)
	h = 15 * m > 260 ? 15 * m + 70 : 330
	svg_start(h, k[2] ": quanto cresce")
	for (v = y0; v <= y1; v++) {
		line(60, py(10 ^ v), W - 300, py(10 ^ v), "stroke=\"#ddd\"")
		text(54, py(10 ^ v) + 4, "end", comma(10 ^ v ""), "fill=\"#555\"")
	}
	for (v = floor(x0); v <= ceil(x1); v++)
		if (10 ^ v >= 10 ^ x0 * 0.99 && 10 ^ v <= 10 ^ x1 * 1.01) {
			line(px(10 ^ v), 20, px(10 ^ v), 280, "stroke=\"#ddd\"")
			text(px(10 ^ v), 298, "middle", \
			    dots(sprintf("%.0f", 10 ^ v)), "fill=\"#555\"")
		}
	if (goal > 0) {
		line(60, py(goal), W - 300, py(goal), \
		    "stroke=\"#000\" stroke-dasharray=\"5 3\"")
		text(64, py(goal) - 4, "start", "obiettivo", "")
	}
	text(60, 14, "start", u, "fill=\"#555\"")
	for (i = 1; i <= m; i++) {
		c = colore[(i - 1) % COLORI + 1]
		curve(names[i], c)
		at[i] = py(valore[last] > 0 ? valore[last] : 0.001)
		who[i] = nome[last]
		col[i] = c
	}
	labels(m, at, who, col, h)
	return svg_end(safe(q) "-crescita")
}

# ---- tables ----

function row(i, beside, sized)
{
	return "<tr><th scope=row>" esc(nome[i]) (sized ? "<td class=n>" \
	    (taglia[i] > 0 ? dots(sprintf("%.0f", taglia[i])) : "") : "") \
	    "<td class=n>" num(valore[i]) "<td>" esc(unita[i]) \
	    (beside ? "<td>" (pari[i] == "-" ? "" : esc(pari[i])) \
	    "<td class=n>" (pari[i] == "-" ? "" : num(valore_pari[i])) \
	    "<td class=n>" (factor(i) > 0 ? "×" num(factor(i)) : "") : "") \
	    "<td>" goal_words(i) \
	    "<td>" (giorno[i] == "" ? "" : "tenuta dal " esc(giorno[i])) "\n"
}
function table(q,	i, s, beside, sized)
{
	for (i = 1; i <= n; i++) {
		if (banco[i] SUBSEP gruppo[i] != q)
			continue
		if (pari[i] != "-")
			beside = 1
		if (taglia[i] > 0)
			sized = 1
	}
	s = "<div class=largo><table><tr><th>che cosa" (sized ? \
	    "<th class=n>su quanti" : "") "<th class=n>noi<th>" \
	    (beside ? "<th>accanto a<th class=n>loro<th class=n>meglio" : "") \
	    "<th>obiettivo<th>\n"
	for (i = 1; i <= n; i++)
		if (banco[i] SUBSEP gruppo[i] == q)
			s = s row(i, beside, sized)
	return s "</table></div>\n"
}
# Those of a bench together, the benches in their order.
function by_bench(list, m,	i, j, t)
{
	for (i = 2; i <= m; i++)	# few: by insertion
		for (j = i; j > 1 && list[j - 1] + 0 > list[j] + 0; j--) {
			t = list[j]; list[j] = list[j - 1]; list[j - 1] = t
		}
}
function crowded(s,	f)	# did it begin on a machine that had others to do?
{
	split(s, f, "\t")
	return cores > 0 && f[5] > cores
}
function run_row(s,	f)
{
	split(s, f, "\t")
	return "<tr><th scope=row><a href=\"" esc(f[1]) ".txt\">" esc(f[1]) \
	    "</a><td>" (f[2] == 0 ? "intero" : "<b class=no>interrotto (" \
	    esc(f[2]) ")</b>") "<td>" esc(f[3]) "<td class=n>" \
	    num(f[4] / 60) "<td class=n>" (crowded(s) ? "<b class=no>" \
	    comma(f[5]) "</b>" : comma(f[5])) "<td class=n>" comma(f[6]) "\n"
}
function summary(	i, j, si, no, s, busy)
{
	for (j = 1; j <= n_quadri; j++)
		for (i = 1; i <= n; i++) {
			if (banco[i] SUBSEP gruppo[i] != quadro[j])
				continue
			if (met(i) == 1)
				si++
			if (met(i) == 0) {
				no++
				s = s "<li>" esc(banco[i] ", " gruppo[i] ": " \
				    nome[i]) " (" num(valore[i]) " " \
				    esc(unita[i]) ", " goal_words(i) ")\n"
			}
		}
	print "<p>Obiettivi raggiunti: <b>" si + 0 "</b>; mancati: <b>" \
	    no + 0 "</b>.</p>"
	if (no > 0)
		print "<ul>" s "</ul>"
	for (i = 1; i <= n_runs; i++)
		busy += crowded(runs[i])
	if (busy > 0)
		print "<p><b class=no>" busy " di " n_runs " banchi sono " \
		    "cominciati con più lavoro di quanto la macchina ne possa " \
		    "fare (carico maggiore di " cores "): le loro cifre " \
		    "dicono poco.</b></p>"
}

END {
	print "<!DOCTYPE html><html lang=it><meta charset=utf-8>"
	print "<meta name=viewport content=\"width=device-width\">"
	print "<title>Cartella: le misure</title><style>"
	print "body{font:16px/1.5 sans-serif;max-width:960px;margin:2em auto;" \
	    "padding:0 1em;color:#1a1a1a}table{border-collapse:collapse;" \
	    "font-size:14px}td,th{padding:.2em .6em;border-bottom:1px solid " \
	    "#ddd;text-align:left;font-weight:normal}tr:first-child th{" \
	    "font-weight:bold}.n{text-align:right;white-space:nowrap}.si{" \
	    "color:#15803d}.no{color:#b91c1c}svg{width:100%;height:auto}" \
	    ".largo{overflow-x:auto}h2{margin-top:2.5em;border-top:2px solid " \
	    "#1a1a1a}</style>"
	print "<h1>Cartella: le misure</h1>"
	print "<p>Si leggono i rapporti, non i secondi: le cifre di un giro sono" \
	    " della macchina detta qui sotto, e di quanto altro faceva. Ogni" \
	    " barra dice quante volte meglio di ciò che le sta accanto; la" \
	    " tacca è l'obiettivo. I punti vuoti sono di un giro grande, tenuto." \
	    " Come si legge e perché: <code>docs/prestazioni.md</code>.</p>"
	print "<div class=largo><table>"
	for (i = 1; i <= n_facts; i++) {
		split(facts[i], f, "\t")
		print "<tr><th scope=row>" esc(f[1]) "<td>" esc(f[2])
	}
	print "</table></div>"
	by_bench(quadro, n_quadri)
	by_bench(runs, n_runs)
	summary()
	for (j = 1; j <= n_quadri; j++) {
		split(quadro[j], f, SUBSEP)
		print "<h2>" esc(f[2]) "</h2>"
		print bars(quadro[j]) growth(quadro[j]) table(quadro[j])
	}
	print "<h2>I giri</h2><div class=largo><table><tr><th>banco<th>esito" \
	    "<th>quando<th>minuti<th>carico prima<th>dopo"
	for (i = 1; i <= n_runs; i++)
		print run_row(runs[i])
	print "</table></div>"
}

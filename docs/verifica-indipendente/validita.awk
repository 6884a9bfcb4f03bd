# SPDX-License-Identifier: EUPL-1.2
#
# validita.awk - quali file vanno con quale schema: in v/<radice> quelli dei tipi
# del formato, in v/<radice>=<oid> quelli di un tipo adottato, con lo schema della
# versione che dicono (formato.md §3, Adopted types).  Legge noti, radici, giornali,
# documenti, che di ente è in ordine di atto.
FILENAME ~ /noti$/ { noto[$1] = 1; next }
FILENAME ~ /radici$/ { radice[$1] = $2; versione[$1] = $4; next }
FILENAME ~ /giornali$/ { print "b/" $1 > "v/atto-compiuto"; next }
$2 == "ente" && $3 ~ /^tipi\/[^\/]*\/schema\.xsd$/ { split($3, p, "/"); schema[p[2]] = $5 }
$2 == "ente" && $3 ~ /^tipi\/[^\/]*\/tipo\.xml$/ {
	split($3, p, "/")
	tipo[p[2], ++n[p[2]]] = schema[p[2]]
}
$3 ~ /\.xml$/ && !($5 in visto) {
	visto[$5] = 1
	r = radice[$5]
	if (r == "") next		# già detto: non è un documento nostro
	riga[++righe] = $2 "/" $3 OFS $5 OFS r
}
END {
	for (i = 1; i <= righe; i++) {
		split(riga[i], p, OFS)
		if (p[3] in noto) print "b/" p[2] > ("v/" p[3])
		else if ((p[3], versione[p[2]] + 0) in tipo)
			print "b/" p[2] > ("v/" p[3] "=" tipo[p[3], versione[p[2]] + 0])
		else difetto(p[1], "è di un tipo che non c'è: " p[3])
	}
}

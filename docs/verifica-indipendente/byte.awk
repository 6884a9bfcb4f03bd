# SPDX-License-Identifier: EUPL-1.2
#
# byte.awk - gli allegati (formato.md §1, §23): ognuno ha i byte della sua impronta;
# ci sono tutti quelli che la catena nomina, nell'anno del loro atto, ma i distrutti.
FILENAME ~ /byte\.sha$/ { vera[substr($0, 67)] = substr($0, 1, 64); next }
FILENAME ~ /byte$/ {
	if (!($1 in di)) di[$1] = vera[S "/" $3]
	if (di[$1] != $2) difetto($3, "non ha i byte della sua impronta")
	if ($4 != "") qui[$4, $2] = 1
	dove[$2] = $3
	next
}
FILENAME ~ /anelli$/ { anno[$1] = substr($2, 1, 4); next }
FILENAME ~ /allegati$/ {
	nominato[$2] = 1
	if ($1 + 0 > portato[$2] + 0) portato[$2] = $1
	vuole[anno[$1], $2] = 1
	next
}
{ if ($2 + 0 > tolto[$1] + 0) tolto[$1] = $2 }
END {
	for (k in vuole) {
		split(k, p, SUBSEP)
		if (tolto[p[2]] + 0 < portato[p[2]] + 0 && !(k in qui))
			difetto("registro/" p[1] "/allegati/" substr(p[2], 1, 2) "/" p[2], "manca")
	}
	for (i in tolto) if (tolto[i] + 0 >= portato[i] + 0 && (i in dove))
		difetto(dove[i], "un documento lo dice distrutto, e c'è")
	for (i in dove) if (!(i in nominato)) nota(dove[i], "un allegato che nessuno nomina")
}

# SPDX-License-Identifier: EUPL-1.2
#
# visibili.awk - i file che si vedono in una cartella sono quelli del suo ramo
# (formato.md §2).  Del registro non se ne vedono.
FILENAME ~ /visibili\.sha$/ { vera[substr($0, 67)] = substr($0, 1, 64); next }
FILENAME ~ /impronte$/ { IMP[$2] = $1; next }
FILENAME ~ /vivi$/ {
	if ($1 ~ /^registro/) next
	vivo[$1, $2] = $3; c[$1] = 1
	d = $2
	while (sub(/\/[^\/]*$/, "", d)) su[$1, d] = 1
	next
}
!($1 in c) { next }			# la sua storia non si è letta
$2 == "d" {
	if (!(($1, $3) in su)) difetto($1 "/" $3, "una directory che il ramo non ha")
	next
}
{
	visto[$1, $3] = 1
	if (!(($1, $3) in vivo)) difetto($1 "/" $3, "un file che il ramo non ha")
	else if (vera[S "/" $1 "/" $3] != IMP[vivo[$1, $3]])
		difetto($1 "/" $3, "non è come nel ramo")
}
END {
	for (k in vivo) if (!(k in visto)) {
		split(k, p, SUBSEP)
		difetto(p[1] "/" p[2], "manca fra i file che si vedono")
	}
}

# SPDX-License-Identifier: EUPL-1.2
#
# tag_attesi.awk - in ogni cartella i tag che i suoi sigilli nominano, e nessun
# altro (formato.md §12).
BEGIN { printf "" > (W "/tag_da_verificare") }
FILENAME ~ /anelli$/ { IMPR[$1] = $11; next }
FILENAME ~ /tag_detti$/ { DETTO[$1, $2] = $0; next }
FILENAME ~ /tag_veri$/ { VERO[$1, $2] = $3; next }
FILENAME ~ /posti$/ { POSTO[$2, $3] = $1; next }
{
	k = $1 SUBSEP $2
	luogo = $1 "/refs/tags/" $2
	ATTESO[k] = 1
	if (!(k in VERO)) { difetto(luogo, "manca il tag del sigillo"); next }
	if (VERO[k] != $3) { difetto(luogo, "non è il tag che il sigillo nomina"); next }
	split(DETTO[$1, $3], p, OFS)
	if (p[3] != $4 || p[4] != "commit" || p[5] != $2)
		difetto(luogo, "è il tag di un altro commit")
	else if (p[6] != $5 || p[7] != IMPR[$5] || $7 != "" && p[8] != $7)
		difetto(luogo, "nomina un'altra catena")
	else
		print luogo, $3, $8 > (W "/tag_da_verificare")
	ATT[++n] = $1 OFS $4 OFS luogo
}
END {
	for (k in VERO) if (!(k in ATTESO)) {
		split(k, p, SUBSEP)
		difetto(p[1] "/refs/tags/" p[2], "un tag che nessun sigillo nomina")
	}
	for (i = 1; i <= n; i++) {
		split(ATT[i], p, OFS)
		if (!((p[1], p[2]) in POSTO)) difetto(p[3], "non è di un commit del ramo")
	}
}

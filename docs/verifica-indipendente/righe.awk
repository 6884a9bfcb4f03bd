# SPDX-License-Identifier: EUPL-1.2
#
# righe.awk - un registro fatto di righe incatenate (formato.md §9, §16): numeri
# senza buchi, ogni riga con la sua impronta e quella di prima.  Nella directory
# corrente scrive i testi, a gruppi, perché un comando per riga sarebbe lento.
function gruppo(   i, riga) {
	if (n == 0) return
	while (("sha256sum *" | getline riga) > 0) vera[substr(riga, 67)] = substr(riga, 1, 64)
	close("sha256sum *")
	for (i = primo; i < primo + n; i++)
		if (vera[i] != detta[i]) difetto(luogo, "riga " i ": non ha la sua impronta")
	system("rm -f *")
	split("", vera); split("", detta)
	primo += n
	n = 0
}
BEGIN { primo = 1; ultima = sprintf("%064d", 0) }
{
	if ($1 != primo + n) {
		difetto(luogo, "riga " primo + n ": manca, o non è al suo posto")
		gruppo()
		primo = $1
	}
	if ($2 != ultima) difetto(luogo, "riga " $1 ": non segue quella prima")
	ultima = sua[$1] = $3
	t = $4
	gsub(/\002/, "\n", t); gsub(/\003/, "\t", t)
	printf "%s", t > $1 ""
	close($1 "")
	detta[$1] = $3
	if (++n == 2000) gruppo()
}
END {
	gruppo()
	if (luogo == "letture") while ((getline riga < (W "/letture_dette")) > 0) {
		split(riga, p, OFS)
		if (p[2] + 0 > 0 && sua[p[2]] != p[3])
			difetto(luogo, "riga " p[2] ": non è quella del registro del giorno " p[1])
	}
}

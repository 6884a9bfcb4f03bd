# SPDX-License-Identifier: EUPL-1.2
#
# tag.awk - ciò che git cat-file --batch dice dei tag di una cartella, il cui nome
# è la prima riga: in g/<oid> il testo firmato, in g/<oid>.asc la firma; scrive
# cartella, oid, commit, tipo, nome, atto, impronta, giornaliero.
BEGIN { OFS = "\t" }
NR == 1 { cartella = $0; next }
resto <= 0 && $2 == "tag" && NF == 3 {
	oid = $1; resto = $3 + 1
	f = W "/g/" oid
	firma = 0
	commit = tipo = nome = atto = impronta = giorno = "-"
	next
}
resto > 0 {
	resto -= length($0) + 1
	if ($0 == "-----BEGIN PGP SIGNATURE-----") { firma = 1; close(f); f = f ".asc" }
	if (resto > 0 || $0 != "") printf "%s\n", $0 > f
	if (!firma && $1 == "object") commit = $2
	if (!firma && $1 == "type") tipo = $2
	if (!firma && $1 == "tag") nome = $2
	if (!firma && $1 == "anello" && NF == 3) { atto = $2; impronta = $3 }
	if (!firma && $1 == "giornaliero" && NF == 2) giorno = $2
	if (resto > 0) next
	close(f)
	print cartella, oid, commit, tipo, nome, atto, impronta, giorno
}

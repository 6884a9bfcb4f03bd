# SPDX-License-Identifier: EUPL-1.2
#
# forma.awk - HEAD e config di ogni cartella git (formato.md §2), per impronta.
FILENAME ~ /forme$/ { vista[substr($0, 67)] = substr($0, 1, 64); next }
FNR == 1 && !letti++ {
	getline nuda < (W "/config.true")
	getline piena < (W "/config.false")
	getline head < (W "/config.head")
}
{
	if (vista[S "/" $2 "/HEAD"] != head)
		difetto($1 "/HEAD", "non nomina il ramo main")
	if (vista[S "/" $2 "/config"] != ($1 ~ /^registro/ ? nuda : piena))
		difetto($1 "/config", "non è quella di una cartella nostra")
}

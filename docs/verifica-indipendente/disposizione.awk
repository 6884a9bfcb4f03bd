# SPDX-License-Identifier: EUPL-1.2
#
# disposizione.awk - che cosa c'è in un archivio, e se deve esserci (formato.md §1,
# §2).  Legge trovati (tipo, modo, lunghezza, inode, percorso); scrive cartelle
# (nome, directory git), tag, visibili (cartella, tipo, percorso), byte (inode,
# impronta, percorso, anno: vuoto accanto a una cartella).
function strano(che) { difetto($5, che == "" ? "un file estraneo" : che) }
function cartella(c, git) { print c, git > (W "/cartelle") }

# Nella directory git della cartella c: f è "" per lei stessa.
function di_git(c, f) {
	if (tipo == "d") {
		if (!(f in DIR) && f !~ /^(objects\/[0-9a-f][0-9a-f]|pacco\.[0-9]+)$/)
			strano("una directory che non è di una cartella git nostra")
	} else if (f ~ /^objects\/[0-9a-f][0-9a-f]\/[0-9a-f]+$/ && length(f) == 49)
		return
	else if (f ~ /^objects\/pack\/pack-[0-9a-f]+\.pack$/)
		pacco[c "/" substr(f, 1, length(f) - 5)] = 1
	else if (f ~ /^objects\/pack\/pack-[0-9a-f]+\.idx$/)
		indice[c "/" substr(f, 1, length(f) - 4)] = 1
	else if (f ~ /^refs\/tags\/(giorno\/[0-9-]+|sigillo\/[0-9]+)$/)
		print c, substr(f, 11) > (W "/tag")
	else if (f == "index" || f ~ /\.nuovo$/ || f ~ /^pacco\.[0-9]+\// ||
	    f ~ /^objects\/[^\/]*\/tmp_obj_[^\/]*$/)
		nota($5, "un residuo")
	else if (f != "HEAD" && f != "config" && f != "refs/heads/main")
		strano("un file che non è di una cartella git nostra")
}
# Fra i file di una cartella: f è il suo percorso lì.
function di_cartella(c, f) {
	if (f == ".git" || index(f, ".git/") == 1)
		di_git(c, substr(f, 6))
	else if (f == "allegati" && tipo == "d")
		return
	else if (f ~ /^allegati\/[0-9a-f]+(\.[a-z0-9]+)?$/ && tipo == "f" && length(f) >= 73 &&
	    (length(f) == 73 || substr(f, 74, 1) == "."))
		print $4, substr(f, 10, 64), $5, "" > (W "/byte")
	else if (index(f, "allegati/") == 1)
		strano()
	else
		print c, tipo, f > (W "/visibili")
}
function di_registro() {
	if (n > 1 && p[2] ~ /^[0-9][0-9][0-9][0-9]\.git$/) {
		if (n == 2 && tipo == "d") cartella($5, $5)
		else di_git(p[1] "/" p[2], substr($5, 19))
	} else if (n == 5 && p[3] == "allegati" && tipo == "f" && length(p[5]) == 64 &&
	    p[5] ~ /^[0-9a-f]+$/ && substr(p[5], 1, 2) == p[4])
		print $4, p[5], $5, p[2] > (W "/byte")
	else if (tipo != "d" || n > 1 && p[2] !~ /^[0-9][0-9][0-9][0-9]$/ ||
	    n > 2 && p[3] != "allegati" || n > 3 && p[4] !~ /^[0-9a-f][0-9a-f]$/ || n > 4)
		strano()
}
function di_un_caso() {
	if (n > 2 && p[3] ~ /^[0-9]+$/ && length(p[3]) == 7) {
		if (n == 3 && tipo == "d") cartella($5, $5 "/.git")
		else if (n > 3) di_cartella(p[1] "/" p[2] "/" p[3], substr($5, length(p[1]) + 15))
		else strano()
	} else if (tipo != "d" || n > 1 && p[2] !~ /^[0-9][0-9][0-9][0-9]$/ || n > 2)
		strano()
}
BEGIN {
	n = split(" refs refs/heads refs/tags refs/tags/giorno refs/tags/sigillo objects " \
	    "objects/pack objects/info", p, " ")
	for (i = 1; i <= n; i++) DIR[p[i]] = 1
	DIR[""] = 1
	n = split("formato .scrittura README.md accesso.conf ripristino lotti revoche custodia " \
	    "sigillo consegne salvataggi transito tenuti LEGGIMI.txt chiave-macchina", p, " ")
	for (i = 1; i <= n; i++) CIMA[p[i]] = 1
}
NF != 5 {
	difetto("archivio", "un file con un nome che nessuno dei nostri ha")
	next
}
{
	tipo = $1
	n = split($5, p, "/")
	if (tipo != "f" && tipo != "d") strano("né un file né una directory")
	else if ($5 == "ente" && tipo == "d") cartella("ente", "ente/.git")
	else if (p[1] == "ente" && n > 1) di_cartella("ente", substr($5, 6))
	else if (p[1] == "registro") di_registro()
	else if (p[1] ~ /^(accessi|cartelle|fascicoli)$/) di_un_caso()
	else if (p[1] == "ente") strano()
	else if (n == 1 && !($5 in CIMA) &&
	    $5 !~ /^(registro|letture|accesso)\.sqlite(-wal|-shm|\.precedente)?$/)
		nota($5, "un file che non è dell'archivio")
}
END {
	for (f in pacco)
		if (!(f in indice)) nota(f ".pack", "un pacco senza indice: un residuo")
	for (f in indice)
		if (!(f in pacco)) difetto(f ".idx", "un indice senza il suo pacco")
}

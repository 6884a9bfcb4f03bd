# SPDX-License-Identifier: EUPL-1.2
#
# legge.awk - legge ciò che scrive git fast-export di ogni cartella (lette: nome,
# file, testa).  Mette ogni blob in b.K/<oid>; scrive commit, cambi, radici (oid,
# radice, id, schema), xml (dei tipi che qui servono, ogni valore in una riga),
# informi (chi non è nella forma di §3), dist (ciò che dice distrutto) e, di ogni
# atto compiuto, atti, il testo del suo anello (§6), la busta della sua istanza (§5).
function vero(s) {
	gsub(/&lt;/, "<", s); gsub(/&gt;/, ">", s); gsub(/&quot;/, "\"", s)
	gsub(/&#13;/, "\r", s); gsub(/&#10;|\n/, "\002", s); gsub(/&#9;|\t/, "\003", s)
	gsub(/&amp;/, "\\&", s)
	return s
}
# Gli attributi di un elemento, in A[nome]; falso se non sono in ordine.
function attributi(t,   n, v, prima, i) {
	split("", A)
	prima = ""
	while (match(t, / [a-z][a-z0-9-]*="[^"]*"/)) {
		v = substr(t, RSTART + 1, RLENGTH - 1)
		i = index(v, "=")
		n = substr(v, 1, i - 1)
		if (n <= prima && n != "xmlns") return 0
		prima = n == "xmlns" ? "" : n
		A[n] = vero(substr(v, i + 2, length(v) - i - 2))
		t = substr(t, RSTART + RLENGTH)
	}
	return 1
}
function riga(tipo, che, valore) { print oid, radice, tipo, che, valore > (W "/xml." K) }
# Un documento nella forma scritta (§3), riga per riga.
function documento(   i, s, ind, t, p, nome, prof, via, vuoto, fine, valore) {
	prof = 0
	for (i = 2; i <= nl; i++) {
		s = L[i]
		match(s, /^ */)
		ind = RLENGTH
		t = substr(s, ind + 1)
		if (substr(t, 1, 2) == "</") {
			if (prof == 0 || t != "</" N[prof] ">" || ind != 2 * (prof - 1))
				return 0
			if (prof > 1) riga("C", V[prof], "")
			prof--
			continue
		}
		if (ind != 2 * prof ||
		    !match(t, /^<[a-z][a-z0-9-]*( [a-z][a-z0-9-]*="[^"<]*")*\/?>/))
			return 0
		s = substr(t, RLENGTH + 1)
		t = substr(t, 2, RLENGTH - 2)
		vuoto = t ~ /\/$/
		if (vuoto) t = substr(t, 1, length(t) - 1)
		p = index(t, " ")
		nome = p ? substr(t, 1, p - 1) : t
		if (!attributi(p ? substr(t, p) : "")) return 0
		via = prof < 1 ? "" : prof == 1 ? nome : V[prof] "/" nome
		if (prof > 0) riga("O", via, "")
		for (p in A) if (prof > 0) riga("A", via "/@" p, A[p])
		if (vuoto) {
			if (s != "") return 0
			if (prof > 0) riga("C", via, "")
		} else if (s == "") {
			N[++prof] = nome
			V[prof] = via
		} else {
			fine = "</" nome ">"
			while (substr(s, length(s) - length(fine) + 1) != fine && i < nl)
				s = s "\n" L[++i]
			if (substr(s, length(s) - length(fine) + 1) != fine) return 0
			valore = substr(s, 1, length(s) - length(fine))
			if (valore !~ /</) riga("T", via, vero(valore))
			if (prof > 0) riga("C", via, "")
		}
	}
	return prof == 0
}
# atto-compiuto: due soli figli, in questa forma e in nessun'altra.
function compiuto(   i, s, ist, n, f) {
	f = W "/t/" K "/" oid
	ist = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	if (L[2] != "<atto-compiuto xmlns=\"urn:cartella:1\" versione=\"1\">" ||
	    L[3] !~ /^  <istanza .*>$/)
		return 0
	s = substr(L[3], 11)
	attributi(s)
	istanza = A["id"]; istanza_atto = A["atto"]
	ist = ist "<istanza xmlns=\"urn:cartella:1\"" s "\n"
	i = 3
	if (L[3] !~ /\/>$/)
		do { ist = ist substr(L[++i], 3) "\n" } while (L[i] != "  </istanza>" && i < nl)
	if (L[++i] !~ /^  <anello .*[^\/]>$/ || !attributi(substr(L[i], 10)))
		return 0
	print oid, "anello", A["seq"], A["ora"], A["atto"], A["operatore"], \
	    ("per" in A) ? A["per"] : "-", istanza, A["istanza-impronta"], \
	    A["precedente"], A["impronta"], istanza_atto > (W "/atti." K)
	s = "cartella 1\nseq " A["seq"] "\nora " A["ora"] "\natto " A["atto"] "\noperatore " \
	    A["operatore"] "\nper " (("per" in A) ? A["per"] : "-") "\nistanza " istanza " " \
	    A["istanza-impronta"] "\n"
	precedente = A["precedente"]
	for (i++; L[i] ~ /^    <cartella>[^<> ]*<\/cartella>$/; i++) {
		n = substr(L[i], 15, length(L[i]) - 25)
		s = s "cartella " n "\n"
		print oid, "cartella", n > (W "/atti." K)
	}
	for (; L[i] ~ /^    <documento [^<>]*\/>$/; i++) {
		if (!attributi(substr(L[i], 15))) return 0
		n = A["cartella"] OFS A["percorso"] OFS A["segno"] OFS A["impronta"]
		if (n ~ / /) return 0
		print oid, "documento", n > (W "/atti." K)
		gsub(OFS, " ", n)
		s = s "documento " n "\n"
	}
	for (; L[i] ~ /^    <allegato impronta="[0-9a-f]*"\/>$/; i++) {
		attributi(substr(L[i], 14))
		s = s "allegato " A["impronta"] "\n"
		print oid, "allegato", A["impronta"] > (W "/atti." K)
	}
	if (L[i] != "  </anello>" || L[i + 1] != "</atto-compiuto>" || i + 1 != nl) return 0
	printf "%sprecedente %s\n", s, precedente > (f ".anello")
	close(f ".anello")
	printf "%s", ist > (f ".istanza")
	close(f ".istanza")
	return 1
}
BEGIN {
	split("registrazione rettifica annullamento riserva richiesta-correzione voce-repertorio " \
	    "copia-acquisita registro-giornaliero chiusura-giorno sigillo manifesto chiave " \
	    "revoca-chiave espunzione scarto lapide provenienza numeri-perduti verdetto", v, " ")
	for (i in v) serve[v[i]] = 1
}
function blob(   i, m) {
	if (oid in visto) return
	visto[oid] = 1
	radice = "-"
	split("", A)
	if (L[1] == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" && intero &&
	    match(L[2], /^<[a-z][a-z0-9-]* xmlns="urn:cartella:1"/)) {
		i = index(L[2], " ")
		radice = substr(L[2], 2, i - 2)
		attributi(substr(L[2], i))
		print oid, radice, A["id"], A["schema"] > (W "/radici." K)
		if (radice == "atto-compiuto" ? !compiuto() : radice in serve && !documento())
			print oid > (W "/informi." K)
		for (i = 3; i <= nl; i++)
			if (L[i] ~ /^ *<distrutto>[0-9a-f]*<\/distrutto>$/) {
				m = L[i]; gsub(/[^0-9a-f]*<\/?distrutto>/, "", m)
				print oid, m > (W "/dist." K)
			}
	}
}
# I byte dopo «data N»: righe in L; nel file f, se c'è.
function dati(n, f,   s) {
	nl = 0; intero = 1
	if (f != "") printf "" > f
	while (n > 0 && (getline s < storia) > 0) {
		if (length(s) < n) {
			if (f != "") printf "%s\n", s > f
			n -= length(s) + 1
		} else {
			s = substr(s, 1, n)
			if (f != "") printf "%s", s > f
			n = 0; intero = 0
		}
		L[++nl] = s
	}
	if (f != "") close(f)
}
{
	cartella = $1; storia = $2; testa = $3
	split("", di); split("", m_oid)
	n_commit = 0; id = ""
	while ((getline s < storia) > 0) {
		if (s == "blob") tipo = "blob"
		else if (s ~ /^commit /) {
			tipo = "commit"; n_commit++
			da = "-"; fusione = "no"; autore = committer = ""
		} else if (s ~ /^mark :/) mark = substr(s, 6)
		else if (s ~ /^original-oid /) {
			oid = substr(s, 14)
			m_oid[mark] = oid
		} else if (s ~ /^author /) autore = substr(s, 8)
		else if (s ~ /^committer /) committer = substr(s, 11)
		else if (s ~ /^data /) {
			if (tipo == "blob") { dati(substr(s, 6) + 0, W "/b." K "/" oid); blob() }
			else {
				dati(substr(s, 6) + 0, "")
				atto = prima = "-"
				for (i = 2; i <= nl; i++) {
					if (L[i] ~ /^Atto: [0-9]+$/) atto = substr(L[i], 7)
					if (L[i] ~ /^Prima: [0-9a-f]+$/) prima = substr(L[i], 8)
				}
				id = oid
				titolo = L[1]; gsub(/\t/, " ", titolo)
			}
		} else if (s ~ /^from :/) da = m_oid[substr(s, 6)]
		else if (s ~ /^merge /) fusione = "si"
		else if (s ~ /^M /) {
			split(s, p, " ")
			via = s; sub(/^M [0-9]+ [^ ]+ /, "", via)
			if (p[3] in m_oid) p[3] = m_oid[p[3]]
			print cartella, n_commit, "M", p[2], p[3], via > (W "/cambi." K)
		} else if (s ~ /^D /)
			print cartella, n_commit, "D", "", "", substr(s, 3) > (W "/cambi." K)
		if (tipo == "commit" && s ~ /^(from|merge|data) /)
			scritto[n_commit] = cartella OFS n_commit OFS id OFS da OFS autore OFS \
			    committer OFS titolo OFS atto OFS prima OFS fusione
	}
	close(storia)
	for (i = 1; i <= n_commit; i++) print scritto[i] > (W "/commit." K)
	if (id != testa) difetto(cartella, "la storia non finisce al ramo")
}

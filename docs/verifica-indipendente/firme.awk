# SPDX-License-Identifier: EUPL-1.2
#
# firme.awk - quali firme e quali tag ci devono essere (formato.md §3, §12), e se
# quelle chiavi potevano firmare, al loro posto nella catena.  Legge documenti,
# radici, anelli, allegati, vivi, xml; scrive da_verificare (cartella, luogo,
# manifesto, firma, tipo, chiave), tag_attesi (cartella, nome, oggetto, commit,
# atto, impronta, giornaliero, chiave).
FILENAME ~ /radici$/ { RAD[$1] = $2; next }
FILENAME ~ /anelli$/ { GIORNO[$1] = substr($2, 1, 10); ORA[$1] = $2; IMPR[$1] = $11; next }
FILENAME ~ /allegati$/ { NOTA[$2] = 1; PORTA[$1, $2] = 1; next }
FILENAME ~ /segni$/ { SEGNO[$2] = substr($1, 1, 32); next }
FILENAME ~ /documenti$/ {
	NOTA[$6] = 1
	DI[$4, $6] = $1
	if ($7) next
	if (!($5 in SQ)) { SQ[$5] = $1; CAR[$5] = $2; VIA[$5] = $3; IMP[$5] = $6 }
	if (RAD[$5] == "espunzione" || RAD[$5] == "scarto") ERASA[$2] = $1
	if ($3 ~ /\/firma\.(asc|p7s|p7m)$/) {
		d = $3; sub(/\/[^\/]*$/, "", d)
		FIRMA[$2, d] = $5
		EST[$2, d] = substr($3, length(d) + 8)
	}
	if ($2 == "ente" && $3 ~ /^chiavi\/[0-9A-Fa-f]+\.(asc|pem)$/) {
		d = substr($3, 8); sub(/\..*/, "", d)
		print d, $5 > (W "/chiavi")
	}
	if (RAD[$5] == "registro-giornaliero") REGDOC[substr($3, length($3) - 13, 10)] = $6
	next
}
function val(che) { return V[che] }
# Una versione di una chiave, una revoca: in ordine di atto, poi.
function chiave() {
	n = ++NK[V["impronta-chiave"]]
	CHV[V["impronta-chiave"], n] = SQ[oid] OFS V["utente"] OFS V["dal"] OFS V["al"] OFS \
	    V["scade"]
}
function documento(   i, k) {
	if (radice == "chiave") chiave()
	else if (radice == "registro-giornaliero") GU[V["data"]] = V["atti/ultimo"] + 0
	else if (radice == "revoca-chiave") {
		k = V["impronta-chiave"]
		REV[k] = REV[k] SQ[oid] " " (("dal" in V) ? V["dal"] : "-") "\n"
	} else if (radice ~ /^(manifesto|chiusura-giorno|sigillo|verdetto)$/) {
		DOC[++nd] = oid
		for (i in V) D_[oid, i] = V[i]
		D_[oid, ""] = radice
		for (i = 1; i <= ng; i++) GR[oid, i] = G[i]
		NG[oid] = ng
	}
}
function chiudi() {
	if (oid != "" && (oid in SQ)) documento()
	split("", V); split("", G); split("", B); ng = 0
}
$1 != oid { chiudi(); oid = $1; radice = $2 }
$3 == "A" && $4 ~ /^(oggetto|testa)\/@/ { B[substr($4, index($4, "@") + 1)] = $5 }
$3 == "C" && $4 == "oggetto" { G[++ng] = B["id"] OFS B["impronta"] OFS B["ruolo"]; split("", B) }
$3 == "C" && $4 == "testa" { G[++ng] = B["cartella"] OFS B["commit"] OFS B["tag"]; split("", B) }
$3 == "T" || $3 == "A" { V[$4] = $5 }

# Poteva firmare nell'atto s, per u («» è l'ufficio)?
function poteva(c, u, s, luogo,   i, p, q, n, r) {
	q = 0
	for (i = 1; i <= NK[c]; i++) {
		split(CHV[c, i], p, OFS)
		if (p[1] + 0 < s + 0 && p[1] + 0 > q) { q = p[1] + 0; r = CHV[c, i] }
	}
	if (q == 0) { difetto(luogo, "firma con una chiave non ancora arruolata"); return }
	split(r, p, OFS)
	if (p[2] != u) difetto(luogo, "firma con la chiave di un altro")
	if (GIORNO[s] < p[3] || p[4] != "" && GIORNO[s] > p[4] ||
	    p[5] != "" && secondi(ORA[s]) >= secondi(p[5]))
		difetto(luogo, "firma con una chiave che quel giorno non valeva")
	n = split(REV[c], q_, "\n") - 1
	for (i = 1; i <= n; i++) {
		split(q_[i], p, " ")
		if (p[1] + 0 < s + 0) difetto(luogo, "firma con una chiave revocata")
		else if (p[2] != "-" && p[2] <= GIORNO[s])
			nota(luogo, "firma con una chiave a cui poi non si crede più")
	}
}
function manifesto(oid,   s, c, d, l, i, p) {
	s = SQ[oid]; c = CAR[oid]; d = VIA[oid]
	sub(/\/[^\/]*$/, "", d)
	l = c "/" d
	if (!((c, d) in FIRMA)) { difetto(l, "un manifesto senza la sua firma"); return }
	poteva(D_[oid, "chiave"], D_[oid, "utente"], s, l)
	for (i = 1; i <= NG[oid]; i++) {
		split(GR[oid, i], p, OFS)
		if (!(p[2] in NOTA) ||
		    p[1] != "" && p[3] == "originale" && !((SEGNO[p[1]], p[2]) in DI))
			difetto(l, "firma ciò che nell'archivio non c'è (" substr(p[2], 1, 12) ")")
	}
	print c, l, oid, FIRMA[c, d], EST[c, d], D_[oid, "chiave"] > (W "/da_verificare")
}
function sigillo(oid,   s, l, i, p, nome, u, imp, gio, chi, ut) {
	s = SQ[oid]; l = CAR[oid] "/" VIA[oid]
	if (D_[oid, ""] == "chiusura-giorno") {
		gio = D_[oid, "giorno"]
		nome = "giorno/" gio
		chi = D_[oid, "firma-file/chiave"]; ut = D_[oid, "firma-file/utente"]
		if (REGDOC[gio] != D_[oid, "giornaliero"])
			difetto(l, "chiude un altro registro del giorno")
		for (i = 1; i <= 3; i++) {
			p = "firma-file/" (i == 1 ? "file" : i == 2 ? "manifesto" : "firma")
			if (!((s, D_[oid, p]) in PORTA))
				difetto(l, "ciò che è firmato non è fra gli allegati dell'atto")
		}
		u = GU[gio]; imp = IMPR[u]
	} else {
		u = D_[oid, "atti/ultimo"] + 0; imp = D_[oid, "atti/impronta"]
		nome = "sigillo/" u; chi = D_[oid, "chiave"]; ut = D_[oid, "utente"]
		if (IMPR[u] != imp || u >= s + 0) difetto(l, "sigilla un'altra catena")
		gio = ""
	}
	poteva(chi, ut, s, l)
	for (i = 1; i <= NG[oid]; i++) {
		split(GR[oid, i], p_, OFS)
		if (p_[3] == "" || ERASA[p_[1]] + 0 > s + 0) continue
		print p_[1], nome, p_[3], p_[2], u, imp, (gio == "" ? "" : REGDOC[gio]), \
		    chi > (W "/tag_attesi")
	}
}
END {
	chiudi()
	for (i = 1; i <= nd; i++) {
		o = DOC[i]
		if (D_[o, ""] == "manifesto") manifesto(o)
		else if (D_[o, ""] == "verdetto") {
			s = D_[o, "dopo/@seq"]
			if ((s in IMPR) && IMPR[s] != D_[o, "dopo/@impronta"])
				difetto(CAR[o] "/" VIA[o], "è un verdetto di un'altra catena")
			if (!(D_[o, "firma"] in NOTA))
				difetto(CAR[o] "/" VIA[o], "è il verdetto di una firma che non c'è")
		} else sigillo(o)
	}
}

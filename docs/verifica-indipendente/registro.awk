# SPDX-License-Identifier: EUPL-1.2
#
# registro.awk - le righe che registro.sqlite deve avere (schema/registro.sql, la
# parte di legge), calcolate dai documenti; e le regole dei numeri.  Legge documenti,
# radici, anelli, xml; scrive righe «tabella, colonne», separate da \037, con
# \001 dove SQL ha NULL.
FILENAME ~ /documenti$/ {
	if ($7 || ($5 in SQ)) next
	SQ[$5] = $1; CAR[$5] = $2; VIA[$5] = $3; IMP[$5] = $6
	next
}
FILENAME ~ /radici$/ { ID[$1] = $3; next }
FILENAME ~ /anelli$/ {
	ORA[$1] = $2; IMPR[$1] = $11; ultimo_atto = $1 + 0
	s = $0
	sub(/\t-\t/, "\t\001\t", s)
	gsub(/\t/, "\037", s)
	print "catena" U s > (W "/attese")
	next
}
BEGIN { U = "\037"; N = "\001" }

# Un documento intero è in V (valori), G (gruppi ripetuti, in ordine).
function val(via) { return (via in V) ? V[via] : N }
function gr(k, che) { return ((k, che) in G) ? G[k, che] : N }
# I valori di più elementi; di ?x se c'è, di !x se è «si».
function valori(elenco,   v, n, i, t) {
	n = split(elenco, v, " ")
	for (i = 1; i <= n; i++)
		if (v[i] ~ /^\?/) t = t U ((substr(v[i], 2) in V) ? 1 : 0)
		else if (v[i] ~ /^!/) t = t U (V[substr(v[i], 2)] == "si" ? 1 : 0)
		else t = t U val(v[i])
	return t
}
function gruppo(k, elenco,   v, n, i, t) {
	n = split(elenco, v, " ")
	for (i = 1; i <= n; i++) t = t U gr(k, v[i])
	return t
}
function riga(tabella, chiave, resto) { print tabella U chiave resto > (W "/attese") }
function numero(t) { return substr(t, 1, 7) + 0 }
function anno(t) { return substr(t, 9, 4) + 0 }
function giorno(s) { return substr(ORA[s], 1, 10) }

function male(che) { difetto("registro registrazione", V["numero"] ": " che) }
function storto(che) { difetto(CAR[oid] "/" VIA[oid], che) }
function registrazione(   a, n, k, o, f, t) {
	a = anno(V["numero"]); n = numero(V["numero"])
	t = sprintf("registrazioni/%03d/%02d/%07d.xml", int(n / 10000), int(n / 100) % 100, n)
	if (CAR[oid] != "registro/" a ".git" || VIA[oid] != t)
		storto("non è al posto del suo numero")
	if (V["ora"] != ORA[s]) storto("l'ora non è quella dell'atto")
	if (substr(V["ora"], 1, 4) != a) storto("la data è di un altro anno")
	if ((a, n) in REG) storto("lo stesso numero due volte")
	REG[a, n] = s
	if (ANNI[a] < n) ANNI[a] = n
	GIORNO[a, n] = giorno(s); FLUSSO[a, n] = V["flusso"]; OGG[a, n] = V["oggetto"]
	t = N U N
	if ("sostituisce" in V) t = anno(V["sostituisce"]) U numero(V["sostituisce"])
	riga("registrazione", a U n U s U ID[oid], valori("ora operatore flusso oggetto " \
	    "?riservata/motivo riservata/motivo riservata/fino-al mezzo data-arrivo " \
	    "protocollo-mittente/numero protocollo-mittente/data classifica tipo " \
	    "differita/motivo differita/autorizzazione") U t \
	    valori("cartacei/numero cartacei/descrizione"))
	o = f = 0
	for (k = 1; k <= ng; k++) {
		t = G[k, ""]
		if (t ~ /^(mittente|destinatario)$/)
			riga("soggetto", a U n U (++o) U t,
			    gruppo(k, "denominazione codice-ipa indirizzo pec"))
		else if (t == "principale" || t == "allegato")
			riga("file", a U n U (t == "allegato" ? ++f : 0),
			    gruppo(k, "nome impronta tipo dimensione nota"))
	}
}
function valore(che,   c) {	# di una rettifica: i valori composti no
	c = V["campo"]
	return c ~ /^(mittente|destinatario|protocollo-mittente)$/ ? "..." : val(che "/" c)
}
function rettifica(p) {
	riga("rettifica", p, valori("ordine campo") U (("posto" in V) ? V["posto"] : 0) U \
	    valore("prima") U valore("dopo") \
	    valori("motivo provvedimento richiesta operatore ora") U s)
	if (V["campo"] != "oggetto" || s + 0 < RETT[p] + 0) return
	RETT[p] = s
	OGGI[p] = V["dopo/oggetto"]
}
function voce(   k) {
	riga("voce_repertorio", V["repertorio"] U V["anno"] U V["numero"] U s U ID[oid],
	    valori("ora operatore ufficio oggetto data-documento autore ?riservata/motivo") U \
	    anno(V["protocollo"]) U numero(V["protocollo"]))
	k = V["repertorio"] " " V["anno"]
	VOCE[k, V["numero"] + 0] = 1
	if (V["numero"] + 0 > VOCI[k] + 0) VOCI[k] = V["numero"] + 0
}
function documento(   p, k) {
	s = SQ[oid]
	p = anno(V["protocollo"]) U numero(V["protocollo"])
	if (radice == "registrazione") registrazione()
	else if (radice == "rettifica") rettifica(p)
	else if (radice == "annullamento") {
		riga("annullamento", p, valori("motivo provvedimento anno numero richiesta " \
		    "richiedente !inoltrata operatore ora") U s)
		ANN[p] = 1
	} else if (radice == "riserva")
		riga("riserva", p, valori("ordine !riservata motivo fino-al operatore ora") U s)
	else if (radice == "richiesta-correzione")
		riga("richiesta_correzione", p,
		    valori("ordine tipo campo motivo richiedente operatore ora") U s)
	else if (radice == "voce-repertorio") voce()
	else if (radice == "copia-acquisita") {
		for (k = 1; k <= ng; k++) if (G[k, ""] == "file")
			riga("copia_acquisita", p U V["ordine"] U k,
			    gruppo(k, "nome impronta tipo dimensione") \
			    valori("conformita operatore ora") U s)
	} else if (radice == "registro-giornaliero") giornaliero()
	else if (radice == "chiusura-giorno")
		riga("chiusura_giorno", V["giorno"], valori("giornaliero firma-file/file " \
		    "firma-file/manifesto firma-file/firma firma-file/utente firma-file/chiave " \
		    "ora") U substr(ORA[s], 1, 4) U s)
	else if (radice == "numeri-perduti")
		for (k = V["dal"] + 0; k <= V["al"] + 0; k++) PERDUTO[V["anno"], k] = 1
	else if (radice == "chiave")
		riga("chiave", V["impronta-chiave"] U s, valori("impronta-chiave/@tipo utente " \
		    "qualita dal al custodia identita algoritmo scade"))
	else if (radice == "revoca-chiave")
		riga("chiave_revoca", V["impronta-chiave"] U s, valori("revocata motivo dal"))
}
function giornaliero(   d, k) {
	d = V["data"]
	riga("giornaliero", d U ID[oid] U IMP[oid], valori("precedente registrazioni/numero " \
	    "atti/primo atti/ultimo atti/impronta letture/numero letture/ultima " \
	    "letture/impronta") U s)
	GI[d] = IMP[oid]; GP[d] = V["precedente"]
	GN[d] = V["atti/numero"]; GA[d] = V["atti/primo"]
	GU[d] = V["atti/ultimo"]; GM[d] = V["atti/impronta"]
	GR[d] = V["registrazioni/numero"] " " V["registrazioni/entrate"] " " \
	    V["registrazioni/uscite"] " " V["registrazioni/interne"]
	for (k = 1; k <= ng; k++) if (G[k, ""] == "registrazione") GR[d] = GR[d] " " gr(k, "numero")
	if (primo_giorno == "" || d < primo_giorno) primo_giorno = d
	if (d > ultimo_giorno) ultimo_giorno = d
	print d, V["letture/ultima"], V["letture/impronta"] > (W "/letture_dette")
}
function chiudi() {
	if (oid != "" && (oid in SQ)) documento()
	split("", V); split("", G)
	ng = 0
}
$1 != oid { chiudi(); oid = $1; radice = $2 }
$3 == "O" && $4 ~ /^(mittente|destinatario|principale|allegato|file|registrazione)$/ {
	G[++ng, ""] = $4
}
$3 == "T" || $3 == "A" {
	if (ng > 0 && match($4, /^[a-z]+\//) && substr($4, 1, RLENGTH - 1) == G[ng, ""])
		G[ng, substr($4, RLENGTH + 1)] = $5
	V[$4] = $5
}

# ---- i numeri (art. 53 DPR 445/2000) e i giorni (§12) ----

function dopo(d,   y, m, g, l) {	# il giorno dopo
	y = substr(d, 1, 4) + 0; m = substr(d, 6, 2) + 0; g = substr(d, 9, 2) + 1
	l = (m == 4 || m == 6 || m == 9 || m == 11) ? 30 : 31
	if (m == 2) l = (y % 4 == 0 && y % 100 != 0 || y % 400 == 0) ? 29 : 28
	if (g > l) { g = 1; m++ }
	if (m > 12) { m = 1; y++ }
	return sprintf("%04d-%02d-%02d", y, m, g)
}
function numeri(   a, n, prec, k, d, p) {
	for (a in ANNI) {
		prec = 0
		for (n = 1; n <= ANNI[a]; n++) {
			p = a U n
			V["numero"] = k = sprintf("%07d/%04d", n, a)
			if (!((a, n) in REG)) {
				if (!((a, n) in PERDUTO)) male("manca")
				continue
			}
			if ((a, n) in PERDUTO) male("dichiarata perduta, e c'è")
			if (REG[a, n] + 0 < prec + 0) male("non è in ordine di tempo")
			prec = REG[a, n]
			d = GIORNO[a, n]
			riga("protocollo", p U d, U ((p in OGGI) ? OGGI[p] : OGG[a, n]) U \
			    ((p in ANN) ? 1 : 0))
			TOT[d]++; DI[d, FLUSSO[a, n]]++
			QUALI[d] = QUALI[d] " " k
		}
	}
	for (k in VOCI) for (n = 1; n <= VOCI[k]; n++) if (!((k, n) in VOCE))
		difetto("registro voce_repertorio", k ": manca il numero " n)
}
function del_giorno(d) {
	return TOT[d] + 0 " " DI[d, "entrata"] + 0 " " DI[d, "uscita"] + 0 " " \
	    DI[d, "interna"] + 0 QUALI[d]
}
function brutto(d, che) { difetto("registro giornaliero", d ": " che) }
function giorni(   d, prima, da, u, s) {
	prima = sprintf("%064d", 0); u = 0
	for (s = 1; s <= ultimo_atto; s++) FINE[giorno(s)] = s
	for (d in FINE) if (d < primo_giorno && FINE[d] > u) u = FINE[d]
	for (d = primo_giorno; d != "" && d <= ultimo_giorno; d = dopo(d)) {
		if (!(d in GI)) {
			brutto(d, "manca il registro del giorno")
			prima = ""
			continue
		}
		if (GP[d] != prima) brutto(d, "non segue quello del giorno prima")
		prima = GI[d]
		da = u + 1
		if (FINE[d] + 0 > u) u = FINE[d]
		if (GU[d] != u || GN[d] != u - da + 1 || GA[d] != (u >= da ? da : "") ||
		    u > 0 && GM[d] != IMPR[u])
			brutto(d, "gli atti non sono quelli della catena")
		if (GR[d] != del_giorno(d))
			brutto(d, "le registrazioni non sono quelle di quel giorno")
	}
	if (primo_giorno != "" && giorno(1) < primo_giorno)
		difetto("registro giornaliero", "non comincia dal giorno del primo atto")
}
END {
	chiudi()
	numeri()
	giorni()
}

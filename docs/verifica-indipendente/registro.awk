# SPDX-License-Identifier: EUPL-1.2
#
# registro.awk - le righe che registro.sqlite deve avere (schema/registro.sql, la
# parte di legge), calcolate dai documenti; e le regole dei numeri.  Legge documenti,
# radici, anelli, xml; scrive righe «tabella, colonne», separate da \037, con
# \001 dove SQL ha NULL.
FILENAME ~ /documenti$/ { if (!$7 && !(($5) in SQ)) { SQ[$5] = $1; CAR[$5] = $2; VIA[$5] = $3; IMP[$5] = $6 }; next }
FILENAME ~ /radici$/ { ID[$1] = $3; next }
FILENAME ~ /anelli$/ { ORA[$1] = $2; ATTO[$1] = $3; IMPR[$1] = $11; ultimo_atto = $1 + 0
	riga("catena", $1, $2, $3, $4, $5 == "-" ? N : $5, $6, $7, $8, $9, $10, $11); next }
function riga(t, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o,   s) {
	s = t "\037" a "\037" b
	if (c != "") s = s "\037" c
	if (d != "") s = s "\037" d
	if (e != "") s = s "\037" e
	if (f != "") s = s "\037" f
	if (g != "") s = s "\037" g
	if (h != "") s = s "\037" h
	if (i != "") s = s "\037" i
	if (j != "") s = s "\037" j
	if (k != "") s = s "\037" k
	if (l != "") s = s "\037" l
	if (m != "") s = s "\037" m
	if (n != "") s = s "\037" n
	if (o != "") s = s "\037" o
	print s > (W "/attese")
}
function val(via) { return (via in V) ? V[via] : N }
function numero(t) { return substr(t, 1, 7) + 0 }
function anno(t) { return substr(t, 9, 4) + 0 }
function giorno(s) { return substr(ORA[s], 1, 10) }
BEGIN { N = "\001" }

# Un documento intero è in V (valori), G (gruppi ripetuti, in ordine).
function soggetto(a, n, o, k) {
	riga("soggetto", a, n, o, G[k, ""], gr(k, "denominazione"), gr(k, "codice-ipa"), gr(k, "indirizzo"), gr(k, "pec"))
}
function gr(k, che) { return ((k, che) in G) ? G[k, che] : N }
function file(a, n, o, k) {
	riga("file", a, n, o, gr(k, "nome"), gr(k, "impronta"), gr(k, "tipo"), gr(k, "dimensione"), gr(k, "nota"))
}
function registrazione(   a, n, k, o, f) {
	a = anno(V["numero"]); n = numero(V["numero"])
	if (CAR[oid] != "registro/" a ".git" || VIA[oid] != sprintf("registrazioni/%03d/%02d/%07d.xml", int(n / 10000), int(n / 100) % 100, n))
		difetto("registro registrazione", V["numero"] ": il documento non è al suo posto")
	if (V["ora"] != ORA[s]) difetto("registro registrazione", V["numero"] ": l'ora non è quella dell'atto")
	if (substr(V["ora"], 1, 4) != a) difetto("registro registrazione", V["numero"] ": la data è di un altro anno")
	if ((a, n) in REG) difetto("registro registrazione", V["numero"] ": due volte")
	REG[a, n] = s; ANNI[a] = ANNI[a] < n ? n : ANNI[a]; QUANTE[a]++
	GIORNO[a, n] = giorno(s); FLUSSO[a, n] = V["flusso"]; OGG[a, n] = V["oggetto"]
	print "registrazione" "\037" a "\037" n "\037" s "\037" ID[oid] "\037" V["ora"] "\037" V["operatore"] "\037" \
	    V["flusso"] "\037" V["oggetto"] "\037" (("riservata/motivo" in V) ? 1 : 0) "\037" val("riservata/motivo") "\037" \
	    val("riservata/fino-al") "\037" val("mezzo") "\037" val("data-arrivo") "\037" val("protocollo-mittente/numero") "\037" \
	    val("protocollo-mittente/data") "\037" V["classifica"] "\037" val("tipo") "\037" val("differita/motivo") "\037" \
	    val("differita/autorizzazione") "\037" (("sostituisce" in V) ? anno(V["sostituisce"]) "\037" numero(V["sostituisce"]) : N "\037" N) "\037" \
	    val("cartacei/numero") "\037" val("cartacei/descrizione") > (W "/attese")
	o = f = 0
	for (k = 1; k <= ng; k++) {
		if (G[k, ""] ~ /^(mittente|destinatario)$/) soggetto(a, n, ++o, k)
		if (G[k, ""] == "principale") file(a, n, 0, k)
		if (G[k, ""] == "allegato") file(a, n, ++f, k)
	}
}
function valore(che,   c) {	# di una rettifica: i valori composti no
	c = V["campo"]
	if (c ~ /^(mittente|destinatario|protocollo-mittente)$/) return "..."
	return val(che "/" c)
}
function documento(   a, n, k, p) {
	s = SQ[oid]
	p = V["protocollo"]; a = anno(p); n = numero(p)
	if (radice == "registrazione") registrazione()
	else if (radice == "rettifica") {
		riga("rettifica", a, n, V["ordine"], V["campo"], ("posto" in V) ? V["posto"] : 0, valore("prima"), valore("dopo"),
		    V["motivo"], V["provvedimento"], val("richiesta"), V["operatore"], V["ora"], s)
		if (V["campo"] == "oggetto" && s + 0 >= RETT[a, n] + 0) { RETT[a, n] = s; OGGI[a, n] = V["dopo/oggetto"] }
	} else if (radice == "annullamento") {
		riga("annullamento", a, n, V["motivo"], val("provvedimento"), V["anno"], V["numero"],
		    val("richiesta"), V["richiedente"], V["inoltrata"] == "si" ? 1 : 0, V["operatore"], V["ora"], s)
		ANN[a, n] = 1
	} else if (radice == "riserva")
		riga("riserva", a, n, V["ordine"], V["riservata"] == "si" ? 1 : 0, V["motivo"], val("fino-al"), V["operatore"], V["ora"], s)
	else if (radice == "richiesta-correzione")
		riga("richiesta_correzione", a, n, V["ordine"], V["tipo"], val("campo"), V["motivo"], V["richiedente"], V["operatore"], V["ora"], s)
	else if (radice == "voce-repertorio") {
		print "voce_repertorio" "\037" V["repertorio"] "\037" V["anno"] "\037" V["numero"] "\037" s "\037" ID[oid] "\037" \
		    V["ora"] "\037" V["operatore"] "\037" val("ufficio") "\037" V["oggetto"] "\037" val("data-documento") "\037" \
		    val("autore") "\037" (("riservata/motivo" in V) ? 1 : 0) "\037" (p == "" ? 0 : a) "\037" (p == "" ? 0 : n) > (W "/attese")
		k = V["repertorio"] " " V["anno"]
		VOCE[k, V["numero"] + 0] = 1
		if (V["numero"] + 0 > VOCI[k] + 0) VOCI[k] = V["numero"] + 0
	} else if (radice == "copia-acquisita") {
		for (k = 1; k <= ng; k++) if (G[k, ""] == "file")
			riga("copia_acquisita", a, n, V["ordine"], k, gr(k, "nome"), gr(k, "impronta"), gr(k, "tipo"),
			    gr(k, "dimensione"), V["conformita"], V["operatore"], V["ora"], s)
	} else if (radice == "registro-giornaliero") giornaliero()
	else if (radice == "chiusura-giorno")
		riga("chiusura_giorno", V["giorno"], V["giornaliero"], V["firma-file/file"], V["firma-file/manifesto"],
		    V["firma-file/firma"], val("firma-file/utente"), V["firma-file/chiave"], V["ora"], substr(ORA[s], 1, 4), s)
	else if (radice == "numeri-perduti")
		for (k = V["dal"] + 0; k <= V["al"] + 0; k++) PERDUTO[V["anno"], k] = 1
	else if (radice == "chiave")
		riga("chiave", V["impronta-chiave"], s, V["impronta-chiave/@tipo"], val("utente"), val("qualita"), V["dal"], val("al"),
		    V["custodia"], V["identita"], V["algoritmo"], val("scade"))
	else if (radice == "revoca-chiave")
		riga("chiave_revoca", V["impronta-chiave"], s, V["revocata"], V["motivo"], ("dal" in V) ? V["dal"] : N)
}
function giornaliero(   d, k) {
	d = V["data"]
	riga("giornaliero", d, ID[oid], IMP[oid], V["precedente"], V["registrazioni/numero"], val("atti/primo"), V["atti/ultimo"],
	    V["atti/impronta"], V["letture/numero"], V["letture/ultima"], V["letture/impronta"], s)
	GI[d] = IMP[oid]; GP[d] = V["precedente"]; GN[d] = V["atti/numero"]; GA[d] = V["atti/primo"]; GU[d] = V["atti/ultimo"]
	GM[d] = V["atti/impronta"]; GR[d] = V["registrazioni/numero"]; GE[d] = V["registrazioni/entrate"]
	GS[d] = V["registrazioni/uscite"]; GT[d] = V["registrazioni/interne"]
	for (k = 1; k <= ng; k++) if (G[k, ""] == "registrazione") GREG[d] = GREG[d] " " gr(k, "numero")
	if (primo_giorno == "" || d < primo_giorno) primo_giorno = d
	if (d > ultimo_giorno) ultimo_giorno = d
	print d, V["letture/ultima"], V["letture/impronta"], V["letture/numero"] > (W "/letture_dette")
}
function chiudi() {
	if (oid != "" && (oid in SQ)) documento()
	split("", V); split("", G)
	ng = 0
}
$1 != oid { chiudi(); oid = $1; radice = $2 }
$3 == "O" && $4 ~ /^(mittente|destinatario|principale|allegato|file|registrazione)$/ { G[++ng, ""] = $4 }
$3 == "T" || $3 == "A" {
	if (ng > 0 && match($4, /^[a-z]+\//) && substr($4, 1, RLENGTH - 1) == G[ng, ""])
		G[ng, substr($4, RLENGTH + 1)] = $5
	V[$4] = $5
}

# ---- i numeri (art. 53 DPR 445/2000) e i giorni (§12) ----

function dopo(d,   y, m, g, l) {	# il giorno dopo
	y = substr(d, 1, 4) + 0; m = substr(d, 6, 2) + 0; g = substr(d, 9, 2) + 1
	l = m == 2 ? ((y % 4 == 0 && y % 100 != 0 || y % 400 == 0) ? 29 : 28) : (m == 4 || m == 6 || m == 9 || m == 11) ? 30 : 31
	if (g > l) { g = 1; if (++m > 12) { m = 1; y++ } }
	return sprintf("%04d-%02d-%02d", y, m, g)
}
function numeri(   a, n, prec, k, p) {
	for (a in ANNI) {
		prec = 0
		for (n = 1; n <= ANNI[a]; n++) {
			k = sprintf("%07d/%04d", n, a)
			if (!((a, n) in REG)) {
				if (!((a, n) in PERDUTO)) difetto("registro registrazione", k ": manca")
				continue
			}
			if ((a, n) in PERDUTO) difetto("registro registrazione", k ": dichiarata perduta, e c'è")
			if (REG[a, n] + 0 < prec + 0) difetto("registro registrazione", k ": non è in ordine di tempo")
			prec = REG[a, n]
			riga("protocollo", a, n, GIORNO[a, n], ((a, n) in OGGI) ? OGGI[a, n] : OGG[a, n], ((a, n) in ANN) ? 1 : 0)
			k = GIORNO[a, n] " "
			DELG[k "n"]++; DELG[k FLUSSO[a, n]]++
			DELG[k "l"] = DELG[k "l"] " " sprintf("%07d/%04d", n, a)
		}
	}
	for (k in VOCI) for (n = 1; n <= VOCI[k]; n++) if (!((k, n) in VOCE))
		difetto("registro voce_repertorio", k ": manca il numero " n)
}
function giorni(   d, prima, da, u, s) {
	prima = ""; u = 0
	for (s = 1; s <= ultimo_atto; s++) FINE[giorno(s)] = s
	for (d in FINE) if (d < primo_giorno && FINE[d] > u) u = FINE[d]
	for (d = primo_giorno; d != "" && d <= ultimo_giorno; d = dopo(d)) {
		if (!(d in GI)) { difetto("registro giornaliero", d ": manca il registro del giorno"); prima = ""; continue }
		if (GP[d] != (d == primo_giorno ? sprintf("%064d", 0) : prima))
			difetto("registro giornaliero", d ": non segue quello del giorno prima")
		prima = GI[d]
		da = u + 1
		if (FINE[d] + 0 > u) u = FINE[d]
		if (GU[d] != u || GN[d] != u - da + 1 || (u >= da ? GA[d] != da : GA[d] != "") || (u > 0 && GM[d] != IMPR[u]))
			difetto("registro giornaliero", d ": gli atti non sono quelli della catena")
		if (GR[d] != DELG[d " n"] + 0 || GE[d] != DELG[d " entrata"] + 0 || GS[d] != DELG[d " uscita"] + 0 ||
		    GT[d] != DELG[d " interna"] + 0 || GREG[d] != DELG[d " l"])
			difetto("registro giornaliero", d ": le registrazioni non sono quelle di quel giorno")
	}
	if (primo_giorno != "" && primo_giorno != giorno(1) && giorno(1) < primo_giorno)
		difetto("registro giornaliero", "non comincia dal giorno del primo atto")
}
END {
	chiudi()
	numeri()
	giorni()
}

# SPDX-License-Identifier: EUPL-1.2
#
# catena.awk - la catena (formato.md §6), e ogni commit con il suo atto (§2).
# Legge ciò che legge.awk ha trovato in ogni cartella e le impronte; scrive, di
# ciò che la catena dice, con TAB: anelli; toccate (le cartelle di ognuno);
# documenti (seq, cartella, percorso, segno, oid, impronta, 1 se ora è una
# lapide); allegati; posti (il commit di ogni atto); teste; vivi (i file di ogni
# ramo); distrutti (impronta, atto che lo dice); provenienze.
function male(s, luogo, che) { difetto(luogo, "anello " s ": " che) }
# Dove sta l'n-esimo atto di una cartella.
function nome_atto(c, n, atto) {
	if (c ~ /^registro/)
		return sprintf("atti/%03d/%02d/%07d-%s.xml", int(n / 10000),
		    int(n / 100) % 100, n, atto)
	return sprintf("atti/%02d/%04d-%s.xml", int(n / 100), n, atto)
}
FILENAME ~ /impronte$/ { IMP[$2] = $1; next }
FILENAME ~ /testi$/ {
	if ($2 ~ /anello$/) ANE[substr($2, 1, 40)] = $1
	else IST[substr($2, 1, 40)] = $1
	next
}
# Prima del commit con «Prima:», e sotto precedenti/, è la storia di altri (§2, §24).
FILENAME ~ /commit$/ {
	CO[$1, $2] = $0
	if ($2 + 0 > NCO[$1]) NCO[$1] = $2 + 0
	if ($9 != "-") BORDO[$1] = $2 + 0
	next
}
FILENAME ~ /cambi$/ {
	CH[$1, $2] = CH[$1, $2] $3 " " $4 " " $5 " " $6 "\n"
	if ($2 + 0 >= BORDO[$1] + 0 && $6 !~ /^precedenti\//) NOSTRO[$5] = 1
	next
}
FILENAME ~ /radici$/ { RAD[$1] = $2; ID[$1] = $3; next }
FILENAME ~ /segni$/ { SEGNO[$2] = substr($1, 1, 32); next }
FILENAME ~ /informi$/ { INF[$1] = 1; next }
FILENAME ~ /dist$/ { DIS[$1] = DIS[$1] " " $2; next }
FILENAME ~ /xml$/ && $3 == "T" && $1 in NOSTRO {
	if ($2 == "lapide") LAP[$1, $4] = $5
	else if ($2 == "espunzione" || $2 == "scarto") {
		if ($4 == "espunto/percorso") via = $5
		if ($4 == "espunto/versione/atto") atto = $5
		if ($4 == "espunto/versione/impronta") imp = $5
		if ($4 == "espunto/versione/lapide") ESP[atto, via, imp, $5] = $1
	} else if ($2 == "provenienza") {
		if ($4 == "sotto") sotto = $5
		if ($4 == "storia/albero") PRO[$1] = sotto OFS $5
		if ($4 == "documento/percorso") via = $5
		if ($4 == "documento/impronta") ALT[$1] = ALT[$1] sotto "/" via " " $5 "\n"
	} else if ($2 == "ora-confermata") ORA[$1] = 1
	next
}
FILENAME ~ /xml$/ { next }
FILENAME ~ /atti$/ && !($1 in NOSTRO) { next }
FILENAME ~ /atti$/ {
	if ($2 == "anello") {
		seq = $3 + 0
		if (seq in A) { difetto("registro catena", "due anelli " seq); seq = 0; next }
		n_atti++
		if (seq > ultimo) ultimo = seq
		A[seq] = $1; GIOR[$1] = seq
		ORE[seq] = $4; ATT[seq] = $5; OPE[seq] = $6; PER[seq] = $7; IID[seq] = $8
		IIM[seq] = $9; PREC[seq] = $10; IMPR[seq] = $11; IAT[seq] = $12
	} else if (seq == 0) next
	else if ($2 == "cartella") {
		CA[seq, ++NC[seq]] = $3; CAS[seq, $3] = 1
		if (NC[seq] > 2 && $3 <= CA[seq, NC[seq] - 1] || NC[seq] > 1 && $3 == CA[seq, 1])
			male(seq, $3, "le cartelle non sono in ordine")
	} else if ($2 == "documento") {
		DO[seq, ++ND[seq]] = $3 OFS $4 OFS $5 OFS $6
		if (!((seq, $3) in CAS)) male(seq, $3, "un documento fuori dalle sue cartelle")
		if (ND[seq] > 1 && $3 " " $4 <= ultimo_doc)
			male(seq, $3, "i documenti non sono in ordine")
		ultimo_doc = $3 " " $4
	} else if ($2 == "allegato") AL[seq, ++NA[seq]] = $3
	next
}
FILENAME ~ /lette$/ { TESTA[$1] = $3; next }

function anelli(   s, prec, ora) {
	prec = "0000000000000000000000000000000000000000000000000000000000000000"
	for (s = 1; s <= ultimo; s++) {
		if (!(s in A)) {
			difetto("registro catena", "manca l'anello " s)
			prec = ""
			continue
		}
		if (ANE[A[s]] != IMPR[s])
			male(s, CA[s, 1], "non ha la sua impronta")
		if (IST[A[s]] != IIM[s] || IAT[s] != ATT[s])
			male(s, CA[s, 1], "la sua istanza è un'altra")
		if (prec != "" && PREC[s] != prec)
			male(s, CA[s, 1], "non segue quello prima")
		if (IID[s] in IDI) male(s, CA[s, 1], "un'istanza ripetuta")
		IDI[IID[s]] = s
		prec = IMPR[s]
		ora = secondi(ORE[s])
		if (s > 1 && ora < prima_ora && ATT[s] != "conferma-ora")
			male(s, CA[s, 1], "l'ora torna indietro")
		prima_ora = ora
		for (i = 1; i <= NC[s]; i++) print s, i - 1, CA[s, i] > (W "/toccate")
		for (i = 1; i <= NA[s]; i++) print s, AL[s, i] > (W "/allegati")
		for (i = 1; i <= NC[s]; i++) if (!(CA[s, i] in NCO))
			difetto(CA[s, i], "non c'è, e l'atto " s " vi scrisse")
	}
}
# Che cosa sta in un percorso a un atto: vero se è il documento dell'anello.
function e_il_documento(c, s, via, segno, imp, oid,   k) {
	if (IMP[oid] == imp) {
		if (RAD[oid] == "lapide") return 0
		if (ID[oid] != "" && SEGNO[ID[oid]] != segno)
			male(s, c "/" via, "l'id del documento non è il suo")
		return 1
	}
	if (RAD[oid] != "lapide" || LAP[oid, "impronta"] != imp || LAP[oid, "segno"] != segno)
		return 0
	k = s SUBSEP via SUBSEP imp SUBSEP IMP[oid]
	if (!(k in ESP)) return 0
	USATA[k] = 1
	lapide = 1
	n_lapidi++
	return 1
}
# Il commit dell'atto s nella cartella c: cambia ciò che l'anello nomina, e null'altro.
function un_atto(c, s, commit,   j, v, k, m, via, oid) {
	if (CA[s, 1] == c) {
		via = nome_atto(c, ++natti, ATT[s])
		GIORNALE[s] = via
		if (ST[via] != A[s]) difetto(c "/" via, "non è l'atto " s)
		delete visti[via]
	}
	for (j = 1; j <= ND[s]; j++) {
		split(DO[s, j], v, OFS)
		if (v[1] != c) continue
		delete visti[v[2]]
		oid = ST[v[2]]
		lapide = 0
		if (!(v[2] in ST)) difetto(c "/" v[2], "manca, e l'atto " s " lo scrisse")
		else if (!e_il_documento(c, s, v[2], v[3], v[4], oid))
			difetto(c "/" v[2], "non è quello dell'anello " s)
		print s, c, v[2], v[3], oid, v[4], lapide > (W "/documenti")
		if (lapide) continue
		m = split(DIS[oid], w, " ")
		for (k = 1; k <= m; k++) print w[k], s > (W "/distrutti")
		if (oid in PRO) print c, commit, PRO[oid] > (W "/provenienze")
		if (oid in ALT) altri[c] = altri[c] ALT[oid]
	}
	for (via in visti) if (via != "" && via !~ /^precedenti\//)
		difetto(c "/" via, "l'atto " s " non lo nomina, e il suo commit lo cambia")
}
function cartella_intera(c,   i, p, q, j, n, s, v, da, op, via) {
	split("", ST)		# percorso -> oid
	natti = 0; prec = 0
	for (i = 1; i <= NCO[c]; i++) {
		split(CO[c, i], p, OFS)
		if (p[10] == "si") difetto(c, "il commit " p[3] " ha due genitori")
		if (i > 1 && p[4] != da) difetto(c, "la storia non è una linea")
		da = p[3]
		n = split(CH[c, i], q, "\n") - 1
		if (i < BORDO[c]) continue	# la storia di un altro ente
		if (i == BORDO[c] && p[9] != p[4])
			difetto(c, "il commit " p[3] " non nomina quello prima")
		s = p[8]
		if (s == "-" || !(s in A) || !((s, c) in CAS) || s + 0 <= prec) {
			difetto(c, "un commit che nessun atto ha fatto (" p[3] ")")
			for (j = 1; j <= n; j++) cambia(c, q[j], 0)
			continue
		}
		s += 0
		prec = s
		POSTO[s, c] = p[3]
		print s, c, p[3] > (W "/posti")
		op = OPE[s] " <" OPE[s] "@cartella.invalid> " secondi(ORE[s]) " " \
		    substr(ORE[s], 20, 3) substr(ORE[s], 24, 2)
		if (p[5] != op || p[6] != op)
			difetto(c, "il commit dell'atto " s " è di un altro, o di un'altra ora")
		if (p[7] != ATT[s] && index(p[7], ATT[s] " ") != 1)
			difetto(c, "il commit dell'atto " s " ha un altro messaggio")
		split("", visti)
		for (j = 1; j <= n; j++) visti[cambia(c, q[j], s)] = 1
		un_atto(c, s, p[3])
	}
	if (!(c in TESTA)) return
	print c, da, natti > (W "/teste")
	for (via in ST) print c, via, ST[via] > (W "/vivi")
	n = split(altri[c], q, "\n") - 1
	for (j = 1; j <= n; j++) {
		split(q[j], v, " ")
		if (v[1] in ST && IMP[ST[v[1]]] != v[2])
			difetto(c "/" v[1], "non è quello della provenienza")
	}
}
function cambia(c, riga, s,   p, via) {
	split(riga, p, " ")
	if (p[1] == "D") {
		via = riga
		sub(/^D +/, "", via)
		if ((via in ST) && via !~ /^precedenti\//) difetto(c "/" via, "tolto dalla storia")
		delete ST[via]
		return ""
	}
	if (p[2] != "100644") difetto(c "/" p[4], "non è un file semplice")
	if (p[4] ~ /\.xml$/ && p[4] !~ /^precedenti\// && RAD[p[3]] == "")
		difetto(c "/" p[4], "non è un documento nostro")
	if (p[3] in INF) difetto(c "/" p[4], "non è nella forma in cui si scrive")
	ST[p[4]] = p[3]
	return p[4]
}
END {
	anelli()
	for (c in NCO) cartella_intera(c)
	for (s = 1; s <= ultimo; s++) if (s in A)
		print s, ORE[s], ATT[s], OPE[s], PER[s], IID[s], IIM[s], CA[s, 1], GIORNALE[s], \
		    PREC[s], IMPR[s] > (W "/anelli")
	for (s = 1; s <= ultimo; s++)
		for (i = 1; i <= NC[s]; i++)
			if (CA[s, i] in TESTA && !((s, CA[s, i]) in POSTO))
				difetto(CA[s, i], "manca il commit dell'atto " s)
	for (k in ESP) if (!(k in USATA)) {
		split(k, p, SUBSEP)
		difetto(p[2], "un'espunzione lo nomina (atto " p[1] ") e non è una lapide")
	}
	for (s = 1; s <= ultimo; s++) if (s in A) print A[s] > (W "/giornali")
	print n_atti + 0, n_lapidi + 0 > (W "/conto")
}

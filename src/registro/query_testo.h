/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_testo.h - the words of the documents of accessi and cartelle, and who
 * finds them.  Internal to registro/.
 *
 * Key of a row: act * 65536 + its place in the act, so that newest first is
 * key descending.  Tokens begin as in query_ricerca.h:
 *	þt			every row		þk CS 2026 0000001
 *	þr as1			who answers for it		the case
 *	þu soc			its office		þd voce-diario
 *	þl equipe u as1		who stands to it so:		type of document
 *	          o soc, c X000	  an office, a comune;
 *	          … 2026-11	  the month it ends, if it ends
 * Each of the left column also followed by the type (þr as1 þd relazione): of
 * some cases a reader has some types only.  A reader's own tokens are made by
 * TESTO_LETTORE.  They only narrow: every row shown has passed
 * LEGGE_DOCUMENTO, and all that depends on the day is decided there alone.
 */
#ifndef REGISTRO_QUERY_TESTO_H
#define REGISTRO_QUERY_TESTO_H

#define SENZA_TRATTO(v) "replace(" v ", '-', 'þ')"

/* What a case is to people, as tokens; table aliased c. */
#define TESTO_RELAZIONI(tabella)					\
	"SELECT 'þt þr' || " SENZA_TRATTO("c.responsabile") " || ' þu' || " \
	SENZA_TRATTO("c.ufficio") " || coalesce((SELECT ' ' || "	\
	"group_concat(g, ' ') FROM (SELECT DISTINCT 'þl' || "		\
	SENZA_TRATTO("l.relazione || CASE WHEN l.utente <> '' "		\
	"THEN 'þu' || l.utente WHEN l.ufficio <> '' THEN 'þo' || l.ufficio " \
	"ELSE 'þc' || l.comune END || coalesce('þ' || substr(l.al, 1, 7), '')") \
	" AS g FROM legame l WHERE " DI("l", "c") " ORDER BY g)), '') "	\
	"FROM " tabella " c WHERE c.anno = ?1 AND c.numero = ?2"

/* A relation that somebody is named for, with the months it may end in. */
#define DI_NOME(lettera, chi, da, colonna)				\
	"UNION SELECT ambito, 'þl' || " SENZA_TRATTO("ambito || 'þ" lettera \
	"' || " chi) " FROM mio CROSS JOIN " da				\
	" UNION SELECT ambito, 'þl' || " SENZA_TRATTO("ambito || 'þ" lettera \
	"' || " chi " || 'þ' || substr(l.al, 1, 7)")			\
	" FROM mio CROSS JOIN " da " CROSS JOIN legame l ON l." colonna	\
	" = " chi " AND l.relazione = mio.ambito AND l.al >= oggi() "

#define I_MIEI_UFFICI "utente_ufficio u ON u.utente = ?1"
#define IO "utente z ON z.codice = ?1"

/* A document d of the text that the user may read.  ?5: the hand that holds
 * the pen in his name ('': his own), to which a case may be closed too. */
#define LEGGE_TESTO_IN(tabella)						\
	"EXISTS (SELECT 1 FROM " tabella " c WHERE c.anno = d.anno "	\
	"AND c.numero = d.numero AND " LEGGE_DOCUMENTO			\
	" AND (?5 = '' OR NOT " CHIUSO_A("c", "?5") "))"
#define LEGGE_TESTO							\
	"iif(d.serie = 'CS', " LEGGE_TESTO_IN("cartella") ", "		\
	LEGGE_TESTO_IN("accesso") ")"

#define QUERY_TESTO(X)							\
/* ?3 match, ?4 behind this key, ?6 ?7 days, ?8 ?9 their keys, ?10 how many */ \
X(TESTO_TROVA, "SELECT d.serie, d.anno, d.numero, d.percorso, d.tipo, "	\
    "d.giorno, snippet(f.testo_indice, 0, char(2), char(3), '…', 24), "	\
    "EXISTS (SELECT 1 FROM correzione_voce w WHERE w.cartella = d.cartella " \
    "AND w.voce = d.percorso) "						\
    "FROM testo_indice f CROSS JOIN testo d ON d.chiave = f.rowid "	\
    "WHERE f.testo_indice MATCH ?3 AND f.rowid < ?4 "			\
    "AND f.rowid BETWEEN ?8 AND ?9 AND d.giorno BETWEEN ?6 AND ?7 "	\
    "AND " LEGGE_TESTO " ORDER BY f.rowid DESC LIMIT ?10")		\
X(TESTO_CHIAVE, "SELECT d.chiave FROM testo d WHERE d.cartella = ?3 "	\
    "AND d.percorso = ?4 AND " LEGGE_TESTO)				\
X(TESTO_DAL, "SELECT chiave FROM testo WHERE giorno >= ?1 "		\
    "ORDER BY giorno, chiave LIMIT 1")					\
X(TESTO_AL, "SELECT chiave FROM testo WHERE giorno <= ?1 "		\
    "ORDER BY giorno DESC, chiave DESC LIMIT 1")			\
X(TESTO_VOCE, "SELECT term FROM testo_voce WHERE term >= ?1 LIMIT 1")	\
/* which ambiti open the case, and which types of it */			\
X(TESTO_AMBITI, "SELECT DISTINCT ambito FROM potere WHERE utente = ?1 "	\
    "AND atto = ?2 ORDER BY ambito")					\
X(TESTO_TIPI, "SELECT DISTINCT ambito, tipo FROM potere_tipo "		\
    "WHERE utente = ?1 ORDER BY ambito, tipo")				\
X(TESTO_LETTORE, "WITH mio AS MATERIALIZED (SELECT ambito FROM potere "	\
    "WHERE utente = ?1 AND atto = ?2 UNION SELECT ambito FROM potere_tipo " \
    "WHERE utente = ?1) "						\
    "SELECT ambito, 'þt' AS g FROM mio WHERE ambito IN ('tutti', 'chiuse') " \
    "UNION SELECT ambito, 'þr' || " SENZA_TRATTO("?1") " FROM mio "	\
    "WHERE ambito IN ('propri', 'ufficio') "				\
    "UNION SELECT ambito, 'þu' || " SENZA_TRATTO("u.ufficio")		\
    " FROM mio CROSS JOIN " I_MIEI_UFFICI " WHERE ambito = 'ufficio' "	\
    DI_NOME("u", "z.codice", IO, "utente")				\
    DI_NOME("o", "u.ufficio", I_MIEI_UFFICI, "ufficio")			\
    DI_NOME("c", "z.comune", IO " AND z.comune <> ''", "comune")	\
    "ORDER BY 1, 2")							\
/* projections */							\
X(TESTO_RELAZIONI_AC, TESTO_RELAZIONI("accesso"))			\
X(TESTO_RELAZIONI_CS, TESTO_RELAZIONI("cartella"))			\
X(TESTO_CASO, "SELECT relazioni FROM testo_caso WHERE cartella = ?1")	\
X(TESTO_CASO_SET, "INSERT INTO testo_caso VALUES (?1, ?2) "		\
    "ON CONFLICT (cartella) DO UPDATE SET relazioni = excluded.relazioni") \
X(TESTO_DEL_CASO, "SELECT chiave, tipo, parole, gettoni, percorso FROM testo " \
    "WHERE cartella = ?1 AND percorso > ?2 ORDER BY percorso LIMIT 1")	\
X(TESTO_RISERVATO, "SELECT 1 FROM riservato WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(TESTO_VECCHIO, "SELECT chiave, parole, gettoni FROM testo "		\
    "WHERE cartella = ?1 AND percorso = ?2")				\
X(TESTO_POSTO, "SELECT coalesce(max(chiave) + 1, ?1) FROM testo "	\
    "WHERE chiave >= ?1 AND chiave < ?1 + 65536")			\
X(TESTO_ADD, "INSERT INTO testo VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, ?10)")								\
X(TESTO_GETTONI_SET, "UPDATE testo SET gettoni = ?2 WHERE chiave = ?1")	\
X(TESTO_TOGLI, "DELETE FROM testo WHERE chiave = ?1")			\
X(TESTO_INDICE_ADD, "INSERT INTO testo_indice (rowid, parole, gettoni) "	\
    "VALUES (?1, ?2, ?3)")						\
X(TESTO_INDICE_TOGLI, "INSERT INTO testo_indice (testo_indice, rowid, "	\
    "parole, gettoni) VALUES ('delete', ?1, ?2, ?3)")			\
X(TESTO_CONTROLLA, "INSERT INTO testo_indice (testo_indice, rank) "	\
    "VALUES ('integrity-check', 1)")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_cartelle.h - the cartelle of an eye: user ?1 who does ?2.  Internal to
 * registro/.
 *
 * A row tells what stands on the cover, so who may not read covers has no row.
 * Of its terms only those he is told by «termini»; its people are looked into
 * only where he may «trova».  The count passes the same permission.
 */
#ifndef REGISTRO_QUERY_CARTELLE_H
#define REGISTRO_QUERY_CARTELLE_H

#include "registro/query_legami.h"

#define CARTELLE_RIGHE "51"	/* a page, and one that says there are more */
#define CARTELLE_CONTA "1000"
#define SENZA_TERMINE "'9999'"	/* behind every day */

/* Every relation that can open a cartella (RELAZIONE_CON): it leaves out in
 * little time what is surely not his, and lets nothing in. */
#define CARTELLE_FORSE							\
	"(SELECT x.anno, x.numero FROM cartella x WHERE x.responsabile = ?1 " \
	"UNION SELECT x.anno, x.numero FROM utente_ufficio u "		\
	"JOIN cartella x ON x.ufficio = u.ufficio WHERE u.utente = ?1 "	\
	"UNION SELECT f.anno, f.numero FROM legame f "			\
	"WHERE f.utente = ?1 AND f.serie = 'CS' "			\
	"UNION SELECT f.anno, f.numero FROM utente_ufficio u "		\
	"JOIN legame f ON f.ufficio = u.ufficio "			\
	"WHERE u.utente = ?1 AND f.serie = 'CS' "			\
	"UNION SELECT f.anno, f.numero FROM utente u JOIN legame f "	\
	"ON f.comune = u.comune WHERE u.codice = ?1 AND u.comune <> '' "	\
	"AND f.serie = 'CS' "						\
	"UNION SELECT x.anno, x.numero FROM cartella x WHERE x.chiusa > '' " \
	"AND EXISTS (SELECT 1 FROM potere u WHERE u.utente = ?1 "	\
	"AND u.atto = ?2 AND u.ambito = 'chiuse') "			\
	"UNION SELECT x.anno, x.numero FROM cartella x WHERE x.anno > 0 "	\
	"AND EXISTS (SELECT 1 FROM potere u WHERE u.utente = ?1 "	\
	"AND u.atto = ?2 AND u.ambito = 'tutti')) prime "

/* The hand that holds the pen in his name ('': his own), to which a case may
 * be closed too. */
#define CARTELLE_VEDE(mano)						\
	VEDE_CASO " AND " VEDE_SAGOMA_DI("c") " AND (" mano " = '' "	\
	"OR NOT " CHIUSO_A("c", mano) ")"

#define CARTELLE_PUO(atto)						\
	"EXISTS (SELECT 1 FROM potere z WHERE z.utente = ?1 "		\
	"AND z.atto = '" atto "' AND " RELAZIONE("z") ")"

/* ?3 state, ?4 responsible, ?5 office, ?6 ?7 ?8 words of a person; '': any.
 * ?9 hand. */
#define CARTELLE_TALI							\
	"(?3 = '' OR c.stato = ?3 OR (?3 = 'aperte' "			\
	"AND c.stato <> 'chiuso')) AND (?4 = '' OR c.responsabile = ?4) "	\
	"AND (?5 = '' OR c.ufficio = ?5) AND (?6 = '' OR ("		\
	CARTELLE_PUO("trova") " AND EXISTS (SELECT 1 FROM persona n "	\
	"WHERE n.serie = 'CS' AND n.anno = c.anno AND n.numero = c.numero " \
	"AND instr(n.parole, ?6) > 0 AND instr(n.parole, ?7) > 0 "	\
	"AND instr(n.parole, ?8) > 0 AND " VEDE_TIPO_DI("n.tipo", "c")	\
	"))) AND " CARTELLE_VEDE("?9")

/* The open term t of cartella c that ends first, of those he is told. */
#define CARTELLE_TERMINE						\
	"LEFT JOIN termine t ON t.anno = c.anno AND t.numero = c.numero "	\
	"AND t.ordine = (SELECT s.ordine FROM termine s "		\
	"WHERE s.anno = c.anno AND s.numero = c.numero "			\
	"AND s.chiuso IS NULL AND s.scade IS NOT NULL "			\
	"AND (s.tipo = 'registrazione' OR " VEDE_TIPO_DI("s.tipo", "c")	\
	") AND " CARTELLE_PUO("termini")					\
	" ORDER BY s.scade, s.ordine LIMIT 1) "

#define CARTELLE_DA							\
	"FROM " CARTELLE_FORSE "CROSS JOIN cartella c "			\
	"ON c.anno = prime.anno AND c.numero = prime.numero "
#define CARTELLE_SCADE "coalesce(t.scade, " SENZA_TERMINE ")"
#define CARTELLE_COLONNE						\
	"SELECT c.anno, c.numero, c.stato, c.responsabile, c.ufficio, "	\
	"c.aperta, c.chiusa, t.nome, t.scade, "				\
	"CAST(julianday(substr(t.scade, 1, 10)) - julianday(oggi()) "	\
	"AS INTEGER), " SCARTATO_IL("CS", "c") " "

#define QUERY_CARTELLE(X)						\
/* the newest first; ?10 ?11: behind this number */			\
X(CARTELLE_PER_NUMERO, CARTELLE_COLONNE CARTELLE_DA CARTELLE_TERMINE	\
    "WHERE (c.anno, c.numero) < (?10, ?11) AND " CARTELLE_TALI		\
    " ORDER BY c.anno DESC, c.numero DESC LIMIT " CARTELLE_RIGHE)	\
/* soonest end first; ?12: of that end, ?10 ?11 the last one shown */	\
X(CARTELLE_PER_TERMINE, CARTELLE_COLONNE CARTELLE_DA CARTELLE_TERMINE	\
    "WHERE (" CARTELLE_SCADE " > ?12 OR (" CARTELLE_SCADE " = ?12 "	\
    "AND (c.anno, c.numero) < (?10, ?11))) AND " CARTELLE_TALI		\
    " ORDER BY " CARTELLE_SCADE ", c.anno DESC, c.numero DESC LIMIT "	\
    CARTELLE_RIGHE)							\
X(CARTELLE_SCADENZA, "SELECT " CARTELLE_SCADE " FROM cartella c "	\
    CARTELLE_TERMINE "WHERE c.anno = ?3 AND c.numero = ?4 AND "		\
    CARTELLE_VEDE("?5"))						\
X(CARTELLE_QUANTE, "SELECT count(*) FROM (SELECT 1 " CARTELLE_DA	\
    "WHERE " CARTELLE_TALI " LIMIT " CARTELLE_CONTA ")")

#endif

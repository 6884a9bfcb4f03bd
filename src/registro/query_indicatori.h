/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_indicatori.h - how each indicator is counted.  Internal to registro/;
 * a figure names its statement (IND_...) and the digest of its text.
 *
 * Each gives (line, how many): of user ?1 with atto ?2, as it was after the act
 * ?3; of the day ?4, or of the days ?4 to ?5.  The case is a row of storia_caso
 * aliased c: who answers for it is asked as it was then; whether it is closed
 * to the user, as it is now.
 */
#ifndef REGISTRO_QUERY_INDICATORI_H
#define REGISTRO_QUERY_INDICATORI_H

#include "registro/query_legami.h"

/* The version after the act ?3 of row t of a table, among those that are
 * `stessa` (about w). */
#define ALLORA(t, tabella, stessa)					\
	t ".seq = (SELECT max(w.seq) FROM " tabella " w WHERE " stessa	\
	" AND w.seq <= ?3)"

/* FROM ... WHERE: the cases of a series that the user may count. */
#define CASI_DI(serie, tabella, con)					\
	"FROM storia_caso c " con "WHERE c.serie = '" serie "' AND "	\
	ALLORA("c", "storia_caso", "w.serie = c.serie "			\
	    "AND w.anno = c.anno AND w.numero = c.numero")		\
	" AND " VEDE_CASO " AND NOT EXISTS (SELECT 1 FROM " tabella " k " \
	"WHERE k.anno = c.anno AND k.numero = c.numero AND " CHIUSO("k") ") "

#define CASI_PRESI CASI_DI("CS", "cartella", "")				\
	"AND c.stato <> 'chiuso' AND c.aperto <= ?4 "

#define EQUIPE_ALLORA							\
	"q.anno = c.anno AND q.numero = c.numero AND "			\
	ALLORA("q", "storia_equipe", "w.anno = q.anno AND w.numero = q.numero")
/* Two at least, on that day. */
#define CON_EQUIPE							\
	"(SELECT count(*) FROM storia_equipe q WHERE " EQUIPE_ALLORA	\
	" AND q.dal <= ?4 AND (q.al IS NULL OR q.al >= ?4)) >= 2"
#define COMPLESSO							\
	"(EXISTS (SELECT 1 FROM storia_equipe q WHERE " EQUIPE_ALLORA	\
	" AND q.complesso = 1) OR EXISTS (SELECT 1 FROM storia_fatto f "	\
	"WHERE f.genere = 'provvedimento' AND f.serie = 'CS' "		\
	"AND f.anno = c.anno AND f.numero = c.numero AND f.seq <= ?3)) "

#define FATTO_ALLORA							\
	ALLORA("f", "storia_fatto", "w.genere = f.genere "		\
	    "AND w.serie = f.serie AND w.anno = f.anno "		\
	    "AND w.numero = f.numero AND w.percorso = f.percorso")
#define COLLOQUIO_TENUTO						\
	"AND f.stato = 'tenuto' AND f.giorno <= ?5 AND " FATTO_ALLORA
/* Of the accesso c, or of the cartella born of it. */
#define PRIMO_COLLOQUIO							\
	"(SELECT min(x.giorno) FROM (SELECT f.giorno FROM storia_fatto f " \
	"WHERE f.genere = 'colloquio' AND f.serie = 'AC' "		\
	"AND f.anno = c.anno AND f.numero = c.numero " COLLOQUIO_TENUTO	\
	" UNION ALL SELECT f.giorno FROM cartella k JOIN storia_fatto f "	\
	"ON f.genere = 'colloquio' AND f.serie = 'CS' "			\
	"AND f.anno = k.anno AND f.numero = k.numero "			\
	"WHERE k.accesso_anno = c.anno AND k.accesso_numero = c.numero "	\
	COLLOQUIO_TENUTO ") x)"
#define SEGNALATO							\
	"coalesce((SELECT coalesce(g.data_arrivo, substr(g.ora, 1, 10)) "	\
	"FROM accesso k JOIN registrazione g ON g.anno = k.protocollo_anno " \
	"AND g.numero = k.protocollo_numero WHERE k.anno = c.anno "	\
	"AND k.numero = c.numero), c.aperto)"

#define QUERY_INDICATORI(X)						\
X(IND_IN_CARICO, "SELECT c.stato, count(*) " CASI_PRESI			\
    "GROUP BY c.stato ORDER BY c.stato")				\
X(IND_PER_OPERATORE, "SELECT coalesce((SELECT u.nome "			\
    "FROM storia_operatore u WHERE u.utente = c.responsabile "		\
    "AND u.seq <= ?3 ORDER BY u.seq DESC LIMIT 1), c.responsabile), "	\
    "count(*) " CASI_PRESI "GROUP BY c.responsabile ORDER BY 1")		\
X(IND_MICRO_EQUIPE, "SELECT iif(" CON_EQUIPE ", 'con', 'senza'), "	\
    "count(*) " CASI_PRESI "AND " COMPLESSO "GROUP BY 1 ORDER BY 1")	\
X(IND_RIUNIONI, "SELECT f.stato, count(*) " CASI_DI("CS", "cartella",	\
    "JOIN storia_fatto f ON f.genere = 'riunione' "			\
    "AND f.serie = c.serie AND f.anno = c.anno AND f.numero = c.numero ") \
    "AND " FATTO_ALLORA " AND f.giorno BETWEEN ?4 AND ?5 "		\
    "GROUP BY f.stato ORDER BY f.stato")				\
/* days from the segnalazione to the first colloquio; -1: none yet */	\
X(IND_PRIMO_COLLOQUIO, "SELECT iif(una.primo IS NULL, -1, "		\
    "max(0, CAST(julianday(una.primo) - julianday(una.segnalato) "	\
    "AS INTEGER))), count(*) FROM (SELECT " SEGNALATO " AS segnalato, "	\
    PRIMO_COLLOQUIO " AS primo " CASI_DI("AC", "accesso", "") ") una "	\
    "WHERE una.segnalato BETWEEN ?4 AND ?5 GROUP BY 1 ORDER BY 1")	\
X(IND_OPERATORI, "SELECT 'operatori', count(*) FROM storia_operatore u "	\
    "WHERE u.assistente = 1 AND u.dal <= ?4 AND "			\
    ALLORA("u", "storia_operatore", "w.utente = u.utente")		\
    " AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
    "AND p.atto = ?2)")							\
/* the body's own table, as it was after the act ?1 */			\
X(TABELLA_INDICATORI, "SELECT seq, testo FROM tabella_indicatori "	\
    "WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1")			\
/* projections */							\
X(TABELLA_INDICATORI_ADD, "INSERT INTO tabella_indicatori VALUES (?1, ?2)") \
X(STORIA_CASO_ADD, "INSERT INTO storia_caso VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8)")								\
X(STORIA_EQUIPE_ADD, "INSERT INTO storia_equipe VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7)")								\
X(STORIA_FATTO_ADD, "INSERT INTO storia_fatto VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8)")								\
X(STORIA_OPERATORE_ADD, "INSERT INTO storia_operatore VALUES (?1, ?2, ?3, ?4, " \
    "?5)")

#endif

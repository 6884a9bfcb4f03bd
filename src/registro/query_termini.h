/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_termini.h - statements on terms.  Internal to registro/.
 *
 * A term is named by its cartella and its ordinal there (?1, ?2, ?3).  What
 * was known at the end of an act is what has a seq not after it.
 */
#ifndef REGISTRO_QUERY_TERMINI_H
#define REGISTRO_QUERY_TERMINI_H

#define QUESTO_TERMINE "anno = ?1 AND numero = ?2 AND ordine = ?3"

#define TERMINE_RIGA							\
	"SELECT t.anno, t.numero, t.ordine, t.chiave, t.nome, t.origine, " \
	"t.percorso, t.tipo, t.tabella, t.inizio, t.chiuso FROM termine t "

/* Of a case the user sees; begun by a document he may read, or by a
 * registration, whose number is all that is told of it. */
#define VEDE_TERMINE							\
	VEDE_CASO " AND (t.tipo = 'registrazione' OR "			\
	VEDE_TIPO_DI("t.tipo", "c") ")"

/* Open after the act ?3: not yet answered, or answered later. */
#define APERTO_ALLORA							\
	"(t.chiuso IS NULL OR t.chiuso > ?3) AND t.seq <= ?3"

/* Of cartelle the user answers for, ending in the next seven days or ended. */
#define TERMINI_MIEI							\
	"FROM cartella c JOIN termine t ON t.anno = c.anno "		\
	"AND t.numero = c.numero WHERE c.responsabile = ?1 "		\
	"AND t.chiuso IS NULL AND substr(t.scade, 1, 10) "		\
	"<= date(oggi(), '+7 days') AND " VEDE_TERMINE

#define QUERY_TERMINI(X)						\
X(TABELLA_TERMINI_ADD, "INSERT INTO tabella_termini VALUES (?1, ?2, ?3)") \
X(TABELLA_TERMINI_ULTIMA, "SELECT seq, impronta FROM tabella_termini "	\
    "WHERE seq = (SELECT max(seq) FROM tabella_termini)")		\
X(TABELLA_TERMINI_NOME, "SELECT seq, impronta FROM tabella_termini "	\
    "WHERE seq = ?1")							\
X(TABELLA_TERMINI_TESTO, "SELECT testo FROM tabella_termini "		\
    "WHERE seq = ?1")							\
/* facts */								\
X(TERMINE_NUMERO, "SELECT coalesce(max(ordine), 0) + 1 FROM termine "	\
    "WHERE anno = ?1 AND numero = ?2")					\
X(TERMINE_ADD, "INSERT INTO termine VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, " \
    "?8, ?9, ?10, ?11, NULL, ?12, NULL)")				\
X(TERMINE_DI_ORIGINE, "SELECT ordine, chiuso FROM termine "		\
    "WHERE anno = ?1 AND numero = ?2 AND chiave = ?3 AND origine = ?4 "	\
    "ORDER BY ordine LIMIT 1")						\
X(TERMINE_DI_PROTOCOLLO, "SELECT 1 FROM termine WHERE anno = ?1 "	\
    "AND numero = ?2 AND chiave = ?3 AND protocollo = ?4 LIMIT 1")	\
X(TERMINE_INIZIO_ADD, "INSERT INTO termine_inizio VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8)")							\
X(TERMINE_SPOSTA, "UPDATE termine SET inizio = ?4 WHERE " QUESTO_TERMINE) \
X(TERMINE_SCADE, "UPDATE termine SET scade = ?4 WHERE " QUESTO_TERMINE)	\
X(TERMINE_CHIUDI, "UPDATE termine SET chiuso = ?4 WHERE " QUESTO_TERMINE) \
X(TERMINE_RISPOSTA_ADD, "INSERT INTO termine_risposta VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6, ?7)")							\
X(RISPOSTA_DI, "SELECT t.ordine, r.quando FROM termine_risposta r "	\
    "JOIN termine t ON t.anno = r.anno AND t.numero = r.numero "	\
    "AND t.ordine = r.ordine WHERE r.documento = ?1 AND r.anno = ?2 "	\
    "AND r.numero = ?3 AND t.chiave = ?4 ORDER BY r.seq DESC LIMIT 1")	\
X(DA_FIRMARE_ADD, "INSERT OR REPLACE INTO risposta_da_firmare "		\
    "VALUES (?1, ?2, ?3, ?4, ?5)")					\
X(RISPOSTA_DA_FIRMARE, "SELECT chiave, conclude FROM risposta_da_firmare "	\
    "WHERE documento = ?1 AND impronta = ?2 ORDER BY chiave")		\
X(SOSPENSIONE_ADD, "INSERT INTO sospensione VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8)")								\
X(RIPRESA_ADD, "INSERT OR REPLACE INTO ripresa VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)") \
/* as it stood after the act ?4 */					\
X(TERMINE_INIZIO_AL, "SELECT inizio, fissata, mesi, giorni "		\
    "FROM termine_inizio WHERE " QUESTO_TERMINE " AND seq <= ?4 ORDER BY seq DESC LIMIT 1")	\
X(SOSPENSIONI_AL, "SELECT s.documento, s.motivo, s.tabella, s.inizio, "	\
    "(SELECT x.giorno FROM ripresa x WHERE x.anno = s.anno "		\
    "AND x.numero = s.numero AND x.ordine = s.ordine "			\
    "AND x.sospensione = s.documento AND x.seq <= ?4 "			\
    "ORDER BY x.seq DESC LIMIT 1) FROM sospensione s "			\
    "WHERE s.anno = ?1 AND s.numero = ?2 AND s.ordine = ?3 "		\
    "AND s.seq <= ?4 AND NOT EXISTS (SELECT 1 FROM sospensione y "	\
    "WHERE y.anno = s.anno AND y.numero = s.numero "			\
    "AND y.ordine = s.ordine AND y.documento = s.documento "		\
    "AND y.seq > s.seq AND y.seq <= ?4) ORDER BY s.inizio, s.documento") \
X(TERMINE_RISPOSTA_AL, "SELECT quando, percorso FROM termine_risposta "	\
    "WHERE " QUESTO_TERMINE " AND seq <= ?4 ORDER BY seq DESC LIMIT 1")	\
/* lists */								\
X(TERMINI_APERTI_DI, TERMINE_RIGA "WHERE t.anno = ?1 AND t.numero = ?2 " \
    "AND t.chiuso IS NULL ORDER BY t.inizio, t.ordine")			\
X(TERMINE_UNO, TERMINE_RIGA "WHERE t.anno = ?1 AND t.numero = ?2 "	\
    "AND t.ordine = ?3")						\
X(TERMINE_VISTO, TERMINE_RIGA "JOIN cartella c ON c.anno = t.anno "	\
    "AND c.numero = t.numero WHERE t.anno = ?3 AND t.numero = ?4 "	\
    "AND t.ordine = ?5 AND " VEDE_TERMINE)				\
X(TERMINI_VISTI, TERMINE_RIGA "CROSS JOIN cartella c "			\
    "WHERE c.anno = t.anno AND c.numero = t.numero AND " APERTO_ALLORA	\
    " AND " VEDE_TERMINE)						\
X(TERMINI_DELLA_CARTELLA, TERMINE_RIGA "CROSS JOIN cartella c "		\
    "WHERE c.anno = t.anno AND c.numero = t.numero AND t.seq <= ?3 "	\
    "AND t.anno = ?4 AND t.numero = ?5 AND " VEDE_TERMINE		\
    " ORDER BY t.ordine")						\
X(TERMINI_APERTI_N, "SELECT count(*) FROM termine WHERE anno = ?1 "	\
    "AND numero = ?2 AND chiuso IS NULL")				\
X(REGISTRAZIONE_TERMINI, "SELECT documento, ora, tipo, flusso, "		\
    "coalesce(data_arrivo, substr(ora, 1, 10)) FROM registrazione "	\
    "WHERE anno = ?1 AND numero = ?2")					\
/* the scrivania */							\
X(TERMINI_SCRIVANIA, "SELECT printf('CS-%d-%07d', prime.anno, "		\
    "prime.numero), prime.inizio, " GIORNI("prime.inizio")		\
    ", prime.nome, 'n. ' || prime.ordine || ', scade il ' || "		\
    "substr(prime.scade, 9, 2) || '/' || substr(prime.scade, 6, 2) || '/' " \
    "|| substr(prime.scade, 1, 4) || CASE WHEN length(prime.scade) > 10 "	\
    "THEN ' alle ' || substr(prime.scade, 12, 5) ELSE '' END, 0 FROM "	\
    "(SELECT t.anno, t.numero, t.ordine, t.nome, t.inizio, t.scade "	\
    TERMINI_MIEI " ORDER BY t.scade, t.anno, t.numero, t.ordine LIMIT "	\
    SCRIVANIA_RIGHE ") prime ORDER BY prime.scade, prime.anno, "	\
    "prime.numero, prime.ordine")					\
X(TERMINI_SCRIVANIA_N, SCRIVANIA_QUANTE(TERMINI_MIEI))

#endif

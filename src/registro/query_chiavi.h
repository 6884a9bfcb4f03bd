/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_chiavi.h - keys enrolled and revoked.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_CHIAVI_H
#define REGISTRO_QUERY_CHIAVI_H

#define CHIAVE_COLONNE							\
	"SELECT k.impronta, k.tipo, k.utente, k.qualita, k.dal, k.al, "	\
	"k.custodia, k.identita, k.algoritmo, k.scade, k.seq, "		\
	"r.revocata, r.motivo, r.dal, r.seq FROM chiave k "		\
	"LEFT JOIN chiave_revoca r ON r.impronta = k.impronta "

/* The last enrolment of each key. */
#define CHIAVE_ULTIMA							\
	"k.seq = (SELECT max(x.seq) FROM chiave x "			\
	"WHERE x.impronta = k.impronta) "

#define QUERY_CHIAVI(X)							\
X(CHIAVE_LEGGI, CHIAVE_COLONNE "WHERE k.impronta = ?1 "			\
    "ORDER BY k.seq DESC LIMIT 1")					\
X(CHIAVE_ALLORA, CHIAVE_COLONNE "WHERE k.impronta = ?1 AND k.seq < ?2 "	\
    "ORDER BY k.seq DESC LIMIT 1")					\
X(CHIAVI_DI, CHIAVE_COLONNE "WHERE k.utente IS ?1 AND " CHIAVE_ULTIMA	\
    "ORDER BY k.seq DESC")						\
X(CHIAVE_IN_FORZA, CHIAVE_COLONNE "WHERE k.utente IS ?1 AND " CHIAVE_ULTIMA \
    "AND r.seq IS NULL AND k.dal <= oggi() "				\
    "AND (k.al IS NULL OR k.al >= oggi()) "				\
    "AND (?2 IS NULL OR k.tipo = ?2) ORDER BY k.seq DESC LIMIT 1")	\
/* projections */							\
X(CHIAVE_ADD, "INSERT INTO chiave VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, ?10, ?11)")							\
/* again: the first act stays the one that stopped it */		\
X(CHIAVE_REVOCA, "INSERT INTO chiave_revoca VALUES (?1, ?2, ?3, ?4, ?5) " \
    "ON CONFLICT (impronta) DO UPDATE SET motivo = excluded.motivo, "	\
    "dal = excluded.dal")

#endif

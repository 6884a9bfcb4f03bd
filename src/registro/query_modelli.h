/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_modelli.h - the office's models of papers.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_MODELLI_H
#define REGISTRO_QUERY_MODELLI_H

#define MODELLO_COLONNE							\
	"SELECT nome, versione, carta, denominazione, titolo, impronta, " \
	"operatore, ora, ritirato, seq FROM modello "

#define QUERY_MODELLI(X)						\
X(MODELLO, MODELLO_COLONNE "WHERE nome = ?1 AND (?2 = 0 OR versione = ?2) " \
    "ORDER BY versione DESC LIMIT 1")					\
X(MODELLI, MODELLO_COLONNE "AS m WHERE versione = (SELECT max(versione) " \
    "FROM modello WHERE nome = m.nome) ORDER BY nome")			\
X(ATTO_SANATI, "SELECT sanati FROM modello WHERE seq = ?1 "		\
    "AND sanati IS NOT NULL")						\
/* projections */							\
X(MODELLO_ADD, "INSERT INTO modello VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, 0, ?10)")							\
X(MODELLO_RITIRA, "UPDATE modello SET ritirato = 1 WHERE nome = ?1 "	\
    "AND versione = ?2")

#endif

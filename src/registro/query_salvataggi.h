/* SPDX-License-Identifier: EUPL-1.2 */
/* query_salvataggi.h - for backups.  Internal to registro/. */
#ifndef REGISTRO_QUERY_SALVATAGGI_H
#define REGISTRO_QUERY_SALVATAGGI_H

/* The number behind the last one given in a year, found or lost. */
#define NUMERO_DOPO(tabella, serie)					\
	"SELECT max(coalesce((SELECT max(numero) FROM " tabella		\
	" WHERE anno = ?1), 0), coalesce((SELECT max(al) FROM perduto "	\
	"WHERE serie = " serie " AND anno = ?1), 0)) + 1"

#define QUERY_SALVATAGGI(X)						\
X(ULTIMA_DISTRUZIONE, "SELECT max(coalesce((SELECT max(seq) FROM catena " \
    "WHERE seq > ?1 AND atto IN ('espungi', 'scarta')), 0), "		\
    "coalesce((SELECT max(seq) FROM distrutto WHERE seq > ?1), 0))")	\
X(HA_POSTO, "SELECT 1 FROM posto WHERE cartella = ?1 "			\
    "AND commit_id = ?2")						\
/* numbers that a disaster took */					\
X(PERDUTI, "SELECT 1 FROM perduto WHERE serie = ?1 AND anno = ?2 "	\
    "AND dal <= ?3 AND al >= ?4")					\
X(PERDUTO_ADD, "INSERT INTO perduto VALUES (?1, ?2, ?3, ?4, ?5, ?6)")

#endif

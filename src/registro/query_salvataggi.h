/* SPDX-License-Identifier: EUPL-1.2 */
/* query_salvataggi.h - for backups.  Internal to registro/. */
#ifndef REGISTRO_QUERY_SALVATAGGI_H
#define REGISTRO_QUERY_SALVATAGGI_H

#define QUERY_SALVATAGGI(X)						\
X(ULTIMA_DISTRUZIONE, "SELECT max(coalesce((SELECT max(seq) FROM catena " \
    "WHERE seq > ?1 AND atto IN ('espungi', 'scarta')), 0), "		\
    "coalesce((SELECT max(seq) FROM distrutto WHERE seq > ?1), 0))")	\
X(HA_POSTO, "SELECT 1 FROM posto WHERE cartella = ?1 "			\
    "AND commit_id = ?2")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/* query_salvataggi.h - for backups.  Internal to registro/. */
#ifndef REGISTRO_QUERY_SALVATAGGI_H
#define REGISTRO_QUERY_SALVATAGGI_H

#define QUERY_SALVATAGGI(X)						\
X(ULTIMA_DISTRUZIONE, "SELECT coalesce(max(seq), 0) FROM catena "	\
    "WHERE seq > ?1 AND atto IN ('espungi', 'scarta')")			\
X(HA_POSTO, "SELECT 1 FROM posto WHERE cartella = ?1 "			\
    "AND commit_id = ?2")

#endif

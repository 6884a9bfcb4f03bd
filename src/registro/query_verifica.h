/* SPDX-License-Identifier: EUPL-1.2 */
/* query_verifica.h - for who verifies from an act on.  Internal to registro/. */
#ifndef REGISTRO_QUERY_VERIFICA_H
#define REGISTRO_QUERY_VERIFICA_H

#define QUERY_VERIFICA(X)						\
X(CATENA_UNO, "SELECT seq, ora, atto, operatore, per, istanza, "	\
    "istanza_impronta, casa, giornale, precedente, impronta FROM catena " \
    "WHERE seq = ?1")							\
/* with the head each had then and the one it has now */		\
X(TOCCATE, "SELECT quali.cartella, coalesce((SELECT p.commit_id FROM posto p " \
    "WHERE p.cartella = quali.cartella AND p.seq <= ?1 "		\
    "ORDER BY p.seq DESC LIMIT 1), ''), t.commit_id, t.atti "		\
    "FROM (SELECT DISTINCT cartella FROM catena_cartella "		\
    "WHERE seq > ?1) quali "						\
    "LEFT JOIN testa t ON t.cartella = quali.cartella "			\
    "ORDER BY quali.cartella")						\
X(ALLEGATI_DOPO, "SELECT DISTINCT +impronta FROM catena_allegato "	\
    "WHERE seq > ?1 ORDER BY +impronta")					\
X(ALLEGATI_FINO, "SELECT seq, impronta FROM catena_allegato "		\
    "WHERE seq <= ?1 ORDER BY seq, impronta")				\
X(GIORNO_CHIUSO, "SELECT g.data, g.ultimo FROM giornaliero g "		\
    "JOIN chiusura_giorno x ON x.data = g.data WHERE g.ultimo <= ?1 "	\
    "ORDER BY g.data DESC LIMIT 1")

#endif

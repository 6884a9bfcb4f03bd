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
/* of a key that is still believed; and are all the rows there by which the	\
 * seal is verified?  (git knows only the signatures of gpg: 40 digits.) */ \
X(GIORNO_CHIUSO, "SELECT g.data, g.ultimo, EXISTS (SELECT 1 "		\
    "FROM firma_file f JOIN firma m ON m.manifesto = f.manifesto "	\
    "AND m.seq = f.seq AND m.chiave = f.chiave WHERE f.firma = x.firma "	\
    "AND f.manifesto = x.manifesto AND f.chiave = x.chiave "		\
    "AND f.seq = x.seq) AND EXISTS (SELECT 1 FROM sigillo s "		\
    "WHERE s.ultimo = g.ultimo AND s.seq = x.seq "			\
    "AND s.chiave = x.chiave) AND (length(x.chiave) <> 40 "		\
    "OR NOT EXISTS (SELECT 1 FROM posto p WHERE p.seq >= g.primo "	\
    "AND p.seq <= g.ultimo AND NOT EXISTS (SELECT 1 FROM tag t "	\
    "WHERE t.cartella = p.cartella AND t.nome = 'giorno/' || g.data "	\
    "AND t.seq = x.seq))) FROM giornaliero g "				\
    "JOIN chiusura_giorno x ON x.data = g.data "			\
    "JOIN catena c ON c.seq = x.seq WHERE g.ultimo <= ?1 "		\
    "AND NOT EXISTS (SELECT 1 FROM chiave_revoca v "			\
    "WHERE v.impronta = x.chiave AND v.dal <> '' "			\
    "AND substr(c.ora, 1, 10) >= v.dal) "				\
    "ORDER BY g.data DESC LIMIT 1")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_distrutti.h - attachments whose bytes went for good, and who else names
 * some bytes.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_DISTRUTTI_H
#define REGISTRO_QUERY_DISTRUTTI_H

/* The day on which the bytes of f, that act `seq` brought, were destroyed; NULL:
 * they were not.  That another act has brought them again is nothing to it. */
#define DISTRUTTO_IL(f, seq_)						\
	"(SELECT substr(dk.ora, 1, 10) FROM distrutto dx JOIN catena dk "	\
	"ON dk.seq = dx.seq WHERE dx.impronta = " f ".impronta "		\
	"AND dx.seq > " seq_ " ORDER BY dx.seq LIMIT 1)"

#define QUERY_DISTRUTTI(X)						\
X(DISTRUTTO_ADD, "INSERT OR IGNORE INTO distrutto VALUES (?1, ?2, ?3, ?4)") \
X(DISTRUTTI_DI, "SELECT impronta FROM distrutto WHERE seq = ?1")	\
X(DISTRUTTI_TUTTI, "SELECT DISTINCT impronta FROM distrutto ORDER BY 1")	\
/* nothing brought them again since */					\
X(DISTRUTTO, "SELECT k.ora, d.cartella, d.percorso FROM distrutto d "	\
    "JOIN catena k ON k.seq = d.seq WHERE d.impronta = ?1 "		\
    "AND d.seq >= (SELECT max(seq) FROM catena_allegato "		\
    "WHERE impronta = ?1) ORDER BY d.seq DESC LIMIT 1")			\
X(DISTRUTTO_DOPO, "SELECT 1 FROM distrutto WHERE impronta = ?1 "		\
    "AND seq > ?2 LIMIT 1")						\
/* where its bytes, and links to them, have been put */			\
X(ALLEGATO_ANNI, "SELECT DISTINCT substr(k.ora, 1, 4) "			\
    "FROM catena_allegato x JOIN catena k ON k.seq = x.seq "		\
    "WHERE x.impronta = ?1 ORDER BY 1")					\
X(ALLEGATO_CARTELLE, "SELECT c.cartella FROM catena_allegato x "	\
    "JOIN catena_cartella c ON c.seq = x.seq WHERE x.impronta = ?1 "	\
    "GROUP BY c.cartella HAVING max(x.seq) <= (SELECT max(seq) "	\
    "FROM distrutto WHERE impronta = ?1) ORDER BY 1")			\
/* which documents of acts that brought it, not erased, could name it */	\
X(ALLEGATO_DOCUMENTI, "SELECT d.cartella, d.percorso, "		\
    "d.impronta, p.commit_id FROM catena_allegato x "			\
    "JOIN documento d ON d.seq = x.seq "				\
    "JOIN posto p ON p.seq = d.seq AND p.cartella = d.cartella "	\
    "WHERE x.impronta = ?1 AND NOT EXISTS (SELECT 1 FROM espunto e "	\
    "WHERE e.cartella = d.cartella AND e.percorso = d.percorso "	\
    "AND e.versione = d.seq) ORDER BY d.seq, d.cartella, d.percorso")	\
X(ALLEGATO_FIRMATO, "SELECT o.cartella, o.percorso FROM firma_oggetto o " \
    "WHERE o.impronta = ?1 AND NOT EXISTS (SELECT 1 FROM espunto e "	\
    "WHERE e.cartella = o.cartella AND e.percorso = o.percorso) "	\
    "ORDER BY o.cartella, o.percorso")		\
X(ALLEGATO_REGISTRATO, "SELECT anno, numero FROM file "			\
    "WHERE impronta = ?1 ORDER BY anno, numero LIMIT 1")

#endif

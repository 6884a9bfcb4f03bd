/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_firme.h - signatures: manifesti, what they name, papers that went out
 * signed.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_FIRME_H
#define REGISTRO_QUERY_FIRME_H

/* Of a document itself: not of a copy of it, nor of a paper about it. */
#define FIRMA_DEL_DOCUMENTO "scopo IN ('sottoscrizione', 'visto')"

#define QUERY_FIRME(X)							\
X(FIRME, "SELECT percorso, utente, per, scopo, chiave, ora, "		\
    "documento_impronta FROM firma WHERE documento = ?1 AND "		\
    FIRMA_DEL_DOCUMENTO " ORDER BY seq, percorso")			\
/* those erased too: a place is not used again */			\
X(FIRME_QUANTE, "SELECT (SELECT count(*) FROM firma WHERE cartella = ?1) " \
    "+ (SELECT count(DISTINCT percorso) FROM espunto WHERE cartella = ?1 " \
    "AND percorso GLOB 'firme/*/manifesto.xml')")			\
X(OGNI_FIRMA, "SELECT cartella, percorso, manifesto, scopo, utente, per, " \
    "tipo, chiave, ora, seq FROM firma WHERE seq > ?1 "			\
    "ORDER BY seq, cartella, percorso")					\
/* each object with where it stands: a version, or an attachment of an act */ \
X(OGGETTI_DI_FIRMA, "SELECT o.ruolo, o.documento, o.impronta, d.cartella, " \
    "d.percorso, p.commit_id FROM firma_oggetto o "			\
    "LEFT JOIN documento d ON d.id = o.documento "			\
    "AND d.impronta = o.impronta LEFT JOIN posto p ON p.seq = d.seq "	\
    "AND p.cartella = d.cartella WHERE o.cartella = ?1 "			\
    "AND o.percorso = ?2 ORDER BY o.ordine, d.seq")			\
X(RESA_FIRMATA, "SELECT o.impronta, f.ora FROM firma f "			\
    "JOIN firma_oggetto o ON o.cartella = f.cartella "			\
    "AND o.percorso = f.percorso AND o.ruolo = 'resa' "			\
    "WHERE f.documento = ?1 AND f.documento_impronta = ?2 AND f."	\
    FIRMA_DEL_DOCUMENTO " ORDER BY f.seq LIMIT 1")			\
X(OGNI_FIRMA_FILE, "SELECT firma, file, manifesto, utente, chiave, anno "	\
    "FROM firma_file WHERE seq > ?1 ORDER BY seq, firma")		\
X(FIRMA_DI_MANIFESTO, "SELECT f.cartella, f.percorso FROM firma f "	\
    "WHERE f.manifesto = ?1 ORDER BY f.seq LIMIT 1")			\
X(PERCORSO_DI_ID, "SELECT percorso FROM documento WHERE id = ?1 "		\
    "AND cartella = ?2 ORDER BY seq DESC LIMIT 1")			\
/* projections */							\
X(FIRMA_ADD, "INSERT INTO firma VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, " \
    "?10, ?11, ?12)")							\
X(FIRMA_OGGETTO_ADD, "INSERT INTO firma_oggetto VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7)")								\
X(FIRMA_FILE_ADD, "INSERT OR REPLACE INTO firma_file VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7)")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_espunzioni.h - documents that were erased, and the commits that were
 * written again.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_ESPUNZIONI_H
#define REGISTRO_QUERY_ESPUNZIONI_H

/* What stands now where version d (a row of documento) stood. */
#define LAPIDE_DI(d)							\
	"FROM espunto eo WHERE eo.cartella = " d ".cartella "		\
	"AND eo.percorso = " d ".percorso AND eo.versione = " d ".seq"
#define IMPRONTA_ORA							\
	"coalesce((SELECT eo.lapide " LAPIDE_DI("d") "), d.impronta)"
#define TIPO_ORA							\
	"iif(EXISTS (SELECT 1 " LAPIDE_DI("d") "), 'lapide', d.tipo)"

#define QUERY_ESPUNZIONI(X)						\
/* those whose id is still there: the register was not made again */	\
X(ESPUNZIONI_SOSPESE, "SELECT DISTINCT e.cartella FROM espunto e "	\
    "CROSS JOIN documento d ON d.seq = e.versione "			\
    "AND d.cartella = e.cartella AND d.percorso = e.percorso "		\
    "WHERE d.id <> d.segno")						\
/* of what the last erased: to make it again ends them all */		\
X(ESPUNZIONE_SOSPESA, "SELECT 1 FROM espunto e "			\
    "CROSS JOIN documento d ON d.seq = e.versione "			\
    "AND d.cartella = e.cartella AND d.percorso = e.percorso "		\
    "WHERE e.seq = (SELECT max(seq) FROM espunto) AND d.id <> d.segno "	\
    "LIMIT 1")								\
X(ESPUNTO_QUALCOSA, "SELECT 1 FROM espunto LIMIT 1")			\
X(RISERVATO_DI, "SELECT autore FROM riservato WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(RIPORTATO, "SELECT percorso FROM riporta WHERE cartella = ?1 "		\
    "AND tipo = ?2 ORDER BY percorso LIMIT 1")				\
X(BLOCCO_DI, "SELECT percorso, motivo, estremi FROM blocco "		\
    "WHERE cartella = ?1 AND fino IS NULL ORDER BY percorso LIMIT 1")	\
X(POSTI, "SELECT seq, commit_id FROM posto WHERE cartella = ?1 "		\
    "ORDER BY seq")							\
X(POSTO_SPOSTA, "UPDATE posto SET commit_id = ?3 WHERE seq = ?1 "	\
    "AND cartella = ?2")						\
X(POSTO_SCATTO, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' "	\
    "AND name = 'posto_update'")					\
/* projections */							\
X(ESPUNTO_ADD, "INSERT INTO espunto VALUES (?1, ?2, ?3, ?4, ?5, ?6)")	\
X(POSTO_PRIMA_ADD, "INSERT INTO posto_prima VALUES (?1, ?2, ?3, ?4, ?5)") \
X(ESPUNTO_ATTUALE, "UPDATE attuale SET id = ?3, tipo = 'lapide', "	\
    "impronta = ?4 WHERE cartella = ?1 AND percorso = ?2")		\
X(ESPUNTA_VOCE, "DELETE FROM voce_diario WHERE cartella = ?1 "		\
    "AND percorso = ?2")						\
X(ESPUNTA_CORREZIONE, "DELETE FROM correzione_voce WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(ESPUNTA_FIRMA, "DELETE FROM firma WHERE cartella = ?1 "		\
    "AND percorso = ?2")						\
X(ESPUNTI_OGGETTI, "DELETE FROM firma_oggetto WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(ESPUNTO_APPUNTAMENTO, "DELETE FROM appuntamento WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(ESPUNTO_LIBRO, "DELETE FROM libro_documento WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(ESPUNTO_RISERVATO, "DELETE FROM riservato WHERE cartella = ?1 "	\
    "AND percorso = ?2")

#endif

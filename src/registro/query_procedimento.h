/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_procedimento.h - states, passages and guards.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_PROCEDIMENTO_H
#define REGISTRO_QUERY_PROCEDIMENTO_H

#include "registro/query_firme.h"

#define SOTTO_DIR							\
	"d.cartella = ?1 AND d.percorso >= ?2 || '/' AND d.percorso < ?2 || '0'"

#define QUERY_PROCEDIMENTO(X)						\
X(PASSAGGIO, "SELECT a FROM passaggio WHERE oggetto = ?1 AND da = ?2 "	\
    "AND atto = ?3 AND esito = ?4")					\
X(PASSAGGI_DA, "SELECT atto, esito, a FROM passaggio WHERE oggetto = ?1 " \
    "AND da = ?2 ORDER BY ordine")					\
X(GUARDIE, "SELECT nome, errore FROM guardia WHERE oggetto = ?1 "	\
    "AND da = ?2 AND atto = ?3 AND esito = ?4 ORDER BY ordine")		\
X(INATTIVITA, "SELECT inattivita FROM procedimento WHERE n = 1")	\
X(ATTUALI_SOTTO, "SELECT d.percorso, d.id, d.tipo, d.impronta, d.seq "	\
    "FROM attuale d WHERE " SOTTO_DIR " ORDER BY d.percorso")		\
X(ULTIMA_ATTIVITA, "SELECT ultima, CAST(julianday(oggi()) "		\
    "- julianday(ultima) AS INTEGER) FROM attivita WHERE anno = ?1 "	\
    "AND numero = ?2")							\
/* projections */							\
X(ATTIVITA_SET, "INSERT INTO attivita VALUES (?1, ?2, ?3) "		\
    "ON CONFLICT (anno, numero) DO UPDATE "				\
    "SET ultima = max(ultima, excluded.ultima)")			\
X(RINVIATA_SET, "INSERT OR REPLACE INTO rinviata VALUES (?1, ?2, ?3)")	\
X(RINVIATA_TOGLI, "DELETE FROM rinviata WHERE anno = ?1 AND numero = ?2") \
X(PROCEDIMENTO_SET, "INSERT OR REPLACE INTO procedimento "		\
    "VALUES (1, ?1, ?2)")						\
X(PASSAGGI_TOGLI, "DELETE FROM passaggio")				\
X(GUARDIE_TOGLI, "DELETE FROM guardia")					\
X(PASSAGGIO_ADD, "INSERT INTO passaggio VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
X(GUARDIA_ADD, "INSERT INTO guardia VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")

#endif

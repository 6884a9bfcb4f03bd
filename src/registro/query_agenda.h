/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_agenda.h - appointments: those of some days, those in the way of
 * another, those that wait for their outcome.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_AGENDA_H
#define REGISTRO_QUERY_AGENDA_H

#include "registro/query_scrivania.h"

/* Who may not read the cover of a case is not told that it has appointments:
 * to the desk of first contact a cartella is not there. */
#define LEGGE_COPERTINA(tabella) VEDE_TIPO_DI("'" tabella "'", "c")

/* From `from`, which gives g, those of cases of a series. */
#define APPUNTAMENTI(from, serie, tabella, quali)			\
	"SELECT g.serie, g.anno, g.numero, g.cartella, g.percorso, g.da, " \
	"g.fino, g.inizio, g.stato FROM " from " JOIN " tabella " c "	\
	"ON c.anno = g.anno AND c.numero = g.numero "			\
	"JOIN attuale d ON d.cartella = g.cartella "			\
	"AND d.percorso = g.percorso WHERE g.serie = '" serie "' AND "	\
	quali " AND " LEGGE_DOCUMENTO
#define DI_OGNI_SERIE(from, quali)					\
	APPUNTAMENTI(from, "CS", "cartella", quali) " UNION ALL "	\
	APPUNTAMENTI(from, "AC", "accesso", quali)			\
	" ORDER BY 6, 4, 5"

#define DI_UTENTE							\
	"appuntamento_utente u JOIN appuntamento g "			\
	"ON g.cartella = u.cartella AND g.percorso = u.percorso"

/* His own, of today or past, without an outcome. */
#define SENZA_ESITO(serie, tabella, colonne)				\
	"SELECT " colonne " FROM " DI_UTENTE " JOIN " tabella " c "	\
	"ON c.anno = g.anno AND c.numero = g.numero "			\
	"WHERE u.utente = ?1 AND u.aperto = 1 AND u.giorno <= oggi() "	\
	"AND g.serie = '" serie "' AND c.stato <> 'chiuso' AND "	\
	VEDE_CASO " AND " VEDE_TIPO_DI("'appuntamento'", "c")		\
	" AND " LEGGE_COPERTINA(tabella)
#define SENZA_ESITO_COLONNE						\
	"printf('%s-%d-%07d', g.serie, g.anno, g.numero), g.giorno, "	\
	GIORNI("g.giorno") ", g.tipo || ' alle ' || "			\
	"substr(g.inizio, 12, 5), g.percorso, 0, g.da"
#define SENZA_ESITO_DI(colonne)						\
	SENZA_ESITO("CS", "cartella", colonne) " UNION ALL "		\
	SENZA_ESITO("AC", "accesso", colonne)

#define QUERY_AGENDA(X)							\
/* days ?3 to ?4, of ?5 or of everybody */				\
X(AGENDA, DI_OGNI_SERIE("appuntamento g",				\
    "g.giorno >= ?3 AND g.giorno <= ?4 AND (?5 IS NULL OR EXISTS "	\
    "(SELECT 1 FROM appuntamento_utente u WHERE u.cartella = g.cartella " \
    "AND u.percorso = g.percorso AND u.utente = ?5))"))			\
/* of the folder ?3, days ?4 to ?5 */					\
X(AGENDA_CASO, DI_OGNI_SERIE("appuntamento g",				\
    "g.cartella = ?3 AND g.giorno >= ?4 AND g.giorno <= ?5"))		\
/* of ?3, begun on days ?4 to ?5, that meet ?6 to ?7 and are not ?8, ?9 */ \
X(SOVRAPPOSTI, DI_OGNI_SERIE(DI_UTENTE, "u.utente = ?3 AND u.aperto = 1 " \
    "AND u.giorno >= ?4 AND u.giorno <= ?5 AND g.da < ?7 AND g.fino > ?6 " \
    "AND NOT (g.cartella = ?8 AND g.percorso = ?9)"))			\
X(SENZA_ESITO_Q, SENZA_ESITO_DI(SENZA_ESITO_COLONNE)			\
    " ORDER BY 7, 1 LIMIT " SCRIVANIA_RIGHE)				\
X(SENZA_ESITO_N, "SELECT count(*) FROM (" SENZA_ESITO_DI("1")		\
    " LIMIT " SCRIVANIA_CONTA ")")					\
/* projections */							\
X(APPUNTAMENTO_SET, "INSERT OR REPLACE INTO appuntamento VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")				\
X(APPUNTAMENTO_UTENTI_TOGLI, "DELETE FROM appuntamento_utente "		\
    "WHERE cartella = ?1 AND percorso = ?2")				\
X(APPUNTAMENTO_UTENTE_ADD, "INSERT OR IGNORE INTO appuntamento_utente "	\
    "VALUES (?1, ?2, ?3, ?4, ?5)")

#endif

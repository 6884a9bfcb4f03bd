/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_diario.h - the entries of diaries and their corrections.  Internal to
 * registro/.
 */
#ifndef REGISTRO_QUERY_DIARIO_H
#define REGISTRO_QUERY_DIARIO_H

#include "registro/query_legami.h"

/*
 * For whatever leaves the body (an export, a copy for another organisation): a
 * document d, of any folder, that is not a private note.  Nothing in the
 * policy opens one there (norme: private notes stay in the organisation).
 */
#define NON_PRIVATO							\
	"NOT EXISTS (SELECT 1 FROM riservato xp WHERE "			\
	"xp.cartella = d.cartella AND xp.percorso = d.percorso)"

/* ?6 from, ?7 to, ?8 type, ?9 and ?10 where the last page ended, ?11 rows */
#define QUERY_DIARIO(X)							\
X(DIARIO, "SELECT v.percorso, v.data, v.seq FROM cartella c "		\
    "JOIN voce_diario v ON v.cartella = ?3 "				\
    "JOIN attuale d ON d.cartella = v.cartella AND d.percorso = v.percorso " \
    "WHERE c.anno = ?4 AND c.numero = ?5 "				\
    "AND (?6 IS NULL OR v.data >= ?6) AND (?7 IS NULL OR v.data <= ?7) "	\
    "AND (?8 IS NULL OR v.tipo = ?8) "					\
    "AND (?9 IS NULL OR (v.data, v.seq) < (?9, ?10)) AND "		\
    LEGGE_DOCUMENTO " ORDER BY v.data DESC, v.seq DESC LIMIT ?11")	\
/* who reads entry ?6 reads what corrects it */				\
X(CORREZIONI_VOCE, "SELECT k.percorso FROM cartella c "		\
    "JOIN attuale d ON d.cartella = ?3 AND d.percorso = ?6 "		\
    "JOIN correzione_voce k ON k.cartella = d.cartella "			\
    "AND k.voce = d.percorso WHERE c.anno = ?4 AND c.numero = ?5 AND "	\
    LEGGE_DOCUMENTO " ORDER BY k.seq")		\
/* projections */							\
X(VOCE_DIARIO_ADD, "INSERT OR REPLACE INTO voce_diario VALUES (?1, ?2, ?3, " \
    "?4, ?5)")								\
X(CORREZIONE_VOCE_ADD, "INSERT OR REPLACE INTO correzione_voce VALUES (?1, " \
    "?2, ?3, ?4)")

#endif

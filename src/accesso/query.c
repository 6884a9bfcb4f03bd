/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query.c - every statement of the door.
 */
#include "accesso/interno.h"

#define SESSIONE "SELECT impronta, utente, per, stato, via, csrf, agente, " \
	"indirizzo, nomina, inizio, ultimo FROM sessione "

#define CREDENZIALE "SELECT utente, parola, provvisoria, parola_dal, " \
	"parola_scade, totp, totp_attivo, bloccato, (SELECT count(*) FROM " \
	"recupero AS r WHERE r.utente = c.utente) FROM credenziale AS c "
#define EVENTO "SELECT n, ora, tipo, utente, indirizzo, esito, dettaglio, " \
	"precedente, impronta FROM accesso_evento "

const struct query porta_query[P_N] = {
	/* ?1 impronta */
	[P_SESSIONE] = { "SESSIONE", SESSIONE "WHERE impronta = ?1" },
	/* ?1 csrf, ?2 last used after */
	[P_SESSIONE_ERA] = { "SESSIONE_ERA", "SELECT utente, per, agente FROM "
	    "sessione WHERE csrf = ?1 AND ultimo > ?2 AND stato = 'intera' "
	    "UNION ALL SELECT utente, per, agente FROM sessione_chiusa "
	    "WHERE csrf = ?1 AND ultimo > ?2" },
	[P_SESSIONE_NUOVA] = { "SESSIONE_NUOVA", "INSERT INTO sessione VALUES "
	    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)" },
	[P_SESSIONE_TOCCA] = { "SESSIONE_TOCCA", "UPDATE sessione "
	    "SET ultimo = ?2 WHERE impronta = ?1" },
	[P_SESSIONE_PER] = { "SESSIONE_PER", "UPDATE sessione SET per = ?2 "
	    "WHERE impronta = ?1" },
	/* ?1 user, ?2 impronta */
	[P_SESSIONE_TOGLI] = { "SESSIONE_TOGLI", "DELETE FROM sessione "
	    "WHERE impronta = ?2 AND utente = ?1" },
	[P_SESSIONI_TOGLI_DI] = { "SESSIONI_TOGLI_DI", "DELETE FROM sessione "
	    "WHERE utente = ?1 AND impronta IS NOT ?2" },
	/* ?1 user or NULL, ?2 begun after, ?3 last used after */
	[P_SESSIONI_DI] = { "SESSIONI_DI", SESSIONE "WHERE (?1 IS NULL OR "
	    "utente = ?1) AND inizio > ?2 AND ultimo > ?3 "
	    "ORDER BY inizio DESC, impronta" },
	/* ?1 begun before, ?2 last used before */
	[P_SESSIONI_SCADUTE] = { "SESSIONI_SCADUTE", "DELETE FROM sessione "
	    "WHERE inizio <= ?1 OR ultimo <= ?2" },
	/* ?1 last used before */
	[P_SESSIONI_CHIUSE] = { "SESSIONI_CHIUSE", "DELETE FROM "
	    "sessione_chiusa WHERE ultimo <= ?1" },
	/* ?1 user, ?2 how many may stay */
	[P_SESSIONI_CONTO] = { "SESSIONI_CONTO", "DELETE FROM sessione WHERE "
	    "impronta IN (SELECT impronta FROM sessione WHERE utente = ?1 "
	    "ORDER BY ultimo DESC LIMIT -1 OFFSET ?2)" },
	[P_GETTONE] = { "GETTONE", "SELECT nome, utente, dal, scade, "
	    "coalesce(ultimo, 0) FROM gettone AS g WHERE impronta = ?1 "
	    "AND revocato IS NULL AND NOT EXISTS (SELECT 1 FROM credenziale "
	    "AS c WHERE c.utente = g.utente AND bloccato IS NOT NULL)" },
	[P_GETTONE_NUOVO] = { "GETTONE_NUOVO", "INSERT INTO gettone VALUES "
	    "(?1, ?2, ?3, ?4, ?5, NULL, NULL)" },
	/* ?1 from, ?2 up to */
	[P_GETTONE_REVOCA] = { "GETTONE_REVOCA", "UPDATE gettone "
	    "SET revocato = ?3 WHERE impronta >= ?1 AND impronta <= ?2 "
	    "AND revocato IS NULL" },
	[P_GETTONE_TOCCA] = { "GETTONE_TOCCA", "UPDATE gettone "
	    "SET ultimo = ?2 WHERE impronta = ?1" },
	[P_GETTONI] = { "GETTONI", "SELECT impronta, nome, utente, dal, scade, "
	    "coalesce(revocato, 0), coalesce(ultimo, 0) FROM gettone "
	    "ORDER BY dal DESC, impronta" },

	/* ?1 user, in all of these */
	[P_CREDENZIALE] = { "CREDENZIALE", CREDENZIALE "WHERE utente = ?1" },
	[P_CREDENZIALI] = { "CREDENZIALI", CREDENZIALE "ORDER BY utente" },
	[P_CREDENZIALE_NUOVA] = { "CREDENZIALE_NUOVA", "INSERT INTO "
	    "credenziale VALUES (?1, NULL, 0, NULL, NULL, NULL, 0, 0, NULL) "
	    "ON CONFLICT (utente) DO NOTHING" },
	[P_PAROLA] = { "PAROLA", "UPDATE credenziale SET parola = ?2, "
	    "provvisoria = ?4 <> 0, parola_dal = ?3, parola_scade = "
	    "nullif(?4, 0) WHERE utente = ?1" },
	[P_BLOCCA] = { "BLOCCA", "UPDATE credenziale "
	    "SET bloccato = nullif(?2, 0) WHERE utente = ?1" },
	[P_TOTP] = { "TOTP", "UPDATE credenziale SET totp = ?2, "
	    "totp_attivo = 0, totp_passo = 0 WHERE utente = ?1" },
	[P_TOTP_ATTIVA] = { "TOTP_ATTIVA", "UPDATE credenziale "
	    "SET totp_attivo = 1, totp_passo = ?2 "
	    "WHERE utente = ?1 AND totp IS NOT NULL" },
	[P_TOTP_TOGLI] = { "TOTP_TOGLI", "UPDATE credenziale SET totp = NULL, "
	    "totp_attivo = 0, totp_passo = 0 WHERE utente = ?1" },
	[P_PASSO] = { "PASSO", "UPDATE credenziale SET totp_passo = ?2 "
	    "WHERE utente = ?1 AND totp_passo < ?2" },
	[P_RECUPERI_TOGLI] = { "RECUPERI_TOGLI", "DELETE FROM recupero "
	    "WHERE utente = ?1" },
	[P_RECUPERO_NUOVO] = { "RECUPERO_NUOVO", "INSERT INTO recupero "
	    "VALUES (?1, ?2)" },
	[P_RECUPERO_USA] = { "RECUPERO_USA", "DELETE FROM recupero "
	    "WHERE utente = ?1 AND impronta = ?2" },

	[P_CERTIFICATO] = { "CERTIFICATO", "SELECT utente FROM certificato "
	    "WHERE impronta = ?1" },
	[P_CERTIFICATO_NUOVO] = { "CERTIFICATO_NUOVO", "INSERT INTO "
	    "certificato VALUES (?1, ?2, ?3, ?4) "
	    "ON CONFLICT (impronta) DO NOTHING" },
	[P_CERTIFICATO_TOGLI] = { "CERTIFICATO_TOGLI", "DELETE FROM "
	    "certificato WHERE impronta = ?2 AND utente = ?1" },
	[P_CERTIFICATI] = { "CERTIFICATI", "SELECT impronta, utente, nome, "
	    "dal FROM certificato WHERE ?1 IS NULL OR utente = ?1 "
	    "ORDER BY utente, dal, impronta" },

	/* ?1 who */
	[P_FRENO] = { "FRENO", "SELECT tentativi, ultimo, fino, taciuti "
	    "FROM frena WHERE chi = ?1" },
	[P_FRENO_METTI] = { "FRENO_METTI", "INSERT INTO frena VALUES "
	    "(?1, ?2, ?3, ?4, 0) ON CONFLICT (chi) DO UPDATE SET "
	    "tentativi = excluded.tentativi, ultimo = excluded.ultimo, "
	    "fino = excluded.fino, taciuti = 0" },
	[P_FRENO_TACE] = { "FRENO_TACE", "UPDATE frena "
	    "SET taciuti = taciuti + 1 WHERE chi = ?1" },
	[P_FRENO_TOGLI] = { "FRENO_TOGLI", "DELETE FROM frena "
	    "WHERE chi = ?1" },
	[P_FRENO_PERDONA] = { "FRENO_PERDONA", "UPDATE frena "
	    "SET tentativi = max(tentativi - 1, 0), fino = 0 "
	    "WHERE chi = ?1" },
	[P_FRENI_VECCHI] = { "FRENI_VECCHI", "DELETE FROM frena "
	    "WHERE ultimo < ?1 AND fino < ?1" },

	[P_EVENTO_ULTIMO] = { "EVENTO_ULTIMO", "SELECT n, impronta "
	    "FROM accesso_evento ORDER BY n DESC LIMIT 1" },
	[P_EVENTO] = { "EVENTO", "INSERT INTO accesso_evento VALUES "
	    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)" },
	/* ?1 user or NULL, ?2 refusals only, ?3 behind which, 0: none, ?4 how
	 * many */
	[P_EVENTI] = { "EVENTI", EVENTO "WHERE (?1 IS NULL OR utente = ?1) "
	    "AND (?2 = 0 OR esito = 'rifiutato') AND (?3 = 0 OR n < ?3) "
	    "ORDER BY n DESC LIMIT ?4" },
	[P_EVENTI_TUTTI] = { "EVENTI_TUTTI", EVENTO "ORDER BY n" },
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query.c - every statement of the door.
 */
#include "accesso/interno.h"

#define SESSIONE "SELECT impronta, utente, per, stato, via, csrf, agente, " \
	"indirizzo, nomina, inizio, ultimo FROM sessione "

const struct query porta_query[P_N] = {
	/* ?1 impronta */
	[P_SESSIONE] = { "SESSIONE", SESSIONE "WHERE impronta = ?1" },
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
	/* ?1 user, ?2 how many may stay */
	[P_SESSIONI_CONTO] = { "SESSIONI_CONTO", "DELETE FROM sessione WHERE "
	    "impronta IN (SELECT impronta FROM sessione WHERE utente = ?1 "
	    "ORDER BY ultimo DESC LIMIT -1 OFFSET ?2)" },
	[P_GETTONE] = { "GETTONE", "SELECT nome, utente, dal, scade, "
	    "ultimo FROM gettone WHERE impronta = ?1 AND revocato IS NULL" },
};

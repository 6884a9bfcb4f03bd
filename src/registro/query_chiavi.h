/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_chiavi.h - keys enrolled and revoked, certificates believed.  Internal
 * to registro/.
 */
#ifndef REGISTRO_QUERY_CHIAVI_H
#define REGISTRO_QUERY_CHIAVI_H

#include "registro/query_scrivania.h"

#define CHIAVE_COLONNE							\
	"SELECT k.impronta, k.tipo, k.utente, k.qualita, k.dal, k.al, "	\
	"k.custodia, k.identita, k.algoritmo, k.scade, k.seq, "		\
	"r.revocata, r.motivo, r.dal, r.seq FROM chiave k "		\
	"LEFT JOIN chiave_revoca r ON r.impronta = k.impronta "

/* The last enrolment of each key. */
#define CHIAVE_ULTIMA							\
	"k.seq = (SELECT max(x.seq) FROM chiave x "			\
	"WHERE x.impronta = k.impronta) "

/* For the eye ?1 in the atto ?2: its own, or anybody's. */
#define CHIAVE_SUA							\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
	"AND p.atto = ?2 AND (p.ambito = 'tutti' OR k.utente = ?1))"

/* Ending within thirty days or ended, of somebody who is still there and has
 * no other of that kind; who needs it no more revokes it. */
#define CHIAVI_FINE_DAL "date(k.al, '-30 days')"
#define CHIAVI_FINE							\
	"FROM chiave k WHERE k.al <= date(oggi(), '+30 days') AND "	\
	CHIAVE_ULTIMA							\
	"AND NOT EXISTS (SELECT 1 FROM chiave_revoca r "		\
	"WHERE r.impronta = k.impronta) "				\
	"AND (k.utente IS NULL OR EXISTS (SELECT 1 FROM utente u "	\
	"WHERE u.codice = k.utente AND u.attivo = 1)) "			\
	"AND NOT EXISTS (SELECT 1 FROM chiave b WHERE b.utente IS k.utente " \
	"AND b.tipo = k.tipo AND (b.al IS NULL OR b.al > k.al) "	\
	"AND b.seq > k.seq AND NOT EXISTS (SELECT 1 FROM chiave_revoca r " \
	"WHERE r.impronta = b.impronta)) "				\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito = 'tutti')"

/* Trust lists to be renewed within two weeks, or that should have been. */
#define FIDUCIA_FINE_DAL "date(substr(f.scade, 1, 10), '-14 days')"
#define FIDUCIA_FINE							\
	"FROM fiducia f WHERE " FIDUCIA_FINE_DAL " <= oggi() "		\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito = 'tutti')"

#define QUERY_CHIAVI(X)							\
X(CHIAVE_LEGGI, CHIAVE_COLONNE "WHERE k.impronta = ?1 "			\
    "ORDER BY k.seq DESC LIMIT 1")					\
X(CHIAVE_ALLORA, CHIAVE_COLONNE "WHERE k.impronta = ?1 AND k.seq < ?2 "	\
    "ORDER BY k.seq DESC LIMIT 1")					\
X(CHIAVI_DI, CHIAVE_COLONNE "WHERE k.utente IS ?1 AND " CHIAVE_ULTIMA	\
    "ORDER BY k.seq DESC")						\
X(CHIAVE_IN_FORZA, CHIAVE_COLONNE "WHERE k.utente IS ?1 AND " CHIAVE_ULTIMA \
    "AND r.seq IS NULL AND k.dal <= oggi() "				\
    "AND (k.al IS NULL OR k.al >= oggi()) "				\
    "AND (?2 IS NULL OR k.tipo = ?2) ORDER BY k.seq DESC")		\
X(CHIAVE_VISTA, CHIAVE_COLONNE "WHERE k.impronta = ?3 AND "		\
    CHIAVE_ULTIMA "AND " CHIAVE_SUA)					\
/* days left: what the key may still do */				\
X(CHIAVI_VISTE, CHIAVE_COLONNE "WHERE " CHIAVE_ULTIMA "AND (" CHIAVE_SUA \
    " OR (k.utente IS NULL AND EXISTS (SELECT 1 FROM potere p "		\
    "WHERE p.utente = ?1 AND p.atto = ?2))) "				\
    "AND (?3 IS NULL OR k.utente = ?3) "				\
    "AND (?4 IS NULL OR (r.seq IS NULL AND k.al >= oggi() "		\
    "AND k.al <= date(oggi(), '+' || ?4 || ' days'))) "			\
    "ORDER BY k.utente, k.seq DESC, k.impronta")			\
X(CHIAVI_FINE_Q, "SELECT coalesce(k.utente, 'sigillo'), "		\
    CHIAVI_FINE_DAL ", " GIORNI(CHIAVI_FINE_DAL) ", "			\
    "iif(k.al < oggi(), 'scaduta', 'scade') || ' il ' || k.al, k.tipo, 0 " \
    CHIAVI_FINE " ORDER BY k.al, k.impronta LIMIT " SCRIVANIA_RIGHE)	\
X(CHIAVI_FINE_N, SCRIVANIA_QUANTE(CHIAVI_FINE))				\
X(FIDUCIE, "SELECT nome FROM fiducia ORDER BY nome")			\
X(FIDUCIA_FINE_Q, "SELECT f.nome, " FIDUCIA_FINE_DAL ", "		\
    GIORNI(FIDUCIA_FINE_DAL) ", 'elenco di fiducia, scade il ' || "	\
    "substr(f.scade, 1, 10), NULL, 0 " FIDUCIA_FINE			\
    " ORDER BY f.scade, f.nome LIMIT " SCRIVANIA_RIGHE)			\
X(FIDUCIA_FINE_N, SCRIVANIA_QUANTE(FIDUCIA_FINE))			\
/* projections */							\
X(CHIAVE_ADD, "INSERT INTO chiave VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, ?10, ?11)")							\
/* again: the first act stays the one that stopped it */		\
X(CHIAVE_REVOCA, "INSERT INTO chiave_revoca VALUES (?1, ?2, ?3, ?4, ?5) " \
    "ON CONFLICT (impronta) DO UPDATE SET motivo = excluded.motivo, "	\
    "dal = excluded.dal")						\
X(FIDUCIA_SET, "INSERT OR REPLACE INTO fiducia VALUES (?1, ?2, ?3)")	\
X(FIDUCIA_TOGLI, "DELETE FROM fiducia WHERE nome = ?1")

#endif

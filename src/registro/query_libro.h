/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_libro.h - the libro firma: what waits for whose signature.  Internal
 * to registro/.
 *
 * f is a row of libro_documento, p a step of its rule.  What waits is not
 * stored: a step is open when it is not done, no obligatory one before it is
 * undone, and, if it is optional, none behind it is done.
 */
#ifndef REGISTRO_QUERY_LIBRO_H
#define REGISTRO_QUERY_LIBRO_H

#include "registro/query_legami.h"

#define LIBRO_RIGHE "500"

/* p is of the rule of f: that of its specie, or of its type. */
#define LIBRO_REGOLA(f, p)						\
	p ".tipo = " f ".tipo AND " p ".specie = iif(EXISTS (SELECT 1 "	\
	"FROM libro_regola lr WHERE lr.tipo = " f ".tipo "		\
	"AND lr.specie = " f ".specie), " f ".specie, '')"

#define PASSO_FATTO(f, p)						\
	"EXISTS (SELECT 1 FROM libro_fatto lx WHERE "			\
	"lx.documento = " f ".documento AND lx.impronta = " f ".impronta " \
	"AND lx.chi = " p ".chi AND lx.ruolo = " p ".ruolo)"

#define STESSA_REGOLA(q, p)						\
	q ".tipo = " p ".tipo AND " q ".specie = " p ".specie"

#define PASSO_APERTO(f, p)						\
	"(NOT " PASSO_FATTO(f, p) " AND NOT EXISTS (SELECT 1 "		\
	"FROM libro_passo l1 WHERE " STESSA_REGOLA("l1", p)		\
	" AND l1.ordine < " p ".ordine AND l1.obbligo = 1 "		\
	"AND NOT " PASSO_FATTO(f, "l1") ") AND (" p ".obbligo = 1 "	\
	"OR NOT EXISTS (SELECT 1 FROM libro_passo l2 WHERE "		\
	STESSA_REGOLA("l2", p) " AND l2.ordine > " p ".ordine "		\
	"AND " PASSO_FATTO(f, "l2") ")))"

#define LIBRO_RINVIATO(f)						\
	"EXISTS (SELECT 1 FROM libro_rinvio lv WHERE "			\
	"lv.documento = " f ".documento AND lv.impronta = " f ".impronta)"

#define LIBRO_APERTO(f)							\
	"(" f ".attende = 1 AND NOT " LIBRO_RINVIATO(f)			\
	" AND EXISTS (SELECT 1 FROM libro_passo p WHERE "		\
	LIBRO_REGOLA(f, "p") " AND " PASSO_APERTO(f, "p") "))"

/* Does step p name `chi`, and c is the cartella? */
#define PASSO_TOCCA(f, p, c, chi_)					\
	"((" p ".chi = 'autore' AND " f ".autore = " chi_ ") "		\
	"OR (" p ".chi = 'responsabile' AND " c ".responsabile = " chi_ ") " \
	"OR (" p ".chi = 'ruolo' AND EXISTS (SELECT 1 FROM utente_ruolo lr " \
	"WHERE lr.utente = " chi_ " AND lr.ruolo = " p ".ruolo)))"

#define HA_FIRMATO(f, chi_)						\
	"EXISTS (SELECT 1 FROM libro_fatto ly WHERE "			\
	"ly.documento = " f ".documento AND ly.impronta = " f ".impronta " \
	"AND ly.utente = " chi_ ")"

/* What somebody may do for another: never to sign as the one who wrote it, or
 * who answers for it. */
#define PASSO_DELEGABILE(p)						\
	p ".chi = 'ruolo' AND " p ".scopo <> 'sottoscrizione'"

/* Steps of user ?1 (with atto ?2) by a hand ('': his own). */
#define LIBRO_DA(mano)							\
	"FROM libro_documento f JOIN cartella c ON c.anno = f.anno "	\
	"AND c.numero = f.numero JOIN attuale d ON d.cartella = f.cartella " \
	"AND d.percorso = f.percorso JOIN libro_passo p ON "		\
	LIBRO_REGOLA("f", "p") " WHERE f.aperto = 1 "			\
	"AND c.stato <> 'chiuso' AND " PASSO_TOCCA("f", "p", "c", "?1")	\
	" AND " PASSO_APERTO("f", "p") " AND NOT " HA_FIRMATO("f", "?1")	\
	" AND (" mano " = '' OR (" PASSO_DELEGABILE("p")			\
	" AND f.autore <> " mano " AND NOT "				\
	HA_FIRMATO("f", mano) " AND NOT " CHIUSO_A("c", mano) ")) "	\
	"AND " LEGGE_DOCUMENTO

/* Somebody signed f, as it is now, with a key that was compromised then. */
#define FIRMA_NON_CREDUTA(f)						\
	"EXISTS (SELECT 1 FROM firma fx JOIN chiave_revoca kr "		\
	"ON kr.impronta = fx.chiave WHERE fx.documento = " f ".documento " \
	"AND fx.documento_impronta = " f ".impronta "			\
	"AND fx.scopo IN ('sottoscrizione', 'visto') "			\
	"AND kr.dal <> '' AND substr(fx.ora, 1, 10) >= kr.dal)"

/* Given back to who wrote it, and not written again since. */
#define LIBRO_TORNATO							\
	"FROM libro_documento f JOIN libro_rinvio v "			\
	"ON v.documento = f.documento AND v.impronta = f.impronta "	\
	"JOIN cartella c ON c.anno = f.anno AND c.numero = f.numero "	\
	"JOIN attuale d ON d.cartella = f.cartella "			\
	"AND d.percorso = f.percorso WHERE f.autore = ?1 "		\
	"AND f.attende = 1 AND c.stato <> 'chiuso' AND " LEGGE_DOCUMENTO

/* What stands in ente is of no case: who may read the lists may read it. */
#define LIBRO_ENTE_DA(mano)						\
	"FROM libro_documento f JOIN libro_passo p ON "			\
	LIBRO_REGOLA("f", "p") " WHERE f.aperto = 1 "			\
	"AND f.cartella = 'ente' AND ((p.chi = 'autore' "		\
	"AND f.autore = ?1) OR (p.chi = 'ruolo' AND EXISTS (SELECT 1 "	\
	"FROM utente_ruolo lr WHERE lr.utente = ?1 "			\
	"AND lr.ruolo = p.ruolo))) AND " PASSO_APERTO("f", "p")		\
	" AND NOT " HA_FIRMATO("f", "?1") " AND (" mano " = '' OR ("	\
	PASSO_DELEGABILE("p") " AND f.autore <> " mano " AND NOT "	\
	HA_FIRMATO("f", mano) ")) AND EXISTS (SELECT 1 FROM potere lp "	\
	"WHERE lp.utente = ?1 AND lp.atto = ?2) AND EXISTS (SELECT 1 "	\
	"FROM potere ls WHERE ls.utente = ?1 AND ls.atto = 'scarti')"
/* "verbale di distruzione, elenco 1" */
#define LIBRO_SCARTO_DETTO						\
	"iif(f.tipo = 'verbale-scarto', 'verbale di distruzione, ', '') "	\
	"|| 'elenco ' || CAST(substr(f.percorso, 8) AS INTEGER)"

/* The same for his own hand alone, of (?1, ?2): the kinds of the scrivania. */
#define LIBRO_SCRIVANIA_SUO LIBRO_DA("''")

#define LIBRO_CS "printf('CS-%d-%07d', f.anno, f.numero)"

/* The row that is asked about: of the document ?1 as it is now. */
#define DI_DOCUMENTO							\
	"FROM libro_documento f LEFT JOIN cartella c ON c.anno = f.anno "	\
	"AND c.numero = f.numero JOIN libro_passo p ON "		\
	LIBRO_REGOLA("f", "p") " WHERE f.documento = ?1"

#define QUERY_LIBRO(X)							\
X(LIBRO, "SELECT f.cartella, f.percorso, " LIBRO_CS ", f.documento, "	\
    "f.impronta, f.tipo, f.specie, f.autore, f.dal, "			\
    "CAST(julianday(oggi()) - julianday(substr(f.dal, 1, 10)) AS INTEGER), " \
    "min(p.ordine), p.obbligo, p.scopo " LIBRO_DA("?3")		\
    " GROUP BY f.cartella, f.percorso ORDER BY f.dal, f.cartella, "	\
    "f.percorso LIMIT " LIBRO_RIGHE)					\
/* the same columns */						\
X(LIBRO_ENTE, "SELECT f.cartella, f.percorso, f.cartella, f.documento, "	\
    "f.impronta, f.tipo, f.specie, f.autore, f.dal, "			\
    "CAST(julianday(oggi()) - julianday(substr(f.dal, 1, 10)) AS INTEGER), " \
    "min(p.ordine), p.obbligo, p.scopo " LIBRO_ENTE_DA("?3")		\
    " GROUP BY f.percorso ORDER BY f.dal, f.percorso LIMIT " LIBRO_RIGHE) \
X(LIBRO_TORNATI, "SELECT f.cartella, f.percorso, " LIBRO_CS ", f.tipo, "	\
    "v.utente, v.per, v.data, v.motivo " LIBRO_TORNATO			\
    " ORDER BY v.data, f.cartella, f.percorso LIMIT " LIBRO_RIGHE)	\
/* on the scrivania */							\
X(LIBRO_SCRIVANIA, "SELECT " LIBRO_CS ", min(f.dal), " GIORNI("min(f.dal)") \
    ", f.percorso, f.tipo, 0 FROM (SELECT f.* " LIBRO_SCRIVANIA_SUO ") f "	\
    "GROUP BY f.cartella, f.percorso ORDER BY f.dal, f.cartella, "	\
    "f.percorso LIMIT " SCRIVANIA_RIGHE)				\
X(LIBRO_SCRIVANIA_N, "SELECT count(*) FROM (SELECT DISTINCT f.cartella, " \
    "f.percorso " LIBRO_SCRIVANIA_SUO " LIMIT " SCRIVANIA_CONTA ")")	\
X(LIBRO_ENTE_SCRIVANIA, "SELECT " LIBRO_SCARTO_DETTO ", min(f.dal), "	\
    GIORNI("min(f.dal)") ", f.percorso, NULL, 0 " LIBRO_ENTE_DA("''")	\
    " GROUP BY f.percorso ORDER BY f.dal, f.percorso LIMIT "		\
    SCRIVANIA_RIGHE)							\
X(LIBRO_ENTE_SCRIVANIA_N, "SELECT count(*) FROM (SELECT DISTINCT f.percorso " \
    LIBRO_ENTE_DA("''") " LIMIT " SCRIVANIA_CONTA ")")			\
X(TORNATI_SCRIVANIA, "SELECT " LIBRO_CS ", v.data, " GIORNI("v.data")	\
    ", f.percorso, v.motivo, 0 " LIBRO_TORNATO				\
    " ORDER BY v.data, f.cartella, f.percorso LIMIT " SCRIVANIA_RIGHE)	\
X(TORNATI_SCRIVANIA_N, SCRIVANIA_QUANTE(LIBRO_TORNATO))			\
/* of one document ?1: no permission asked, for esamina */		\
X(LIBRO_PASSI, "SELECT p.ordine, p.chi, p.ruolo, p.obbligo, p.scopo, "	\
    "x.utente, x.per, x.ora, " PASSO_APERTO("f", "p") " "		\
    "FROM libro_documento f JOIN libro_passo p ON "			\
    LIBRO_REGOLA("f", "p") " LEFT JOIN libro_fatto x "			\
    "ON x.documento = f.documento AND x.impronta = f.impronta "		\
    "AND x.chi = p.chi AND x.ruolo = p.ruolo WHERE f.documento = ?1 "	\
    "ORDER BY p.ordine")						\
X(LIBRO_DOCUMENTO, "SELECT f.attende, f.impronta, v.utente, v.motivo, "	\
    "coalesce((SELECT lg.altri FROM libro_regola lg WHERE "		\
    LIBRO_REGOLA("f", "lg") "), 1) FROM libro_documento f "		\
    "LEFT JOIN libro_rinvio v ON v.documento = f.documento "		\
    "AND v.impronta = f.impronta WHERE f.documento = ?1")		\
/* the steps that name ?2, whether or not they are open */		\
X(LIBRO_PASSI_DI, "SELECT p.ordine, p.chi, p.ruolo, p.obbligo, p.scopo, " \
    PASSO_APERTO("f", "p") ", " PASSO_FATTO("f", "p") " "		\
    DI_DOCUMENTO " AND " PASSO_TOCCA("f", "p", "c", "?2")		\
    " AND (?3 = '' OR (" PASSO_DELEGABILE("p") " AND f.autore <> ?3)) "	\
    "ORDER BY p.ordine")						\
/* obligatory signatures that documents of folder ?1 below ?2 lack */	\
X(FIRME_MANCANTI, "SELECT f.percorso, p.chi, p.ruolo FROM libro_documento f " \
    "JOIN libro_passo p ON " LIBRO_REGOLA("f", "p")			\
    " WHERE f.cartella = ?1 AND f.percorso >= ?2 AND f.percorso <= ?3 "	\
    "AND f.attende = 1 AND p.obbligo = 1 AND NOT "			\
    PASSO_FATTO("f", "p") " ORDER BY f.percorso, p.ordine")		\
/* one of that type that all who must have signed, and are believed */	\
X(FIRMATO_INTERO, "SELECT 1 FROM libro_documento f WHERE f.cartella = ?1 " \
    "AND f.percorso >= ?2 || '/' AND f.percorso < ?2 || '0' "		\
    "AND f.tipo = ?3 AND EXISTS (SELECT 1 FROM libro_fatto x "		\
    "WHERE x.documento = f.documento AND x.impronta = f.impronta) "	\
    "AND NOT EXISTS (SELECT 1 FROM libro_passo p WHERE "		\
    LIBRO_REGOLA("f", "p") " AND p.obbligo = 1 AND NOT "		\
    PASSO_FATTO("f", "p") ") "						\
    "AND NOT " FIRMA_NON_CREDUTA("f") " LIMIT 1")					\
/* ?2: of what stands in ente; who signs that alone stands to no case */	\
X(RUOLO_FIRMA, "SELECT 1 FROM permesso WHERE ruolo = ?1 "		\
    "AND atto = 'firma' AND (?2 = 1 OR ambito <> 'registro') "		\
    "AND (?2 = 0 OR EXISTS (SELECT 1 FROM permesso s "			\
    "WHERE s.ruolo = ?1 AND s.atto = 'scarti')) LIMIT 1")		\
/* projections */							\
X(LIBRO_NON_ATTENDE, "UPDATE libro_documento SET attende = 0, aperto = 0 " \
    "WHERE cartella = 'ente' AND percorso = ?1")			\
X(LIBRO_PASSI_TOGLI, "DELETE FROM libro_passo")				\
X(LIBRO_REGOLE_TOGLI, "DELETE FROM libro_regola")			\
X(LIBRO_REGOLA_ADD, "INSERT INTO libro_regola VALUES (?1, ?2, ?3)")	\
X(LIBRO_PASSO_ADD, "INSERT INTO libro_passo VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7)")								\
X(LIBRO_DOCUMENTO_SET, "INSERT OR REPLACE INTO libro_documento VALUES (?1, " \
    "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, ?12)")		\
X(LIBRO_FATTO_ADD, "INSERT OR IGNORE INTO libro_fatto VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8)")							\
X(LIBRO_RINVIO_SET, "INSERT OR REPLACE INTO libro_rinvio VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6, ?7)")							\
X(LIBRO_DAL, "UPDATE libro_documento SET dal = ?3 WHERE documento = ?1 "	\
    "AND impronta = ?2")						\
X(LIBRO_RICALCOLA, "UPDATE libro_documento AS f SET aperto = "		\
    LIBRO_APERTO("f") " WHERE f.documento = ?1")			\
X(LIBRO_RICALCOLA_TUTTO, "UPDATE libro_documento AS f SET aperto = "	\
    LIBRO_APERTO("f"))

#endif

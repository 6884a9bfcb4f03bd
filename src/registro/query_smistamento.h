/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_smistamento.h - where registrations go, who takes them in charge or
 * gives them back.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_SMISTAMENTO_H
#define REGISTRO_QUERY_SMISTAMENTO_H

/* Of the user's offices only, when ?3 names one. */
#define DEI_SUOI_UFFICI							\
	"(?3 IS NULL OR EXISTS (SELECT 1 FROM utente_ufficio q "		\
	"WHERE q.utente = ?3 AND q.ufficio = s.ufficio))"

/* To a whole office; or to somebody who is no longer of it, or in service: then
 * it is the office's, lest it wait for nobody. */
#define SENZA_PERSONA(t)							\
	"(" t ".utente = '' OR NOT EXISTS (SELECT 1 FROM utente_ufficio q " \
	"JOIN utente z ON z.codice = q.utente AND z.attivo = 1 "	\
	"WHERE q.utente = " t ".utente AND q.ufficio = " t ".ufficio))"

/* What the declaration of ?chi, of the same office, is about: all that is for
 * competence; to know, what is not a colleague's. */
#define VISTA_DA(t, chi)							\
	t ".stato = 'smistato' AND (" t ".titolo = 'competenza' "	\
	"OR " t ".utente = " chi " OR " SENZA_PERSONA(t) ")"

/* For competence, power p may act on s. */
#define SUA(p, s)							\
	"(" s ".utente = ?1 OR (" p ".ambito IN ('ufficio', 'tutti') "	\
	"AND " SENZA_PERSONA(s) "))"

/* Who did it, when it was not who answers for it. */
#define PER_MANO_DI							\
	"(SELECT k.operatore FROM catena k WHERE k.seq = s.seq "		\
	"AND k.per IS NOT NULL)"

#define QUERY_SMISTAMENTO(X)						\
X(SEGUITI, "SELECT count(DISTINCT ordine) FROM smistamento "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(VISIONI, "SELECT count(*) FROM presa_visione WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(PASSI_DI, "SELECT count(*) FROM passo WHERE anno = ?1 AND numero = ?2 " \
    "AND che = ?3")							\
X(ANNULLATA_ORA, "SELECT annullata FROM protocollo WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(VISIONE_DI, "SELECT 1 FROM presa_visione WHERE anno = ?1 "		\
    "AND numero = ?2 AND utente = ?3")					\
X(VISIONE_SERVE, "SELECT 1 FROM smistamento s JOIN utente_ufficio u "	\
    "ON u.ufficio = s.ufficio AND u.utente = ?3 WHERE s.anno = ?1 "	\
    "AND s.numero = ?2 AND " VISTA_DA("s", "?3"))			\
/* the first office of a user, of those in force */			\
X(SMISTATA_A, "SELECT s.ufficio FROM destinazione s JOIN utente_ufficio u " \
    "ON u.ufficio = s.ufficio WHERE s.anno = ?1 AND s.numero = ?2 "	\
    "AND u.utente = ?3 AND s.titolo = coalesce(?4, s.titolo) "		\
    "ORDER BY s.ordine, s.ufficio LIMIT 1")				\
X(UFFICI_DI, "SELECT DISTINCT s.ufficio FROM destinazione s "		\
    "JOIN utente_ufficio u ON u.ufficio = s.ufficio "			\
    "WHERE s.anno = ?1 AND s.numero = ?2 AND u.utente = ?3 "		\
    "ORDER BY s.ufficio")						\
X(COMPETENTE_VISTA, "SELECT s.ufficio FROM destinazione s "		\
    "JOIN utente_ufficio u ON u.ufficio = s.ufficio WHERE s.anno = ?1 "	\
    "AND s.numero = ?2 AND u.utente = ?3 AND s.titolo = 'competenza' "	\
    "AND s.stato <> 'smistato' ORDER BY s.ordine, s.ufficio LIMIT 1")	\
/* what the user may take in charge or give back: own first, open first */ \
X(DESTINAZIONE_MIA, "SELECT s.ordine, s.ufficio, s.utente, s.stato "	\
    "FROM destinazione s JOIN utente_ufficio u ON u.ufficio = s.ufficio " \
    "AND u.utente = ?1 WHERE s.anno = ?3 AND s.numero = ?4 "		\
    "AND s.titolo = 'competenza' AND EXISTS (SELECT 1 FROM potere p "	\
    "WHERE p.utente = ?1 AND p.atto = ?2 AND " SUA("p", "s") ") "	\
    "ORDER BY CASE s.stato WHEN 'smistato' THEN 0 WHEN 'visto' THEN 0 "	\
    "WHEN 'preso-in-carico' THEN 1 WHEN 'fascicolato' THEN 1 ELSE 2 END, " \
    "s.utente = '', s.ordine, "						\
    "s.ufficio LIMIT 1")						\
X(DESTINATARIO_DI, "SELECT DISTINCT s.utente FROM destinazione s "	\
    "JOIN utente_ufficio u ON u.ufficio = s.ufficio AND u.utente = ?3 "	\
    "WHERE s.anno = ?1 AND s.numero = ?2 AND s.titolo = 'competenza' "	\
    "AND s.utente <> '' ORDER BY s.utente LIMIT 1")			\
X(GIA_DESTINATA, "SELECT 1 FROM destinazione WHERE anno = ?1 "		\
    "AND numero = ?2 AND ufficio = ?3 AND utente = ?4 "			\
    "AND titolo IN (?5, 'competenza')")					\
X(COMPETENTI, "SELECT count(*) FROM destinazione WHERE anno = ?1 "	\
    "AND numero = ?2 AND titolo = 'competenza'")			\
X(IN_CARICO, "SELECT count(*) FROM destinazione WHERE anno = ?1 "	\
    "AND numero = ?2 AND stato IN ('preso-in-carico', 'fascicolato')")	\
X(ULTIMA_PRESA, "SELECT utente, ora FROM passo WHERE anno = ?1 "	\
    "AND numero = ?2 AND che = 'presa-in-carico' AND smistamento = ?3 "	\
    "AND ufficio = ?4 AND destinatario = ?5 ORDER BY ordine DESC LIMIT 1") \
/* the course of a registration, as it is shown */			\
X(SMISTAMENTI, "SELECT s.ufficio, u.denominazione, s.titolo, s.utente, " \
    "s.stato, s.dal FROM smistamento s LEFT JOIN ufficio u "		\
    "ON u.codice = s.ufficio WHERE s.anno = ?1 AND s.numero = ?2 AND "	\
    DEI_SUOI_UFFICI " ORDER BY s.ordine, s.ufficio, s.utente")		\
X(PRESE, "SELECT s.utente, s.ora, " PER_MANO_DI " FROM presa_visione s "	\
    "WHERE s.anno = ?1 AND s.numero = ?2 ORDER BY s.ordine")		\
X(PASSI, "SELECT s.che, s.ufficio, s.utente, s.ora, s.motivo, "		\
    PER_MANO_DI " FROM passo s WHERE s.anno = ?1 AND s.numero = ?2 AND " \
    DEI_SUOI_UFFICI " ORDER BY s.seq, s.che, s.ordine")			\
/* projections */							\
X(SMISTAMENTO_ADD, "INSERT INTO smistamento VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "'smistato', ?7, ?8)")						\
X(SMISTAMENTI_SOSTITUISCI, "UPDATE smistamento SET stato = 'sostituito', " \
    "dal = ?3 WHERE anno = ?1 AND numero = ?2 "				\
    "AND stato NOT IN ('rifiutato', 'sostituito')")			\
/* who is competent has still to act: for him it waits since it was sent */ \
X(SMISTAMENTO_VISTO, "UPDATE smistamento SET stato = 'visto', "		\
    "dal = CASE titolo WHEN 'competenza' THEN dal ELSE ?5 END "		\
    "WHERE anno = ?1 AND numero = ?2 AND ufficio = ?3 "			\
    "AND " VISTA_DA("smistamento", "?4"))				\
X(SMISTAMENTO_PRESO, "UPDATE smistamento SET stato = CASE WHEN EXISTS "	\
    "(SELECT 1 FROM accesso a WHERE a.protocollo_anno = ?1 "		\
    "AND a.protocollo_numero = ?2) THEN 'assegnato' "			\
    "ELSE 'preso-in-carico' END, dal = ?6 WHERE anno = ?1 "		\
    "AND numero = ?2 AND ordine = ?3 AND ufficio = ?4 AND utente = ?5")	\
X(SMISTAMENTO_RIFIUTATO, "UPDATE smistamento SET stato = 'rifiutato', "	\
    "dal = ?6 WHERE anno = ?1 AND numero = ?2 AND ordine = ?3 "		\
    "AND ufficio = ?4 AND utente = ?5")					\
/* an accesso is born: for whoever saw it, took it or had it assigned */ \
X(SMISTAMENTO_ASSEGNATO, "UPDATE smistamento SET stato = 'assegnato', "	\
    "dal = ?4 WHERE anno = ?1 AND numero = ?2 AND titolo = 'competenza' " \
    "AND (stato IN ('visto', 'preso-in-carico', 'fascicolato') "	\
    "OR (stato = 'smistato' AND ufficio = ?3))")			\
/* taken in charge and filed, nothing waits any longer; taken out, it does */ \
X(SMISTAMENTO_FASCICOLATO, "UPDATE smistamento SET stato = CASE WHEN EXISTS " \
    "(SELECT 1 FROM fascicolo_documento d WHERE d.protocollo_anno = ?1 " \
    "AND d.protocollo_numero = ?2) THEN 'fascicolato' "			\
    "ELSE 'preso-in-carico' END WHERE anno = ?1 AND numero = ?2 "	\
    "AND titolo = 'competenza' "					\
    "AND stato IN ('preso-in-carico', 'fascicolato')")			\
X(PASSO_ADD, "INSERT INTO passo VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, " \
    "?10, ?11)")							\
X(PRESA_ADD, "INSERT INTO presa_visione VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
X(ATTESA_METTI, "INSERT OR REPLACE INTO attesa VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
X(ATTESA_TOGLI, "DELETE FROM attesa WHERE che = ?1 AND anno = ?2 "	\
    "AND numero = ?3")							\
/* sent to each of its addressees */					\
X(SPEDITA_A_TUTTI, "SELECT (SELECT count(*) FROM parte WHERE anno = ?1 " \
    "AND numero = ?2 AND parte = 'destinatario') <= (SELECT count(*) "	\
    "FROM invio WHERE anno = ?1 AND numero = ?2)")

#endif

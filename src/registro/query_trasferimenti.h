/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_trasferimenti.h - other bodies and their keys; transfers of cases.
 * User ?1 who does ?2; internal to registro/.
 *
 * A transfer of a cartella of ours is told to who sees that cartella by that
 * very act; what another body offers, of which there is no cartella yet, to who
 * has the act.
 */
#ifndef REGISTRO_QUERY_TRASFERIMENTI_H
#define REGISTRO_QUERY_TRASFERIMENTI_H

#include "registro/query_legami.h"
#include "registro/query_scrivania.h"

#define TRASFERIMENTI_RIGHE "50"

#define ENTE_COLONNE							\
	"SELECT e.codice_ipa, e.denominazione, e.chiave, e.algoritmo, "	\
	"e.identita, e.verificata, e.nota, e.arruolato, e.revocato, "	\
	"e.motivo, e.ordine FROM altro_ente e "
#define ENTE_ULTIMO							\
	"e.ordine = (SELECT max(x.ordine) FROM altro_ente x "		\
	"WHERE x.codice = e.codice) "

#define HA_ATTO								\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2)"
/* Ours, table aliased c, joined by number. */
#define DEL_TRASFERIMENTO						\
	"LEFT JOIN cartella c ON c.anno = t.anno AND c.numero = t.numero "
/* Also closed to the hand ?3 that acts in his name ('': his own). */
#define VEDE_TRASFERIMENTO						\
	"iif(t.anno IS NULL, " HA_ATTO ", " VEDE_CASO			\
	" AND (?3 = '' OR NOT " CHIUSO_A("c", "?3") "))"
#define TRASFERIMENTO_COLONNE						\
	"SELECT t.id, t.caso, t.verso, t.ente, t.stato, t.riferimento, "	\
	"t.motivo, t.offerta, t.scade, t.pacchetto, t.finale, "		\
	"t.protocollo, t.perche, t.dal, t.scade < oggi(), t.seq, "		\
	"(SELECT e.denominazione FROM altro_ente e WHERE "		\
	"e.codice = lower(t.ente) AND " ENTE_ULTIMO ") FROM trasferimento t " \
	DEL_TRASFERIMENTO

/* ---- what waits ---- */

#define TRASFERIMENTI_FERMI(quali)					\
	"FROM trasferimento t " DEL_TRASFERIMENTO "WHERE " quali
#define TRASFERIMENTI_PRIME(quali, testo)				\
	"SELECT iif(t.verso = 'uscita', t.riferimento, t.id), t.dal, "	\
	GIORNI("t.dal") ", " testo ", "					\
	"iif(t.scade < oggi(), 'scaduta', 'entro') || ' il ' || t.scade, 0 " \
	TRASFERIMENTI_FERMI(quali) " ORDER BY t.seq LIMIT " SCRIVANIA_RIGHE
#define OFFERTE_ARRIVATE "t.stato = 'pervenuta' AND " HA_ATTO
#define DA_RILASCIARE							\
	"t.stato = 'accettata' AND t.scade >= oggi() AND " VEDE_CASO
#define OFFERTE_SCADUTE							\
	"t.stato IN ('offerta', 'accettata') AND t.scade < oggi() AND "	\
	VEDE_CASO

#define QUERY_TRASFERIMENTI(X)						\
X(ALTRO_ENTE, ENTE_COLONNE "WHERE e.codice = ?1 "			\
    "ORDER BY e.ordine DESC LIMIT 1")					\
X(ALTRO_ENTE_TUTTO, ENTE_COLONNE "WHERE e.codice = ?1 "			\
    "ORDER BY e.ordine DESC")						\
X(ALTRI_ENTI, ENTE_COLONNE "WHERE " ENTE_ULTIMO "ORDER BY e.codice")	\
X(CHIAVE_ALTRUI, "SELECT codice_ipa, revocato FROM altro_ente "		\
    "WHERE chiave = ?1 ORDER BY revocato IS NULL, ordine DESC LIMIT 1")	\
X(CARTE_TRASFERIMENTO, "SELECT ordine, nostra, giorno, trasferimento, "	\
    "tipo FROM carta_trasferimento WHERE caso = ?1 ORDER BY ordine")	\
X(CARTE_DELL_ATTO, "SELECT trasferimento, tipo, nostra FROM "		\
    "carta_trasferimento WHERE seq = ?1 ORDER BY ordine")		\
X(TRASFERIMENTO_CASO, "SELECT caso FROM trasferimento WHERE id = ?1")	\
X(CASO_DELLA_CARTELLA, "SELECT caso FROM caso_trasferito "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(CARTELLA_DEL_CASO, "SELECT anno, numero FROM caso_trasferito "		\
    "WHERE caso = ?1 ORDER BY seq DESC, anno DESC, numero DESC LIMIT 1")	\
X(TRASFERIMENTI_APERTI, TRASFERIMENTO_COLONNE "WHERE t.stato IN "	\
    "('offerta', 'accettata', 'pervenuta', 'impegnata') AND ?4 = ?4 AND " \
    VEDE_TRASFERIMENTO " ORDER BY t.seq DESC LIMIT " TRASFERIMENTI_RIGHE) \
X(TRASFERIMENTI_TUTTI, TRASFERIMENTO_COLONNE "WHERE t.seq < ?4 AND "	\
    VEDE_TRASFERIMENTO " ORDER BY t.seq DESC LIMIT " TRASFERIMENTI_RIGHE) \
X(TRASFERIMENTO_UNO, TRASFERIMENTO_COLONNE "WHERE t.id = ?4 AND "	\
    VEDE_TRASFERIMENTO)							\
/* packages that may have to be handed over once more */		\
X(CONSEGNE, "SELECT coalesce(t.finale, t.pacchetto) FROM trasferimento t " \
    "WHERE t.verso = 'uscita' AND t.stato IN ('offerta', 'rilasciata') "	\
    "AND NOT EXISTS (SELECT 1 FROM espunto e WHERE e.cartella = "	\
    "printf('cartelle/%d/%07d', t.anno, t.numero) AND e.seq > t.seq) "	\
    "AND NOT EXISTS (SELECT 1 FROM trasferimento y WHERE "		\
    "y.caso = t.caso AND y.stato = 'ricevuta' AND y.seq > t.seq)")	\
X(OFFERTE_ARRIVATE_Q, TRASFERIMENTI_PRIME(OFFERTE_ARRIVATE,		\
    "'offerta di ' || t.ente"))						\
X(OFFERTE_ARRIVATE_N, SCRIVANIA_QUANTE(TRASFERIMENTI_FERMI(		\
    OFFERTE_ARRIVATE)))							\
X(DA_RILASCIARE_Q, TRASFERIMENTI_PRIME(DA_RILASCIARE,			\
    "'accettata da ' || t.ente"))					\
X(DA_RILASCIARE_N, SCRIVANIA_QUANTE(TRASFERIMENTI_FERMI(DA_RILASCIARE)))	\
X(OFFERTE_SCADUTE_Q, TRASFERIMENTI_PRIME(OFFERTE_SCADUTE,		\
    "'offerta a ' || t.ente"))						\
X(OFFERTE_SCADUTE_N, SCRIVANIA_QUANTE(TRASFERIMENTI_FERMI(		\
    OFFERTE_SCADUTE)))							\
/* projections */							\
X(ALTRO_ENTE_ADD, "INSERT INTO altro_ente VALUES (?1, ?2, ?3, ?4, ?5, "	\
    "?6, ?7, ?8, ?9, ?10, NULL, NULL, ?11)")				\
X(ALTRO_ENTE_REVOCA, "UPDATE altro_ente SET revocato = ?3, motivo = ?4 "	\
    "WHERE codice = ?1 AND chiave = ?2")				\
X(CARTA_TRASFERIMENTO_ADD, "INSERT INTO carta_trasferimento "		\
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")				\
X(TRASFERIMENTO_ADD, "INSERT INTO trasferimento VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, NULL, NULL, NULL, ?10, ?13)")	\
X(TRASFERIMENTO_SET, "UPDATE trasferimento SET stato = ?2, "		\
    "finale = coalesce(?3, finale), protocollo = coalesce(?4, protocollo), " \
    "perche = coalesce(?5, perche), dal = ?6, seq = ?7 WHERE id = ?1")	\
X(CASO_TRASFERITO_ADD, "INSERT INTO caso_trasferito "			\
    "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")

#endif

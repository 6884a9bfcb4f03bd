/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_conservazione.h - how long what is closed is kept; holds; what was
 * handed over.  User ?1 who does ?2; internal to registro/.
 *
 * Who sees a case by that very act is told its class, its days and that it is
 * held; what a hold says he reads as a document of the case.  An accesso that
 * became a cartella is kept, and goes, with it: livello 2 of accesso_ora.
 */
#ifndef REGISTRO_QUERY_CONSERVAZIONE_H
#define REGISTRO_QUERY_CONSERVAZIONE_H

#include "registro/query_fascicoli.h"
#include "registro/query_legami.h"
#include "registro/query_scrivania.h"

#define CONSERVAZIONE_RIGHE "51"	/* a page, and one more */
#define DEPOSITO_RIGHE "3001"		/* a list, and one too many */

#define CONSERVATA(k, c)						\
	k ".anno = " c ".anno AND " k ".numero = " c ".numero"

/* Also closed to the hand ?3 that acts in his name ('': his own). */
#define CONSERVA_CS							\
	"(" VEDE_CASO " AND (?3 = '' OR NOT " CHIUSO_A("c", "?3") "))"
/* Who keeps what is closed is told of a sealed one that it is there: number,
 * class, days, pieces, and no reason that tells of somebody. */
#define CONSERVA_SAGOMA_CS						\
	"(" CONSERVA_CS " OR (c.stato = 'chiuso' AND EXISTS (SELECT 1 "	\
	"FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 "		\
	"AND p.ambito = 'chiuse') AND NOT " IN_CONFLITTO("c", "?1")	\
	" AND NOT " IN_CONFLITTO("c", "?3") "))"
#define SOLO_SAGOMA_CS	"(NOT " CONSERVA_CS ")"
#define CONSERVA_FA "(?3 = ?3 AND " VEDE_FASCICOLO ")"

/* What became a cartella is kept with it. */
#define CONSERVA_AC CONSERVA_CS
#define CONSERVA_SAGOMA_AC CONSERVA_SAGOMA_CS
#define SOLO_SAGOMA_AC SOLO_SAGOMA_CS

/* Handed over since it was last closed. */
#define DEPOSITATA(d, serie_, chiusa)					\
	d ".serie = '" serie_ "' AND " CONSERVATA(d, "c")		\
	" AND " d ".chiuso = c." chiusa

/* Hold b is of c; of a cartella, also that of the accesso it was born of. */
#define BLOCCO_CS							\
	"((b.serie = 'CS' AND " CONSERVATA("b", "c") ") OR (b.serie = 'AC' " \
	"AND b.anno = c.accesso_anno AND b.numero = c.accesso_numero))"
#define BLOCCO_AC "b.serie = 'AC' AND " CONSERVATA("b", "c")
#define BLOCCO_FA "b.serie = 'FA' AND " CONSERVATA("b", "c")
#define BLOCCATA(di)							\
	"EXISTS (SELECT 1 FROM blocco b WHERE " di " AND b.fino IS NULL)"

/* solo: he is told no more than the outline */
#define CONSERVAZIONE_COLONNE(di, chiusa, solo)				\
	"SELECT c.anno, c.numero, c.classifica, c." chiusa ", k.esito, "	\
	"k.scade, iif(" solo ", NULL, k.perche), k.scade < oggi(), "	\
	BLOCCATA(di) ", d.elenco, d.data, d.luogo, d.scaffale, "		\
	"d.pezzi, " solo " "
#define CON_DEPOSITO(serie_, chiusa)					\
	" LEFT JOIN deposito d ON " DEPOSITATA("d", serie_, chiusa)	\
	" AND d.elenco = (SELECT max(y.elenco) FROM deposito y WHERE "	\
	DEPOSITATA("y", serie_, chiusa) ") "

/* ?4 filter, ?5 ?6 behind this number */
#define CONSERVAZIONE_TALI(di)						\
	"(?4 = 'tutti' OR (?4 = 'scaduti' AND k.scade < oggi()) "	\
	"OR (?4 = 'permanenti' AND k.esito = 'permanente') "		\
	"OR (?4 = 'da-calcolare' AND k.esito = 'da-calcolare') "		\
	"OR (?4 = 'in-blocco' AND " BLOCCATA(di) ") "			\
	"OR (?4 = 'da-depositare' AND d.elenco IS NULL))"
#define CONSERVAZIONE_LISTA(serie_, di, tabella, chiusa, solo, vede)	\
	CONSERVAZIONE_COLONNE(di, chiusa, solo)				\
	"FROM conservazione k JOIN " tabella " c ON " CONSERVATA("c", "k") \
	CON_DEPOSITO(serie_, chiusa)					\
	"WHERE k.serie = '" serie_ "' AND (k.anno, k.numero) > (?5, ?6) " \
	"AND " CONSERVAZIONE_TALI(di) " AND " vede			\
	" ORDER BY k.anno, k.numero LIMIT " CONSERVAZIONE_RIGHE
/* ?4 ?5: this one */
#define CONSERVAZIONE_UNA(serie_, di, tabella, chiusa, solo, vede)	\
	CONSERVAZIONE_COLONNE(di, chiusa, solo)				\
	"FROM " tabella " c LEFT JOIN conservazione k "			\
	"ON k.serie = '" serie_ "' AND " CONSERVATA("k", "c")		\
	CON_DEPOSITO(serie_, chiusa)					\
	"WHERE c.anno = ?4 AND c.numero = ?5 AND " vede
#define BLOCCHI_DI(serie_, di, tabella, vede)				\
	"SELECT b.percorso, b.motivo, b.estremi, b.protocollo, b.dal, "	\
	"b.rivedere, b.rivedere < oggi(), CASE WHEN b.serie <> '" serie_ "' "	\
	"THEN printf('%s-%d-%07d', b.serie, b.anno, b.numero) END "	\
	"FROM " tabella " c "						\
	"JOIN blocco b ON " di						\
	" WHERE c.anno = ?4 AND c.numero = ?5 AND b.fino IS NULL AND "	\
	vede " ORDER BY b.cartella DESC, b.percorso"
/* ?4 year of the closing */
#define DA_DEPOSITARE(serie_, tabella, chiusa, vede)			\
	"SELECT c.anno, c.numero, c.classifica, c." chiusa " FROM " tabella \
	" c WHERE c." chiusa " BETWEEN printf('%04d-01-01', ?4) "	\
	"AND printf('%04d-12-31', ?4) AND NOT EXISTS (SELECT 1 "		\
	"FROM deposito y WHERE " DEPOSITATA("y", serie_, chiusa) ") AND "	\
	vede " ORDER BY c.anno, c.numero LIMIT " DEPOSITO_RIGHE
/* ?4 list: what was handed over with it */
#define DEPOSITATE_CON(serie_, tabella, solo, vede)			\
	"SELECT '" serie_ "', c.anno, c.numero, c.classifica, d.chiuso, "	\
	"d.luogo, d.scaffale, d.pezzi, d.data, " DISTRUTTA(serie_, "c")	\
	", " solo " FROM deposito d JOIN " tabella " c ON " CONSERVATA("c", "d")	\
	" WHERE d.elenco = ?4 AND d.serie = '" serie_ "' AND " vede
#define DA_SOLO "c.livello = 1 AND " CONSERVA_FA

/* Holds to be looked at again within thirty days, of what he may hold. */
#define BLOCCHI_SCADENTI						\
	"FROM blocco b WHERE b.fino IS NULL "				\
	"AND b.rivedere <= date(oggi(), '+30 days') "			\
	"AND CASE b.serie WHEN 'CS' THEN EXISTS (SELECT 1 FROM cartella c " \
	"WHERE " CONSERVATA("c", "b") " AND " VEDE_CASO " AND "		\
	VEDE_TIPO_DI("'blocco'", "c") ") WHEN 'AC' THEN EXISTS (SELECT 1 " \
	"FROM accesso c WHERE " CONSERVATA("c", "b") " AND " VEDE_CASO	\
	" AND " VEDE_TIPO_DI("'blocco'", "c") ") ELSE EXISTS (SELECT 1 "	\
	"FROM fascicolo_ora c WHERE " CONSERVATA("c", "b") " AND "	\
	VEDE_FASCICOLO ") END"

#define DISTRUTTA(serie_, c)						\
	"EXISTS (SELECT 1 FROM scartato x WHERE x.serie = '" serie_ "' "	\
	"AND " CONSERVATA("x", c) ")"

/* Facts of the cartella or accesso (?1, ?2), folder ?3. */
#define PERSONE_DI "FROM persona p WHERE p.serie = c.serie "		\
	"AND p.anno = c.anno AND p.numero = c.numero"
/* Whom another paper of the case knows by birth, by the same name and for the
 * same relation, is known. */
#define SENZA_NASCITA PERSONE_DI " AND p.nascita IS NULL AND NOT EXISTS "	\
	"(SELECT 1 FROM persona q WHERE q.serie = c.serie AND q.anno = c.anno " \
	"AND q.numero = c.numero AND q.ruolo = p.ruolo "			\
	"AND q.cognome = p.cognome AND q.nome = p.nome "			\
	"AND q.nascita IS NOT NULL)"
#define MISURE_DI "FROM misura_giudice m WHERE m.cartella = ?3"
/* The last day of measure m: its own, or what another order says. */
#define FINE_MISURA							\
	"coalesce(m.al, (SELECT max(x.giorno) FROM misura_cessata x "	\
	"WHERE x.cartella = m.cartella AND x.percorso = m.percorso))"
#define FATTI_DEL_CASO							\
	"(SELECT count(*) " PERSONE_DI "), (SELECT count(*) " SENZA_NASCITA "), " \
	"(SELECT max(p.nascita) " PERSONE_DI "), (SELECT count(*) " MISURE_DI \
	"), (SELECT count(*) " MISURE_DI " AND " FINE_MISURA " IS NULL), "	\
	"(SELECT max(" FINE_MISURA ") " MISURE_DI "), "
#define ULTIMA_REGISTRAZIONE(serie_, f)					\
	"(SELECT max(substr(r.ora, 1, 10)) FROM fascicolo_documento d "	\
	"JOIN registrazione r ON r.anno = d.protocollo_anno "		\
	"AND r.numero = d.protocollo_numero WHERE d.serie = '" serie_ "' " \
	"AND d.anno = " f ".anno AND d.numero = " f ".numero)"

#define QUERY_CONSERVAZIONE(X)						\
X(MASSIMARIO_ADD, "INSERT INTO tabella_massimario VALUES (?1, ?2, ?3)")	\
X(MASSIMARIO_ULTIMO, "SELECT impronta, seq FROM tabella_massimario "	\
    "WHERE seq = (SELECT max(seq) FROM tabella_massimario)")		\
X(MASSIMARIO_TESTO, "SELECT testo FROM tabella_massimario "		\
    "WHERE seq = ?1")							\
X(VOCE_NOTA, "SELECT NOT EXISTS (SELECT 1 FROM titolario) OR EXISTS "	\
    "(SELECT 1 FROM titolario t JOIN voce v ON v.titolario = t.numero "	\
    "AND v.indice = ?1)")						\
X(CLASSI_IN_USO, "SELECT DISTINCT 'cartella', classifica, NULL "		\
    "FROM cartella UNION SELECT DISTINCT 'fascicolo', classifica, tipo "	\
    "FROM fascicolo WHERE livello = 1 UNION SELECT DISTINCT 'accesso', "	\
    "NULL, tipo FROM accesso_ora WHERE livello = 1 ORDER BY 1, 2, 3")	\
/* projections */							\
X(MISURA_SET, "INSERT OR REPLACE INTO misura_giudice VALUES (?1, ?2, ?3, ?4)") \
X(MISURA_TOGLI, "DELETE FROM misura_giudice WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(MISURA_CESSATA_ADD, "INSERT OR REPLACE INTO misura_cessata "		\
    "VALUES (?1, ?2, ?3, ?4, ?5)")					\
X(MISURE_CESSATE_TOGLI, "DELETE FROM misura_cessata WHERE cartella = ?1 "	\
    "AND da = ?2")							\
/* 1: measure ?2 of cartella ?1 has an end; 0: none is known */		\
X(MISURA_FINITA, "SELECT " FINE_MISURA " IS NOT NULL "			\
    "FROM misura_giudice m WHERE m.cartella = ?1 AND m.percorso = ?2")	\
X(BLOCCO_SET, "INSERT OR REPLACE INTO blocco VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11, ?12)")					\
X(DEPOSITO_ADD, "INSERT OR REPLACE INTO deposito VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9, ?10)")						\
X(CONSERVAZIONE_SET, "INSERT OR REPLACE INTO conservazione VALUES (?1, ?2, " \
    "?3, ?4, ?5, ?6, ?7, ?8)")						\
X(CONSERVAZIONE_TOGLI, "DELETE FROM conservazione WHERE serie = ?1 "	\
    "AND anno = ?2 AND numero = ?3")					\
X(CHIUSE_TUTTE, "SELECT 'CS', anno, numero FROM cartella "		\
    "WHERE chiusa > '' UNION ALL SELECT 'AC', anno, numero "		\
    "FROM accesso WHERE chiuso > '' UNION ALL SELECT 'FA', anno, numero "	\
    "FROM fascicolo WHERE chiuso > '' AND livello = 1")			\
/* of what was destroyed nothing is kept any more */			\
X(CHIUSA_CS, "SELECT c.chiusa FROM cartella c WHERE c.anno = ?1 "	\
    "AND c.numero = ?2 AND c.stato = 'chiuso' AND NOT "			\
    DISTRUTTA("CS", "c"))						\
X(CHIUSA_AC, "SELECT c.chiuso FROM accesso_ora c WHERE c.anno = ?1 "	\
    "AND c.numero = ?2 AND c.stato = 'chiuso' AND c.livello = 1 "		\
    "AND NOT " DISTRUTTA("AC", "c"))					\
X(CHIUSA_FA, "SELECT c.chiuso FROM fascicolo c WHERE c.anno = ?1 "	\
    "AND c.numero = ?2 AND c.livello = 1 AND NOT "			\
    DISTRUTTA("FA", "c"))						\
X(FATTI_CS, "SELECT c.classifica, NULL, " FATTI_DEL_CASO		\
    "nullif(max(coalesce(" ULTIMA_REGISTRAZIONE("CS", "c") ", ''), "	\
    "coalesce((SELECT max(" ULTIMA_REGISTRAZIONE("FA", "f") ") "		\
    "FROM fascicolo f WHERE f.cartella_anno = c.anno "			\
    "AND f.cartella_numero = c.numero), '')), '') "			\
    "FROM cartella c WHERE c.anno = ?1 AND c.numero = ?2")		\
X(FATTI_AC, "SELECT NULL, c.tipo, " FATTI_DEL_CASO			\
    "(SELECT substr(r.ora, 1, 10) FROM registrazione r "		\
    "WHERE r.anno = c.protocollo_anno "					\
    "AND r.numero = c.protocollo_numero) FROM accesso c "		\
    "WHERE c.anno = ?1 AND c.numero = ?2")				\
X(FATTI_FA, "SELECT c.classifica, c.tipo, 0, 0, NULL, 0, 0, NULL, "	\
    ULTIMA_REGISTRAZIONE("FA", "c") " FROM fascicolo c "			\
    "WHERE c.anno = ?1 AND c.numero = ?2 AND ?3 > ''")			\
/* types of document in a folder, and the day of the last one of each */	\
X(FATTI_TIPI, "SELECT d.tipo, max(substr(k.ora, 1, 10)) FROM attuale d "	\
    "JOIN catena k ON k.seq = d.seq WHERE d.cartella = ?1 "		\
    "GROUP BY d.tipo ORDER BY d.tipo")					\
/* what it is kept with */						\
X(CARTELLA_DI_FASCICOLO, "SELECT cartella_anno, cartella_numero FROM fascicolo " \
    "WHERE anno = ?1 AND numero = ?2 AND cartella_anno IS NOT NULL")	\
/* readings */								\
X(CONSERVAZIONE_CS, CONSERVAZIONE_LISTA("CS", BLOCCO_CS, "cartella",	\
    "chiusa", SOLO_SAGOMA_CS, CONSERVA_SAGOMA_CS))			\
X(CONSERVAZIONE_AC, CONSERVAZIONE_LISTA("AC", BLOCCO_AC, "accesso_ora",	\
    "chiuso", SOLO_SAGOMA_AC, CONSERVA_SAGOMA_AC))			\
X(CONSERVAZIONE_FA, CONSERVAZIONE_LISTA("FA", BLOCCO_FA,		\
    "fascicolo_ora", "chiuso", "0", CONSERVA_FA))			\
X(CONSERVAZIONE_UNA_CS, CONSERVAZIONE_UNA("CS", BLOCCO_CS, "cartella",	\
    "chiusa", SOLO_SAGOMA_CS, CONSERVA_SAGOMA_CS))			\
X(CONSERVAZIONE_UNA_AC, CONSERVAZIONE_UNA("AC", BLOCCO_AC,		\
    "accesso_ora", "chiuso", SOLO_SAGOMA_AC, CONSERVA_SAGOMA_AC))		\
X(CONSERVAZIONE_UNA_FA, CONSERVAZIONE_UNA("FA", BLOCCO_FA,		\
    "fascicolo_ora", "chiuso", "0", CONSERVA_FA))			\
X(BLOCCHI_CS, BLOCCHI_DI("CS", BLOCCO_CS, "cartella", CONSERVA_CS " AND "	\
    VEDE_TIPO_DI("'blocco'", "c")))					\
X(BLOCCHI_AC, BLOCCHI_DI("AC", BLOCCO_AC, "accesso", CONSERVA_AC " AND "	\
    VEDE_TIPO_DI("'blocco'", "c")))					\
X(BLOCCHI_FA, BLOCCHI_DI("FA", BLOCCO_FA, "fascicolo_ora", CONSERVA_FA))	\
X(DA_DEPOSITARE_CS, DA_DEPOSITARE("CS", "cartella", "chiusa",		\
    "c.stato = 'chiuso' AND NOT " DISTRUTTA("CS", "c") " AND "		\
    CONSERVA_SAGOMA_CS))						\
X(DA_DEPOSITARE_AC, DA_DEPOSITARE("AC", "accesso_ora", "chiuso",	\
    "c.livello = 1 AND c.stato = 'chiuso' AND c.classifica > '' AND NOT " \
    DISTRUTTA("AC", "c") " AND " CONSERVA_SAGOMA_AC))			\
X(DA_DEPOSITARE_FA, DA_DEPOSITARE("FA", "fascicolo_ora", "chiuso", DA_SOLO)) \
X(DEPOSITATE, DEPOSITATE_CON("CS", "cartella", SOLO_SAGOMA_CS,		\
    CONSERVA_SAGOMA_CS) " UNION ALL " DEPOSITATE_CON("AC",		\
    "accesso_ora", SOLO_SAGOMA_AC, CONSERVA_SAGOMA_AC) " UNION ALL "	\
    DEPOSITATE_CON("FA", "fascicolo_ora", "0", CONSERVA_FA)		\
    " ORDER BY 1, 2, 3")						\
/* the scrivania */							\
X(BLOCCHI_SCRIVANIA, "SELECT printf('%s-%d-%07d', b.serie, b.anno, "	\
    "b.numero), b.dal, " GIORNI("b.dal") ", b.motivo, 'blocco ' || "	\
    "CAST(substr(b.percorso, 9, 4) AS INTEGER) || ', da rivedere entro il ' || " \
    "substr(b.rivedere, 9, 2) || '/' || substr(b.rivedere, 6, 2) || '/' " \
    "|| substr(b.rivedere, 1, 4), 0 " BLOCCHI_SCADENTI			\
    " ORDER BY b.rivedere, b.cartella, b.percorso LIMIT "		\
    SCRIVANIA_RIGHE)							\
X(BLOCCHI_SCRIVANIA_N, SCRIVANIA_QUANTE(BLOCCHI_SCADENTI))

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_scarti.h - what may be destroyed, the lists of it, what was.  User ?1
 * who does ?2, by the hand ?3; internal to registro/.
 */
#ifndef REGISTRO_QUERY_SCARTI_H
#define REGISTRO_QUERY_SCARTI_H

#include "registro/query_conservazione.h"

/* serie_: an expression */
#define SCARTATO_DI(serie_, c)						\
	"EXISTS (SELECT 1 FROM scartato x WHERE x.serie = " serie_ " "	\
	"AND x.anno = " c ".anno AND x.numero = " c ".numero)"

/* The day on which it was destroyed; NULL: it was not. */
#define SCARTATO_IL(serie_, c)						\
	"(SELECT x.data FROM scartato x WHERE x.serie = '" serie_ "' "	\
	"AND x.anno = " c ".anno AND x.numero = " c ".numero)"

/* Row v was destroyed, and with its own list. */
#define SCARTO_ANDATA							\
	"EXISTS (SELECT 1 FROM scartato x WHERE x.elenco = v.elenco "	\
	"AND x.voce = v.voce)"
/* Rows of list e that nothing has taken out and that still stand. */
#define SCARTO_RIMASTE							\
	"EXISTS (SELECT 1 FROM scarto_voce v WHERE v.elenco = e.numero "	\
	"AND v.escluso IS NULL AND NOT " SCARTO_ANDATA ")"
/* Withdrawn, and the Soprintendenza, who was asked, was not told; a request
 * that was annulled before it was sent did not ask her. */
#define SCARTO_DA_DIRE							\
	"e.ritirato IS NOT NULL AND e.richiesta IS NOT NULL "		\
	"AND e.concluso IS NULL AND NOT EXISTS (SELECT 1 "		\
	"FROM annullamento z WHERE z.anno = CAST(substr(e.richiesta, 9) "	\
	"AS INTEGER) AND z.numero = CAST(substr(e.richiesta, 1, 7) "	\
	"AS INTEGER) AND z.inoltrata = 0)"
/* Rows of list e that the Ministero dell'interno authorises too. */
#define SCARTO_DEL_MINISTERO						\
	"EXISTS (SELECT 1 FROM scarto_voce v WHERE v.elenco = e.numero "	\
	"AND v.escluso IS NULL AND v.riservata IS NOT NULL)"
#define SCARTO_STATO							\
	"CASE WHEN e.ritirato IS NOT NULL THEN iif(" SCARTO_DA_DIRE ", "	\
	"'ritiro-da-comunicare', 'ritirato') "				\
	"WHEN e.concluso IS NOT NULL THEN 'concluso' "			\
	"WHEN e.esito = 'negato' THEN 'negato' "			\
	"WHEN e.verbale IS NOT NULL THEN 'verbalizzato' "		\
	"WHEN e.esito IS NOT NULL THEN iif(NOT " SCARTO_RIMASTE ", "	\
	"'distrutto', iif(EXISTS (SELECT 1 FROM scartato y "		\
	"WHERE y.elenco = e.numero), 'in-corso', 'autorizzato')) "	\
	"WHEN e.sospesa IS NOT NULL THEN 'sospeso' "			\
	"WHEN e.richiesta IS NOT NULL THEN 'richiesto' "		\
	"ELSE 'proposto' END"

/* The list in which it waits; NULL: none. */
#define SCARTO_ATTESO(serie_, c)					\
	"(SELECT min(v.elenco) FROM scarto_voce v JOIN scarto_elenco e "	\
	"ON e.numero = v.elenco WHERE v.serie = " serie_ " "		\
	"AND v.anno = " c ".anno AND v.numero = " c ".numero "		\
	"AND v.escluso IS NULL AND e.esito IS NOT 'negato' "		\
	"AND e.verbale IS NULL AND e.concluso IS NULL "			\
	"AND e.ritirato IS NULL AND NOT " SCARTO_ANDATA ")"

/* Another body was offered it, and has not said no; or offers it back to us. */
#define SCARTO_IN_VIAGGIO(serie_)					\
	"('" serie_ "' = 'CS' AND EXISTS (SELECT 1 FROM trasferimento xt " \
	"WHERE xt.verso = 'uscita' AND xt.anno = c.anno "		\
	"AND xt.numero = c.numero AND xt.stato IN ('offerta', "		\
	"'accettata') UNION ALL SELECT 1 FROM caso_trasferito xc "	\
	"JOIN trasferimento xt ON xt.caso = xc.caso "			\
	"WHERE xc.anno = c.anno AND xc.numero = c.numero "		\
	"AND xt.stato IN ('pervenuta', 'impegnata')))"
#define SCARTABILE(serie_, di, chiusa, aperta, tipo, livello, solo)	\
	"SELECT c.anno, c.numero, c.classifica, c." aperta ", c." chiusa ", " \
	"k.esito, k.scade, iif(" solo ", NULL, k.perche), "		\
	"coalesce(k.scade < oggi(), 0), "				\
	BLOCCATA(di) ", d.elenco, d.luogo, d.pezzi, "			\
	SCARTO_ATTESO("'" serie_ "'", "c") ", "				\
	SCARTATO_DI("'" serie_ "'", "c") ", " tipo ", " livello ", "	\
	SCARTO_IN_VIAGGIO(serie_) ", coalesce(k.da_confermare, 0) "
#define SCARTABILE_CS							\
	SCARTABILE("CS", BLOCCO_CS, "chiusa", "aperta", "NULL", "1",	\
	SOLO_SAGOMA_CS)
#define SCARTABILE_AC							\
	SCARTABILE("AC", BLOCCO_AC, "chiuso", "aperto", "c.tipo",	\
	"c.livello", SOLO_SAGOMA_AC)
#define SCARTABILE_FA							\
	SCARTABILE("FA", BLOCCO_FA, "chiuso", "aperto", "c.tipo",	\
	"c.livello", "0")

/* ?4 ?5: this one */
#define SCARTABILE_UNO(colonne, serie_, tabella, chiusa, vede)		\
	colonne "FROM " tabella " c LEFT JOIN conservazione k "		\
	"ON k.serie = '" serie_ "' AND " CONSERVATA("k", "c")		\
	CON_DEPOSITO(serie_, chiusa)					\
	"WHERE c.anno = ?4 AND c.numero = ?5 AND " vede
/* ?4: of this class, or below it; NULL: any */
#define SCARTABILI_TUTTI(colonne, serie_, di, tabella, chiusa, vede)	\
	colonne "FROM conservazione k JOIN " tabella " c ON "		\
	CONSERVATA("c", "k") CON_DEPOSITO(serie_, chiusa)		\
	"WHERE k.serie = '" serie_ "' AND k.esito = 'scade' "		\
	"AND k.scade < oggi() AND d.elenco IS NOT NULL "		\
	"AND NOT " BLOCCATA(di) " AND "					\
	SCARTO_ATTESO("'" serie_ "'", "c") " IS NULL "			\
	"AND NOT " SCARTO_IN_VIAGGIO(serie_) " AND (?4 IS NULL "			\
	"OR c.classifica = ?4 OR substr(c.classifica, 1, length(?4) + 1) " \
	"= ?4 || '/') AND " vede " ORDER BY c.anno, c.numero LIMIT "	\
	DEPOSITO_RIGHE

/* As it stands now: ?3 the hand. */
#define SCARTO_VOCE_STATO						\
	"CASE WHEN v.escluso IS NOT NULL THEN 'escluso' "		\
	"WHEN " SCARTO_ANDATA " THEN 'distrutto' "			\
	"WHEN e.ritirato IS NOT NULL THEN 'ritirato' "			\
	"WHEN e.esito = 'negato' THEN 'negato' "			\
	"WHEN e.verbale IS NOT NULL OR e.concluso IS NOT NULL "		\
	"THEN 'rimasto' "						\
	"WHEN v.chiuso IS NOT CASE v.serie WHEN 'CS' THEN (SELECT c.chiusa " \
	"FROM cartella c WHERE c.anno = v.anno AND c.numero = v.numero) " \
	"WHEN 'AC' THEN (SELECT c.chiuso FROM accesso c "		\
	"WHERE c.anno = v.anno AND c.numero = v.numero) "		\
	"ELSE (SELECT f.chiuso FROM fascicolo f WHERE f.anno = v.anno "	\
	"AND f.numero = v.numero) END THEN 'riaperto' "			\
	"WHEN EXISTS (SELECT 1 FROM blocco b WHERE b.serie = v.serie "	\
	"AND b.anno = v.anno AND b.numero = v.numero AND b.fino IS NULL) " \
	"THEN 'in-blocco' "						\
	"WHEN e.esito IS NOT NULL THEN 'da-distruggere' "		\
	"ELSE 'in-attesa' END"
/* solo: he is told no more than the outline */
#define SCARTO_VOCE(solo)						\
	"SELECT v.voce, v.serie, v.anno, v.numero, v.classifica, "	\
	"v.tipologia, v.chiuso, v.scaduto, v.documenti, v.byte, v.pezzi, " \
	"v.motivo, v.escluso, " SCARTO_VOCE_STATO ", " solo ", v.riservata " \
	"FROM scarto_voce v "						\
	"JOIN scarto_elenco e ON e.numero = v.elenco "
#define SCARTO_VOCE_SAGOMA						\
	"CASE v.serie WHEN 'CS' THEN EXISTS (SELECT 1 FROM cartella c "	\
	"WHERE " CONSERVATA("c", "v") " AND " SOLO_SAGOMA_CS ") "	\
	"WHEN 'AC' THEN EXISTS (SELECT 1 FROM accesso c "		\
	"WHERE " CONSERVATA("c", "v") " AND " SOLO_SAGOMA_AC ") ELSE 0 END"
#define SCARTO_VISTA_VOCE						\
	"CASE v.serie WHEN 'CS' THEN EXISTS (SELECT 1 FROM cartella c "	\
	"WHERE " CONSERVATA("c", "v") " AND " CONSERVA_SAGOMA_CS ") "	\
	"WHEN 'AC' THEN EXISTS (SELECT 1 FROM accesso c "		\
	"WHERE " CONSERVATA("c", "v") " AND " CONSERVA_SAGOMA_AC ") "	\
	"ELSE EXISTS (SELECT 1 FROM fascicolo_ora c "			\
	"WHERE " CONSERVATA("c", "v") " AND " CONSERVA_FA ") END"

/* Since when a list is as it is. */
#define SCARTO_DAL	"coalesce(e.ritirato, e.inviata, e.data)"
/* Lists on which somebody must do something now. */
#define SCARTI_APERTI							\
	"FROM scarto_elenco e WHERE e.concluso IS NULL "		\
	"AND e.esito IS NOT 'negato' AND (e.ritirato IS NULL OR "	\
	SCARTO_DA_DIRE ") AND EXISTS (SELECT 1 FROM potere p "		\
	"WHERE p.utente = ?1 AND p.atto = ?2)"

/* The registrations that are in it; in an accesso, the one it was born of. */
#define SCARTO_DENTRO							\
	"(SELECT protocollo_anno, protocollo_numero "			\
	"FROM fascicolo_documento WHERE serie = ?1 AND anno = ?2 "	\
	"AND numero = ?3 UNION SELECT protocollo_anno, protocollo_numero " \
	"FROM accesso WHERE ?1 = 'AC' AND anno = ?2 AND numero = ?3 "	\
	"AND protocollo_numero IS NOT NULL) dentro"
#define SCARTO_NEL_PROTOCOLLO						\
	"ON f.anno = dentro.protocollo_anno "				\
	"AND f.numero = dentro.protocollo_numero"

/* What registration f stands in, and the accesso that was born of it. */
#define SCARTO_CHI_HA(tabella, colonna)					\
	"SELECT f.anno, f.numero, d.serie, d.anno, d.numero FROM " tabella \
	" f JOIN fascicolo_documento d ON d.protocollo_anno = f.anno "	\
	"AND d.protocollo_numero = f.numero WHERE f." colonna " = ?1 "	\
	"UNION SELECT f.anno, f.numero, 'AC', y.anno, y.numero FROM " tabella \
	" f JOIN accesso y ON y.protocollo_anno = f.anno "		\
	"AND y.protocollo_numero = f.numero WHERE f." colonna " = ?1 "	\
	"UNION SELECT f.anno, f.numero, NULL, NULL, NULL FROM " tabella	\
	" f WHERE f." colonna " = ?1 AND NOT EXISTS (SELECT 1 "		\
	"FROM fascicolo_documento d WHERE d.protocollo_anno = f.anno "	\
	"AND d.protocollo_numero = f.numero) AND NOT EXISTS (SELECT 1 "	\
	"FROM accesso y WHERE y.protocollo_anno = f.anno "		\
	"AND y.protocollo_numero = f.numero)"

#define QUERY_SCARTI(X)							\
X(SCARTABILE_UNO_CS, SCARTABILE_UNO(SCARTABILE_CS, "CS", "cartella",	\
    "chiusa", CONSERVA_SAGOMA_CS))					\
X(SCARTABILE_UNO_AC, SCARTABILE_UNO(SCARTABILE_AC, "AC", "accesso_ora",	\
    "chiuso", CONSERVA_SAGOMA_AC))					\
X(SCARTABILE_UNO_FA, SCARTABILE_UNO(SCARTABILE_FA, "FA",		\
    "fascicolo_ora", "chiuso", CONSERVA_FA))				\
X(SCARTABILI_CS, SCARTABILI_TUTTI(SCARTABILE_CS, "CS", BLOCCO_CS,	\
    "cartella", "chiusa", "c.stato = 'chiuso' AND " CONSERVA_SAGOMA_CS))	\
X(SCARTABILI_AC, SCARTABILI_TUTTI(SCARTABILE_AC, "AC", BLOCCO_AC,	\
    "accesso_ora", "chiuso", "c.livello = 1 AND c.stato = 'chiuso' AND "	\
    CONSERVA_SAGOMA_AC))						\
X(SCARTABILI_FA, SCARTABILI_TUTTI(SCARTABILE_FA, "FA", BLOCCO_FA,	\
    "fascicolo_ora", "chiuso", "c.livello = 1 AND " CONSERVA_FA))		\
X(SCARTO_DOCUMENTI_N, "SELECT count(*) FROM attuale WHERE cartella = ?1") \
X(SCARTO_BYTE, "SELECT coalesce(sum(f.dimensione), 0), count(*) "	\
    "FROM " SCARTO_DENTRO " CROSS JOIN file f " SCARTO_NEL_PROTOCOLLO)	\
/* sealed; holding registrations that are riservate */			\
X(SCARTO_RISERVATO, "SELECT EXISTS (SELECT 1 FROM secreta x "		\
    "WHERE x.serie = ?1 AND x.anno = ?2 AND x.numero = ?3), "		\
    "EXISTS (SELECT 1 FROM " SCARTO_DENTRO " CROSS JOIN protocollo f "	\
    SCARTO_NEL_PROTOCOLLO " WHERE f.riservata = 1 "			\
    "AND (f.riservata_fino IS NULL OR f.riservata_fino > oggi()))")	\
/* files of the registrations that are in it, those that came later too */ \
X(SCARTO_FILE, "SELECT f.impronta FROM " SCARTO_DENTRO " CROSS JOIN file f "	\
    SCARTO_NEL_PROTOCOLLO " UNION SELECT f.impronta "			\
    "FROM " SCARTO_DENTRO " CROSS JOIN copia_acquisita f "			\
    SCARTO_NEL_PROTOCOLLO " UNION SELECT f.impronta "			\
    "FROM " SCARTO_DENTRO " CROSS JOIN ricevuta_spedizione f "		\
    SCARTO_NEL_PROTOCOLLO " AND f.impronta IS NOT NULL UNION "		\
    /* what was taken out of one that is signed */			\
    "SELECT f.su FROM " SCARTO_DENTRO " CROSS JOIN verdetto f "		\
    SCARTO_NEL_PROTOCOLLO " AND f.su IS NOT NULL")			\
/* the registrations that have bytes, and what each stands in */		\
X(SCARTO_ALTRE, SCARTO_CHI_HA("file", "impronta") " UNION "		\
    SCARTO_CHI_HA("copia_acquisita", "impronta") " UNION "		\
    SCARTO_CHI_HA("verdetto", "su"))					\
X(SCARTO_REPERTORI, "SELECT 1 FROM catena_allegato a "			\
    "JOIN voce_repertorio v ON v.seq = a.seq JOIN file_repertorio f "	\
    "ON f.repertorio = v.repertorio AND f.anno = v.anno "		\
    "AND f.numero = v.numero AND f.impronta = a.impronta "		\
    "WHERE a.impronta = ?1 LIMIT 1")					\
/* what stands in it, three levels in all, and the accesso it was born of */	\
X(SCARTO_CARTELLE, "SELECT 'FA', anno, numero FROM fascicolo "		\
    "WHERE padre_serie = ?1 AND padre_anno = ?2 AND padre_numero = ?3 "	\
    "UNION ALL SELECT 'FA', g.anno, g.numero FROM fascicolo f "		\
    "JOIN fascicolo g ON g.padre_serie = 'FA' AND g.padre_anno = f.anno " \
    "AND g.padre_numero = f.numero WHERE f.padre_serie = ?1 "		\
    "AND f.padre_anno = ?2 AND f.padre_numero = ?3 UNION ALL "		\
    "SELECT 'AC', accesso_anno, accesso_numero FROM cartella "		\
    "WHERE ?1 = 'CS' AND anno = ?2 AND numero = ?3 "			\
    "AND accesso_numero > 0")						\
/* every version that stands in a folder, and the lapide of one erased */ \
X(SCARTO_VERSIONI, "SELECT d.percorso, d.seq, d.segno, d.tipo, "		\
    "d.impronta, eo.lapide FROM posto p JOIN documento d "		\
    "ON d.seq = p.seq AND d.cartella = p.cartella "			\
    "LEFT JOIN espunto eo ON eo.cartella = d.cartella "			\
    "AND eo.percorso = d.percorso AND eo.versione = d.seq "		\
    "WHERE p.cartella = ?1 ORDER BY d.percorso, d.seq")			\
X(POSTI_PRIMA, "SELECT seq, commit_id FROM posto_prima "			\
    "WHERE cartella = ?1 ORDER BY seq, commit_id")			\
/* registrations that an act of the case has made: no other document says so */ \
X(SCARTO_USCITE, "SELECT DISTINCT protocollo_anno, protocollo_numero "	\
    "FROM fascicolo_documento WHERE serie = ?1 AND anno = ?2 "		\
    "AND numero = ?3 AND come = 'atto' "					\
    "ORDER BY protocollo_anno, protocollo_numero")			\
/* bytes of acts in folder ?1 */						\
X(SCARTO_ALLEGATI, "SELECT DISTINCT a.impronta FROM posto p "		\
    "JOIN catena_allegato a ON a.seq = p.seq WHERE p.cartella = ?1 "	\
    "ORDER BY a.impronta")						\
/* what the conservatore has, and has not refused, of a case; behind act ?4 */ \
X(VERSATI_CASO, "SELECT v.unita, v.versamento, m.conservatore, "		\
    "m.identificativo FROM versata v JOIN versamento m "			\
    "ON m.numero = v.versamento WHERE v.unita = "			\
    "printf('%s-%d-%07d', ?1, ?2, ?3) AND v.esito <> 'rifiutato' "	\
    "AND m.seq > ?4 ORDER BY v.versamento")				\
/* and of the registrations that stand in no other */			\
X(VERSATI_PROTOCOLLI, "SELECT v.unita, v.versamento, m.conservatore, "	\
    "m.identificativo FROM " SCARTO_DENTRO " CROSS JOIN versata v "		\
    "ON v.unita = printf('%07d/%d', dentro.protocollo_numero, "		\
    "dentro.protocollo_anno) JOIN versamento m ON m.numero = v.versamento "	\
    "WHERE v.esito <> 'rifiutato' AND NOT EXISTS (SELECT 1 "		\
    "FROM fascicolo_documento e "					\
    "WHERE e.protocollo_anno = dentro.protocollo_anno "			\
    "AND e.protocollo_numero = dentro.protocollo_numero "			\
    "AND (e.serie <> ?1 OR e.anno <> ?2 "				\
    "OR e.numero <> ?3)) ORDER BY v.unita, v.versamento")		\
X(SCARTATA, "SELECT s.data, s.autorizzazione, s.elenco, e.verbale "	\
    "FROM scartato s JOIN scarto_elenco e ON e.numero = s.elenco "		\
    "WHERE s.cartella = ?1")						\
X(SCARTO_ATTESO_CS, "SELECT " SCARTO_ATTESO("'CS'", "c") " FROM cartella c " \
    "WHERE c.anno = ?1 AND c.numero = ?2")				\
/* lists */								\
X(SCARTO_ELENCHI, "SELECT e.numero, e.data, e.utente, e.soprintendenza, "	\
    "e.richiesta, e.inviata, e.sospesa, e.scade, e.risposta, e.estremi, "	\
    "e.verbale, e.trasmesso, e.concluso, e.ritirato, " SCARTO_STATO ", "	\
    "e.scade < oggi(), (SELECT iif(f.tipo = 'elenco-scarto', 'elenco', "	\
    "'verbale') FROM libro_documento f WHERE f.cartella = 'ente' "	\
    "AND f.percorso IN (printf('scarti/%04d/elenco.xml', e.numero), "	\
    "printf('scarti/%04d/verbale.xml', e.numero)) AND f.aperto = 1 "	\
    "LIMIT 1), e.ritiro, e.ministero_chiesto, e.ministero, "		\
    SCARTO_DEL_MINISTERO ", e.provvedimento FROM scarto_elenco e "		\
    "WHERE ?1 IS NULL OR e.numero = ?1 ORDER BY e.numero DESC")		\
/* that wait for the Soprintendenza, or she for us: to end within ?1 days	\
 * (-1: any); of one that stands still nobody knows the end */		\
X(SCARTO_TERMINI, "SELECT e.numero, e.soprintendenza, e.inviata, e.scade, " \
    "e.sospesa, CAST(julianday(e.scade) - julianday(oggi()) AS INTEGER), " \
    SCARTO_DEL_MINISTERO ", e.ministero_chiesto "			\
    "FROM scarto_elenco e WHERE e.richiesta IS NOT NULL "		\
    "AND e.esito IS NULL AND e.ritirato IS NULL "			\
    "AND (?1 < 0 OR e.scade <= "						\
    "date(oggi(), '+' || ?1 || ' days')) "				\
    "ORDER BY e.scade IS NULL, e.scade, e.numero")			\
X(SCARTO_VOCI, SCARTO_VOCE("0") "WHERE v.elenco = ?1 ORDER BY v.voce")		\
X(SCARTO_VOCI_VISTE, SCARTO_VOCE(SCARTO_VOCE_SAGOMA)			\
    "WHERE v.elenco = ?4 AND "						\
    SCARTO_VISTA_VOCE " ORDER BY v.voce")				\
/* projections */							\
X(SCARTO_ELENCO_ADD, "INSERT INTO scarto_elenco VALUES (?1, ?2, ?3, ?4, "	\
    "?5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "	\
    "NULL, NULL, NULL, ?6)")						\
X(SCARTO_VOCE_ADD, "INSERT INTO scarto_voce VALUES (?1, ?2, ?3, ?4, ?5, "	\
    "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")		\
X(SCARTO_RICHIESTA, "UPDATE scarto_elenco SET richiesta = ?2, "		\
    "inviata = ?3, sospesa = ?4, scade = ?5, ministero_chiesto = ?6 "	\
    "WHERE numero = ?1")						\
X(SCARTO_AUTORIZZATO, "UPDATE scarto_elenco SET risposta = ?2, "		\
    "estremi = ?3, esito = ?4, ministero = ?5, sospesa = NULL, "		\
    "scade = NULL "							\
    "WHERE numero = ?1")						\
X(SCARTO_ESCLUSO, "UPDATE scarto_voce SET escluso = ?3 "			\
    "WHERE elenco = ?1 AND voce = ?2")					\
X(SCARTO_VERBALE, "UPDATE scarto_elenco SET verbale = ?2 "		\
    "WHERE numero = ?1")						\
X(SCARTO_CONCLUSO, "UPDATE scarto_elenco SET trasmesso = ?2, "		\
    "concluso = ?3 WHERE numero = ?1")					\
X(SCARTO_RITIRATO, "UPDATE scarto_elenco SET ritirato = ?2, ritiro = ?3, "	\
    "sospesa = NULL, scade = NULL WHERE numero = ?1")			\
X(SCARTATO_ADD, "INSERT INTO scartato SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, " \
    "?8, ?9 FROM scarto_voce v JOIN scarto_elenco e "			\
    "ON e.numero = v.elenco WHERE v.elenco = ?5 AND v.voce = ?6 "		\
    "AND v.escluso IS NULL AND e.esito = 'autorizzato' "			\
    "AND e.ritirato IS NULL")						\
X(SCARTATO_C_E, "SELECT 1 FROM scartato WHERE cartella = ?1")		\
X(SCARTATO_ESPUNTI, "DELETE FROM espunto WHERE cartella = ?1")		\
X(SCARTATO_PRIMA, "DELETE FROM posto_prima WHERE cartella = ?1")		\
X(SCARTATO_ATTUALI, "DELETE FROM attuale WHERE cartella = ?1 "		\
    "AND percorso <> ?2")						\
X(SCARTATO_TERMINI, "DELETE FROM termine WHERE anno = ?1 AND numero = ?2") \
X(SCARTATO_INIZI, "DELETE FROM termine_inizio WHERE anno = ?1 "		\
    "AND numero = ?2")							\
X(SCARTATO_RISPOSTE, "DELETE FROM termine_risposta WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(SCARTATO_SOSPENSIONI, "DELETE FROM sospensione WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(SCARTATO_RIPRESE, "DELETE FROM ripresa WHERE anno = ?1 "		\
    "AND numero = ?2")							\
X(SCARTATO_UNIONI, "DELETE FROM persona_unione WHERE anno = ?1 "		\
    "AND numero = ?2")							\
X(SCARTATO_UNIONI_CON, "DELETE FROM persona_unione WHERE (anno, numero) IN " \
    "(SELECT con_anno, con_numero FROM persona_unione WHERE anno = ?1 "	\
    "AND numero = ?2) AND con_anno = ?1 AND con_numero = ?2")		\
X(SCARTATO_ATTESE, "DELETE FROM attesa WHERE che IN ('da-istruire', "	\
    "'da-firmare') AND anno = ?1 AND numero = ?2")			\
X(SCARTATO_RINVIATE, "DELETE FROM rinviata WHERE anno = ?1 "		\
    "AND numero = ?2")							\
/* the scrivania */							\
X(SCARTI_SCRIVANIA, "SELECT 'elenco ' || e.numero, " SCARTO_DAL ", "	\
    GIORNI(SCARTO_DAL) ", replace(" SCARTO_STATO ", '-', ' '), "		\
    "iif(e.scade IS NULL, NULL, 'la risposta è attesa entro il ' || "	\
    "substr(e.scade, 9, 2) || '/' || substr(e.scade, 6, 2) || '/' || "	\
    "substr(e.scade, 1, 4)), 0 " SCARTI_APERTI " ORDER BY e.numero LIMIT " \
    SCRIVANIA_RIGHE)							\
X(SCARTI_SCRIVANIA_N, SCRIVANIA_QUANTE(SCARTI_APERTI))

#endif

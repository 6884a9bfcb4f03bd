/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_legami.h - who sees an accesso or a cartella, and which documents of
 * it: role, type of document, relation to the case.  Internal to registro/.
 *
 * Every macro is about user ?1 and, where an act is meant, atto ?2; the case is
 * a row of accesso or cartella (they have a column serie), aliased c unless it
 * is named.  Nothing else in the program decides who sees a case.
 */
#ifndef REGISTRO_QUERY_LEGAMI_H
#define REGISTRO_QUERY_LEGAMI_H

#define DI(t, c)							\
	t ".serie = " c ".serie AND " t ".anno = " c ".anno "		\
	"AND " t ".numero = " c ".numero"

#define IN_FORZA(l)							\
	l ".dal <= oggi() AND (" l ".al IS NULL OR " l ".al >= oggi())"

/* The user, one of his offices, his comune. */
#define NOMINA(l)							\
	"(" l ".utente = ?1 OR (" l ".ufficio <> '' AND EXISTS (SELECT 1 " \
	"FROM utente_ufficio lu WHERE lu.utente = ?1 "			\
	"AND lu.ufficio = " l ".ufficio)) "				\
	"OR (" l ".comune <> '' AND EXISTS (SELECT 1 FROM utente lz "	\
	"WHERE lz.codice = ?1 AND lz.comune = " l ".comune)))"

/* Does the user stand to case c as the ambito of power p says? */
#define RELAZIONE_CON(p, c)						\
	"(" p ".ambito = 'tutti' "					\
	"OR (" p ".ambito IN ('propri', 'ufficio') "			\
	"AND " c ".responsabile = ?1) "					\
	"OR (" p ".ambito = 'ufficio' AND EXISTS (SELECT 1 FROM "	\
	"utente_ufficio lu WHERE lu.utente = ?1 "			\
	"AND lu.ufficio = " c ".ufficio)) "				\
	"OR (" p ".ambito = 'chiuse' AND " c ".stato = 'chiuso') "	\
	"OR EXISTS (SELECT 1 FROM legame l WHERE " DI("l", c)		\
	" AND l.relazione = " p ".ambito AND " IN_FORZA("l")		\
	" AND " NOMINA("l") "))"
#define RELAZIONE(p) RELAZIONE_CON(p, "c")

/* Closed to him, whatever he is to it: a conflict of interest; a sealed case
 * of which he is neither a named reader nor the responsible. */
#define IN_CONFLITTO(c, chi)						\
	"EXISTS (SELECT 1 FROM conflitto kc WHERE " DI("kc", c)		\
	" AND kc.utente = " chi ")"
#define CHIUSO_A(c, chi)						\
	"(" IN_CONFLITTO(c, chi) " OR (" c ".responsabile <> " chi " "	\
	"AND EXISTS (SELECT 1 FROM secreta ks WHERE " DI("ks", c)	\
	" AND NOT EXISTS (SELECT 1 FROM secreta_lettore kl WHERE "	\
	DI("kl", "ks") " AND kl.cartella = ks.cartella "		\
	"AND kl.percorso = ks.percorso AND kl.utente = " chi "))))"
#define CHIUSO(c) CHIUSO_A(c, "?1")

/* He belongs to another body, which consults. */
#define DI_ALTRO_ENTE							\
	"EXISTS (SELECT 1 FROM utente xn WHERE xn.codice = ?1 "		\
	"AND xn.ente IS NOT NULL)"

#define VEDE_CASO_DI(c)							\
	"(EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
	"AND p.atto = ?2 AND " RELAZIONE_CON("p", c) ") "		\
	"AND NOT " CHIUSO(c) ")"
/* Accessi and cartelle, table aliased c. */
#define VEDE_CASO VEDE_CASO_DI("c")

/* A consultation opens the types and the documents that it names, to who is
 * still of the body it was granted to. */
#define CONSULTA(tipo_, carta, c)					\
	"EXISTS (SELECT 1 FROM legame kl JOIN consultazione kc "		\
	"ON kc.cartella = kl.cartella AND kc.percorso = kl.percorso "	\
	"JOIN utente ku ON ku.codice = ?1 AND ku.ente = kc.ente "	\
	"JOIN consultazione_cosa kw ON kw.cartella = kl.cartella "	\
	"AND kw.consultazione = kl.percorso "				\
	"WHERE " DI("kl", c) " AND kl.relazione = 'consultazione' AND "	\
	IN_FORZA("kl") " AND " NOMINA("kl") " AND iif(kw.documento = '', " \
	"kw.tipo = " tipo_ ", kw.documento = " carta "))"

#define CON_AMBITO_DI(tipo_, carta, c)					\
	"EXISTS (SELECT 1 FROM potere_tipo q WHERE q.utente = ?1 "	\
	"AND q.tipo IN (" tipo_ ", '*') AND iif(q.ambito = 'consultazione', " \
	CONSULTA(tipo_, carta, c) ", " RELAZIONE_CON("q", c) ")"
/* Documents of a type, of a case he sees; this one of them (NULL: all).  The
 * cover of what is closed does not open to who keeps the archive: people wrote
 * in it how it ended. */
#define VEDE_CARTA_DI(tipo_, carta, c)					\
	CON_AMBITO_DI(tipo_, carta, c) " AND NOT (q.ambito = 'chiuse' "	\
	"AND " tipo_ " IN ('cartella', 'accesso')))"
/* He may know where a case stands (cartella_sagoma), of which some read the
 * cover too. */
#define VEDE_SAGOMA_DI(c)						\
	CON_AMBITO_DI("'cartella'", "'cartella.xml'", c) ")"
#define VEDE_SAGOMA_DI_AC(c)						\
	CON_AMBITO_DI("'accesso'", "'accesso.xml'", c) ")"
#define VEDE_TIPO_DI(tipo_, c) VEDE_CARTA_DI(tipo_, "NULL", c)
#define VEDE_TIPO VEDE_CARTA_DI("d.tipo", "d.percorso", "c")

/* A riservato document x opens to its author, to the responsible, to those who
 * may read the reserved diary; whatever the policy says, to nobody of another
 * body. */
#define LEGGE_RISERVATO							\
	"((x.autore = ?1 OR c.responsabile = ?1 "			\
	"OR EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
	"AND p.atto = 'vedi-diario-riservato' AND " RELAZIONE("p") ")) "	\
	"AND NOT EXISTS (SELECT 1 FROM utente xe WHERE xe.codice = ?1 "	\
	"AND (xe.comune <> '' OR xe.ente <> '')))"

/* Document d of cartella c names another one that he may not see. */
#define NOMINA_NASCOSTA							\
	"EXISTS (SELECT 1 FROM collegamento y JOIN cartella yc "		\
	"ON yc.anno = y.altra_anno AND yc.numero = y.altra_numero "	\
	"WHERE y.cartella = d.cartella AND y.percorso = d.percorso "	\
	"AND y.anno = c.anno AND y.numero = c.numero "			\
	"AND NOT " VEDE_CASO_DI("yc") ")"

/* Who may not read the cover of a case is not told that it has appointments:
 * so the segretariato has those of the accessi. */
#define NON_APPUNTAMENTO						\
	"(d.tipo <> 'appuntamento' OR " VEDE_TIPO_DI(			\
	"iif(c.serie = 'CS', 'cartella', 'accesso')", "c") ")"

/* Letter d of case c tells what he may not read in the documents it comes from,
 * and was not given to him by its name. */
#define RIPORTA_NASCOSTO						\
	"EXISTS (SELECT 1 FROM riporta w WHERE w.cartella = d.cartella "	\
	"AND w.percorso = d.percorso AND NOT " VEDE_TIPO_DI("w.tipo", "c")	\
	" AND NOT " CONSULTA("NULL", "d.percorso", "c") ")"

/* A document d (attuale, documento) of case c.  Where one was erased, whoever
 * sees the case of his office is told so, and nothing else. */
#define LEGGE_DOCUMENTO							\
	"(" VEDE_CASO " AND ((d.tipo = 'lapide' AND NOT " DI_ALTRO_ENTE ") " \
	"OR " VEDE_TIPO ") "						\
	"AND " NON_APPUNTAMENTO		\
	" AND NOT EXISTS (SELECT 1 "					\
	"FROM riservato x WHERE x.cartella = d.cartella "		\
	"AND x.percorso = d.percorso AND NOT " LEGGE_RISERVATO ") "	\
	"AND NOT " NOMINA_NASCOSTA " AND NOT " RIPORTA_NASCOSTO ")"

/* Registration r is of a case that is closed to the user: he reads nothing of
 * it, whoever sent it to him.  What he is told of its number stays. */
#define DI_CASO_CHIUSO							\
	"(EXISTS (SELECT 1 FROM accesso ka WHERE "			\
	"ka.protocollo_anno = r.anno AND ka.protocollo_numero = r.numero " \
	"AND " CHIUSO("ka") ") "						\
	"OR EXISTS (SELECT 1 FROM fascicolo_documento kd "		\
	"LEFT JOIN fascicolo kf ON kd.serie = 'FA' AND kf.anno = kd.anno " \
	"AND kf.numero = kd.numero JOIN cartella ka ON ka.anno = "	\
	"iif(kd.serie = 'CS', kd.anno, kf.cartella_anno) AND ka.numero = " \
	"iif(kd.serie = 'CS', kd.numero, kf.cartella_numero) "		\
	"WHERE kd.protocollo_anno = r.anno "				\
	"AND kd.protocollo_numero = r.numero AND " CHIUSO("ka") "))"

/* So, or it is the cover (of a cartella, of an accesso) of which he may know the
 * outline: what it is, not what it says. */
#define SA_DI_DOCUMENTO							\
	"(" LEGGE_DOCUMENTO " OR (d.tipo = 'cartella' AND " VEDE_CASO	\
	" AND " VEDE_SAGOMA_DI("c") "))"
#define SA_DI_DOCUMENTO_AC						\
	"(" LEGGE_DOCUMENTO " OR (d.tipo = 'accesso' AND " VEDE_CASO	\
	" AND " VEDE_SAGOMA_DI_AC("c") "))"

/* A document d of now, with the moment and the operator of its act. */
#define ATTUALE_E_ATTO							\
	"d.percorso, d.id, d.tipo, d.impronta, d.seq, "			\
	"(SELECT k.ora FROM catena k WHERE k.seq = d.seq), "		\
	"(SELECT k.operatore FROM catena k WHERE k.seq = d.seq)"

/* ?3 folder, ?4 year, ?5 number of the case. */
#define DEL_CASO_SE(tabella, d, sa)					\
	" FROM " tabella " c JOIN " d " d ON d.cartella = ?3 "		\
	"WHERE c.anno = ?4 AND c.numero = ?5 AND " sa
#define DEL_CASO(tabella, d)	DEL_CASO_SE(tabella, d, LEGGE_DOCUMENTO)

#define STORIA_DI(tabella, sa)						\
	"SELECT k.seq, k.ora, k.atto, k.operatore, k.per, p.commit_id "	\
	"FROM " tabella " c JOIN posto p ON p.cartella = ?3 "		\
	"JOIN catena k ON k.seq = p.seq WHERE c.anno = ?4 "		\
	"AND c.numero = ?5 AND " VEDE_CASO_DI("c") " AND EXISTS (SELECT 1 " \
	"FROM documento d WHERE d.seq = p.seq AND d.cartella = p.cartella " \
	"AND " sa ") ORDER BY k.seq"

/* By which roles, and as what to the case, user ?1 has atto ?2. */
#define CHI_PERCHE(tabella)						\
	"SELECT DISTINCT p.ruolo, p.ambito FROM " tabella " c "		\
	"JOIN potere p ON p.utente = ?1 AND p.atto = ?2 "		\
	"WHERE c.anno = ?3 AND c.numero = ?4 AND " RELAZIONE("p")	\
	" ORDER BY p.ruolo, p.ambito"
#define CHI_TIPI(tabella)						\
	"SELECT q.tipo FROM " tabella " c "				\
	"JOIN potere_tipo q ON q.utente = ?1 "				\
	"AND q.ambito <> 'consultazione' "				\
	"WHERE c.anno = ?2 AND c.numero = ?3 AND " RELAZIONE("q")	\
	" UNION SELECT w.tipo FROM " tabella " c " CHI_CONSULTA		\
	"AND w.documento = '' ORDER BY 1"
/* What consultations name of case (?2, ?3), aliased c. */
#define CHI_CONSULTA							\
	"JOIN legame l ON " DI("l", "c") " AND l.relazione = 'consultazione' " \
	"JOIN consultazione_cosa w ON w.cartella = l.cartella "		\
	"AND w.consultazione = l.percorso "				\
	"WHERE c.anno = ?2 AND c.numero = ?3 AND " IN_FORZA("l")	\
	" AND " NOMINA("l") " AND EXISTS (SELECT 1 FROM potere_tipo q "	\
	"WHERE q.utente = ?1 AND q.ambito = 'consultazione' "		\
	"AND q.tipo IN (w.tipo, '*')) "

#define QUERY_LEGAMI(X)							\
X(VEDE_DOCUMENTO_AC, "SELECT 1" DEL_CASO("accesso", "attuale")		\
    " AND d.percorso = ?6")						\
X(VEDE_DOCUMENTO_CS, "SELECT 1" DEL_CASO("cartella", "attuale")		\
    " AND d.percorso = ?6")						\
X(VEDE_DOCUMENTO_FA, "SELECT 1 FROM fascicolo_ora c JOIN attuale d "	\
    "ON d.cartella = ?3 WHERE c.anno = ?4 AND c.numero = ?5 AND "	\
    VEDE_FASCICOLO " AND d.percorso = ?6")				\
X(ATTUALI_AC, "SELECT " ATTUALE_E_ATTO	\
    DEL_CASO("accesso", "attuale") " ORDER BY d.percorso")		\
X(ATTUALI_CS, "SELECT " ATTUALE_E_ATTO	\
    DEL_CASO("cartella", "attuale") " ORDER BY d.percorso")		\
/* the diary is read a page at a time: it may have thousands of entries */	\
X(SENZA_DIARIO_CS, "SELECT " ATTUALE_E_ATTO	\
    DEL_CASO("cartella", "attuale") " AND d.tipo NOT IN ('voce-diario', "	\
    "'correzione-voce') ORDER BY d.percorso")				\
/* what goes out of the house: no private note, whoever reads it here */	\
X(PER_ALTRI_AC, "SELECT " ATTUALE_E_ATTO	\
    DEL_CASO("accesso", "attuale") " AND " NON_PRIVATO	\
    " ORDER BY d.percorso")	\
X(PER_ALTRI_CS, "SELECT " ATTUALE_E_ATTO	\
    DEL_CASO("cartella", "attuale") " AND " NON_PRIVATO	\
    " ORDER BY d.percorso")	\
X(ATTUALI_FA, "SELECT " ATTUALE_E_ATTO " "	\
    "FROM fascicolo_ora c JOIN attuale d ON d.cartella = ?3 "		\
    "WHERE c.anno = ?4 AND c.numero = ?5 AND " VEDE_FASCICOLO		\
    " ORDER BY d.percorso")						\
X(STORIA_AC, STORIA_DI("accesso", SA_DI_DOCUMENTO_AC))			\
X(STORIA_CS, STORIA_DI("cartella", SA_DI_DOCUMENTO))			\
X(STORIA_FA, "SELECT k.seq, k.ora, k.atto, k.operatore, k.per, p.commit_id " \
    "FROM fascicolo_ora c JOIN posto p ON p.cartella = ?3 "		\
    "JOIN catena k ON k.seq = p.seq WHERE c.anno = ?4 AND c.numero = ?5 " \
    "AND " VEDE_FASCICOLO " ORDER BY k.seq")				\
/* and whether in outline alone */					\
X(STORIA_DOCUMENTI_AC, "SELECT d.percorso, d.tipo, NOT " LEGGE_DOCUMENTO	\
    DEL_CASO_SE("accesso", "documento", SA_DI_DOCUMENTO_AC)		\
    " AND d.seq = ?6 ORDER BY d.percorso")				\
X(STORIA_DOCUMENTI_CS, "SELECT d.percorso, d.tipo, NOT " LEGGE_DOCUMENTO	\
    DEL_CASO_SE("cartella", "documento", SA_DI_DOCUMENTO)		\
    " AND d.seq = ?6 ORDER BY d.percorso")				\
X(STORIA_DOCUMENTI_FA, "SELECT d.percorso, d.tipo, 0 FROM documento d "	\
    "JOIN fascicolo_ora c ON c.anno = ?4 AND c.numero = ?5 "		\
    "WHERE d.cartella = ?3 AND d.seq = ?6 AND " VEDE_FASCICOLO		\
    " ORDER BY d.percorso")						\
/* who sees it, and why */						\
X(UTENTI_ATTIVI, "SELECT codice, cognome, nome FROM utente "		\
    "WHERE attivo = 1 ORDER BY codice")					\
X(LEGGE_QUALCOSA_AC, "SELECT 1" DEL_CASO_SE("accesso", "attuale",	\
    SA_DI_DOCUMENTO_AC) " LIMIT 1")					\
X(LEGGE_QUALCOSA_CS, "SELECT 1" DEL_CASO_SE("cartella", "attuale",	\
    SA_DI_DOCUMENTO) " LIMIT 1")						\
/* the cover of the case (?3, ?4) in outline */				\
X(VEDE_SAGOMA_CS, "SELECT 1 FROM cartella c WHERE c.anno = ?3 "		\
    "AND c.numero = ?4 AND " VEDE_CASO " AND " VEDE_SAGOMA_DI("c"))	\
X(VEDE_SAGOMA_AC, "SELECT 1 FROM accesso c WHERE c.anno = ?3 "		\
    "AND c.numero = ?4 AND " VEDE_CASO " AND " VEDE_SAGOMA_DI_AC("c"))	\
X(CHI_PERCHE_AC, CHI_PERCHE("accesso"))					\
X(CHI_PERCHE_CS, CHI_PERCHE("cartella"))				\
X(CHI_TIPI_AC, CHI_TIPI("accesso"))					\
X(CHI_TIPI_CS, CHI_TIPI("cartella"))					\
X(CHI_CARTE, "SELECT DISTINCT w.documento FROM cartella c " CHI_CONSULTA	\
    "AND w.documento <> '' ORDER BY 1")					\
X(CHI_LEGAMI, "SELECT l.percorso, l.dal, l.al FROM legame l "		\
    "WHERE l.serie = ?2 AND l.anno = ?3 AND l.numero = ?4 "		\
    "AND l.relazione = ?5 AND " IN_FORZA("l") " AND " NOMINA("l")	\
    " ORDER BY l.percorso, l.dal")					\
/* folder ?1 as it was at the end of day ?2, version by version */	\
X(FOLDER_AL, "SELECT d.seq, k.ora, d.percorso, d.id, " TIPO_ORA ", "	\
    IMPRONTA_ORA ", " \
    "p.commit_id FROM posto p JOIN catena k ON k.seq = p.seq "		\
    "JOIN documento d ON d.seq = p.seq AND d.cartella = p.cartella "	\
    "WHERE p.cartella = ?1 AND substr(k.ora, 1, 10) <= ?2 "		\
    "ORDER BY p.seq, d.percorso")					\
/* is case (?2, ?3) closed to ?1, whatever he is to it? */		\
X(CHIUSO_AC, "SELECT 1 FROM accesso c WHERE c.anno = ?2 AND c.numero = ?3 " \
    "AND " CHIUSO("c"))							\
X(CHIUSO_CS, "SELECT 1 FROM cartella c WHERE c.anno = ?2 AND c.numero = ?3 " \
    "AND " CHIUSO("c"))							\
/* measures over a case */						\
X(CONFLITTO_DI, "SELECT cartella, percorso FROM conflitto WHERE serie = ?1 " \
    "AND anno = ?2 AND numero = ?3 AND utente = ?4 "			\
    "ORDER BY cartella, percorso LIMIT 1")				\
X(SECRETAZIONE_DI, "SELECT cartella, percorso FROM secreta WHERE serie = ?1 " \
    "AND anno = ?2 AND numero = ?3 LIMIT 1")				\
X(COLLEGAMENTO_DI, "SELECT cartella, percorso FROM collegamento "	\
    "WHERE anno = ?1 AND numero = ?2 AND altra_anno = ?3 "		\
    "AND altra_numero = ?4 AND al IS NULL LIMIT 1")			\
X(STRAORDINARI_DI, "SELECT percorso, utente FROM straordinario_aperto "	\
    "WHERE anno = ?1 AND numero = ?2 ORDER BY percorso")			\
X(STRAORDINARIO_GIORNI, "SELECT straordinario_giorni FROM politica "	\
    "WHERE n = 1")							\
/* the others it has to do with, of those he may see */			\
X(COLLEGATE, "SELECT yc.anno, yc.numero, y.legame, y.dal, y.al "		\
    "FROM cartella c JOIN collegamento y ON y.anno = c.anno "		\
    "AND y.numero = c.numero JOIN cartella yc ON yc.anno = y.altra_anno "	\
    "AND yc.numero = y.altra_numero WHERE c.anno = ?3 AND c.numero = ?4 "	\
    "AND " VEDE_CASO " AND " VEDE_TIPO_DI("'collegamento'", "c")		\
    " AND " VEDE_CASO_DI("yc") " ORDER BY yc.anno, yc.numero, y.dal")	\
/* the covers he may look for: 1 of cases that run too, 0 of closed ones only, \
 * -1 none */								\
X(COPERTINE, "SELECT coalesce(max(q.ambito <> 'chiuse'), -1) "		\
    "FROM potere_tipo q WHERE q.utente = ?1 AND q.tipo IN ('cartella', '*') " \
    "AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
    "AND p.atto = 'mostra' AND p.ambito IN (q.ambito, 'tutti'))")	\
/* projections */							\
X(CONFLITTO_ADD, "INSERT OR REPLACE INTO conflitto VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7)")							\
X(CONFLITTI_TOGLI, "DELETE FROM conflitto WHERE cartella = ?1 "		\
    "AND percorso = ?2")						\
/* what was declared on its accesso holds for cartella ?1, ?2 */		\
X(CONFLITTI_EREDITA, "INSERT OR REPLACE INTO conflitto SELECT 'CS', ?1, ?2, " \
    "utente, cartella, percorso, seq FROM conflitto "			\
    "WHERE serie = 'AC' AND anno = ?3 AND numero = ?4")			\
X(ACCESSO_DI_CARTELLA, "SELECT accesso_anno, accesso_numero FROM cartella " \
    "WHERE anno = ?1 AND numero = ?2 AND accesso_numero > 0")		\
X(SECRETA_ADD, "INSERT OR REPLACE INTO secreta VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6)")								\
X(SECRETE_TOGLI, "DELETE FROM secreta WHERE cartella = ?1 "		\
    "AND percorso = ?2")						\
X(LETTORE_ADD, "INSERT OR REPLACE INTO secreta_lettore VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6)")							\
X(LETTORI_TOGLI, "DELETE FROM secreta_lettore WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(COLLEGAMENTO_ADD, "INSERT OR REPLACE INTO collegamento VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6, ?7, ?8, ?9, ?10)")					\
X(COLLEGAMENTI_TOGLI, "DELETE FROM collegamento WHERE cartella = ?1 "	\
    "AND percorso = ?2")						\
X(STRAORDINARIO_ADD, "INSERT OR REPLACE INTO straordinario_aperto VALUES (?1, " \
    "?2, ?3, ?4, ?5, ?6, ?7)")						\
X(STRAORDINARIO_TOGLI, "DELETE FROM straordinario_aperto WHERE anno = ?1 " \
    "AND numero = ?2 AND percorso = ?3")					\
X(POLITICA_SET, "INSERT OR REPLACE INTO politica VALUES (1, ?1, ?2, ?3)")	\
X(LEGAME_ADD, "INSERT OR REPLACE INTO legame VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11, ?12)")					\
X(LEGAMI_TOGLI, "DELETE FROM legame WHERE cartella = ?1 AND percorso = ?2") \
X(PERMESSI_TIPO_TOGLI, "DELETE FROM permesso_tipo")			\
X(PERMESSO_TIPO_ADD, "INSERT OR IGNORE INTO permesso_tipo VALUES (?1, ?2, ?3)")

#endif

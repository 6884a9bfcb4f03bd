/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_versamenti.h - what was handed to the conservatore.  User ?1 who does
 * ?2, hand ?3; internal to registro/.
 *
 * A day is shown as a day, to whoever may read this list: what it says is not
 * here.  Of a case, a fascicolo, a registration the number is shown to whom it
 * is there for.
 */
#ifndef REGISTRO_QUERY_VERSAMENTI_H
#define REGISTRO_QUERY_VERSAMENTI_H

#include "registro/query_conservazione.h"

#define VERSAMENTI_RIGHE "21"		/* a page, and one more */
#define DA_VERSARE_RIGHE "3001"		/* a package, and one too many */
#define DA_VERSARE_MOSTRA "50"

#define DEL_REGISTRO(p)							\
	"EXISTS (SELECT 1 FROM potere " p " WHERE " p ".utente = ?1 "	\
	"AND " p ".atto = ?2 AND " p ".ambito IN ('tutti', 'registro'))"

/* What was disposed of since is only a number, for who keeps the register. */
#define VERSATA_VISTA							\
	"(CASE y.serie WHEN 'GG' THEN 1 "				\
	"WHEN 'CS' THEN EXISTS (SELECT 1 FROM cartella c "		\
	"WHERE c.anno = y.anno AND c.numero = y.numero AND " CONSERVA_CS ") " \
	"OR (" DEL_REGISTRO("g") " AND NOT EXISTS (SELECT 1 FROM cartella c " \
	"WHERE c.anno = y.anno AND c.numero = y.numero)) "		\
	"WHEN 'FA' THEN EXISTS (SELECT 1 FROM fascicolo_ora c "		\
	"WHERE c.anno = y.anno AND c.numero = y.numero AND " CONSERVA_FA ") " \
	"OR (" DEL_REGISTRO("g") " AND NOT EXISTS (SELECT 1 FROM fascicolo c " \
	"WHERE c.anno = y.anno AND c.numero = y.numero)) "		\
	"ELSE EXISTS (SELECT 1 FROM protocollo r WHERE r.anno = y.anno "	\
	"AND r.numero = y.numero AND " VEDE_REGISTRAZIONE ") END)"

/* Handed over, and nothing was done in its folder since. */
#define VERSATA_COM_E(sigla, dir)					\
	"EXISTS (SELECT 1 FROM versata y WHERE y.unita = "		\
	"printf('" sigla "-%d-%07d', c.anno, c.numero) "			\
	"AND y.esito IN ('attesa', 'accettato') AND y.seq > "		\
	"(SELECT max(p.seq) FROM posto p WHERE p.cartella = "		\
	"printf('" dir "/%d/%07d', c.anno, c.numero)))"
#define CHIUSI_DI(sigla, dir, tabella, chiusa, vede)			\
	"SELECT printf('" sigla "-%d-%07d', c.anno, c.numero) FROM " tabella \
	" c WHERE c." chiusa " BETWEEN printf('%04d-01-01', ?4) "	\
	"AND printf('%04d-12-31', ?4) AND NOT " VERSATA_COM_E(sigla, dir) \
	" AND " vede " ORDER BY c.anno, c.numero LIMIT "
#define CHIUSE_CS(n)							\
	CHIUSI_DI("CS", "cartelle", "cartella", "chiusa",		\
	"c.stato = 'chiuso' AND " CONSERVA_CS) n
#define CHIUSI_FA(n)							\
	CHIUSI_DI("FA", "fascicoli", "fascicolo_ora", "chiuso", DA_SOLO) n

/* ?4 filter */
#define VERSAMENTO_TALE							\
	"(?4 = 'tutti' OR (?4 = 'in-attesa' AND v.rapporto IS NULL) "	\
	"OR (?4 = 'rifiutati' AND EXISTS (SELECT 1 FROM versata x "	\
	"WHERE x.versamento = v.numero AND x.esito = 'rifiutato')) "	\
	"OR (?4 = 'accettati' AND NOT EXISTS (SELECT 1 FROM versata x "	\
	"WHERE x.versamento = v.numero AND x.esito <> 'accettato')))"
#define VERSAMENTO_COLONNE						\
	"SELECT v.numero, v.formato, v.utente, v.pacchetto, v.rapporto, " \
	"v.ora, v.identificativo, v.conservatore FROM versamento v "
#define VERSAMENTO_VISTO						\
	"EXISTS (SELECT 1 FROM versata y WHERE y.versamento = v.numero "	\
	"AND " VERSATA_VISTA ")"

/* ---- the scrivania: ?1 user, ?2 atto ---- */

/* Days show riservate in clear: who may not see them cannot hand them over. */
#define GIORNI_IN_RITARDO						\
	"FROM giorno_da_versare g WHERE EXISTS (SELECT 1 FROM potere p "	\
	"WHERE p.utente = ?1 AND p.atto = ?2 "				\
	"AND p.ambito IN ('tutti', 'registro')) "			\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = 'vedi-riservate')"
/* Not taken, and not handed over again since. */
#define RIFIUTATE							\
	"FROM versata y WHERE y.esito = 'rifiutato' "			\
	"AND NOT EXISTS (SELECT 1 FROM versata z WHERE z.unita = y.unita " \
	"AND z.versamento > y.versamento) AND ?2 = ?2 AND "		\
	VERSATA_VISTA_DI_CHI_VERSA
/* The hand is not known here: the eye is its own. */
#define VERSATA_VISTA_DI_CHI_VERSA					\
	"(CASE y.serie WHEN 'GG' THEN EXISTS (SELECT 1 FROM potere p "	\
	"WHERE p.utente = ?1 AND p.atto = 'vedi-riservate') "		\
	"WHEN 'CS' THEN EXISTS (SELECT 1 FROM cartella c "		\
	"WHERE c.anno = y.anno AND c.numero = y.numero AND " VEDE_CASO ") " \
	"WHEN 'FA' THEN EXISTS (SELECT 1 FROM fascicolo_ora c "		\
	"WHERE c.anno = y.anno AND c.numero = y.numero AND " VEDE_FASCICOLO ") " \
	"ELSE EXISTS (SELECT 1 FROM protocollo r WHERE r.anno = y.anno "	\
	"AND r.numero = y.numero AND " VEDE_REGISTRAZIONE ") END)"
/* A conservatore answers within a day: behind that one asks. */
#define SENZA_RAPPORTO							\
	"FROM versamento v WHERE v.rapporto IS NULL "			\
	"AND substr(v.formato, 1, 10) < oggi() "				\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2)"

#define QUERY_VERSAMENTI(X)						\
X(VERSAMENTO_ADD, "INSERT INTO versamento VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, NULL, NULL, NULL, NULL)")						\
X(VERSATA_ADD, "INSERT INTO versata VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, 'attesa', NULL, ?10)")						\
X(VERSAMENTO_RAPPORTO, "UPDATE versamento SET rapporto = ?2, ora = ?3, "	\
    "identificativo = ?4, rapporto_seq = ?5 WHERE numero = ?1")		\
X(VERSATA_ESITO, "UPDATE versata SET esito = ?3, motivo = ?4 "		\
    "WHERE versamento = ?1 AND unita = ?2")				\
X(DA_VERSARE_ADD, "INSERT OR REPLACE INTO giorno_da_versare "		\
    "VALUES (?1, ?2)")							\
X(DA_VERSARE_TOGLI, "DELETE FROM giorno_da_versare WHERE data = ?1")	\
/* a day that is not taken waits again, unless it is on its way again */ \
X(IN_CORSO, "SELECT 1 FROM versata WHERE unita = ?1 "			\
    "AND esito IN ('attesa', 'accettato')")				\
X(GIORNI_DA_VERSARE, "SELECT data FROM giorno_da_versare ORDER BY data "	\
    "LIMIT " DA_VERSARE_RIGHE)						\
X(CHIUSE_DA_VERSARE_CS, CHIUSE_CS(DA_VERSARE_RIGHE))			\
X(CHIUSI_DA_VERSARE_FA, CHIUSI_FA(DA_VERSARE_RIGHE))			\
X(VERSATA, "SELECT versamento, esito, contenuto FROM versata "		\
    "WHERE unita = ?1 ORDER BY versamento DESC LIMIT 1")			\
X(SOTTO_TUTTI, "SELECT count(*) FROM fascicolo WHERE padre_serie = ?1 "	\
    "AND padre_anno = ?2 AND padre_numero = ?3")			\
X(ANNI_CONSERVAZIONE, "SELECT CASE k.esito WHEN 'permanente' THEN 9999 "	\
    "WHEN 'scade' THEN CAST(substr(k.scade, 1, 4) AS INTEGER) - "	\
    "CAST(substr(coalesce((SELECT chiusa FROM cartella c "		\
    "WHERE k.serie = 'CS' AND c.anno = k.anno AND c.numero = k.numero), " \
    "(SELECT chiuso FROM fascicolo f WHERE k.serie = 'FA' "		\
    "AND f.anno = k.anno AND f.numero = k.numero)), 1, 4) AS INTEGER) "	\
    "ELSE 0 END FROM conservazione k WHERE k.serie = ?1 "		\
    "AND k.anno = ?2 AND k.numero = ?3")				\
X(VERSAMENTO_UNO, "SELECT numero, formato, utente, pacchetto, rapporto, "	\
    "conservatore FROM versamento WHERE numero = iif(?1 > 0, ?1, "			\
    "(SELECT max(numero) FROM versamento))")				\
X(VERSAMENTO_DI, "SELECT numero, formato, utente, pacchetto, rapporto, "	\
    "conservatore FROM versamento WHERE pacchetto = ?1 ORDER BY numero DESC LIMIT 1") \
/* readings */								\
X(VERSAMENTI, VERSAMENTO_COLONNE "WHERE (?5 = 0 OR v.numero < ?5) AND "	\
    VERSAMENTO_TALE " AND " VERSAMENTO_VISTO				\
    " ORDER BY v.numero DESC LIMIT " VERSAMENTI_RIGHE)			\
X(VERSAMENTO_VISTA, VERSAMENTO_COLONNE "WHERE v.numero = ?4 AND "	\
    VERSAMENTO_VISTO)							\
X(VERSATE_CONTO, "SELECT y.esito, count(*) FROM versata y "		\
    "WHERE y.versamento = ?4 AND " VERSATA_VISTA			\
    " GROUP BY y.esito ORDER BY y.esito")				\
X(VERSATE_VISTE, "SELECT y.unita, y.esito, y.motivo, y.documenti, y.intera " \
    "FROM versata y WHERE y.versamento = ?4 AND " VERSATA_VISTA		\
    " ORDER BY y.ordine")						\
X(GIORNI_CHE_ASPETTANO, "SELECT data, entro, entro < oggi() "		\
    "FROM giorno_da_versare ORDER BY data LIMIT " DA_VERSARE_MOSTRA)	\
X(CHIUSE_CHE_ASPETTANO_CS, CHIUSE_CS(DA_VERSARE_MOSTRA))		\
X(CHIUSI_CHE_ASPETTANO_FA, CHIUSI_FA(DA_VERSARE_MOSTRA))		\
/* the scrivania */							\
X(GIORNI_RITARDO, "SELECT g.data, g.data, " GIORNI("g.data") ", "	\
    "'registro giornaliero', iif(g.entro < oggi(), 'in ritardo: era da versare', " \
    "'da versare') || ' entro il ' || substr(g.entro, 9, 2) || '/' || "	\
    "substr(g.entro, 6, 2) || '/' || substr(g.entro, 1, 4), 0 "		\
    GIORNI_IN_RITARDO " ORDER BY g.data LIMIT " SCRIVANIA_RIGHE)		\
X(GIORNI_RITARDO_N, SCRIVANIA_QUANTE(GIORNI_IN_RITARDO))			\
X(RIFIUTATE_Q, "SELECT y.unita, (SELECT v.ora FROM versamento v "	\
    "WHERE v.numero = y.versamento), " GIORNI("(SELECT v.ora "		\
    "FROM versamento v WHERE v.numero = y.versamento)") ", y.motivo, "	\
    "'versamento ' || y.versamento, 0 " RIFIUTATE			\
    " ORDER BY y.versamento, y.ordine LIMIT " SCRIVANIA_RIGHE)		\
X(RIFIUTATE_N, SCRIVANIA_QUANTE(RIFIUTATE))				\
X(SENZA_RAPPORTO_Q, "SELECT 'versamento ' || v.numero, v.formato, "	\
    GIORNI("v.formato") ", v.documenti || ' file', NULL, 0 "		\
    SENZA_RAPPORTO " ORDER BY v.numero LIMIT " SCRIVANIA_RIGHE)		\
X(SENZA_RAPPORTO_N, SCRIVANIA_QUANTE(SENZA_RAPPORTO))

#endif

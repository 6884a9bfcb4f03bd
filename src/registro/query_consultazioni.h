/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_consultazioni.h - what other bodies consult.  Internal to registro/.
 *
 * What a consultation opens is decided by CONSULTA (query_legami.h) alone.
 * Whoever consults is told of his own, as long as it holds, and of no other
 * body's.
 */
#ifndef REGISTRO_QUERY_CONSULTAZIONI_H
#define REGISTRO_QUERY_CONSULTAZIONI_H

/* Consultation k names document d. */
#define NOMINATO_DA(k)							\
	"EXISTS (SELECT 1 FROM consultazione_cosa w "			\
	"WHERE w.cartella = " k ".cartella "				\
	"AND w.consultazione = " k ".percorso "				\
	"AND iif(w.documento = '', w.tipo = d.tipo, "			\
	"w.documento = d.percorso))"

#define VEDE_CONSULTAZIONE						\
	"(" VEDE_CASO " AND (" VEDE_TIPO_DI("'consultazione'", "c")	\
	" OR EXISTS (SELECT 1 FROM legame l "				\
	"JOIN utente ke ON ke.codice = ?1 AND ke.ente = k.ente "		\
	"WHERE l.cartella = k.cartella AND l.percorso = k.percorso "	\
	"AND l.relazione = 'consultazione' AND l.utente = ?1 AND "	\
	IN_FORZA("l") ")))"

#define CONSULTAZIONE_COLONNE						\
	"SELECT k.anno, k.numero, k.percorso, k.ente, k.dal, k.al, "	\
	"iif(k.copia = 1, 'si', 'no'), k.finita, k.da, k.cartella, "	\
	"iif(k.finita IS NOT NULL, 'revocata', iif(k.al < oggi(), "	\
	"'finita', iif(k.dal > oggi(), 'non-ancora', 'in-vigore'))) "

#define QUERY_CONSULTAZIONI(X)						\
/* of one cartella, those over too */					\
X(CONSULTAZIONI_DI, CONSULTAZIONE_COLONNE "FROM consultazione k "	\
    "JOIN cartella c ON c.anno = k.anno AND c.numero = k.numero "	\
    "WHERE k.cartella = ?3 AND " VEDE_CONSULTAZIONE			\
    " ORDER BY k.percorso")						\
/* of all, those that hold or will; soonest end first */		\
X(CONSULTAZIONI_TUTTE, CONSULTAZIONE_COLONNE "FROM consultazione k "	\
    "JOIN cartella c ON c.anno = k.anno AND c.numero = k.numero "	\
    "WHERE k.al >= oggi() AND k.finita IS NULL AND " VEDE_CONSULTAZIONE	\
    " ORDER BY k.al, k.anno, k.numero, k.percorso LIMIT 500")		\
X(CONSULTAZIONE_COSE, "SELECT tipo, documento FROM consultazione_cosa "	\
    "WHERE cartella = ?1 AND consultazione = ?2 ORDER BY tipo, documento") \
X(CONSULTAZIONE_UTENTI, "SELECT DISTINCT utente FROM legame "		\
    "WHERE cartella = ?1 AND percorso = ?2 AND utente <> '' ORDER BY utente") \
/* no permission asked: for esamina */					\
X(CONSULTAZIONE_UNA, "SELECT ente, dal, al, copia, finita "		\
    "FROM consultazione WHERE cartella = ?1 AND percorso = ?2")		\
X(CONSULTAZIONE_GIORNI_Q, "SELECT consultazione_giorni FROM politica "	\
    "WHERE n = 1")							\
/* may he read documents of type ?5 of cartella (?3, ?4)? */		\
X(LEGGE_TIPO_CS, "SELECT 1 FROM cartella c WHERE c.anno = ?3 "		\
    "AND c.numero = ?4 AND " VEDE_CASO " AND " VEDE_TIPO_DI("?5", "c"))	\
/* a copy of what consultation ?6 names, as long as it holds */		\
X(PER_CONSULTA, "SELECT " ATTUALE_E_ATTO DEL_CASO("cartella", "attuale")	\
    " AND " NON_PRIVATO " AND EXISTS (SELECT 1 FROM consultazione k "	\
    "WHERE k.cartella = d.cartella AND k.percorso = ?6 "			\
    "AND k.copia = 1 AND k.finita IS NULL AND k.dal <= oggi() "		\
    "AND k.al >= oggi() AND " NOMINATO_DA("k") ") ORDER BY d.percorso")	\
/* projections */							\
X(CONSULTAZIONE_SET, "INSERT OR REPLACE INTO consultazione VALUES (?1, ?2, " \
    "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")			\
X(CONSULTAZIONE_COSE_TOGLI, "DELETE FROM consultazione_cosa "		\
    "WHERE cartella = ?1 AND consultazione = ?2")			\
X(CONSULTAZIONE_COSA_ADD, "INSERT OR IGNORE INTO consultazione_cosa "	\
    "VALUES (?1, ?2, ?3, ?4)")						\
/* liberatoria ?2 is taken back by document ?3 as from day ?4 */		\
X(CONSULTAZIONE_LEGAMI_TOGLI, "DELETE FROM legame WHERE cartella = ?1 "	\
    "AND relazione = 'consultazione' AND percorso IN (SELECT k.percorso "	\
    "FROM consultazione k WHERE k.cartella = ?1 AND k.liberatoria = ?2)")	\
X(CONSULTAZIONE_FINISCE, "UPDATE consultazione SET finita = ?4, da = ?3 "	\
    "WHERE cartella = ?1 AND liberatoria = ?2 AND finita IS NULL")

#endif

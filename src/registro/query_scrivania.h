/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_scrivania.h - what waits for a person.  Internal to registro/.
 *
 * Each kind has two statements of (?1 user, ?2 atto), built by SCRIVANIA from
 * what gives its keys: the first rows as they are shown - reference, since
 * when, days, text (NULL: hidden), note, 1 when hidden - and how many there
 * are, up to SCRIVANIA_CONTA.  Both cost as much as waits, whatever the
 * register holds, and permission is in them.
 */
#ifndef REGISTRO_QUERY_SCRIVANIA_H
#define REGISTRO_QUERY_SCRIVANIA_H

#include "registro/query_smistamento.h"

#define SCRIVANIA_RIGHE "50"
#define SCRIVANIA_CONTA "1000"

#define GIORNI(dal)							\
	"CAST(julianday(oggi()) - julianday(substr(" dal ", 1, 10)) AS INTEGER)"

/* `keys`: FROM and WHERE; `k` its alias with anno, numero. */
#define SCRIVANIA_PRIME(k, dal, keys)					\
	"(SELECT " k ".anno, " k ".numero, " dal " AS dal " keys		\
	" ORDER BY " k ".anno, " k ".numero LIMIT " SCRIVANIA_RIGHE ")"
#define SCRIVANIA_QUANTE(keys)						\
	"SELECT count(*) FROM (SELECT 1 " keys " LIMIT " SCRIVANIA_CONTA ")"

/* ---- registrations ---- */

#define REGISTRAZIONI(k, dal, keys)					\
	"SELECT printf('%07d/%d', r.numero, r.anno), prime.dal, "		\
	GIORNI("prime.dal") ", CASE WHEN " IN_CHIARO " THEN r.oggetto END, NULL, " \
	IN_CHIARO " IS NOT TRUE FROM " SCRIVANIA_PRIME(k, dal, keys) " prime "	\
	"JOIN protocollo r ON r.anno = prime.anno AND r.numero = prime.numero "	\
	"ORDER BY prime.anno, prime.numero"

/* Whoever keeps the register may do it there. */
#define TIENE_IL_REGISTRO						\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
	"AND p.atto = ?2 AND p.ambito IN ('tutti', 'registro'))"

/* For the office that keeps the register. */
#define IN_ATTESA(che)							\
	"FROM attesa t JOIN protocollo x ON x.anno = t.anno "		\
	"AND x.numero = t.numero WHERE t.che = '" che "' "		\
	"AND x.annullata = 0 AND " TIENE_IL_REGISTRO
#define IN_ATTESA_LISTA(che) REGISTRAZIONI("t", "t.dal", IN_ATTESA(che))
#define IN_ATTESA_CONTA(che) SCRIVANIA_QUANTE(IN_ATTESA(che))

/* Sent to an office of the user: what the power p of the user may do there. */
#define DELL_UFFICIO(titolo, stati, quali)				\
	"FROM utente_ufficio u JOIN smistamento s ON s.ufficio = u.ufficio " \
	"AND s.titolo = '" titolo "' AND s.stato IN (" stati ") "	\
	"JOIN protocollo x ON x.anno = s.anno AND x.numero = s.numero "	\
	"WHERE u.utente = ?1 AND x.annullata = 0 AND EXISTS "		\
	"(SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 "	\
	"AND " quali ")"

/* A registration is one line, though it came by two roads. */
#define UNA_VOLTA(keys)							\
	"FROM (SELECT s.anno, s.numero, min(s.dal) AS dal " keys " "	\
	"GROUP BY s.anno, s.numero) una"
/* Not by groups: counting stops at the first thousand met. */
#define UNA_VOLTA_CONTA(keys)						\
	"SELECT count(*) FROM (SELECT DISTINCT s.anno, s.numero " keys	\
	" LIMIT " SCRIVANIA_CONTA ")"

#define DA_PRENDERE							\
	DELL_UFFICIO("competenza", "'smistato', 'visto'", SUA("p", "s"))
#define DA_VEDERE DELL_UFFICIO("conoscenza", "'smistato'", SUA("p", "s"))
/* Whoever took it, the head of the office assigns it. */
#define DA_ASSEGNARE							\
	DELL_UFFICIO("competenza", "'preso-in-carico'",			\
	"p.ambito IN ('ufficio', 'tutti')") " AND x.flusso <> 'uscita'"

/* ---- cases ---- */

#define HA_POTERE							\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2)"

#define PROPRI(tabella, stati)						\
	"FROM " tabella " c WHERE c.responsabile = ?1 "			\
	"AND c.stato IN (" stati ") AND " HA_POTERE " AND NOT " CHIUSO("c")
/* Since the act that brought it to its state. */
#define DALL_ATTO "(SELECT k.ora FROM catena k WHERE k.seq = c.seq)"

#define ACCESSI_LISTA(stati) ACCESSI(PROPRI("accesso", stati))
#define ACCESSI(keys)							\
	"SELECT printf('AC-%d-%07d', c.anno, c.numero), prime.dal, "	\
	GIORNI("prime.dal") ", CASE WHEN c.protocollo_numero IS NULL "	\
	"THEN 'accesso diretto' ELSE printf('dal protocollo %07d/%d', "	\
	"c.protocollo_numero, c.protocollo_anno) END, NULL, 0 FROM "	\
	SCRIVANIA_PRIME("c", DALL_ATTO, keys) " prime "			\
	"JOIN accesso c ON c.anno = prime.anno AND c.numero = prime.numero "	\
	"ORDER BY prime.anno, prime.numero"
#define ACCESSI_CONTA(stati) SCRIVANIA_QUANTE(PROPRI("accesso", stati))

#define CARTELLE(keys) CARTELLE_DAL(DALL_ATTO, keys)
#define CARTELLE_DAL(dal, keys)						\
	"SELECT printf('CS-%d-%07d', c.anno, c.numero), prime.dal, "	\
	GIORNI("prime.dal") ", c.stato, c.responsabile, 0 FROM "		\
	SCRIVANIA_PRIME("c", dal, keys) " prime "			\
	"JOIN cartella c ON c.anno = prime.anno AND c.numero = prime.numero "	\
	"ORDER BY prime.anno, prime.numero"
#define CARTELLE_PROPRIE						\
	PROPRI("cartella", "'in-carico', 'proposta-inviata', "		\
	"'in-istruttoria', 'in-erogazione'")
/* Sent back by the coordinator, and nothing proposed since. */
#define RINVIATE							\
	"FROM cartella c JOIN rinviata t ON t.anno = c.anno "		\
	"AND t.numero = c.numero WHERE c.responsabile = ?1 "		\
	"AND c.stato = 'in-carico' AND " HA_POTERE			\
	" AND NOT " CHIUSO("c")
/* Nothing done for as long as the body says: to be closed, perhaps. */
#define INATTIVE							\
	"FROM cartella c JOIN attivita t ON t.anno = c.anno "		\
	"AND t.numero = c.numero WHERE c.responsabile = ?1 "		\
	"AND c.stato IN ('in-carico', 'proposta-inviata', "		\
	"'in-istruttoria', 'in-erogazione') "				\
	"AND julianday(oggi()) - julianday(t.ultima) >= "		\
	"(SELECT inattivita FROM procedimento WHERE n = 1) AND " HA_POTERE			\
	" AND NOT " CHIUSO("c")
/* Somebody came to an office of the user, and nobody has the case yet. */
#define ACCESSI_APERTI							\
	"FROM utente_ufficio u JOIN accesso c ON c.ufficio = u.ufficio "	\
	"AND c.stato = 'aperto' WHERE u.utente = ?1 "			\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito IN ('ufficio', 'tutti')) "		\
	"AND NOT " CHIUSO("c")
#define CON_PROPOSTA							\
	"FROM utente_ufficio u JOIN cartella c ON c.ufficio = u.ufficio " \
	"AND c.stato = 'proposta-inviata' WHERE u.utente = ?1 "		\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito IN ('ufficio', 'tutti')) "		\
	"AND NOT " CHIUSO("c")

/* Who is in the équipe today: the power to write there is of that relation. */
#define IN_EQUIPE							\
	"FROM legame l JOIN cartella c ON " DI("l", "c") " "		\
	"WHERE l.utente = ?1 AND l.relazione = 'equipe' AND "		\
	IN_FORZA("l") " AND c.stato <> 'chiuso' AND c.responsabile <> ?1 " \
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito = 'equipe') AND NOT " CHIUSO("c")
/* What others opened; one line an access. */
#define STRAORDINARI							\
	"FROM straordinario_aperto t JOIN cartella c "			\
	"ON c.anno = t.anno AND c.numero = t.numero "			\
	"WHERE t.utente <> ?1 AND " VEDE_CASO
/* What another body looks at, and soon no more, for who may give it again. */
#define CONSULTAZIONI_FINE						\
	"FROM consultazione t JOIN cartella c "				\
	"ON c.anno = t.anno AND c.numero = t.numero "			\
	"WHERE t.al BETWEEN oggi() AND date(oggi(), '+7 days') "		\
	"AND t.finita IS NULL AND " VEDE_CASO " AND "			\
	VEDE_TIPO_DI("'consultazione'", "c")
#define STRAORDINARI_LISTA						\
	"SELECT printf('CS-%d-%07d', t.anno, t.numero), t.dal, "		\
	GIORNI("t.dal") ", t.utente, 'fino al ' || t.al, 0 "		\
	STRAORDINARI " ORDER BY t.anno, t.numero, t.percorso LIMIT "	\
	SCRIVANIA_RIGHE

/* ---- powers ---- */

/* Who named himself, or changed what the roles may do, in the last month: told
 * to the others who may ask about everybody's powers.  It ends by itself. */
#define POTERI_MUTATI							\
	"FROM catena k WHERE k.casa = 'ente' AND k.operatore <> ?1 "	\
	"AND substr(k.ora, 1, 10) >= date(oggi(), '-30 days') "		\
	"AND (k.atto = 'adotta-permessi' OR (k.atto = 'nomina' "		\
	"AND EXISTS (SELECT 1 FROM documento d WHERE d.seq = k.seq "	\
	"AND d.cartella = 'ente' "					\
	"AND d.percorso = 'utenti/' || k.operatore || '.xml'))) "		\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito = 'tutti')"

/* ---- the register itself ---- */

/* Days are sealed in their order: those behind the last one sealed. */
#define GIORNI_SENZA_SIGILLO							\
	"FROM giornaliero g WHERE g.data > coalesce((SELECT max(data) "	\
	"FROM chiusura_giorno), '') AND EXISTS (SELECT 1 FROM potere p " \
	"WHERE p.utente = ?1 AND p.atto = ?2)"

/* The same days, for who keeps the whole archive and seals none. */
#define ANCORA_APERTI							\
	"FROM giornaliero g WHERE g.data > coalesce((SELECT max(data) "	\
	"FROM chiusura_giorno), '') AND EXISTS (SELECT 1 FROM potere p " \
	"WHERE p.utente = ?1 AND p.atto = ?2 AND p.ambito = 'tutti') "	\
	"AND NOT EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = 'chiudi-giorno')"

/* Closed since the year began, for who has closed cases and no others. */
#define CHIUSE_NELL_ANNO						\
	"FROM cartella c WHERE c.chiusa >= substr(oggi(), 1, 4) || '-01-01' " \
	"AND c.stato = 'chiuso' AND EXISTS (SELECT 1 FROM potere p "	\
	"WHERE p.utente = ?1 AND p.atto = ?2 AND p.ambito = 'tutti') "	\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = 'mostra' AND p.ambito = 'chiuse') AND "		\
	VEDE_SAGOMA_DI("c") " AND NOT " CHIUSO("c")

/* What left and has not been seen to arrive, or came back. */
#define IN_VIAGGIO							\
	"FROM invio t JOIN protocollo x ON x.anno = t.anno "		\
	"AND x.numero = t.numero WHERE t.stato IN ('in-invio', 'errore') " \
	"AND x.annullata = 0 AND EXISTS (SELECT 1 FROM potere p "	\
	"WHERE p.utente = ?1 AND p.atto = ?2 "				\
	"AND (p.ambito IN ('tutti', 'registro') OR x.operatore = ?1))"

/* What goes out and has not left: of the office of the register, or one's own. */
#define DA_SPEDIRE							\
	"FROM attesa t JOIN protocollo x ON x.anno = t.anno "		\
	"AND x.numero = t.numero WHERE t.che = 'da-spedire' "		\
	"AND (t.operatore = ?1 AND " HA_POTERE " OR "			\
	TIENE_IL_REGISTRO ") AND x.annullata = 0"

#define QUERY_SCRIVANIA(X)						\
X(POTERI_MUTATI_Q, "SELECT 'atto ' || k.seq, k.ora, " GIORNI("k.ora")	\
    ", k.operatore || iif(k.atto = 'nomina', ' ha nominato se stesso', "	\
    "' ha adottato i permessi'), NULL, 0 " POTERI_MUTATI			\
    " ORDER BY k.seq DESC LIMIT " SCRIVANIA_RIGHE)			\
X(POTERI_MUTATI_N, SCRIVANIA_QUANTE(POTERI_MUTATI))			\
X(GIORNI_DA_CHIUDERE, "SELECT g.data, g.data, " GIORNI("g.data") ", "	\
    "g.registrazioni || ' registrazioni', NULL, 0 " GIORNI_SENZA_SIGILLO		\
    " ORDER BY g.data LIMIT " SCRIVANIA_RIGHE)				\
X(GIORNI_DA_CHIUDERE_N, SCRIVANIA_QUANTE(GIORNI_SENZA_SIGILLO))			\
X(GIORNI_APERTI_Q, "SELECT g.data, g.data, " GIORNI("g.data") ", "	\
    "g.registrazioni || ' registrazioni', NULL, 0 " ANCORA_APERTI	\
    " ORDER BY g.data LIMIT " SCRIVANIA_RIGHE)				\
X(GIORNI_APERTI_N, SCRIVANIA_QUANTE(ANCORA_APERTI))			\
X(CHIUSE_Q, "SELECT printf('CS-%d-%07d', c.anno, c.numero), c.chiusa, "	\
    GIORNI("c.chiusa") ", c.stato, NULL, 0 " CHIUSE_NELL_ANNO		\
    " ORDER BY c.chiusa DESC, c.anno, c.numero LIMIT " SCRIVANIA_RIGHE)	\
X(CHIUSE_N, SCRIVANIA_QUANTE(CHIUSE_NELL_ANNO))				\
X(INVII_APERTI, REGISTRAZIONI("t", "t.data", IN_VIAGGIO))		\
X(INVII_APERTI_N, SCRIVANIA_QUANTE(IN_VIAGGIO))				\
X(DA_SPEDIRE_Q, REGISTRAZIONI("t", "t.dal", DA_SPEDIRE))		\
X(DA_SPEDIRE_N, SCRIVANIA_QUANTE(DA_SPEDIRE))				\
X(DA_SMISTARE, IN_ATTESA_LISTA("da-smistare"))				\
X(DA_SMISTARE_N, IN_ATTESA_CONTA("da-smistare"))			\
X(DA_RISMISTARE, IN_ATTESA_LISTA("da-rismistare"))			\
X(DA_RISMISTARE_N, IN_ATTESA_CONTA("da-rismistare"))			\
X(DA_PRENDERE_Q, REGISTRAZIONI("una", "una.dal", UNA_VOLTA(DA_PRENDERE)))	\
X(DA_PRENDERE_N, UNA_VOLTA_CONTA(DA_PRENDERE))			\
X(DA_VEDERE_Q, REGISTRAZIONI("una", "una.dal", UNA_VOLTA(DA_VEDERE)))	\
X(DA_VEDERE_N, UNA_VOLTA_CONTA(DA_VEDERE))				\
X(DA_ASSEGNARE_Q, REGISTRAZIONI("una", "una.dal", UNA_VOLTA(DA_ASSEGNARE)))	\
X(DA_ASSEGNARE_N, UNA_VOLTA_CONTA(DA_ASSEGNARE))		\
X(DA_VALUTARE, ACCESSI_LISTA("'assegnato'"))				\
X(DA_VALUTARE_N, ACCESSI_CONTA("'assegnato'"))				\
X(DA_APRIRE, ACCESSI_LISTA("'in-valutazione'"))				\
X(DA_APRIRE_N, ACCESSI_CONTA("'in-valutazione'"))			\
X(RINVIATE_Q, CARTELLE_DAL("t.dal", RINVIATE))				\
X(RINVIATE_N, SCRIVANIA_QUANTE(RINVIATE))				\
X(INATTIVE_Q, CARTELLE_DAL("t.ultima", INATTIVE))			\
X(INATTIVE_N, SCRIVANIA_QUANTE(INATTIVE))				\
X(ACCESSI_APERTI_Q, ACCESSI(ACCESSI_APERTI))				\
X(ACCESSI_APERTI_N, SCRIVANIA_QUANTE(ACCESSI_APERTI))			\
X(DA_APPROVARE, CARTELLE(CON_PROPOSTA))					\
X(DA_APPROVARE_N, SCRIVANIA_QUANTE(CON_PROPOSTA))			\
X(CARTELLE_MIE, CARTELLE(CARTELLE_PROPRIE))				\
X(CARTELLE_MIE_N, SCRIVANIA_QUANTE(CARTELLE_PROPRIE))			\
X(CARTELLE_EQUIPE, CARTELLE(IN_EQUIPE))					\
X(CARTELLE_EQUIPE_N, SCRIVANIA_QUANTE(IN_EQUIPE))			\
X(CONSULTAZIONI_FINE_Q, "SELECT printf('CS-%d-%07d', t.anno, t.numero), " \
    "t.al, " GIORNI("t.dal") ", t.ente, 'fino al ' || t.al, 0 "		\
    CONSULTAZIONI_FINE " ORDER BY t.al, t.anno, t.numero, t.percorso "	\
    "LIMIT " SCRIVANIA_RIGHE)						\
X(CONSULTAZIONI_FINE_N, SCRIVANIA_QUANTE(CONSULTAZIONI_FINE))		\
X(STRAORDINARI_Q, STRAORDINARI_LISTA)					\
X(STRAORDINARI_N, SCRIVANIA_QUANTE(STRAORDINARI))

#endif

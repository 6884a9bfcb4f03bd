/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_deleghe.h - who acts in whose name.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_DELEGHE_H
#define REGISTRO_QUERY_DELEGHE_H

/* In force today, between two people who are both still in service. */
#define DELEGA_IN_VIGORE						\
	"d.revocata = 0 AND d.dal <= oggi() AND d.al >= oggi() "		\
	"AND EXISTS (SELECT 1 FROM utente x WHERE x.codice = d.delegante "	\
	"AND x.attivo = 1) AND EXISTS (SELECT 1 FROM utente x "		\
	"WHERE x.codice = d.delegato AND x.attivo = 1)"

#define QUERY_DELEGHE(X)						\
X(AMBITO, "SELECT 1 FROM potere WHERE utente = ?1 AND atto = ?2 "	\
    "AND ambito = ?3")							\
X(DELEGA_COPRE, "SELECT 1 FROM delega d JOIN delega_atto t "		\
    "ON t.numero = d.numero AND t.atto = ?3 WHERE d.delegato = ?1 "	\
    "AND d.delegante = ?2 AND " DELEGA_IN_VIGORE " LIMIT 1")		\
X(DELEGANTI, "SELECT DISTINCT d.delegante FROM delega d "		\
    "WHERE d.delegato = ?1 AND " DELEGA_IN_VIGORE " ORDER BY d.delegante") \
/* for whom it concerns, and for whoever has the power over others (?3) */ \
X(DELEGA, "SELECT d.delegante, d.delegato, d.dal, d.al, d.revocata "	\
    "FROM delega d WHERE d.numero = ?3 AND (d.delegante = ?1 "		\
    "OR d.delegato = ?1 OR EXISTS (SELECT 1 FROM potere p "		\
    "WHERE p.utente = ?1 AND p.atto = ?2 AND p.ambito = 'tutti'))")	\
X(DELEGHE_DI, "SELECT d.numero, d.delegante, d.delegato, d.dal, d.al "	\
    "FROM delega d WHERE d.delegante = ?1 AND d.al >= oggi() "		\
    "AND d.revocata = 0 UNION SELECT d.numero, d.delegante, d.delegato, " \
    "d.dal, d.al FROM delega d WHERE d.delegato = ?1 AND d.al >= oggi() " \
    "AND d.revocata = 0 ORDER BY 1")					\
/* people and their roles: oneself, or everybody (?2 on everything) */	\
X(UTENTI_RUOLI, "SELECT u.codice, u.cognome, u.nome, r.ruolo FROM utente u " \
    "JOIN utente_ruolo r ON r.utente = u.codice WHERE u.attivo = 1 "	\
    "AND (u.codice = ?1 OR EXISTS (SELECT 1 FROM potere p "		\
    "WHERE p.utente = ?1 AND p.atto = ?2 AND p.ambito = 'tutti')) "	\
    "ORDER BY u.codice, r.ruolo")					\
/* the same with all there is of them, and only ?3 when it is given */	\
X(UTENTI_VISTI, "SELECT u.codice, u.cognome, u.nome, u.qualifica, "	\
    "u.comune, iif(u.attivo = 1, 'si', 'no') FROM utente u "		\
    "WHERE (?3 IS NULL OR u.codice = ?3) AND (u.codice = ?1 "		\
    "OR EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
    "AND p.atto = ?2 AND p.ambito = 'tutti')) "				\
    "ORDER BY u.attivo DESC, u.cognome, u.nome, u.codice")		\
X(PERSONA_RUOLI, "SELECT ruolo FROM utente_ruolo WHERE utente = ?1 "	\
    "ORDER BY ruolo")							\
X(PERSONA_UFFICI, "SELECT ufficio FROM utente_ufficio WHERE utente = ?1 " \
    "ORDER BY ufficio")							\
X(PERSONA_LOGIN, "SELECT login FROM utente_login WHERE utente = ?1 "	\
    "ORDER BY login")							\
X(UFFICI_NOMI, "SELECT codice, denominazione FROM ufficio ORDER BY codice")	\
X(DELEGHE_VISTE, "SELECT d.numero, d.delegante, d.delegato, d.dal, d.al, " \
    "iif(d.revocata = 1, 'revocata', iif(d.al < oggi(), 'finita', "	\
    "iif(d.dal > oggi(), 'non-ancora', 'in-vigore'))) FROM delega d "	\
    "WHERE (?3 IS NULL OR ?3 IN (d.delegante, d.delegato)) "		\
    "AND (?4 IS NOT NULL OR (d.revocata = 0 AND d.al >= oggi())) "	\
    "AND (?1 IN (d.delegante, d.delegato) OR EXISTS (SELECT 1 "		\
    "FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 "		\
    "AND p.ambito = 'tutti')) ORDER BY d.numero DESC LIMIT 500")	\
X(DELEGA_ATTI, "SELECT atto FROM delega_atto WHERE numero = ?1 "	\
    "ORDER BY atto")							\
/* offices and their people (?1 user, ?2 atto: on everything) */	\
X(UFFICI, "SELECT f.codice, f.denominazione, u.codice, u.cognome, u.nome, " \
    "u.qualifica, (SELECT group_concat(r.ruolo, ' ') FROM utente_ruolo r " \
    "WHERE r.utente = u.codice) FROM ufficio f LEFT JOIN utente_ufficio l "		\
    "ON l.ufficio = f.codice LEFT JOIN utente u ON u.codice = l.utente "	\
    "AND u.attivo = 1 WHERE EXISTS (SELECT 1 FROM potere p "		\
    "WHERE p.utente = ?1 AND p.atto = ?2 AND p.ambito = 'tutti') "	\
    "ORDER BY f.denominazione, f.codice, u.cognome, u.nome")		\
/* projections */							\
X(DELEGA_SET, "INSERT OR REPLACE INTO delega VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7)")								\
X(DELEGA_ATTO_ADD, "INSERT OR IGNORE INTO delega_atto VALUES (?1, ?2)")

#endif

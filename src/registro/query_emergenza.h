/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_emergenza.h - statements about the emergency register (DPR 445/2000
 * art. 63).  Included by query.h.
 */
#ifndef REGISTRO_QUERY_EMERGENZA_H
#define REGISTRO_QUERY_EMERGENZA_H

#define QUERY_EMERGENZA(X)						\
X(EMERGENZA_ADD, "INSERT INTO emergenza VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8)")								\
X(NUMERO_EMERGENZA, "SELECT coalesce(max(numero), 0) + 1 FROM emergenza " \
    "WHERE anno = ?1")							\
X(EMERGENZA_ULTIMA, "SELECT anno, numero, ora FROM emergenza WHERE anno > 0 " \
    "ORDER BY anno DESC, numero DESC LIMIT 1")				\
X(EMERGENZA_PROTOCOLLO, "SELECT protocollo_anno, protocollo_numero "	\
    "FROM emergenza WHERE anno = ?1 AND numero = ?2 "			\
    "AND protocollo_numero IS NOT NULL")				\
X(EMERGENZA_DI, "SELECT anno, numero, ora, operatore FROM emergenza "	\
    "WHERE protocollo_anno = ?1 AND protocollo_numero = ?2")		\
X(EMERGENZA_GIORNO, "SELECT count(*) FROM emergenza "			\
    "WHERE ora >= ?1 || 'T' AND ora < ?1 || 'U'")			\
X(EMERGENZA_ATTO, "SELECT anno, numero, protocollo_anno, protocollo_numero " \
    "FROM emergenza WHERE seq = ?1 ORDER BY anno, numero")		\
/* a row of a kit, before it has an ordinary number */			\
X(VEDE_EMERGENZA, "SELECT e.riservata = 0 OR e.operatore = ?1 "		\
    "OR EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
    "AND p.atto = 'vedi-riservate') FROM emergenza e "			\
    "WHERE e.anno = ?3 AND e.numero = ?4 AND EXISTS (SELECT 1 FROM potere p " \
    "WHERE p.utente = ?1 AND p.atto = ?2 "				\
    "AND (p.ambito IN ('tutti', 'registro') OR e.operatore = ?1))")

#endif

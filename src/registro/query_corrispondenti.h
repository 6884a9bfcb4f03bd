/* SPDX-License-Identifier: EUPL-1.2 */
/* query_corrispondenti.h - the statements of the address book (query.h).  It
 * holds bodies only: whoever may use it sees all of it. */
#ifndef REGISTRO_QUERY_CORRISPONDENTI_H
#define REGISTRO_QUERY_CORRISPONDENTI_H

#define CORRISPONDENTE_COLONNE						\
	"codice, denominazione, tipo, codice_ipa, codice_aoo, codice_fiscale, " \
	"indirizzo, pec, attivo, unito_a"

#define QUERY_CORRISPONDENTI(X)						\
X(CORRISPONDENTE_SET, "INSERT OR REPLACE INTO corrispondente VALUES (?1, ?2, " \
    "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")			\
X(NUMERO_CORRISPONDENTE, "SELECT coalesce(max(codice), 0) + 1 "		\
    "FROM corrispondente")						\
X(CORRISPONDENTE, "SELECT " CORRISPONDENTE_COLONNE " FROM corrispondente " \
    "WHERE codice = ?1")						\
X(CORRISPONDENTE_PARI, "SELECT codice FROM corrispondente WHERE parole = ?1 " \
    "AND codice <> ?3 AND unito_a = 0 UNION SELECT codice FROM "	\
    "corrispondente WHERE codice_ipa = ?2 AND codice <> ?3 "		\
    "AND unito_a = 0 ORDER BY codice LIMIT 1")			\
X(CORRISPONDENTI, "SELECT " CORRISPONDENTE_COLONNE " FROM corrispondente " \
    "WHERE (?1 = '' OR instr(parole, ?1) > 0 OR instr(lower(coalesce("	\
    "codice_ipa, '')), ?2) > 0 OR instr(lower(coalesce(pec, '')), ?2) > 0) " \
    "ORDER BY denominazione, codice LIMIT 200")				\
X(CORRISPONDENTI_UNITI, "SELECT " CORRISPONDENTE_COLONNE		\
    " FROM corrispondente WHERE unito_a = ?1 ORDER BY codice")

#endif

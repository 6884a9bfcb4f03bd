/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_carte.h - documents a person has signed, adopted types.  Internal to
 * registro/.
 */
#ifndef REGISTRO_QUERY_CARTE_H
#define REGISTRO_QUERY_CARTE_H

#define QUERY_CARTE(X)							\
X(SOTTOSCRITTO, "SELECT 1 FROM sottoscrizione WHERE documento = ?1 "	\
    "AND firmata = 1 LIMIT 1")						\
X(TIPO, "SELECT nome, denominazione, versione FROM tipo WHERE nome = ?1") \
X(TIPI, "SELECT nome, denominazione, versione FROM tipo ORDER BY nome")	\
/* is it a head this folder has had? */					\
X(COMMIT_DI, "SELECT 1 FROM posto WHERE cartella = ?1 "			\
    "AND commit_id = ?2 LIMIT 1")					\
/* projections */							\
X(SOTTOSCRIZIONE_ADD, "INSERT INTO sottoscrizione VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6)")								\
X(TIPO_SET, "INSERT OR REPLACE INTO tipo VALUES (?1, ?2, ?3, ?4)")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/* query_repertori.h - the statements of repertories (query.h). */
#ifndef REGISTRO_QUERY_REPERTORI_H
#define REGISTRO_QUERY_REPERTORI_H

/* Visible entries, table aliased v: all; those of an office of the user; own
 * ones. */
#define VEDE_VOCE							\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 " \
	"AND (p.ambito IN ('tutti', 'registro') OR v.operatore = ?1 "	\
	"OR (p.ambito = 'ufficio' AND EXISTS (SELECT 1 FROM utente_ufficio u " \
	"WHERE u.utente = ?1 AND u.ufficio = v.ufficio))))"

#define VOCE_IN_CHIARO							\
	"(v.riservata = 0 OR v.operatore = ?1 OR EXISTS (SELECT 1 FROM "	\
	"potere p WHERE p.utente = ?1 AND p.atto = 'vedi-riservate'))"

#define VOCE_COLONNE							\
	"v.anno, v.numero, v.ora, v.operatore, "				\
	"CASE WHEN " VOCE_IN_CHIARO " THEN v.oggetto END, v.data_documento, " \
	"v.autore, v.riservata, v.protocollo_anno, v.protocollo_numero"

#define QUERY_REPERTORI(X)						\
X(REPERTORIO_SET, "INSERT OR REPLACE INTO repertorio VALUES (?1, ?2, ?3, ?4)") \
X(VOCE_REPERTORIO_ADD, "INSERT INTO voce_repertorio VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")			\
X(FILE_REPERTORIO_ADD, "INSERT INTO file_repertorio VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8)")							\
X(NUMERO_REPERTORIO, "SELECT max(coalesce((SELECT max(numero) "		\
    "FROM voce_repertorio WHERE repertorio = ?1 AND anno = ?2), 0), "	\
    "coalesce((SELECT max(al) FROM perduto WHERE serie = 'R:' || ?1 "	\
    "AND anno = ?2), 0)) + 1")						\
X(REPERTORIO, "SELECT denominazione, attivo FROM repertorio "		\
    "WHERE codice = ?1")						\
X(REPERTORI, "SELECT codice, denominazione, norma, attivo FROM repertorio " \
    "ORDER BY codice")							\
X(VOCE, "SELECT " VOCE_COLONNE " FROM voce_repertorio v "		\
    "WHERE v.repertorio = ?3 AND v.anno = ?4 AND v.numero = ?5 AND "	\
    VEDE_VOCE)								\
X(VOCI, "SELECT " VOCE_COLONNE " FROM voce_repertorio v "		\
    "WHERE v.repertorio = ?3 AND v.anno = ?4 AND v.numero > ?5 AND "	\
    VEDE_VOCE " ORDER BY v.numero LIMIT 101")				\
X(FILES_REPERTORIO, "SELECT ordine, nome, impronta, tipo, dimensione "	\
    "FROM file_repertorio WHERE repertorio = ?1 AND anno = ?2 "		\
    "AND numero = ?3 ORDER BY ordine")					\
X(ATTO_VOCI, "SELECT repertorio, anno, numero FROM voce_repertorio "	\
    "WHERE seq = ?1 ORDER BY repertorio, anno, numero")

#endif

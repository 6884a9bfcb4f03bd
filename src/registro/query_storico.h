/* SPDX-License-Identifier: EUPL-1.2 */
/* query_storico.h - the statements of registers brought in (query.h).  They
 * belong to the office that keeps the register: ambiti tutti and registro. */
#ifndef REGISTRO_QUERY_STORICO_H
#define REGISTRO_QUERY_STORICO_H

#define VEDE_STORICO							\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 " \
	"AND p.ambito IN ('tutti', 'registro'))"

#define STORICO_IN_CHIARO						\
	"(t.riservata = 0 OR EXISTS (SELECT 1 FROM potere p WHERE "	\
	"p.utente = ?1 AND p.atto = 'vedi-riservate'))"

#define STORICO_COLONNE							\
	"t.riga, t.numero, t.data, t.flusso, t.annullata, t.riservata, " \
	STORICO_IN_CHIARO ", t.oggetto, t.corrispondente, "		\
	"t.protocollo_mittente, t.classifica, t.nota, t.origine"

#define QUERY_STORICO(X)						\
X(STORICO_ADD, "INSERT INTO storico VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, ?10, ?11, ?12, ?13, ?14, ?15)")					\
X(IMPORTAZIONE_SET, "INSERT OR REPLACE INTO importazione VALUES (?1, ?2, " \
    "coalesce((SELECT righe FROM importazione WHERE origine = ?1), 0) + ?3, " \
    "?4)")								\
X(IMPORTAZIONI, "SELECT origine, denominazione, righe FROM importazione "	\
    "ORDER BY origine")							\
X(IMPORTAZIONI_N, "SELECT count(*) FROM attuale WHERE cartella = ?1 "	\
    "AND percorso > 'storici/' AND percorso < 'storici0' "		\
    "AND tipo = 'importazione'")						\
X(STORICO_C_E, "SELECT 1 FROM storico WHERE origine = ?1 AND anno = ?2 "	\
    "AND numero = ?3")							\
X(STORICO_RIGHE, "SELECT " STORICO_COLONNE " FROM storico t "		\
    "WHERE t.origine = ?3 AND t.anno = ?4 AND t.riga > ?5 AND "		\
    VEDE_STORICO " ORDER BY t.riga LIMIT 101")				\
X(STORICO_UNA, "SELECT " STORICO_COLONNE " FROM storico t "		\
    "WHERE t.origine = ?3 AND t.anno = ?4 AND t.numero = ?5 AND "	\
    VEDE_STORICO)							\
/* ?3 match, ?4 behind this key */					\
X(STORICO_TROVA, "SELECT " STORICO_COLONNE ", t.chiave "			\
    "FROM ricerca_indice f CROSS JOIN storico t ON t.chiave = f.rowid "	\
    "WHERE f.ricerca_indice MATCH ?3 AND f.rowid < ?4 AND "		\
    VEDE_STORICO " AND " STORICO_IN_CHIARO				\
    " ORDER BY f.rowid DESC LIMIT 101")					\
X(STORICO_ANNI, "SELECT t.anno, count(*) FROM storico t "		\
    "WHERE t.origine = ?1 GROUP BY t.anno ORDER BY t.anno")

#endif

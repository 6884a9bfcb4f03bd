/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_fascicoli.h - statements on fascicoli and on what is in them.
 */
#ifndef REGISTRO_QUERY_FASCICOLI_H
#define REGISTRO_QUERY_FASCICOLI_H

/* Fascicoli, view fascicolo_ora aliased c: one in a cartella, as a document of
 * it; the others are also of who keeps the register. */
#define VEDE_FASCICOLO							\
	"iif(c.cartella_anno IS NULL, "					\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 " \
	"AND (p.ambito IN ('tutti', 'registro') OR c.responsabile = ?1 "	\
	"OR (p.ambito = 'ufficio' AND EXISTS (SELECT 1 FROM "		\
	"utente_ufficio u WHERE u.utente = ?1 AND u.ufficio = c.ufficio)))), " \
	"EXISTS (SELECT 1 FROM cartella cc WHERE cc.anno = c.cartella_anno " \
	"AND cc.numero = c.cartella_numero AND " VEDE_CASO_DI("cc")	\
	" AND " VEDE_TIPO_DI("'fascicolo'", "cc") "))"

#define QUERY_FASCICOLI(X)						\
X(NUMERO_FASCICOLO, NUMERO_DOPO("fascicolo", "'FA'"))			\
X(VEDE_FASCICOLO_Q, "SELECT c.stato, c.oggetto, c.classifica, c.padre_serie, " \
    "c.padre_anno, c.padre_numero, c.cartella_anno, c.cartella_numero, "	\
    "c.livello, c.ufficio, c.responsabile, c.chiuso FROM fascicolo_ora c "	\
    "WHERE c.anno = ?3 AND c.numero = ?4 AND " VEDE_FASCICOLO)		\
/* of whose paper a document of theirs is */				\
X(UFFICIO_AC, "SELECT ufficio FROM accesso WHERE anno = ?1 "		\
    "AND numero = ?2")							\
X(UFFICIO_CS, "SELECT ufficio FROM cartella WHERE anno = ?1 "		\
    "AND numero = ?2")							\
X(UFFICIO_FA, "SELECT ufficio FROM fascicolo_ora WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(SOTTO_APERTI, "SELECT count(*) FROM fascicolo WHERE padre_serie = ?1 "	\
    "AND padre_anno = ?2 AND padre_numero = ?3 AND chiuso IS NULL")	\
X(SOTTO, "SELECT c.anno, c.numero, c.stato, c.oggetto FROM fascicolo_ora c " \
    "WHERE c.padre_serie = ?3 AND c.padre_anno = ?4 AND c.padre_numero = ?5 " \
    "AND " VEDE_FASCICOLO " ORDER BY c.anno, c.numero")			\
/* whoever sees a fascicolo knows what is in it, but not what it says; who	\
 * consults from another body, neither */				\
X(CONTENUTO, "SELECT r.anno, r.numero, r.ora, r.flusso, r.annullata, "	\
    "CASE WHEN " VEDE_REGISTRAZIONE " AND " IN_CHIARO			\
    " THEN r.oggetto END FROM fascicolo_documento d JOIN protocollo r "	\
    "ON r.anno = d.protocollo_anno AND r.numero = d.protocollo_numero "	\
    "WHERE d.serie = ?3 AND d.anno = ?4 AND d.numero = ?5 "		\
    "AND NOT " DI_ALTRO_ENTE " "						\
    "GROUP BY r.anno, r.numero ORDER BY r.anno, r.numero")		\
X(FASCICOLI_DI, "SELECT DISTINCT c.anno, c.numero, c.oggetto "		\
    "FROM fascicolo_documento d JOIN fascicolo_ora c ON c.anno = d.anno "	\
    "AND c.numero = d.numero WHERE d.serie = 'FA' "			\
    "AND d.protocollo_anno = ?3 AND d.protocollo_numero = ?4 AND "	\
    VEDE_FASCICOLO " ORDER BY c.anno, c.numero")			\
X(CARTELLE_DI, "SELECT DISTINCT c.anno, c.numero FROM fascicolo_documento d " \
    "JOIN cartella c ON c.anno = d.anno AND c.numero = d.numero "	\
    "WHERE d.serie = 'CS' AND d.protocollo_anno = ?3 "			\
    "AND d.protocollo_numero = ?4 AND " VEDE_CASO			\
    " ORDER BY c.anno, c.numero")					\
X(COME_IN, "SELECT come FROM fascicolo_documento WHERE serie = ?1 "	\
    "AND anno = ?2 AND numero = ?3 AND protocollo_anno = ?4 "		\
    "AND protocollo_numero = ?5 ORDER BY come = 'fascicola' LIMIT 1")	\
/* is it of a case? */							\
X(DI_UN_CASO, "SELECT 1 FROM accesso WHERE protocollo_anno = ?1 "	\
    "AND protocollo_numero = ?2 UNION ALL SELECT 1 "			\
    "FROM fascicolo_documento d LEFT JOIN fascicolo f "			\
    "ON d.serie = 'FA' AND f.anno = d.anno AND f.numero = d.numero "	\
    "WHERE d.protocollo_anno = ?1 AND d.protocollo_numero = ?2 "		\
    "AND (d.serie = 'CS' OR f.cartella_anno IS NOT NULL) LIMIT 1")	\
/* all that is in a fascicolo; of a cartella, also in what it contains */	\
X(CONTENUTO_DI, "SELECT protocollo_anno, protocollo_numero "		\
    "FROM fascicolo_documento WHERE serie = ?1 AND anno = ?2 "		\
    "AND numero = ?3 UNION SELECT d.protocollo_anno, d.protocollo_numero "	\
    "FROM fascicolo f JOIN fascicolo_documento d ON d.serie = 'FA' "	\
    "AND d.anno = f.anno AND d.numero = f.numero WHERE ?1 = 'CS' "	\
    "AND f.cartella_anno = ?2 AND f.cartella_numero = ?3")		\
X(FASCICOLO_SET, "INSERT OR REPLACE INTO fascicolo VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8, ?9, "						\
    "CASE ?7 WHEN 'CS' THEN ?8 WHEN 'FA' THEN (SELECT cartella_anno "	\
    "FROM fascicolo WHERE anno = ?8 AND numero = ?9) END, "		\
    "CASE ?7 WHEN 'CS' THEN ?9 WHEN 'FA' THEN (SELECT cartella_numero "	\
    "FROM fascicolo WHERE anno = ?8 AND numero = ?9) END, "		\
    "CASE ?7 WHEN 'CS' THEN 2 WHEN 'FA' THEN (SELECT livello + 1 "	\
    "FROM fascicolo WHERE anno = ?8 AND numero = ?9) ELSE 1 END, "	\
    "?10, ?11, ?12, ?13, ?14)")						\
X(ACCOGLIE, "INSERT OR IGNORE INTO fascicolo_documento VALUES (?1, ?2, ?3, " \
    "?4, ?5, ?6, ?7)")							\
X(LASCIA, "DELETE FROM fascicolo_documento WHERE serie = ?1 AND anno = ?2 " \
    "AND numero = ?3 AND protocollo_anno = ?4 AND protocollo_numero = ?5 " \
    "AND come = 'fascicola'")						\
X(REGISTRATA, "SELECT 1 FROM protocollo WHERE anno = ?1 AND numero = ?2") \
X(PROTOCOLLO_DI_ACCESSO, "SELECT protocollo_anno, protocollo_numero "	\
    "FROM accesso WHERE anno = ?1 AND numero = ?2 "			\
    "AND protocollo_numero IS NOT NULL")

#endif

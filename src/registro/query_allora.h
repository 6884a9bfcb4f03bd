/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_allora.h - a folder as it stood at the end of a day.  Internal to
 * registro/.
 *
 * ?1 user, ?2 atto, ?3 folder, ?4 year, ?5 number, ?6 the day.  The versions
 * are of then; who may read them is decided by what he may read now.
 */
#ifndef REGISTRO_QUERY_ALLORA_H
#define REGISTRO_QUERY_ALLORA_H

/* The versions of a folder d written up to that day, and where they stand. */
#define FINO_AL								\
	"JOIN posto p ON p.cartella = ?3 JOIN catena k ON k.seq = p.seq "	\
	"JOIN documento d ON d.seq = p.seq AND d.cartella = p.cartella "	\
	"WHERE c.anno = ?4 AND c.numero = ?5 "				\
	"AND substr(k.ora, 1, 10) <= ?6 AND "
#define VERSIONE_AL							\
	"SELECT d.percorso, " TIPO_ORA ", " IMPRONTA_ORA ", d.seq, "	\
	"p.commit_id, k.ora, " \
	"k.operatore FROM "
#define IN_ORDINE " ORDER BY d.percorso, d.seq"

/* What came of others up to that day: it has been as it is since. */
#define VENUTI_FINO_AL							\
	"SELECT d.percorso, d.tipo, d.impronta, d.seq, p.commit_id, k.ora, " \
	"k.operatore FROM cartella c JOIN attuale d ON d.cartella = ?3 "	\
	"AND d.percorso > 'precedenti/' AND d.percorso < 'precedenti0' "	\
	"JOIN posto p ON p.seq = d.seq AND p.cartella = d.cartella "	\
	"JOIN catena k ON k.seq = d.seq WHERE c.anno = ?4 "		\
	"AND c.numero = ?5 AND substr(k.ora, 1, 10) <= ?6 AND "

/* The registrations of fascicolo (?3, ?4, ?5) on that day: those still there
 * and those since taken out. */
#define RIMASTE_O_TOLTE							\
	"(SELECT y.protocollo_anno AS anno, y.protocollo_numero AS numero " \
	"FROM fascicolo_documento y JOIN catena k ON k.seq = y.seq "	\
	"WHERE y.serie = ?3 AND y.anno = ?4 AND y.numero = ?5 "		\
	"AND substr(k.ora, 1, 10) <= ?6 "				\
	"UNION SELECT y.protocollo_anno, y.protocollo_numero "		\
	"FROM fascicolo_tolto y JOIN catena k ON k.seq = y.seq "		\
	"JOIN catena kt ON kt.seq = y.tolto "				\
	"WHERE y.serie = ?3 AND y.anno = ?4 AND y.numero = ?5 "		\
	"AND substr(k.ora, 1, 10) <= ?6 AND substr(kt.ora, 1, 10) > ?6)"

#define QUERY_ALLORA(X)							\
X(ALLORA_AC, VERSIONE_AL "accesso c " FINO_AL LEGGE_DOCUMENTO IN_ORDINE)	\
/* another body consults what there is, not what there was */		\
X(ALLORA_CS, VERSIONE_AL "cartella c " FINO_AL LEGGE_DOCUMENTO		\
    " AND NOT " DI_ALTRO_ENTE " UNION ALL " VENUTI_FINO_AL			\
    LEGGE_DOCUMENTO " AND NOT " DI_ALTRO_ENTE " ORDER BY 1, 4")		\
X(ALLORA_FA, VERSIONE_AL "fascicolo_ora c " FINO_AL VEDE_FASCICOLO	\
    IN_ORDINE)								\
/* had it any act by that day? */					\
X(APERTO_AL, "SELECT 1 FROM posto p JOIN catena k ON k.seq = p.seq "	\
    "WHERE p.cartella = ?1 AND substr(k.ora, 1, 10) <= ?2 LIMIT 1")	\
/* as CONTENUTO and SOTTO; an oggetto and an annulment are of then */	\
X(CONTENUTO_AL, "SELECT r.anno, r.numero, r.ora, r.flusso, "		\
    "EXISTS (SELECT 1 FROM annullamento x WHERE x.anno = r.anno "	\
    "AND x.numero = r.numero AND substr(x.ora, 1, 10) <= ?6), "		\
    "CASE WHEN " VEDE_REGISTRAZIONE " AND " IN_CHIARO " THEN "		\
    "coalesce((SELECT t.prima FROM rettifica t WHERE t.anno = r.anno "	\
    "AND t.numero = r.numero AND t.campo = 'oggetto' "			\
    "AND substr(t.ora, 1, 10) > ?6 ORDER BY t.ordine LIMIT 1), r.oggetto) " \
    "END FROM " RIMASTE_O_TOLTE " y JOIN protocollo r "			\
    "ON r.anno = y.anno AND r.numero = y.numero "			\
    "WHERE NOT " DI_ALTRO_ENTE " "					\
    "ORDER BY r.anno, r.numero")					\
X(SOTTO_AL, "SELECT c.anno, c.numero, "					\
    "iif(substr(c.chiuso, 1, 10) <= ?6, c.stato, 'aperto'), c.oggetto "	\
    "FROM fascicolo_ora c WHERE c.padre_serie = ?3 AND c.padre_anno = ?4 " \
    "AND c.padre_numero = ?5 AND substr(c.aperto, 1, 10) <= ?6 AND "	\
    VEDE_FASCICOLO " ORDER BY c.anno, c.numero")			\
/* projection: ?6 the act that takes it out */				\
X(TOLTO_ADD, "INSERT OR IGNORE INTO fascicolo_tolto "			\
    "SELECT serie, anno, numero, protocollo_anno, protocollo_numero, seq, " \
    "?6 FROM fascicolo_documento WHERE serie = ?1 AND anno = ?2 "	\
    "AND numero = ?3 AND protocollo_anno = ?4 AND protocollo_numero = ?5 " \
    "AND come = 'fascicola'")

#endif

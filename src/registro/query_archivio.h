/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_archivio.h - cartelle and fascicoli of a year, a page at a time, as
 * user ?1 who does ?2 may see them; days and seals, to whom may read a day.
 * Internal to registro/.
 */
#ifndef REGISTRO_QUERY_ARCHIVIO_H
#define REGISTRO_QUERY_ARCHIVIO_H

#include "registro/query_fascicoli.h"
#include "registro/query_legami.h"

#define ARCHIVIO_RIGHE "51"		/* a page, and one that says there are more */

/* ?3 year, ?4 behind this number, ?5 "chiusi", "aperti" or "tutti" */
#define DELLO_STATO(chiuso)						\
	"(?5 = 'tutti' OR (?5 = 'chiusi') = (" chiuso " IS NOT NULL))"

/* Which days there are and which are sealed: who may read a day, and who keeps
 * the whole archive, who reads none. */
#define LEGGE_I_GIORNI							\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "		\
	"AND (p.atto = 'giorno' OR (p.atto = 'archivio' "		\
	"AND p.ambito = 'tutti')))"

#define COPERTINE_DOVE(quali)						\
	"SELECT c.anno, c.numero, c.stato, c.classifica, "		\
	"c.ufficio, c.responsabile, c.aperta, c.chiusa, c.motivo, "	\
	SCARTATO_IL("CS", "c") " "					\
	"FROM cartella c WHERE " quali " AND " VEDE_CASO " AND "		\
	VEDE_SAGOMA_DI("c")

#define QUERY_ARCHIVIO(X)						\
X(ARCHIVIO_CARTELLE, COPERTINE_DOVE("c.anno = ?3 AND c.numero > ?4 AND " \
    DELLO_STATO("c.chiusa")) " ORDER BY c.numero LIMIT " ARCHIVIO_RIGHE)	\
/* closed in the year ?3, behind number (?4, ?5) */			\
X(ARCHIVIO_CHIUSE, COPERTINE_DOVE("c.chiusa BETWEEN "			\
    "printf('%04d-01-01', ?3) AND printf('%04d-12-31', ?3) "		\
    "AND c.stato = 'chiuso' AND (c.anno, c.numero) > (?4, ?5)")		\
    " ORDER BY c.anno, c.numero LIMIT " ARCHIVIO_RIGHE)			\
X(ARCHIVIO_FASCICOLI, "SELECT c.anno, c.numero, c.stato, c.classifica, "	\
    "c.ufficio, c.responsabile, c.aperto, c.chiuso, c.oggetto, c.tipo, "	\
    "c.padre_serie, c.padre_anno, c.padre_numero, "			\
    SCARTATO_IL("FA", "c") " "						\
    "FROM fascicolo_ora c WHERE c.anno = ?3 AND c.numero > ?4 AND "	\
    DELLO_STATO("c.chiuso") " AND " VEDE_FASCICOLO			\
    " ORDER BY c.numero LIMIT " ARCHIVIO_RIGHE)				\
/* the newest first: ?2 year */						\
X(ARCHIVIO_GIORNI, "SELECT g.data, g.registrazioni, k.ora, k.utente, "	\
    "k.chiave FROM giornaliero g LEFT JOIN chiusura_giorno k "		\
    "ON k.data = g.data WHERE g.data BETWEEN ?2 || '-01-01' "		\
    "AND ?2 || '-12-31' AND " LEGGE_I_GIORNI " ORDER BY g.data DESC")	\
X(ARCHIVIO_SIGILLI, "SELECT s.ultimo, s.giorno, s.utente, s.chiave, k.ora "	\
    "FROM sigillo s JOIN catena k ON k.seq = s.seq "			\
    "WHERE s.seq > 0 AND " LEGGE_I_GIORNI				\
    " ORDER BY s.seq DESC LIMIT 20")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/* query_verdetti.h - what was found of signatures, by the impronta of their
 * bytes (query.h). */
#ifndef REGISTRO_QUERY_VERDETTI_H
#define REGISTRO_QUERY_VERDETTI_H

#define VERDETTO_COLONNE						\
	"v.anno, v.numero, v.ordine, v.firma, v.su, v.ora, v.operatore, " \
	"v.formato, v.esito, v.riga, v.cartella, v.percorso, "		\
	"(SELECT substr(dk.ora, 1, 10) FROM distrutto dx JOIN catena dk "	\
	"ON dk.seq = dx.seq WHERE dx.impronta = v.su "			\
	"AND dx.seq > v.seq LIMIT 1) "

/*
 * A verdict is of bytes: it is shown wherever they are, to whom may see where
 * it was given.  That of a detached signature (what it is of is a file of its
 * registration) is of two: it is shown where both are, at the file that by its
 * name is the signature of the other (atti/firme/firme_ricevute.c), so that a copy of
 * it laid beside something else does not vouch for that.
 */
#define STACCATA							\
	"EXISTS (SELECT 1 FROM file_ogni h WHERE h.impronta = v.su "		\
	"AND h.anno = v.anno AND h.numero = v.numero)"

#define E_P7S(f) "lower(substr(" f ".nome, -4)) = '.p7s'"

/* "atto.pdf.p7s" or "atto.p7s" of "atto.pdf". */
#define FIRMA_DI(f, g)							\
	"(" E_P7S(f) " AND lower(substr(" g ".nome, 1, "		\
	"length(" f ".nome) - 4)) = "					\
	"lower(substr(" f ".nome, 1, length(" f ".nome) - 4)) "		\
	"AND substr(" g ".nome, length(" f ".nome) - 3, 1) IN ('', '.'))"

/* Is the verdict v of what stands at the file f? */
#define DEL_POSTO							\
	"(NOT " STACCATA						\
	" OR EXISTS (SELECT 1 FROM file_ogni g WHERE g.anno = f.anno "	\
	"AND g.numero = f.numero AND g.impronta = v.su "		\
	"AND " FIRMA_DI("f", "g") ") "					\
	/* its content is inside, and came by itself too */		\
	"OR (v.anno = f.anno AND v.numero = f.numero AND NOT EXISTS ("	\
	"SELECT 1 FROM file_ogni s WHERE s.anno = f.anno "			\
	"AND s.numero = f.numero AND s.impronta = f.impronta "		\
	"AND " E_P7S("s") ")))"

#define VERDETTI_DI_DA(tabella, posto)					\
	"SELECT " VERDETTO_COLONNE ", " posto " FROM " tabella " f "	\
	"JOIN verdetto v ON v.firma = f.impronta "			\
	"JOIN protocollo r ON r.anno = v.anno AND r.numero = v.numero "	\
	"WHERE f.anno = ?3 AND f.numero = ?4 "				\
	"AND " DEL_POSTO " AND " VEDE_REGISTRAZIONE			\
	" AND " IN_CHIARO " ORDER BY f.ordine, v.seq, v.ordine"

#define QUERY_VERDETTI(X)						\
X(VERDETTO_ADD, "INSERT INTO verdetto VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, " \
    "?8, ?9, ?10, ?11, ?12, ?13)")					\
X(VERDETTI_N, "SELECT coalesce(max(ordine), 0) FROM verdetto "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(VERDETTI_SOTTO, "SELECT coalesce(max(ordine), 0) FROM verdetto "	\
    "WHERE cartella = ?1 AND percorso > ?2 || '/' "			\
    "AND percorso < ?2 || '0'")						\
X(VERDETTI_PERCORSI, "SELECT percorso FROM verdetto "			\
    "WHERE cartella = ?1 AND percorso > ?2 || '/' "			\
    "AND percorso < ?2 || '0' ORDER BY ordine")				\
X(VERDETTI_DI, VERDETTI_DI_DA("file", "f.ordine"))			\
X(VERDETTI_COPIE, VERDETTI_DI_DA("copia_acquisita",			\
    "'c' || f.ordine || '.' || f.parte"))				\
X(VERDETTI_IMPRONTA, "SELECT " VERDETTO_COLONNE ", 0 FROM verdetto v "	\
    "JOIN protocollo r ON r.anno = v.anno AND r.numero = v.numero "	\
    "WHERE v.firma = ?3 AND " VEDE_REGISTRAZIONE			\
    " AND " IN_CHIARO " ORDER BY v.seq, v.ordine")			\
X(VERDETTI_SU, "SELECT " VERDETTO_COLONNE ", 0 FROM verdetto v "		\
    "JOIN protocollo r ON r.anno = v.anno AND r.numero = v.numero "	\
    "WHERE v.su = ?3 AND v.firma <> ?3 AND " VEDE_REGISTRAZIONE		\
    " AND " IN_CHIARO " ORDER BY v.seq, v.ordine")

#endif

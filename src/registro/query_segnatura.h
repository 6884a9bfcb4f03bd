/* SPDX-License-Identifier: EUPL-1.2 */
/* query_segnatura.h - what the program noted on the files of a registration
 * (query.h). */
#ifndef REGISTRO_QUERY_SEGNATURA_H
#define REGISTRO_QUERY_SEGNATURA_H

#define QUERY_SEGNATURA(X)						\
X(ATTO_NOTE, "SELECT f.nome, f.nota FROM registrazione r JOIN file f "	\
    "ON f.anno = r.anno AND f.numero = r.numero WHERE r.seq = ?1 "	\
    "AND f.nota IS NOT NULL ORDER BY r.anno, r.numero, f.ordine")

#endif

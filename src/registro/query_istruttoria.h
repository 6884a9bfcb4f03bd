/* SPDX-License-Identifier: EUPL-1.2 */
/* query_istruttoria.h - statements of the inquiry, its decision and the letters
 * it waits for (query.h). */
#ifndef REGISTRO_QUERY_ISTRUTTORIA_H
#define REGISTRO_QUERY_ISTRUTTORIA_H

/* Cartelle that wait for a step of theirs: `che` in attesa; the document that
 * waits is the last of that directory (its end: / is before 0), if the user
 * may read it. */
#define CASI_IN_ATTESA(che)						\
	"FROM attesa t JOIN cartella c ON c.anno = t.anno "		\
	"AND c.numero = t.numero WHERE t.che = '" che "' "		\
	"AND c.stato = 'in-istruttoria' AND " VEDE_CASO
#define CASI_IN_ATTESA_LISTA(che, dir)					\
	"SELECT printf('CS-%d-%07d', c.anno, c.numero), prime.dal, "	\
	GIORNI("prime.dal") ", (SELECT max(d.percorso) FROM attuale d "	\
	"WHERE d.cartella = printf('cartelle/%d/%07d', c.anno, c.numero) " \
	"AND d.percorso > '" dir "/' AND d.percorso < '" dir "0' "	\
	"AND " VEDE_TIPO "), "						\
	"c.responsabile, 0 FROM "					\
	SCRIVANIA_PRIME("t", "t.dal", CASI_IN_ATTESA(che)) " prime "	\
	"JOIN cartella c ON c.anno = prime.anno AND c.numero = prime.numero " \
	"ORDER BY prime.anno, prime.numero"

#define QUERY_ISTRUTTORIA(X)						\
X(RICEVUTA_IL, "SELECT min(data) FROM (SELECT data FROM "		\
    "ricevuta_spedizione WHERE anno = ?1 AND numero = ?2 "		\
    "AND esito = 'consegna' UNION ALL SELECT data FROM invio "		\
    "WHERE anno = ?1 AND numero = ?2 AND stato = 'inviato' "		\
    "AND mezzo = 'consegna-a-mano')")					\
X(DA_ISTRUIRE, CASI_IN_ATTESA_LISTA("da-istruire", "proposte"))		\
X(DA_ISTRUIRE_N, SCRIVANIA_QUANTE(CASI_IN_ATTESA("da-istruire")))	\
X(DA_FIRMARE, CASI_IN_ATTESA_LISTA("da-firmare", "determinazioni"))	\
X(DA_FIRMARE_N, SCRIVANIA_QUANTE(CASI_IN_ATTESA("da-firmare")))

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/* query_spedizione.h - statements on the sending of uscite (query.h). */
#ifndef REGISTRO_QUERY_SPEDIZIONE_H
#define REGISTRO_QUERY_SPEDIZIONE_H

#define QUERY_SPEDIZIONE(X)						\
X(SPEDIZIONE_ADD, "INSERT INTO spedizione VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11)")						\
X(RICEVUTA_ADD, "INSERT INTO ricevuta_spedizione VALUES (?1, ?2, ?3, ?4, "	\
    "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")			\
X(INVIO_SET, "INSERT INTO invio VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 0, ?7) "	\
    "ON CONFLICT (anno, numero, destinatario) DO UPDATE SET "		\
    "stato = excluded.stato, mezzo = excluded.mezzo, "			\
    "data = excluded.data, tentativi = tentativi + 1, "			\
    "partite = partite + (stato = 'inviato'), "				\
    "seq = excluded.seq")						\
X(INVIO_STATO, "UPDATE invio SET stato = ?4, seq = ?5 WHERE anno = ?1 "	\
    "AND numero = ?2 AND destinatario = ?3")				\
X(INVIO, "SELECT stato, mezzo, data, tentativi FROM invio "		\
    "WHERE anno = ?1 AND numero = ?2 AND destinatario = ?3")		\
X(INVII, "SELECT destinatario, stato, mezzo, data, tentativi, partite "	\
    "FROM invio WHERE anno = ?1 AND numero = ?2 ORDER BY destinatario")	\
X(SPEDIZIONI, "SELECT ordine, destinatario, mezzo, data, estremi, nota, "	\
    "operatore, ora FROM spedizione WHERE anno = ?1 AND numero = ?2 "	\
    "ORDER BY ordine, destinatario")					\
X(RICEVUTE, "SELECT ordine, destinatario, esito, data, estremi, nome, "	\
    "impronta, tipo, dimensione, operatore, ora, "			\
    DISTRUTTO_IL("f", "f.seq") " FROM ricevuta_spedizione f "		\
    "WHERE anno = ?1 AND numero = ?2 ORDER BY ordine")

#endif

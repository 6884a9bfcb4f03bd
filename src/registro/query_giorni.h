/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_giorni.h - statements about days: the daily register, its seal.
 * Internal to registro/.
 */
#ifndef REGISTRO_QUERY_GIORNI_H
#define REGISTRO_QUERY_GIORNI_H

#include "registro/query_correzioni.h"

#define GIORNALIERO							\
	"SELECT g.data, g.documento, g.impronta, g.precedente, "	\
	"g.registrazioni, g.primo, g.ultimo, g.anello, g.letture, "	\
	"g.lettura_ultima, g.lettura_impronta, c.data IS NOT NULL "	\
	"FROM giornaliero g LEFT JOIN chiusura_giorno c ON c.data = g.data "

#define QUERY_GIORNI(X)							\
X(GIORNALIERO_ADD, "INSERT INTO giornaliero VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11, ?12)")					\
X(CHIUSURA_ADD, "INSERT INTO chiusura_giorno VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10)")							\
X(GIORNALIERO_ULTIMO, GIORNALIERO "WHERE g.data = "			\
    "(SELECT max(data) FROM giornaliero)")				\
X(GIORNALIERO_UNO, GIORNALIERO "WHERE g.data = ?1")			\
X(GIORNALIERI, GIORNALIERO "WHERE g.data BETWEEN ?1 AND ?2 ORDER BY g.data") \
X(DA_CHIUDERE, "SELECT data FROM giornaliero WHERE data > coalesce("	\
    "(SELECT max(data) FROM chiusura_giorno), '') ORDER BY data LIMIT 1") \
X(CHIUSURA, "SELECT giornaliero, pdf, manifesto, firma, utente, chiave, " \
    "ora, anno FROM chiusura_giorno WHERE data = ?1")				\
X(PRIMO_GIORNO, "SELECT substr(ora, 1, 10) FROM catena WHERE seq = 1")	\
/* the last link that a day has behind those of the day before */	\
X(FINE_GIORNO, "SELECT seq, impronta FROM catena WHERE seq > ?1 "	\
    "AND seq <= ?3 AND substr(ora, 1, 10) <= ?2 ORDER BY seq DESC LIMIT 1")		\
X(GIORNO_REGISTRAZIONI, "SELECT p.anno, p.numero, p.ora, p.operatore, "	\
    "p.flusso, p.oggetto, p.riservata, p.riservata_motivo, "		\
    "p.riservata_fino, p.mezzo, p.data_arrivo, p.protocollo_mittente, "	\
    "p.protocollo_mittente_data, p.classifica, p.annullata "		\
    "FROM registrazione g JOIN protocollo p ON p.anno = g.anno "	\
    "AND p.numero = g.numero WHERE g.seq BETWEEN ?1 AND ?2 "		\
    "ORDER BY p.anno, p.numero")					\
X(GIORNO_PARTI, "SELECT parte, denominazione, codice_ipa, indirizzo, pec " \
    "FROM parte WHERE anno = ?1 AND numero = ?2 "			\
    "ORDER BY parte = 'destinatario', ordine")				\
/* each subject that adds something to a registration has its SELECT here: \
 * tipo, anno, numero, ora, operatore, campo, prima, dopo, motivo,	\
 * provvedimento, impronta, seq */					\
X(GIORNO_VARIAZIONI, "SELECT 'copia-acquisita', anno, numero, ora, operatore, " \
    "nome, NULL, NULL, conformita, NULL, impronta, seq FROM copia_acquisita " \
    "WHERE seq BETWEEN ?1 AND ?2 UNION ALL " VARIAZIONI_CORREZIONI	\
    "ORDER BY 12, 2, 3")			\
X(GIORNO_QUANTE, "SELECT count(*) FROM registrazione "			\
    "WHERE seq BETWEEN ?1 AND ?2")					\
/* with a bare column beside max() SQLite gives that of the row it found */ \
X(GIORNO_TESTE, "SELECT cartella, commit_id, max(seq) FROM posto "	\
    "WHERE seq BETWEEN ?1 AND ?2 GROUP BY cartella ORDER BY cartella")	\
X(ULTIMO_ORDINARIO, "SELECT substr(k.ora, 1, 10) FROM catena k "	\
    "WHERE NOT EXISTS (SELECT 1 FROM ora_confermata o WHERE o.seq = k.seq) " \
    "ORDER BY k.seq DESC LIMIT 1")

#endif

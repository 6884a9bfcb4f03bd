/* SPDX-License-Identifier: EUPL-1.2 */
/* query_correzioni.h - statements on corrections (query.h). */
#ifndef REGISTRO_QUERY_CORREZIONI_H
#define REGISTRO_QUERY_CORREZIONI_H

#include "registro/query_scrivania.h"

/* Requests for who keeps the register: a registration is one line. */
#define RICHIESTE_APERTE(tipo)						\
	"FROM (SELECT t.anno, t.numero, min(t.dal) AS dal "		\
	"FROM richiesta_aperta t WHERE t.tipo = '" tipo "' "		\
	"AND EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND p.ambito IN ('tutti', 'registro')) "	\
	"GROUP BY t.anno, t.numero) una"

/* What the daily register says of them (query_giorni.h). */
#define VARIAZIONI_CORREZIONI						\
	"SELECT 'rettifica', anno, numero, ora, operatore, campo "	\
	"|| iif(posto > 1, ' ' || posto, ''), prima, dopo, motivo, "	\
	"provvedimento, NULL, seq FROM rettifica "			\
	"WHERE seq BETWEEN ?1 AND ?2 "					\
	"UNION ALL SELECT 'annullamento', anno, numero, ora, operatore, " \
	"NULL, NULL, NULL, motivo "					\
	"|| coalesce(' (' || provvedimento || ')', ''), "		\
	"printf('annullamenti n. %d/%d', repertorio_numero, "		\
	"repertorio_anno), NULL, seq FROM annullamento "		\
	"WHERE seq BETWEEN ?1 AND ?2 "					\
	"UNION ALL SELECT 'riserva', anno, numero, ora, operatore, "	\
	"NULL, NULL, iif(riservata, 'riservata', 'non più riservata') "	\
	"|| coalesce(' fino al ' || fino, ''), motivo, NULL, NULL, seq "	\
	"FROM riserva WHERE seq BETWEEN ?1 AND ?2 "

#define QUERY_CORREZIONI(X)						\
X(RICHIESTA_ADD, "INSERT INTO richiesta_correzione VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8, ?9, ?10)")						\
X(RICHIESTA_APRI, "INSERT INTO richiesta_aperta VALUES (?1, ?2, ?3, ?4, ?5)") \
X(RICHIESTA_CHIUDI, "DELETE FROM richiesta_aperta WHERE tipo = ?1 "	\
    "AND anno = ?2 AND numero = ?3 AND ordine = ?4")			\
X(RICHIESTE_CHIUDI, "DELETE FROM richiesta_aperta "			\
    "WHERE tipo IN ('rettifica', 'annullamento') AND anno = ?1 "	\
    "AND numero = ?2")							\
X(RICHIESTA, "SELECT q.tipo, q.campo, q.richiedente, q.operatore, "	\
    "EXISTS (SELECT 1 FROM richiesta_aperta t WHERE t.tipo = q.tipo "	\
    "AND t.anno = q.anno AND t.numero = q.numero "			\
    "AND t.ordine = q.ordine) FROM richiesta_correzione q "		\
    "WHERE q.anno = ?1 AND q.numero = ?2 AND q.ordine = ?3")		\
X(RICHIESTE, "SELECT q.ordine, q.tipo, q.campo, q.motivo, q.richiedente, " \
    "q.ora, EXISTS (SELECT 1 FROM richiesta_aperta t "			\
    "WHERE t.tipo = q.tipo AND t.anno = q.anno AND t.numero = q.numero " \
    "AND t.ordine = q.ordine) FROM richiesta_correzione q "		\
    "WHERE q.anno = ?1 AND q.numero = ?2 ORDER BY q.ordine")		\
X(DA_RETTIFICARE, REGISTRAZIONI("una", "una.dal",			\
    RICHIESTE_APERTE("rettifica")))					\
X(DA_RETTIFICARE_N, SCRIVANIA_QUANTE(RICHIESTE_APERTE("rettifica")))	\
X(DA_ANNULLARE, REGISTRAZIONI("una", "una.dal",				\
    RICHIESTE_APERTE("annullamento")))					\
X(DA_ANNULLARE_N, SCRIVANIA_QUANTE(RICHIESTE_APERTE("annullamento")))	\
X(RETTIFICA_ADD, "INSERT INTO rettifica VALUES (?1, ?2, ?3, ?4, ?5, ?6, "	\
    "?7, ?8, ?9, ?10, ?11, ?12, ?13)")					\
X(RETTIFICHE, "SELECT ordine, campo, posto, prima, dopo, motivo, "	\
    "provvedimento, operatore, ora FROM rettifica WHERE anno = ?1 "	\
    "AND numero = ?2 ORDER BY ordine")					\
X(RETTIFICA_OGGETTO, "UPDATE protocollo SET oggetto = ?3 WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(RETTIFICA_MEZZO, "UPDATE protocollo SET mezzo = ?3 WHERE anno = ?1 "	\
    "AND numero = ?2")							\
X(RETTIFICA_ARRIVO, "UPDATE protocollo SET data_arrivo = ?3 "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(RETTIFICA_MITTENTE, "UPDATE protocollo SET protocollo_mittente = ?3, "	\
    "protocollo_mittente_data = ?4 WHERE anno = ?1 AND numero = ?2")	\
X(RETTIFICA_PARTE, "UPDATE parte SET denominazione = ?5, codice_ipa = ?6, " \
    "indirizzo = ?7, pec = ?8 WHERE anno = ?1 AND numero = ?2 "		\
    "AND ordine = (SELECT x.ordine FROM parte x WHERE x.anno = ?1 "	\
    "AND x.numero = ?2 AND x.parte = ?3 ORDER BY x.ordine "		\
    "LIMIT 1 OFFSET ?4 - 1)")						\
X(ANNULLAMENTO_ADD, "INSERT INTO annullamento VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9, ?10, ?11, ?12)")					\
X(ANNULLAMENTO, "SELECT repertorio_anno, repertorio_numero, inoltrata, "	\
    "operatore, ora, motivo, provvedimento, richiedente "		\
    "FROM annullamento WHERE anno = ?1 AND numero = ?2")		\
X(PROTOCOLLO_ANNULLA, "UPDATE protocollo SET annullata = 1 "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(RISERVA_ADD, "INSERT INTO riserva VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "	\
    "?8, ?9)")								\
X(RISERVE, "SELECT riservata, motivo, fino, operatore, ora FROM riserva "	\
    "WHERE anno = ?1 AND numero = ?2 ORDER BY ordine")			\
X(PROTOCOLLO_RISERVA, "UPDATE protocollo SET riservata = ?3, "		\
    "riservata_motivo = ?4, riservata_fino = ?5 WHERE anno = ?1 "	\
    "AND numero = ?2")

#endif

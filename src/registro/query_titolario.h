/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_titolario.h - statements on the plan of classification.
 */
#ifndef REGISTRO_QUERY_TITOLARIO_H
#define REGISTRO_QUERY_TITOLARIO_H

#define QUERY_TITOLARIO(X)						\
X(TITOLARIO_AL, "SELECT t.numero, t.nome, t.valido_dal, "		\
    "(SELECT min(n.valido_dal) FROM titolario n WHERE n.valido_dal > ?1), " \
    "t.provvedimento FROM titolario t WHERE t.valido_dal <= ?1 "	\
    "ORDER BY t.valido_dal DESC, t.numero DESC LIMIT 1")		\
X(TITOLARIO_ULTIMO, "SELECT numero, valido_dal FROM titolario "		\
    "WHERE numero = (SELECT max(numero) FROM titolario)")		\
X(VOCI_TITOLARIO, "SELECT indice, denominazione FROM voce WHERE titolario = ?1 "	\
    "ORDER BY ordine")							\
X(VOCE_TITOLARIO, "SELECT denominazione FROM voce WHERE titolario = ?1 "		\
    "AND indice = ?2")							\
X(CLASSIFICHE_DAL, "SELECT DISTINCT classifica FROM protocollo "	\
    "WHERE giorno >= ?1 ORDER BY classifica")				\
/* the class of a registration, and the day it got it */		\
X(CLASSIFICATA, "SELECT r.classifica, coalesce("			\
    "(SELECT substr(k.ora, 1, 10) FROM classificazione k "		\
    "WHERE k.anno = r.anno AND k.numero = r.numero "			\
    "ORDER BY k.ordine DESC LIMIT 1), r.giorno) FROM protocollo r "	\
    "WHERE r.anno = ?1 AND r.numero = ?2")				\
X(CLASSIFICAZIONI, "SELECT da, a, motivo, operatore, ora "		\
    "FROM classificazione WHERE anno = ?1 AND numero = ?2 "		\
    "ORDER BY ordine")							\
/* documents that follow a registration: between two paths */		\
X(SEGUITI_DI, "SELECT count(*) FROM attuale WHERE cartella = ?1 "	\
    "AND percorso > ?2 AND percorso < ?3")				\
X(TITOLARIO_ADD, "INSERT INTO titolario VALUES (?1, ?2, ?3, ?4, ?5)")	\
X(VOCE_TITOLARIO_ADD, "INSERT INTO voce VALUES (?1, ?2, ?3, ?4)")			\
X(CLASSIFICAZIONE_ADD, "INSERT INTO classificazione VALUES (?1, ?2, ?3, ?4, " \
    "?5, ?6, ?7, ?8, ?9)")						\
X(PROTOCOLLO_CLASSIFICA, "UPDATE protocollo SET classifica = ?3 "	\
    "WHERE anno = ?1 AND numero = ?2")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_altrui.h - what came with a case of another body.  Internal to
 * registro/.
 */
#ifndef REGISTRO_QUERY_ALTRUI_H
#define REGISTRO_QUERY_ALTRUI_H

#define QUERY_ALTRUI(X)							\
X(ALLEGATO_ALTRUI_ADD, "INSERT OR IGNORE INTO allegato_altrui VALUES (?1, ?2, " \
    "?3, ?4, ?5)")							\
/* bytes ?6, to whoever may read a document that names them */		\
X(ALLEGATO_ALTRUI, "SELECT x.nome, x.anno FROM cartella c "		\
    "JOIN allegato_altrui x ON x.cartella = ?3 AND x.impronta = ?6 "	\
    "JOIN attuale d ON d.cartella = x.cartella AND d.percorso = x.percorso " \
    "WHERE c.anno = ?4 AND c.numero = ?5 AND " LEGGE_DOCUMENTO " LIMIT 1")

#endif

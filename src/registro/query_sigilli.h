/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_sigilli.h - statements about seals: up to which link they go, the tags
 * they have in the folders.  Internal to registro/.
 */
#ifndef REGISTRO_QUERY_SIGILLI_H
#define REGISTRO_QUERY_SIGILLI_H

/* Of the seals that are still believed: a key that was stolen takes its own
 * with it, from the day of which that is said. */
#define ULTIMO_SIGILLATO						\
	"coalesce((SELECT s.ultimo FROM sigillo s WHERE NOT EXISTS ("	\
	"SELECT 1 FROM chiave_revoca v JOIN catena c ON c.seq = s.seq "	\
	"WHERE v.impronta = s.chiave AND v.dal <> '' "			\
	"AND substr(c.ora, 1, 10) >= v.dal) "				\
	"ORDER BY s.ultimo DESC LIMIT 1), 0)"

/* More acts than the body wants stand behind the last seal. */
#define DA_SIGILLARE							\
	"FROM politica t WHERE t.n = 1 AND (SELECT max(seq) "		\
	"FROM catena) - " ULTIMO_SIGILLATO		\
	" > t.sigillo_atti AND EXISTS (SELECT 1 FROM potere p "		\
	"WHERE p.utente = ?1 AND p.atto = ?2)"

/* An erasure has written the commits of its folder again: tags of before it
 * are gone. */
#define TAG "SELECT t.cartella, t.nome, t.oggetto, t.commit_id, t.utente, " \
	"t.chiave, t.seq, k.ora FROM tag t JOIN catena k ON k.seq = t.seq " \
	"WHERE NOT EXISTS (SELECT 1 FROM espunto e "			\
	"WHERE e.cartella = t.cartella AND e.seq > t.seq) "

#define QUERY_SIGILLI(X)						\
X(SIGILLO_ADD, "INSERT INTO sigillo VALUES (?1, ?2, ?3, ?4, ?5)")		\
X(SIGILLO_GIORNO_ADD, "INSERT INTO sigillo "				\
    "SELECT ultimo, ?2, data, ?3, ?4 FROM giornaliero WHERE data = ?1")		\
X(TAG_ADD, "INSERT INTO tag VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")	\
X(ULTIMO_SIGILLATO_Q, "SELECT " ULTIMO_SIGILLATO)			\
X(ANELLO_IMPRONTA, "SELECT impronta FROM catena WHERE seq = ?1")	\
X(SIGILLO_DI, "SELECT ultimo, giorno, utente FROM sigillo WHERE seq = ?1") \
X(SIGILLABILE, "SELECT 1 FROM catena WHERE seq > ?1 "			\
    "AND atto NOT IN ('sigilla', 'chiudi-giorno') LIMIT 1")		\
X(TAG_DI, TAG "AND t.cartella = ?1 ORDER BY t.nome")			\
X(OGNI_TAG, TAG "AND t.seq > ?1 ORDER BY t.cartella, t.nome")		\
X(DA_SIGILLARE_Q, "SELECT 'atto ' || (" ULTIMO_SIGILLATO " + 1), k.ora, " \
    GIORNI("k.ora") ", ((SELECT max(seq) FROM catena) - "		\
    ULTIMO_SIGILLATO ") || ' atti senza sigillo', NULL, 0 "		\
    "FROM catena k WHERE k.seq = " ULTIMO_SIGILLATO " + 1 "		\
    "AND EXISTS (SELECT 1 " DA_SIGILLARE ")")				\
X(DA_SIGILLARE_N, "SELECT count(*) " DA_SIGILLARE)

#endif

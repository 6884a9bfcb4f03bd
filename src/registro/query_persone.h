/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_persone.h - the statements about people: who is named in which case,
 * whose two cartelle are one person's, the comuni of a case.  Internal to
 * registro/.
 *
 * Who may not see a case does not find its people, nor is he told that there
 * are more: the permission stands before the limit.
 */
#ifndef REGISTRO_QUERY_PERSONE_H
#define REGISTRO_QUERY_PERSONE_H

/*
 * Person p is of a case that ?1 sees with atto ?2, named by a document of a
 * type he reads.  `forse` may come first to leave out in little time what is
 * surely not for him; it never lets anything in.
 */
#define VEDE_IN(caso, forse)						\
	"EXISTS (SELECT 1 FROM " caso " c WHERE c.anno = p.anno "	\
	"AND c.numero = p.numero AND " forse VEDE_CASO			\
	" AND " VEDE_TIPO_DI("p.tipo", "c") ")"
#define VEDE_PERSONA_SE(forse)						\
	"iif(p.serie = 'CS', " VEDE_IN("cartella", forse) ", "		\
	VEDE_IN("accesso", forse) ")"
#define VEDE_PERSONA VEDE_PERSONA_SE("")
/* Every relation that can open a case (RELAZIONE_CON); ?8: he may see all. */
#define FORSE								\
	"(?8 OR c.stato = 'chiuso' OR c.responsabile = ?1 "		\
	"OR c.ufficio IN (SELECT ufficio "				\
	"FROM utente_ufficio WHERE utente = ?1) OR EXISTS (SELECT 1 "	\
	"FROM legame f WHERE f.serie = p.serie AND f.anno = p.anno "	\
	"AND f.numero = p.numero)) AND "

#define PERSONA_COLONNE							\
	"p.serie, p.anno, p.numero, p.ruolo, p.cognome, p.nome, p.nascita, " \
	"p.codice_fiscale, p.suono, p.parole, p.tipo, p.id"

/* Every word looked for begins one of hers; one not asked for is ''. */
#define HA_PAROLE							\
	"instr(p.parole, ?5) > 0 AND instr(p.parole, ?6) > 0 "		\
	"AND instr(p.parole, ?7) > 0 "

#define QUERY_PERSONE(X)						\
/* by a key that begins with ?3 (and ends before ?4); one reads as many as	\
 * one needs */								\
X(PERSONE_TROVA, "SELECT " PERSONA_COLONNE " FROM persona_chiave k "	\
    "CROSS JOIN persona p ON p.id = k.persona "				\
    "WHERE k.chiave >= ?3 AND k.chiave < ?4 AND " HA_PAROLE		\
    "AND " VEDE_PERSONA_SE(FORSE) " ORDER BY k.chiave, k.persona")	\
/* the same among few cases, which are all that may be his */		\
X(PERSONE_AMBITI, "SELECT EXISTS (SELECT 1 FROM potere WHERE utente = ?1 " \
    "AND atto = ?2 AND ambito = 'tutti'), EXISTS (SELECT 1 FROM potere "	\
    "WHERE utente = ?1 AND atto = ?2 AND ambito = 'ufficio'), "		\
    "EXISTS (SELECT 1 FROM potere WHERE utente = ?1 AND atto = ?2 "	\
    "AND ambito NOT IN ('tutti', 'ufficio', 'propri', 'equipe', "	\
    "'straordinario', 'consultazione'))")						\
X(PERSONE_QUANTE, "SELECT coalesce(max(id), 0) FROM persona")		\
X(PERSONE_PORTATA, "SELECT count(*) FROM (SELECT 1 FROM utente_ufficio u " \
    "JOIN cartella x ON x.ufficio = u.ufficio WHERE u.utente = ?1 "	\
    "UNION ALL SELECT 1 FROM utente_ufficio u JOIN accesso x "		\
    "ON x.ufficio = u.ufficio WHERE u.utente = ?1 LIMIT ?2)")		\
X(PERSONE_MIE, "SELECT " PERSONA_COLONNE " FROM ("			\
    "SELECT 'CS' AS serie, anno, numero FROM cartella "			\
    "WHERE responsabile = ?1 UNION SELECT 'AC', anno, numero "		\
    "FROM accesso WHERE responsabile = ?1 "				\
    "UNION SELECT serie, anno, numero FROM legame WHERE utente = ?1 "	\
    "UNION SELECT 'CS', x.anno, x.numero FROM utente_ufficio u "	\
    "JOIN cartella x ON x.ufficio = u.ufficio WHERE ?8 AND u.utente = ?1 " \
    "UNION SELECT 'AC', x.anno, x.numero FROM utente_ufficio u "	\
    "JOIN accesso x ON x.ufficio = u.ufficio WHERE ?8 AND u.utente = ?1 " \
    ") prime CROSS JOIN persona p ON p.serie = prime.serie "		\
    "AND p.anno = prime.anno AND p.numero = prime.numero "		\
    "WHERE instr(p.parole, ?3) > 0 AND instr(p.parole, ?4) > 0 AND "	\
    HA_PAROLE "AND " VEDE_PERSONA)					\
/* the same person, as far as papers tell */				\
X(PERSONE_CF, "SELECT " PERSONA_COLONNE " FROM persona p "		\
    "WHERE p.codice_fiscale = ?3 AND " VEDE_PERSONA " ORDER BY p.id LIMIT 50") \
X(PERSONE_SUONO, "SELECT " PERSONA_COLONNE " FROM persona p "		\
    "WHERE p.suono = ?3 AND p.nascita = ?4 AND " VEDE_PERSONA		\
    " ORDER BY p.id LIMIT 50")						\
/* cartelle that are one person's: the other ones this eye sees */	\
X(PERSONA_UNITE, "SELECT u.con_anno, u.con_numero FROM persona_unione u " \
    "JOIN cartella c ON c.anno = u.con_anno AND c.numero = u.con_numero " \
    "WHERE u.anno = ?3 AND u.numero = ?4 AND " VEDE_CASO			\
    " ORDER BY u.con_anno, u.con_numero")				\
X(PERSONA_UNITA, "SELECT 1 FROM persona_unione WHERE anno = ?1 "	\
    "AND numero = ?2 AND con_anno = ?3 AND con_numero = ?4")		\
X(PERSONA_INTERESSATO, "SELECT " PERSONA_COLONNE " FROM persona p "	\
    "WHERE p.serie = ?3 AND p.anno = ?4 AND p.numero = ?5 "		\
    "AND p.ruolo = '' AND " VEDE_PERSONA " ORDER BY p.id LIMIT 1")	\
/* the three comuni of a cartella on a day */				\
X(COMUNI_AL, "SELECT tipo, comune, codice, dal, al, fonte FROM comune " \
    "WHERE anno = ?1 AND numero = ?2 AND dal <= ?3 "			\
    "AND (al IS NULL OR al >= ?3) ORDER BY tipo, dal")			\
/* projections */							\
X(PERSONA_ADD, "INSERT INTO persona VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, " \
    "?8, ?9, ?10, ?11, ?12, ?13, ?14)")					\
X(PERSONA_ID, "SELECT id, parole FROM persona WHERE serie = ?1 "		\
    "AND anno = ?2 AND numero = ?3 AND percorso = ?4")			\
X(PERSONA_DI, "SELECT id FROM persona WHERE serie = ?1 AND anno = ?2 "	\
    "AND numero = ?3 AND percorso = ?4 AND ordine = ?5")		\
X(PERSONA_TOGLI, "DELETE FROM persona WHERE serie = ?1 AND anno = ?2 "	\
    "AND numero = ?3 AND percorso = ?4")				\
X(PERSONA_CHIAVE_ADD, "INSERT OR IGNORE INTO persona_chiave VALUES (?1, ?2)") \
X(PERSONA_CHIAVE_TOGLI, "DELETE FROM persona_chiave WHERE chiave = ?1 "	\
    "AND persona = ?2")							\
X(PERSONA_UNISCI, "INSERT OR REPLACE INTO persona_unione VALUES "	\
    "(?1, ?2, ?3, ?4, ?5)")						\
X(PERSONA_SEPARA, "DELETE FROM persona_unione WHERE anno = ?1 "		\
    "AND numero = ?2 AND con_anno = ?3 AND con_numero = ?4")		\
X(COMUNI_TOGLI, "DELETE FROM comune WHERE anno = ?1 AND numero = ?2")	\
X(COMUNE_ADD, "INSERT INTO comune VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, " \
    "?9, ?10)")

#endif

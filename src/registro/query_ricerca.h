/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query_ricerca.h - statements of search and lists.  Internal to registro/.
 *
 * Key of a row: serie * 10^12 + anno * 10^7 + numero (ricerca_chiave), so that
 * newest first is key descending within a series.
 *
 * Tokens (column gettoni) begin with a letter no Italian text has, and a sign
 * for what they are; "-" and "/" inside become that letter too:
 *	þt	every row		þn 123		its number
 *	þl	not riservata		þe entrata	flow
 *	þs	riservata		þc VII/9	class
 *	þf 2027, þf 2027t1 (quarter)	þx, þv		annulled, valid
 *	  end of the riservatezza	þo prot1	operator
 *	þu soc	sent to the office	þr as1		responsible of the accesso, or
 *	þd soc	and it is in force	  		of a fascicolo or cartella
 *	þp as1	sent to the person	þm EM-2026-0000001
 *	þq as1	and it is in force	  		emergency number
 *	þz	a row of an imported register (and no other token)
 * A reader's own tokens are made by GETTONI_DI.  They only narrow: every row
 * shown has passed VEDE_REGISTRAZIONE and, found by its content, IN_CHIARO.
 */
#ifndef REGISTRO_QUERY_RICERCA_H
#define REGISTRO_QUERY_RICERCA_H

/* Tokens " þuuno,þudue", one for each row of a FROM. */
#define GETTONI(kind, column, from)					\
	"|| coalesce((SELECT ' ' || group_concat('þ" kind "' || "	\
	"replace(" column ", '-', 'þ')) FROM " from "), '')"

#define DELLA_RIGA "WHERE s.anno = r.anno AND s.numero = r.numero"

#define IN_FASCICOLO							\
	"d.protocollo_anno = r.anno AND d.protocollo_numero = r.numero"

/* Whoever changes VEDE_REGISTRAZIONE or IN_CHIARO changes these two alike:
 * what a row tells of who may see it, and what a reader asks for. */
#define CHI_VEDE_RIGA							\
	"' þo' || replace(r.operatore, '-', 'þ') "			\
	GETTONI("u", "s.ufficio", "smistamento s " DELLA_RIGA)		\
	GETTONI("p", "s.utente", "smistamento s " DELLA_RIGA		\
	" AND s.utente <> ''")						\
	GETTONI("d", "s.ufficio", "destinazione s " DELLA_RIGA)		\
	GETTONI("q", "s.utente", "destinazione s " DELLA_RIGA		\
	" AND s.utente <> ''")						\
	GETTONI("r", "a.responsabile", "accesso a "			\
	"WHERE a.protocollo_anno = r.anno "				\
	"AND a.protocollo_numero = r.numero")				\
	GETTONI("r", "k.responsabile", "fascicolo_documento d "		\
	"JOIN cartella k ON k.anno = d.anno AND k.numero = d.numero "	\
	"WHERE " IN_FASCICOLO " AND d.serie = 'CS'")			\
	GETTONI("r", "k.responsabile", "fascicolo_documento d "		\
	"JOIN fascicolo_ora k ON k.anno = d.anno AND k.numero = d.numero " \
	"WHERE " IN_FASCICOLO " AND d.serie = 'FA'")

/* What once was sent to him is enough to know of it and, for who may read all
 * that is riservato, to read it; else it must be in force. */
#define CHI_VEDE_LETTORE						\
	"SELECT 'þo' || mio.nome FROM mio "				\
	"UNION SELECT 'þr' || mio.nome FROM mio "			\
	"UNION SELECT iif(mio.anche, 'þp', 'þq') || mio.nome FROM mio "	\
	"UNION SELECT iif(mio.anche, 'þu', 'þd') || "			\
	"replace(u.ufficio, '-', 'þ') "					\
	"FROM mio CROSS JOIN utente_ufficio u ON u.utente = ?1 "	\
	"WHERE mio.ambito = 'ufficio' "					\
	"UNION SELECT iif(mio.anche, 'þt', 'þl') "			\
	"FROM mio WHERE mio.ambito IN ('tutti', 'registro')"

#define RIGA_ELENCO							\
	"r.anno, r.numero, r.ora, r.flusso, r.classifica, r.annullata, " \
	"r.riservata, CASE WHEN " IN_CHIARO " THEN r.oggetto END"

#define TROVA_DA							\
	" FROM ricerca_indice f CROSS JOIN protocollo r "		\
	"ON r.anno = f.rowid / 10000000 AND r.numero = f.rowid % 10000000 " \
	"WHERE f.ricerca_indice MATCH ?3 AND f.rowid BETWEEN ?4 AND ?5 " \
	"AND " VEDE_REGISTRAZIONE " AND (?6 = 0 OR " IN_CHIARO ") "	\
	"AND (?8 IS NULL OR " VEDE_ANCORA " OR EXISTS (SELECT 1 FROM "	\
	"utente_ufficio u WHERE u.utente = ?1 AND u.ufficio = ?8)) "

#define QUERY_RICERCA(X)						\
/* what an index row says of a registration */				\
X(RICERCA_NUOVA, "SELECT r.numero || printf(' %07d/%04d ', r.numero, r.anno) " \
    "|| r.oggetto || ' ' || r.classifica || coalesce((SELECT ' ' || "	\
    "group_concat(f.nome, ' ') FROM file f WHERE f.anno = r.anno "	\
    "AND f.numero = r.numero), '') || coalesce((SELECT ' ' || "		\
    "group_concat(c.nome, ' ') FROM copia_acquisita c "			\
    "WHERE c.anno = r.anno AND c.numero = r.numero), '') "		\
    "|| coalesce(printf(' EM-%04d-%07d', e.anno, e.numero), ''), "	\
    "coalesce((SELECT group_concat(p.denominazione || ' ' || "		\
    "coalesce(p.codice_ipa, '') || ' ' || coalesce(p.pec, ''), ' ') "	\
    "FROM parte p WHERE p.anno = r.anno AND p.numero = r.numero), ''), " \
    "coalesce(r.protocollo_mittente, ''), "				\
    "'þt þn' || r.numero || ' þe' || r.flusso || ' þc' || "		\
    "replace(r.classifica, '/', 'þ') || iif(r.annullata, ' þx', ' þv') " \
    "|| coalesce(printf(' þmEMþ%04dþ%07d', e.anno, e.numero), '') "	\
    "|| iif(r.riservata, ' þs' || coalesce(' þf' || "			\
    "substr(r.riservata_fino, 1, 4) || ' þf' || "			\
    "substr(r.riservata_fino, 1, 4) || 't' || "				\
    "((substr(r.riservata_fino, 6, 2) + 2) / 3), ''), ' þl') || "	\
    CHI_VEDE_RIGA " FROM protocollo r LEFT JOIN emergenza e "		\
    "ON e.protocollo_anno = r.anno AND e.protocollo_numero = r.numero "	\
    "WHERE r.anno = ?1 AND r.numero = ?2")				\
X(RICERCA_VECCHIA, "SELECT testo, parti, estremi, gettoni FROM ricerca " \
    "WHERE chiave = ?1")						\
X(RICERCA_SET, "INSERT INTO ricerca VALUES (?1, ?2, ?3, ?4, ?5) "	\
    "ON CONFLICT (chiave) DO UPDATE SET testo = excluded.testo, "	\
    "parti = excluded.parti, estremi = excluded.estremi, "		\
    "gettoni = excluded.gettoni")					\
/* of one row: a SELECT would have SQLite write the index out at each */	\
X(RICERCA_INDICE_TOGLI, "INSERT INTO ricerca_indice (ricerca_indice, rowid, " \
    "testo, parti, estremi, gettoni) VALUES ('delete', ?1, ?2, ?3, ?4, ?5)") \
X(RICERCA_INDICE_ADD, "INSERT INTO ricerca_indice (rowid, testo, parti, " \
    "estremi, gettoni) VALUES (?1, ?2, ?3, ?4, ?5)")			\
X(RICERCA_CONTROLLA, "INSERT INTO ricerca_indice (ricerca_indice, rank) " \
    "VALUES ('integrity-check', 1)")					\
/* a reader's tokens; ?3: only what is in clear */			\
X(GETTONI_DI, "WITH mio AS MATERIALIZED (SELECT DISTINCT ambito, "	\
    "replace(?1, '-', 'þ') AS nome, ?3 = 0 OR EXISTS (SELECT 1 FROM potere p " \
    "WHERE p.utente = ?1 AND p.atto = 'vedi-riservate') AS anche "	\
    "FROM potere WHERE utente = ?1 AND atto = ?2) " CHI_VEDE_LETTORE)	\
/* the first term from a day on, and today */				\
X(RICERCA_FINO, "SELECT min(riservata_fino), oggi() FROM protocollo "	\
    "WHERE riservata_fino >= ?1")					\
/* the first term not before this one */				\
X(RICERCA_VOCE, "SELECT term FROM ricerca_voce WHERE term >= ?1 LIMIT 1") \
/* number order is day order */						\
X(CHIAVE_DAL, "SELECT anno * 10000000 + numero FROM protocollo "	\
    "WHERE giorno >= ?1 ORDER BY giorno, anno, numero LIMIT 1")		\
X(CHIAVE_AL, "SELECT anno * 10000000 + numero FROM protocollo "	\
    "WHERE giorno <= ?1 ORDER BY giorno DESC, anno DESC, numero DESC LIMIT 1") \
/* ?3 match, ?4 ?5 keys, ?6 only in clear, ?7 how many, ?8 the office sought \
 * (who gave it back is not told where it went next), ?9 impronta */	\
X(TROVA, "SELECT " RIGA_ELENCO TROVA_DA "ORDER BY f.rowid DESC LIMIT ?7") \
X(TROVA_FILE, "SELECT " RIGA_ELENCO TROVA_DA				\
    "AND f.rowid IN (SELECT x.anno * 10000000 + x.numero FROM file x "	\
    "WHERE x.impronta = ?9 UNION "					\
    "SELECT y.anno * 10000000 + y.numero FROM copia_acquisita y "	\
    "WHERE y.impronta = ?9) ORDER BY f.rowid DESC LIMIT ?7")		\
X(ELENCO_GIORNO, "SELECT " RIGA_ELENCO " FROM protocollo r "		\
    "WHERE r.giorno = ?3 AND " VEDE_REGISTRAZIONE			\
    " ORDER BY r.anno, r.numero")

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronto.c - is this register what its documents make?  Schema word for
 * word, SQLite's own integrity, then each table against the rebuilt one.
 */
#include "registro/registro.h"

#include <string.h>

#include "base/buf.h"
#include "registro/query.h"

/* All but testa and mossa, which are about this machine's moment. */
static const char *const tables[] = {
	"catena", "catena_cartella", "documento", "catena_allegato", "posto",
	"registrazione", "soggetto", "file", "ente", "ufficio", "utente",
	"utente_login", "utente_ruolo", "utente_ufficio", "permesso",
	"procedimento", "passaggio", "guardia",
	"permesso_tipo", "legame", "conflitto", "secreta", "secreta_lettore",
	"collegamento", "straordinario_aperto", "politica", "consultazione",
	"consultazione_cosa",
	"chiave", "chiave_revoca", "fiducia", "ora_confermata", "attuale",
	"perduto",
	"smistamento", "presa_visione",
	"accesso", "cartella", "attivita", "rinviata", "riservato",
	"riporta",
	"voce_diario", "correzione_voce", "appuntamento", "appuntamento_utente",
	"firma", "firma_oggetto", "firma_file",
	"libro_regola", "libro_passo", "libro_documento", "libro_fatto",
	"libro_rinvio",
	"ricerca", "testo", "testo_caso",
	"protocollo", "parte",
	"storico", "importazione", "esterno", "copia_acquisita", "nome_noto",
	"emergenza",
	"richiesta_correzione", "rettifica", "annullamento", "riserva",
	"richiesta_aperta", "spedizione", "ricevuta_spedizione", "invio",
	"titolario", "voce", "classificazione", "fascicolo",
	"fascicolo_documento", "fascicolo_tolto",
	"passo", "attesa", "delega", "delega_atto",
	"corrispondente", "repertorio", "voce_repertorio", "file_repertorio",
	"giornaliero", "chiusura_giorno", "sigillo", "tag",
	"tabella_termini", "termine", "termine_inizio", "termine_risposta",
	"risposta_da_firmare", "sospensione", "ripresa",
	"sottoscrizione", "tipo", "modello",
	"verdetto", "espunto", "posto_prima", "distrutto", "allegato_altrui",
	"persona", "persona_chiave", "persona_unione", "comune",
	"tabella_indicatori", "storia_caso", "storia_equipe", "storia_fatto",
	"storia_operatore",
	"tabella_massimario", "misura_giudice",
	"misura_cessata", "conservazione", "blocco",
	"deposito", "versamento", "versata", "giorno_da_versare",
	"altro_ente", "trasferimento", "carta_trasferimento",
	"caso_trasferito", "scarto_elenco", "scarto_voce", "scartato",
};

/* The rebuilt register has the schema of the program. */
static int
check_schema(struct registro *r, differenza_fn *fn, void *arg)
{
	AUTO_BUF b = { 0 };
	char *line, *next;
	int e;

	if ((e = db_schema_check_attached(&b, r->db, "nuovo")) != 0)
		return e;
	for (line = b.data; line != NULL && *line != '\0'; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		fn(arg, "schema", line, "non è quello di schema/registro.sql");
	}
	return 0;
}

static int
check_integrity(struct registro *r, differenza_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query_text(&s, r->db, "PRAGMA integrity_check(20)")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if (strcmp(stmt_text(s, 0), "ok") != 0)
			fn(arg, "file", stmt_text(s, 0),
			    "il file SQLite è guasto");
	return e;
}

/* Does the index say what its table says?  SQLite looks at that by writing a
 * command into it: not where nothing can be written. */
static void
check_index(struct registro *r, int query, const char *indice,
    differenza_fn *fn, void *arg)
{
	if (db_readonly(r->db) || db_run(r->db, query, "") == 0)
		return;
	fn(arg, indice, err_msg(), "l'indice non è quello della sua tabella");
	err_clear();
}

/* "anno=2026 numero=1 …": enough columns to find the row. */
static void
row_text(struct buf *out, struct stmt *s)
{
	int i, n = stmt_columns(s);

	for (i = 0; i < n && out->len < 400; i++)
		buf_printf(out, "%s%s=%.60s", i ? " " : "",
		    stmt_column_name(s, i),
		    stmt_null(s, i) ? "NULL" : stmt_text(s, i));
}

static int
one_way(struct registro *r, const char *table, const char *from,
    const char *against, const char *what, differenza_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	AUTO_BUF sql = { 0 };
	int e;

	buf_printf(&sql, "SELECT * FROM %s.%s EXCEPT SELECT * FROM %s.%s",
	    from, table, against, table);
	if ((e = db_query_text(&s, r->db, sql.data)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		AUTO_BUF row = { 0 };

		row_text(&row, s);
		fn(arg, table, buf_str(&row), what);
	}
	return e;
}

/* 1: both give the same rows in the same order, as they mostly do. */
static int
all_alike(struct registro *r, const char *table)
{
	AUTO_STMT x = NULL;
	AUTO_STMT y = NULL;
	AUTO_BUF main = { 0 }, nuovo = { 0 };
	int e, f;

	buf_printf(&main, "SELECT * FROM main.%s", table);
	buf_printf(&nuovo, "SELECT * FROM nuovo.%s", table);
	if ((e = db_query_text(&x, r->db, main.data)) != 0 ||
	    (e = db_query_text(&y, r->db, nuovo.data)) != 0)
		return e;
	do {
		if ((e = stmt_step(x)) < 0)
			return e;
		if ((f = stmt_step(y)) < 0)
			return f;
	} while (e == 1 && f == 1 && stmt_same_row(x, y));
	return e == 0 && f == 0;
}

static int
compare_tables(struct registro *r, differenza_fn *fn, void *arg)
{
	size_t i;
	int e;

	for (i = 0; i < NELEM(tables); i++) {
		if ((e = all_alike(r, tables[i])) < 0)
			return e;
		if (e == 1)
			continue;
		if ((e = one_way(r, tables[i], "main", "nuovo",
		    "non viene dai documenti", fn, arg)) != 0 ||
		    (e = one_way(r, tables[i], "nuovo", "main",
		    "i documenti la dicono e non c'è", fn, arg)) != 0)
			return e;
	}
	return 0;
}

int
registro_confronta(struct registro *r, const char *path, differenza_fn *fn,
    void *arg)
{
	int e, after;

	if ((e = check_integrity(r, fn, arg)) != 0 ||
	    (e = db_run(r->db, Q_ATTACH, "s", path)) != 0)
		return e;
	if ((e = check_schema(r, fn, arg)) == 0) {
		check_index(r, Q_RICERCA_CONTROLLA, "ricerca_indice", fn, arg);
		check_index(r, Q_TESTO_CONTROLLA, "testo_indice", fn, arg);
		e = compare_tables(r, fn, arg);
	}
	after = db_exec(r->db, "DETACH nuovo");
	return e != 0 ? e : after;
}

int
registro_piani(struct buf *out, struct registro *r)
{
	int i, e;

	for (i = 0; i < Q_N; i++) {
		AUTO_STMT s = NULL;
		AUTO_BUF sql = { 0 };

		if (i == Q_ATTACH)
			continue;
		buf_printf(&sql, "EXPLAIN QUERY PLAN %s", query_table[i].text);
		if ((e = db_query_text(&s, r->db, sql.data)) != 0)
			return e;
		while ((e = stmt_step(s)) == 1)
			buf_printf(out, "%s\t%s\n", query_table[i].name,
			    stmt_text(s, 3));
		if (e < 0)
			return e;
	}
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/eventi.h"

#include <stdio.h>
#include <string.h>

#include "accesso/interno.h"
#include "base/hash.h"
#include "base/utf8.h"

static const char *
outcome(const struct evento *e)
{
	return e->rifiutato ? "rifiutato" : "riuscito";
}

/* Each piece with its length: no two rows have the same text. */
static void
piece(struct buf *b, const char *s)
{
	if (s == NULL)
		buf_puts(b, "-\n");
	else
		buf_printf(b, "%zu %s\n", strlen(s), s);
}

static void
compute(char out[IMPRONTA_LEN + 1], int64_t n, const struct evento *e,
    const char *precedente)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "%lld\n", (long long)n);
	piece(&b, e->ora);
	piece(&b, e->tipo);
	piece(&b, e->utente);
	piece(&b, e->indirizzo);
	piece(&b, outcome(e));
	piece(&b, e->dettaglio);
	piece(&b, precedente);
	hash_hex(out, b.data, b.len);
}

static int
add(struct porta *p, const struct evento *x)
{
	char last[IMPRONTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	int64_t n;
	int e;

	if ((e = legate_ultima(&n, last, p->db, P_EVENTO_ULTIMO)) != 0)
		return e;
	compute(impronta, ++n, x, last);
	return db_run(p->db, P_EVENTO, "issssssss", n, x->ora, x->tipo,
	    x->utente, x->indirizzo, outcome(x), x->dettaglio, last, impronta);
}

int
evento_aggiungi(struct porta *p, const struct evento *x)
{
	int e;

	/* it is there for ever: who reads it must be able to */
	if (!utf8_valid(x->dettaglio, strlen(x->dettaglio)) ||
	    !utf8_plain(x->dettaglio))
		return err_set(ERR_INVALID, "il registro degli accessi non "
		    "prende un testo così");
	if ((e = db_exec(p->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	return porta_chiudi(p, add(p, x));
}

static struct evento
row(struct arena *a, struct stmt *s)
{
	return (struct evento){
		.n = stmt_int(s, 0), .ora = stmt_dup(a, s, 1),
		.tipo = stmt_dup(a, s, 2), .utente = stmt_dup(a, s, 3),
		.indirizzo = stmt_dup(a, s, 4),
		.rifiutato = strcmp(stmt_text(s, 5), "rifiutato") == 0,
		.dettaglio = stmt_dup(a, s, 6),
	};
}

int
eventi_elenco(struct evento **out, int *n, struct arena *a, struct porta *p,
    const char *utente, bool rifiuti, int64_t dopo, int max)
{
	struct evento *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, p->db, P_EVENTI, "sdid", utente, (int)rifiuti,
	    dopo, max)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	*out = list;
	*n = used;
	return e;
}

/* One that is not there has been told with the schema. */
static int
has_table(struct porta *p)
{
	AUTO_STMT s = NULL;
	int e = db_query_text(&s, p->db, "SELECT 1 FROM sqlite_schema "
	    "WHERE type = 'table' AND name = 'accesso_evento'");

	return e != 0 ? e : stmt_step(s);
}

int
eventi_check(int64_t *n, struct porta *p, evento_guasto_fn *fn, void *arg)
{
	char last[IMPRONTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	AUTO_STMT s = NULL;
	int e;

	*n = 0;
	if ((e = legate_schema(p->db, "schema/accesso.sql", fn, arg)) != 0)
		return e;
	memcpy(last, legate_genesi, sizeof last);
	if ((e = has_table(p)) != 1)
		return e;
	if ((e = db_query(&s, p->db, P_EVENTI_TUTTI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		AUTO(arena) a = arena_new();
		struct evento x = row(a, s);

		compute(impronta, ++*n, &x, last);
		if (x.n != *n || strcmp(stmt_text(s, 7), last) != 0 ||
		    strcmp(stmt_text(s, 8), impronta) != 0)
			fn(arg, x.n, "la riga non segue dalla precedente");
		snprintf(last, sizeof last, "%s", stmt_text(s, 8));
	}
	return e;
}

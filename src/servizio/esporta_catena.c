/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_catena.c - the chain and the read log in words: what is hashed, and
 * behind it the hash, so that sha256sum is all that checking takes.
 *
 * Refuses a chain or a log that do not hold: what is exported was true.
 */
#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "documenti/anello.h"
#include "servizio/esporta.h"

struct giro {
	struct foglio *f;
	char precedente[IMPRONTA_LEN + 1];
	int64_t seq;
};

static int
write_link(void *arg, const struct anello *an, const char *giornale)
{
	char impronta[IMPRONTA_LEN + 1];
	struct giro *g = arg;
	AUTO_BUF b = { 0 };

	(void)giornale;
	anello_text(&b, an);
	hash_hex(impronta, b.data, b.len);
	if (an->seq != ++g->seq || strcmp(impronta, an->impronta) != 0 ||
	    strcmp(an->precedente, g->precedente) != 0)
		return err_set(ERR_FAULT, "la catena non tiene all'atto %"
		    PRId64 ": eseguire «cartella verifica»", an->seq);
	memcpy(g->precedente, impronta, sizeof g->precedente);
	foglio_put(g->f, b.data, b.len);
	foglio_printf(g->f, "impronta %s\n\n", impronta);
	return 0;
}

int
esporta_catena(struct uscita *u, struct momento *m)
{
	struct giro g = { .precedente = ANELLO_GENESI };
	AUTO(foglio) f = NULL;
	int r;

	if ((r = foglio_open(&f, u, "catena/catena.txt")) != 0)
		return r;
	g.f = f;
	if ((r = registro_catena(m->st->registro, write_link, &g)) != 0)
		return r;
	return foglio_end(&f);
}

/* ---- the read log ---- */

#define LETTURE "SELECT n, ora, operatore, per, atto, oggetto, esito, " \
	"precedente, impronta FROM lettura WHERE n <= %" PRId64 " ORDER BY n"

/* One row on one line: what is hashed, and the hash. */
static int
write_reading(struct giro *g, struct stmt *s)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < 8; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "", stmt_null(s, i) ?
		    "-" : stmt_text(s, i));
	if (memchr(buf_str(&b), '\n', b.len) != NULL)
		return err_set(ERR_FAULT, "la lettura n. %" PRId64 " va a "
		    "capo: non si può esportare", stmt_int(s, 0));
	foglio_put(g->f, b.data, b.len);
	buf_putc(&b, '\n');
	hash_hex(impronta, b.data, b.len);
	if (stmt_int(s, 0) != ++g->seq ||
	    strcmp(stmt_text(s, 7), g->precedente) != 0 ||
	    strcmp(stmt_text(s, 8), impronta) != 0)
		return err_set(ERR_FAULT, "il registro delle letture non tiene "
		    "alla riga %" PRId64 ": eseguire «cartella verifica»",
		    stmt_int(s, 0));
	memcpy(g->precedente, impronta, sizeof g->precedente);
	foglio_printf(g->f, " %s\n", impronta);
	return 0;
}

static void
write_csv_row(struct foglio *csv, struct stmt *s)
{
	int i;

	for (i = 0; i < stmt_columns(s); i++) {
		foglio_puts(csv, i > 0 ? "," : "");
		csv_campo(csv, stmt_null(s, i) ? NULL : stmt_text(s, i));
	}
	foglio_puts(csv, "\r\n");
}

int
esporta_letture(struct uscita *u, struct momento *m)
{
	struct giro g = { .precedente = ANELLO_GENESI };
	AUTO(arena) a = arena_new();
	AUTO(foglio) f = NULL, *csv = NULL;
	AUTO_STMT s = NULL;
	int r;

	if ((r = foglio_open(&f, u, ESPORTA_LETTURE)) != 0 ||
	    (r = foglio_open(&csv, u, "letture/letture.csv")) != 0 ||
	    (r = db_query_text(&s, m->letture, arena_printf(a, LETTURE,
	    m->letture_n))) != 0)
		return r;
	g.f = f;
	foglio_puts(csv, "n,ora,operatore,per,atto,oggetto,esito,precedente,"
	    "impronta\r\n");
	while ((r = stmt_step(s)) == 1) {
		if ((r = write_reading(&g, s)) != 0)
			return r;
		write_csv_row(csv, s);
	}
	if (r < 0 || (r = foglio_end(&f)) != 0)
		return r;
	return foglio_end(&csv);
}

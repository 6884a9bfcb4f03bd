/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_catena.c - the chain and the read log in words: what is hashed, and
 * behind it the hash, so that sha256sum is all that checking takes.
 *
 * Refuses a chain or a log that do not hold: what is exported was true.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "db/tavole.h"
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

#define COLONNE 9		/* of a row: schema/letture.sql */

/* One row on one line: what is hashed, and the hash. */
static int
write_reading(struct giro *g, const char *const *v)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < COLONNE - 1; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "",
		    v[i] == NULL ? "-" : v[i]);
	if (memchr(buf_str(&b), '\n', b.len) != NULL)
		return err_set(ERR_FAULT, "la lettura n. %s va a capo: non si "
		    "può esportare", v[0]);
	foglio_put(g->f, b.data, b.len);
	buf_putc(&b, '\n');
	hash_hex(impronta, b.data, b.len);
	if (strtoll(v[0], NULL, 10) != ++g->seq ||
	    strcmp(v[7], g->precedente) != 0 || strcmp(v[8], impronta) != 0)
		return err_set(ERR_FAULT, "il registro delle letture non tiene "
		    "alla riga %s: eseguire «cartella verifica»", v[0]);
	memcpy(g->precedente, impronta, sizeof g->precedente);
	foglio_printf(g->f, " %s\n", impronta);
	return 0;
}

static int
write_readings(struct giro *g, struct foglio *csv, struct db *db,
    const struct tavola *t)
{
	const char *v[COLONNE];
	AUTO_STMT s = NULL;
	int i, r;

	if (t->n != COLONNE)
		return err_set(ERR_FAULT, "il registro delle letture ha altre "
		    "colonne: eseguire «cartella verifica»");
	csv_riga(csv, t->colonna, t->n);
	if ((r = tavola_righe(&s, db, t)) != 0)
		return r;
	while ((r = stmt_step(s)) == 1) {
		for (i = 0; i < COLONNE; i++)
			v[i] = stmt_null(s, i) ? NULL : stmt_text(s, i);
		if ((r = write_reading(g, v)) != 0)
			return r;
		csv_riga(csv, v, COLONNE);
	}
	return r;
}

int
esporta_letture(struct uscita *u, struct momento *m)
{
	struct giro g = { .precedente = ANELLO_GENESI };
	AUTO(arena) a = arena_new();
	AUTO(foglio) f = NULL, *csv = NULL;
	struct tavola t;
	int r;

	if ((r = foglio_open(&f, u, ESPORTA_LETTURE)) != 0 ||
	    (r = foglio_open(&csv, u, "letture/letture.csv")) != 0 ||
	    (r = tavola_leggi(&t, a, m->letture, "lettura")) != 0)
		return r;
	g.f = f;
	if ((r = write_readings(&g, csv, m->letture, &t)) != 0)
		return r;
	m->n_letture = g.seq;
	if ((r = foglio_end(&f)) != 0)
		return r;
	return foglio_end(&csv);
}

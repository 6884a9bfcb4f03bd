/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi_documenti.c - the parent's side of the job `documenti`.
 *
 * Believes of the answer its form, and that it has as many parts as were asked
 * for; what a tree says is for who asked to hold against the bytes.
 */
#include <string.h>

#include "worker/istanza.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/rilievo.h"

/* With any rilievo at all it is not taken as it is. */
static void
say(struct documento_chiuso *d, const struct rilievi *ril, struct nodo *root)
{
	d->doc = ril->primo == NULL ? root : NULL;
	d->difetto = ril->primo != NULL ? ril->primo->testo :
	    root == NULL ? "non si legge" : NULL;
}

/* ---- one alone ---- */

static int
ask_one(struct documento_chiuso *d, struct arena *a)
{
	struct rilievi ril = { .a = a };
	struct nodo *root = NULL;
	int r = worker_documento(&root, &ril, a, d->schema, d->byte.p,
	    d->byte.n);

	if (r == ERR_INVALID) {
		d->doc = NULL;
		d->difetto = arena_strdup(a, err_msg());
		err_clear();
		return 0;
	}
	if (r == 0)
		say(d, &ril, root);
	return r;
}

/* ---- some together ---- */

static int
read_part(struct documento_chiuso *d, struct arena *a, struct cursor *c)
{
	struct rilievi ril = { .a = a };
	struct nodo *told, *root = NULL;
	uint32_t good;

	if (nodo_unpack(&told, a, c) != 0 || cursor_u32(&good, c) != 0 ||
	    good > 1 || (good == 1 && nodo_unpack(&root, a, c) != 0))
		return chiedi_lie();
	rilievi_read(&ril, told);
	if ((root != NULL) == (ril.errori > 0))
		return chiedi_lie();
	say(d, &ril, root);
	return 0;
}

static int
ask_some(struct documento_chiuso *d, int n, struct arena *a)
{
	struct richiesta q = { .lavoro = "documenti", .secondi = 60,
	    .out_max = 256 * MB };
	AUTO_BUF in = { 0 }, answer = { 0 };
	struct cursor c;
	int i, r;

	buf_u32(&in, (uint32_t)n);
	for (i = 0; i < n; i++) {
		buf_block(&in, d[i].schema, strlen(d[i].schema));
		buf_block(&in, d[i].byte.p, d[i].byte.n);
	}
	q.p = in.data;
	q.n = in.len;
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = read_part(&d[i], a, &c)) != 0)
			return r;
	return c.left == 0 ? 0 : chiedi_lie();
}

/* How many of them one cage takes. */
static int
together(const struct documento_chiuso *d, int n)
{
	size_t sum = 0;
	int i;

	for (i = 0; i < n && i < DOCUMENTI_QUANTI; i++) {
		sum += d[i].byte.n;
		if (sum > DOCUMENTI_INSIEME)
			break;
	}
	return i;
}

int
worker_documenti(struct documento_chiuso *list, int n, struct arena *a)
{
	int i, j, k, r;

	for (i = 0; i < n; i++)
		if (!schema_shipped(list[i].schema))
			return err_set(ERR_ABSENT, "schema sconosciuto: %.60s",
			    list[i].schema);
	for (i = 0; i < n; i += k) {
		k = together(&list[i], n - i);
		if (k > 1 && ask_some(&list[i], k, a) == 0)
			continue;
		/* which of them it was is seen of each alone */
		err_clear();
		k = k > 1 ? k : 1;
		for (j = i; j < i + k; j++)
			if ((r = ask_one(&list[j], a)) != 0)
				return r;
	}
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rese.c - renditions of documents in PDF/A (rese.h): ODTs by the road of
 * stampa, turned into PDF by portions, so that those of a large package are not
 * all there at once.
 *
 * Keeps: a machine without LibreOffice, or one whose LibreOffice breaks at each
 * document, is not asked for ever.
 */
#include "atti/rese.h"

#include <string.h>

#include "worker/worker.h"

#define PORZIONE 400		/* documents whose ODTs are there at once */
#define GUASTI 3		/* in a row, and no other is tried */

struct porzione {
	struct resa_doc **di;		/* whose ODT was made */
	struct convertendo *odt;
	int n;
	struct op *op;
	int guasti;			/* in a row */
};

static const char *
why(struct op *op)
{
	const char *text = arena_strdup(op->a, err_msg());

	err_clear();
	return text[0] != '\0' ? text : "non si è potuto fare";
}

/* 1: enough is enough. */
static int
take(void *arg, int i, int esito, const struct buf *pdf)
{
	struct porzione *q = arg;

	if (esito == 0) {
		q->di[i]->p = arena_memdup(q->op->a, pdf->data, pdf->len);
		q->di[i]->n = pdf->len;
		q->guasti = 0;
		return 0;
	}
	q->di[i]->manca = why(q->op);
	return esito == ERR_FAULT && ++q->guasti == GUASTI;
}

/* Those of x that can be, as ODT in `a`. */
static void
make_odts(struct porzione *q, struct arena *a, struct resa_doc *x, int n)
{
	int i;

	q->n = 0;
	q->di = arena_alloc(a, (size_t)n * sizeof(struct resa_doc *));
	q->odt = arena_alloc(a, (size_t)n * sizeof *q->odt);
	for (i = 0; i < n; i++) {
		AUTO_BUF b = { 0 };

		if (stampare_resa(&b, q->op, x[i].s) != 0) {
			x[i].manca = why(q->op);
			continue;
		}
		q->odt[q->n] = (struct convertendo){ arena_memdup(a, b.data,
		    b.len), b.len };
		q->di[q->n++] = &x[i];
	}
}

void
rese_fai(struct resa_doc *x, int n, struct op *op)
{
	struct porzione q = { .op = op };
	const char *stop = NULL;
	int i, r = 0;

	for (i = 0; i < n && r == 0; i += PORZIONE) {
		AUTO(arena) a = arena_new();

		make_odts(&q, a, x + i, n - i < PORZIONE ? n - i : PORZIONE);
		r = worker_pdf_molti(q.odt, q.n, take, &q);
	}
	if (r == 0)
		return;
	stop = r < 0 ? why(op) : "la conversione in PDF si è interrotta più "
	    "volte di seguito, e non è stata più tentata";
	for (i = 0; i < n; i++)
		if (x[i].p == NULL && x[i].manca == NULL)
			x[i].manca = stop;
}

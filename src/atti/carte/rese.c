/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rese.c - renditions of documents in PDF/A (rese.h): ODTs by the road of
 * stampa, turned into PDF by portions, so that those of a large package are not
 * all there at once.
 *
 * Keeps: a machine without LibreOffice, or one whose LibreOffice breaks at each
 * document, is not asked for ever.
 */
#include "atti/carte/rese.h"

#include <assert.h>
#include <string.h>

#include "documenti/provenienza.h"
#include "worker/worker.h"

#define PORZIONE 400		/* documents whose ODTs are there at once */
#define GUASTI 3		/* in a row, and no other is tried */

struct porzione {
	struct resa_doc **di;		/* whose ODT was made */
	struct convertendo *odt;
	int n, dette;			/* of them; handed over so far */
	struct op *op;
	const struct rese_come *come;
	int guasti;			/* in a row */
	int r;				/* what `fatta` said */
};

bool
rese_si_legge(const char *percorso, const char *tipo)
{
	const char *dot = strrchr(percorso, '.');

	return dot != NULL && strcmp(dot, ".xml") == 0 &&
	    strcmp(tipo, "manifesto") != 0 && strcmp(tipo, "verdetto") != 0 &&
	    strcmp(tipo, TIPO_DI_ALTRI) != 0;
}

static const char *
why(struct op *op)
{
	const char *text = arena_strdup(op->a, err_msg());

	err_clear();
	return text[0] != '\0' ? text : "non si è potuto fare";
}

static int
hand_over(struct porzione *q, struct resa_doc *x)
{
	q->r = q->come->fatta(q->come->arg, x);
	return q->r;
}

/* 1: enough is enough. */
static int
take(void *arg, int i, int esito, const struct buf *pdf)
{
	struct porzione *q = arg;
	struct resa_doc *x = q->di[i];

	if (esito == 0) {
		x->p = pdf->data;
		x->n = pdf->len;
		q->guasti = 0;
	} else {
		x->manca = why(q->op);
		q->guasti += esito == ERR_FAULT;
	}
	q->dette++;
	if (hand_over(q, x) != 0)
		return q->r;
	return q->guasti == q->come->guasti;
}

/* 1: it is to be made, of the ODT in b. */
static int
begin(struct buf *b, struct porzione *q, struct resa_doc *x)
{
	int r;

	if (stampare_resa(b, q->op, x->s) != 0) {
		x->manca = why(q->op);
		return hand_over(q, x);
	}
	hash_hex(x->fonte, b->data, b->len);
	if (q->come->avuta == NULL)
		return 1;
	r = q->come->avuta(q->come->arg, x);
	return r == 1 ? hand_over(q, x) : r == 0 ? 1 : r;
}

/* Those of x that are to be made, as ODT in `a`. */
static int
make_odts(struct porzione *q, struct arena *a, struct resa_doc *x, int n)
{
	int i, r;

	q->n = q->dette = 0;
	q->di = arena_alloc(a, (size_t)n * sizeof(struct resa_doc *));
	q->odt = arena_alloc(a, (size_t)n * sizeof *q->odt);
	for (i = 0; i < n; i++) {
		AUTO_BUF b = { 0 };

		if ((r = begin(&b, q, &x[i])) < 0)
			return r;
		if (r == 0)
			continue;
		q->odt[q->n] = (struct convertendo){ arena_memdup(a, b.data,
		    b.len), b.len };
		q->di[q->n++] = &x[i];
	}
	return 0;
}

/* Of whom it was given up: 0, or what `fatta` said. */
static int
tell_others(struct porzione *q, struct resa_doc *x, int n, const char *stop)
{
	int i;

	for (; q->dette < q->n; q->dette++) {
		q->di[q->dette]->manca = stop;
		if (hand_over(q, q->di[q->dette]) != 0)
			return q->r;
	}
	for (i = 0; i < n; i++) {
		x[i].manca = stop;
		if (hand_over(q, &x[i]) != 0)
			return q->r;
	}
	return 0;
}

int
rese_ogni(struct resa_doc *x, int n, struct op *op,
    const struct rese_come *come)
{
	struct porzione q = { .op = op, .come = come };
	const char *stop;
	int i, k, r = 0;

	for (i = 0; i < n; i += k) {
		AUTO(arena) a = arena_new();

		k = n - i < PORZIONE ? n - i : PORZIONE;
		if ((r = make_odts(&q, a, x + i, k)) != 0)
			return r;
		r = worker_pdf_molti(q.odt, q.n, take, &q);
		if (q.r != 0)
			return q.r;
		if (r == 0)
			continue;
		stop = r < 0 ? why(op) : "la conversione in PDF si è "
		    "interrotta più volte di seguito, e non è stata più tentata";
		r = tell_others(&q, x + i + k, n - i - k, stop);
		return r != 0 ? r : 1;
	}
	return 0;
}

/* ---- all of them in memory ---- */

static int
keep(void *arg, struct resa_doc *x)
{
	struct op *op = arg;

	if (x->p != NULL)
		x->p = arena_memdup(op->a, x->p, x->n);
	return 0;
}

void
rese_fai(struct resa_doc *x, int n, struct op *op)
{
	struct rese_come come = { .guasti = GUASTI, .fatta = keep, .arg = op };
	int r = rese_ogni(x, n, op, &come);

	/* what is missing is told in x */
	assert(r == 0 || r == 1);
}

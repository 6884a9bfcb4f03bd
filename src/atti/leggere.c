/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * leggere.c - the runner's other half: looking at things, one or several that
 * were asked for together.
 *
 * Keeps: nothing is handed over before its row of the read log is durable, one
 * also for what was refused; the rows of all are one transaction.  If they
 * cannot be written nobody is shown anything.
 */
#include <string.h>

#include "atti/atto.h"
#include "atti/passi.h"
#include "atti/runner.h"
#include "base/point.h"
#include "documenti/numero.h"

/* What was looked at: numbers, days and paths, never a text. */
static const char *
looked_at(struct op *op)
{
	static const char *const what[] = { "riferimento", "cartella",
	    "caso", "giorno", "anno" };
	static const char *const more[] = { "documento", "da", "a", "dal",
	    "al" };
	const char *v = NULL;
	AUTO_BUF b = { 0 };
	size_t i;

	for (i = 0; i < NELEM(what) && v == NULL; i++)
		v = op_campo(op, what[i]);
	if (v == NULL)
		return "-";
	buf_puts(&b, v);
	for (i = 0; i < NELEM(more); i++)
		if ((v = op_campo(op, more[i])) != NULL &&
		    strpbrk(v, " \t\n;") == NULL)
			buf_printf(&b, ";%s=%s", more[i], v);
	return arena_strdup(op->a, buf_str(&b));
}

static int
rows_of(const struct op *op)
{
	if (op->stato == OP_RIFIUTATO)
		return 0;
	return 1 + (op->stato == OP_FATTO ? op->n_letti : 0);
}

/* One for the reading and, of one that shows several cases, one for each. */
static void
rows(struct lettura *x, struct op *op)
{
	int i, n = rows_of(op);

	for (i = 0; i < n; i++)
		x[i] = (struct lettura){ .ora = op->ora_iso,
		    .operatore = op->utente, .per = op->per,
		    .atto = op->atto->nome, .negato = op->stato != OP_FATTO,
		    .oggetto = i > 0 ? op->letti[i - 1] : op->letto };
	if (n > 0 && x[0].oggetto == NULL)
		x[0].oggetto = looked_at(op);
}

/* The rows stand before the content is released, also when refused. */
static int
log_all(struct store *st, struct op **ops, int n)
{
	AUTO(arena) a = arena_new();
	struct letture *l;
	struct lettura *x;
	int i, r, count = 0, at = 0;

	for (i = 0; i < n; i++)
		count += rows_of(ops[i]);
	if (count == 0)
		return 0;
	x = arena_alloc(a, (size_t)count * sizeof *x);
	for (i = 0; i < n; i++) {
		rows(x + at, ops[i]);
		at += rows_of(ops[i]);
	}
	if ((r = store_letture(&l, st)) != 0)
		return r;
	POINT("lettura-da-scrivere");
	if ((r = letture_add(l, x, count)) != 0)
		return r;
	POINT("lettura-scritta");
	return 0;
}

/* ---- reading ---- */

/* The folder whose head an act on what was shown would be made on; what has no
 * reference is of the body. */
static const char *
folder_shown(const struct op *op)
{
	static const char *const names[] = { "riferimento", "cartella",
	    "accesso", "fascicolo" };
	const char *v = NULL;
	struct numero n;
	size_t i;

	for (i = 0; i < NELEM(names) && v == NULL; i++)
		v = op_campo(op, names[i]);
	if (v == NULL)
		return "ente";
	if (numero_parse(&n, v) == 0)
		return numero_folder(op->a, &n);
	err_clear();
	return NULL;
}

static int
heads(struct op *op)
{
	const char *folder = op->con_base ? folder_shown(op) : NULL;
	char commit[TESTA_LEN + 1];
	struct nodo *t;
	int r, atti;

	if (folder == NULL)
		return 0;
	if ((r = registro_testa(commit, &atti, op->st->registro,
	    folder)) != 0 || commit[0] == '\0')
		return r;
	op->base = nodo_new(op->a, "base");
	t = nodo_elem(op->a, op->base, "testa");
	nodo_set(op->a, t, "cartella", folder);
	nodo_set(op->a, t, "commit", commit);
	return 0;
}

static int
show(struct op *op)
{
	int r;

	if ((r = runner_guarda(op)) != 0)
		return r;
	if (runner_rifiutato(op))
		return 0;
	if ((r = op->atto->applica(op)) != 0)
		return r;
	return heads(op);
}

static void
read_one(struct op *op)
{
	int r;

	op->stato = OP_DA_FARE;
	op->ora = clock_now();
	clock_iso(op->ora_iso, op->ora);
	if ((r = registro_read_begin(op->st->registro)) == 0) {
		r = show(op);
		registro_read_end(op->st->registro);
	}
	if (op->stato == OP_RIFIUTATO)
		return;
	if (r != 0)
		runner_guasto(op, r);
	else
		op->stato = OP_FATTO;
}

int
runner_leggi(struct store *st, struct op **ops, int n)
{
	int i, r;

	for (i = 0; i < n; i++)
		read_one(ops[i]);
	if ((r = log_all(st, ops, n)) == 0)
		return 0;
	for (i = 0; i < n; i++)
		runner_guasto(ops[i], r);
	return r;
}

int
runner_anteprima(struct op *op)
{
	enum op_stato before;
	int r;

	op->saggio = op->anteprima = true;
	if ((r = runner_esamina(op)) != 0 || op->bytes == NULL)
		return r;
	op->ora = clock_now();
	clock_iso(op->ora_iso, op->ora);
	before = op->stato;
	op->stato = OP_FATTO;
	if ((r = log_all(op->st, &op, 1)) != 0)
		op->bytes = NULL;
	op->stato = before;
	return r;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trova.c - find documents of accessi and cartelle by the words in them.
 *
 * Refuses: days in the wrong order.  Keeps: what the user may not read is not
 * found, not counted, and told by nothing; each document shown leaves its row
 * in the read log, the words sought never do.  Norm: GDPR artt. 5 and 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "registro/testo.h"

#define LIMITE 20		/* documents of a page, unless told otherwise */

static int
esamina(struct op *op)
{
	const char *dal = op_campo(op, "dal"), *al = op_campo(op, "al");

	if (dal != NULL && al != NULL && strcmp(dal, al) > 0)
		op_errore(op, "al", "date-invertite", NULL,
		    "la data finale viene prima di quella iniziale: scambiale");
	return 0;
}

/* "CS-2026-0000001/relazioni/0001.xml" */
static int
read_behind(struct numero *n, const char **percorso, struct op *op)
{
	const char *v = op_campo(op, "dopo"), *slash = strchr(v, '/');

	*percorso = slash + 1;
	return numero_parse(n, arena_strndup(op->a, v, (size_t)(slash - v)));
}

static const char *
row_name(struct op *op, const struct nodo *x)
{
	return arena_printf(op->a, "%s;documento=%s",
	    nodo_attr(x, "riferimento"), nodo_attr(x, "percorso"));
}

/* "parole;cartella=CS-2026-0000001;trovati=2", then what was shown. */
static void
note_reading(struct op *op)
{
	const struct nodo *n;
	AUTO_BUF b = { 0 };

	for (n = nodo_child(op->in, NULL); n != NULL; n = nodo_next(n, NULL))
		buf_printf(&b, strcmp(n->nome, "parole") == 0 ? "%s;" :
		    "%s=%s;", n->nome, nodo_all_text(op->a, n));
	for (n = nodo_child(op->vista, "trovato"); n != NULL;
	    n = nodo_next(n, "trovato"))
		op->n_letti++;
	buf_printf(&b, "trovati=%d", op->n_letti);
	op->letto = arena_strdup(op->a, buf_str(&b));
	op->letti = arena_alloc(op->a, ((size_t)op->n_letti + 1) *
	    sizeof *op->letti);
	op->n_letti = 0;
	for (n = nodo_child(op->vista, "trovato"); n != NULL;
	    n = nodo_next(n, "trovato"))
		op->letti[op->n_letti++] = row_name(op, n);
}

static int
applica(struct op *op)
{
	const char *limite = op_campo(op, "limite");
	const char *caso = op_campo(op, "cartella");
	struct occhio occhio = op_occhio(op);
	struct numero in, dopo;
	struct testo_criteri c = {
		.parole = op_campo(op, "parole"), .tipo = op_campo(op, "tipo"),
		.dal = op_campo(op, "dal"), .al = op_campo(op, "al"),
		.limite = limite != NULL ? (int)strtol(limite, NULL, 10) :
		    LIMITE,
	};
	int r;

	if (caso != NULL) {
		if ((r = numero_parse(&in, caso)) != 0)
			return r;
		c.caso = &in;
	}
	if (op_campo(op, "dopo") != NULL) {
		if ((r = read_behind(&dopo, &c.dopo_percorso, op)) != 0)
			return r;
		c.dopo = &dopo;
	}
	if ((r = testo_trova(&op->vista, op->a, op->st->registro, &occhio,
	    &c)) != 0)
		return r;
	note_reading(op);
	return 0;
}

const struct atto atto_trova = {
	.nome = "trova",
	.sommario = "trova documenti di accessi e cartelle dalle loro parole",
	.norma = "artt. 5 e 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

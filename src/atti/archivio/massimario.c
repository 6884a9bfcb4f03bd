/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * massimario.c - the massimario in force: for how long the body keeps what is
 * closed, and where each row comes from.
 *
 * Keeps: nobody is in it, so whoever is shown an end may see what it follows
 * from.  Norm: DPR 445/2000 art. 68; GDPR art. 13 c. 2 lett. a (the period).
 */
#include "atti/table.h"
#include "documenti/massimario.h"

/* Each row's years in words, as the reasons of an end say them. */
static void
say_years(struct op *op)
{
	struct massimario m;
	struct nodo *c, *d;
	int i = 0, k;

	massimario_read(&m, op->a, op->vista);
	for (c = nodo_child(op->vista, "riga"); c; c = nodo_next(c, "riga"),
	    i++)
		for (d = nodo_child(c, "durata"), k = 0; d != NULL;
		    d = nodo_next(d, "durata"), k++)
			nodo_set(op->a, d, "detta", massimario_durata(op->a,
			    &m.righe[i].durate[k]));
}

static int
applica(struct op *op)
{
	struct attuale now;
	int r;

	r = registro_attuale(&now, op->a, op->st->registro, "ente",
	    MASSIMARIO_PERCORSO);
	if (r == ERR_ABSENT)
		return err_set(ERR_ABSENT, "l'ente non ha ancora un "
		    "massimario: lo adotta il responsabile con "
		    "«adotta-massimario»");
	if (r != 0 || (r = store_documento(&op->vista, op->a, op->st, "ente",
	    MASSIMARIO_PERCORSO)) != 0)
		return r;
	nodo_set(op->a, op->vista, "ora", now.ora);
	say_years(op);
	op->letto = "massimario";
	return 0;
}

const struct atto atto_massimario = {
	.nome = "massimario",
	.sommario = "il massimario in vigore: per quanto si conserva ciò che è chiuso",
	.norma = "art. 68 DPR 445/2000; art. 13 GDPR",
	.flags = LETTURA,
	.applica = applica,
};

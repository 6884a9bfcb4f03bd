/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampa_registro.c - the register of a year, or of some of its days, on
 * paper: made from the documents of its days, as each was at its end.
 *
 * Refuses: who may not see riservate; days of another year; a period of which
 * no day is formed, or with more rows than a paper can take.
 * Norm: DPR 445/2000 art. 53; linee guida AgID §3.1.6.
 */
#include <string.h>

#include "atti/protocollo/giorni.h"
#include "atti/table.h"
#include "documenti/regole.h"

#define RIGHE_MAX 10000		/* registrations on one paper */

static int
esamina(struct op *op)
{
	static const char *const bounds[] = { "dal", "al" };
	const char *anno = op_campo(op, "anno"), *v;
	size_t i;

	for (i = 0; i < NELEM(bounds); i++) {
		v = op_campo(op, bounds[i]);
		if (v != NULL && strncmp(v, anno, 4) != 0)
			op_errore(op, bounds[i], "altro-anno", NULL,
			    "il %s non è del %s: si stampa un anno alla volta",
			    giorno_in_cifre(op->a, v), anno);
	}
	return 0;
}

/* A paper is made in one go, within the time of its cage. */
static int
check_size(struct op *op, const struct giornaliero *list, int n)
{
	int i, rows = 0;

	for (i = 0; i < n; i++)
		rows += list[i].registrazioni;
	if (rows <= RIGHE_MAX)
		return 0;
	return err_set(ERR_INVALID, "dal %s al %s le registrazioni sono %d: "
	    "stampane al più %d per volta, scegliendo i giorni con --dal e "
	    "--al", giorno_in_cifre(op->a, list[0].data),
	    giorno_in_cifre(op->a, list[n - 1].data), rows,
	    RIGHE_MAX);
}

static int
add_days(struct nodo *stampa, struct op *op,
    const struct giornaliero *list, int n)
{
	struct nodo *doc;
	int r, i;

	for (i = 0; i < n; i++) {
		if ((r = giorno_documento(&doc, op, list[i].data)) != 0)
			return r;
		nodo_add(stampa, doc);
	}
	return 0;
}

static const char *
title(struct op *op, const struct giornaliero *list, int n)
{
	return arena_printf(op->a, "Registro di protocollo %s, dal %s al %s",
	    op_campo(op, "anno"), giorno_in_cifre(op->a, list[0].data),
	    giorno_in_cifre(op->a, list[n - 1].data));
}

static int
applica(struct op *op)
{
	const char *anno = op_campo(op, "anno");
	const char *dal = op_campo(op, "dal"), *al = op_campo(op, "al");
	struct giornaliero *list;
	struct nodo *stampa;
	AUTO_BUF pdf = { 0 };
	int r, n;

	if (dal == NULL)
		dal = arena_printf(op->a, "%s-01-01", anno);
	if (al == NULL)
		al = arena_printf(op->a, "%s-12-31", anno);
	if ((r = registro_giornalieri(&list, &n, op->a, op->st->registro, dal,
	    al)) != 0)
		return r;
	if (n == 0)
		return err_set(ERR_ABSENT, "nessun giorno dal %s al %s è "
		    "formato: si forma col primo atto di un giorno dopo",
		    giorno_in_cifre(op->a, dal), giorno_in_cifre(op->a, al));
	if ((r = check_size(op, list, n)) != 0 ||
	    (r = giorni_stampa(&stampa, op, title(op, list, n))) != 0 ||
	    (r = add_days(stampa, op, list, n)) != 0 ||
	    (r = giorni_pdf(&pdf, stampa)) != 0)
		return r;
	op->vista = nodo_new(op->a, "stampa-registro");
	op->bytes = arena_memdup(op->a, pdf.data, pdf.len);
	op->n_bytes = pdf.len;
	return 0;
}

const struct atto atto_stampa_registro = {
	.nome = "stampa-registro",
	.sommario = "stampa in PDF il registro di un anno",
	.norma = "linee guida AgID, par. 3.1.6; art. 53 DPR 445/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

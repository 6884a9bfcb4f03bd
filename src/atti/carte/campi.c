/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * campi.c - the fields that a model of a kind of paper may use: a table, a
 * page for the browser, a document of Writer to copy them from.
 *
 * Shows names, help and invented examples; nothing of any case.
 * Norm: DPR 445/2000 art. 64.
 */
#include <string.h>

#include "atti/carte/modelli.h"
#include "atti/table.h"
#include "resa/modello.h"
#include "xml/xml.h"

static int
as_page(struct op *op, const struct nodo *d)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = xml_transform(&b, "campi-pagina", d, NULL)) != 0)
		return r;
	op->bytes = arena_memdup(op->a, b.data, b.len);
	op->n_bytes = b.len;
	return 0;
}

static int
as_odt(struct op *op, const struct nodo *d)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = modello_tavolozza(&b, d)) != 0)
		return r;
	op->bytes = arena_memdup(op->a, b.data, b.len);
	op->n_bytes = b.len;
	return 0;
}

static int
applica(struct op *op)
{
	const char *carta = op_campo(op, "carta");
	const char *uscita = op_campo(op, "uscita");
	struct nodo *d, *c;
	int r;

	op->letto = "campi";
	op->vista = nodo_new(op->a, "campi");
	if (carta == NULL)
		return modello_carte(op->vista, op);
	if ((r = modello_dizionario(&d, op, carta)) != 0)
		return r;
	if (uscita != NULL && strcmp(uscita, "pagina") == 0)
		return as_page(op, d);
	if (uscita != NULL && strcmp(uscita, "odt") == 0)
		return as_odt(op, d);
	nodo_set(op->a, op->vista, "carta", carta);
	nodo_set(op->a, op->vista, "denominazione",
	    nodo_attr(d, "denominazione"));
	for (c = nodo_child(d, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_add(op->vista, nodo_copy(op->a, c));
	return 0;
}

static int
esamina(struct op *op)
{
	if (op_campo(op, "uscita") != NULL && op_campo(op, "carta") == NULL)
		op_errore(op, "carta", "manca-carta", NULL, "di quale carta? "
		    "«cartella campi» dice quali ci sono");
	return 0;
}

const struct atto atto_campi = {
	.nome = "campi",
	.sommario = "i campi che un modello può usare: tabella, pagina, documento ODT",
	.norma = "art. 64 DPR 445/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

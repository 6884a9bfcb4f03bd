/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampa.c - a document of a cartella or of an accesso as paper, a PDF or the
 * ODT it comes from; of a document that keeps a paper, that paper.
 *
 * Refuses by "absent" what the operator may not read.  Keeps: the row of the
 * read log stands before the bytes leave; a draft says on it that it is one.
 * Norm: CAD art. 23-bis c. 2 (a copy).
 */
#include <string.h>

#include "atti/carte/stampare.h"
#include "atti/table.h"
#include "resa/resa.h"
#include "worker/worker.h"

static int
hand_made(struct buf *out, struct op *op, const struct stampando *s, bool odt)
{
	AUTO_BUF made = { 0 };
	AUTO_BUF whole = { 0 };
	int r;

	if ((r = stampare_odt(&made, op, s, op_campo(op, "modello"), NULL,
	    NULL)) != 0)
		return r;
	if (odt)
		return resa_aggiungi(out, made.data, made.len,
		    stampare_parole(op, s));
	if ((r = resa_aggiungi(&whole, made.data, made.len,
	    stampare_parole(op, s))) != 0)
		return r;
	return worker_pdf(out, whole.data, whole.len);
}

static bool
wants(struct op *op, const char *campo)
{
	const char *v = op_campo(op, campo);

	return v != NULL && strcmp(v, "si") == 0;
}

static int
esamina(struct op *op)
{
	if (wants(op, "firmata") && (wants(op, "odt") ||
	    op_campo(op, "modello") != NULL))
		op_errore(op, "firmata", "carta-gia-fatta", NULL, "ciò che è "
		    "stato firmato è un PDF e non si rifà: togli --odt e "
		    "--modello");
	return 0;
}

static int
applica(struct op *op)
{
	bool as_odt = wants(op, "odt"), got = wants(op, "firmata");
	AUTO_BUF bytes = { 0 };
	struct stampando s;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = stampare_leggi(&s, op, &n, op_campo(op, "documento"))) != 0)
		return r;
	if (got && (r = stampare_firmata(&bytes, op, &s)) != 0)
		return r;
	if (!got && op_campo(op, "modello") == NULL &&
	    (r = stampare_tenuta(&bytes, &got, op, &s, as_odt)) != 0)
		return r;
	if (!got && (r = hand_made(&bytes, op, &s, as_odt)) != 0)
		return r;
	op->vista = nodo_new(op->a, "stampa");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	op->bytes = arena_memdup(op->a, bytes.data, bytes.len);
	op->n_bytes = bytes.len;
	return 0;
}

const struct atto atto_stampa = {
	.nome = "stampa",
	.sommario = "un documento di una cartella o di un accesso, su carta",
	.norma = "art. 23-bis CAD",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

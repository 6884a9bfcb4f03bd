/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampa_scarto.c - a list of scarto, or the verbale of its destruction, on
 * paper, by the office's model of that kind.
 *
 * Refuses: a verbale that was not made.  Keeps: it says what the documents say,
 * as they were written, every row, since what is signed is the whole; of a list
 * withdrawn, that it is.
 * Norm: D.lgs 42/2004 art. 21; DPR 37/2001 art. 8.
 */
#include <string.h>

#include "atti/archivio/scarti_carta.h"
#include "atti/table.h"
#include "documenti/regole.h"
#include "resa/resa.h"
#include "worker/worker.h"

static bool
is(const struct op *op, const char *campo, const char *value)
{
	const char *v = op_campo(op, campo);

	return v != NULL && strcmp(v, value) == 0;
}

static int
esamina(struct op *op)
{
	struct scarto_elenco e;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	if (is(op, "carta", "verbale") && e.verbale == NULL)
		op_errore(op, "carta", "senza-verbale", "art. 8 DPR 37/2001",
		    "dell'elenco %d non c'è ancora il verbale: "
		    "«verbalizza-scarto»", e.numero);
	return 0;
}

/* On paper too a list that is withdrawn says so, whatever its model has. */
static int
paper(struct buf *odt, struct op *op, const struct scarto_elenco *e)
{
	struct nodo *words = nodo_new(op->a, "parole");
	AUTO_BUF plain = { 0 };
	int r;

	if (e->ritirato == NULL)
		return scarti_carta(odt, op, e, is(op, "carta", "verbale") ?
		    SCARTO_VERBALE : SCARTO_ELENCO);
	if ((r = scarti_carta(&plain, op, e, SCARTO_ELENCO)) != 0)
		return r;
	nodo_elem_printf(op->a, words, "avviso", "ELENCO RITIRATO IL %s",
	    giorno_in_cifre(op->a, e->ritirato));
	return resa_aggiungi(odt, plain.data, plain.len, words);
}

static int
applica(struct op *op)
{
	struct scarto_elenco e;
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	const struct buf *out = &pdf;
	int r;

	op->letto = arena_printf(op->a, "scarti;elenco=%s", op_campo(op,
	    "elenco"));
	if ((r = scarto_find(&e, op)) != 0 || (r = paper(&odt, op, &e)) != 0)
		return r;
	if (is(op, "odt", "si"))
		out = &odt;
	else if ((r = worker_pdf(&pdf, odt.data, odt.len)) != 0)
		return r;
	op->vista = nodo_new(op->a, "stampa");
	nodo_elem_text(op->a, op->vista, "riferimento", op_campo(op,
	    "elenco"));
	op->bytes = arena_memdup(op->a, out->data, out->len);
	op->n_bytes = out->len;
	return 0;
}

const struct atto atto_stampa_scarto = {
	.nome = "stampa-scarto",
	.sommario = "un elenco di scarto, o il verbale di distruzione, su carta",
	.norma = "art. 21 D.lgs 42/2004; art. 8 DPR 37/2001",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

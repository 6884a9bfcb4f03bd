/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ritira_scarto.c - a list of scarto that is wrong is withdrawn: what stands in
 * it may be put forward again, held, or kept; with the list nothing is destroyed
 * any more, whatever was answered or comes yet.
 *
 * Refuses: a list of which something is destroyed; one that was denied, is over,
 * or withdrawn already.  Keeps: the list, as withdrawn and why; when it had been
 * sent, that the Soprintendenza is still to be told (trasmetti-scarto,
 * chiudi-scarto).  Norm: D.lgs 42/2004 art. 21.
 */
#include "atti/archivio/scarti.h"
#include "atti/table.h"
#include "documenti/scarto.h"

static int
esamina(struct op *op)
{
	static const char *const whole[] = { "proposto", "richiesto",
	    "sospeso", "autorizzato", NULL };
	struct scarto_elenco e;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, whole);
	return 0;
}

static int
applica(struct op *op)
{
	struct scarto_elenco e;
	struct nodo *doc;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	doc = scarto_nodo(op, "ritiro-scarto", e.numero);
	nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
	op->fatto = arena_printf(op->a, "elenco di scarto %d", e.numero);
	op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
	    SCARTO_RITIRO), doc);
	return 0;
}

const struct atto atto_ritira_scarto = {
	.nome = "ritira-scarto",
	.sommario = "ritira un elenco di scarto sbagliato, prima che qualcosa sia distrutto",
	.norma = "art. 21 D.lgs 42/2004",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * affidamento.c - a minor is entrusted to a family or to a community.
 *
 * Refuses: a closed cartella; no consent and no decreto; a minor of 12 who was
 * not heard; more than 24 months without a decreto that extends it; a signed
 * one. Norm: L. 184/1983 art. 4.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/affidamento.h"
#include "documenti/scheda.h"

static const struct scrittura affidamento = {
	.tipo = "affidamento",
	.che = "l'affidamento",
	.dir = "affidamenti",
	.campo = "affidamento",
};

static int
esamina(struct op *op)
{
	struct affidamento_dati d = { .mesi = AFFIDAMENTO_MESI };
	struct nodo *scheda;
	struct caso caso;
	int r;

	if ((r = scrivere_esamina(op, &affidamento)) != 0 ||
	    (r = caso_find(&caso, op)) != 0 ||
	    (r = store_documento(&scheda, op->a, op->st, caso.folder,
	    SCHEDA_PERCORSO)) != 0)
		return r;
	d.nascita = nodo_value(op->a, scheda, "anagrafica/nascita/data");
	d.oggi = op_oggi(op);
	affidamento_check(&op->ril, op->in, &d);
	return 0;
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &affidamento);
}

const struct atto atto_affidamento = {
	.nome = "affidamento",
	.sommario = "scrive un affidamento familiare, o lo riscrive finché nessuno lo ha firmato",
	.norma = "art. 4 L. 184/1983",
	.esamina = esamina,
	.applica = applica,
};

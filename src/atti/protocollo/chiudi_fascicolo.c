/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi_fascicolo.c - close a fascicolo.
 *
 * Refuses: one already closed, or with one open in it.  Keeps: nothing is put
 * in it nor taken out of it afterwards.  Norm: CAD art. 41; DPR 445/2000
 * art. 67.
 */
#include "atti/caso/cartella.h"
#include "atti/protocollo/fascicolo.h"
#include "atti/table.h"
#include "documenti/fascicolo.h"

static int
esamina(struct op *op)
{
	const char *numero = op_campo(op, "fascicolo");
	struct contenitore f;
	int r, below;

	if ((r = contenitore_find(&f, op, numero)) != 0 ||
	    (r = registro_sotto_aperti(&below, op->st->registro, &f.n)) != 0)
		return r;
	if (f.chiuso != NULL)
		op_errore(op, "fascicolo", "fascicolo-chiuso", NULL,
		    "%s è già chiuso dal %s", numero, f.chiuso);
	if (below > 0)
		op_errore(op, "fascicolo", "sottofascicoli-aperti", NULL,
		    "in %s ci sono fascicoli aperti: prima si chiudono quelli",
		    numero);
	return 0;
}

static int
applica(struct op *op)
{
	struct contenitore f;
	const char *folder;
	struct nodo *cover;
	int r;

	if ((r = contenitore_find(&f, op, op_campo(op, "fascicolo"))) != 0)
		return r;
	folder = numero_folder(op->a, &f.n);
	if ((r = store_documento(&cover, op->a, op->st, folder,
	    FASCICOLO_COPERTINA)) != 0)
		return r;
	fascicolo_chiudi(op->a, cover, op_oggi(op), op_campo(op, "nota"));
	op->fatto = numero_text(op->a, &f.n);
	op_deposita(op, folder, FASCICOLO_COPERTINA, cover);
	return 0;
}

const struct atto atto_chiudi_fascicolo = {
	.nome = "chiudi-fascicolo",
	.sommario = "chiude un fascicolo",
	.norma = "art. 41 CAD; art. 67 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};

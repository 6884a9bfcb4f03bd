/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi.c - close a cartella, and the accesso it was born of.
 *
 * Refuses: one already closed; one whose proposal waits for an answer, or in
 * which a fascicolo is open.  Warns: an istruttoria not yet ended.  Keeps: why
 * it ended and how, on its cover; nothing is written in it afterwards.
 * Norm: L. 241/1990 art. 2 (a proceeding ends by an express act).
 */
#include "atti/cartella.h"
#include "atti/passaggio.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_CARTELLA, caso.c.stato, NULL);
}

static void
close_cover(struct op *op, struct nodo *cover)
{
	static const char *const said[] = { "motivo", "situazione", "nota" };
	struct nodo *c;
	size_t i;

	c = nodo_elem(op->a, cover, "chiusura");
	nodo_elem_text(op->a, c, "data", op_oggi(op));
	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(op->a, c, said[i], op_campo(op, said[i]));
}

/* The accesso keeps day and motive; how it ended is told in the cartella. */
static int
close_origin(struct op *op, const struct numero *accesso)
{
	const char *folder = numero_folder(op->a, accesso);
	struct nodo *cover;
	int r;

	if ((r = store_documento(&cover, op->a, op->st, folder,
	    ACCESSO_COPERTINA)) != 0)
		return r;
	if ((r = passaggio_applica(op, cover, OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	accesso_chiudi(op->a, cover, op_oggi(op), op_campo(op, "motivo"),
	    NULL);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *cover;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = store_documento(&cover, op->a, op->st, caso.folder,
	    CARTELLA_COPERTINA)) != 0 || (r = passaggio_applica(op, cover,
	    OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	close_cover(op, cover);
	op_deposita(op, caso.folder, CARTELLA_COPERTINA, cover);
	if (caso.c.accesso.progressivo == 0)
		return 0;
	return close_origin(op, &caso.c.accesso);
}

const struct atto atto_chiudi = {
	.nome = "chiudi",
	.sommario = "chiude una cartella",
	.norma = "art. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

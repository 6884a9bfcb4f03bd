/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firma.c - sign a document of a case with one's own key: a manifesto that
 * binds the XML, what people read of it and what goes with it.
 *
 * Refuses: to sign for another; without an enrolled key; the same version
 * twice; what is not signed; a signature that the enrolled key does not
 * confirm at once.  Keeps: the manifesto and its signature are files that gpg
 * alone can check in forty years.  Norm: CAD art. 20 (an OpenPGP signature is
 * freely assessable).
 */
#include <string.h>

#include "atti/da_firmare.h"
#include "atti/firmare.h"
#include "atti/table.h"

struct prep {
	const char *id, *impronta;	/* of the version signed */
	struct firmato f;
};

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = firmare_esamina(op, FIRMA_PROPRIA)) != 0)
		return r;
	return da_firmare_esamina(op, &caso);
}

/* The PDF that was signed stays in the cartella, by its impronta. */
static int
keep_pdf(struct op *op, const struct caso *caso, const struct da_firmare *d)
{
	struct op_allegato *al;
	int r;

	if (d->p == NULL)
		return 0;
	if ((r = op_ricevi_bytes(&al, op, d->p, d->n_p, d->nome)) != 0)
		return r;
	al->lega_a = caso->folder;
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct da_firmare d;
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = op_dipende(op, "ente")) != 0 ||
	    (r = da_firmare_leggi(&d, op, &caso)) != 0 ||
	    (r = da_firmare_resa(&d, op, &caso)) != 0 ||
	    (r = firmare(&p->f, op, FIRMA_PROPRIA, d.scopo, d.oggetti,
	    d.n)) != 0)
		return r < 0 ? r : 0;
	if ((r = keep_pdf(op, &caso, &d)) != 0)
		return r;
	p->id = d.doc.id;
	p->impronta = d.doc.impronta;
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la firma non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = da_firmare_ancora(op, &caso, p->id, p->impronta)) != 0 ||
	    (r = firmare_ancora(op, &p->f)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	return firmare_deposita(NULL, op, caso.folder, &p->f);
}

const struct atto atto_firma = {
	.nome = "firma",
	.sommario = "firma una relazione, una proposta, un progetto con la propria chiave",
	.norma = "art. 20 CAD",
	.flags = RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

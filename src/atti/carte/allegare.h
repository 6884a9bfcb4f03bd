/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allegare.h - documents of a case that go out with a letter, each as the PDF
 * of the document; of other letters, what the act gives.  Internal to atti/.
 */
#ifndef ATTI_CARTE_ALLEGARE_H
#define ATTI_CARTE_ALLEGARE_H

#include "atti/caso/cartella.h"

struct allegato_fatto {
	const char *documento;		/* its path in the cartella */
	const char *titolo;
	struct op_allegato *pdf;
	const char *formato;		/* NULL: it is a PDF */
	bool accanto;			/* the letter does not list it: it goes
					 * with another (a signature …) */
	struct allegato_fatto *succ;
};

/* esamina: each field `allega` is a document of the case that its writer may
 * read and that may go out, once. */
int allegare_esamina(struct op *op, const struct caso *caso) MUST;

/* prepara: makes them, in order; *out NULL: none.  The cartella, if it moves
 * before the lock, is read again. */
int allegare_fai(struct allegato_fatto **out, struct op *op,
    const struct caso *caso) MUST;

const char *allegato_formato(const struct allegato_fatto *f);

/* <allegato> for each, as the letter says them. */
void allegare_parti(struct nodo *parti, struct op *op,
    const struct allegato_fatto *list);
/* <inviato> for each, as the comunicazione keeps them. */
void allegare_nodi(struct nodo *doc, struct op *op,
    const struct allegato_fatto *list);
/* Into the fields of a registration. */
void allegare_file(struct nodo *campi, struct op *op,
    const struct allegato_fatto *list);

#endif

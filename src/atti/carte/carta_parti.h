/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carta_parti.h - the parts of the data of a paper, and how each is made from
 * the documents of a case that the operator may read.  Internal to atti/.
 */
#ifndef ATTI_CARTE_CARTA_PARTI_H
#define ATTI_CARTE_CARTA_PARTI_H

#include "atti/caso/cartella.h"

struct carta_parte {
	const char *nome;	/* of its element, the first name of a via */
	const char *tipo;	/* of the document it tells, that the writer
				 * may choose among several (`fonte`); NULL */
	bool nostra;		/* what another body did is not told as ours */
	/* adds it, whole, to `full`; adds nothing when there is none that he
	 * may read.  NULL: only the act itself can make it */
	int (*fai)(struct nodo *full, struct op *op, const struct caso *caso);
};

/* In the order in which they stand in the data (schema/comuni.xsd, group
 * parti-di-carta); nome NULL at the end. */
extern const struct carta_parte carta_parti_note[];

#endif

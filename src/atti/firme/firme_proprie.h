/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_proprie.h - another look at the signatures of a document of ours, each
 * over a manifesto (atti/firme/firmare.h).  Internal to atti/.
 *
 * What the key could do is told by the chain, at the place of the act that
 * signed: a key that has ended since changes nothing, one of which it is now
 * known that it was in other hands then, does.
 */
#ifndef ATTI_FIRME_FIRME_PROPRIE_H
#define ATTI_FIRME_FIRME_PROPRIE_H

#include "atti/caso/cartella.h"
#include "atti/op.h"
#include "base/err.h"
#include "registro/firme.h"

struct firma_propria {
	const char *percorso;		/* of the next verdetto */
	struct nodo *verdetto;
	struct firma_propria *succ;
};

/* prepara: looks at each signature of the document, if it has any. */
int firme_proprie(struct firma_propria **out, struct op *op,
    const struct caso *caso, const char *documento) MUST;

/* Its signatures, and the folder of each in *dir, for a reading. */
int firme_proprie_elenco(struct firma_riga **out, int *n, struct op *op,
    const struct caso *caso, const char *documento) MUST;
const char *firme_proprie_dir(struct op *op, const struct firma_riga *f);

/* Could the key sign then, for all that the chain says today?  1; 0: *perche. */
int firme_proprie_valeva(const char **perche, struct op *op,
    const struct caso *caso, const struct firma_riga *f) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verdetto.h - what was found of a signature, kept beside it: when, by whom,
 * on which evidence, at which place of the chain.  Pure.  Another look adds
 * another document; none is replaced.  Form: schema/documenti/verdetto.xsd;
 * its <firme> is the tree of firme/cms.h.
 */
#ifndef DOCUMENTI_VERDETTO_H
#define DOCUMENTI_VERDETTO_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

#define VERDETTO_REGOLE "cartella 1"	/* the rules of firme/cms.h */

struct verdetto_capo {
	const char *firma;		/* impronta of the signature's bytes */
	const char *su;			/* of what it signs; NULL: not known */
	const char *protocollo;		/* of a received document; NULL */
	const char *ora, *operatore;
	int64_t dopo;			/* last link then; 0: none */
	const char *dopo_impronta;
};

struct nodo *verdetto_new(struct arena *a, const struct verdetto_capo *c,
    const struct nodo *firme);

/* "valida" … of a verdetto, or of a <firme>. */
const char *verdetto_esito(const struct nodo *n);

/* One line in Italian: "firma valida di Ada Esempio (CAdES-BES)". */
char *verdetto_riga(struct arena *a, const struct nodo *verdetto);

#endif

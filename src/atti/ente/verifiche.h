/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifiche.h - what the last verification of a store came to, for who looks at
 * how the store is.  It is what a file beside the store says: who can write
 * there can write that too.
 */
#ifndef ATTI_ENTE_VERIFICHE_H
#define ATTI_ENTE_VERIFICHE_H

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/* Of the store: what was verified up to where (servizio/verifica_stato.c). */
#define VERIFICHE_DIR "verifiche"
#define VERIFICHE_ESITO VERIFICHE_DIR "/esito.xml"	/* the last report */
#define VERIFICHE_ULTIMA VERIFICHE_DIR "/ultima"	/* the last one that
							 * found no defect */
#define VERIFICHE_CORSO VERIFICHE_DIR "/in-corso"	/* one not ended */

/* The report of the last one (schema/rapporto/verifica.xsd).  absent: none yet;
 * invalid: what stands there is none. */
int verifiche_esito(struct nodo **out, struct arena *a, const char *dir) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * innesti.h - what came with the case of another body, read back and held
 * against its provenienza.  Internal to servizio/.
 */
#ifndef SERVIZIO_INNESTI_H
#define SERVIZIO_INNESTI_H

#include "atti/store.h"
#include "registro/registro.h"
#include "xml/nodo.h"

struct innesto_dove {		/* the act that took it in */
	int64_t seq;
	const char *ora, *cartella, *commit;
	const char *prima;	/* the history it goes on from; "" */
};

struct innesto {
	const char *cartella, *sotto;
	struct posizione *posizione;	/* of each document that is whole */
	const struct nodo **doc;	/* NULL: bytes, or no form of ours */
	int n;
};

/* A defect of a path; err_msg says which. */
typedef void innesto_difetto_fn(void *arg, const char *cartella,
    const char *percorso, int64_t seq);

/* Told to fn: a tree, a history or a document other than the provenienza says.
 * 0 also then; *out lives in a. */
int innesto_leggi(struct innesto **out, struct arena *a, struct store *st,
    const struct innesto_dove *dove, const struct nodo *provenienza,
    innesto_difetto_fn *fn, void *arg) MUST;

/* Is that path one of those that came with it? */
bool innesto_suo(const struct innesto *x, const char *cartella,
    const char *percorso);

#endif

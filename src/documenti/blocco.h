/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * blocco.h - a hold that comes with the case of another body holds here too.
 * Pure.
 *
 * Keeps: whoever ordered it ordered it of the case, not of one office's copy;
 * it is over when somebody here says so (sblocca-scarto).
 * Norm: DPR 445/2000 art. 68; GDPR art. 17 c. 3.
 */
#ifndef DOCUMENTI_BLOCCO_H
#define DOCUMENTI_BLOCCO_H

#include "base/arena.h"
#include "xml/nodo.h"

#define BLOCCHI_DIR "blocchi"
#define BLOCCO_MESI 12		/* looked at again within */

struct blocco_venuto {
	const char *da, *noi;	/* codice IPA: whose it was, ours */
	const char *utente;	/* who takes it in */
	const char *oggi;	/* AAAA-MM-GG */
};

/* Ours, made of theirs, with whose it is before its words; NULL: it is over,
 * or it was ours and went with the case, and is still here. */
struct nodo *blocco_di_altri(struct arena *a, const struct nodo *theirs,
    const struct blocco_venuto *v);

#endif

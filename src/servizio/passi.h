/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * passi.h - the commits of a store's folders, in the order of the acts.  Internal
 * to servizio/.
 */
#ifndef SERVIZIO_PASSI_H
#define SERVIZIO_PASSI_H

#include "archivio/archivio.h"
#include "atti/store.h"
#include "servizio/rilettura.h"

struct passo {			/* one commit: the part of an act in a folder */
	int64_t seq;
	const char *cartella;
	char commit[COMMIT_LEN + 1], parent[COMMIT_LEN + 1];
	char prima[COMMIT_LEN + 1];	/* head of the history of others that
					 * it goes on from; "" */
	const char *autore;
	int64_t ora;			/* seconds UTC */
};

struct passi {
	struct arena *a;		/* of names */
	struct conto *conto;		/* where defects are told */
	const struct ascolto *l;
	struct passo *passo;
	size_t n, cap;
	/* while a history is being read */
	const char *cartella;
	const struct rilettura_fin *fin;	/* NULL: all there is */
	const char *fermo;		/* the commit to stop at; "" */
	int64_t seguente;		/* act of the commit that follows */
};

/* Those of each folder, up to fin (NULL: its head).  What cannot be read is
 * told. */
void passi_tutti(struct passi *x, struct store *st, char **folders,
    const struct rilettura_fin *fin);
void passi_tratto(struct passi *x, struct store *st,
    const struct cartella_toccata *t);
/* By act; the folders of one by name. */
void passi_ordina(struct passi *x);
/* How many of those from i on are of the same act. */
size_t passi_atto(const struct passi *x, size_t i);
void passi_free(struct passi *x);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilettura.h - reading a whole store back from its git folders into a new
 * register.  Internal to servizio/: ricostruisci keeps the result, verifica
 * compares it with the register in use.
 */
#ifndef SERVIZIO_RILETTURA_H
#define SERVIZIO_RILETTURA_H

#include "atti/store.h"
#include "servizio/servizio.h"

/*
 * Where a moment ends, for who reads while others write: the heads the folders
 * had, by name, and the last act.  What stands on top of such a head, and a
 * folder that had none and of which that act knows nothing, are of later.
 */
struct rilettura_fin {
	const struct testa *teste;
	int n;
	int64_t ultimo;
};

/*
 * Reads every folder below st->dir and fills the register at `path` (made
 * anew, `come` as for registro_open); `fin` NULL: all there is.  Everything wrong
 * is told to l and counted in out->difetti; what can still be read goes in.
 */
int rilettura(struct conto *out, struct store *st, const char *path, int come,
    const struct rilettura_fin *fin, const struct ascolto *l) MUST;

/*
 * Reads only the acts behind `dopo`, whose link is `anello`, up to `fino`: of
 * each folder they wrote in, its commits from behind `prima` ("": from its
 * first) to `testa`.  Every object is hashed again, every document read; the
 * rows of st's register are held against them, and projections are not made.
 */
struct rilettura_tratto {
	int64_t dopo, fino;
	const char *anello;
	struct cartella_toccata {
		const char *cartella, *prima, *testa;
	} *cartelle;
	int n;
};
int rilettura_tratto(struct conto *out, struct store *st,
    const struct rilettura_tratto *t, const struct ascolto *l) MUST;

/* The names of all folders on disk, sorted; NULL-ended. */
int rilettura_folders(char ***out, struct arena *a, const struct store *st)
    MUST;

/* Under the lock: what a dead process left pending is completed; a reason why
 * not is told.  busy: another register stands in the place of ours. */
int completa(struct conto *c, struct store *st, const struct ascolto *l) MUST;

void dico(struct conto *c, const struct ascolto *l, bool nota,
    const char *luogo, const char *fmt, ...) PRINTF(5, 6);

#endif

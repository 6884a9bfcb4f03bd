/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilettura.h - reading a whole store back from its git folders into a new
 * register.  Internal to servizio/: ricostruisci keeps the result, verifica
 * compares it with the register in use.
 */
#ifndef SERVIZIO_RILETTURA_H
#define SERVIZIO_RILETTURA_H

#include "atti/store.h"
#include "base/squadra.h"
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
 * Reads every folder below st->dir and fills the register at `path` (made anew).
 * Everything wrong is told to l and counted in out->difetti; what can still be
 * read goes in.
 */
int rilettura(struct conto *out, struct store *st, const char *path,
    const struct ascolto *l) MUST;

/*
 * The same in two steps, with others who read ahead.  First which commits there
 * are (fin NULL: all); the acts are then some pieces, each of which any process
 * that was forked since can read into bytes; then the register is filled (`come`
 * as for registro_open) with what the line of s has of them.
 */
struct rilettura;
int rilettura_prepara(struct rilettura **out, struct conto *conto,
    struct store *st, const struct rilettura_fin *fin,
    const struct ascolto *l) MUST;
void rilettura_free(struct rilettura *x);
AUTO_DEFINE(rilettura, rilettura_free)
int rilettura_pezzi(const struct rilettura *x);
void rilettura_pezzo(const struct rilettura *x, int i, struct buf *out);
/* s: its line begins with those pieces; NULL: nobody reads ahead. */
int rilettura_scrivi(struct rilettura *x, const char *path, int come,
    struct squadra *s) MUST;

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

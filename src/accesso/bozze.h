/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bozze.h - istanze not sent yet, each of one user: kept, listed, taken back,
 * deleted.  In accesso.sqlite, readable by the store's uid alone; in no folder,
 * so that `ricostruisci` does not bring them back.
 *
 * Refuses: more than a user may keep, a draft too large.  Another user's is
 * as absent.
 */
#ifndef ACCESSO_BOZZE_H
#define ACCESSO_BOZZE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/err.h"

#define BOZZE_MAX 50				/* of a user */
#define BOZZA_MAX ((size_t)1536 * 1024)		/* bytes of one: a page pasted
						 * by mistake is kept too */
#define BOZZE_BYTE ((size_t)8 * 1024 * 1024)	/* of a user, in all */

struct bozze;

/* Makes the file, 0600, when there is none. */
int bozze_open(struct bozze **out, const char *path) MUST;
void bozze_close(struct bozze *b);
AUTO_DEFINE(bozze, bozze_close)

struct autore {
	const char *utente;
	const char *per;	/* in whose name; NULL: his own */
};

struct bozza {
	const char *id;		/* of the istanza */
	const char *atto, *riferimento;	/* NULL: none */
	const char *ora;	/* ISO, of the last change */
	const char *testo;	/* the istanza, NUL-ended */
};

/* The same id again takes the place of the first.  invalid: too large, or too
 * many; the message says what to do. */
int bozze_tieni(struct bozze *b, const struct autore *chi,
    const struct bozza *x) MUST;
/* His own, newest first. */
int bozze_elenco(struct bozza **out, int *n, struct arena *a, struct bozze *b,
    const struct autore *chi) MUST;
/* absent: he has none with that id. */
int bozze_leggi(struct bozza *out, struct arena *a, struct bozze *b,
    const struct autore *chi, const char *id) MUST;
int bozze_togli(struct bozze *b, const struct autore *chi, const char *id)
    MUST;
/* It was sent.  What was written over it meanwhile stays. */
int bozze_mandata(struct bozze *b, const struct autore *chi,
    const struct bozza *x) MUST;

/* Whoever's they are: those about a case, or that name it, go. */
int bozze_togli_di(struct bozze *b, const char *riferimento) MUST;
/* What was deleted leaves the file too. */
int bozze_ricompatta(struct bozze *b) MUST;

#endif

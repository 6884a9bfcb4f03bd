/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.h - a kit that comes back, read without trusting it.  Internal to
 * atti/.
 *
 * Its register and its git histories are not looked at: the files that its
 * branches name are, each against the chain (docs/formato.md §6), and the
 * chain up to a seal that only the key kept by our register could make.
 */
#ifndef ATTI_EMERGENZA_RIENTRO_H
#define ATTI_EMERGENZA_RIENTRO_H

#include "atti/emergenza/kit.h"
#include "documenti/anello.h"

struct rientro {
	struct arena *a;
	struct store *st;		/* the kit; its register is not open */
	struct pezzo *pezzi;		/* every file, by folder and path */
	size_t n, cap, bytes;
	const char *cartella;		/* while it is walked */
	struct anello **anelli;		/* by seq */
	int n_anelli;
	struct nodo *kit, *emergenza;
	struct nodo **righe;		/* registrazione-emergenza, in order */
	int n_righe;
};

/*
 * Reads the kit below `dir` as far as its chain holds: kit and emergenza are
 * then known, but not yet that they are what we gave out.  invalid: something
 * in it does not hold; the message says what.
 */
int rientro_read(struct rientro *out, struct arena *a, const char *dir) MUST;
void rientro_close(struct rientro *r);

/* Is the seal made with this key?  Then the rows are read, and held against
 * what kit and seal say of them.  invalid. */
int rientro_check(struct rientro *r, const char *chiave) MUST;

/* All files one after the other, each behind a line "folder path impronta
 * bytes": what is filed. */
void rientro_pack(struct buf *out, const struct rientro *r);

/* Opens the bytes of an attachment of a row.  invalid: not there. */
int rientro_allegato(int *fd, const struct rientro *r,
    const struct nodo *riga, const char *impronta) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * intestazione.h - what a letter says of itself at its head, looked for in the
 * text of its first page: its oggetto, its protocol, addresses.  Pure.
 *
 * A guess, for an operator to look at.  What it is not sure of it leaves out:
 * an oggetto without the word, a number without «prot.».
 */
#ifndef DOCUMENTI_INTESTAZIONE_H
#define DOCUMENTI_INTESTAZIONE_H

#include "base/arena.h"

#define INTESTAZIONE_RIGHE 12		/* lines that may be a sender's name */
#define INTESTAZIONE_INDIRIZZI 8

struct intestazione {
	const char *oggetto;		/* NULL: not said */
	const char *numero, *data;	/* of the sender's protocol; data as
					 * 2026-11-20; NULL */
	const char *riga[INTESTAZIONE_RIGHE];	/* the first of the page */
	int n_righe;
	const char *indirizzo[INTESTAZIONE_INDIRIZZI];	/* of mail */
	int n_indirizzi;
};

void intestazione_leggi(struct intestazione *out, struct arena *a,
    const char *testo);

#endif

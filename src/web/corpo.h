/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corpo.h - what was sent with a request: fields, files, or the bytes of an
 * XML document.
 *
 * Read as it comes, in memory that is bounded by its declared length; files go
 * to where the caller says, never to memory.  Secrets stay in the one piece of
 * memory that corpo_free wipes.
 *
 * Refuses: a kind it does not know, a length that is not declared or not kept,
 * more than the limits, text that is not UTF-8 or holds a NUL, parts without a
 * name, names that are no names of ours.
 */
#ifndef WEB_CORPO_H
#define WEB_CORPO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "web/pagina.h"

#define CORPO_CAMPI 2000			/* fields */
#define CORPO_TESTO ((size_t)8 * 1024 * 1024)	/* bytes of all of them */
#define CORPO_FILE 20				/* files */
#define CORPO_MAX ((uint64_t)300 * 1024 * 1024)	/* bytes of it all */

struct corpo_file {
	const char *campo;
	const char *nome;	/* as the browser called it, without folders */
	int fd;			/* at its beginning; the corpo's */
	uint64_t n;		/* bytes */
};

struct corpo {
	struct coppia *campi;	/* in order; their text is in `testo` */
	int n_campi;
	struct corpo_file file[CORPO_FILE];
	int n_file;
	const char *grezzo;	/* of XML: its bytes; NULL */
	size_t n_grezzo;
	/* its own */
	struct arena *a;
	struct lettura_corpo *in;
};

/* The fields whose value is a secret: never given to a tree. */
bool corpo_segreto(const char *campo);

/*
 * `lunghezza` is the Content-Length; NULL: there was none.  `apre` gives a new
 * file for writing and reading.  invalid: refused, *stato says how (400, 411,
 * 413, 415).
 */
int corpo_new(struct corpo **out, int *stato, const char *tipo,
    const char *lunghezza, int (*apre)(void *), void *di) MUST;
int corpo_prende(struct corpo *c, int *stato, const void *p, size_t n) MUST;
/* Files that come from now on are passed over. */
void corpo_senza_file(struct corpo *c);
/* Has all of it come that was declared? */
bool corpo_intero(const struct corpo *c);
int corpo_fine(struct corpo *c, int *stato) MUST;
void corpo_free(struct corpo *c);
AUTO_DEFINE(corpo, corpo_free)

/* The first of that name; NULL: there is none. */
const char *corpo_campo(const struct corpo *c, const char *nome);

/* "a=1&b=2" in place, also of an address: pairs into the arena.  invalid: no
 * UTF-8, a NUL, more than max. */
int coppie_leggi(struct coppia **out, int *n, struct arena *a, char *s,
    int max) MUST;
/* %xx and, for forms, + in place.  invalid: no UTF-8, a NUL, a broken %. */
int decodifica(char *s, bool modulo) MUST;

#endif

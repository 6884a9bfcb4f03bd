/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * convertitore.h - a LibreOffice that stays: one caged child of this process
 * that turns one document after the other into PDF.
 *
 * The first conversion costs as much as a process of its own did, each other
 * a sixth of it.  The child knows no store: it is given the bytes of an ODT
 * and gives those of a PDF.  It is ended and made anew when it is late, when it
 * breaks, after CONVERTITORE_DOCUMENTI documents, and when it has grown over
 * CONVERTITORE_MEMORIA; it ends when this process does, however that ends, and
 * its folder goes with it (custode.c, casa.h).  A forked process has none, and
 * starts its own.  Slow: never to be called with the store's lock held.
 */
#ifndef WORKER_CONVERTITORE_H
#define WORKER_CONVERTITORE_H

#include <stddef.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

#define CONVERTITORE_DOCUMENTI 200	/* of one child */
#define CONVERTITORE_MEMORIA 768	/* resident, in MB, after a document */
/* On the clock, for one document: what hangs uses no processor.  Some twenty
 * times what a letter takes on a machine with much else to do. */
#define CONVERTITORE_SECONDI 60
#define CONVERTITORE_SECONDI_MB 120	/* more for each MB of content.xml */
#define CONVERTITORE_SECONDI_MAX 900
#define CONVERTITORE_FIGLI 4		/* children of one process */
#define CONVERTITORE_PER_FIGLIO 8	/* documents that a second is worth */

/* Starts it, unless it is there: who knows that there will be documents can
 * have LibreOffice loaded before them. */
int convertitore_start(void) MUST;

/*
 * ODT → PDF (resa_pdf); starts it when it is not there.  When a child breaks
 * that had made other documents, the document is tried once more in a fresh
 * one.  invalid: the ODT is not one, or has no title; fault: the child broke or
 * was late (the message asks to try again), or what it made is not what it
 * must be.
 */
int convertitore_convert(struct buf *out, const void *odt, size_t n) MUST;

/*
 * Many documents, shared among as many children as the machine has processors
 * (at most CONVERTITORE_FIGLI); all but the first end with it.  fn is told of
 * each, in order, while others are being made: esito as of convertitore_convert, with
 * its message; the bytes are its only until it returns.  Other than 0 from fn
 * ends it and is returned.  Else 0, or why there is no child at all: then fn
 * was told of none.
 */
struct convertendo {
	const void *odt;
	size_t n;		/* bytes */
};
typedef int convertito_fn(void *arg, int i, int esito, const struct buf *pdf);
int convertitore_molti(const struct convertendo *x, int n, convertito_fn *fn,
    void *arg) MUST;

/* Ends them all and waits until they are gone; without any does nothing.  Done by
 * exit(3), too. */
void convertitore_stop(void);

struct convertitore_cifre {
	pid_t pid;			/* of LibreOffice; 0: not running */
	unsigned documenti;		/* asked of it since it started */
	unsigned documenti_tutti;	/* asked by this process */
	unsigned avvii;			/* times a child was started */
	unsigned guasti;		/* of these ended late or broken */
	size_t memoria;			/* bytes resident now; 0: unknown */
};
/* Of the child of convertitore_convert. */
void convertitore_cifre(struct convertitore_cifre *out);

/* What the child says on its socket: a kind, the length, the bytes. */
enum convertitore_frase {
	FRASE_PRONTO = 1,	/* its pid: LibreOffice is loaded */
	FRASE_PESO,		/* bytes of content.xml: it begins */
	FRASE_PDF,		/* the PDF */
	FRASE_ERRORE		/* a code without its sign, a message */
};
#define FRASE_MAX ((size_t)128 * 1024 * 1024)	/* bytes */
#define ODT_MAX ((size_t)64 * 1024 * 1024)	/* bytes of a request */

#endif

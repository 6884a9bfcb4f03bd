/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * canale.h - messages with descriptors between our processes.
 *
 * A queue has many who put and many who take; each message is taken by one,
 * whoever is free.  A request carries its own way back: when the process that
 * took it dies, the one that asked sees it at once.  What is said lies in a
 * memfd, copied by who reads it: a message is whole or absent, and nobody can
 * change it, cut it short or dawdle over it while it is read.
 *
 * Refuses: a text over CANALE_MAX, more than CANALE_FD descriptors, a message
 * without its text.  Descriptors are close-on-exec and never inherited.
 */
#ifndef COLLOQUIO_CANALE_H
#define COLLOQUIO_CANALE_H

#include <stdbool.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"

#define CANALE_FD 24				/* files with a message */
#define CANALE_MAX ((size_t)32 * 1024 * 1024)	/* bytes of its text */

struct consegna {			/* a message that has arrived */
	struct buf testo;
	int fd[CANALE_FD];
	int n_fd;			/* all owned by it */
	int ritorno;			/* where to answer; -1: an answer */
};
void consegna_free(struct consegna *c);	/* closes, also `ritorno` */

/* A new queue: prende[0] is taken from, prende[1] put into. */
int canale_coda(int prende[2]) MUST;

/*
 * Puts a request, with n files that stay the caller's; *attesa becomes
 * readable when there is an answer, or nobody will give one.  Never waits.
 * busy: the queue is full.
 */
int canale_chiedi(int *attesa, int coda, const struct buf *testo,
    const int *fd, int n) MUST;

/* Takes the next request; busy: there is none and `aspetta` is false, or a signal
 * came; absent: nobody can put any more. */
int canale_prendi(struct consegna *out, int coda, bool aspetta) MUST;

/* Puts what was taken into another queue, way back and files and all; c stays
 * the caller's, who says nothing more.  busy: that queue is full. */
int canale_inoltra(const struct consegna *c, int coda) MUST;

/* Answers, once; who asked may be gone, which is no error. */
int canale_rispondi(const struct consegna *c, const struct buf *testo,
    const int *fd, int n) MUST;

/* The answer.  busy: not yet; fault: the other has died without one. */
int canale_ricevi(struct consegna *out, int attesa) MUST;

/* Bytes as a sealed memfd, to be sent with a message. */
int canale_file(int *out, const void *p, size_t n) MUST;

#endif

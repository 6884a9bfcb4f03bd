/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allegato.h - the bytes of registered documents, kept beside git by their
 * SHA-256 (the impronta of DPR 445/2000 art. 53 lett. f), read-only.
 *
 * Bytes arrive in transito/ (outside the lock, constant memory, synced) and
 * are linked to their final place inside the instant.  The final place of
 * impronta abcd… is <dir>/ab/abcd….
 */
#ifndef ARCHIVIO_ALLEGATO_H
#define ARCHIVIO_ALLEGATO_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"

struct allegato {
	char impronta[IMPRONTA_LEN + 1];
	int64_t dimensione;		/* bytes */
	const char *transito;		/* its path now, in the arena */
};

/* Copies from fd into a new file of directory `transito`; 0400, synced.
 * invalid: more than `max` bytes (> 0), or the file grew while read. */
int allegato_receive(struct allegato *out, struct arena *a,
    const char *transito, int fd, int64_t max) MUST;
int allegato_receive_bytes(struct allegato *out, struct arena *a,
    const char *transito, const void *p, size_t n) MUST;

/* Removes from `transito` what acts cut short left there a day ago or more.
 * Best effort: an error leaves the rest for another time. */
void allegato_sweep(const char *transito);

/* Hard-links it to its final place under dir (made if missing).  Already
 * there: compares sizes, keeps the old.  Not synced. */
int allegato_place(const struct allegato *al, const char *dir) MUST;

/* Hard-links a placed one to another name (allegati/ of a cartella). */
int allegato_link(const char *dir, const char *impronta, const char *to) MUST;

/*
 * Bytes that go for good: the placed ones; links to them in `dir`, whatever
 * follows the impronta in their names; copies in `transito` of acts cut short,
 * or of one that will find its own gone.  What is not there is no error.  Not
 * synced.
 */
int allegato_distruggi(const char *dir, const char *impronta) MUST;
int allegato_slega(const char *dir, const char *impronta) MUST;
int allegato_distruggi_transito(const char *transito, const char *impronta)
    MUST;

char *allegato_path(struct arena *a, const char *dir, const char *impronta);

/* Opens for reading.  absent: not there. */
int allegato_open(int *fd, const char *dir, const char *impronta) MUST;

/* Re-hashes one.  invalid: other bytes than its name says. */
int allegato_check(const char *dir, const char *impronta) MUST;

#endif

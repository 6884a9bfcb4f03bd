/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zip.h - libzip made safe: archives written reproducibly, read with limits.
 */
#ifndef ZIP_ZIP_H
#define ZIP_ZIP_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct zip_part {
	const char *nome;
	const void *p;
	size_t n;		/* bytes */
	int stored;		/* 1: not compressed ("mimetype") */
};

/* Same parts, same bytes: no times, no extra fields; in the order given. */
int zip_write(struct buf *out, const struct zip_part *parts, int n) MUST;

/*
 * Reads one entry.  absent: no such entry; invalid: not a zip, damaged, more
 * than `max` bytes unpacked, or a ratio over 1:1000.
 */
int zip_read(struct buf *out, const void *zip, size_t len, const char *nome,
    size_t max) MUST;

/*
 * Each file of it, once, in the order it has; the part is fn's while it runs.
 * At most `files`, of `max` bytes unpacked in all.  invalid as above, or a name
 * that climbs out, or stands twice; directories, which other programs name too,
 * are passed over.  Other than 0 from fn ends it and is returned.
 */
typedef int zip_part_fn(void *arg, const struct zip_part *p);
int zip_each(const void *zip, size_t len, int files, size_t max,
    zip_part_fn *fn, void *arg) MUST;

/* Names, NULL-ended; invalid as above, or a name that climbs out. */
int zip_names(char ***out, struct arena *a, const void *zip, size_t len) MUST;

#endif

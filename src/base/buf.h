/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * buf.h - bytes that grow.  Always followed by a NUL that `len` does not
 * count, so `data` of a text can be used as a C string once written to
 * (NULL before the first write).  Out of memory aborts.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdint.h>
#include <stddef.h>

#include "base/auto.h"
#include "base/err.h"

struct buf {
	char *data;
	size_t len, cap;	/* bytes */
};

void buf_free(struct buf *b);	/* frees the bytes, not the struct */
#define AUTO_BUF __attribute__((cleanup(buf_free))) struct buf

void buf_append(struct buf *b, const void *p, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
void buf_clear(struct buf *b);		/* len = 0, keeps the room */
const char *buf_str(struct buf *b);	/* never NULL */

/* Numbers for the pipes between our own processes: 32 bits, big-endian. */
void buf_u32(struct buf *b, uint32_t v);
/* A length and the bytes. */
void buf_block(struct buf *b, const void *p, size_t n);

/*
 * Reading back, bounds checked.  A cursor that meets a short buffer returns
 * ERR_INVALID and stays bad: check once at the end if you like.
 */
struct cursor {
	const unsigned char *p;
	size_t left;
};
int cursor_u32(uint32_t *out, struct cursor *c) MUST;
/* Points into the cursor's own bytes; not NUL-terminated. */
int cursor_block(const void **out, size_t *len, struct cursor *c) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * utf8.h - text is UTF-8, and NFC from the edge inwards.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* Well-formed UTF-8 (no overlong forms, no surrogates, no NUL)? */
bool utf8_valid(const char *s, size_t n);

/*
 * Is what is read what is there?  No controls but TAB, LF and CR, none of the
 * characters that turn the direction of the text around them (U+202A-202E,
 * U+2066-2069), no byte order mark.  s must be valid.
 */
bool utf8_plain(const char *s);

/* The same text without what is not plain, in the arena.  s must be valid. */
char *utf8_strip(struct arena *a, const char *s);

/* The same on one line of at most `max` characters, words parted by one blank,
 * none at the ends. */
char *utf8_line(struct arena *a, const char *s, int max);

/* Is there nothing to read in it: blanks, and characters that do not show?  s
 * must be valid. */
bool utf8_blank(const char *s);

/* The same text in NFC, in the arena.  invalid: not UTF-8. */
int utf8_nfc(char **out, struct arena *a, const char *s) MUST;

/*
 * The words of a text, to search a name among them: without capitals and
 * accents, one space before, between and behind (" d angelo ", " " when there
 * is none).  To compare, never to be kept.  invalid: not UTF-8.
 */
int utf8_words(char **out, struct arena *a, const char *s) MUST;

/* Code points, not bytes; s must be valid. */
size_t utf8_length(const char *s);

#endif

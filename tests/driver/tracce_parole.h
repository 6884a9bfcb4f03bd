/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tracce_parole.h - the words looked for, in each form in which bytes may hold
 * them; included once by tracce.c.
 *
 * Case is folded for ASCII alone; a word with accents is also looked for
 * without them, as an index keeps it, and in ISO 8859-1.
 */
#ifndef DRIVER_TRACCE_PAROLE_H
#define DRIVER_TRACCE_PAROLE_H

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

#define TAIL_FROM 3		/* bytes an index may share with its neighbour */
#define TAIL_MIN 5		/* bytes worth telling */
#define BASE64_MIN 6		/* bytes of a word looked for in base64 */

struct form {
	const char *word, *how;
	const char *p;
	size_t n;
	bool exact;		/* as it is: else in lower case */
	bool sqlite;		/* only there */
};

static struct arena *memory;	/* of the whole run */
static struct form *forms;
static int n_forms, cap_forms;
static int found;		/* lines printed */
static struct seen {
	struct seen *next;
	const char *line;
} *lines;

/* Each once: what is inflated is often found twice. */
static void
tell(const struct form *f, const char *place)
{
	const char *line = arena_printf(memory, "%s\t%s%s%s%s", f->word, place,
	    f->how[0] != '\0' ? " (" : "", f->how,
	    f->how[0] != '\0' ? ")" : "");
	struct seen *s;

	for (s = lines; s != NULL; s = s->next)
		if (strcmp(s->line, line) == 0)
			return;
	s = arena_alloc(memory, sizeof *s);
	*s = (struct seen){ lines, line };
	lines = s;
	printf("%s\n", line);
	found++;
}

static void
form_add(const char *word, const char *how, const void *p, size_t n,
    bool exact, bool sqlite)
{
	struct form f = {
		.word = word, .how = how, .p = arena_memdup(memory, p, n),
		.n = n, .exact = exact, .sqlite = sqlite,
	};

	forms = arena_more(memory, forms, n_forms, &cap_forms, sizeof *forms);
	forms[n_forms++] = f;
}

static char *
lower(const void *p, size_t n)
{
	char *s = arena_alloc(memory, n + 1);	/* a word ends in NUL */
	size_t i;

	memcpy(s, p, n);
	for (i = 0; i < n; i++)
		s[i] = (char)tolower((unsigned char)s[i]);
	return s;
}

/* The characters below U+0100, one a byte; 0: there are others. */
static size_t
latin(char *out, const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t n = 0;

	for (; *p != '\0'; p++) {
		if (*p < 0x80) {
			out[n++] = (char)*p;
		} else if ((*p == 0xc2 || *p == 0xc3) && p[1] != '\0') {
			out[n++] = (char)((*p & 3) << 6 | (p[1] & 0x3f));
			p++;
		} else {
			return 0;
		}
	}
	return n;
}

static void
plain(char *s, size_t n)
{
	static const char base[] = "aaaaaaaceeeeiiiidnooooo/ouuuuytsaaaaaaac"
	    "eeeeiiiidnooooo/ouuuuyty";
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] >= 0xc0)
			s[i] = base[(unsigned char)s[i] - 0xc0];
}

/* What stays the same of it whatever stands before and behind. */
static void
base64_add(const char *word)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t n = strlen(word), shift, bit;

	if (n < BASE64_MIN)
		return;
	for (shift = 0; shift < 3; shift++) {
		AUTO_BUF b = { 0 };

		/* bits of the word that fill whole digits */
		for (bit = (6 - shift * 8 % 6) % 6; bit + 6 <= n * 8;
		    bit += 6) {
			unsigned int two = (unsigned char)word[bit / 8] << 8u |
			    (unsigned char)word[bit / 8 + 1];

			buf_putc(&b, digit[two >> (10 - bit % 8) & 63]);
		}
		form_add(word, "base64", b.data, b.len, true, false);
	}
}

static void
wide_add(const char *word, const char *how, bool big)
{
	AUTO_BUF b = { 0 };
	const char *s;

	for (s = word; *s != '\0'; s++) {
		if (big)
			buf_putc(&b, '\0');
		buf_putc(&b, *s);
		if (!big)
			buf_putc(&b, '\0');
	}
	form_add(word, how, lower(b.data, b.len), b.len, false, false);
}

static void
word_add(const char *word)
{
	size_t n = strlen(word), m;
	char *small = lower(word, n), *bytes = arena_alloc(memory, n + 1);

	form_add(word, "", small, n, false, false);
	wide_add(word, "UTF-16LE", false);
	wide_add(word, "UTF-16BE", true);
	base64_add(word);
	m = latin(bytes, small);
	if (m > 0 && m < n) {
		form_add(word, "ISO 8859-1", bytes, m, false, false);
		plain(bytes, m);
		form_add(word, "senza accenti", bytes, m, false, false);
	} else {
		memcpy(bytes, small, m = n);
	}
	if (m >= TAIL_FROM + TAIL_MIN)
		form_add(word, "coda", bytes + TAIL_FROM, m - TAIL_FROM, false,
		    true);
}

/* Every form, in these bytes as they are. */
static void
look(const char *place, const void *p, size_t n, bool sqlite)
{
	char *small;
	size_t i;
	int k;

	if (n == 0)
		return;
	if ((small = malloc(n)) == NULL)
		abort();
	for (i = 0; i < n; i++)
		small[i] = (char)tolower(((const unsigned char *)p)[i]);
	for (k = 0; k < n_forms; k++)
		if ((sqlite || !forms[k].sqlite) &&
		    memmem(forms[k].exact ? p : small, n, forms[k].p,
		    forms[k].n) != NULL)
			tell(&forms[k], place);
	free(small);
}

#endif

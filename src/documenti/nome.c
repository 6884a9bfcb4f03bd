/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/nome.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

/* ---- plain letters ---- */

/* What utf8_words leaves that is no plain letter. */
static const struct {
	uint32_t da;
	const char *a;
} lettere[] = {
	{ 0xe6, "ae" }, { 0xf0, "d" }, { 0xf8, "o" }, { 0xfe, "th" },
	{ 0x111, "d" }, { 0x127, "h" }, { 0x131, "i" }, { 0x138, "k" },
	{ 0x142, "l" }, { 0x14b, "n" }, { 0x153, "oe" }, { 0x167, "t" },
	{ 0x259, "a" },
	/* Cyrillic */
	{ 0x430, "a" }, { 0x431, "b" }, { 0x432, "v" }, { 0x433, "g" },
	{ 0x434, "d" }, { 0x435, "e" }, { 0x436, "zh" }, { 0x437, "z" },
	{ 0x438, "i" }, { 0x43a, "k" }, { 0x43b, "l" }, { 0x43c, "m" },
	{ 0x43d, "n" }, { 0x43e, "o" }, { 0x43f, "p" }, { 0x440, "r" },
	{ 0x441, "s" }, { 0x442, "t" }, { 0x443, "u" }, { 0x444, "f" },
	{ 0x445, "kh" }, { 0x446, "ts" }, { 0x447, "ch" }, { 0x448, "sh" },
	{ 0x449, "sch" }, { 0x44a, "" }, { 0x44b, "y" }, { 0x44c, "" },
	{ 0x44d, "e" }, { 0x44e, "yu" }, { 0x44f, "ya" }, { 0x452, "dj" },
	{ 0x454, "ye" }, { 0x455, "z" }, { 0x456, "i" }, { 0x458, "j" },
	{ 0x459, "lj" }, { 0x45a, "nj" }, { 0x45b, "c" }, { 0x45f, "dzh" },
	{ 0x491, "g" },
};

/* The code point at s, which is valid UTF-8, and its length in bytes. */
static uint32_t
point(size_t *len, const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	uint32_t c = *p;
	size_t i, n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

	if (n > 1)
		c &= 0xffu >> (n + 1);
	for (i = 1; i < n; i++)
		c = c << 6 | (p[i] & 0x3fu);
	*len = n;
	return c;
}

static const char *
plain(uint32_t c)
{
	size_t i;

	for (i = 0; i < NELEM(lettere); i++)
		if (lettere[i].da == c)
			return lettere[i].a;
	return NULL;
}

int
nome_parole(char **out, struct arena *a, const char *nome)
{
	AUTO_BUF b = { 0 };
	const char *s, *p;
	char *words;
	size_t len;
	int r;

	if ((r = utf8_words(&words, a, nome)) != 0)
		return r;
	for (s = words; *s != '\0'; s += len) {
		p = plain(point(&len, s));
		if (p != NULL)
			buf_puts(&b, p);
		else
			buf_append(&b, s, len);
	}
	*out = arena_strdup(a, buf_str(&b));
	return 0;
}

/* The article of a name of Arabic, written apart or not at all. */
static bool
is_article(const char *s, size_t n)
{
	return n == 2 && (strncmp(s, "al", 2) == 0 || strncmp(s, "el", 2) == 0);
}

int
nome_unito(char **out, struct arena *a, const char *nome)
{
	AUTO_BUF b = { 0 };
	char *words;
	const char *s;
	size_t n;
	int r;

	if ((r = nome_parole(&words, a, nome)) != 0)
		return r;
	for (s = words; *s != '\0'; s += n) {
		s += strspn(s, " ");
		n = strcspn(s, " ");
		if (!is_article(s, n))
			buf_append(&b, s, n);
	}
	*out = arena_strdup(a, buf_str(&b));
	return 0;
}

/* ---- sound ---- */

#define VOCALI "aeiouy"
#define CHIARE "eiy"		/* before them c and g are soft */

/* The first that fits, at the place one is at. */
static const struct regola {
	const char *da, *a;
	const char *davanti;	/* one of these follows; NULL: anything */
	bool inizio;		/* only where the word begins */
} regole[] = {
	{ "tsch", "C", NULL, false }, { "tch", "C", NULL, false },
	{ "sch", "SK", CHIARE, false }, { "sch", "X", NULL, false },
	{ "sc", "X", CHIARE, false }, { "sh", "X", NULL, false },
	{ "ch", "X", "aou", false }, { "ch", "K", NULL, false },
	{ "c", "C", CHIARE, false }, { "c", "K", NULL, false },
	{ "k", "K", NULL, false }, { "q", "K", NULL, false },
	{ "dzh", "G", NULL, false }, { "dj", "G", NULL, false },
	{ "zh", "G", NULL, false }, { "gn", "N", NULL, false },
	{ "gl", "L", "i", false }, { "g", "G", NULL, false },
	{ "nj", "N", NULL, false }, { "lj", "L", NULL, false },
	{ "j", "G", VOCALI, false }, { "j", "", NULL, false },
	{ "y", "G", "aeou", true }, { "i", "G", "aeou", true },
	{ "ph", "F", NULL, false }, { "f", "F", NULL, false },
	{ "v", "F", NULL, false }, { "w", "F", NULL, false },
	{ "ou", "F", VOCALI, true }, { "u", "F", VOCALI, true },
	{ "ts", "S", NULL, false }, { "tz", "S", NULL, false },
	{ "s", "S", NULL, false }, { "z", "S", NULL, false },
	{ "x", "KS", NULL, false }, { "h", "", NULL, false },
	{ "b", "B", NULL, false }, { "d", "D", NULL, false },
	{ "l", "L", NULL, false }, { "m", "M", NULL, false },
	{ "n", "N", NULL, false }, { "p", "P", NULL, false },
	{ "r", "R", NULL, false }, { "t", "T", NULL, false },
};

static const struct regola *
rule_at(const char *s, bool first)
{
	const struct regola *x;
	size_t i, n;

	for (i = 0; i < NELEM(regole); i++) {
		x = &regole[i];
		n = strlen(x->da);
		if (strncmp(s, x->da, n) == 0 && (!x->inizio || first) &&
		    (x->davanti == NULL || (s[n] != '\0' &&
		    strchr(x->davanti, s[n]) != NULL)))
			return x;
	}
	return NULL;
}

/* A vowel: the first one of a word is heard, and a last a. */
static void
vowel(struct buf *out, const char *s, bool first)
{
	if (first)
		buf_putc(out, *s == 'a' ? 'A' : strchr("ou", *s) ? 'O' : 'E');
	else if (*s == 'a' && s[strspn(s, "ah")] == '\0' &&
	    out->len > 0 && out->data[out->len - 1] != 'A')
		buf_putc(out, 'A');
}

char *
nome_suono(struct arena *a, const char *parola)
{
	const char *s = parola;
	const struct regola *x;
	AUTO_BUF b = { 0 };
	bool first = true, apart = true;	/* a vowel stands between */

	while (*s != '\0') {
		if ((x = rule_at(s, first)) != NULL) {
			if (x->a[0] != '\0' && (apart || b.len == 0 ||
			    b.data[b.len - 1] != x->a[0]))
				buf_puts(&b, x->a);
			if (x->a[0] != '\0')
				first = apart = false;
			s += strlen(x->da);
		} else if (strchr(VOCALI, *s) != NULL) {
			vowel(&b, s++, first);
			first = false;
			apart = true;
		} else
			buf_putc(&b, *s++);	/* another alphabet, a digit */
	}
	return arena_strdup(a, buf_str(&b));
}

/* " maria luisa " -> "maria"; "" when there is none. */
static char *
first_word(struct arena *a, const char *words)
{
	words += strspn(words, " ");
	return arena_strndup(a, words, strcspn(words, " "));
}

int
nome_suono_persona(char **out, struct arena *a, const char *cognome,
    const char *nome)
{
	char *c, *n, *words;
	int r;

	if ((r = nome_unito(&c, a, cognome)) != 0 ||
	    (r = nome_parole(&words, a, nome)) != 0)
		return r;
	c = nome_suono(a, c);
	n = nome_suono(a, first_word(a, words));
	*out = strcmp(c, n) < 0 ? arena_printf(a, "%s %s", c, n) :
	    arena_printf(a, "%s %s", n, c);
	return 0;
}

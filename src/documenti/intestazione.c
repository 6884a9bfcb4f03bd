/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/intestazione.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/auto.h"
#include "base/clock.h"

#define RIGHE 400			/* lines looked at */
#define OGGETTO_RIGHE 3			/* that an oggetto may take */
#define OGGETTO_LEN 380			/* bytes */

/* ---- lines ---- */

/* One line without blanks at its ends, single ones within. */
static char *
tidy(struct arena *a, const char *s, size_t n)
{
	char *out = arena_strndup(a, s, n), *to = out;
	const char *p;
	bool gap = false;

	for (p = out; *p != '\0'; p++) {
		if (*p == ' ' || *p == '\t' || *p == '\r') {
			gap = to > out;
			continue;
		}
		if (gap)
			*to++ = ' ';
		gap = false;
		*to++ = *p;
	}
	*to = '\0';
	return out;
}

static int
lines_of(const char **out, struct arena *a, const char *testo)
{
	const char *line;
	size_t n;
	int many = 0;

	for (; *testo != '\0' && many < RIGHE; testo += n + (testo[n] != '\0')) {
		n = strcspn(testo, "\n");
		line = tidy(a, testo, n);
		if (line[0] != '\0')
			out[many++] = line;
	}
	return many;
}

/* ---- the oggetto ---- */

/* Behind "Oggetto:"; NULL: the line does not begin so. */
static const char *
behind_oggetto(const char *line)
{
	static const char *const words[] = { "oggetto", "ogg." };
	size_t i, n;

	for (i = 0; i < NELEM(words); i++) {
		n = strlen(words[i]);
		if (strncasecmp(line, words[i], n) != 0)
			continue;
		line += n;
		line += strspn(line, " ");
		if (*line == ':')
			return line + 1 + strspn(line + 1, " ");
	}
	return NULL;
}

/* Does the line go on with what stood in the one before? */
static bool
goes_on(const char *before, const char *line)
{
	size_t n = strlen(before);

	if (n == 0)
		return true;
	if (strchr(".;:!?", before[n - 1]) != NULL || strchr(line, ':') != NULL)
		return false;
	return (line[0] >= 'a' && line[0] <= 'z') || before[n - 1] == ',' ||
	    before[n - 1] == '-' || (unsigned char)line[0] >= 0x80;
}

static const char *
find_oggetto(struct arena *a, const char *const *line, int n)
{
	const char *text = NULL;
	int i, k;

	for (i = 0; i < n && text == NULL; i++)
		text = behind_oggetto(line[i]);
	if (text == NULL)
		return NULL;
	for (k = 0; k < OGGETTO_RIGHE - 1 && i < n; k++, i++) {
		if (!goes_on(text, line[i]) ||
		    strlen(text) + strlen(line[i]) > OGGETTO_LEN)
			break;
		text = arena_printf(a, "%s%s%s", text,
		    text[0] != '\0' ? " " : "", line[i]);
	}
	return text[0] != '\0' && strlen(text) <= OGGETTO_LEN ? text : NULL;
}

/* ---- the protocol ---- */

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Behind "prot." or "protocollo", with "n.", "num.", "gen." and the like. */
static const char *
behind_prot(const char *line)
{
	static const char *const fill[] = { "n.", "n°", "nr.", "num.", "n", "gen.",
	    "numero", "generale", ".", ":", "," };
	const char *p = strcasestr(line, "prot");
	bool more = true;
	size_t i, k;

	if (p == NULL || (p > line && p[-1] != ' ' && p[-1] != '(' &&
	    p[-1] != '.'))
		return NULL;
	p += strncasecmp(p, "protocollo", 10) == 0 ? 10 : 4;
	while (more) {
		more = *p == ' ';
		p += more;
		for (i = 0; i < NELEM(fill) && !more; i++) {
			k = strlen(fill[i]);
			more = strncasecmp(p, fill[i], k) == 0;
			p += more ? k : 0;
		}
	}
	return digit(*p) ? p : NULL;
}

/* 20/11/2026, 20.11.2026, 20-11-2026; NULL: none stands there. */
static const char *
date_at(struct arena *a, const char *s)
{
	char *end, sep;
	long d, m, y;
	const char *iso;

	d = strtol(s, &end, 10);
	sep = *end;
	if (end == s || strchr("/.-", sep) == NULL || sep == '\0' ||
	    !digit(end[1]))
		return NULL;
	m = strtol(end + 1, &end, 10);
	if (*end != sep || !digit(end[1]))
		return NULL;
	y = strtol(end + 1, &end, 10);
	if (d < 1 || d > 31 || m < 1 || m > 12 || y < 1990 || y > 2200)
		return NULL;
	iso = arena_printf(a, "%04ld-%02ld-%02ld", y, m, d);
	return clock_day_valid(iso) ? iso : NULL;
}

/* 18 novembre 2026 */
static const char *
date_in_words(struct arena *a, const char *s)
{
	static const char *const months[] = { "gennaio", "febbraio", "marzo",
	    "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
	    "ottobre", "novembre", "dicembre" };
	const char *iso;
	char *end;
	long d, y;
	size_t m;

	d = strtol(s, &end, 10);
	if (strncmp(end, "°", strlen("°")) == 0)
		end += strlen("°");
	if (*end++ != ' ')
		return NULL;
	for (m = 0; m < NELEM(months); m++)
		if (strncasecmp(end, months[m], strlen(months[m])) == 0)
			break;
	if (m == NELEM(months) || end[strlen(months[m])] != ' ')
		return NULL;
	y = strtol(end + strlen(months[m]), NULL, 10);
	if (d < 1 || d > 31 || y < 1990 || y > 2200)
		return NULL;
	iso = arena_printf(a, "%04ld-%02zu-%02ld", y, m + 1, d);
	return clock_day_valid(iso) ? iso : NULL;
}

static const char *
date_behind(struct arena *a, const char *s)
{
	const char *d;

	for (; *s != '\0'; s++)
		if (digit(*s)) {
			if ((d = date_at(a, s)) != NULL ||
			    (d = date_in_words(a, s)) != NULL)
				return d;
			s += strspn(s, "0123456789") - 1;
		}
	return NULL;
}

/* What follows "prot. n." may be a date: then no number was said. */
static void
find_protocol(struct intestazione *out, struct arena *a,
    const char *const *line, int n)
{
	const char *p;
	size_t len;
	int i;

	for (i = 0; i < n; i++) {
		if ((p = behind_prot(line[i])) == NULL ||
		    date_at(a, p) != NULL)
			continue;
		len = strspn(p, "0123456789/-ABCDEFGHIJKLMNOPQRSTUVWXYZ."
		    "abcdefghijklmnopqrstuvwxyz_");
		while (len > 0 && strchr("./-", p[len - 1]) != NULL)
			len--;
		if (len == 0 || len > 30)
			continue;
		out->numero = arena_strndup(a, p, len);
		out->data = date_behind(a, p + len);
		return;
	}
}

/* ---- addresses ---- */

static void
find_addresses(struct intestazione *out, struct arena *a, const char *testo)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-+";
	const char *at = testo, *from, *to;

	while (out->n_indirizzi < INTESTAZIONE_INDIRIZZI &&
	    (at = strchr(at, '@')) != NULL) {
		for (from = at; from > testo && from[-1] != '\0' &&
		    strchr(plain, from[-1]) != NULL; from--)
			continue;
		to = at + 1 + strspn(at + 1, plain);
		while (to > at + 1 && strchr("._-+", to[-1]) != NULL)
			to--;
		if (from < at && to > at + 1 && to - from <= 200)
			out->indirizzo[out->n_indirizzi++] = arena_strndup(a,
			    from, (size_t)(to - from));
		at++;
	}
}

void
intestazione_leggi(struct intestazione *out, struct arena *a,
    const char *testo)
{
	const char *line[RIGHE];
	int i, n = lines_of(line, a, testo);

	memset(out, 0, sizeof *out);
	for (i = 0; i < n && i < INTESTAZIONE_RIGHE; i++)
		out->riga[out->n_righe++] = line[i];
	out->oggetto = find_oggetto(a, line, n);
	find_protocol(out, a, line, n);
	find_addresses(out, a, testo);
}

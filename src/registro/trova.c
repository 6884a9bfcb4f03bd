/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trova.c - every word of the person in quotes, so that none is syntax; then
 * the tokens of the criteria and of the reader.
 */
#include "registro/trova.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "registro/query.h"

#define GETTONE "þ"		/* how tokens begin (query_ricerca.h) */
#define TERMS_MAX 32		/* of one cut word; beyond, SQLite's own way */
#define CUT_MIN 3		/* letters of a cut word; these have an index */
#define TERM_MIN 4		/* letters; from here on the terms are sought */

void
trova_cita(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_putc(b, '"');
		buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

/* The same text where "-" and "/" would part a token. */
static void
quote_token(struct buf *b, const char *kind, const char *value)
{
	AUTO_BUF t = { 0 };

	buf_printf(&t, GETTONE "%s", kind);
	for (; *value != '\0'; value++) {
		if (strchr("-/", *value) != NULL)
			buf_puts(&t, GETTONE);
		else
			buf_putc(&t, *value);
	}
	trova_cita(b, buf_str(&t));
}

/* ---- words ---- */

/*
 * The one term of the index that a word is, when it is Latin letters and
 * digits only: then folding it here and there gives the same.  NULL else.
 */
static const char *
as_term(struct arena *a, const char *word, const char *folded)
{
	const unsigned char *p;
	size_t len = strlen(folded);

	for (p = (const unsigned char *)word; *p != '\0'; p++)
		if (*p >= 0xc4)		/* beyond U+00FF */
			return NULL;
	if (len != utf8_length(word) + 2 ||
	    strspn(folded + 1, "abcdefghijklmnopqrstuvwxyz0123456789") !=
	    len - 2)
		return NULL;
	return arena_strndup(a, folded + 1, len - 2);
}

/* The first term of the index not before `from`; NULL: none. */
static int
next_term(const char **out, struct arena *a, struct registro *r, int voce,
    const char *from)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, voce, "s", from)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = e == 1 ? arena_strdup(a, stmt_text(s, 0)) : NULL;
	return 0;
}

/*
 * A cut word as the terms that begin with it: SQLite then reads their rows
 * only as far as a page needs, where for a prefix it would first gather all.
 * Leaves `out` as it was when there are none, or too many.
 */
static int
add_terms(struct buf *out, struct arena *a, struct registro *r, int voce,
    const char *start)
{
	size_t len = strlen(start);
	const char *term = start;
	AUTO_BUF b = { 0 };
	int e, n;

	for (n = 0; n <= TERMS_MAX; n++) {
		if ((e = next_term(&term, a, r, voce, term)) != 0)
			return e;
		if (term == NULL || strncmp(term, start, len) != 0)
			break;
		buf_puts(&b, n > 0 ? " OR " : "(");
		trova_cita(&b, term);
		term = arena_printf(a, "%s\x01", term);
	}
	if (n > 0 && n <= TERMS_MAX)
		buf_printf(out, "%s)", buf_str(&b));
	return 0;
}

/* `folded` as utf8_words gives it: " 12 a ". */
static int
add_cut(struct buf *out, struct arena *a, struct registro *r, int voce,
    const char *word, char *folded)
{
	const char *term = as_term(a, word, folded), *tail;
	size_t before = out->len;
	int e;

	if (term != NULL && strlen(term) >= TERM_MIN &&
	    (e = add_terms(out, a, r, voce, term)) != 0)
		return e;
	if (out->len > before)
		return 0;
	trova_cita(out, word);
	/* one letter or two begin too many terms: they stand alone */
	folded[strlen(folded) - 1] = '\0';
	tail = strrchr(folded, ' ') + 1;
	if (utf8_length(tail) >= CUT_MIN)
		buf_puts(out, " *");
	return 0;
}

int
trova_parole(struct buf *out, struct arena *a, struct registro *r, int voce,
    const char *columns, const char *text)
{
	char *copy = arena_strdup(a, text), *word, *next, *folded, *rest;
	char *last = NULL, *last_folded = NULL;
	int e;

	buf_printf(out, "%s%s : (", out->len > 0 ? " AND " : "", columns);
	for (word = strtok_r(copy, " \t\n\r", &rest); word; word = next) {
		next = strtok_r(NULL, " \t\n\r", &rest);
		if ((e = utf8_words(&folded, a, word)) != 0)
			return e;
		if (strcmp(folded, " ") == 0)
			continue;
		if (last != NULL) {
			trova_cita(out, last);
			buf_puts(out, " AND ");
		}
		last = word;
		last_folded = folded;
	}
	if (last == NULL)
		return err_set(ERR_ABSENT, "nessuna parola");
	if ((e = add_cut(out, a, r, voce, last, last_folded)) != 0)
		return e;
	buf_putc(out, ')');
	return 0;
}

static int
add_content(struct buf *out, struct arena *a, struct registro *r,
    const struct criteri *c)
{
	int e;

	if (c->parole != NULL && (e = trova_parole(out, a, r,
	    Q_RICERCA_VOCE, "{testo parti estremi}", c->parole)) != 0)
		return e;
	if (c->corrispondente != NULL && (e = trova_parole(out, a, r,
	    Q_RICERCA_VOCE, "parti",
	    c->corrispondente)) != 0)
		return e;
	if (c->protocollo_mittente == NULL)
		return 0;
	buf_printf(out, "%sestremi : ", out->len > 0 ? " AND " : "");
	trova_cita(out, c->protocollo_mittente);
	return 0;
}

bool
trova_nel_contenuto(const struct criteri *c)
{
	return c->parole != NULL || c->corrispondente != NULL ||
	    c->protocollo_mittente != NULL || c->impronta != NULL;
}

/* ---- tokens ---- */

static void
add_filter(struct buf *out, const char *kind, const char *value)
{
	if (value == NULL)
		return;
	quote_token(out, kind, value);
	buf_puts(out, " AND ");
}

static void
add_filters(struct buf *out, struct arena *a, const struct criteri *c)
{
	static const char *const annullate[] = { NULL, "v", "x" };
	static const char *const riservate[] = { NULL, "l", "s" };

	if (c->numero != 0)
		add_filter(out, "n", arena_printf(a, "%d", c->numero));
	add_filter(out, "m", c->emergenza);
	add_filter(out, "e", c->flusso);
	add_filter(out, "c", c->classifica);
	add_filter(out, "o", c->operatore);
	add_filter(out, "u", c->ufficio);
	add_filter(out, "", annullate[c->annullate]);
	add_filter(out, "", riservate[c->riservate]);
}

/* The year of the first term from a year on, 0: none; and today's date. */
static int
next_term_year(int *out, char oggi[GIORNO_LEN + 1], struct registro *r,
    int year)
{
	char from[16];
	AUTO_STMT s = NULL;
	int e;

	snprintf(from, sizeof from, "%04d", year);
	if ((e = db_query(&s, r->db, Q_RICERCA_FINO, "s", from)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = stmt_null(s, 0) ? 0 : (int)strtol(stmt_text(s, 0), NULL, 10);
	snprintf(oggi, GIORNO_LEN + 1, "%s", stmt_text(s, 1));
	return 0;
}

/*
 * Riservate whose term has passed: the years there are, then the quarters of
 * this one.  Of this quarter some are not over yet: IN_CHIARO tells.
 */
static int
add_expired(struct buf *out, struct registro *r)
{
	int e, year = 0, this_year, quarter, this_quarter;
	char oggi[GIORNO_LEN + 1];

	for (;; year++) {
		if ((e = next_term_year(&year, oggi, r, year)) != 0)
			return e;
		this_year = (int)strtol(oggi, NULL, 10);
		if (year == 0 || year >= this_year)
			break;
		buf_printf(out, " OR \"" GETTONE "f%04d\"", year);
	}
	this_quarter = ((int)strtol(oggi + 5, NULL, 10) + 2) / 3;
	for (quarter = 1; year == this_year && quarter <= this_quarter;
	    quarter++)
		buf_printf(out, " OR \"" GETTONE "f%04dt%d\"", year, quarter);
	return 0;
}

/* What the reader may see; absent: nothing. */
static int
add_reader(struct buf *out, struct registro *r, const struct occhio *o,
    bool clear)
{
	bool any = false, all = false, plain = false;
	AUTO_STMT s = NULL;
	AUTO_BUF list = { 0 };
	const char *t;
	int e;

	if ((e = db_query(&s, r->db, Q_GETTONI_DI, "ssd", o->utente, o->atto,
	    clear)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		t = stmt_text(s, 0);
		buf_puts(&list, any ? " OR " : "");
		trova_cita(&list, t);
		any = true;
		all |= strcmp(t, GETTONE "t") == 0;
		plain |= strcmp(t, GETTONE "l") == 0;
	}
	if (e < 0)
		return e;
	if (!any)
		return err_set(ERR_ABSENT, "nessun ambito");
	if (all) {
		buf_puts(out, "\"" GETTONE "t\"");
		return 0;
	}
	buf_printf(out, "(%s", buf_str(&list));
	e = plain ? add_expired(out, r) : 0;
	buf_putc(out, ')');
	return e;
}

int
trova_espressione(struct buf *out, struct arena *a, struct registro *r,
    const struct occhio *o, const struct criteri *c)
{
	AUTO_BUF content = { 0 };
	int e;

	if ((e = add_content(&content, a, r, c)) != 0)
		return e;
	/* a NOT of nothing: SQLite finds where all the words stand before it
	 * looks at the tokens, which stand in almost every row */
	if (content.len > 0)
		buf_printf(out, "((%s) NOT gettoni : \"" GETTONE "\") AND ",
		    content.data);
	buf_puts(out, "gettoni : (");
	add_filters(out, a, c);
	if ((e = add_reader(out, r, o, trova_nel_contenuto(c))) != 0)
		return e;
	buf_putc(out, ')');
	return 0;
}

int
trova_storico(struct buf *out, struct arena *a, struct registro *r,
    const char *parole)
{
	int e;

	if ((e = trova_parole(out, a, r, Q_RICERCA_VOCE,
	    "{testo parti estremi}", parole)) != 0)
		return e;
	buf_puts(out, " AND gettoni : \"" GETTONE "z\"");
	return 0;
}

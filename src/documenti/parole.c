/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.c - the texts of a document, one after the other.  What is written in
 * prose stays whole; of the other fields those that are a code of ours (as1,
 * in-carico, 2026-11-20, an impronta) are left out: nobody looks for them by
 * words.
 */
#include "documenti/parole.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "xml/campi.h"

static bool
is_prose(const struct nodo *n)
{
	return prosa_blocco(n) || strcmp(n->nome, "cella") == 0;
}

/* A day or a time; small letters with digits or strokes among them; signs. */
static bool
is_code(const char *s)
{
	static const char digits[] = "0123456789";
	bool letter = false, other = false;

	if (strspn(s, digits) == 4 && s[4] == '-')
		return true;
	for (; *s != '\0'; s++) {
		if (*s >= 'a' && *s <= 'z')
			letter = true;
		else if (strchr(digits, *s) != NULL ||
		    strchr("-._/:+", *s) != NULL)
			other = true;
		else
			return false;
	}
	return other || !letter;
}

/* The number something had in the register of another body. */
static bool
is_number(const char *nome)
{
	return strcmp(nome, "protocollo-altrui") == 0;
}

/* Always one word of a list of ours. */
static bool
is_kind(const char *nome)
{
	return strcmp(nome, "tipo") == 0 || strcmp(nome, "stato") == 0;
}

/* All the text below, with one space for any white. */
static void
put_text(struct buf *out, const struct nodo *n)
{
	const struct nodo *c;
	const char *p;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome != NULL) {
			put_text(out, c);
			continue;
		}
		for (p = c->testo; *p != '\0'; p++)
			if (strchr(" \t\n\r", *p) == NULL)
				buf_putc(out, *p);
			else if (out->len > 0 && out->data[out->len - 1] != ' ')
				buf_putc(out, ' ');
	}
}

static void
put_leaf(struct buf *out, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	put_text(&b, n);
	if (b.len == 0 || (!is_prose(n) && !is_number(n->nome) &&
	    (is_code(b.data) || is_kind(n->nome))))
		return;
	buf_printf(out, "%s%s", out->len > 0 ? PAROLE_FRA : "", b.data);
}

void
parole_documento(struct buf *out, const struct nodo *doc)
{
	const struct nodo *c;

	if (is_prose(doc) || nodo_child(doc, NULL) == NULL) {
		put_leaf(out, doc);
		return;
	}
	for (c = nodo_child(doc, NULL); c != NULL; c = nodo_next(c, NULL))
		parole_documento(out, c);
}

/* ---- what is looked for ---- */

/* Bytes of the apostrophe at s, straight or curly; 0: there is none. */
static size_t
apostrophe(const char *s)
{
	return *s == '\'' ? 1 : strncmp(s, "\u2019", 3) == 0 ? 3 : 0;
}

/* Bytes of an elided article or preposition before the rest of a word. */
static size_t
elision(const char *word, size_t len)
{
	static const char *const heads[] = { "l", "un", "all", "dell", "dall",
	    "nell", "sull", "coll", "quell", "quest" };
	size_t i, n, sign;

	for (i = 0; i < sizeof heads / sizeof heads[0]; i++) {
		n = strlen(heads[i]);
		if (n < len && strncasecmp(word, heads[i], n) == 0 &&
		    (sign = apostrophe(word + n)) > 0 && n + sign < len)
			return n + sign;
	}
	return 0;
}

void
parole_cercate(struct buf *out, const char *testo)
{
	static const char white[] = " \t\n\r";
	size_t len, cut;

	for (testo += strspn(testo, white); *testo != '\0';
	    testo += len, testo += strspn(testo, white)) {
		len = strcspn(testo, white);
		cut = elision(testo, len);
		if (out->len > 0)
			buf_putc(out, ' ');
		buf_append(out, testo + cut, len - cut);
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json.c - JSON from values and from trees.  What it writes can also stand in
 * a page: the marks of HTML are escaped.  Never writes a text that was not
 * opened and closed in order: that is a bug, and ends the program.
 */
#include "xml/json.h"

#include <assert.h>
#include <string.h>

#include "xml/campi.h"

/* ---- values ---- */

static void
quoted(struct buf *out, const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	buf_putc(out, '"');
	for (; *p != '\0'; p++)
		if (*p == '"' || *p == '\\')
			buf_printf(out, "\\%c", *p);
		else if (*p == '\n')
			buf_puts(out, "\\n");
		else if (*p < 0x20 || *p == 0x7f || strchr("<>&", *p) != NULL)
			buf_printf(out, "\\u%04x", *p);
		else
			buf_putc(out, (char)*p);
	buf_putc(out, '"');
}

static void
line(struct json *j)
{
	if (j->righe)
		buf_printf(j->out, "\n%*s", j->livello * 2, "");
}

/* The comma and the name before a value. */
static void
before(struct json *j, const char *nome)
{
	int top = j->livello - 1;

	if (top < 0) {
		assert(nome == NULL);
		return;
	}
	assert((nome != NULL) == (j->apre[top] == '{'));
	if (j->altri[top])
		buf_putc(j->out, ',');
	j->altri[top] = true;
	line(j);
	if (nome != NULL) {
		quoted(j->out, nome);
		buf_puts(j->out, j->righe ? ": " : ":");
	}
}

static void
opens(struct json *j, const char *nome, char how)
{
	assert(j->livello < JSON_DEPTH);
	before(j, nome);
	buf_putc(j->out, how);
	j->apre[j->livello] = how;
	j->altri[j->livello++] = false;
}

void
json_object(struct json *j, const char *nome)
{
	opens(j, nome, '{');
}

void
json_array(struct json *j, const char *nome)
{
	opens(j, nome, '[');
}

void
json_end(struct json *j)
{
	assert(j->livello > 0);
	if (j->altri[--j->livello])
		line(j);
	buf_putc(j->out, j->apre[j->livello] == '{' ? '}' : ']');
}

void
json_string(struct json *j, const char *nome, const char *valore)
{
	before(j, nome);
	quoted(j->out, valore);
}

void
json_int(struct json *j, const char *nome, int64_t valore)
{
	before(j, nome);
	buf_printf(j->out, "%lld", (long long)valore);
}

void
json_bool(struct json *j, const char *nome, bool valore)
{
	before(j, nome);
	buf_puts(j->out, valore ? "true" : "false");
}

void
json_null(struct json *j, const char *nome)
{
	before(j, nome);
	buf_puts(j->out, "null");
}

/* ---- trees ---- */

/* Is there one of that name before it? */
static bool
not_first(const struct nodo *n)
{
	const struct nodo *p;

	for (p = n->prec; p != NULL; p = p->prec)
		if (p->nome != NULL && strcmp(p->nome, n->nome) == 0)
			return true;
	return false;
}

static bool
blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

/* Lines of prose bear no attributes; a titolo or a punto alone may be a field
 * of something else. */
static bool
prose(const struct nodo *n)
{
	const struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (c->attr != NULL)
			return false;
	return n->attr == NULL && prosa_sotto(n) &&
	    (nodo_child(n, "p") != NULL || nodo_child(n, "voce") != NULL ||
	    nodo_child(n, "tabella") != NULL);
}

static void
own_text(struct json *j, const struct nodo *n)
{
	const struct nodo *c;
	AUTO_BUF b = { 0 };

	for (c = n->primo; c != NULL; c = c->succ)
		if (c->nome == NULL)
			buf_puts(&b, c->testo);
	if (!blank(buf_str(&b)))
		json_string(j, "#", buf_str(&b));
}

static void
value(struct json *j, struct arena *a, const char *nome, const struct nodo *n)
{
	const struct nodo *c, *d;
	const struct attr *at;

	if (n->attr == NULL && nodo_child(n, NULL) == NULL) {
		json_string(j, nome, nodo_all_text(a, n));
		return;
	}
	if (prose(n)) {
		json_string(j, nome, prosa_text(a, n));
		return;
	}
	json_object(j, nome);
	for (at = n->attr; at != NULL; at = at->succ)
		json_string(j, arena_printf(a, "@%s", at->nome), at->valore);
	own_text(j, n);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (not_first(c))
			continue;
		json_array(j, c->nome);
		for (d = c; d != NULL; d = nodo_next(d, c->nome))
			value(j, a, NULL, d);
		json_end(j);
	}
	json_end(j);
}

void
json_nodo(struct json *j, const char *nome, const struct nodo *n)
{
	AUTO(arena) a = arena_new();

	value(j, a, nome, n);
}

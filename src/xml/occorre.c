/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * occorre.c - which element a document lacks.  Where one is missing libxml2
 * names what could stand there: what may be left out among it, or, where
 * something may be said several times, only that.  A person wants to know what
 * must be added.
 */
#include "xml/occorre.h"

#include <string.h>

#include "base/auto.h"
#include "base/buf.h"

#define DEPTH_MAX 24

struct search {
	const struct nodo *schema;
	const xmlNode *at;		/* whose children are looked at */
	struct buf names;
};

static const char *
local(const char *s)
{
	const char *colon = s != NULL ? strchr(s, ':') : NULL;

	return colon != NULL ? colon + 1 : s;
}

static bool
is(const struct nodo *n, const char *attribute, const char *value)
{
	const char *v = local(nodo_attr(n, attribute));

	return v != NULL && strcmp(v, value) == 0;
}

static bool
is_a(const struct nodo *n, const char *what)
{
	return strcmp(n->nome, what) == 0;
}

static const struct nodo *
global(const struct nodo *schema, const char *what, const char *name)
{
	const struct nodo *n;

	for (n = name != NULL ? nodo_child(schema, what) : NULL; n != NULL;
	    n = nodo_next(n, what))
		if (is(n, "name", name))
			return n;
	return NULL;
}

static const struct nodo *
type_of(const struct nodo *schema, const struct nodo *declared)
{
	const struct nodo *type = nodo_child(declared, "complexType");

	return type != NULL ? type : global(schema, "complexType",
	    local(nodo_attr(declared, "type")));
}

static const char *
name_of(const struct nodo *element)
{
	const char *name = nodo_attr(element, "name");

	return name != NULL ? name : local(nodo_attr(element, "ref"));
}

/* What stands elsewhere in the schema and is meant here: of a group its
 * content, of an extension what it extends; else NULL. */
static const struct nodo *
meant(const struct nodo *schema, const struct nodo *c)
{
	if (is_a(c, "group"))
		return global(schema, "group", local(nodo_attr(c, "ref")));
	if (is_a(c, "extension"))
		return global(schema, "complexType",
		    local(nodo_attr(c, "base")));
	return NULL;
}

static bool
holds(const struct nodo *c)
{
	return is_a(c, "sequence") || is_a(c, "choice") || is_a(c, "group") ||
	    is_a(c, "complexContent") || is_a(c, "extension");
}

/* ---- how an element is declared ---- */

static const struct nodo *
element_in(const struct nodo *schema, const struct nodo *n, const char *name,
    int depth)
{
	const struct nodo *c, *found = NULL;

	if (n == NULL || depth > DEPTH_MAX)
		return NULL;
	for (c = nodo_child(n, NULL); c != NULL && found == NULL;
	    c = nodo_next(c, NULL)) {
		if (is_a(c, "element") && is(c, "name", name))
			found = c;
		else if (is_a(c, "element") && is(c, "ref", name))
			found = global(schema, "element", name);
		else if (holds(c) && (found = element_in(schema,
		    meant(schema, c), name, depth + 1)) == NULL)
			found = element_in(schema, c, name, depth + 1);
	}
	return found;
}

static const struct nodo *
declaration(const struct nodo *schema, const xmlNode *n, int depth)
{
	const char *name = (const char *)n->name;
	const struct nodo *around;

	if (n->parent == NULL || n->parent->type != XML_ELEMENT_NODE)
		return global(schema, "element", name);
	if (depth > DEPTH_MAX ||
	    (around = declaration(schema, n->parent, depth + 1)) == NULL)
		return NULL;
	return element_in(schema, type_of(schema, around), name, 0);
}

/* ---- what is not there ---- */

static bool
present(const struct search *s, const char *name)
{
	const xmlNode *c;

	for (c = s->at->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)c->name, name) == 0)
			return true;
	return false;
}

static bool
any_present(const struct search *s, const struct nodo *n, int depth)
{
	const struct nodo *c;

	if (n == NULL || depth > DEPTH_MAX)
		return false;
	if (is_a(n, "element"))
		return present(s, name_of(n));
	if (any_present(s, meant(s->schema, n), depth + 1))
		return true;
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (any_present(s, c, depth + 1))
			return true;
	return false;
}

static bool lacking(struct search *s, const struct nodo *n, int depth);

/* The first of them in order; of a choice, unless one of it is there, the
 * first of each. */
static bool
lacking_below(struct search *s, const struct nodo *n, int depth)
{
	bool choice = is_a(n, "choice"), some = false;
	const struct nodo *c;

	if (choice)
		for (c = nodo_child(n, NULL); c; c = nodo_next(c, NULL))
			if (any_present(s, c, depth))
				return lacking(s, c, depth + 1);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (lacking(s, c, depth + 1))
			some = true;
		if (some && !choice)
			break;
	}
	return some;
}

/* Names what n must have and the document has not; false: nothing. */
static bool
lacking(struct search *s, const struct nodo *n, int depth)
{
	const struct nodo *there;

	if (depth > DEPTH_MAX ||
	    (is(n, "minOccurs", "0") && !any_present(s, n, depth)))
		return false;
	if (is_a(n, "element")) {
		if (present(s, name_of(n)))
			return false;
		buf_printf(&s->names, "%s«%s»", s->names.len > 0 ? " o " : "",
		    name_of(n));
		return true;
	}
	if (!holds(n))
		return false;
	there = meant(s->schema, n);
	return (there != NULL && lacking_below(s, there, depth + 1)) ||
	    lacking_below(s, n, depth);
}

const char *
occorre(struct arena *a, const struct nodo *schema, const xmlNode *n)
{
	const struct nodo *d = declaration(schema, n, 0), *type;
	struct search s = { .schema = schema, .at = n };
	const char *names = NULL;

	type = d != NULL ? type_of(schema, d) : NULL;
	if (type != NULL && lacking_below(&s, type, 0))
		names = arena_strdup(a, buf_str(&s.names));
	buf_free(&s.names);
	return names;
}

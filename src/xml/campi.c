/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * campi.c - the fields of an istanza, read from its schema (the small profile:
 * sequence, choice, group-free elements with named types).
 */
#include "xml/campi.h"

#include <string.h>

#include "base/resource.h"
#include "xml/interno.h"

#define FIELDS_MAX 500
#define DEPTH_MAX 8

struct reading {
	struct arena *a;
	const struct nodo *schema;
	struct campo *list;
	int n;
};

/* <what name="nome"> directly below the schema. */
static const struct nodo *
global(const struct reading *r, const char *what, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(r->schema, what); n; n = nodo_next(n, what))
		if (nodo_attr(n, "name") != NULL &&
		    strcmp(nodo_attr(n, "name"), nome) == 0)
			return n;
	return NULL;
}

static const char *
label_of(struct arena *a, const struct nodo *n)
{
	const char *label = nodo_value(a, n, "annotation/documentation");

	return label != NULL ? label : "";
}

static const char *const *
choices_of(const struct reading *r, const struct nodo *simple)
{
	const struct nodo *base = nodo_child(simple, "restriction"), *e;
	const char **list;
	int n = 0;

	for (e = base ? nodo_child(base, "enumeration") : NULL; e != NULL;
	    e = nodo_next(e, "enumeration"))
		n++;
	if (n == 0)
		return NULL;
	list = arena_alloc(r->a, ((size_t)n + 1) * sizeof *list);
	for (n = 0, e = nodo_child(base, "enumeration"); e != NULL;
	    e = nodo_next(e, "enumeration"))
		list[n++] = nodo_attr(e, "value");
	return list;
}

/* The kind of a simple type, by its name or by what it restricts. */
static const char *
simple_kind(const struct reading *r, const char *type, struct campo *c)
{
	const struct nodo *t;

	if (type == NULL)
		return "testo";
	if (strcmp(type, "data") == 0 || strcmp(type, "si-no") == 0)
		return type;
	if (strstr(type, "nteger") != NULL)
		return "intero";
	if ((t = global(r, "simpleType", type)) == NULL)
		return "testo";
	if ((c->scelte = choices_of(r, t)) != NULL)
		return "scelta";
	return "testo";
}

static void walk(struct reading *r, const struct nodo *particle,
    const char *prefix, int level, bool optional);

static void
add_attributes(struct reading *r, const struct nodo *type, const char *prefix,
    int level)
{
	const struct nodo *at;
	struct campo *c;

	for (at = nodo_child(type, "attribute"); at != NULL;
	    at = nodo_next(at, "attribute")) {
		if (r->n == FIELDS_MAX)
			return;
		c = &r->list[r->n++];
		c->percorso = arena_printf(r->a, "%s%s@%s", prefix,
		    prefix[0] ? "." : "", nodo_attr(at, "name"));
		c->etichetta = label_of(r->a, at);
		c->tipo = simple_kind(r, nodo_attr(at, "type"), c);
		c->obbligatorio = nodo_attr(at, "use") != NULL &&
		    strcmp(nodo_attr(at, "use"), "required") == 0;
		c->livello = level;
	}
}

static void
walk_type(struct reading *r, const struct nodo *type, const char *prefix,
    int level)
{
	const struct nodo *p;

	add_attributes(r, type, prefix, level);
	for (p = nodo_child(type, NULL); p != NULL; p = nodo_next(p, NULL))
		if (strcmp(p->nome, "sequence") == 0 ||
		    strcmp(p->nome, "choice") == 0)
			walk(r, p, prefix, level, false);
}

static void
add_element(struct reading *r, const struct nodo *e, const char *prefix,
    int level, bool optional)
{
	const char *name = nodo_attr(e, "name"), *type = nodo_attr(e, "type");
	const char *min = nodo_attr(e, "minOccurs");
	const char *max = nodo_attr(e, "maxOccurs");
	const struct nodo *complex = nodo_child(e, "complexType");
	struct campo *c;

	if (name == NULL || r->n == FIELDS_MAX || level > DEPTH_MAX)
		return;
	c = &r->list[r->n++];
	c->percorso = arena_printf(r->a, "%s%s%s", prefix,
	    prefix[0] ? "." : "", name);
	c->etichetta = label_of(r->a, e);
	c->obbligatorio = !optional && (min == NULL || strcmp(min, "0") != 0);
	c->ripetuto = max != NULL && strcmp(max, "1") != 0;
	c->livello = level;
	if (complex == NULL && type != NULL)
		complex = global(r, "complexType", type);
	if (complex == NULL) {
		c->tipo = simple_kind(r, type, c);
	} else if (type != NULL && strcmp(type, "prosa") == 0) {
		c->tipo = "prosa";
	} else {
		c->tipo = "gruppo";
		walk_type(r, complex, c->percorso, level + 1);
	}
}

static void
walk(struct reading *r, const struct nodo *particle, const char *prefix,
    int level, bool optional)
{
	const struct nodo *e;

	if (strcmp(particle->nome, "choice") == 0)
		optional = true;
	for (e = nodo_child(particle, NULL); e != NULL; e = nodo_next(e, NULL)) {
		if (strcmp(e->nome, "element") == 0)
			add_element(r, e, prefix, level, optional);
		else if (strcmp(e->nome, "sequence") == 0 ||
		    strcmp(e->nome, "choice") == 0)
			walk(r, e, prefix, level, optional);
	}
}

int
campi_load_bytes(const struct campo **out, struct arena *a, const void *bytes,
    size_t len, const char *radice)
{
	struct reading r = { .a = a };
	const struct nodo *e, *type;
	struct nodo *schema;
	int rc;

	if ((rc = xml_parse(&schema, a, bytes, len, 0)) != 0)
		return rc;
	r.schema = schema;
	if ((e = global(&r, "element", radice)) == NULL)
		return err_set(ERR_ABSENT, "lo schema non ha «%s»", radice);
	type = nodo_child(e, "complexType");
	if (type == NULL && nodo_attr(e, "type") != NULL)
		type = global(&r, "complexType", nodo_attr(e, "type"));
	r.list = arena_alloc(a, (FIELDS_MAX + 1) * sizeof *r.list);
	if (type != NULL)
		walk_type(&r, type, "", 0);
	*out = r.list;
	return 0;
}

static int
shipped(const struct resource **out, const char *schema)
{
	AUTO(arena) a = arena_new();

	*out = resource_find(arena_printf(a, "schema/%s.xsd", schema));
	if (*out == NULL)
		return err_set(ERR_ABSENT, "non c'è uno schema per «%s»",
		    schema);
	return 0;
}

int
campi_load(const struct campo **out, struct arena *a, const char *schema,
    const char *radice)
{
	const struct resource *res;
	int r;

	if ((r = shipped(&res, schema)) != 0)
		return r;
	return campi_load_bytes(out, a, res->data, res->size, radice);
}

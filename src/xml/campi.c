/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * campi.c - the fields of an istanza, read from its schema (the small profile:
 * sequence, choice, elements with named types, named groups of them).
 */
#include "xml/campi.h"

#include <stdlib.h>
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
	bool too_much;		/* more fields or depth than we hold */
};

/* What a sequence or a choice says of all it contains. */
struct particle {
	const char *prefix;	/* path of the element around; "" = the root */
	int level;
	bool optional, repeated;
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

/* The Italian documentation, else the one without a language. */
static const char *
label_of(struct arena *a, const struct nodo *n)
{
	const struct nodo *note = nodo_child(n, "annotation"), *d;
	const char *lang, *plain = "";

	for (d = note ? nodo_child(note, "documentation") : NULL; d != NULL;
	    d = nodo_next(d, "documentation")) {
		lang = nodo_attr(d, "lang");
		if (lang != NULL && strcmp(lang, "it") == 0)
			return nodo_all_text(a, d);
		if (lang == NULL && plain[0] == '\0')
			plain = nodo_all_text(a, d);
	}
	return plain;
}

/* Its values and what they mean; false: it lists none. */
static bool
choices_of(struct campo *c, const struct reading *r, const struct nodo *simple)
{
	const struct nodo *base = nodo_child(simple, "restriction"), *e;
	const char **list, **words;
	size_t n = 0;

	for (e = base ? nodo_child(base, "enumeration") : NULL; e != NULL;
	    e = nodo_next(e, "enumeration"))
		n++;
	if (n == 0)
		return false;
	list = arena_alloc(r->a, (n + 1) * sizeof *list);
	words = arena_alloc(r->a, (n + 1) * sizeof *words);
	for (n = 0, e = nodo_child(base, "enumeration"); e != NULL;
	    e = nodo_next(e, "enumeration")) {
		words[n] = label_of(r->a, e);
		list[n++] = nodo_attr(e, "value");
	}
	c->scelte = list;
	c->parole = words;
	return true;
}

static const char *
built_in_kind(const char *type)
{
	if (strstr(type, "nteger") != NULL)
		return "intero";
	if (strcmp(type, "xs:date") == 0)
		return "data";
	return "testo";
}

/* The pattern by which comuni.xsd says: words with one space between. */
static bool
one_line(const struct nodo *restriction)
{
	const struct nodo *p = nodo_child(restriction, "pattern");
	const char *v = p != NULL ? nodo_attr(p, "value") : NULL;

	return v != NULL && strcmp(v, "\\S+( \\S+)*") == 0;
}

/*
 * The kind of a simple type: by its name, by the values it lists, or by what
 * it restricts.  `here` is the type written inside the field itself, if any.
 */
static const char *
simple_kind(const struct reading *r, const char *type, const struct nodo *here,
    struct campo *c)
{
	const struct nodo *t = here, *base;
	int steps;

	for (steps = 0; steps < DEPTH_MAX; steps++) {
		if (type != NULL && (strcmp(type, "data") == 0 ||
		    strcmp(type, "si-no") == 0))
			return type;
		if (t == NULL && type != NULL)
			t = global(r, "simpleType", type);
		if (t == NULL)
			break;
		if (choices_of(c, r, t))
			return "scelta";
		if ((base = nodo_child(t, "restriction")) == NULL)
			return "testo";
		if (one_line(base))
			c->una_riga = true;
		type = nodo_attr(base, "base");
		t = nodo_child(base, "simpleType");
	}
	return type != NULL ? built_in_kind(type) : "testo";
}

/* A new field at the end of the list; NULL: no room. */
static struct campo *
new_field(struct reading *r, const struct particle *in, const char *mark,
    const char *name)
{
	struct campo *c;

	if (r->n == FIELDS_MAX || in->level > DEPTH_MAX) {
		r->too_much = true;
		return NULL;
	}
	c = &r->list[r->n++];
	c->percorso = arena_printf(r->a, "%s%s%s%s", in->prefix,
	    in->prefix[0] ? "." : "", mark, name);
	c->livello = in->level;
	c->nome_tipo = "";
	return c;
}

static void walk(struct reading *r, const struct nodo *n, struct particle in);
static void walk_group(struct reading *r, const struct nodo *ref,
    struct particle in);

static void
set_type(struct campo *c, const struct nodo *declared)
{
	const char *type = nodo_attr(declared, "type");

	if (type != NULL)
		c->nome_tipo = type;
}

static void
add_attributes(struct reading *r, const struct nodo *type,
    const struct particle *in)
{
	const struct nodo *at;
	const char *name, *use;
	struct campo *c;

	for (at = nodo_child(type, "attribute"); at != NULL;
	    at = nodo_next(at, "attribute")) {
		name = nodo_attr(at, "name");
		use = nodo_attr(at, "use");
		if (name == NULL || (c = new_field(r, in, "@", name)) == NULL)
			continue;
		c->etichetta = label_of(r->a, at);
		set_type(c, at);
		c->tipo = simple_kind(r, nodo_attr(at, "type"),
		    nodo_child(at, "simpleType"), c);
		c->obbligatorio = use != NULL && strcmp(use, "required") == 0;
	}
}

static bool
is_particle(const struct nodo *n)
{
	return strcmp(n->nome, "sequence") == 0 ||
	    strcmp(n->nome, "choice") == 0;
}

static void
walk_type(struct reading *r, const struct nodo *type, const char *prefix,
    int level)
{
	struct particle in = { .prefix = prefix, .level = level };
	const struct nodo *n;

	add_attributes(r, type, &in);
	for (n = nodo_child(type, NULL); n != NULL; n = nodo_next(n, NULL))
		if (is_particle(n))
			walk(r, n, in);
}

static bool
optional(const struct nodo *n)
{
	const char *min = nodo_attr(n, "minOccurs");

	return min != NULL && strcmp(min, "0") == 0;
}

static bool
repeated(const struct nodo *n)
{
	const char *max = nodo_attr(n, "maxOccurs");

	return max != NULL && strcmp(max, "1") != 0;
}

static void
add_element(struct reading *r, const struct nodo *e, const struct particle *in)
{
	const char *name = nodo_attr(e, "name"), *type = nodo_attr(e, "type");
	const struct nodo *complex = nodo_child(e, "complexType");
	struct campo *c;

	if (name == NULL || (c = new_field(r, in, "", name)) == NULL)
		return;
	c->etichetta = label_of(r->a, e);
	set_type(c, e);
	c->obbligatorio = !in->optional && !optional(e);
	c->ripetuto = in->repeated || repeated(e);
	if (complex == NULL && type != NULL)
		complex = global(r, "complexType", type);
	if (complex == NULL) {
		c->tipo = simple_kind(r, type, nodo_child(e, "simpleType"), c);
	} else if (type != NULL && strcmp(type, "prosa") == 0) {
		c->tipo = "prosa";
	} else {
		c->tipo = "gruppo";
		walk_type(r, complex, c->percorso, in->level + 1);
	}
}

static void
walk(struct reading *r, const struct nodo *n, struct particle in)
{
	const struct nodo *e;

	in.optional = in.optional || optional(n) ||
	    strcmp(n->nome, "choice") == 0;
	in.repeated = in.repeated || repeated(n);
	for (e = nodo_child(n, NULL); e != NULL; e = nodo_next(e, NULL)) {
		if (strcmp(e->nome, "element") == 0)
			add_element(r, e, &in);
		else if (strcmp(e->nome, "group") == 0)
			walk_group(r, e, in);
		else if (is_particle(e))
			walk(r, e, in);
	}
}

/* What a named group holds stands where it is named. */
static void
walk_group(struct reading *r, const struct nodo *ref, struct particle in)
{
	const char *name = nodo_attr(ref, "ref");
	const struct nodo *n = name != NULL ? global(r, "group", name) : NULL;

	in.optional = in.optional || optional(ref);
	in.repeated = in.repeated || repeated(ref);
	n = n != NULL ? nodo_child(n, NULL) : NULL;
	for (; n != NULL; n = nodo_next(n, NULL))
		if (is_particle(n))
			walk(r, n, in);
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
	if (r.too_much)
		return err_set(ERR_FAULT, "lo schema ha troppi campi in «%s»",
		    radice);
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

/* ---- those of the program, read once a process ---- */

static struct known {
	struct arena *a;	/* of all of it, and of the schema's tree */
	const char *schema, *radice;
	const struct campo *campi;
} *known;
static size_t n_known;

static const struct campo *
find_known(const char *schema, const char *radice)
{
	size_t i;

	for (i = 0; i < n_known; i++)
		if (strcmp(known[i].schema, schema) == 0 &&
		    strcmp(known[i].radice, radice) == 0)
			return known[i].campi;
	return NULL;
}

/* The arena is kept with what is in it. */
static void
remember(struct arena *a, const char *schema, const char *radice,
    const struct campo *campi)
{
	struct known *grown;

	grown = reallocarray(known, n_known + 1, sizeof *known);
	if (grown == NULL)
		abort();
	known = grown;
	known[n_known++] = (struct known){ a, arena_strdup(a, schema),
	    arena_strdup(a, radice), campi };
}

int
campi_load(const struct campo **out, const char *schema, const char *radice)
{
	const struct campo *campi = find_known(schema, radice);
	AUTO(arena) a = NULL;
	const struct resource *res;
	int r;

	if (campi == NULL) {
		a = arena_new();
		if ((r = shipped(&res, schema)) != 0 ||
		    (r = campi_load_bytes(&campi, a, res->data, res->size,
		    radice)) != 0)
			return r;
		remember(MOVE(a), schema, radice, campi);
	}
	*out = campi;
	return 0;
}

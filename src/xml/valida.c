/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * valida.c - bytes against a schema: each fault a rilievo at its place.
 *
 * Refuses: schemas that are not plain XML as xml_parse wants it (no DOCTYPE),
 * or that load others.  Keeps: a document libxml2 finds invalid never comes
 * out without an ERRORE.
 */
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/resource.h"
#include "xml/interno.h"
#include "xml/occorre.h"
#include "xml/parole.h"

#define FAULTS_MAX 200		/* of one document: more help nobody */

/* Compiled once a process; a schema points into its document. */
struct cached {
	char *chiave;
	xmlSchemaPtr schema;
	xmlDocPtr doc;
};

struct bytes {
	const void *p;
	size_t len;
};
static struct cached *cache;
static size_t n_cached;

struct faults {
	struct rilievi *out;
	const char *path;	/* of the last one */
	bool value;		/* the last one was about a value */
	int count;
	const struct rilievo *before;	/* what was said before all these */
	struct bytes schema;
	struct nodo *letto;	/* the schema, once something was missing */
};

/* ---- faults ---- */

static const char *
place(struct arena *a, const xmlNode *n, const char *attribute)
{
	AUTO_BUF b = { 0 };

	xml_node_path(&b, n);
	if (attribute != NULL)
		buf_printf(&b, "/@%s", attribute);
	return arena_strdup(a, buf_str(&b));
}

static const char *
value_at(struct arena *a, xmlNodePtr n, const char *attribute)
{
	xmlChar *v = attribute == NULL ? xmlNodeGetContent(n) :
	    xmlGetNoNsProp(n, (const xmlChar *)attribute);
	const char *copy = arena_strdup(a, v != NULL ? (const char *)v : "");

	xmlFree(v);
	return copy;
}

/* NULL: the schema does not tell. */
static const char *
missing(struct faults *f, const xmlNode *at)
{
	if (f->letto == NULL && xml_parse(&f->letto, f->out->a, f->schema.p,
	    f->schema.len, 0) != 0) {
		err_clear();
		return NULL;
	}
	return at != NULL ? occorre(f->out->a, f->letto, at) : NULL;
}

/* libxml2 says of an element that must be empty once for each child. */
static bool
said_before(const struct faults *f, const char *path, const struct parole *p)
{
	const struct rilievo *r;

	r = f->before != NULL ? f->before->succ : f->out->primo;
	for (; r != NULL; r = r->succ)
		if (strcmp(r->percorso, path) == 0 &&
		    strcmp(r->testo, p->testo) == 0)
			return true;
	return false;
}

static void
on_error(void *arg, xmlErrorPtr e)
{
	struct faults *f = arg;
	struct arena *a = f->out->a;
	const char *m = e->message != NULL ? e->message : "";
	const char *attribute = parole_attribute(a, m), *path;
	bool value = parole_of_value(e->code);
	struct parole p;

	if (e->level < XML_ERR_ERROR || ++f->count > FAULTS_MAX)
		return;
	path = place(a, e->node, attribute);
	/* a wrong value may be told twice: its facet, then its type */
	if (value && f->value && strcmp(f->path, path) == 0)
		return;
	f->path = path;
	f->value = value;
	p = parole_of(a, e->code, m, value && e->node != NULL ?
	    value_at(a, e->node, attribute) : "",
	    parole_of_missing(e->code, m) ? missing(f, e->node) : NULL);
	if (!said_before(f, path, &p))
		rilievo_add(f->out, ERRORE, path, p.codice, NULL, "%s",
		    p.testo);
}

/* ---- schemas ---- */

static int
compile(struct cached *out, const void *bytes, size_t len)
{
	xmlSchemaParserCtxtPtr p;
	AUTO_DOC doc = NULL;
	int r;

	/* not from memory: libxml2 would expand the schema's entities */
	if ((r = xml_bytes(&doc, bytes, len)) != 0)
		return r;
	if ((p = xmlSchemaNewDocParserCtxt(doc)) == NULL)
		abort();
	out->schema = xmlSchemaParse(p);
	xmlSchemaFreeParserCtxt(p);
	if (out->schema == NULL)
		return err_set(ERR_INVALID, "non si compila");
	out->doc = MOVE(doc);
	return 0;
}

static int
cached_schema(xmlSchemaPtr *out, const char *chiave, const void *bytes,
    size_t len)
{
	struct cached new = { 0 }, *grown;
	size_t i;
	int r;

	for (i = 0; i < n_cached; i++)
		if (strcmp(cache[i].chiave, chiave) == 0) {
			*out = cache[i].schema;
			return 0;
		}
	if ((r = compile(&new, bytes, len)) != 0)
		return r;
	grown = reallocarray(cache, n_cached + 1, sizeof *cache);
	if (grown == NULL || (new.chiave = strdup(chiave)) == NULL)
		abort();
	cache = grown;
	cache[n_cached++] = new;
	*out = new.schema;
	return 0;
}

static int
shipped(xmlSchemaPtr *out, struct bytes *its, const char *nome)
{
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "schema/%s.xsd", nome);
	const struct resource *r = resource_find(path);

	if (r == NULL)
		return err_set(ERR_ABSENT, "non c'è uno schema per «%s»", nome);
	if (cached_schema(out, path, r->data, r->size) != 0)
		return err_prefix(ERR_FAULT, "lo schema «%s»", nome);
	*its = (struct bytes){ r->data, r->size };
	return 0;
}

/* ---- validation ---- */

static int
validate(struct rilievi *out, xmlSchemaPtr schema, struct bytes its,
    xmlDocPtr doc)
{
	struct faults f = { .out = out, .path = "", .before = out->ultimo,
	    .schema = its };
	int before = out->errori, r;
	xmlSchemaValidCtxtPtr v;

	if ((v = xmlSchemaNewValidCtxt(schema)) == NULL)
		abort();
	xmlSchemaSetValidStructuredErrors(v, on_error, &f);
	r = xmlSchemaValidateDoc(v, doc);
	xmlSchemaFreeValidCtxt(v);
	if (r < 0)
		return err_set(ERR_FAULT, "la convalida non è riuscita");
	/* invalid without a word would pass for valid */
	if (r > 0 && out->errori == before)
		rilievo_add(out, ERRORE, "", "formato", NULL, "non è valido");
	return 0;
}

static int
adopted(xmlSchemaPtr *out, const char *chiave, struct bytes its)
{
	AUTO(arena) a = arena_new();
	char impronta[IMPRONTA_LEN + 1];
	int r;

	/* a type adopted anew keeps its name: its bytes tell it apart */
	hash_hex(impronta, its.p, its.len);
	r = cached_schema(out, arena_printf(a, "%s %s", chiave, impronta),
	    its.p, its.len);
	return r == 0 ? 0 : err_prefix(r, "lo schema «%s»", chiave);
}

int
xml_validate_letto(struct rilievi *out, const char *nome, const void *schema,
    size_t schema_len, struct xml_letto *letto)
{
	struct bytes its = { schema, schema_len };
	xmlSchemaPtr compiled;
	int r = schema == NULL ? shipped(&compiled, &its, nome) :
	    adopted(&compiled, nome, its);

	return r != 0 ? r : validate(out, compiled, its, letto->doc);
}

int
xml_validate_with(struct rilievi *out, const char *chiave, const void *schema,
    size_t schema_len, const void *bytes, size_t len)
{
	struct bytes its = { schema, schema_len };
	xmlSchemaPtr compiled;
	AUTO_DOC doc = NULL;
	int r = schema == NULL ? shipped(&compiled, &its, chiave) :
	    adopted(&compiled, chiave, its);

	if (r != 0 || (r = xml_bytes(&doc, bytes, len)) != 0)
		return r;
	return validate(out, compiled, its, doc);
}

int
xml_validate(struct rilievi *out, const char *nome, const void *bytes,
    size_t len)
{
	return xml_validate_with(out, nome, NULL, 0, bytes, len);
}

int
xml_preload_schema(const char *nome)
{
	xmlSchemaPtr ignored;
	struct bytes its;

	return shipped(&ignored, &its, nome);
}

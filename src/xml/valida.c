/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * valida.c - XSD faults said in Italian, each at its place.
 *
 * libxml2 tells a wrong value twice (the facet, then the type): the first word
 * on a place is kept.
 */
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "xml/interno.h"

#define CACHE_MAX 128

struct cached {
	char *chiave;
	xmlSchemaPtr schema;
};
static struct cached cache[CACHE_MAX];
static int n_cached;

struct faults {
	struct rilievi *out;
	struct arena *a;
};

/* ---- words ---- */

/* "{urn:cartella:1}mittente" -> "mittente" */
static const char *
local(struct arena *a, const char *s, size_t n)
{
	const char *close = memchr(s, '}', n);

	if (close != NULL) {
		n -= (size_t)(close + 1 - s);
		s = close + 1;
	}
	return arena_strndup(a, s, n);
}

/* The names libxml2 expected: "( {ns}a, {ns}b )" -> "«a» o «b»". */
static const char *
expected(struct arena *a, const char *message)
{
	const char *open = strstr(message, "( "), *end, *comma;
	AUTO_BUF b = { 0 };

	if (open == NULL || (end = strstr(open, " )")) == NULL)
		return NULL;
	for (open += 2; open < end; open = comma + 2) {
		comma = strstr(open, ", ");
		if (comma == NULL || comma > end)
			comma = end;
		buf_printf(&b, "%s«%s»", b.len ? " o " : "",
		    local(a, open, (size_t)(comma - open)));
	}
	return b.len ? arena_strdup(a, b.data) : NULL;
}

/* The value between the first pair of quotes after `before`. */
static const char *
quoted(struct arena *a, const char *message, const char *before)
{
	const char *s = strstr(message, before), *e;

	if (s == NULL || (s = strchr(s + strlen(before), '\'')) == NULL ||
	    (e = strchr(s + 1, '\'')) == NULL)
		return "";
	return arena_strndup(a, s + 1, (size_t)(e - s - 1));
}

static const char *
value_of(struct arena *a, const char *message)
{
	const char *v = quoted(a, message, "The value ");

	return strlen(v) > 60 ? arena_printf(a, "%.60s…", v) : v;
}

static void
say(struct faults *f, const char *path, const char *codice, const char *fmt,
    const char *x, const char *y)
{
	const struct rilievo *r;
	const char *text = arena_printf(f->a, "%s%s%s%s",
	    fmt, x ? x : "", y ? " " : "", y ? y : "");

	for (r = f->out->primo; r != NULL; r = r->succ)
		if (strcmp(r->percorso, path) == 0)
			return;
	rilievo_add(f->out, ERRORE, path, codice, NULL, "%s", text);
}

static void
content_fault(struct faults *f, const char *path, const char *message)
{
	const char *want = expected(f->a, message);

	if (strstr(message, "Missing child") != NULL)
		say(f, path, "manca", "manca ", want, NULL);
	else if (want != NULL)
		say(f, path, "inatteso", "non ci vuole qui: ci vuole ", want,
		    NULL);
	else
		say(f, path, "inatteso", "non ci vuole", NULL, NULL);
}

static void
type_fault(struct faults *f, const char *path, const char *message)
{
	const char *v = quoted(f->a, message, "");
	const char *what = "un valore di altra forma";

	/* the element's own quoted name comes first in these messages */
	v = strstr(message, ": '") != NULL ? quoted(f->a, message, ": ") : v;
	if (strstr(message, "xs:date'") || strstr(message, "}data'"))
		what = "una data, come 2026-11-20";
	else if (strstr(message, "dateTime") || strstr(message, "}ora'"))
		what = "una data e ora con fuso, come "
		    "2026-11-20T10:15:00+01:00";
	else if (strstr(message, "nteger"))
		what = "un numero intero";
	say(f, path, "formato", arena_printf(f->a,
	    "«%.60s» non va bene: ci vuole ", v), what, NULL);
}

static void
translate(struct faults *f, const xmlError *e, const char *path)
{
	const char *m = e->message != NULL ? e->message : "";
	const char *v = value_of(f->a, m);

	switch (e->code) {
	case XML_SCHEMAV_ELEMENT_CONTENT:
		content_fault(f, path, m);
		break;
	case XML_SCHEMAV_CVC_PATTERN_VALID:
		say(f, path, v[0] ? "formato" : "vuoto", v[0] ?
		    arena_printf(f->a, "«%s» non ha la forma richiesta", v) :
		    "non può essere vuoto", NULL, NULL);
		break;
	case XML_SCHEMAV_CVC_ENUMERATION_VALID:
		say(f, path, "valore", arena_printf(f->a, "«%s» non è fra i "
		    "valori ammessi: %.400s", v, strstr(m, "{") != NULL ?
		    arena_strndup(f->a, strstr(m, "{") + 1,
		    strcspn(strstr(m, "{") + 1, "}")) : ""), NULL, NULL);
		break;
	case XML_SCHEMAV_CVC_MINLENGTH_VALID:
		say(f, path, "vuoto", "non può essere vuoto", NULL, NULL);
		break;
	case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
		say(f, path, "lunghezza", "è troppo lungo: al massimo ",
		    quoted(f->a, m, "maximum length of "), "caratteri");
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		say(f, path, "inatteso", "ha un attributo che non ci vuole: ",
		    quoted(f->a, m, "attribute "), NULL);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		say(f, path, "manca", "manca l'attributo ",
		    quoted(f->a, m, "attribute "), NULL);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
		say(f, path, "inatteso", "c'è del testo dove vanno solo "
		    "elementi", NULL, NULL);
		break;
	case XML_SCHEMAV_CVC_ELT_1:
		say(f, path, "inatteso", "non è un documento di questo tipo",
		    NULL, NULL);
		break;
	case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
	case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
		type_fault(f, path, m);
		break;
	default:
		say(f, path, "formato", "non è valido", NULL, NULL);
	}
}

static void
on_error(void *arg, xmlErrorPtr e)
{
	struct faults *f = arg;
	AUTO_BUF path = { 0 };

	xml_node_path(&path, e->node);
	translate(f, e, buf_str(&path));
}

/* ---- schemas ---- */

static xmlSchemaPtr
compile(const void *bytes, size_t len)
{
	xmlSchemaParserCtxtPtr p;
	xmlSchemaPtr schema;

	xml_init();
	p = xmlSchemaNewMemParserCtxt(bytes, (int)len);
	if (p == NULL)
		abort();
	schema = xmlSchemaParse(p);
	xmlSchemaFreeParserCtxt(p);
	return schema;
}

static int
cached_schema(xmlSchemaPtr *out, const char *chiave, const void *bytes,
    size_t len)
{
	int i;

	for (i = 0; i < n_cached; i++)
		if (strcmp(cache[i].chiave, chiave) == 0) {
			*out = cache[i].schema;
			return 0;
		}
	if ((*out = compile(bytes, len)) == NULL)
		return err_set(ERR_FAULT, "lo schema %s non si compila",
		    chiave);
	if (n_cached < CACHE_MAX && (cache[n_cached].chiave =
	    strdup(chiave)) != NULL)
		cache[n_cached++].schema = *out;
	return 0;
}

static int
shipped(xmlSchemaPtr *out, const char *nome)
{
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "schema/%s.xsd", nome);
	const struct resource *r = resource_find(path);

	if (r == NULL)
		return err_set(ERR_ABSENT, "non c'è uno schema per «%s»", nome);
	return cached_schema(out, path, r->data, r->size);
}

static int
validate(struct rilievi *out, xmlSchemaPtr schema, const void *bytes,
    size_t len)
{
	struct faults f = { out, out->a };
	xmlSchemaValidCtxtPtr v;
	AUTO_DOC doc = NULL;
	int r;

	if ((r = xml_bytes(&doc, bytes, len)) != 0)
		return r;
	if ((v = xmlSchemaNewValidCtxt(schema)) == NULL)
		abort();
	xmlSchemaSetValidStructuredErrors(v, on_error, &f);
	r = xmlSchemaValidateDoc(v, doc);
	xmlSchemaFreeValidCtxt(v);
	if (r < 0)
		return err_set(ERR_FAULT, "la convalida non è riuscita");
	/* invalid without a word would pass for valid */
	if (r > 0 && out->errori == 0)
		rilievo_add(out, ERRORE, "", "formato", NULL, "non è valido");
	return 0;
}

int
xml_validate(struct rilievi *out, const char *nome, const void *bytes,
    size_t len)
{
	xmlSchemaPtr schema;
	int r;

	if ((r = shipped(&schema, nome)) != 0)
		return r;
	return validate(out, schema, bytes, len);
}

int
xml_validate_with(struct rilievi *out, const char *chiave, const void *schema,
    size_t schema_len, const void *bytes, size_t len)
{
	xmlSchemaPtr compiled;
	int r;

	if ((r = cached_schema(&compiled, chiave, schema, schema_len)) != 0)
		return r;
	return validate(out, compiled, bytes, len);
}

int
xml_preload_schema(const char *nome)
{
	xmlSchemaPtr ignored;

	return shipped(&ignored, nome);
}

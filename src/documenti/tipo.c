/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/tipo.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/resource.h"
#include "documenti/tipo_forma.h"
#include "xml/xml.h"

#define USED_MAX 200		/* named types of ours in one schema */

struct closing {
	struct arena *a;
	struct nodo *shared[2];		/* comuni.xsd, liste.xsd */
	const struct nodo *used[USED_MAX];
	int n;
};

/* ---- names ---- */

bool
tipo_nome_libero(const char *nome)
{
	/* what people read is printed by the name of its root */
	static const char *const viste[] = { "esito", "giorno", "storia",
	    "confronto", "scrivania", "elenco", "riga", "documento", "tipo",
	    "schema", "istanza", "repertori", "corrispondenti", "storico" };
	AUTO(arena) a = arena_new();
	size_t i;

	for (i = 0; i < NELEM(viste); i++)
		if (strcmp(viste[i], nome) == 0)
			return false;
	return resource_find(arena_printf(a, "schema/documenti/%s.xsd",
	    nome)) == NULL && resource_find(arena_printf(a,
	    "schema/atti/%s.xsd", nome)) == NULL;
}

char *
tipo_percorso(struct arena *a, const char *nome, const char *file)
{
	return arena_printf(a, TIPI_DIR "/%s/%s", nome, file);
}

int
tipo_versione(const struct nodo *doc)
{
	const char *v = nodo_attr(doc, "schema");

	return v != NULL ? (int)strtol(v, NULL, 10) : 0;
}

/* ---- what is used of ours ---- */

static int
load_shared(struct closing *c)
{
	static const char *const names[] = { "schema/comuni.xsd",
	    "schema/liste.xsd" };
	const struct resource *res;
	size_t i;
	int r;

	for (i = 0; i < NELEM(names); i++) {
		if ((res = resource_find(names[i])) == NULL)
			return err_set(ERR_FAULT, "manca %s", names[i]);
		if ((r = xml_parse(&c->shared[i], c->a, res->data, res->size,
		    0)) != 0)
			return r;
	}
	return 0;
}

static const struct nodo *
shared_type(const struct closing *c, const char *nome)
{
	const struct nodo *n;
	size_t i;

	for (i = 0; i < NELEM(c->shared); i++)
		for (n = nodo_child(c->shared[i], NULL); n != NULL;
		    n = nodo_next(n, NULL))
			if (nodo_attr(n, "name") != NULL &&
			    strcmp(nodo_attr(n, "name"), nome) == 0 &&
			    (strcmp(n->nome, "simpleType") == 0 ||
			    strcmp(n->nome, "complexType") == 0))
				return n;
	return NULL;
}

static int collect(struct closing *c, const struct nodo *n);

static int
use(struct closing *c, const char *nome)
{
	const struct nodo *t = shared_type(c, nome);
	int i;

	if (t == NULL)
		return 0;	/* the office's own, or xs: */
	for (i = 0; i < c->n; i++)
		if (c->used[i] == t)
			return 0;
	if (c->n == USED_MAX)
		return err_set(ERR_FAULT, "lo schema usa troppi tipi");
	c->used[c->n++] = t;
	return collect(c, t);
}

static int
collect(struct closing *c, const struct nodo *n)
{
	static const char *const refs[] = { "type", "base" };
	const struct nodo *x;
	size_t i;
	int r;

	for (i = 0; i < NELEM(refs); i++)
		if (nodo_attr(n, refs[i]) != NULL &&
		    (r = use(c, nodo_attr(n, refs[i]))) != 0)
			return r;
	for (x = nodo_child(n, NULL); x != NULL; x = nodo_next(x, NULL))
		if ((r = collect(c, x)) != 0)
			return r;
	return 0;
}

/* ---- writing ---- */

static void
put_escaped(struct buf *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			buf_puts(out, "&amp;");
		else if (*s == '<')
			buf_puts(out, "&lt;");
		else if (*s == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, *s);
	}
}

/* Names of the schema language get their prefix back. */
static void
emit(struct buf *out, const struct nodo *n, int level)
{
	const struct nodo *x;
	const struct attr *at;

	if (n->nome == NULL) {
		put_escaped(out, n->testo);
		return;
	}
	buf_printf(out, "\n%*s<xs:%s", level * 2, "", n->nome);
	for (at = n->attr; at != NULL; at = at->succ) {
		buf_printf(out, " %s%s=\"", strcmp(at->nome, "lang") == 0 ?
		    "xml:" : "", at->nome);
		put_escaped(out, at->valore);
		buf_putc(out, '"');
	}
	if (n->primo == NULL) {
		buf_puts(out, "/>");
		return;
	}
	buf_putc(out, '>');
	for (x = n->primo; x != NULL; x = x->succ)
		emit(out, x, level + 1);
	if (nodo_child(n, NULL) != NULL)
		buf_printf(out, "\n%*s", level * 2, "");
	buf_printf(out, "</xs:%s>", n->nome);
}

static const struct {
	const char *nome, *tipo;
} attributi[] = {
	{ "id", "id" }, { "autore", "utente-id" }, { "scritto", "data" },
};

/* What every document of an adopted type says of itself. */
static void
emit_attributes(struct buf *out, int versione)
{
	size_t i;

	buf_puts(out, "\n  <xs:attributeGroup name=\"documento\">");
	for (i = 0; i < NELEM(attributi); i++)
		buf_printf(out, "\n    <xs:attribute name=\"%s\" type=\"%s\" "
		    "use=\"required\"/>", attributi[i].nome,
		    attributi[i].tipo);
	buf_puts(out, "\n    <xs:attribute name=\"versione\" type=\"xs:string\""
	    " use=\"required\" fixed=\"1\"/>");
	buf_printf(out, "\n    <xs:attribute name=\"schema\" type=\"ordinale\" "
	    "use=\"required\" fixed=\"%d\"/>", versione);
	buf_puts(out, "\n  </xs:attributeGroup>");
}

static void
write_closed(struct buf *out, const struct closing *c,
    const struct nodo *schema, int versione)
{
	const struct nodo *n;
	int i;

	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
	    "xmlns=\"" XML_NS "\" targetNamespace=\"" XML_NS "\" "
	    "elementFormDefault=\"qualified\">");
	for (n = nodo_child(schema, NULL); n != NULL; n = nodo_next(n, NULL))
		if (strcmp(n->nome, "include") != 0 &&
		    strcmp(n->nome, "annotation") != 0)
			emit(out, n, 1);
	emit_attributes(out, versione);
	for (i = 0; i < c->n; i++)
		emit(out, c->used[i], 1);
	buf_puts(out, "\n</xs:schema>\n");
}

/* The root says whose document it is: its attributes are ours. */
static struct nodo *
with_attributes(struct arena *a, const struct nodo *schema)
{
	struct nodo *copy = nodo_copy(a, schema), *type, *g;

	type = nodo_child(nodo_child(copy, "element"), "complexType");
	if (nodo_child(type, "attributeGroup") == NULL) {
		g = nodo_elem(a, type, "attributeGroup");
		nodo_set(a, g, "ref", "documento");
	}
	return copy;
}

/* libxml2 has the last word: an ambiguous choice, say. */
static int
check_compiles(struct rilievi *ril, const struct buf *closed,
    const char *nome)
{
	struct rilievi ignored = { .a = ril->a };
	AUTO_BUF doc = { 0 };
	int r;

	nodo_write(&doc, nodo_new(ril->a, nome));
	r = xml_validate_with(&ignored, nome, closed->data, closed->len,
	    doc.data, doc.len);
	if (r != ERR_INVALID)
		return r;
	rilievo_add(ril, ERRORE, "/schema", "non-compila", NULL, "lo schema "
	    "non si compila: forse una scelta è ambigua, o un nome è usato "
	    "due volte (%s)", err_msg());
	err_clear();
	return 0;
}

int
tipo_chiudi(struct buf *out, struct rilievi *ril, const struct nodo *schema,
    const char *nome, int versione)
{
	struct closing c = { .a = ril->a };
	const struct nodo *n;
	AUTO_BUF closed = { 0 };
	int r;

	if ((r = load_shared(&c)) != 0)
		return r;
	tipo_forma(ril, schema, nome, (const struct nodo *const *)c.shared,
	    (int)NELEM(c.shared));
	if (ril->errori > 0)
		return 0;
	for (n = nodo_child(schema, NULL); n != NULL; n = nodo_next(n, NULL))
		if ((r = collect(&c, n)) != 0)
			return r;
	if ((r = use(&c, "id")) != 0 || (r = use(&c, "utente-id")) != 0 ||
	    (r = use(&c, "data")) != 0 || (r = use(&c, "ordinale")) != 0)
		return r;
	write_closed(&closed, &c, with_attributes(ril->a, schema), versione);
	if ((r = check_compiles(ril, &closed, nome)) != 0 || ril->errori > 0)
		return r;
	buf_append(out, closed.data, closed.len);
	return 0;
}

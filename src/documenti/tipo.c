/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/tipo.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/resource.h"
#include "documenti/tipo_forma.h"
#include "xml/xml.h"

struct closing {
	struct arena *a;
	struct nodo *shared[2];		/* comuni.xsd, liste.xsd */
	const struct nodo **used;	/* room for all that are there */
	int n;
};

/* ---- names ---- */

bool
tipo_nome_libero(const char *nome)
{
	/* what people read is printed by the name of its root */
	static const char *const viste[] = { "esito", "giorno", "storia",
	    "confronto", "scrivania", "elenco", "riga", "documento", "tipo",
	    "schema", "istanza", "repertori", "corrispondenti", "storico",
	    "permessi-in-vigore" };
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
	size_t i, n = 0;
	int r;

	for (i = 0; i < NELEM(names); i++) {
		res = resource_find(names[i]);
		assert(res != NULL);
		if ((r = xml_parse(&c->shared[i], c->a, res->data, res->size,
		    0)) != 0)
			return r;
		n += (size_t)nodo_count(c->shared[i], NULL);
	}
	c->used = arena_alloc(c->a, n * sizeof(const struct nodo *));
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

static void collect(struct closing *c, const struct nodo *n);

static void
use(struct closing *c, const char *nome)
{
	const struct nodo *t = shared_type(c, nome);
	int i;

	if (t == NULL)
		return;		/* the office's own, or xs: */
	for (i = 0; i < c->n; i++)
		if (c->used[i] == t)
			return;
	c->used[c->n++] = t;
	collect(c, t);
}

static void
collect(struct closing *c, const struct nodo *n)
{
	static const char *const refs[] = { "type", "base" };
	const struct nodo *x;
	size_t i;

	for (i = 0; i < NELEM(refs); i++)
		if (nodo_attr(n, refs[i]) != NULL)
			use(c, nodo_attr(n, refs[i]));
	for (x = nodo_child(n, NULL); x != NULL; x = nodo_next(x, NULL))
		collect(c, x);
}

/* ---- the closed schema ---- */

static void
attribute(struct arena *a, struct nodo *group, const char *nome,
    const char *tipo, const char *fisso)
{
	struct nodo *at = nodo_elem(a, group, "attribute");

	nodo_set(a, at, "name", nome);
	nodo_set(a, at, "type", tipo);
	nodo_set(a, at, "use", "required");
	nodo_set(a, at, "fixed", fisso);
}

/* What every document of an adopted type says of itself, on its root. */
static void
add_attributes(struct arena *a, struct nodo *closed, int versione)
{
	struct nodo *root = nodo_child(closed, "element");
	struct nodo *type = nodo_child(root, "complexType");
	struct nodo *group;

	if (nodo_child(type, "attributeGroup") == NULL)
		nodo_set(a, nodo_elem(a, type, "attributeGroup"), "ref",
		    "documento");
	group = nodo_elem(a, closed, "attributeGroup");
	nodo_set(a, group, "name", "documento");
	attribute(a, group, "id", "id", NULL);
	attribute(a, group, "versione", "xs:string", "1");
	attribute(a, group, "schema", "ordinale",
	    arena_printf(a, "%d", versione));
	attribute(a, group, "autore", "utente-id", NULL);
	attribute(a, group, "scritto", "data", NULL);
}

/* The office's own, then what it uses of ours. */
static struct nodo *
close_schema(struct closing *c, const struct nodo *schema, int versione)
{
	struct nodo *closed = nodo_new(c->a, "schema");
	const struct nodo *n;
	int i;

	for (n = nodo_child(schema, NULL); n != NULL; n = nodo_next(n, NULL))
		if (strcmp(n->nome, "include") != 0 &&
		    strcmp(n->nome, "annotation") != 0)
			nodo_add(closed, nodo_copy(c->a, n));
	add_attributes(c->a, closed, versione);
	collect(c, closed);
	for (i = 0; i < c->n; i++)
		nodo_add(closed, nodo_copy(c->a, c->used[i]));
	return closed;
}

/* libxml2 has the last word: a type of ours that stands on a group, say. */
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
	    "non si compila: forse una scelta è ambigua, o un campo è di un "
	    "tipo di comuni.xsd che non sta da solo, come «lettera» (%s)",
	    err_msg());
	err_clear();
	return 0;
}

int
tipo_chiudi(struct buf *out, struct rilievi *ril, const struct nodo *schema,
    const char *nome, int versione)
{
	struct closing c = { .a = ril->a };
	AUTO_BUF bytes = { 0 };
	int r;

	if ((r = load_shared(&c)) != 0)
		return r;
	tipo_forma(ril, schema, nome, (const struct nodo *const *)c.shared,
	    (int)NELEM(c.shared));
	if (ril->errori > 0)
		return 0;
	xml_write_schema(&bytes, close_schema(&c, schema, versione));
	if ((r = check_compiles(ril, &bytes, nome)) != 0 || ril->errori > 0)
		return r;
	buf_append(out, bytes.data, bytes.len);
	return 0;
}

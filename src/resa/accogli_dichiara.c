/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_dichiara.c - the fields of a model declared where Writer wants it,
 * with the dictionary's example as their value: so the model, opened again,
 * shows a letter.  Norm: OASIS ODF 1.3 part 3, 4.4 and 7.4.8.
 */
#include <string.h>

#include "resa/accogli.h"

static const char *
example_of(struct accogli *ac, const char *nome)
{
	const struct nodo *d;
	const char *s = NULL;

	d = dizionario_trova(ac->dizionario, ac->a, nome);
	if (d != NULL)
		s = nodo_attr(d, "esempio");
	return s != NULL && s[0] != '\0' ? s : nome;
}

/* The fields below n show their examples; their names are put in `out`. */
static void
show(struct nomi *out, struct accogli *ac, struct nodo *n)
{
	struct nodo *c;
	const char *nome;

	if (!accogli_is(n, "text:user-field-get")) {
		for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
			show(out, ac, c);
		return;
	}
	nome = nodo_attr(n, "text:name");
	nomi_add(out, ac->a, nome);
	while (n->primo != NULL)
		nodo_remove(n->primo);
	nodo_text(ac->a, n, example_of(ac, nome));
}

/* The first child before which declarations stand. */
static struct nodo *
place_for(const struct nodo *region)
{
	struct nodo *c = nodo_child(region, NULL);

	while (c != NULL && accogli_is(c, "text:sequence-decls"))
		c = nodo_next(c, NULL);
	return c;
}

static void
declare(struct accogli *ac, struct nodo *region)
{
	struct nodo *decls, *d, *point;
	struct nomi names = { 0 };
	int i;

	show(&names, ac, region);
	nomi_sort(&names);
	if (names.n == 0)
		return;
	decls = nodo_new(ac->a, "text:user-field-decls");
	for (i = 0; i < names.n; i++) {
		d = nodo_elem(ac->a, decls, "text:user-field-decl");
		nodo_set(ac->a, d, "office:value-type", "string");
		nodo_set(ac->a, d, "office:string-value",
		    example_of(ac, names.v[i]));
		nodo_set(ac->a, d, "text:name", names.v[i]);
	}
	if ((point = place_for(region)) != NULL)
		nodo_add_before(point, decls);
	else
		nodo_add(region, decls);
}

static bool
is_region(const struct nodo *n)
{
	return accogli_is(n, "office:text") || (n->nome != NULL &&
	    (strncmp(n->nome, "style:header", 12) == 0 ||
	    strncmp(n->nome, "style:footer", 12) == 0) &&
	    strstr(n->nome, "-style") == NULL);
}

static void
visit(struct accogli *ac, struct nodo *n)
{
	struct nodo *c;

	if (is_region(n))
		declare(ac, n);
	else
		for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
			visit(ac, c);
}

void
accogli_declare(struct accogli *ac)
{
	visit(ac, ac->contenuto);
	visit(ac, ac->stili);
}

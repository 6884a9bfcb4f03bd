/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * spediti.c - the models that come with the program: a body each, the styles
 * in common, made into ODT when one is first asked for.
 */
#include "resa/modello.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/resource.h"
#include "resa/interno.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define DOVE "templates/modelli/"

static struct spedito {
	char *nome;
	struct buf odt;
	struct spedito *succ;
} *spediti;

static int
resource_of(const struct resource **out, struct arena *a, const char *nome)
{
	*out = resource_find(arena_printf(a, DOVE "%s.xml", nome));
	return *out != NULL ? 0 :
	    err_set(ERR_ABSENT, "manca il modello «%s»", nome);
}

int
modello_spediti(struct nodo **out, struct arena *a)
{
	const struct resource *res;
	int r;

	if ((r = resource_of(&res, a, "indice")) != 0)
		return r;
	return xml_parse(out, a, res->data, res->size, XML_OURS);
}

/* Its line in the index. */
static int
line_of(const struct nodo **out, struct arena *a, const char *nome)
{
	struct nodo *indice, *m;
	int r;

	if ((r = modello_spediti(&indice, a)) != 0)
		return r;
	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello"))
		if (nodo_attr(m, "nome") != NULL &&
		    strcmp(nodo_attr(m, "nome"), nome) == 0)
			break;
	if (m == NULL || nodo_attr(m, "carta") == NULL ||
	    nodo_attr(m, "denominazione") == NULL)
		return err_set(ERR_ABSENT, "non c'è il modello «%s»", nome);
	*out = m;
	return 0;
}

static int
tree_of(struct nodo **out, struct arena *a, const char *nome)
{
	const struct resource *res;
	int r;

	if ((r = resource_of(&res, a, nome)) != 0)
		return r;
	if ((r = odf_parse(out, a, res->data, res->size)) != 0)
		return err_prefix(r, "il modello «%s»", nome);
	return 0;
}

static int
meta_of(struct buf *out, struct arena *a, const char *titolo)
{
	const char *const params[] = { "titolo", titolo, NULL };

	return xml_transform(out, "odt-meta", nodo_new(a, "modello"), params);
}

/* The model as a person would hand it in. */
static int
written(struct buf *out, struct arena *a, const char *nome, const char *titolo)
{
	AUTO_BUF contenuto = { 0 }, stili = { 0 }, meta = { 0 };
	AUTO_BUF manifest = { 0 };
	struct nodo *body, *styles;
	int r;

	if ((r = tree_of(&body, a, nome)) != 0 ||
	    (r = tree_of(&styles, a, "styles")) != 0 ||
	    (r = meta_of(&meta, a, titolo)) != 0)
		return r;
	odf_write(&contenuto, body);
	odf_write(&stili, styles);
	odt_manifest(&manifest, a, NULL, 0);
	return odt_pack(out, &(struct odt_parti){ &contenuto, &stili, &meta,
	    &manifest, NULL, 0 });
}

/* Taken in by the same rules as those of an office. */
static int
make(struct buf *out, struct arena *a, const char *nome)
{
	struct rilievi ril = { .a = a };
	const struct nodo *line = NULL;
	const char *titolo;
	AUTO_BUF odt = { 0 };
	struct nodo *d, *scheda;
	int r;

	if ((r = line_of(&line, a, nome)) != 0)
		return r;
	titolo = nodo_attr(line, "denominazione");
	if ((r = dizionario_di(&d, a, nodo_attr(line, "carta"))) != 0 ||
	    (r = written(&odt, a, nome, titolo)) != 0 ||
	    (r = modello_accogli(out, &scheda, &ril, a, odt.data, odt.len, d,
	    titolo)) != 0)
		return r;
	return ril.errori == 0 ? 0 : err_set(ERR_FAULT, "il modello «%s»: %s",
	    nome, ril.primo->testo);
}

int
modello_spedito(const struct buf **bytes, const char *nome)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 };
	struct spedito *s;
	int r;

	for (s = spediti; s != NULL; s = s->succ)
		if (strcmp(s->nome, nome) == 0) {
			*bytes = &s->odt;
			return 0;
		}
	if ((r = make(&odt, a, nome)) != 0)
		return r;
	if ((s = calloc(1, sizeof *s)) == NULL ||
	    (s->nome = strdup(nome)) == NULL)
		abort();
	s->odt = odt;
	odt = (struct buf){ 0 };
	s->succ = spediti;
	spediti = s;
	*bytes = &s->odt;
	return 0;
}

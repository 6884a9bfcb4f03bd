/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * aggiunta.c - a paper that is made already, with something more: a line above
 * it (a draft says that it is one), paragraphs at its end (what a copy leaves
 * out, an attestation), whatever model made it.
 *
 * Refuses what is not an ODT.  Keeps: nothing of the paper itself changes; the
 * same paper and words, the same bytes.
 */
#include "resa/resa.h"

#include <stdbool.h>
#include <string.h>

#include "base/clock.h"
#include "resa/interno.h"
#include "xml/odf.h"
#include "zip/zip.h"

#define CONTENT "content.xml"
#define META "meta.xml"
#define PART_MAX ((size_t)64 * 1024 * 1024)	/* bytes of one part */

/* ---- styles ---- */

struct stile {
	const char *nome;
	const char *paragrafo[16], *testo[12];	/* name, value, …, NULL */
};

static const struct stile stili[] = {
	{ "Cartella_avviso",
	    { "fo:text-align", "center", "fo:padding", "0.12cm",
	    "fo:border", "0.75pt solid #8a1c1c", "fo:margin-bottom", "0.4cm",
	    NULL },
	    { "fo:font-size", "10pt", "fo:font-weight", "bold",
	    "fo:color", "#8a1c1c", NULL } },
	{ "Cartella_coda",
	    { "fo:margin-top", "0.1cm", "fo:margin-bottom", "0.1cm",
	    "fo:text-align", "start", "fo:keep-with-next", "always", NULL },
	    { "fo:font-size", "9pt", NULL } },
	{ "Cartella_coda_prima",
	    { "fo:margin-top", "0.8cm", "fo:margin-bottom", "0.1cm",
	    "fo:padding-top", "0.15cm", "fo:border-top", "0.5pt solid #333333",
	    "fo:text-align", "start", "fo:keep-with-next", "always", NULL },
	    { "fo:font-size", "9pt", NULL } },
	{ "Cartella_pagina_titolo",
	    { "fo:break-before", "page", "fo:margin-bottom", "0.5cm",
	    "fo:text-align", "start", NULL },
	    { "fo:font-size", "14pt", "fo:font-weight", "bold", NULL } },
	{ "Cartella_pagina",
	    { "fo:margin-bottom", "0.25cm", "fo:line-height", "130%",
	    "fo:text-align", "start", NULL },
	    { "fo:font-size", "11pt", NULL } },
};

static void
set_all(struct arena *a, struct nodo *n, const char *const *pairs)
{
	int i;

	for (i = 0; pairs[i] != NULL; i += 2)
		nodo_set(a, n, pairs[i], pairs[i + 1]);
}

static void
add_styles(struct arena *a, struct nodo *automatic)
{
	struct nodo *s;
	size_t i;

	for (i = 0; i < NELEM(stili); i++) {
		s = nodo_elem(a, automatic, "style:style");
		nodo_set(a, s, "style:name", stili[i].nome);
		nodo_set(a, s, "style:family", "paragraph");
		set_all(a, nodo_elem(a, s, "style:paragraph-properties"),
		    stili[i].paragrafo);
		set_all(a, nodo_elem(a, s, "style:text-properties"),
		    stili[i].testo);
	}
}

/* ---- paragraphs ---- */

static struct nodo *
paragraph(struct arena *a, const char *stile, const struct nodo *from)
{
	struct nodo *p = nodo_new(a, "text:p");

	nodo_set(a, p, "text:style-name", stile);
	nodo_text(a, p, nodo_all_text(a, from));
	return p;
}

/* The heading by which a reader of the PDF finds the page. */
static struct nodo *
heading(struct arena *a, const struct nodo *from)
{
	struct nodo *h = nodo_new(a, "text:h");

	nodo_set(a, h, "text:outline-level", "1");
	nodo_set(a, h, "text:style-name", "Cartella_pagina_titolo");
	nodo_text(a, h, nodo_all_text(a, from));
	return h;
}

/* Declarations come before all text. */
static bool
is_block(const struct nodo *c)
{
	return strstr(c->nome, "-decls") == NULL &&
	    strcmp(c->nome, "office:forms") != 0 &&
	    strcmp(c->nome, "text:tracked-changes") != 0;
}

/* Above the title.  Never before the first paragraph, whose style may begin
 * the first page; NULL: at the end. */
static struct nodo *
place_of_notice(const struct nodo *text)
{
	struct nodo *first, *c;

	first = nodo_child(text, NULL);
	while (first != NULL && !is_block(first))
		first = nodo_next(first, NULL);
	if (first == NULL)
		return NULL;
	c = nodo_next(first, "text:h");
	return c != NULL ? c : nodo_next(first, NULL);
}

static void
add_notice(struct arena *a, struct nodo *text, const struct nodo *from)
{
	struct nodo *p = paragraph(a, "Cartella_avviso", from);
	struct nodo *place = place_of_notice(text);

	if (place != NULL)
		nodo_add_before(place, p);
	else
		nodo_add(text, p);
}

static void
add_words(struct arena *a, struct nodo *text, const struct nodo *words)
{
	const struct nodo *c;
	const char *stile = "Cartella_coda_prima";

	for (c = nodo_child(words, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "avviso") == 0) {
			add_notice(a, text, c);
		} else if (strcmp(c->nome, "titolo") == 0) {
			nodo_add(text, heading(a, c));
			stile = "Cartella_pagina";
		} else if (strcmp(c->nome, "creata") != 0) {
			nodo_add(text, paragraph(a, stile, c));
			if (strcmp(stile, "Cartella_coda_prima") == 0)
				stile = "Cartella_coda";
		}
	}
}

/* ---- the paper ---- */

static int
edit_content(struct buf *out, const struct buf *in, const struct nodo *words)
{
	AUTO(arena) a = arena_new();
	struct nodo *root, *automatic, *text;
	int r;

	if ((r = odf_parse(&root, a, in->data, in->len)) != 0)
		return r;
	automatic = nodo_child(root, "office:automatic-styles");
	text = nodo_find(root, "office:body/office:text");
	if (text == NULL)
		return err_set(ERR_INVALID, "il testo non ha un corpo");
	if (automatic == NULL) {
		automatic = nodo_new(a, "office:automatic-styles");
		nodo_add_before(nodo_child(root, "office:body"), automatic);
	}
	add_styles(a, automatic);
	add_words(a, text, words);
	odf_write(out, root);
	return 0;
}

/* The same moment is always written the same. */
static int
edit_meta(struct buf *out, const struct buf *in, const struct nodo *words)
{
	AUTO(arena) a = arena_new();
	const char *creata = nodo_value(a, words, "creata");
	struct nodo *root, *meta;
	char ora[ORA_LEN + 1];
	int64_t t;
	int r;

	if (creata == NULL) {
		buf_append(out, in->data, in->len);
		return 0;
	}
	if ((r = clock_parse(&t, creata)) != 0 ||
	    (r = odf_parse(&root, a, in->data, in->len)) != 0)
		return r;
	if ((meta = nodo_child(root, "office:meta")) == NULL)
		return err_set(ERR_INVALID, "il testo non ha i suoi metadati");
	clock_iso(ora, t);
	nodo_elem_text(a, meta, "dc:date", ora);
	odf_write(out, root);
	return 0;
}

/* One entry of the archive into the arena, edited where it has to be. */
static int
copy_part(struct zip_part *out, struct arena *a, const void *odt, size_t n,
    const char *nome, const struct nodo *words)
{
	AUTO_BUF raw = { 0 };
	AUTO_BUF made = { 0 };
	const struct buf *b = &made;
	int r;

	if ((r = zip_read(&raw, odt, n, nome, PART_MAX)) != 0)
		return r;
	if (strcmp(nome, CONTENT) == 0)
		r = edit_content(&made, &raw, words);
	else if (strcmp(nome, META) == 0)
		r = edit_meta(&made, &raw, words);
	else
		b = &raw;
	if (r != 0)
		return r;
	*out = (struct zip_part){ .nome = nome,
	    .p = arena_memdup(a, b->data, b->len), .n = b->len,
	    .stored = strcmp(nome, "mimetype") == 0 };
	return 0;
}

int
resa_aggiungi(struct buf *out, const void *odt, size_t n,
    const struct nodo *words)
{
	AUTO(arena) a = arena_new();
	struct zip_part *part;
	char **names;
	size_t ignored;
	int r, i, k;

	if ((r = resa_odt_check(&ignored, odt, n)) != 0 ||
	    (r = zip_names(&names, a, odt, n)) != 0)
		return r;
	for (k = 0; names[k] != NULL; k++)
		;
	part = arena_alloc(a, ((size_t)k + 1) * sizeof *part);
	for (i = 0; i < k; i++)
		if ((r = copy_part(&part[i], a, odt, n, names[i], words)) != 0)
			return r;
	return zip_write(out, part, k);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * odt.c - a tree of data into an OpenDocument text, and the question whether
 * given bytes are one.
 *
 * content.xml and meta.xml are made by stylesheets, the rest is copied from
 * the shipped model.  Refuses a content.xml that does not parse.  Keeps: the
 * same data give the same bytes (no clock, "mimetype" first and stored).
 */
#include "resa/resa.h"

#include <string.h>

#include "base/resource.h"
#include "base/clock.h"
#include "base/utf8.h"
#include "resa/interno.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define CONTENT_MAX ((size_t)64 * 1024 * 1024)	/* bytes of content.xml */
#define META_MAX ((size_t)1024 * 1024)		/* bytes of meta.xml */

static int
model_part(struct zip_part *out, struct arena *a, const char *modello,
    const char *nome)
{
	const struct resource *r;

	r = resource_find(arena_printf(a, "templates/%s/%s", modello, nome));
	if (r == NULL)
		return err_set(ERR_ABSENT, "il modello «%s» non ha «%s»",
		    modello, nome);
	*out = (struct zip_part){ .nome = nome, .p = r->data, .n = r->size };
	return 0;
}

static int
content_check(const void *p, size_t n)
{
	AUTO(arena) a = arena_new();
	struct nodo *root;
	int r;

	if ((r = xml_parse(&root, a, p, n, 0)) != 0)
		return err_prefix(r, "content.xml");
	/* the parser may keep the prefix or not: the root has one name */
	if (strcmp(root->nome, "document-content") != 0 &&
	    strcmp(root->nome, "office:document-content") != 0)
		return err_set(ERR_INVALID,
		    "content.xml non è un testo OpenDocument");
	return 0;
}

static int
made_parts(struct buf *content, struct buf *meta, const char *foglio,
    const struct nodo *dati, const char *titolo)
{
	const char *const params[] = { "titolo", titolo, NULL };
	int r;

	if ((r = xml_transform(content, foglio, dati, NULL)) != 0 ||
	    (r = content_check(content->data, content->len)) != 0)
		return r;
	return xml_transform(meta, "odt-meta", dati, params);
}

int
resa_odt(struct buf *out, const char *modello, const char *foglio,
    const struct nodo *dati, const char *titolo)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF content = { 0 }, meta = { 0 };
	struct zip_part part[5];
	int r;

	/* PDF/A needs a title, and so does a reader's list of windows */
	if (titolo == NULL || titolo[0] == '\0' ||
	    !utf8_valid(titolo, strlen(titolo)))
		return err_set(ERR_INVALID, "il documento non ha un titolo");
	if ((r = model_part(&part[0], a, modello, "mimetype")) != 0 ||
	    (r = model_part(&part[1], a, modello, "META-INF/manifest.xml"))
	    != 0 || (r = model_part(&part[2], a, modello, "styles.xml")) != 0)
		return r;
	if ((r = made_parts(&content, &meta, foglio, dati, titolo)) != 0)
		return r;
	part[0].stored = 1;
	part[3] = (struct zip_part){ .nome = "content.xml",
	    .p = content.data, .n = content.len };
	part[4] = (struct zip_part){ .nome = "meta.xml",
	    .p = meta.data, .n = meta.len };
	return zip_write(out, part, NELEM(part));
}

/* What its meta.xml says under that name; NULL: nothing. */
static int
read_meta(const char **out, struct arena *a, const void *odt, size_t n,
    const char *nome)
{
	AUTO_BUF meta = { 0 };
	struct nodo *root;
	int r;

	*out = NULL;
	r = zip_read(&meta, odt, n, "meta.xml", META_MAX);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return err_prefix(ERR_INVALID, "documento ODT danneggiato");
	if (odf_parse(&root, a, meta.data, meta.len) != 0)
		return err_prefix(ERR_INVALID, "meta.xml");
	*out = nodo_value(a, root, arena_printf(a, "office:meta/%s", nome));
	return 0;
}

/* Without a title there is no PDF/UA, nor a name in a reader's windows. */
static int
title_check(const void *odt, size_t n)
{
	AUTO(arena) a = arena_new();
	const char *titolo;
	int r;

	if ((r = read_meta(&titolo, a, odt, n, "dc:title")) != 0)
		return r;
	if (titolo == NULL || utf8_blank(titolo))
		return err_set(ERR_INVALID, "il documento non ha un titolo");
	return 0;
}

int
odt_creata(int64_t *out, const void *odt, size_t n)
{
	AUTO(arena) a = arena_new();
	const char *ora;
	int r;

	*out = 0;
	if ((r = read_meta(&ora, a, odt, n, "dc:date")) != 0 || ora == NULL)
		return r;
	return clock_parse(out, ora);
}

int
resa_odt_check(size_t *peso, const void *odt, size_t n)
{
	AUTO_BUF type = { 0 }, content = { 0 };
	int r;

	if (n == 0)
		return err_set(ERR_INVALID, "il documento è vuoto");
	r = zip_read(&type, odt, n, "mimetype", 256);
	if (r != 0 && r != ERR_ABSENT)
		return err_prefix(ERR_INVALID, "non è un documento ODT");
	if (r != 0 || strcmp(buf_str(&type), MIMETYPE) != 0)
		return err_set(ERR_INVALID, "non è un documento ODT");
	r = zip_read(&content, odt, n, "content.xml", CONTENT_MAX);
	if (r != 0)
		return err_prefix(ERR_INVALID, "documento ODT danneggiato");
	if ((r = content_check(content.data, content.len)) != 0)
		return r;
	*peso = content.len;
	return title_check(odt, n);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacco.c - the package of a text we make: what is in it said in its manifest,
 * "mimetype" first and stored (ODF 1.3 part 2, 3.3).
 */
#include <string.h>
#include <strings.h>

#include "resa/interno.h"
#include "xml/odf.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

static const char *
media_type(const char *nome)
{
	static const struct {
		const char *fine, *tipo;
	} v[] = {
		{ ".xml", "text/xml" }, { ".xsl", "text/xml" },
		{ ".png", "image/png" }, { ".jpg", "image/jpeg" },
		{ ".jpeg", "image/jpeg" },
		{ ".ttf", "application/x-font-ttf" },
		{ ".otf", "application/x-font-opentype" }
	};
	const char *fine = strrchr(nome, '.');
	size_t i;

	for (i = 0; fine != NULL && i < NELEM(v); i++)
		if (strcasecmp(fine, v[i].fine) == 0)
			return v[i].tipo;
	return "application/octet-stream";
}

static void
entry(struct nodo *root, struct arena *a, const char *nome, const char *tipo)
{
	struct nodo *n = nodo_elem(a, root, "manifest:file-entry");

	nodo_set(a, n, "manifest:full-path", nome);
	if (strcmp(nome, "/") == 0)
		nodo_set(a, n, "manifest:version", "1.3");
	nodo_set(a, n, "manifest:media-type", tipo);
}

void
odt_manifest(struct buf *out, struct arena *a, const struct zip_part *parte,
    int n)
{
	struct nodo *root = nodo_new(a, "manifest:manifest");
	int i;

	nodo_set(a, root, "manifest:version", "1.3");
	entry(root, a, "/", MIMETYPE);
	entry(root, a, "content.xml", "text/xml");
	entry(root, a, "styles.xml", "text/xml");
	entry(root, a, "meta.xml", "text/xml");
	for (i = 0; i < n; i++)
		entry(root, a, parte[i].nome, media_type(parte[i].nome));
	odf_write(out, root);
}

int
odt_pack(struct buf *out, const struct odt_parti *p)
{
	struct zip_part part[5 + PARTI_MAX] = {
		{ .nome = "mimetype", .p = MIMETYPE, .n = strlen(MIMETYPE),
		    .stored = 1 },
		{ .nome = "META-INF/manifest.xml", .p = p->manifest->data,
		    .n = p->manifest->len },
		{ .nome = "styles.xml", .p = p->stili->data,
		    .n = p->stili->len },
		{ .nome = "content.xml", .p = p->contenuto->data,
		    .n = p->contenuto->len },
		{ .nome = "meta.xml", .p = p->meta->data, .n = p->meta->len }
	};

	if (p->n_altre > 0)
		memcpy(part + 5, p->altre,
		    (size_t)p->n_altre * sizeof *p->altre);
	return zip_write(out, part, 5 + p->n_altre);
}

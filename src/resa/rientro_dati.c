/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro_dati.c - what a draft carries with it on its way to Writer and back:
 * user-defined fields of the file, which Writer keeps and shows among its
 * properties.
 */
#include "resa/rientro.h"

#include <string.h>

#include "xml/odf.h"
#include "zip/zip.h"

#define PARTE_MAX ((size_t)64 * 1024 * 1024)	/* bytes of one part */
#define META "meta.xml"

static int
with_data(struct buf *out, const struct buf *in, const struct nodo *dati)
{
	AUTO(arena) a = arena_new();
	struct nodo *root, *meta, *n;
	const struct nodo *d;
	int r;

	if ((r = odf_parse(&root, a, in->data, in->len)) != 0)
		return r;
	if ((meta = nodo_child(root, "office:meta")) == NULL)
		return err_set(ERR_INVALID, META " non ha dati");
	for (d = nodo_child(dati, "dato"); d != NULL; d = nodo_next(d, "dato")) {
		n = nodo_elem_text(a, meta, "meta:user-defined",
		    nodo_all_text(a, d));
		if (n == NULL)
			continue;
		nodo_set(a, n, "meta:name", nodo_attr(d, "nome"));
		nodo_set(a, n, "meta:value-type", "string");
	}
	odf_write(out, root);
	return 0;
}

static int
copy_part(struct zip_part *out, struct arena *a, const void *odt, size_t n,
    const char *nome, const struct nodo *dati)
{
	AUTO_BUF raw = { 0 }, made = { 0 };
	const struct buf *b = &raw;
	int r;

	if ((r = zip_read(&raw, odt, n, nome, PARTE_MAX)) != 0)
		return r;
	if (strcmp(nome, META) == 0) {
		if ((r = with_data(&made, &raw, dati)) != 0)
			return r;
		b = &made;
	}
	*out = (struct zip_part){ .nome = nome,
	    .p = arena_memdup(a, b->len > 0 ? b->data : "", b->len),
	    .n = b->len, .stored = strcmp(nome, "mimetype") == 0 };
	return 0;
}

int
rientro_segna(struct buf *out, const void *odt, size_t n,
    const struct nodo *dati)
{
	AUTO(arena) a = arena_new();
	struct zip_part *part;
	char **names;
	int r, i, count = 0;

	if ((r = zip_names(&names, a, odt, n)) != 0)
		return r;
	while (names[count] != NULL)
		count++;
	part = arena_alloc(a, ((size_t)count + 1) * sizeof *part);
	for (i = 0; i < count; i++)
		if ((r = copy_part(&part[i], a, odt, n, names[i], dati)) != 0)
			return r;
	return zip_write(out, part, count);
}

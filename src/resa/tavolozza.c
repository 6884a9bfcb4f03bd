/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tavolozza.c - the fields of a kind of paper as a text of Writer to copy
 * them from, in the styles of the models shipped.
 */
#include "resa/modello.h"

#include "base/resource.h"
#include "resa/interno.h"
#include "xml/xml.h"

#define STILI "templates/modelli/styles.xml"

int
modello_tavolozza(struct buf *out, const struct nodo *dizionario)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF contenuto = { 0 }, stili = { 0 }, meta = { 0 };
	AUTO_BUF manifest = { 0 };
	const struct resource *res = resource_find(STILI);
	const char *const params[] = { "titolo", arena_printf(a, "Campi: %s",
	    nodo_attr(dizionario, "denominazione")), NULL };
	const struct odt_parti p = { .contenuto = &contenuto,
	    .stili = &stili, .meta = &meta, .manifest = &manifest };
	int r;

	if (res == NULL)
		return err_set(ERR_ABSENT, "manca %s", STILI);
	if ((r = xml_transform(&contenuto, "campi-odt", dizionario,
	    NULL)) != 0 ||
	    (r = xml_transform(&meta, "odt-meta", dizionario, params)) != 0)
		return r;
	buf_append(&stili, res->data, res->size);
	odt_manifest(&manifest, a, NULL, 0);
	return odt_pack(out, &p);
}

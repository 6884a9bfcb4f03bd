/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_foglio.c - a document by a stylesheet that an office has written: as
 * text, in the cage, with nothing to read or write and a bound on its steps.
 *
 * Refuses: import and include, files and network, another output than text,
 * a text of more than TESTO_MAX bytes.
 */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();
	return 0;
}

static int
check_sheet(struct arena *a, const void *p, size_t n)
{
	const struct nodo *out;
	struct nodo *sheet;
	int r;

	if ((r = xml_parse(&sheet, a, p, n, 0)) != 0)
		return r;
	if (nodo_child(sheet, "import") != NULL ||
	    nodo_child(sheet, "include") != NULL)
		return err_set(ERR_INVALID, "import e include non sono "
		    "ammessi: il foglio sta da solo");
	out = nodo_child(sheet, "output");
	if (out == NULL || nodo_attr(out, "method") == NULL ||
	    strcmp(nodo_attr(out, "method"), "text") != 0)
		return err_set(ERR_INVALID, "il foglio fa un testo: manca "
		    "output con method=\"text\"");
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF in = { 0 };
	AUTO_BUF text = { 0 };
	struct nodo *root;
	struct cursor c;
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, FOGLIO_MAX + ISTANZA_MAX)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)in.data, in.len };
	if ((r = cursor_block(&p, &n, &c)) != 0 ||
	    (r = nodo_unpack(&root, a, &c)) != 0 ||
	    (r = check_sheet(a, p, n)) != 0)
		return r;
	/* what is wrong in a sheet is its author's to mend */
	if (xml_transform_with(&text, p, n, root, NULL) != 0)
		return err_prefix(ERR_INVALID, "trasformazione");
	if (text.len > TESTO_MAX || !utf8_valid(buf_str(&text), text.len))
		return err_set(ERR_INVALID, "il testo che il foglio fa è "
		    "troppo lungo");
	buf_block(out, buf_str(&text), text.len);
	return 0;
}

const struct lavoro lavoro_foglio = {
	.nome = "foglio",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 10,
	    .memoria = 1024 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

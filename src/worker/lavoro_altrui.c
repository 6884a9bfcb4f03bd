/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_altrui.c - XML written by others into a tree: local names, clean
 * text, nothing that is not in the bytes given (xml/lettura.c says what is
 * refused).  Who asked decides what the names mean: no schema is looked at.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

/* Without what would show another text than the one that is there. */
static int
clean(const char **text, struct arena *a)
{
	char *nfc;
	int r;

	if (!utf8_plain(*text))
		*text = utf8_strip(a, *text);
	if ((r = utf8_nfc(&nfc, a, *text)) == 0)
		*text = nfc;
	return r;
}

static int
clean_all(struct nodo *n, struct arena *a)
{
	struct attr *at;
	struct nodo *c;
	int r;

	for (at = n->attr; at != NULL; at = at->succ)
		if ((r = clean(&at->valore, a)) != 0)
			return r;
	for (c = n->primo; c != NULL; c = c->succ) {
		r = c->nome != NULL ? clean_all(c, a) : clean(&c->testo, a);
		if (r != 0)
			return r;
	}
	return 0;
}

int
altrui_read(struct nodo **out, struct arena *a, const void *p, size_t n)
{
	struct nodo *root;
	int r;

	if ((r = xml_parse(&root, a, p, n, XML_ALTRUI)) != 0 ||
	    (r = clean_all(root, a)) != 0)
		return r;
	*out = root;
	return 0;
}

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF in = { 0 };
	struct nodo *root;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, ALTRUI_MAX)) != 0 ||
	    (r = altrui_read(&root, a, buf_str(&in), in.len)) != 0)
		return r;
	nodo_pack(out, root);
	return 0;
}

const struct lavoro lavoro_altrui = {
	.nome = "xml-altrui",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

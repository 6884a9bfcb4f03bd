/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_altrui.c - XML written by others into a tree: local names, clean
 * text, nothing that is not in the bytes given (xml/lettura.c says what is
 * refused).  Who asked decides what the names mean: no schema is looked at.
 */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

/* Bytes of the character at s, which is valid UTF-8. */
static size_t
char_size(const char *s)
{
	const unsigned char c = (unsigned char)*s;

	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* Without what would show another text than the one that is there. */
static void
drop_tricks(struct buf *out, const char *s)
{
	char one[5];
	size_t n;

	for (; *s != '\0'; s += n) {
		n = char_size(s);
		memcpy(one, s, n);
		one[n] = '\0';
		if (utf8_plain(one))
			buf_puts(out, one);
	}
}

static int
clean(const char **text, struct arena *a)
{
	AUTO_BUF b = { 0 };
	char *nfc;
	int r;

	if (!utf8_plain(*text)) {
		drop_tricks(&b, *text);
		*text = arena_strdup(a, buf_str(&b));
	}
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
	    (r = xml_parse(&root, a, buf_str(&in), in.len, XML_ALTRUI)) != 0 ||
	    (r = clean_all(root, a)) != 0)
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

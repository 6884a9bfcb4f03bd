/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_modulo.c - libFuzzer: any bytes as what a form of the browser sent: the
 * name of its atto up to a line feed, then the body.
 *
 * Besides not crashing: there is an istanza or there are errors, never both;
 * it is one of ours, written, read back and written to the same bytes; the
 * form that is shown again, and what it would send, can be made of whatever
 * was sent.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "web/corpo.h"
#include "web/modulo.h"
#include "xml/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
body(struct corpo **out, const uint8_t *data, size_t size)
{
	AUTO(corpo) c = NULL;
	char len[32];
	int stato, r;

	snprintf(len, sizeof len, "%zu", size);
	if ((r = corpo_new(&c, &stato, "application/x-www-form-urlencoded",
	    len, NULL, NULL)) != 0 ||
	    (r = corpo_prende(c, &stato, data, size)) != 0 ||
	    (r = corpo_fine(c, &stato)) != 0)
		return r;
	*out = MOVE(c);
	return 0;
}

static void
same_again(struct arena *a, const struct nodo *n)
{
	AUTO_BUF one = { 0 }, two = { 0 };
	struct nodo *back;

	nodo_write(&one, n);
	assert(xml_parse(&back, a, one.data, one.len, XML_OURS) == 0);
	nodo_write(&two, back);
	assert(one.len == two.len && memcmp(one.data, two.data, one.len) == 0);
}

static void
sent(struct arena *a, const struct modulo_dati *d)
{
	struct rilievi ril = { .a = a };
	struct nodo *root = NULL, *form;
	struct coppia *again = NULL;
	int r, n = 0;

	r = modulo_istanza(&root, &ril, a, d);
	assert(r == 0 || r == ERR_ABSENT);
	if (r != 0)
		return;
	assert((root != NULL) == (ril.errori == 0));
	if (root != NULL) {
		same_again(a, root);
		assert(modulo_da_albero(&again, &n, a, d->atto,
		    nodo_child(root, d->atto)) == 0);
		assert(n <= d->n + CORPO_CAMPI);
	}
	assert(modulo_albero(&form, a, NULL, d, NULL) == 0);
	r = modulo_bozza(&root, a, d);
	assert(r == 0 || r == ERR_INVALID);
	if (r == 0)
		same_again(a, root);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	AUTO(corpo) c = NULL;
	const uint8_t *line = memchr(data, '\n', size);
	struct modulo_dati d = { 0 };

	xml_init();
	if (line == NULL)
		return 0;
	d.atto = arena_strndup(a, (const char *)data, (size_t)(line - data));
	line++;
	if (body(&c, line, size - (size_t)(line - data)) != 0)
		return 0;
	d.campi = c->campi;
	d.n = c->n_campi;
	sent(a, &d);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_xml.c - libFuzzer: any bytes as XML, and as a packed tree.
 *
 * Besides not crashing: what is read is written, read again and written to
 * the same bytes; and it crosses between processes unchanged.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "xml/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
same(const struct buf *x, const struct buf *y)
{
	assert(x->len == y->len && memcmp(x->data, y->data, x->len) == 0);
}

static void
again(struct arena *a, const struct nodo *n)
{
	AUTO_BUF one = { 0 };
	AUTO_BUF two = { 0 };
	AUTO_BUF packed = { 0 };
	AUTO_BUF repacked = { 0 };
	struct nodo *back = NULL;
	struct cursor c;

	nodo_write(&one, n);
	assert(xml_parse(&back, a, one.data, one.len, XML_OURS) == 0);
	nodo_write(&two, back);
	same(&one, &two);
	nodo_pack(&packed, back);
	c = (struct cursor){ (unsigned char *)packed.data, packed.len };
	assert(nodo_unpack(&back, a, &c) == 0 && c.left == 0);
	nodo_pack(&repacked, back);
	same(&packed, &repacked);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct cursor c = { data, size };
	struct nodo *n = NULL;
	int r;

	xml_init();
	r = xml_parse(&n, a, data, size, 0);
	assert(r == 0 || r == ERR_INVALID);
	assert((n != NULL) == (r == 0));
	if (n != NULL)
		again(a, n);
	n = NULL;
	r = xml_parse(&n, a, data, size, XML_ALTRUI);
	assert(r == 0 || r == ERR_INVALID);
	if (n != NULL)
		again(a, n);
	n = NULL;
	r = nodo_unpack(&n, a, &c);
	assert(r == 0 || r == ERR_INVALID);
	if (n != NULL)
		again(a, n);
	return 0;
}

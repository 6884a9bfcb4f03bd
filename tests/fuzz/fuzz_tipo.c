/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_tipo.c - libFuzzer: any bytes as the schema of a type of document that
 * an office adds.
 *
 * Besides not crashing: there is a closed schema or there are errors, never
 * both; it compiles, and a document that says nothing is not valid before it;
 * closed again it is the same bytes.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "documenti/tipo.h"
#include "worker/operaio.h"
#include "xml/xml.h"

#define NOME "abitazione"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
stands_alone(struct arena *a, const struct buf *closed)
{
	struct rilievi ril = { .a = a };
	AUTO_BUF doc = { 0 };

	nodo_write(&doc, nodo_new(a, NOME));
	assert(xml_validate_with(&ril, NOME, closed->data, closed->len,
	    doc.data, doc.len) == 0);
	assert(ril.errori > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	AUTO_BUF one = { 0 }, two = { 0 };
	struct nodo *schema;

	xml_init();
	if (altrui_read(&schema, a, data, size) != 0)
		return 0;
	assert(tipo_chiudi(&one, &ril, schema, NOME, 1) == 0);
	assert((one.len > 0) == (ril.errori == 0));
	if (one.len == 0)
		return 0;
	stands_alone(a, &one);
	assert(tipo_chiudi(&two, &ril, schema, NOME, 1) == 0);
	assert(one.len == two.len && memcmp(one.data, two.data, one.len) == 0);
	return 0;
}

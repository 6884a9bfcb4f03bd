/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_modello.c - libFuzzer: any bytes as what stands in the body of a model;
 * those that begin with "PK" as the whole package.
 *
 * Besides not crashing: there is a model or there are errors, never both; what
 * was taken in is taken in again, the same bytes, and asks for the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "resa/modello.h"
#include "xml/xml.h"
#include "zip/zip.h"
#include "../unit/accolta.h"

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static void
try_zip(struct arena *a, const void *p, size_t n)
{
	struct accolta x, again;

	accolta_try(&x, a, p, n, "Titolo");
	check(x.r == 0);
	check((x.scheda != NULL) == (x.ril.errori == 0));
	check((x.odt.len > 0) == (x.scheda != NULL));
	if (x.scheda == NULL)
		return;
	accolta_try(&again, a, x.odt.data, x.odt.len, NULL);
	check(again.r == 0 && again.scheda != NULL);
	check(again.odt.len == x.odt.len &&
	    memcmp(again.odt.data, x.odt.data, x.odt.len) == 0);
	check(strcmp(accolta_usati(a, again.scheda),
	    accolta_usati(a, x.scheda)) == 0);
	buf_free(&x.odt);
	buf_free(&again.odt);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 };

	xml_init();
	if (size > 2 && memcmp(data, "PK", 2) == 0) {
		try_zip(a, data, size);
		return 0;
	}
	accolta_zip(&zip, a, accolta_content(a, "", arena_strndup(a,
	    (const char *)data, size)), accolta_testata(a, "header",
	    P("{{oggetto}}")), NULL, 0);
	try_zip(a, zip.data, zip.len);
	return 0;
}

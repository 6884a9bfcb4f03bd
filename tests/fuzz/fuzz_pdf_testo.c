/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_pdf_testo.c - libFuzzer: any bytes as a PDF of others whose first page is
 * read, and as the text of a letter.
 *
 * Besides not crashing: what comes out is text, and bounded.
 */
#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"
#include "documenti/intestazione.h"
#include "resa/pdf_testo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct intestazione x;
	AUTO_BUF out = { 0 };
	int r;

	r = resa_pdf_testo(&out, data, size);
	assert(r == 0 || r == ERR_INVALID);
	assert(utf8_valid(buf_str(&out), out.len));
	assert(out.len <= 2 * PDF_TESTO_MAX);
	intestazione_leggi(&x, a, buf_str(&out));
	intestazione_leggi(&x, a, arena_strndup(a, (const char *)data, size));
	return 0;
}

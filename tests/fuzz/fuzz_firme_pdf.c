/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_firme_pdf.c - libFuzzer: any bytes as a signed PDF, and as what the job
 * of signatures is asked.
 */
#include <assert.h>
#include <stdint.h>

#include "resa/firme_pdf.h"
#include "worker/richiesta_firme.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void
look(const uint8_t *p, size_t n)
{
	AUTO(arena) a = arena_new();
	struct pdf_pezzo *crl, *ocsp;
	struct pdf_firma *list;
	int i, count;

	if (pdf_firme(&list, &count, a, p, n) != 0)
		return;
	for (i = 0; i < count; i++) {
		AUTO_BUF b = { 0 };

		assert((list[i].guasto == NULL) ==
		    (pdf_firmati(&b, &list[i], p, n) == 0));
		assert(list[i].coperti <= n && b.len <= n);
	}
	if (pdf_revoche(&crl, &ocsp, a, p, n) == 0)
		assert(crl != NULL && ocsp != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	AUTO(arena) a = arena_new();
	struct buf b = { (char *)(uintptr_t)p, n, n };
	struct richiesta_firme q;

	look(p, n);
	if (richiesta_firme_unpack(&q, a, &b) == 0) {
		AUTO_BUF again = { 0 };

		richiesta_firme_pack(&again, &q);
		assert(again.len == n);
	}
	return 0;
}

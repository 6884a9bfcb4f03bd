/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_certificati.c - libFuzzer: any bytes as a certificate, as a file of
 * several, as a list of revocations or an OCSP response.
 *
 * Besides not crashing: what was read as a certificate is, written as PEM, the
 * same certificate.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "documenti/fiducia.h"
#include "firme/cms.h"
#include "firme/revoche.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
as_certificate(struct arena *a, const uint8_t *data, size_t size)
{
	struct certificato c, back;
	AUTO_BUF pem = { 0 };
	int r = certificato_read(&c, a, data, size);

	assert(r == 0 || r == ERR_INVALID);
	if (r != 0)
		return;
	assert(certificato_pem(&pem, data, size) == 0);
	assert(certificato_read(&back, a, pem.data, pem.len) == 0);
	assert(strcmp(c.impronta, back.impronta) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct revoche x;
	const char **pem;
	int r;

	as_certificate(a, data, size);
	r = revoche_read(&x, a, data, size);
	assert(r == 0 || r == ERR_INVALID);
	r = fiducia_pezzi(&pem, a, (const char *)data, size);
	assert(r == 0 || r == ERR_INVALID);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_messaggio.c - libFuzzer: any bytes as the message of another body in a
 * transfer.
 *
 * Besides not crashing: what opens is what is written again of its parts, byte
 * for byte, and its manifesto names this paper alone.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "documenti/forma.h"
#include "documenti/trasferimento_busta.h"
#include "xml/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct nodo *manifesto;
	AUTO_BUF back = { 0 };
	struct tr_busta b;
	int r;

	xml_init();
	r = trasferimento_sbusta(&b, a, data, size);
	assert(r == 0 || r == ERR_INVALID);
	if (r != 0)
		return 0;
	assert(strstr(b.manifesto, trasferimento_oggetto(a,
	    b.carta).impronta) != NULL);
	assert(forma_read(&manifesto, a, b.manifesto,
	    strlen(b.manifesto)) == 0);
	trasferimento_imbusta(&back, a, b.carta, manifesto, b.firma);
	assert(back.len == size && memcmp(back.data, data, size) == 0);
	return 0;
}

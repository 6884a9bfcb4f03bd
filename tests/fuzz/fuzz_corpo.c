/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_corpo.c - libFuzzer: any bytes as the body of a form, cut anywhere.
 *
 * Besides not crashing: the same body is read alike however it is cut.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "web/corpo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
opens(void *di)
{
	(void)di;
	return memfd_create("fuzz", MFD_CLOEXEC);
}

static int
read_body(struct corpo **out, const uint8_t *data, size_t size, size_t piece,
    bool parts)
{
	AUTO(corpo) c = NULL;
	size_t at, some;
	char len[32];
	int stato, r;

	snprintf(len, sizeof len, "%zu", size);
	if ((r = corpo_new(&c, &stato, parts ?
	    "multipart/form-data; boundary=b" :
	    "application/x-www-form-urlencoded", len, opens, NULL)) != 0)
		return r;
	for (at = 0; at < size; at += some) {
		some = size - at < piece ? size - at : piece;
		if ((r = corpo_prende(c, &stato, data + at, some)) != 0)
			return r;
	}
	if ((r = corpo_fine(c, &stato)) == 0)
		*out = MOVE(c);
	return r;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(corpo) x = NULL;
	AUTO(corpo) y = NULL;
	int i, r;

	if (size < 2 || size > 100000)
		return 0;
	r = read_body(&x, data + 2, size - 2, 1 + data[0], data[1] & 1);
	assert((r == 0) == (read_body(&y, data + 2, size - 2, 100000,
	    data[1] & 1) == 0));
	if (r != 0)
		return 0;
	assert(x->n_campi == y->n_campi && x->n_file == y->n_file);
	for (i = 0; i < x->n_campi; i++)
		assert(strcmp(x->campi[i].valore, y->campi[i].valore) == 0);
	for (i = 0; i < x->n_file; i++)
		assert(x->file[i].n == y->file[i].n);
	return 0;
}

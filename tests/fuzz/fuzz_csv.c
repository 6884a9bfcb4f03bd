/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_csv.c - libFuzzer: any bytes as a table, and as a worker's answer.
 *
 * Besides not crashing: what is read crosses between processes unchanged.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "worker/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
again(struct arena *a, const struct csv *t)
{
	AUTO_BUF one = { 0 };
	AUTO_BUF two = { 0 };
	struct csv back;
	struct cursor c;

	csv_pack(&one, t);
	c = (struct cursor){ (const unsigned char *)one.data, one.len };
	assert(csv_unpack(&back, a, &c) == 0);
	csv_pack(&two, &back);
	assert(one.len == two.len && memcmp(one.data, two.data, one.len) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct cursor c = { data, size };
	struct csv t;
	int r;

	r = csv_read(&t, a, (const char *)data, size, 0);
	assert(r == 0 || r == ERR_INVALID);
	if (r == 0)
		again(a, &t);
	if (csv_unpack(&t, a, &c) == 0)
		again(a, &t);
	return 0;
}

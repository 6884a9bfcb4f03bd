/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_ora.c - fuzz: a time that clock_parse accepts is written and read back the
 * same.
 */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/clock.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	char text[ORA_LEN + 1];
	int64_t t, back;

	if (clock_parse(&t, arena_strndup(a, (const char *)data, size)) < 0)
		return 0;
	clock_iso(text, t);
	if (clock_parse(&back, text) < 0 || back != t)
		abort();
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_zip.c - libFuzzer: any bytes as an archive; all its entries are read.
 *
 * Besides not crashing: what is read stays within the limit, and a refusal
 * leaves the output as it was.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "zip/zip.h"

#define LIMIT ((size_t)1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
read_one(const uint8_t *data, size_t size, const char *nome)
{
	AUTO_BUF out = { 0 };
	int r = zip_read(&out, data, size, nome, LIMIT);

	assert(r == 0 || r == ERR_INVALID || r == ERR_ABSENT);
	assert(out.len <= LIMIT);
	assert(r == 0 || out.len == 0);
}

static int
count(void *arg, const struct zip_part *p)
{
	size_t *sum = arg;

	assert(p->nome[0] != '/' && strstr(p->nome, "../") == NULL);
	*sum += p->n;
	return 0;
}

static void
read_each(const uint8_t *data, size_t size)
{
	size_t sum = 0;
	int r = zip_each(data, size, 100, LIMIT, count, &sum);

	assert(r == 0 || r == ERR_INVALID);
	assert(sum <= LIMIT);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	char **names = NULL;
	int i;

	read_each(data, size);
	read_one(data, size, "content.xml");
	if (zip_names(&names, a, data, size) != 0) {
		assert(names == NULL);
		return 0;
	}
	for (i = 0; i < 100 && names[i] != NULL; i++) {
		assert(names[i][0] != '/' && strstr(names[i], "../") == NULL);
		read_one(data, size, names[i]);
	}
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripeti_fuzz.c - a fuzz target again, without libFuzzer, in the variant at
 * hand: ripeti_fuzz NAME N FILE... gives it each file, and N inputs made of it,
 * the same each time: cut, with bytes changed, taken out, doubled.
 *
 * All targets of tests/fuzz are linked in, each under its own name (Makefile).
 */
#include <dlfcn.h>
#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

#define INGRESSO_MAX (16u << 20)

typedef int bersaglio_fn(const uint8_t *data, size_t size);

static uint64_t dado;

static size_t
tira(size_t n)
{
	dado = dado * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(dado >> 33) % (n > 0 ? n : 1);
}

static void
cambia(uint8_t *p, size_t *n)
{
	size_t at = tira(*n), len = tira(*n - at) + 1, i;

	switch (tira(5)) {
	case 0:
		*n = at;
		break;
	case 1:
		for (i = tira(4) + 1; i > 0; i--)
			p[tira(*n)] = (uint8_t)tira(256);
		break;
	case 2:
		p[at] ^= (uint8_t)(1u << tira(8));
		break;
	case 3:
		memmove(p + at, p + at + len, *n - at - len);
		*n -= len;
		break;
	default:		/* there is room for twice as much */
		memmove(p + at + len, p + at, *n - at);
		*n += len;
	}
}

static void
prova(bersaglio_fn *fn, const char *path, long times)
{
	AUTO_BUF b = { 0 };
	uint8_t *p;
	size_t n;

	if (file_read(&b, path, INGRESSO_MAX) != 0)
		errx(2, "%s", err_msg());
	fn((const uint8_t *)buf_str(&b), b.len);
	for (dado = b.len; times > 0 && b.len > 0; times--) {
		/* of its own size, so that a reading beyond it is seen */
		if ((p = malloc(2 * b.len)) == NULL)
			err(2, NULL);
		memcpy(p, b.data, b.len);
		n = b.len;
		cambia(p, &n);
		if (n > 0 && (p = realloc(p, n)) == NULL)
			err(2, NULL);
		fn(p, n);
		free(p);
	}
}

int
main(int argc, char **argv)
{
	bersaglio_fn *fn;
	int i;

	if (argc < 3)
		errx(2, "uso: ripeti_fuzz NOME N [FILE...]");
	*(void **)&fn = dlsym(NULL, argv[1]);
	if (fn == NULL)
		errx(2, "%s: non c'è", argv[1]);
	fn((const uint8_t *)"", 0);
	for (i = 3; i < argc; i++)
		prova(fn, argv[i], strtol(argv[2], NULL, 10));
	return 0;
}

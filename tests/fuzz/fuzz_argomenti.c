/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_argomenti.c - libFuzzer: any bytes as a command line (each argument ends
 * with a NUL), and what its fields make as an istanza.
 *
 * Besides not crashing: an istanza that is made is one of ours, and what is
 * written of it is read back and written to the same bytes; its answer before
 * the schema is always the same.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "cli/cli.h"
#include "xml/xml.h"

#define ARGOMENTI_MAX 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
taken_apart(char **argv, struct arena *a, const uint8_t *data, size_t size)
{
	char *bytes = arena_alloc(a, size + 1);
	const char *p = bytes, *last = p + size, *end;
	int n = 0;

	memcpy(bytes, data, size);
	bytes[size] = '\0';
	argv[n++] = arena_strdup(a, "cartella");
	for (; p < last && n < ARGOMENTI_MAX; p = end + 1) {
		end = memchr(p, '\0', (size_t)(last - p));
		if (end == NULL)
			end = last;
		argv[n++] = arena_strndup(a, p, (size_t)(end - p));
	}
	argv[n] = NULL;
	return n;
}

static void
written(struct arena *a, const struct atto *atto, struct nodo *in)
{
	struct nodo *root = nodo_new(a, "istanza"), *back;
	AUTO_BUF one = { 0 }, two = { 0 };

	nodo_set(a, root, "atto", atto->nome);
	nodo_set(a, root, "id", "00000000000000000000000000000001");
	nodo_set(a, root, "versione", "1");
	nodo_add(root, in);
	nodo_write(&one, root);
	/* the line is in UTF-8 or the parser says so */
	if (xml_parse(&back, a, one.data, one.len, XML_OURS) != 0)
		return;
	nodo_write(&two, back);
	assert(one.len == two.len && memcmp(one.data, two.data, one.len) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *argv[ARGOMENTI_MAX + 1];
	AUTO(arena) a = arena_new();
	const struct atto *atto;
	struct nodo *in;
	struct riga r;
	int n, e;

	xml_init();
	n = taken_apart(argv, a, data, size);
	e = riga_parse(&r, a, n, argv);
	assert(e == 0 || e == ERR_INVALID);
	if (e != 0 || r.verbo == NULL || (atto = atto_find(r.verbo)) == NULL)
		return 0;
	assert(r.n_campi + r.n_conferme + r.n_resto < n);
	e = campi_build(&in, a, arena_printf(a, "atti/%s", atto->nome),
	    atto->nome, (const char *const (*)[2])r.campi, r.n_campi);
	assert(e == 0 || e == ERR_INVALID);
	if (e == 0)
		written(a, atto, in);
	return 0;
}

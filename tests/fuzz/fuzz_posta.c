/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_posta.c - libFuzzer: any bytes as an e-mail.
 *
 * Besides not crashing: every string is UTF-8, names of parts are safe and all
 * different, and what is read crosses the pipe of a worker unchanged in size.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/utf8.h"
#include "posta/posta.h"
#include "worker/operaio.h"
#include "xml/xml.h"

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static void
check_parts(const struct messaggio *m)
{
	int i, k;

	for (i = 0; i < m->n_parti; i++) {
		check(file_name_valid(m->parti[i].nome));
		check(utf8_valid(m->parti[i].tipo, strlen(m->parti[i].tipo)));
		for (k = 0; k < i; k++)
			check(strcasecmp(m->parti[i].nome,
			    m->parti[k].nome) != 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct messaggio m, back;
	AUTO_BUF b = { 0 };
	struct cursor c;

	xml_init();
	if (posta_read(&m, a, data, size) != 0)
		return 0;
	check(utf8_valid(m.testo, strlen(m.testo)));
	check(utf8_valid(m.oggetto, strlen(m.oggetto)));
	check(utf8_valid(m.mittente_nome, strlen(m.mittente_nome)));
	check_parts(&m);
	messaggio_pack(&b, &m);
	c = (struct cursor){ (const unsigned char *)b.data, b.len };
	check(messaggio_unpack(&back, a, &c) == 0);
	check(back.n_parti == m.n_parti);
	return 0;
}

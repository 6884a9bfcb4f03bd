/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_xades.c - libFuzzer: any bytes as XML that somebody signed, and as a
 * trust list.
 *
 * Besides not crashing: only the certificate of firmata.xml is trusted, which
 * signed nothing else; so whatever is called valid must say what firmata.xml
 * says.
 */
#include <openssl/evp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "firme/xades.h"
#include "xml/xml.h"

#define SEME "tests/fuzz/fuzz_xades/firmata.xml"
#define ORA 1795168800		/* 2026-11-20 */

static unsigned char certificato[4096];
static struct byte_dati radici[2];
static struct buf vero;

static void
check(bool ok)
{
	if (!ok)
		abort();
}

/* What it says, the signature apart. */
static void
says(struct buf *out, const void *p, size_t n)
{
	AUTO(arena) a = arena_new();
	struct nodo *root, *s;

	check(xml_parse(&root, a, p, n, XML_ALTRUI) == 0);
	check((s = nodo_child(root, "Signature")) != NULL);
	nodo_remove(s);
	nodo_write(out, root);
}

static void
learn(void)
{
	AUTO_BUF b = { 0 };
	const char *from, *to;
	int n;

	xml_init();
	check(file_read(&b, SEME, 1 << 20) == 0);
	says(&vero, b.data, b.len);
	from = strstr(buf_str(&b), "<ds:X509Certificate>");
	check(from != NULL);
	from += strlen("<ds:X509Certificate>");
	to = strchr(from, '<');
	check(to != NULL && (size_t)(to - from) < sizeof certificato);
	n = EVP_DecodeBlock(certificato, (const unsigned char *)from,
	    (int)(to - from));
	for (to--; *to == '='; to--)
		n--;
	radici[0] = (struct byte_dati){ certificato, (size_t)n };
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fiducia f = { .radici = radici, .ora = ORA };
	AUTO(arena) a = arena_new();
	struct prova *prove = NULL;
	struct nodo *n = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if (vero.len == 0)
		learn();
	r = verifica_xades(&n, &prove, a, data, size, &f);
	check(r == 0 || r == ERR_INVALID || r == ERR_ABSENT);
	if (r == 0 && strcmp(nodo_attr(n, "esito"), "valida") == 0) {
		says(&b, data, size);
		check(b.len == vero.len && memcmp(b.data, vero.data,
		    b.len) == 0);
	}
	r = elenco_fiducia(&n, a, data, size);
	check(r == 0 || r == ERR_INVALID);
	return 0;
}

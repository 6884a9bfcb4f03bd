/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_segnatura.c - libFuzzer: any bytes as the segnatura of a sender.
 *
 * Besides not crashing: what is read of it could stand in fields of ours, is
 * the same in the form that is checked against the schema, and answers with
 * what can be read again.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "documenti/segnatura.h"
#include "worker/operaio.h"
#include "xml/xml.h"

#define SHA "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
field(const char *s, size_t max)
{
	assert(s == NULL || (*s != '\0' && utf8_valid(s, strlen(s)) &&
	    utf8_plain(s) && strlen(s) <= 4 * max));
}

static void
said(const struct segnatura *s)
{
	const struct segnatura_file *f;

	assert(s->id.numero != NULL);
	field(s->id.amministrazione, 200);
	field(s->id.aoo, 200);
	field(s->id.registro, 200);
	field(s->id.numero, 200);
	field(s->id.data, 10);
	field(s->oggetto, 2000);
	field(s->mittente, 200);
	field(s->codice_ipa, 200);
	field(s->indirizzo, 251);
	for (f = s->file; f != NULL; f = f->succ)
		if (f->impronta != NULL)
			assert(segnatura_impronta(f, SHA) <= 1);
}

static bool
same(const char *x, const char *y)
{
	return (x == NULL && y == NULL) ||
	    (x != NULL && y != NULL && strcmp(x, y) == 0);
}

/* The form without prefixes says the same. */
static void
again(struct arena *a, const struct segnatura *s, const struct nodo *root)
{
	AUTO_BUF b = { 0 };
	struct segnatura back;
	struct nodo *n;

	segnatura_neutral(&b, a, root);
	assert(xml_parse(&n, a, b.data, b.len, XML_ALTRUI) == 0);
	assert(segnatura_read(&back, a, n) == 0);
	assert(back.v3 == s->v3 && back.riservato == s->riservato &&
	    same(back.id.numero, s->id.numero) &&
	    same(back.id.data, s->id.data) && same(back.oggetto, s->oggetto) &&
	    same(back.mittente, s->mittente) &&
	    same(back.indirizzo, s->indirizzo));
}

/* The message that answers it: written in our form. */
static void
answered(struct arena *a, const struct segnatura *s)
{
	struct nodo *reg = nodo_new(a, "registrazione"), *n;
	AUTO_BUF b = { 0 };

	nodo_elem_text(a, reg, "oggetto", "risposta");
	nodo_write(&b, segnatura_ricevuto(a, &s->id, reg));
	assert(xml_parse(&n, a, b.data, b.len, 0) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	struct segnatura s;
	struct nodo *root;
	int r;

	xml_init();
	if (altrui_read(&root, a, data, size) != 0)
		return 0;
	r = segnatura_read(&s, a, root);
	assert(r == 0 || r == ERR_INVALID);
	if (r != 0)
		return 0;
	said(&s);
	again(a, &s, root);
	answered(a, &s);
	return 0;
}

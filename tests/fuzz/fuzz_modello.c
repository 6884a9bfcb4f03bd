/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_modello.c - libFuzzer: any bytes as what stands in the body of a model;
 * those that begin with "PK" as the whole package, with "G" as a choice of
 * pieces that are well formed together.
 *
 * Besides not crashing: there is a model or there are errors, never both; what
 * was taken in is taken in again, the same bytes, and asks for the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "resa/modello.h"
#include "xml/xml.h"
#include "zip/zip.h"
#include "../unit/accolta.h"

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static void
try_zip(struct arena *a, const void *p, size_t n)
{
	struct accolta x, again;

	accolta_try(&x, a, p, n, "Titolo");
	check(x.r == 0);
	check((x.scheda != NULL) == (x.ril.errori == 0));
	check((x.odt.len > 0) == (x.scheda != NULL));
	if (x.scheda == NULL)
		return;
	accolta_try(&again, a, x.odt.data, x.odt.len, NULL);
	check(again.r == 0 && again.scheda != NULL);
	check(again.odt.len == x.odt.len &&
	    memcmp(again.odt.data, x.odt.data, x.odt.len) == 0);
	check(strcmp(accolta_usati(a, again.scheda),
	    accolta_usati(a, x.scheda)) == 0);
	buf_free(&x.odt);
	buf_free(&again.odt);
}

static const struct {
	const char *apre, *chiude;	/* chiude NULL: nothing to close */
} pezzi[] = {
	{ "{", NULL }, { "{{", NULL }, { "}}", NULL }, { "oggetto", NULL },
	{ "{{oggetto}}", NULL }, { "${data}", NULL }, { " ", NULL },
	{ "og", NULL }, { "getto", NULL }, { "x", NULL }, { "}", NULL },
	{ "\302\240", NULL }, { "\342\200\213", NULL }, { "<text:s/>", NULL },
	{ "<text:tab/>", NULL }, { "<text:bookmark text:name=\"b\"/>", NULL },
	{ "<text:soft-page-break/>", NULL }, { "<text:change/>", NULL },
	{ "<text:page-number>1</text:page-number>", NULL },
	{ "<text:placeholder>&lt;data&gt;</text:placeholder>", NULL },
	{ "<text:user-field-get text:name=\"Data\">y"
	    "</text:user-field-get>", NULL },
	{ "</text:p><text:p>{{se oggetto}}</text:p><text:p>", NULL },
	{ "</text:p><text:p>{{ripeti famiglia}}</text:p><text:p>", NULL },
	{ "</text:p><text:p>{{fine}}</text:p><text:p>", NULL },
	{ "</text:p><text:p>{{corpo}}</text:p><text:p>", NULL },
	{ "{{famiglia.nome}}", NULL },
	{ "<text:span text:style-name=\"A\">", "</text:span>" },
	{ "<text:span text:style-name=\"B\">", "</text:span>" },
	{ "<text:a xlink:href=\"x\">", "</text:a>" },
	{ "<text:meta>", "</text:meta>" },
	{ "<office:annotation><text:p>", "</text:p></office:annotation>" },
	{ "<text:note><text:note-body><text:p>",
	    "</text:p></text:note-body></text:note>" },
	{ "<draw:frame><draw:text-box><text:p>",
	    "</text:p></draw:text-box></draw:frame>" },
	{ "</text:p><text:section text:name=\"Se_Oggetto 3\"><text:p>",
	    "</text:p></text:section><text:p>" },
	{ "</text:p><table:table table:name=\"ripeti_famiglia9\">"
	    "<table:table-row><table:table-cell><text:p>", "</text:p>"
	    "</table:table-cell></table:table-row></table:table><text:p>" },
	{ "</text:p><text:list><text:list-item><text:p>",
	    "</text:p></text:list-item></text:list><text:p>" },
};

#define APERTI_MAX 40

/* A piece for each byte; 0xff closes the last that is open. */
static void
body_of(struct buf *out, const uint8_t *data, size_t size)
{
	size_t open[APERTI_MAX], n = 0, i, k;

	buf_puts(out, "<text:p>");
	for (i = 0; i < size; i++) {
		k = data[i] % (NELEM(pezzi) + 4);
		if (k >= NELEM(pezzi)) {
			if (n > 0)
				buf_puts(out, pezzi[open[--n]].chiude);
			continue;
		}
		if (pezzi[k].chiude == NULL ? n > 0 &&
		    strncmp(pezzi[k].apre, "</", 2) == 0 : n == APERTI_MAX)
			continue;	/* would close what it did not open */
		if (strncmp(pezzi[k].apre, "</", 2) == 0 && n > 0 &&
		    pezzi[open[n - 1]].chiude[2] == 't' &&
		    strstr(pezzi[open[n - 1]].chiude, "</text:p>") == NULL)
			continue;
		buf_puts(out, pezzi[k].apre);
		if (pezzi[k].chiude != NULL)
			open[n++] = k;
	}
	while (n > 0)
		buf_puts(out, pezzi[open[--n]].chiude);
	buf_puts(out, "</text:p>");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 }, body = { 0 };

	xml_init();
	if (size > 2 && memcmp(data, "PK", 2) == 0) {
		try_zip(a, data, size);
		return 0;
	}
	if (size > 1 && data[0] == 'G')
		body_of(&body, data + 1, size - 1);
	else
		buf_append(&body, data, size);
	accolta_zip(&zip, a, accolta_content(a, "", buf_str(&body)),
	    accolta_testata(a, "header",
	    P("{{oggetto}}")), NULL, 0);
	try_zip(a, zip.data, zip.len);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_rientro.c - libFuzzer: any bytes as an edited draft; those that begin
 * with "G" as a choice of pieces of its content.xml that are well formed
 * together.
 *
 * Besides not crashing: each section that comes back is in the normal form of
 * prosa, and what is typed of it says the same words.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "resa/rientro.h"
#include "xml/campi.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define U "urn:oasis:names:tc:opendocument:xmlns:"

static const char testa[] = "<office:document-content xmlns:office='" U
    "office:1.0' xmlns:text='" U "text:1.0' xmlns:style='" U "style:1.0'"
    " xmlns:table='" U "table:1.0' xmlns:fo='" U "xsl-fo-compatible:1.0'"
    " xmlns:draw='" U "drawing:1.0'><office:automatic-styles>"
    "<style:style style:name='B' style:family='text'><style:text-properties"
    " fo:font-weight='bold' fo:color='#f00'/></style:style>"
    "<style:style style:name='I' style:family='text'"
    " style:parent-style-name='B'><style:text-properties"
    " fo:font-style='italic'/></style:style>"
    "<style:style style:name='B' style:family='paragraph'>"
    "<style:text-properties fo:font-weight='900'/></style:style>"
    "<text:list-style style:name='N'><text:list-level-style-number"
    " text:level='1' style:num-format='1'/></text:list-style>"
    "</office:automatic-styles><office:body><office:text>";
static const char coda[] = "</office:text></office:body>"
    "</office:document-content>";

static const struct {
	const char *apre, *chiude;	/* chiude NULL: nothing to close */
} pezzi[] = {
	{ "<text:section text:name='relazione.metodo'>", "</text:section>" },
	{ "<text:section text:name='Sezione1'>", "</text:section>" },
	{ "<text:p>", "</text:p>" },
	{ "<text:p text:style-name='B'>", "</text:p>" },
	{ "<text:h text:outline-level='2'>", "</text:h>" },
	{ "<text:span text:style-name='B'>", "</text:span>" },
	{ "<text:span text:style-name='I'>", "</text:span>" },
	{ "<text:list text:style-name='N'>", "</text:list>" },
	{ "<text:list>", "</text:list>" },
	{ "<text:list-item>", "</text:list-item>" },
	{ "<text:list-header>", "</text:list-header>" },
	{ "<table:table>", "</table:table>" },
	{ "<table:table-header-rows>", "</table:table-header-rows>" },
	{ "<table:table-row table:number-rows-repeated='3'>",
	    "</table:table-row>" },
	{ "<table:table-row>", "</table:table-row>" },
	{ "<table:table-cell table:number-columns-repeated='7'>",
	    "</table:table-cell>" },
	{ "<table:table-cell table:number-columns-spanned='2'>",
	    "</table:table-cell>" },
	{ "<text:note><text:note-body>", "</text:note-body></text:note>" },
	{ "<draw:frame><draw:text-box>", "</draw:text-box></draw:frame>" },
	{ "<text:a>", "</text:a>" },
	{ "<text:s text:c='3'/>", NULL }, { "<text:tab/>", NULL },
	{ "<text:line-break/>", NULL }, { "a", NULL }, { "é ", NULL },
	{ " b", NULL }, { "*", NULL }, { "_", NULL }, { "1. ", NULL },
	{ "- ", NULL }, { "# ", NULL }, { "| ", NULL }, { "\\", NULL },
	{ "«relazione.metodo»", NULL }, { "\xe2\x80\xae", NULL },
};
#define PEZZI (sizeof pezzi / sizeof pezzi[0])
#define APERTI 60

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static void
look(struct arena *a, const struct nodo *s)
{
	struct nodo *typed = nodo_new(a, "sezione");
	AUTO_BUF is = { 0 }, wanted = { 0 };
	struct nodo *normal = prosa_normale(a, s);

	nodo_set(a, normal, "nome", nodo_attr(s, "nome"));
	nodo_write(&is, s);
	nodo_write(&wanted, normal);
	check(strcmp(is.data, wanted.data) == 0);
	prosa_parse(a, typed, prosa_text(a, s));
	check(strcmp(nodo_all_text(a, typed), nodo_all_text(a, s)) == 0);
}

static void
try_zip(const void *p, size_t n)
{
	AUTO(arena) a = arena_new();
	const struct nodo *s;
	struct nodo *out;

	if (rientro_leggi(&out, a, p, n) != 0)
		return;
	for (s = nodo_child(out, "sezione"); s; s = nodo_next(s, "sezione"))
		look(a, s);
}

static void
build(struct buf *b, const uint8_t *p, size_t n)
{
	const char *open[APERTI];
	int depth = 0;

	buf_puts(b, testa);
	for (; n > 0; p++, n--) {
		if (*p % (PEZZI + 4) >= PEZZI) {
			if (depth > 0)
				buf_puts(b, open[--depth]);
		} else if (pezzi[*p % (PEZZI + 4)].chiude == NULL) {
			buf_puts(b, pezzi[*p % (PEZZI + 4)].apre);
		} else if (depth < APERTI) {
			buf_puts(b, pezzi[*p % (PEZZI + 4)].apre);
			open[depth++] = pezzi[*p % (PEZZI + 4)].chiude;
		}
	}
	while (depth > 0)
		buf_puts(b, open[--depth]);
	buf_puts(b, coda);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool ready;
	struct zip_part part[2] = {
		{ .nome = "mimetype", .p = MIMETYPE, .n = sizeof MIMETYPE - 1,
		    .stored = 1 },
		{ .nome = "content.xml" },
	};
	AUTO_BUF content = { 0 }, odt = { 0 };

	if (!ready)
		xml_init();
	ready = true;
	if (size == 0 || data[0] != 'G') {
		try_zip(data, size);
		return 0;
	}
	build(&content, data + 1, size - 1);
	part[1].p = content.data;
	part[1].n = content.len;
	if (zip_write(&odt, part, 2) == 0)
		try_zip(odt.data, odt.len);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Drafts that come back from Writer: what is prosa comes back the same, of the
 * rest the words and the count of what it was; what is no draft is refused.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/auto.h"
#include "base/file.h"
#include "resa/modello.h"
#include "resa/rientro.h"
#include "worker/worker.h"
#include "xml/campi.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define U "urn:oasis:names:tc:opendocument:xmlns:"
#define SPAZI " xmlns:office='" U "office:1.0' xmlns:text='" U "text:1.0'" \
	" xmlns:style='" U "style:1.0' xmlns:table='" U "table:1.0'" \
	" xmlns:fo='" U "xsl-fo-compatible:1.0' xmlns:draw='" U "drawing:1.0'" \
	" xmlns:meta='" U "meta:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'" \
	" xmlns:dc='http://purl.org/dc/elements/1.1/'" \
	" xmlns:svg='" U "svg-compatible:1.0' office:version='1.3'"
#define STILE(nome, famiglia, altro, dentro) "<style:style style:name='" nome \
	"' style:family='" famiglia "' " altro ">" dentro "</style:style>"
#define TESTO(p) "<style:text-properties " p "/>"
#define LIVELLO(che, n, altro) "<text:list-level-style-" che \
	" text:level='" n "' " altro "/>"

/* The styles a draft is filled with, in small. */
static const char stili[] = "<office:document-styles" SPAZI ">"
    "<office:styles>"
    STILE("Standard", "paragraph", "", "")
    STILE("Cartella_Testo", "paragraph", "style:parent-style-name='Standard'",
    "")
    STILE("Cartella_Titolo", "paragraph", "style:parent-style-name="
    "'Standard' style:default-outline-level='3'",
    TESTO("fo:font-weight='bold' fo:color='#1f3a5f'"))
    STILE("Table_20_Heading", "paragraph", "",
    TESTO("fo:font-weight='bold'"))
    STILE("Cartella_Grassetto", "text", "", TESTO("fo:font-weight='bold'"))
    STILE("Cartella_Corsivo", "text", "", TESTO("fo:font-style='italic'"))
    STILE("Rosso", "text", "style:parent-style-name='Cartella_Grassetto'",
    TESTO("fo:color='#ff0000'"))
    "<text:list-style style:name='Cartella_Elenco'>"
    LIVELLO("bullet", "1", "text:bullet-char='–'") "</text:list-style>"
    "<text:list-style style:name='Cartella_Numeri'>"
    LIVELLO("number", "1", "style:num-format='1' style:num-suffix='.'")
    LIVELLO("bullet", "2", "text:bullet-char='–'") "</text:list-style>"
    "</office:styles></office:document-styles>";

static const char automatici[] = "<office:automatic-styles>"
    STILE("P1", "paragraph", "style:parent-style-name='Cartella_Testo'",
    "<style:paragraph-properties fo:text-align='center'/>"
    TESTO("fo:font-weight='bold'"))
    STILE("T1", "text", "", TESTO("fo:font-weight='700' "
    "fo:font-style='italic'"))
    STILE("T2", "text", "", TESTO("fo:font-weight='normal'"))
    STILE("T3", "text", "", TESTO("fo:color='#00ff00' fo:background-color="
    "'transparent' style:text-underline-style='solid'"))
    STILE("T4", "text", "style:parent-style-name='Rosso'",
    TESTO("fo:color='#000000'"))
    STILE("T5", "text", "", TESTO("officeooo:rsid='1' fo:language='it'"
    " xmlns:officeooo='http://openoffice.org/2009/office'"))
    STILE("G", "text", "style:parent-style-name='G'", TESTO("fo:font-style="
    "'oblique'"))
    "<text:list-style style:name='L1'>"
    LIVELLO("number", "1", "style:num-format=''") "</text:list-style>"
    "<text:list-style style:name='L3'>" LIVELLO("number", "1",
    "style:num-format='1' text:start-value='3'") "</text:list-style>"
    "</office:automatic-styles>";

static void
odt(struct buf *out, const char *corpo, const char *meta)
{
	AUTO_BUF b = { 0 };
	struct zip_part p[5] = {
		{ .nome = "mimetype", .p = MIMETYPE, .n = sizeof MIMETYPE - 1,
		    .stored = 1 },
		{ .nome = "styles.xml", .p = stili, .n = sizeof stili - 1 },
		{ .nome = "content.xml" },
		{ .nome = "META-INF/manifest.xml" },
		{ .nome = "meta.xml", .p = meta, .n = strlen(meta) },
	};
	static const char manifest[] = "<manifest:manifest xmlns:manifest='" U
	    "manifest:1.0' manifest:version='1.3'><manifest:file-entry "
	    "manifest:full-path='/' manifest:media-type='" MIMETYPE "'/>"
	    "<manifest:file-entry manifest:full-path='content.xml' "
	    "manifest:media-type='text/xml'/><manifest:file-entry "
	    "manifest:full-path='styles.xml' manifest:media-type='text/xml'/>"
	    "</manifest:manifest>";

	buf_printf(&b, "<office:document-content" SPAZI ">%s<office:body>"
	    "<office:text>%s</office:text></office:body>"
	    "</office:document-content>", automatici, corpo);
	p[2].p = b.data;
	p[2].n = b.len;
	p[3].p = manifest;
	p[3].n = sizeof manifest - 1;
	assert_int_equal(zip_write(out, p, meta[0] != '\0' ? 5 : 4), 0);
}

static struct nodo *
leggi(struct arena *a, const struct buf *b)
{
	struct nodo *n = NULL;

	if (rientro_leggi(&n, a, b->data, b->len) != 0)
		fail_msg("%s", err_msg());
	return n;
}

static struct nodo *
letto(struct arena *a, const char *corpo)
{
	AUTO_BUF b = { 0 };

	odt(&b, corpo, "");
	return leggi(a, &b);
}

static const char *
scritto(struct arena *a, const struct nodo *n)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, n);
	return arena_strdup(a, strchr(b.data, '\n') + 1);
}

/* What the section holds, typed. */
static const char *
testo(struct arena *a, const char *dentro)
{
	struct nodo *n = letto(a, arena_printf(a, "<text:p>fuori</text:p>"
	    "<text:section text:name='relazione.metodo'>%s</text:section>",
	    dentro));

	return prosa_text(a, nodo_child(n, "sezione"));
}

/* How often it was told of. */
static int
volte(const struct nodo *n, const char *che)
{
	const struct nodo *c;

	for (c = nodo_child(n, "tralasciato"); c != NULL;
	    c = nodo_next(c, "tralasciato"))
		if (strcmp(nodo_attr(c, "che"), che) == 0)
			return (int)strtol(nodo_attr(c, "volte"), NULL, 10);
	return 0;
}

static int
dette(const struct nodo *n)
{
	const struct nodo *c;
	int out = 0;

	for (c = nodo_child(n, "tralasciato"); c != NULL;
	    c = nodo_next(c, "tralasciato"))
		out++;
	return out;
}

/* ---- lines ---- */

#define P(x) "<text:p text:style-name='Cartella_Testo'>" x "</text:p>"
#define SPAN(stile, x) "<text:span text:style-name='" stile "'>" x "</text:span>"

static const struct {
	const char *odt, *testo, *che;	/* che: the one thing told */
	int volte;
} righe[] = {
	{ P("uno") P("") P("  ") P(" due  e\n tre "), "uno\n\ndue e tre", NULL,
	    0 },
	{ P("a" SPAN("Cartella_Grassetto", " b ") "c"), "a *b* c", NULL, 0 },
	{ P("a " SPAN("T1", "b")), "a *_b_*", NULL, 0 },
	{ P(SPAN("Cartella_Grassetto", "a " SPAN("T2", "b ") "c")),
	    "*a* b *c*", NULL, 0 },
	{ P(SPAN("T4", "a") " " SPAN("G", "b") " " SPAN("T5", "c")),
	    "*a* _b_ c", NULL, 0 },
	{ P(SPAN("Strong_20_Emphasis", "a") " " SPAN("Emphasis", "b")),
	    "*a* _b_", NULL, 0 },
	{ "<text:p text:style-name='P1'>a " SPAN("T2", "b") "</text:p>",
	    "*a* b", "allineamenti", 1 },
	{ P(SPAN("Rosso", "a ") "b " SPAN("Rosso", "c")), "*a* b *c*",
	    "colori", 2 },
	{ P("a <text:s text:c='2'/>b<text:s/> c"), "a b c", NULL, 0 },
	{ P("a<text:tab/>b"), "a b", "tabulazioni", 1 },
	{ P("a<text:line-break/>" SPAN("T1", "b<text:line-break/>c")),
	    "a\n\n*_b_*\n\n*_c_*", NULL, 0 },
	{ P("v. <text:a xlink:href='http://x/'>qui</text:a>"), "v. qui",
	    "collegamenti", 1 },
	{ P("a<office:annotation><dc:creator>io</dc:creator><text:p>no"
	    "</text:p></office:annotation>b<office:annotation-end/>"), "ab",
	    "commenti", 1 },
	{ P("a<text:note text:note-class='footnote'><text:note-citation>1"
	    "</text:note-citation><text:note-body><text:p>uno</text:p>"
	    "<text:p>due</text:p></text:note-body></text:note> b"),
	    "a (nota: uno due) b", "note", 1 },
	{ P("a<draw:frame><draw:image xlink:href='x.png'/><svg:title>no"
	    "</svg:title></draw:frame>"), "a", "immagini", 1 },
	{ P("a<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box>"
	    "</draw:frame>"), "a (riquadro: x)", "riquadri", 1 },
	{ P("<text:bookmark text:name='s'/>a<text:soft-page-break/>b"
	    "<text:bookmark-ref>c</text:bookmark-ref><text:user-field-get "
	    "text:name='minore.nome'>Mario</text:user-field-get>"),
	    "abcMario", NULL, 0 },
	{ P("a<text:change-start text:change-id='1'/>b<text:change-end "
	    "text:change-id='1'/>"), "ab", "revisioni", 1 },
	{ P("«relazione.metodo»") P("vero"), "vero", NULL, 0 },
	{ P("«relazione.metodo»"), "", NULL, 0 },
	{ P("«relazione.metodo» vero"), "vero", NULL, 0 },
	{ P("«relazione.fonti»"), "«relazione.fonti»", NULL, 0 },
	{ P("a\xe2\x80\xae" "b e\xcc\x80"), "ab è", NULL, 0 },
};

static void
lines(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(righe); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *n;

		assert_string_equal(testo(a, righe[i].odt), righe[i].testo);
		n = letto(a, arena_printf(a, "<text:section text:name='x'>%s"
		    "</text:section>", righe[i].odt));
		if (dette(n) != (righe[i].che != NULL) ||
		    (righe[i].che != NULL &&
		    volte(n, righe[i].che) != righe[i].volte))
			fail_msg("%s\n%s", righe[i].odt, scritto(a, n));
	}
}

/* ---- blocks ---- */

#define H(x) "<text:h text:style-name='Cartella_Titolo' " \
	"text:outline-level='3'>" x "</text:h>"
#define ELENCO(stile, x) "<text:list text:style-name='" stile "'>" x \
	"</text:list>"
#define VOCE(x) "<text:list-item>" x "</text:list-item>"
#define CELLA(x) "<table:table-cell>" x "</table:table-cell>"
#define RIGA(x) "<table:table-row>" x "</table:table-row>"

static const struct {
	const char *odt, *testo, *che;
} blocchi[] = {
	{ H("Uno " SPAN("Cartella_Corsivo", "due")) P("a"), "# Uno _due_\n\na",
	    NULL },
	{ H("a") "<text:h text:outline-level='4'>b</text:h>", "# a\n\n# b",
	    "livelli" },
	{ H("a<text:line-break/>b"), "# a b", "a-capo" },
	{ ELENCO("Cartella_Elenco", VOCE(P("a")) VOCE(P("")) VOCE(P("b"))),
	    "- a\n- b", NULL },
	{ ELENCO("Cartella_Numeri", VOCE(P("a")) VOCE(P("b"))), "1. a\n2. b",
	    NULL },
	{ ELENCO("L1", VOCE(P("a"))), "- a", NULL },
	{ ELENCO("L3", VOCE(P("a"))), "1. a", "numerazioni" },
	{ ELENCO("Manca", VOCE(P("a"))), "- a", NULL },
	{ ELENCO("Cartella_Numeri", VOCE(P("a") "<text:list>" VOCE(P("x"))
	    "</text:list>") VOCE(P("b"))), "1. a\n\n- x\n\n1. b", "elenchi" },
	{ ELENCO("Cartella_Elenco", VOCE(P("a") P("b"))), "- a b",
	    "capoversi" },
	{ ELENCO("Cartella_Elenco", "<text:list-header>" P("t")
	    "</text:list-header>" VOCE(P("a"))), "t\n\n- a", NULL },
	{ ELENCO("Cartella_Numeri", VOCE(P("a"))) P("x") "<text:list "
	    "text:style-name='Cartella_Numeri' text:continue-numbering='true'>"
	    VOCE(P("b")) "</text:list>", "1. a\n\nx\n\n1. b", "numerazioni" },
	{ "<table:table><table:table-column/>" RIGA(CELLA(P("a")) CELLA(P("b")))
	    RIGA(CELLA(P("")) CELLA(P("d"))) "</table:table>",
	    "| a | b |\n|  | d |", NULL },
	{ "<table:table><table:table-header-rows>" RIGA(CELLA(P("a")))
	    "</table:table-header-rows>" RIGA(CELLA(P("b"))) "</table:table>",
	    "| *a* |\n| b |", NULL },
	{ "<table:table>" RIGA(CELLA("<text:p text:style-name="
	    "'Table_20_Heading'>a</text:p>")) "</table:table>", "| *a* |",
	    NULL },
	{ "<table:table>" RIGA("<table:table-cell table:number-columns-spanned"
	    "='2'>" P("a") "</table:table-cell><table:covered-table-cell/>")
	    RIGA(CELLA(P("b")) CELLA(P("c"))) "</table:table>",
	    "| a |  |\n| b | c |", "celle-unite" },
	{ "<table:table>" RIGA(CELLA(P("a") P("b"))) "</table:table>",
	    "| a b |", "capoversi" },
	{ "<table:table>" RIGA(CELLA(P("a") "<table:table>" RIGA(CELLA("")
	    CELLA("")) "</table:table>")) "</table:table>", "| a |",
	    "tabelle" },
	{ "<table:table>" RIGA(CELLA(P("a")) "<table:table-cell "
	    "table:number-columns-repeated='999999999'/>") RIGA(CELLA(P("b")))
	    "</table:table>", "| a |  |  |  |  |  |  |  |  |  |  |  |  |  |  |"
	    "  |  |  |  |  |\n| b |  |  |  |  |  |  |  |  |  |  |  |  |  |  |"
	    "  |  |  |  |  |", NULL },
	{ "<table:table>" RIGA(CELLA(P(""))) "</table:table>", "", NULL },
	{ "<text:section text:name='Sezione1'>" P("dentro") "</text:section>",
	    "dentro", NULL },
	{ "<text:table-of-content><text:index-body>" P("i")
	    "</text:index-body></text:table-of-content>", "i", NULL },
	{ "<text:tracked-changes><text:changed-region><text:deletion>"
	    P("tolto") "</text:deletion></text:changed-region>"
	    "</text:tracked-changes>" P("a<text:change text:change-id='1'/>"),
	    "a", "revisioni" },
};

static void
block_kinds(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(blocchi); i++) {
		AUTO(arena) a = arena_new();
		struct nodo *n = letto(a, arena_printf(a, "<text:section "
		    "text:name='relazione.metodo'>%s</text:section>",
		    blocchi[i].odt));

		assert_string_equal(prosa_text(a, nodo_child(n, "sezione")),
		    blocchi[i].testo);
		if (dette(n) != (blocchi[i].che != NULL) ||
		    (blocchi[i].che != NULL && volte(n, blocchi[i].che) != 1))
			fail_msg("%s\n%s", blocchi[i].odt, scritto(a, n));
	}
}

/* ---- sections, data ---- */

#define SEZIONE(nome, x) "<text:section text:name='" nome "'>" x \
	"</text:section>"

static void
section_names(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = letto(a, P("fuori")
	    SEZIONE("Tutto", P("a") SEZIONE("relazione.metodo", P("b")
	    SEZIONE("Parte", P("c")) SEZIONE("relazione.fonti2", P("d"))))
	    SEZIONE("relazione.fonti", ""));

	(void)state;
	assert_string_equal(scritto(a, n), "<sezioni xmlns=\"urn:cartella:1\">\n"
	    "  <sezione nome=\"Tutto\">\n    <p>a</p>\n  </sezione>\n"
	    "  <sezione nome=\"relazione.metodo\">\n    <p>b</p>\n"
	    "    <p>c</p>\n  </sezione>\n"
	    "  <sezione nome=\"relazione.fonti\">\n    <p>d</p>\n"
	    "  </sezione>\n"
	    "  <sezione nome=\"relazione.fonti\"/>\n</sezioni>\n");
}

static void
own_data(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct nodo *n;

	(void)state;
	odt(&b, "", "<office:document-meta" SPAZI "><office:meta>"
	    "<meta:user-defined meta:name='cartella.numero'>CS-2026-0000001"
	    "</meta:user-defined><meta:user-defined meta:name='altro'>x"
	    "</meta:user-defined></office:meta></office:document-meta>");
	n = leggi(a, &b);
	assert_string_equal(scritto(a, n), "<sezioni xmlns=\"urn:cartella:1\">\n"
	    "  <dato nome=\"cartella.numero\">CS-2026-0000001</dato>\n"
	    "</sezioni>\n");
}

/* ---- what is no draft ---- */

static void
refused(const void *p, size_t n, const char *words)
{
	AUTO(arena) a = arena_new();
	struct nodo *out = NULL;

	err_clear();
	assert_int_equal(worker_rientro(&out, a, p, n), ERR_INVALID);
	assert_null(out);
	if (strstr(err_msg(), words) == NULL)
		fail_msg("«%s», non «%s»", err_msg(), words);
}

static void
refused_parts(const struct zip_part *p, int n, const char *words)
{
	AUTO_BUF b = { 0 };

	assert_int_equal(zip_write(&b, p, n), 0);
	refused(b.data, b.len, words);
}

#define CORPO(x) "<office:document-content" SPAZI "><office:body>" x \
	"</office:body></office:document-content>"
#define PARTE(nom, s) { .nome = nom, .p = s, .n = sizeof s - 1 }

static void
no_drafts(void **state)
{
	static const char big[] = "<a xmlns='" U "text:1.0'>";
	const struct zip_part mime = PARTE("mimetype", MIMETYPE);
	const struct zip_part other = PARTE("mimetype", "application/zip");
	const struct zip_part empty = PARTE("content.xml",
	    CORPO("<office:spreadsheet/>"));
	const struct zip_part bad = PARTE("content.xml", "<a>");
	const struct zip_part entity = PARTE("content.xml", "<!DOCTYPE a ["
	    "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
	const struct zip_part locked = PARTE("META-INF/manifest.xml",
	    "<m><manifest:encryption-data/></m>");
	AUTO_BUF zeros = { 0 };
	AUTO_BUF b = { 0 };
	struct zip_part bomb;
	int i;

	(void)state;
	refused("", 0, "Writer");
	refused("PK, ma non troppo", 17, "Writer");
	refused_parts((const struct zip_part[]){ other, empty }, 2, "Writer");
	refused_parts((const struct zip_part[]){ mime }, 1, "content.xml");
	refused_parts((const struct zip_part[]){ mime, empty }, 2,
	    "content.xml non è un testo");
	refused_parts((const struct zip_part[]){ mime, bad }, 2,
	    "content.xml");
	refused_parts((const struct zip_part[]){ mime, entity }, 2,
	    "content.xml");
	refused_parts((const struct zip_part[]){ mime, empty, locked }, 3,
	    "password");
	assert_int_equal(zip_write(&b, (const struct zip_part[]){ mime, empty },
	    2), 0);
	buf_puts(&zeros, big);
	for (i = 0; i < 17 * 1024; i++) {
		char blank[1024];

		memset(blank, ' ', sizeof blank);
		buf_append(&zeros, blank, sizeof blank);
	}
	bomb = (struct zip_part){ .nome = "content.xml", .p = zeros.data,
	    .n = zeros.len };
	refused_parts((const struct zip_part[]){ mime, bomb }, 2,
	    "content.xml");
	refused(b.data, b.len - 1, "Writer");
}

/* ---- there and back ---- */

static uint32_t seme;

static uint32_t
caso(uint32_t n)
{
	seme = seme * 1664525u + 1013904223u;
	return (seme >> 8) % n;
}

static const char *
parola(void)
{
	static const char *const parole[] = { "perché", "è", "l’assistente",
	    "l'educatrice", "€ 1.200,00", "«così»", "“detto”", "a  b",
	    "città,", "(n. 3)", "art. 473-bis.27", "<b>", "&amp;", "*", "_x_",
	    "100%", "Nuñez", "ÀÈÌÒÙ", "12/03/2026", "- no", "1. uno", "…", "—",
	    "la", "madre", "riferisce", "che", "padre", "minore", "scuola" };

	return parole[caso(NELEM(parole))];
}

static void
qualche_parola(struct arena *a, struct nodo *n, int livello)
{
	int i, many = 1 + (int)caso(livello == 0 ? 12 : 4);

	for (i = 0; i < many; i++) {
		if (livello < 3 && caso(5) == 0)
			qualche_parola(a, nodo_elem(a, n, caso(2) ? "b" : "i"),
			    livello + 1);
		else
			nodo_text(a, n, parola());
		if (caso(6) != 0)
			nodo_text(a, n, caso(9) == 0 ? "  " : " ");
	}
}

static void
una_tabella(struct arena *a, struct nodo *n)
{
	int i, j, righe_n = 1 + (int)caso(4), celle = 1 + (int)caso(4);
	struct nodo *riga;

	for (i = 0; i < righe_n; i++) {
		riga = nodo_elem(a, n, "riga");
		for (j = 0; j < celle; j++) {
			struct nodo *c = nodo_elem(a, riga, "cella");

			if (caso(6) != 0)
				qualche_parola(a, c, 1);
		}
	}
}

static struct nodo *
una_prosa(struct arena *a)
{
	static const char *const nomi[] = { "p", "p", "p", "titolo", "voce",
	    "voce", "punto", "punto", "tabella" };
	struct nodo *n = nodo_new(a, "sezione");
	int i, j, many = 1 + (int)caso(8);
	const char *nome;

	for (i = 0; i < many; i++) {
		nome = nomi[caso(NELEM(nomi))];
		if (strcmp(nome, "tabella") == 0) {
			una_tabella(a, nodo_elem(a, n, nome));
			continue;
		}
		for (j = (int)caso(3); j >= 0; j--)
			qualche_parola(a, nodo_elem(a, n, nome), 0);
		/* one line longer than a page is wide, many times */
		if (caso(10) == 0)
			for (j = 0; j < 60; j++)
				qualche_parola(a, n->ultimo, 0);
	}
	return prosa_normale(a, n);
}

static void
stampa_testo(struct buf *out, const char *s)
{
	static const char *const escape[] = { "&amp;", "&lt;", "&gt;" };
	const char *p;
	int n;

	for (; *s != '\0'; s++) {
		if (*s == ' ' && s[1] == ' ') {
			for (n = 0; s[n] == ' '; n++)
				continue;
			buf_printf(out, " <text:s text:c='%d'/>", n - 1);
			s += n - 1;
		} else if ((p = strchr("&<>", *s)) != NULL) {
			buf_puts(out, escape[p - "&<>"]);
		} else {
			buf_putc(out, *s);
		}
	}
}

static void
stampa_riga(struct buf *out, const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL) {
			stampa_testo(out, c->testo);
			continue;
		}
		buf_printf(out, "<text:span text:style-name='Cartella_%s'>",
		    c->nome[0] == 'b' ? "Grassetto" : "Corsivo");
		stampa_riga(out, c);
		buf_puts(out, "</text:span>");
	}
}

static void
stampa_blocco(struct buf *out, const struct nodo *c)
{
	const struct nodo *r, *x;

	if (strcmp(c->nome, "tabella") == 0) {
		buf_puts(out, "<table:table><table:table-column "
		    "table:number-columns-repeated='");
		for (x = nodo_find(c, "riga/cella"); x->prec != NULL; )
			x = x->prec;
		{
			int i = 0;

			for (; x != NULL; x = x->succ)
				i++;
			buf_printf(out, "%d'/>", i);
		}
		for (r = c->primo; r != NULL; r = r->succ) {
			buf_puts(out, "<table:table-row>");
			for (x = r->primo; x != NULL; x = x->succ) {
				buf_puts(out, "<table:table-cell><text:p "
				    "text:style-name='Cartella_Testo'>");
				stampa_riga(out, x);
				buf_puts(out, "</text:p></table:table-cell>");
			}
			buf_puts(out, "</table:table-row>");
		}
		buf_puts(out, "</table:table>");
		return;
	}
	if (strcmp(c->nome, "titolo") == 0)
		buf_puts(out, "<text:h text:style-name='Cartella_Titolo' "
		    "text:outline-level='3'>");
	else
		buf_puts(out, "<text:p text:style-name='Cartella_Testo'>");
	stampa_riga(out, c);
	buf_puts(out, strcmp(c->nome, "titolo") == 0 ? "</text:h>" :
	    "</text:p>");
}

static void
stampa_prosa(struct buf *out, const struct nodo *n)
{
	const struct nodo *c;
	const char *stile;

	for (c = n->primo; c != NULL; c = c->succ) {
		stile = strcmp(c->nome, "voce") == 0 ? "Cartella_Elenco" :
		    strcmp(c->nome, "punto") == 0 ? "Cartella_Numeri" : NULL;
		if (stile == NULL) {
			stampa_blocco(out, c);
			continue;
		}
		if (c->prec == NULL || strcmp(c->prec->nome, c->nome) != 0)
			buf_printf(out, "<text:list text:style-name='%s'>",
			    stile);
		buf_puts(out, "<text:list-item>");
		stampa_blocco(out, c);
		buf_puts(out, "</text:list-item>");
		if (c->succ == NULL || strcmp(c->succ->nome, c->nome) != 0)
			buf_puts(out, "</text:list>");
	}
}

#define SEZIONI 40

/* A draft of many sections; the prosa of each. */
static void
una_bozza(struct buf *out, struct nodo **prose, struct arena *a, uint32_t inizio)
{
	AUTO_BUF b = { 0 };
	int i;

	seme = inizio;
	for (i = 0; i < SEZIONI; i++) {
		prose[i] = una_prosa(a);
		nodo_set(a, prose[i], "nome", arena_printf(a, "campo-%c%c",
		    'a' + i / 20, 'a' + i % 20));
		buf_printf(&b, "<text:p>fuori</text:p><text:section "
		    "text:style-name='Sect1' text:name='%s'>",
		    nodo_attr(prose[i], "nome"));
		stampa_prosa(&b, prose[i]);
		if (prose[i]->primo == NULL)
			buf_puts(&b, "<text:p/>");
		buf_puts(&b, "</text:section>");
	}
	odt(out, buf_str(&b), "");
}

static void
uguali(struct arena *a, struct nodo *letta, struct nodo **prose)
{
	const struct nodo *c = nodo_child(letta, "sezione");
	int i;

	for (i = 0; i < SEZIONI; i++, c = nodo_next(c, "sezione")) {
		assert_non_null(c);
		assert_string_equal(scritto(a, c), scritto(a, prose[i]));
	}
	if (dette(letta) != 0)
		fail_msg("%s", scritto(a, nodo_child(letta, "tralasciato")));
}

static void
there_and_back(void **state)
{
	uint32_t i;

	(void)state;
	for (i = 1; i <= 20; i++) {
		AUTO(arena) a = arena_new();
		struct nodo *prose[SEZIONI];
		AUTO_BUF b = { 0 };

		una_bozza(&b, prose, a, i * 7919u);
		uguali(a, leggi(a, &b), prose);
	}
}

/* By a model, as the atto `bozza` does. */
static void
by_a_model(void **state)
{
	static const char *const campi[] = { "fonti", "fatti-accertati",
	    "dichiarazioni", "valutazioni", "metodo", "proposta" };
	const struct buf *modello;
	uint32_t i;
	size_t j;

	(void)state;
	assert_int_equal(modello_spedito(&modello, "relazione-esito"), 0);
	for (i = 1; i <= 30; i++) {
		AUTO(arena) a = arena_new();
		struct nodo *dati = nodo_new(a, "bozza"), *manca, *letta;
		struct nodo *doc = nodo_elem(a, dati, "relazione"), *prosa;
		struct nodo *letto_qui;
		const struct nodo *c;
		AUTO_BUF b = { 0 };

		seme = i * 104729u;
		for (j = 0; j < NELEM(campi); j++) {
			prosa = una_prosa(a);
			prosa->nome = campi[j];
			nodo_add(doc, prosa);
		}
		assert_int_equal(modello_riempi(&b, &manca, a, modello->data,
		    modello->len, dati, "Prova", RIEMPI_BOZZA), 0);
		letta = leggi(a, &b);
		for (j = 0; j < NELEM(campi); j++) {
			for (c = nodo_child(letta, "sezione"); c != NULL &&
			    strcmp(nodo_attr(c, "nome") + 10, campi[j]) != 0;)
				c = nodo_next(c, "sezione");
			prosa = nodo_child(doc, campi[j]);
			if (prosa->primo == NULL)
				continue;
			assert_non_null(c);
			letto_qui = nodo_copy(a, c);
			letto_qui->nome = campi[j];
			nodo_set(a, letto_qui, "nome", NULL);
			assert_string_equal(scritto(a, letto_qui),
			    scritto(a, prosa));
		}
		assert_int_equal(dette(letta), 0);
	}
}

#define BOZZE 2

/* Opened and saved by Writer itself, all in one call. */
static void
through_writer(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *prose[BOZZE][SEZIONI];
	const char *cmd;
	char *dir;
	int i;

	(void)state;
	assert_int_equal(dir_temporary(&dir, a), 0);
	for (i = 0; i < BOZZE; i++) {
		AUTO_BUF b = { 0 };
		FILE *f = fopen(arena_printf(a, "%s/%d.odt", dir, i), "w");

		una_bozza(&b, prose[i], a, 1000003u * (uint32_t)(i + 1));
		assert_non_null(f);
		assert_int_equal(fwrite(b.data, 1, b.len, f), b.len);
		assert_int_equal(fclose(f), 0);
	}
	cmd = arena_printf(a, "mkdir -p %s/profilo/user && sed 's/@VERSIONE@/7.4/' "
	    "templates/libreoffice/registrymodifications.xcu >%s/profilo/user/"
	    "registrymodifications.xcu && HOME=%s soffice -env:UserInstallation=file://%s/"
	    "profilo --headless --convert-to odt --outdir %s/fuori %s/*.odt "
	    ">%s/log 2>&1", dir, dir, dir, dir, dir, dir, dir);
	assert_int_equal(system(cmd), 0);
	for (i = 0; i < BOZZE; i++) {
		const char *path = arena_printf(a, "%s/fuori/%d.odt", dir, i);
		AUTO_BUF b = { 0 };
		struct nodo *n = NULL;

		assert_int_equal(file_read(&b, path, RIENTRO_MAX), 0);
		if (worker_rientro(&n, a, b.data, b.len) != 0)
			fail_msg("%s", err_msg());
		uguali(a, n, prose[i]);
	}
	assert_int_equal(dir_remove(dir), 0);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
		cmocka_unit_test(block_kinds),
		cmocka_unit_test(section_names),
		cmocka_unit_test(own_data),
		cmocka_unit_test(no_drafts),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(by_a_model),
		cmocka_unit_test(through_writer),
	};

	if (argc > 2 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

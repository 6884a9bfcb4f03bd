/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a PDF of ours says of itself, and whether it is so: a real one, then the
 * same with one thing changed in it and the file put right around the change
 * (qpdf --qdf, fix-qdf), so that only that thing can be the reason.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "odt.h"
#include "resa/interno.h"
#include "resa/resa.h"
#include "strumenti.h"
#include "worker/convertitore.h"
#include "worker/worker.h"

#define TESTO "<text:h text:outline-level=\"1\">Capo</text:h>" \
	"<text:p>Si comunica che, perch\u00e9 s\u00ec.</text:p>" \
	"<text:h text:outline-level=\"2\">Sezione</text:h>" \
	"<text:p>Fine.</text:p>"

static struct buf vero;		/* the PDF */
static struct buf piano;	/* the same, as qpdf --qdf writes it */

static int
setup(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 };
	char *dir, *path;

	(void)state;
	odt_write(&odt, "Prova &amp; riprova", TESTO);
	assert_int_equal(worker_pdf(&vero, odt.data, odt.len), 0);
	assert_int_equal(dir_temporary(&dir, a), 0);
	path = arena_printf(a, "%s/vero.pdf", dir);
	assert_int_equal(file_put(path, vero.data, vero.len, 0600), 0);
	assert_int_equal(tool_run(&piano, (const char *const[]){
	    "/usr/bin/qpdf", "--qdf", "--object-streams=disable",
	    "--no-original-object-ids", path, "-", NULL }), 0);
	return dir_remove(dir);
}

static int
teardown(void **state)
{
	(void)state;
	convertitore_stop();
	buf_free(&vero);
	buf_free(&piano);
	return 0;
}

/* The real one with `was`, which must be there, changed into `is`. */
static void
altered(struct buf *out, const char *was, const char *is)
{
	static const char *const argv[] = { "/usr/bin/fix-qdf", NULL };
	const char *at = memmem(piano.data, piano.len, was, strlen(was));
	AUTO_BUF text = { 0 };
	struct process p = { .argv = argv, .out_max = 1 << 24, .seconds = 60 };
	size_t head;

	if (at == NULL)
		fail_msg("non c'è: %s", was);
	head = (size_t)(at - piano.data);
	buf_append(&text, piano.data, head);
	buf_puts(&text, is);
	buf_append(&text, at + strlen(was), piano.len - head - strlen(was));
	p.in = text.data;
	p.in_len = text.len;
	buf_clear(out);
	assert_int_equal(process_run(out, NULL, &p), 0);
}

static void
claims_all(void **state)
{
	AUTO_BUF pdf = { 0 };

	(void)state;
	assert_int_equal(resa_pdfa_check(vero.data, vero.len), 0);
	assert_non_null(memmem(vero.data, vero.len, "<pdfuaid:part>1<", 16));
	/* the road of the alterations changes nothing by itself */
	altered(&pdf, "/Lang (it-IT)", "/Lang (it)");
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
	altered(&pdf, "/Type /Catalog", "/Type /Catalog /RoleMap << /EF /P "
	    "/JavaScript /P /JS /P /AA /P >>");
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
}

#define APRE "/OpenAction ["
#define APRE_COSI "/Altro ["
#define CATALOGO "/Type /Catalog"
#define PAGINA "/Type /Page\n"
#define NOMI(x) CATALOGO " /Names << " x " >>"
#define ALTRO_FONT "/Font << /X << /Subtype /Type1 /BaseFont /Helvetica >> >>"

static const struct {
	const char *was, *is, *says;
} alterazioni[] = {
	{ "<pdfaid:part>2", "<pdfaid:part>3", "PDF/A-2" },
	{ "<pdfaid:conformance>B", "<pdfaid:conformance>U", "conformità B" },
	{ "http://www.aiim.org/pdfa/ns/id/", "http://esempio/", "PDF/A-2" },
	{ "/Metadata ", "/Metadati ", "XMP" },
	{ "<dc:title>", "<dc:titolo>", "titolo" },
	{ ">Prova &amp; riprova<", "> <", "titolo" },
	{ "<pdfuaid:part>1", "<pdfuaid:part>2", "non è la 1" },
	{ "<pdfaExtension:schemas>", "<pdfaExtension:x>", "pdfaExtension" },
	{ "<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>altro",
	    "pdfaExtension" },
	{ "<pdfaSchema:namespaceURI>", "<pdfaSchema:namespaceURI>x",
	    "pdfaExtension" },
	{ "/Lang (it-IT)", "/Lang ()", "lingua" },
	{ "/Lang (it-IT)", "/Lang /it", "lingua" },
	{ "/Lang (it-IT)", "", "lingua" },
	{ "/Marked true", "/Marked false", "strutturato" },
	{ "/MarkInfo <<", "/Altro <<", "strutturato" },
	{ "/StructTreeRoot ", "/AltroAlbero ", "strutturato" },
	{ "/OutputIntents ", "/AltriIntenti ", "OutputIntent" },
	{ "/GTS_PDFA1", "/GTS_PDFX", "OutputIntent" },
	{ "/DestOutputProfile ", "/AltroProfilo ", "OutputIntent" },
	{ "/FontFile2 ", "/FontFile9 ", "carattere" },
	{ "  /FontDescriptor ", "  /Altro ", "carattere" },
	{ "  /Font ", ALTRO_FONT " /AltriFont ", "carattere" },
	{ PAGINA, PAGINA " /X << /XObject << /Y << /Resources << " ALTRO_FONT
	    " >> >> >> >>", "carattere" },
	{ CATALOGO, CATALOGO " /AcroForm << /DR << " ALTRO_FONT " >> >>",
	    "carattere" },
	{ CATALOGO, CATALOGO " /X << /Type /Font /Subtype /Type0 "
	    "/DescendantFonts [ << /Subtype /CIDFontType2 >> ] >>",
	    "carattere" },
	{ APRE, "/OpenAction << /S /JavaScript /JS (app.alert) >> "
	    APRE_COSI, "JavaScript" },
	{ APRE, "/OpenAction << /S /Launch /F (a) >> " APRE_COSI, "Launch" },
	{ APRE, "/OpenAction << /S /URI /URI (a) /Next << /S /SubmitForm >> "
	    ">> " APRE_COSI, "SubmitForm" },
	{ CATALOGO, NOMI("/JavaScript << /Names [ (a) << >> ] >>"),
	    "JavaScript" },
	{ CATALOGO, CATALOGO " /X << /JS (app.alert) >>", "JavaScript" },
	{ CATALOGO, NOMI("/EmbeddedFiles << /Names [ ] >>"), "altri file" },
	{ CATALOGO, CATALOGO " /AF [ << /Type /Filespec /EF << >> >> ]",
	    "altri file" },
	{ PAGINA, PAGINA " /AA << /O << /S /Named /N /Print >> >> ",
	    "azioni automatiche" },
	{ CATALOGO, CATALOGO " /X [ << /Type /Annot /Subtype /RichMedia >> ]",
	    "annotazione" },
	/* PDF/UA */
	{ "/DisplayDocTitle true", "/DisplayDocTitle false", "non mostra" },
	{ "/ViewerPreferences <<", "/Altro <<", "non mostra" },
	{ PAGINA, PAGINA " /Annots [ << /Type /Annot /Subtype /Link >> ]",
	    "collegamenti" },
	{ "/S /H1", "/S /H3", "saltano" },
	{ "/S /H1", "/S /Note", "note" },
	{ "/S /H1", "/S /Figure", "immagine" },
	{ "/S /H1", "/S /Form", "campi" },
	{ "/Standard /P", "/Standard /Y /Y /Note", "note" },
};

static void
refuses_altered(void **state)
{
	AUTO_BUF pdf = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(alterazioni); i++) {
		altered(&pdf, alterazioni[i].was, alterazioni[i].is);
		err_clear();
		if (resa_pdfa_check(pdf.data, pdf.len) != ERR_INVALID ||
		    strstr(err_msg(), alterazioni[i].says) == NULL)
			fail_msg("%s → %s: %s", alterazioni[i].was,
			    alterazioni[i].is, err_msg());
	}
}

/* What only reading everything shows: a stream that does not unpack. */
static void
refuses_damaged(void **state)
{
	AUTO_BUF pdf = { 0 };
	char *at;

	(void)state;
	buf_append(&pdf, vero.data, vero.len);
	at = memmem(pdf.data, pdf.len, "FlateDecode>>", 13);
	assert_non_null(at);
	at = memmem(at, 200, "stream", 6);
	assert_non_null(at);
	memset(at + 30, 'x', 8);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non leggibile"));
	assert_int_equal(resa_pdfa_check(vero.data, vero.len / 2),
	    ERR_INVALID);
	assert_int_equal(resa_pdfa_check(vero.data, 0), ERR_INVALID);
}

/* ---- when PDF/UA is not claimed ---- */

#define P(x) "<text:p>" x "</text:p>"
#define H(n) "<text:h text:outline-level=\"" n "\">Titolo</text:h>"
#define QUADRO(x) P("<draw:frame text:anchor-type=\"as-char\" " \
	"svg:width=\"2cm\" svg:height=\"1cm\"><draw:image><office:binary-data>" \
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEA" \
	"G7buVgAAAABJRU5ErkJggg==</office:binary-data></draw:image>" x \
	"</draw:frame>")

static const struct {
	const char *corpo;
	bool ua;
} corpi[] = {
	{ TESTO, true },
	{ P("Uno") "<table:table><table:table-column/><table:table-header-rows>"
	    "<table:table-row><table:table-cell>" P("A") "</table:table-cell>"
	    "</table:table-row></table:table-header-rows><table:table-row>"
	    "<table:table-cell>" P("1") "</table:table-cell></table:table-row>"
	    "</table:table><text:list><text:list-item>" P("voce")
	    "</text:list-item></text:list>", true },
	{ QUADRO("<svg:title>Lo stemma</svg:title>"), true },
	{ QUADRO(""), false },
	{ P("<text:a xlink:type=\"simple\" xlink:href=\"https://x.example/\">"
	    "qui</text:a>"), false },
	{ P("a<text:note text:note-class=\"footnote\"><text:note-citation>1"
	    "</text:note-citation><text:note-body>" P("nota")
	    "</text:note-body></text:note>"), false },
	{ P("<text:bookmark text:name=\"s\"/>qui") P("vedi <text:bookmark-ref "
	    "text:reference-format=\"page\" text:ref-name=\"s\">1"
	    "</text:bookmark-ref>"), false },
	{ H("1") H("3"), false },
	{ H("2"), false },
};

static void
claims_what_is_so(void **state)
{
	AUTO_BUF odt = { 0 }, pdf = { 0 };
	bool said;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(corpi); i++) {
		odt_write(&odt, "Titolo", corpi[i].corpo);
		buf_clear(&pdf);
		if (worker_pdf(&pdf, odt.data, odt.len) != 0)
			fail_msg("%s: %s", corpi[i].corpo, err_msg());
		said = memmem(pdf.data, pdf.len, "pdfuaid:part>1", 14) != NULL;
		if (said != corpi[i].ua ||
		    said != (memmem(pdf.data, pdf.len, "pdfuaid", 7) != NULL))
			fail_msg("%s: %d", corpi[i].corpo, said);
		assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
	}
}

/* ---- the packet ---- */

#define TESTA "<?xpacket begin=\"\" id=\"W\"?>\n<x:xmpmeta><rdf:RDF>\n"
#define UA_DETTO " <rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"" \
	"http://www.aiim.org/pdfua/ns/id/\">\n<pdfuaid:part>1</pdfuaid:part>\n" \
	"</rdf:Description>"
#define CODA "\n</rdf:RDF></x:xmpmeta>\n"

/* The packet with n blanks behind it, between other bytes. */
static int
packet(struct buf *pdf, const char *meta, size_t n, const char *altro,
    bool vale)
{
	AUTO_BUF xmp = { 0 };

	buf_puts(&xmp, meta);
	while (n-- > 0)
		buf_putc(&xmp, ' ');
	buf_puts(&xmp, "<?xpacket end=\"w\"?>");
	buf_clear(pdf);
	buf_puts(pdf, "prima ");
	buf_append(pdf, xmp.data, xmp.len);
	buf_puts(pdf, " dopo");
	buf_puts(pdf, altro != NULL ? altro : buf_str(&xmp));
	return xmp_ua(pdf, &xmp, vale);
}

static void
packet_in_place(void **state)
{
	AUTO_BUF pdf = { 0 };
	size_t n;

	(void)state;
	assert_int_equal(packet(&pdf, TESTA UA_DETTO CODA, 2000, "", true), 0);
	n = pdf.len;
	assert_int_equal(n, 6 + strlen(TESTA UA_DETTO CODA) + 2000 + 19 + 5);
	assert_memory_equal(pdf.data, "prima <?xpacket begin", 21);
	assert_memory_equal(pdf.data + n - 24, "<?xpacket end=\"w\"?> dopo", 24);
	assert_non_null(strstr(pdf.data, "<pdfuaid:part>1<"));
	assert_non_null(strstr(pdf.data, "pdfaProperty:valueType>Integer"));
	assert_non_null(strstr(pdf.data, "\n</rdf:RDF></x:xmpmeta>"));
	assert_int_equal(packet(&pdf, TESTA UA_DETTO CODA, 0, "", false), 0);
	assert_int_equal(pdf.len, n - 2000);
	assert_memory_equal(pdf.data + n - 2024, "<?xpacket end=\"w\"?> dopo",
	    24);
	assert_null(strstr(pdf.data, "pdfuaid"));
	assert_non_null(strstr(pdf.data, TESTA "\n</rdf:RDF></x:xmpmeta>"));
	/* what was escaped twice is escaped once, and no more than that */
	assert_int_equal(packet(&pdf, TESTA "A &amp;amp; B &amp;lt;c&amp;#62; "
	    "&amp; &lt;" UA_DETTO CODA, 2000, "", true), 0);
	assert_non_null(strstr(pdf.data, "A &amp; B &lt;c&#62; &amp; &lt; <"));
}

static void
packet_refuses(void **state)
{
	AUTO_BUF pdf = { 0 }, xmp = { 0 };
	size_t n;

	(void)state;
	/* as many bytes as it takes are enough, one less is not */
	for (n = 0; packet(&pdf, TESTA UA_DETTO CODA, n, "", true) != 0; n++) {
		assert_non_null(strstr(err_msg(), "spazio"));
		assert_true(n < 2000);
	}
	assert_in_range(n, 800, 1300);
	/* twice in the file */
	assert_int_equal(packet(&pdf, TESTA UA_DETTO CODA, 2000, NULL, true),
	    ERR_FAULT);
	/* no claim to complete; something behind the packet; no end */
	assert_int_equal(packet(&pdf, TESTA CODA, 2000, "", true), ERR_FAULT);
	assert_int_equal(packet(&pdf, TESTA UA_DETTO CODA "x", 2000, "", true),
	    ERR_FAULT);
	assert_int_equal(packet(&pdf, TESTA UA_DETTO, 2000, "", true),
	    ERR_FAULT);
	assert_int_equal(packet(&pdf, TESTA UA_DETTO UA_DETTO CODA, 2000, "",
	    true), ERR_FAULT);
	/* packed in a stream: not to be found in the file */
	buf_puts(&xmp, TESTA UA_DETTO CODA "<?xpacket end=\"w\"?>");
	assert_int_equal(xmp_ua(&pdf, &xmp, true), ERR_FAULT);
}

/* ---- always the same ---- */

#define ORA "2026-11-20T10:15:30+01:00"

static void
made_at(struct buf *pdf, const char *testo, const char *ora)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, whole = { 0 };
	struct nodo *words = nodo_new(a, "parole");

	nodo_elem_text(a, words, "creata", ora);
	odt_write(&odt, "Prova &amp; riprova", testo);
	buf_clear(pdf);
	assert_int_equal(resa_aggiungi(&whole, odt.data, odt.len, words), 0);
	if (worker_pdf(pdf, whole.data, whole.len) != 0)
		fail_msg("%s", err_msg());
}

static bool
holds(const struct buf *b, const char *s)
{
	return memmem(b->data, b->len, s, strlen(s)) != NULL;
}

static void
fixed(void **state)
{
	AUTO_BUF one = { 0 }, two = { 0 };

	(void)state;
	made_at(&one, TESTO, ORA);
	assert_int_equal(resa_pdfa_check(one.data, one.len), 0);
	assert_true(holds(&one, "<xmp:CreateDate>2026-11-20T09:15:30Z<"));
	assert_true(holds(&one, "<pdfuaid:part>1<"));
	assert_false(holds(&one, "DocChecksum"));
	/* another second, another LibreOffice, the same hour in other words */
	convertitore_stop();
	sleep(1);
	made_at(&two, "<text:p>Altro.</text:p>", ORA);
	assert_true(two.len != one.len);
	made_at(&two, TESTO, "2026-11-20T09:15:30Z");
	assert_int_equal(two.len, one.len);
	assert_memory_equal(two.data, one.data, one.len);
	/* a second later it is another */
	made_at(&two, TESTO, "2026-11-20T10:15:31+01:00");
	assert_true(two.len != one.len ||
	    memcmp(two.data, one.data, one.len) != 0);
}

/* What is not where LibreOffice puts it. */
static void
fixed_refuses(void **state)
{
	static const char *const odd[][3] = {
		{ "<xmp:CreateDate>", "<xmp:Createdata>", "xmp:CreateDate" },
		{ "</xmp:CreateDate>", "<xmp:CreateDate>", "xmp:CreateDate" },
		{ "</xmp:CreateDate>", "</xmp:Createdata>", "xmp:CreateDate" },
		{ "/Info ", "/Infa ", "/Info" },
		{ "/OutputIntents ", "/Outputintents ", "/OutputIntents" },
		{ "/DestOutputProfile ", "/DestOutputProfile /X /Y ",
		    "/OutputIntents" },
	};
	AUTO_BUF pdf = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(odd); i++) {
		altered(&pdf, odd[i][0], odd[i][1]);
		assert_int_equal(pdf_fissa(&pdf, 0), ERR_FAULT);
		assert_non_null(strstr(err_msg(), odd[i][2]));
	}
	buf_clear(&pdf);
	buf_append(&pdf, vero.data, vero.len);
	assert_int_equal(pdf_fissa(&pdf, INT64_MAX / 2), ERR_INVALID);
	assert_memory_equal(pdf.data, vero.data, vero.len);
	assert_int_equal(pdf_fissa(&pdf, 0), 0);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
	buf_clear(&pdf);
	assert_int_equal(pdf_fissa(&pdf, 0), ERR_INVALID);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(claims_all),
		cmocka_unit_test(refuses_altered),
		cmocka_unit_test(refuses_damaged),
		cmocka_unit_test(claims_what_is_so),
		cmocka_unit_test(packet_in_place),
		cmocka_unit_test(packet_refuses),
		cmocka_unit_test(fixed),
		cmocka_unit_test(fixed_refuses),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, setup, teardown);
}

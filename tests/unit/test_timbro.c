/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The stamp on a copy and the claim of PDF/A, on PDFs written here by hand:
 * turned pages, boxes away from the origin, shared resources, damage.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "resa/resa.h"
#include "strumenti.h"

static const char *const righe[] = { "Comune di Città – c_b000",
    "Prot. 0000123/2026 del 20/11/2026", "perché «così» costò 5 €", NULL };

/* A PDF of the given objects (1, 2, …; NULL-ended), with its xref table. */
static void
pdf_make(struct buf *out, const char *const *object)
{
	size_t at[32], start;
	int i, n;

	buf_puts(out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
	for (n = 0; object[n] != NULL; n++) {
		at[n] = out->len;
		buf_printf(out, "%d 0 obj\n%s\nendobj\n", n + 1, object[n]);
	}
	start = out->len;
	buf_printf(out, "xref\n0 %d\n0000000000 65535 f \n", n + 1);
	for (i = 0; i < n; i++)
		buf_printf(out, "%010zu 00000 n \n", at[i]);
	buf_printf(out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n"
	    "%zu\n%%%%EOF\n", n + 1, start);
}

static const char *
stream(struct arena *a, const char *dict, const char *data)
{
	return arena_printf(a, "<< /Length %zu %s>>\nstream\n%s\nendstream",
	    strlen(data), dict, data);
}

/*
 * Two pages that share resources which they inherit; `extra` stands in the
 * first page, whose contents leave a turned coordinate system behind.
 */
static void
pdf_pages(struct buf *out, const char *extra)
{
	AUTO(arena) a = arena_new();
	const char *const object[] = {
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox "
		"[0 0 595 842] /Resources 5 0 R >>",
		arena_printf(a, "<< /Type /Page /Parent 2 0 R "
		    "/Contents [6 0 R 7 0 R] %s >>", extra),
		"<< /Type /Page /Parent 2 0 R /Contents 8 0 R >>",
		"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont "
		"/Courier >> >> >>",
		stream(a, "", "BT /F 12 Tf 150 250 Td (Primo testo) Tj"),
		stream(a, "", "ET 0 2 -2 0 300 100 cm"),
		stream(a, "", "BT /F 12 Tf 150 250 Td (Secondo testo) Tj ET"),
		NULL
	};

	pdf_make(out, object);
}

static char *
file_of(struct arena *a, const char *dir, const struct buf *pdf)
{
	char *path = arena_printf(a, "%s/prova.pdf", dir);

	assert_int_equal(file_put(path, pdf->data, pdf->len, 0600), 0);
	return path;
}

/* Where the first word of the stamp stands, in points from the top left of
 * page 1 as it is shown. */
static void
stamp_where(double *x, double *y, const char *path)
{
	AUTO_BUF html = { 0 };
	const char *word;

	assert_int_equal(tool_run(&html, (const char *const[]){
	    "/usr/bin/pdftotext", "-bbox", "-cropbox", "-l", "1", path, "-",
	    NULL }), 0);
	word = strstr(buf_str(&html), "\">Comune</word>");
	assert_non_null(word);
	while (strncmp(word, "<word", 5) != 0)
		word--;
	*x = strtod(strstr(word, "xMin=\"") + 6, NULL);
	*y = strtod(strstr(word, "yMin=\"") + 6, NULL);
}

static void
stamp_is_right(const char *extra, double width)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF pdf = { 0 }, out = { 0 }, again = { 0 }, said = { 0 };
	double x, y;
	char *dir, *path, *text;

	pdf_pages(&pdf, extra);
	assert_int_equal(resa_stamp(&out, pdf.data, pdf.len, righe, NULL), 0);
	assert_int_equal(resa_stamp(&again, pdf.data, pdf.len, righe, NULL), 0);
	assert_int_equal(out.len, again.len);
	assert_memory_equal(out.data, again.data, out.len);

	assert_int_equal(dir_temporary(&dir, a), 0);
	path = file_of(a, dir, &out);
	assert_int_equal(tool_run(&said, (const char *const[]){
	    "/usr/bin/qpdf", "--check", path, NULL }), 0);
	text = pdf_text(a, path, 1);
	assert_non_null(strstr(text, righe[0]));
	assert_non_null(strstr(text, righe[1]));
	assert_non_null(strstr(text, righe[2]));
	assert_non_null(strstr(text, "Primo testo"));
	text = pdf_text(a, path, 2);
	assert_non_null(strstr(text, "Secondo testo"));
	assert_null(strstr(text, "Prot."));

	stamp_where(&x, &y, path);
	/* top right, upright: 14 points from the edges, box 140 wide or so */
	if (y < 14 || y > 22 || x < width - 170 || x > width - 110)
		fail_msg("«%s»: timbro a %g, %g", extra, x, y);
	assert_int_equal(dir_remove(dir), 0);
}

static void
stamp_places(void **state)
{
	(void)state;
	stamp_is_right("", 595);
	stamp_is_right("/Rotate 90", 842);
	stamp_is_right("/Rotate 180", 595);
	stamp_is_right("/Rotate 270", 842);
	stamp_is_right("/Rotate -90", 842);
	stamp_is_right("/Rotate 450", 842);
	stamp_is_right("/MediaBox [100 200 500 700]", 400);
	stamp_is_right("/MediaBox [500 700 100 200] /Rotate 90", 500);
	stamp_is_right("/MediaBox [-100 -200 500 700] /Rotate 270", 900);
	stamp_is_right("/CropBox [100 100 500 600]", 400);
	stamp_is_right("/CropBox [100 100 500 600] /Rotate 90", 500);
	stamp_is_right("/CropBox [-50 -50 900.5 5000] /Rotate 180", 595);
}

static void
stamp_twice(void **state)
{
	static const char *const altro[] = { "Seconda segnatura", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF pdf = { 0 }, one = { 0 }, two = { 0 };
	char *dir, *text;

	(void)state;
	pdf_pages(&pdf, "");
	assert_int_equal(resa_stamp(&one, pdf.data, pdf.len, righe, NULL), 0);
	assert_int_equal(resa_stamp(&two, one.data, one.len, altro, NULL), 0);
	assert_int_equal(dir_temporary(&dir, a), 0);
	text = pdf_text(a, file_of(a, dir, &two), 1);
	assert_non_null(strstr(text, "Prot. 0000123/2026"));
	assert_non_null(strstr(text, "Seconda segnatura"));
	assert_non_null(strstr(text, "Primo testo"));
	assert_int_equal(dir_remove(dir), 0);
}

/* What WinAnsi has not becomes '?'; what PDF strings treat specially stays. */
static void
stamp_letters(void **state)
{
	static const char *const strane[] = { "(a\\b) <c> [d] %e", "Đžž Ω",
	    NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF pdf = { 0 }, out = { 0 };
	char *dir, *text;

	(void)state;
	pdf_pages(&pdf, "");
	assert_int_equal(resa_stamp(&out, pdf.data, pdf.len, strane, NULL), 0);
	assert_int_equal(dir_temporary(&dir, a), 0);
	text = pdf_text(a, file_of(a, dir, &out), 1);
	assert_non_null(strstr(text, "(a\\b) <c> [d] %e"));
	assert_non_null(strstr(text, "?žž ?"));
	assert_int_equal(dir_remove(dir), 0);
}

static void
refused(const struct buf *pdf, const char *const *lines)
{
	AUTO_BUF out = { 0 };

	assert_int_equal(resa_stamp(&out, pdf->data, pdf->len, lines, NULL),
	    ERR_INVALID);
	assert_int_equal(out.len, 0);
}

static void
refused_bytes(const char *s)
{
	AUTO_BUF pdf = { 0 };

	buf_puts(&pdf, s);
	refused(&pdf, righe);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), ERR_INVALID);
}

static void
encrypt(struct buf *pdf, const char *user)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF said = { 0 };
	char *dir, *path, *to;

	assert_int_equal(dir_temporary(&dir, a), 0);
	path = file_of(a, dir, pdf);
	to = arena_printf(a, "%s/cifrato.pdf", dir);
	assert_int_equal(tool_run(&said, (const char *const[]){
	    "/usr/bin/qpdf", "--encrypt", user, "padrone", "256", "--", path,
	    to, NULL }), 0);
	buf_clear(pdf);
	assert_int_equal(file_read(pdf, to, 1 << 20), 0);
	assert_int_equal(dir_remove(dir), 0);
}

static void
stamp_refuses(void **state)
{
	static const char *const none[] = { NULL };
	static const char *const five[] = { "1", "2", "3", "4", "5", NULL };
	static const char *const bad[] = { "buona", "\xff", NULL };
	static const char *const extra[] = { "/MediaBox [0 0 60 842]",
	    "/MediaBox [0 0 595 20]", "/MediaBox [0 0 595]",
	    "/MediaBox [0 0 0 0]", "/MediaBox [0 0 1e300 842]",
	    "/MediaBox (testo)" };
	char line[2000];
	const char *const wide[] = { line, NULL };
	AUTO_BUF pdf = { 0 };
	size_t i;

	(void)state;
	refused_bytes("");
	refused_bytes("garbage");
	refused_bytes("%PDF-1.7\n%%EOF\n");
	refused_bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n"
	    "endobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
	    "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
	for (i = 0; i < NELEM(extra); i++) {
		buf_clear(&pdf);
		pdf_pages(&pdf, extra[i]);
		refused(&pdf, righe);
	}
	buf_clear(&pdf);
	pdf_pages(&pdf, "");
	refused(&pdf, none);
	refused(&pdf, five);
	refused(&pdf, bad);
	memset(line, 'x', sizeof line - 1);
	line[sizeof line - 1] = '\0';
	refused(&pdf, wide);
	encrypt(&pdf, "");
	refused(&pdf, righe);
	buf_clear(&pdf);
	pdf_pages(&pdf, "");
	encrypt(&pdf, "segreta");
	refused(&pdf, righe);
}

/* ---- the claim of PDF/A ---- */

#define PART "<pdfaid:part>2</pdfaid:part>"
#define CONF "<pdfaid:conformance>B</pdfaid:conformance>"
#define INTENT "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 " \
	"/DestOutputProfile 5 0 R >>]"

static void
pdf_claim(struct buf *out, const char *xmp, const char *catalog)
{
	AUTO(arena) a = arena_new();
	const char *const object[] = {
		arena_printf(a, "<< /Type /Catalog /Pages 2 0 R /Lang (it) "
		    "/MarkInfo << /Marked true >> /StructTreeRoot << >> %s "
		    "%s >>", catalog, xmp != NULL ? "/Metadata 4 0 R" : ""),
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
		stream(a, "/Type /Metadata /Subtype /XML ",
		    arena_printf(a, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" "
		    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
		    "<dc:title><rdf:li>Titolo</rdf:li></dc:title>%s"
		    "</x:xmpmeta>", xmp != NULL ? xmp : "")),
		stream(a, "/N 3 ", "profilo"),
		NULL
	};

	pdf_make(out, object);
}

static int
claim(const char *xmp, const char *catalog)
{
	AUTO_BUF pdf = { 0 };

	pdf_claim(&pdf, xmp, catalog);
	return resa_pdfa_check(pdf.data, pdf.len);
}

static void
claims(void **state)
{
	(void)state;
	assert_int_equal(claim(PART CONF, INTENT), 0);
	assert_int_equal(claim("<d pdfaid:part=\"2\" "
	    "pdfaid:conformance='B'/>", INTENT), 0);
	assert_int_equal(claim(NULL, INTENT), ERR_INVALID);
	assert_int_equal(claim("", INTENT), ERR_INVALID);
	assert_int_equal(claim(PART, INTENT), ERR_INVALID);
	assert_int_equal(claim(CONF, INTENT), ERR_INVALID);
	assert_int_equal(claim("<pdfaid:part>1</pdfaid:part>" CONF, INTENT),
	    ERR_INVALID);
	assert_int_equal(claim("<pdfaid:part>21</pdfaid:part>" CONF, INTENT),
	    ERR_INVALID);
	assert_int_equal(claim("<pdfuaid:part>2</pdfuaid:part>" CONF, INTENT),
	    ERR_INVALID);
	assert_int_equal(claim(PART "<pdfaid:conformance>U"
	    "</pdfaid:conformance>", INTENT), ERR_INVALID);
	assert_int_equal(claim(PART CONF, ""), ERR_INVALID);
	assert_int_equal(claim(PART CONF, "/OutputIntents []"), ERR_INVALID);
	assert_int_equal(claim(PART CONF, "/OutputIntents [<< /S /GTS_PDFX "
	    "/DestOutputProfile 5 0 R >>]"), ERR_INVALID);
	assert_int_equal(claim(PART CONF,
	    "/OutputIntents [<< /S /GTS_PDFA1 >>]"), ERR_INVALID);
	assert_int_equal(claim(PART CONF, "/OutputIntents [7 (x) null]"),
	    ERR_INVALID);
}

/* PDF/A cannot be encrypted, nor stamped with a font that is not inside. */
static void
claim_lost(void **state)
{
	AUTO_BUF pdf = { 0 }, copy = { 0 };

	(void)state;
	pdf_claim(&pdf, PART CONF, INTENT);
	assert_int_equal(resa_stamp(&copy, pdf.data, pdf.len, righe, NULL), 0);
	assert_int_equal(resa_pdfa_check(copy.data, copy.len), ERR_INVALID);
	assert_null(memmem(copy.data, copy.len, "pdfaid", 6));
	/* metadata that claim nothing stay */
	buf_clear(&pdf);
	buf_clear(&copy);
	pdf_pages(&pdf, "");
	encrypt(&pdf, "");
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), ERR_INVALID);
	buf_clear(&pdf);
	pdf_claim(&pdf, PART CONF, INTENT);
	encrypt(&pdf, "");
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), ERR_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stamp_places),
		cmocka_unit_test(stamp_twice),
		cmocka_unit_test(stamp_letters),
		cmocka_unit_test(stamp_refuses),
		cmocka_unit_test(claims),
		cmocka_unit_test(claim_lost),
	};

	return cmocka_run_group_tests_name("timbro", tests, NULL, NULL);
}

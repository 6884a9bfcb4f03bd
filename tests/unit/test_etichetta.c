/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The label and the QR code of a segnatura: drawn here, rasterised by poppler
 * and read by zbar, which share nothing with what is tested.
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

#define HEX "000102030405060708090a0b0c0d0e0f" \
	"101112131415161718191a1b1c1d1e1f"
#define CODICE "c_x000;AOO1;0000123/2026;2026-11-20;" HEX

static const char *const righe[] = { "Comune di Città di Prova",
    "c_x000 - AOO1", "Prot. 0000123/2026", "del 20/11/2026", "ANNULLATA",
    NULL };
static const char *const timbro[] = { "Comune di Prova", "c_x000 - AOO1",
    "Prot. 0000123/2026 del 20/11/2026", "ANNULLATA", NULL };

/* What the code on page 1 says, at `dpi` dots an inch; "" when unreadable. */
static char *
scanned(struct arena *a, const char *pdf, const char *dpi)
{
	const char *png = arena_printf(a, "%s-%s", pdf, dpi);
	AUTO_BUF out = { 0 }, noise = { 0 };
	struct process p = { .out_max = 1 << 20, .seconds = 60 };

	assert_int_equal(tool_run(&out, (const char *const[]){
	    "/usr/bin/pdftoppm", "-png", "-r", dpi, "-singlefile", "-gray",
	    pdf, png, NULL }), 0);
	buf_clear(&out);
	p.argv = (const char *const[]){ "/usr/bin/zbarimg", "-q", "--raw",
	    "-Sdisable", "-Sqrcode.enable", arena_printf(a, "%s.png", png),
	    NULL };
	if (process_run(&out, &noise, &p) != 0)
		return arena_strdup(a, "");
	return arena_strndup(a, buf_str(&out), strcspn(buf_str(&out), "\n"));
}

static char *
put(struct arena *a, const char *dir, const struct buf *pdf)
{
	char *path = arena_printf(a, "%s/prova.pdf", dir);

	assert_int_equal(file_put(path, pdf->data, pdf->len, 0600), 0);
	return path;
}

static void
label(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF one = { 0 }, two = { 0 }, said = { 0 };
	char *dir, *path;
	int i;

	(void)state;
	assert_int_equal(resa_label(&one, righe, CODICE), 0);
	assert_int_equal(resa_label(&two, righe, CODICE), 0);
	assert_int_equal(one.len, two.len);
	assert_memory_equal(one.data, two.data, one.len);
	assert_int_equal(dir_temporary(&dir, a), 0);
	path = put(a, dir, &one);
	assert_int_equal(tool_run(&said, (const char *const[]){
	    "/usr/bin/qpdf", "--check", path, NULL }), 0);
	buf_clear(&said);
	assert_int_equal(tool_run(&said, (const char *const[]){
	    "/usr/bin/pdfinfo", path, NULL }), 0);
	/* 100 x 50 mm, in points */
	assert_non_null(strstr(buf_str(&said), "283.46 x 141.73 pts"));
	for (i = 0; righe[i] != NULL; i++)
		if (strstr(pdf_text(a, path, 1), righe[i]) == NULL)
			fail_msg("manca «%s»", righe[i]);
	/* a label printer has 203 dots an inch, an office one 300 */
	assert_string_equal(scanned(a, path, "203"), CODICE);
	assert_string_equal(scanned(a, path, "300"), CODICE);
	assert_int_equal(dir_remove(dir), 0);
}

static void
labels_refused(void **state)
{
	static const char *const none[] = { NULL };
	static const char *const many[] = { "1", "2", "3", "4", "5", "6", "7",
	    NULL };
	static const char *const broken[] = { "\xff", NULL };
	AUTO_BUF out = { 0 }, lungo = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 3000; i++)
		buf_putc(&lungo, 'x');
	assert_int_equal(resa_label(&out, none, "x"), ERR_INVALID);
	assert_int_equal(resa_label(&out, many, "x"), ERR_INVALID);
	assert_int_equal(resa_label(&out, broken, "x"), ERR_INVALID);
	assert_int_equal(resa_label(&out, righe, buf_str(&lungo)),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "codice QR"));
	assert_int_equal(out.len, 0);
}

/* A long name stays left of the code and does not cover it. */
static void
long_names(void **state)
{
	static const char *const lunghe[] = { "Unione dei Comuni montani "
	    "dell'Appennino di Prova e della Valle del Fiume di Esempio",
	    "unione_montana_x - AOO_PROTOCOLLO_1", "Prot. 0000123/2026",
	    "del 20/11/2026", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 };
	char *dir, *path;

	(void)state;
	assert_int_equal(resa_label(&out, lunghe, CODICE), 0);
	assert_int_equal(dir_temporary(&dir, a), 0);
	path = put(a, dir, &out);
	assert_string_equal(scanned(a, path, "203"), CODICE);
	assert_int_equal(dir_remove(dir), 0);
}

/* On a page that is already there, as it is shown. */
static void
stamped(void **state)
{
	static const char *const turned[] = { "0", "90", "180", "270" };
	AUTO(arena) a = arena_new();
	char *dir, *path;
	size_t i;

	(void)state;
	assert_int_equal(dir_temporary(&dir, a), 0);
	for (i = 0; i < NELEM(turned); i++) {
		AUTO_BUF pdf = { 0 }, out = { 0 };

		buf_printf(&pdf, "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages "
		    "2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] "
		    "/Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R "
		    "/MediaBox [0 0 595 842] /Rotate %s >>\nendobj\n"
		    "trailer\n<< /Root 1 0 R /Size 4 >>\n", turned[i]);
		assert_int_equal(resa_stamp(&out, pdf.data, pdf.len, timbro,
		    CODICE), 0);
		path = put(a, dir, &out);
		assert_non_null(strstr(pdf_text(a, path, 1), "ANNULLATA"));
		assert_string_equal(scanned(a, path, "300"), CODICE);
	}
	assert_int_equal(dir_remove(dir), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(label),
		cmocka_unit_test(labels_refused),
		cmocka_unit_test(long_names),
		cmocka_unit_test(stamped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* test_pdf_testo.c - the text of a PDF of others: of a real one, of what is
 * written by hand, of what is broken. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/utf8.h"
#include "resa/pdf_testo.h"
#include "worker/worker.h"

#define LETTERA "tests/fixtures/demo/segnalazione.pdf"

/* A PDF of one page with these operators; qpdf finds the objects itself. */
static void
page(struct buf *out, const char *operators, const char *font)
{
	buf_clear(out);
	buf_printf(out, "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\n"
	    "endobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/Resources"
	    "<</Font<</F1 %s>>>>>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R"
	    "/MediaBox[0 0 99 99]/Contents 4 0 R>>\nendobj\n4 0 obj\n"
	    "<</Length %zu>>\nstream\n%s\nendstream\nendobj\n"
	    "trailer\n<</Root 1 0 R/Size 5>>\n", font, strlen(operators),
	    operators);
}

#define SIMPLE "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

static const struct {
	const char *operators, *testo;
} pages[] = {
	{ "BT /F1 9 Tf 1 2 Td (Prot. \\(n.\\) 5) Tj ET", "Prot. (n.) 5" },
	{ "BT /F1 9 Tf (uno) Tj 0 -12 Td (due) Tj T* (tre) Tj ET",
	    "uno\ndue\ntre" },
	{ "BT /F1 9 Tf (uno) Tj 30 0 Td (due) Tj ET", "uno due" },
	{ "BT /F1 9 Tf [(Og)-20(getto)-300(solo)] TJ ET", "Oggetto solo" },
	{ "BT /F1 9 Tf 1 0 0 1 5 90 Tm (a) Tj 1 0 0 1 9 90 Tm (b) Tj "
	    "1 0 0 1 5 70 Tm (c) Tj ET", "\na b\nc" },
	{ "BT /F1 9 Tf <6369 616f> Tj (\\350 \\222) Tj ET", "ciaoè ’" },
	{ "BT /F1 9 Tf (a) ' (b) \" ET", "a\nb" },
	{ "BI /W 1 ID (x) Tj \n EI BT /F1 9 Tf (dopo) Tj ET", "dopo" },
	/* nothing to read */
	{ "BT (senza font) Tj ET", "" },
	{ "BT /F9 9 Tf (font ignoto) Tj ET", "" },
	{ "BT /F1 9 Tf (mai chiusa", "" },
	{ "BT /F1 9 Tf <41 Tj", "" },
	{ "[[[ ((( <<< % %%", "" },
	{ "", "" },
};

static const char *
trimmed(struct buf *b)
{
	const char *s = buf_str(b);

	while (b->len > 0 && strchr(" \n", b->data[b->len - 1]) != NULL)
		b->data[--b->len] = '\0';
	return s;
}

static void
operators(void **state)
{
	AUTO_BUF pdf = { 0 };
	AUTO_BUF out = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pages); i++) {
		page(&pdf, pages[i].operators, SIMPLE);
		buf_clear(&out);
		assert_int_equal(resa_pdf_testo(&out, pdf.data, pdf.len), 0);
		assert_string_equal(trimmed(&out), pages[i].testo[0] == '\n' ?
		    pages[i].testo + 1 : pages[i].testo);
	}
}

static void
a_letter_in_the_cage(void **state)
{
	AUTO_FD int fd = open(LETTERA, O_RDONLY | O_CLOEXEC);
	AUTO_BUF out = { 0 };

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(worker_pdf_testo(&out, fd), 0);
	assert_non_null(strstr(buf_str(&out),
	    "Prot. 1187/2026 del 18 novembre 2026\n"));
	assert_non_null(strstr(buf_str(&out), "Oggetto: segnalazione di "));
	assert_non_null(strstr(buf_str(&out), "possibile pregiudizio"));
}

static void
what_is_no_pdf(void **state)
{
	AUTO_BUF out = { 0 };
	AUTO_FD int fd = -1;

	(void)state;
	assert_int_equal(resa_pdf_testo(&out, "", 0), ERR_INVALID);
	assert_int_equal(resa_pdf_testo(&out, "ciao", 4), ERR_INVALID);
	assert_int_equal(file_memory(&fd, "%PDF-", 5), 0);
	assert_int_equal(worker_pdf_testo(&out, fd), ERR_INVALID);
	assert_int_equal(out.len, 0);
}

/* Whatever comes out is text, and bounded. */
static void
broken_ones(void **state)
{
	AUTO_BUF pdf = { 0 };
	AUTO_BUF out = { 0 };
	unsigned seed = 7;
	size_t at;
	int i, r;

	(void)state;
	assert_int_equal(file_read(&pdf, LETTERA, 1 << 20), 0);
	for (i = 0; i < 150; i++) {
		seed = seed * 1103515245 + 12345;
		at = (seed >> 8) % pdf.len;
		pdf.data[at] = (char)(seed >> 24);
		buf_clear(&out);
		r = resa_pdf_testo(&out, pdf.data,
		    i % 3 == 0 ? pdf.len - at / 4 : pdf.len);
		assert_true(r == 0 || r == ERR_INVALID);
		assert_true(utf8_valid(buf_str(&out), out.len));
		assert_true(out.len <= 2 * PDF_TESTO_MAX);
	}
}

static void
too_much_of_it(void **state)
{
	AUTO_BUF ops = { 0 };
	AUTO_BUF pdf = { 0 };
	AUTO_BUF out = { 0 };
	int i;

	(void)state;
	buf_puts(&ops, "BT /F1 9 Tf ");
	for (i = 0; i < 20000; i++)
		buf_puts(&ops, "(molte parole) ' ");
	page(&pdf, buf_str(&ops), SIMPLE);
	assert_int_equal(resa_pdf_testo(&out, pdf.data, pdf.len), 0);
	assert_in_range(out.len, PDF_TESTO_MAX, PDF_TESTO_MAX + 100);
}

int
main(int argc, char **argv)
{
	const char *job = worker_chiamato(argc, argv);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(operators),
		cmocka_unit_test(a_letter_in_the_cage),
		cmocka_unit_test(what_is_no_pdf), cmocka_unit_test(broken_ones),
		cmocka_unit_test(too_much_of_it),
	};

	if (job != NULL)
		worker_main(job);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which bytes a signature of a PDF is of: good ones, and the known ways to
 * make a reader believe that it is of others.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "pdf_firmato.h"
#include "resa/firme_pdf.h"

#define FILTRO "ETSI.CAdES.detached"

/* What stands in for a CMS: a small DER object, with padding behind it. */
static const char der[] = "\x30\x03\x02\x01\x07";

static void
sign(struct buf *out, const struct buf *data, void *arg)
{
	struct buf *seen = arg;

	buf_append(out, der, 5);
	if (seen != NULL)
		buf_append(seen, data->data, data->len);
}

static void
assert_bytes(const struct pdf_prova *p, const struct pdf_firma *f,
    const struct buf *seen)
{
	AUTO_BUF is = { 0 };

	assert_null(f->guasto);
	assert_int_equal(f->firma_n, 5);
	assert_memory_equal(f->firma, der, 5);
	assert_int_equal(pdf_firmati(&is, f, p->b.data, p->b.len), 0);
	assert_int_equal(is.len, seen->len);
	assert_memory_equal(is.data, seen->data, is.len);
}

static void
one(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF seen = { 0 };
	struct pdf_prova p = { 0 };
	struct pdf_firma *f;
	int n;

	(void)state;
	pdf_uno(&p, a, FILTRO, sign, &seen);
	assert_true(pdf_sembra(p.b.data, p.b.len));
	assert_true(pdf_sembra_firmato(p.b.data, p.b.len));
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), 0);
	assert_int_equal(n, 1);
	assert_string_equal(f->filtro, FILTRO);
	assert_int_equal(f->coperti, p.b.len);
	assert_int_equal(f->buco_n, 2 * PDF_ROOM + 2);
	assert_bytes(&p, f, &seen);
	buf_free(&p.b);
}

static void
two_then_more(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF first = { 0 }, second = { 0 };
	struct pdf_prova p = { 0 };
	struct pdf_firma *f;
	size_t before;
	int n;

	(void)state;
	pdf_uno(&p, a, FILTRO, sign, &first);
	before = p.b.len;
	pdf_due(&p, a, "adbe.pkcs7.detached", sign, &second);
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), 0);
	assert_int_equal(n, 2);
	assert_int_equal(f[0].coperti, before);
	assert_int_equal(f[1].coperti, p.b.len);
	assert_bytes(&p, &f[0], &first);
	assert_bytes(&p, &f[1], &second);

	before = p.b.len;
	pdf_aggiunta(&p);
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), 0);
	assert_int_equal(n, 2);
	assert_int_equal(f[1].coperti, before);
	assert_true(f[1].coperti < p.b.len);
	assert_bytes(&p, &f[1], &second);
	buf_free(&p.b);
}

static void
none(void **state)
{
	AUTO(arena) a = arena_new();
	struct pdf_prova p = { 0 };
	struct pdf_firma *f;
	int n;

	(void)state;
	pdf_begin(&p);
	pdf_catalog(&p, a, "");
	pdf_pages(&p);
	pdf_end(&p);
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), 0);
	assert_int_equal(n, 0);
	assert_false(pdf_sembra_firmato(p.b.data, p.b.len));
	/* a field nobody has signed */
	pdf_begin(&p);
	pdf_catalog(&p, a, "5 0 R");
	pdf_obj(&p, 5, "<< /FT /Sig /T (vuota) >>");
	pdf_end(&p);
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), 0);
	assert_int_equal(n, 0);
	buf_free(&p.b);
}

/* ---- what is refused ---- */

/* Puts `words` over the ranges of the one signature. */
static void
set_range(struct pdf_prova *p, long long b, long long c, long long d)
{
	size_t range = pdf_last(&p->b, "/ByteRange [0 ") + 14;
	char words[40];

	snprintf(words, sizeof words, "%010lld %010lld %010lld", b, c, d);
	memcpy(p->b.data + range, words, 32);
}

static void
assert_damaged(const struct pdf_prova *p, const char *what)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF bytes = { 0 };
	struct pdf_firma *f;
	int n, i, bad = 0;

	assert_int_equal(pdf_firme(&f, &n, a, p->b.data, p->b.len), 0);
	for (i = 0; i < n; i++) {
		if (f[i].guasto == NULL)
			continue;
		bad++;
		assert_int_equal(f[i].coperti, 0);
		assert_int_equal(pdf_firmati(&bytes, &f[i], p->b.data,
		    p->b.len), ERR_INVALID);
	}
	if (n != 1 || bad != 1)
		fail_msg("%s: %d firme, %d guaste", what, n, bad);
}

static void
wrong_ranges(void **state)
{
	AUTO(arena) a = arena_new();
	struct pdf_prova p = { 0 };
	long long len, hole, after;

	(void)state;
	pdf_uno(&p, a, FILTRO, sign, NULL);
	len = (long long)p.b.len;
	hole = (long long)pdf_last(&p.b, "/Contents <") + 10;
	after = hole + 2 * PDF_ROOM + 2;
	set_range(&p, hole - 1, after, len - after);
	assert_damaged(&p, "buco che comincia prima");
	set_range(&p, hole, after + 1, len - after - 1);
	assert_damaged(&p, "buco che finisce dopo");
	set_range(&p, hole + 2, after, len - after);
	assert_damaged(&p, "buco che comincia nella firma");
	set_range(&p, hole, after - 2, len - after);
	assert_damaged(&p, "buco che finisce nella firma");
	set_range(&p, hole, after, len - after + 1);
	assert_damaged(&p, "oltre la fine del file");
	set_range(&p, after, hole, len - after);
	assert_damaged(&p, "intervalli scambiati");
	set_range(&p, 0, after, len - after);
	assert_damaged(&p, "niente prima");
	set_range(&p, hole, hole, len - after);
	assert_damaged(&p, "senza buco");
	set_range(&p, hole, 9999999999LL, 1);
	assert_damaged(&p, "numeri enormi");
	buf_free(&p.b);
}

/* The hole holds a good string, but the dictionary has another: wrapping. */
static void
other_contents(void **state)
{
	AUTO(arena) a = arena_new();
	struct pdf_prova p = { 0 };
	size_t hole, after;

	(void)state;
	pdf_uno(&p, a, FILTRO, sign, NULL);
	hole = pdf_last(&p.b, "/Contents <") + 10;
	after = hole + 2 * PDF_ROOM + 2;
	pdf_begin(&p);
	pdf_obj(&p, 6, arena_printf(a, "<< /Type /Sig /SubFilter /" FILTRO
	    " /ByteRange [0 %zu %zu %zu] /Contents <3003020109> >>", hole,
	    after, p.b.len - after));
	pdf_end(&p);
	assert_damaged(&p, "altro contenuto");

	pdf_begin(&p);
	pdf_obj(&p, 6, arena_printf(a, "<< /Type /Sig /SubFilter /" FILTRO
	    " /ByteRange [0 %zu %zu %zu] >>", hole, after, p.b.len - after));
	pdf_end(&p);
	assert_damaged(&p, "senza contenuto");

	pdf_begin(&p);
	pdf_obj(&p, 6, "<< /Type /Sig /SubFilter /" FILTRO
	    " /Contents <3003020107> >>");
	pdf_end(&p);
	assert_damaged(&p, "senza intervalli");

	pdf_begin(&p);
	pdf_obj(&p, 6, arena_printf(a, "<< /Type /Sig /ByteRange [0 %zu %zu "
	    "%zu 1 2] /Contents <3003020107> >>", hole, after,
	    p.b.len - after));
	pdf_end(&p);
	assert_damaged(&p, "sei intervalli");
	buf_free(&p.b);
}

/* Something hidden in the hole besides the signature. */
static void
dirty_hole(void **state)
{
	AUTO(arena) a = arena_new();
	struct pdf_prova p = { 0 };
	size_t hole;

	(void)state;
	pdf_uno(&p, a, FILTRO, sign, NULL);
	hole = pdf_last(&p.b, "/Contents <") + 10;
	memcpy(p.b.data + hole + 101, "> /X <", 6);
	assert_damaged(&p, "altro nel buco");
	buf_free(&p.b);
}

static void
unreadable(void **state)
{
	AUTO(arena) a = arena_new();
	struct pdf_prova p = { 0 };
	struct pdf_firma *f;
	int n;

	(void)state;
	assert_int_equal(pdf_firme(&f, &n, a, "%PDF-1.7\n", 9), ERR_INVALID);
	assert_int_equal(pdf_firme(&f, &n, a, "", 0), ERR_INVALID);
	/* a form that contains itself */
	pdf_begin(&p);
	pdf_catalog(&p, a, "5 0 R");
	pdf_pages(&p);
	pdf_obj(&p, 5, "<< /FT /Sig /Kids [5 0 R 5 0 R] >>");
	pdf_end(&p);
	assert_int_equal(pdf_firme(&f, &n, a, p.b.data, p.b.len), ERR_INVALID);
	buf_free(&p.b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one),
		cmocka_unit_test(two_then_more),
		cmocka_unit_test(none),
		cmocka_unit_test(wrong_ranges),
		cmocka_unit_test(other_contents),
		cmocka_unit_test(dirty_hole),
		cmocka_unit_test(unreadable),
	};

	return cmocka_run_group_tests_name("firme_pdf", tests, NULL, NULL);
}

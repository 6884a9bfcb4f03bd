/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/file.h"
#include "web/corpo.h"

#define FORM "application/x-www-form-urlencoded"
#define PARTS "multipart/form-data; boundary=xyz"
#define PART(name) "--xyz\r\nContent-Disposition: form-data; name=\"" name \
	"\"\r\n\r\n"
#define FILE_PART(file) "--xyz\r\nContent-Disposition: form-data; " \
	"name=\"file\"; filename=\"" file "\"\r\nContent-Type: text/html\r\n\r\n"

static int
opens(void *di)
{
	(void)di;
	return memfd_create("prova", MFD_CLOEXEC);
}

/* The whole body, in pieces of that many bytes. */
static int
read_body(struct corpo **out, int *stato, const char *tipo, const char *body,
    size_t n, size_t piece)
{
	AUTO(corpo) c = NULL;
	char len[32];
	size_t at, some;
	int r;

	*stato = 0;
	snprintf(len, sizeof len, "%zu", n);
	if ((r = corpo_new(&c, stato, tipo, len, opens, NULL)) != 0)
		return r;
	for (at = 0; at < n; at += some) {
		some = n - at < piece ? n - at : piece;
		if ((r = corpo_prende(c, stato, body + at, some)) != 0)
			return r;
	}
	if ((r = corpo_fine(c, stato)) != 0)
		return r;
	*out = MOVE(c);
	return 0;
}

static int
status_of(const char *tipo, const char *body)
{
	AUTO(corpo) c = NULL;
	int stato, first = 0;
	size_t piece;

	/* wherever it is cut, the same is said of it */
	for (piece = 1; piece < 70; piece += 7) {
		corpo_free(MOVE(c));
		if (read_body(&c, &stato, tipo, body, strlen(body),
		    piece) == 0)
			stato = 200;
		if (piece > 1)
			assert_int_equal(stato, first);
		first = stato;
	}
	return first;
}

static void
test_form(void **state)
{
	static const char body[] = "oggetto=L%27alunno+%C3%A8&vuoto=&x.@tipo=a"
	    "&testo=uno%0D%0Adue&testo=e%CC%80";
	AUTO(corpo) c = NULL;
	int stato;

	(void)state;
	assert_int_equal(read_body(&c, &stato, FORM, body, strlen(body), 3),
	    0);
	assert_int_equal(c->n_campi, 5);
	assert_string_equal(corpo_campo(c, "oggetto"), "L'alunno è");
	assert_string_equal(corpo_campo(c, "vuoto"), "");
	assert_string_equal(corpo_campo(c, "testo"), "uno\ndue");
	assert_string_equal(c->campi[4].valore, "è");
	assert_null(corpo_campo(c, "altro"));
}

static void
test_form_refused(void **state)
{
	(void)state;
	assert_int_equal(status_of(FORM, "a=%ff"), 400);
	assert_int_equal(status_of(FORM, "a=%0"), 400);
	assert_int_equal(status_of(FORM, "a=%zz"), 400);
	assert_int_equal(status_of(FORM, "a=b%00c"), 400);
	assert_int_equal(status_of(FORM, "<b>=1"), 400);
	assert_int_equal(status_of(FORM, "a%20b=1"), 400);
	assert_int_equal(status_of("text/plain", "a=1"), 415);
	assert_int_equal(status_of("application/json", "{}"), 415);
	assert_int_equal(status_of("multipart/form-datax", "a"), 415);
	assert_int_equal(status_of(FORM, "a=1"), 200);
	assert_int_equal(status_of(FORM "; charset=UTF-8", "a=1"), 200);
}

static void
test_parts(void **state)
{
	static const char body[] = PART("oggetto") "uno\r\ndue\r\n--xy\r\n"
	    PART("vuoto") "\r\n" FILE_PART("C:\\casa\\let\\\"tera.pdf")
	    "%PDF\r\n--xy no\r\n" FILE_PART("") "\r\n--xyz--\r\nin piu";
	size_t piece;

	(void)state;
	for (piece = 1; piece <= sizeof body; piece++) {
		AUTO(corpo) c = NULL;
		AUTO_BUF b = { 0 };
		int stato;

		if (read_body(&c, &stato, PARTS, body, strlen(body),
		    piece) != 0)
			fail_msg("%zu: %s", piece, err_msg());
		assert_int_equal(c->n_campi, 2);
		assert_string_equal(corpo_campo(c, "oggetto"),
		    "uno\ndue\n--xy");
		assert_string_equal(corpo_campo(c, "vuoto"), "");
		assert_int_equal(c->n_file, 1);
		assert_string_equal(c->file[0].nome, "let\"tera.pdf");
		assert_int_equal(file_read_fd(&b, c->file[0].fd, 100), 0);
		assert_string_equal(buf_str(&b), "%PDF\r\n--xy no");
	}
}

static void
test_parts_refused(void **state)
{
	(void)state;
	assert_int_equal(status_of(PARTS, PART("a") "1\r\n--xyz--"), 200);
	assert_int_equal(status_of(PARTS, PART("a") "1\r\n--xyz-"), 400);
	assert_int_equal(status_of(PARTS, PART("a") "1\r\n--xyz\r\n"), 400);
	assert_int_equal(status_of(PARTS, PART("a") "1"), 400);
	assert_int_equal(status_of(PARTS, ""), 400);
	assert_int_equal(status_of(PARTS, PART("<a>") "1\r\n--xyz--"), 400);
	assert_int_equal(status_of(PARTS, PART("a") "\xff\r\n--xyz--"), 400);
	assert_int_equal(status_of(PARTS, "--xyz\r\nContent-Disposition: "
	    "attachment; name=\"a\"\r\n\r\n1\r\n--xyz--"), 400);
	assert_int_equal(status_of(PARTS, "--xyz\r\nX: y\r\n\r\n1"
	    "\r\n--xyz--"), 400);
	assert_int_equal(status_of(PARTS, FILE_PART("\xff.pdf")
	    "1\r\n--xyz--"), 400);
	assert_int_equal(status_of("multipart/form-data", "x"), 400);
	assert_int_equal(status_of("multipart/form-data; boundary=", "x"),
	    400);
	assert_int_equal(status_of("multipart/form-data; boundary=\"a", "x"),
	    400);
}

static void
test_names(void **state)
{
	static const struct {
		const char *sent, *kept;
	} cases[] = {
		{ "../../etc/passwd", "passwd" }, { "..", "senza nome" },
		{ "/", "senza nome" }, { "a/", "senza nome" },
		{ "x\x01y.pdf", "xy.pdf" }, { "%22a%22.pdf", "\"a\".pdf" },
		{ "fdp\xe2\x80\xae.exe", "fdp.exe" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		AUTO(corpo) c = NULL;
		char body[300];
		int stato;

		snprintf(body, sizeof body, FILE_PART("%s") "1\r\n--xyz--",
		    cases[i].sent);
		assert_int_equal(read_body(&c, &stato, PARTS, body,
		    strlen(body), 9), 0);
		assert_string_equal(c->file[0].nome, cases[i].kept);
	}
}

static void
test_lengths(void **state)
{
	static const struct {
		const char *tipo, *lunghezza;
		int stato;
	} cases[] = {
		{ FORM, NULL, 411 }, { FORM, "", 400 }, { FORM, "+5", 400 },
		{ FORM, "-5", 400 }, { FORM, "5, 5", 400 }, { FORM, "0x5", 400 },
		{ FORM, " 5", 400 }, { FORM, "99999999999999999999", 400 },
		{ FORM, "8388609", 413 }, { PARTS, "314572801", 413 },
	};
	size_t i;
	int stato;

	(void)state;
	for (i = 0; i < NELEM(cases); i++) {
		AUTO(corpo) c = NULL;

		assert_int_equal(corpo_new(&c, &stato, cases[i].tipo,
		    cases[i].lunghezza, opens, NULL), ERR_INVALID);
		assert_int_equal(stato, cases[i].stato);
	}
}

/* More than was declared, and less. */
static void
test_not_kept(void **state)
{
	AUTO(corpo) more = NULL;
	AUTO(corpo) less = NULL;
	int stato;

	(void)state;
	assert_int_equal(corpo_new(&more, &stato, FORM, "3", opens, NULL), 0);
	assert_int_equal(corpo_prende(more, &stato, "a=12", 4), ERR_INVALID);
	assert_int_equal(corpo_new(&less, &stato, FORM, "3", opens, NULL), 0);
	assert_int_equal(corpo_prende(less, &stato, "a=", 2), 0);
	assert_int_equal(corpo_fine(less, &stato), ERR_INVALID);
}

static void
test_many(void **state)
{
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	for (i = 0; i < CORPO_CAMPI; i++)
		buf_puts(&b, i > 0 ? "&a=1" : "a=1");
	assert_int_equal(status_of(FORM, buf_str(&b)), 200);
	buf_puts(&b, "&a=1");
	assert_int_equal(status_of(FORM, buf_str(&b)), 400);
	buf_clear(&b);
	for (i = 0; i <= CORPO_CAMPI; i++)
		buf_puts(&b, PART("a") "1\r\n");
	buf_puts(&b, "--xyz--");
	assert_int_equal(status_of(PARTS, buf_str(&b)), 400);
	buf_clear(&b);
	for (i = 0; i <= CORPO_FILE; i++)
		buf_puts(&b, FILE_PART("a") "1\r\n");
	buf_puts(&b, "--xyz--");
	assert_int_equal(status_of(PARTS, buf_str(&b)), 413);
}

/* A secret is where it came, and nowhere else. */
static void
test_secret(void **state)
{
	static const char body[] = "_frase=a%0D%0Ab&testo=x";
	AUTO(corpo) c = NULL;
	int stato;

	(void)state;
	assert_int_equal(read_body(&c, &stato, FORM, body, strlen(body), 5),
	    0);
	assert_string_equal(corpo_campo(c, "_frase"), "a\r\nb");
	assert_true(corpo_segreto("_frase"));
	assert_true(corpo_segreto("_parola"));
	assert_false(corpo_segreto("testo"));
}

static void
test_without_files(void **state)
{
	static const char body[] = FILE_PART("a.pdf") "1\r\n" PART("a")
	    "2\r\n--xyz--";
	AUTO(corpo) c = NULL;
	int stato;

	(void)state;
	char len[16];

	snprintf(len, sizeof len, "%zu", strlen(body));
	assert_int_equal(corpo_new(&c, &stato, PARTS, len, opens, NULL), 0);
	corpo_senza_file(c);
	assert_int_equal(corpo_prende(c, &stato, body, strlen(body)), 0);
	assert_int_equal(corpo_fine(c, &stato), 0);
	assert_int_equal(c->n_file, 0);
	assert_string_equal(corpo_campo(c, "a"), "2");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_form_refused),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_parts_refused),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_not_kept),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_secret),
		cmocka_unit_test(test_without_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

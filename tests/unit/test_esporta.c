/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The pages of an export: long folders are cut into pages that lead to each
 * other; which names are its own; what is taken of an earlier one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/hash.h"
#include "servizio/esporta.h"
#include "xml/xml.h"

static char dir[] = "/tmp/esporta.XXXXXX";

static const char *
text_of(struct arena *a, const char *rel)
{
	AUTO_BUF b = { 0 };

	assert_int_equal(file_read(&b, arena_printf(a, "%s/%s", dir, rel),
	    1 << 24), 0);
	return arena_strdup(a, buf_str(&b));
}

static int
count(const char *s, const char *what)
{
	int n = 0;

	for (; (s = strstr(s, what)) != NULL; s++)
		n++;
	return n;
}

static void
put_rows(struct indice *x, struct arena *a, const char *nome, int n)
{
	struct indice_riga r = { .titolo = "Voce <di> diario", .resa = true };
	int i;

	for (i = 0; i < n; i++) {
		r.percorso = arena_printf(a, "diario/%04d.xml", i);
		r.pdf = arena_printf(a, "pdf/%s/diario/%04d.pdf", nome, i);
		r.manca = NULL;
		if (i == 7) {
			r.pdf = NULL;
			r.manca = "non va";
		}
		assert_int_equal(indice_riga(x, nome, &r), 0);
	}
}

static void
pages(void **state)
{
	struct uscita u = { .dir = dir, .l = &(struct ascolto){ 0 } };
	AUTO(arena) a = arena_new();
	AUTO(indice) x = NULL;
	const char *s;

	(void)state;
	assert_int_equal(indice_apri(&x, &u, "Comune",
	    "2026-11-20T10:15:30+01:00"), 0);
	put_rows(x, a, "accessi/2026/0000001", 1);
	put_rows(x, a, "cartelle/2026/0000001", 1001);
	put_rows(x, a, "cartelle/2026/0000002", 500);
	put_rows(x, a, "cartelle/2027/0000001", 3);
	put_rows(x, a, "registro/2026", 8);
	put_rows(x, a, "registro/2027", 1);
	assert_int_equal(indice_fine(x), 0);

	s = text_of(a, "pdf/cartelle/2026/0000001/indice.html");
	assert_int_equal(count(s, "Voce &lt;di&gt; diario"), 500);
	assert_int_equal(count(s, "href=\"indice-2.html\""), 1);
	assert_int_equal(count(s, "href=\"../../../../documenti/cartelle/2026/"
	    "0000001/diario/0499.xml\""), 1);
	assert_int_equal(count(s, "non si è potuto fare: non va"), 1);
	s = text_of(a, "pdf/cartelle/2026/0000001/indice-2.html");
	assert_int_equal(count(s, "href=\"indice.html\""), 1);
	assert_int_equal(count(s, "href=\"indice-3.html\""), 1);
	s = text_of(a, "pdf/cartelle/2026/0000001/indice-3.html");
	assert_int_equal(count(s, "Voce &lt;di&gt; diario"), 1);
	assert_int_equal(count(s, "Pagina dopo"), 0);
	s = text_of(a, "pdf/cartelle/2026/0000002/indice.html");
	assert_int_equal(count(s, "Pagina dopo"), 0);
	s = text_of(a, "pdf/cartelle/2026/indice.html");
	assert_int_equal(count(s, "href=\"0000001/indice.html\""), 1);
	assert_int_equal(count(s, ": 1001 documenti, 1 senza PDF"), 1);
	s = text_of(a, "pdf/indice.html");
	assert_int_equal(count(s, "<li><a"), 2 + 5);
	assert_int_equal(count(s, "href=\"cartelle/2027/indice.html\""), 1);
	assert_int_equal(count(s, "href=\"registro/2026/indice.html\""), 1);
}

static void
names(void **state)
{
	static const struct {
		const char *rel, *documento;
		bool own;
	} x[] = {
		{ "pdf/indice.html", NULL, true },
		{ "pdf/cartelle/2026/0000001/indice-12.html", NULL, true },
		{ "pdf/fonti.txt", NULL, true },
		{ "pdf/a/b.pdf", "documenti/a/b.xml", true },
		{ "pdf/a/fonti.txt", NULL, false },
		{ "pdf/indice-0.html", NULL, false },
		{ "pdf/indice-.html", NULL, false },
		{ "pdf/indice-1x.html", NULL, false },
		{ "pdf/altro.js", NULL, false },
		{ "pdf/pdf", NULL, false },
		{ "documenti/a.pdf", NULL, false },
	};
	AUTO(arena) a = arena_new();
	const char *documento;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(x); i++) {
		assert_int_equal(esporta_pdf_nome(&documento, a, x[i].rel),
		    x[i].own);
		if (x[i].documento == NULL)
			assert_null(documento);
		else
			assert_string_equal(documento, x[i].documento);
	}
}

/* A list that somebody has written, and what it leads to. */
static void
put_list(struct arena *a, const char *list)
{
	const char *path = arena_printf(a, "%s/pdf/fonti.txt", dir);

	assert_int_equal(dir_make_parent(path), 0);
	assert_int_equal(file_put(path, list, strlen(list), 0600), 0);
}

static int
found(struct arena *a, const char *list, const char *fonte)
{
	AUTO(avute) av = NULL;
	AUTO_BUF b = { 0 };

	put_list(a, list);
	assert_int_equal(avute_leggi(&av, dir), 0);
	return avute_cerca(&b, av, fonte);
}

static void
earlier(void **state)
{
	char fonte[IMPRONTA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "%s/pdf/x.pdf", dir);
	AUTO(avute) none = NULL;

	(void)state;
	hash_hex(fonte, "odt", 3);
	hash_hex(impronta, "pdf", 3);
	assert_int_equal(avute_leggi(&none, "/nonexistent"), ERR_INVALID);
	assert_int_equal(found(a, "", fonte), 0);
	assert_int_equal(file_put(path, "pdf", 3, 0600), 0);
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/x.pdf\n", fonte,
	    impronta), fonte), 1);
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/x.pdf\n", fonte,
	    impronta), impronta), 0);
	/* cut short; of other bytes; gone; from outside; no list at all */
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/x.pdf", fonte,
	    impronta), fonte), 0);
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/x.pdf\n", fonte,
	    fonte), fonte), 0);
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/y.pdf\n", fonte,
	    impronta), fonte), 0);
	assert_int_equal(found(a, arena_printf(a, "%s %s pdf/../pdf/x.pdf\n",
	    fonte, impronta), fonte), 0);
	assert_int_equal(found(a, arena_printf(a, "%s %s %s\n", fonte, impronta,
	    path), fonte), 0);
	assert_int_equal(found(a, "a b c\n\n \n", fonte), 0);
}

static int
begin(void **state)
{
	(void)state;
	return mkdtemp(dir) == NULL;
}

static int
end(void **state)
{
	(void)state;
	return dir_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages),
		cmocka_unit_test(names),
		cmocka_unit_test(earlier),
	};

	xml_init();
	return cmocka_run_group_tests(tests, begin, end);
}

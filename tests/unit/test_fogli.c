/* SPDX-License-Identifier: EUPL-1.2 */
/* Shipped sheets and what people may have written: formulas, long lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "web/pagina.h"
#include "xml/nodo.h"
#include "xml/xml.h"

/* ---- a table for a spreadsheet ---- */

static void
cell(const char *voce, const char *want)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "indicatori"), *i, *r;
	AUTO_BUF out = { 0 };

	i = nodo_elem(a, n, "indicatore");
	nodo_set(a, i, "nome", voce);
	nodo_elem_text(a, i, "unita", "casi");
	r = nodo_elem(a, i, "riga");
	nodo_elem_text(a, r, "voce", voce);
	nodo_elem_text(a, r, "valore", "7");
	assert_int_equal(xml_transform(&out, "indicatori-csv", n, NULL), 0);
	want = arena_printf(a, "\n%s;%s;7;\"casi\";", want, want);
	if (strstr(buf_str(&out), want) == NULL)
		fail_msg("%s\nnot in\n%s", want, buf_str(&out));
}

static void
no_formula(void **state)
{
	(void)state;
	cell("Affidi", "\"Affidi\"");
	cell("Nord-est =", "\"Nord-est =\"");
	cell("=1+1", "\"'=1+1\"");
	cell("+39", "\"'+39\"");
	cell("-2", "\"'-2\"");
	cell("@SUM(A1)", "\"'@SUM(A1)\"");
	cell("  =1+1", "\"'  =1+1\"");
	cell("\t=1+1", "\"'\t=1+1\"");
	cell("\n=1+1", "\"'\n=1+1\"");
	cell("＝1+1", "\"'＝1+1\"");
	/* a quotation mark does not end its cell */
	cell("\"=1+1", "\"\"\"=1+1\"");
	cell("a\";\"=b\"", "\"a\"\";\"\"=b\"\"\"");
}

static void
many_marks(void **state)
{
	AUTO_BUF in = { 0 };
	AUTO_BUF want = { 0 };
	int i;

	(void)state;
	buf_puts(&want, "\"");
	for (i = 0; i < 5000; i++) {
		buf_puts(&in, "\"");
		buf_puts(&want, "\"\"");
	}
	buf_puts(&want, "\"");
	cell(buf_str(&in), buf_str(&want));
}

/* ---- prose ---- */

static int
count(const char *s, const char *what)
{
	int n = 0;

	while ((s = strstr(s, what)) != NULL) {
		s += strlen(what);
		n++;
	}
	return n;
}

/* The prose of a diary entry on its page; every `altro` items comes a p. */
static void
list_of(int items, int altro, int lists)
{
	AUTO(arena) a = arena_new();
	static const struct pagina p = { .via = "/", .foglio =
	    "cartella-diario", .titolo = "Diario", .sezione = "" };
	struct nodo *page = nodo_new(a, "pagina"), *part, *v, *t;
	AUTO_BUF out = { 0 };
	int i;

	part = nodo_elem(a, page, "parte");
	nodo_set(a, part, "atto", "diario");
	v = nodo_elem(a, nodo_elem(a, part, "diario"), "voce-diario");
	t = nodo_elem(a, v, "testo");
	for (i = 0; i < items; i++) {
		nodo_elem_text(a, t, "voce", "x1y");
		if (altro > 0 && (i + 1) % altro == 0)
			nodo_elem_text(a, t, "p", "in mezzo");
	}
	if (pagina_stampa(&out, &p, page) != 0)
		fail_msg("%d, %d: %s", items, altro, err_msg());
	assert_int_equal(count(buf_str(&out), "<li>x1y</li>"), items);
	assert_int_equal(count(buf_str(&out), "<ul><li>x1y"), lists);
}

static void
long_lists(void **state)
{
	(void)state;
	list_of(3, 0, 1);
	list_of(3, 2, 2);
	list_of(2000, 0, 1);
	list_of(20000, 0, 1);
	list_of(2000, 1, 2000);
	list_of(20000, 2, 10000);
	list_of(6000, 3000, 2);
}

/* ---- what was read ---- */

/* What is in a row of the read log may have been an address somebody made. */
static void
long_row(void **state)
{
	AUTO(arena) a = arena_new();
	static const struct pagina p = { .via = "/", .foglio =
	    "cartella-letture", .titolo = "Letture", .sezione = "" };
	struct nodo *page = nodo_new(a, "pagina"), *part, *l;
	AUTO_BUF row = { 0 };
	AUTO_BUF out = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 5000; i++)
		buf_printf(&row, "a%d=b;", i);
	part = nodo_elem(a, page, "parte");
	nodo_set(a, part, "atto", "letture");
	l = nodo_elem(a, part, "letture");
	nodo_elem_text(a, l, "lettura", buf_str(&row));
	if (pagina_stampa(&out, &p, page) != 0)
		fail_msg("%s", err_msg());
	assert_non_null(strstr(buf_str(&out), "a4999 b"));
	buf_clear(&out);
	if (xml_transform(&out, "testo", l, NULL) != 0)
		fail_msg("%s", err_msg());
	assert_non_null(strstr(buf_str(&out), "a4999 b"));
}

static int
start(void **state)
{
	(void)state;
	xml_init();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_formula), cmocka_unit_test(many_marks),
		cmocka_unit_test(long_lists), cmocka_unit_test(long_row),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Who was believed when: the times of a trust list, those that contradict each
 * other, the certificates beside the document.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "documenti/fiducia.h"

#define PEM(x) "-----BEGIN CERTIFICATE-----\n" x "\n-----END CERTIFICATE-----\n"

struct stato {
	int chi;			/* which certificate */
	const char *tipo, *stato, *dal;
};

/* A list of those lines, and what was read of the certificates: one of them
 * cannot be read. */
static struct nodo *
adopt(struct arena *a, const struct stato *s, int n, int illeggibile)
{
	const struct nodo **cert = arena_alloc(a, (size_t)(n + 1) *
	    sizeof *cert);
	struct nodo *elenco = nodo_new(a, "elenco"), *x, *c;
	struct nodo *doc = nodo_new(a, "fiducia");
	int i;

	for (i = 0; i < n; i++) {
		x = nodo_elem(a, elenco, "servizio");
		nodo_set(a, x, "tipo", s[i].tipo);
		nodo_set(a, x, "stato", s[i].stato);
		nodo_set(a, x, "dal", s[i].dal);
		c = nodo_new(a, "certificato");
		nodo_set(a, c, "impronta", arena_printf(a, "%064d",
		    s[i].chi));
		nodo_set(a, c, "nome", arena_printf(a, "CA %d", s[i].chi));
		nodo_text(a, c, arena_printf(a, PEM("%d"), s[i].chi));
		cert[i] = s[i].chi == illeggibile ? NULL : c;
	}
	assert_int_equal(fiducia_periodi(doc, a, elenco, cert), 0);
	return doc;
}

/* How many are believed for that use at that moment. */
static int
believed(const struct nodo *doc, const char *uso, const char *ora)
{
	const struct nodo *x;
	int64_t t;
	int n = 0;

	assert_int_equal(clock_parse(&t, ora), 0);
	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		n += strcmp(nodo_attr(x, "uso"), uso) == 0 &&
		    fiducia_valeva(x, t);
	return n;
}

static void
each_status_until_the_next(void **state)
{
	static const struct stato s[] = {
		{ 1, "CA/QC", "withdrawn", "2025-01-01T00:00:00Z" },
		{ 1, "CA/QC", "granted", "2016-07-01T00:00:00Z" },
		{ 1, "CA/QC", "undersupervision", "2010-01-01T00:00:00Z" },
		{ 2, "TSA/QTST", "granted", "2020-01-01T00:00:00Z" },
	};
	AUTO(arena) a = arena_new();
	const struct nodo *doc = adopt(a, s, NELEM(s), 0);

	(void)state;
	assert_int_equal(believed(doc, "firma", "2009-12-31T23:59:59Z"), 0);
	assert_int_equal(believed(doc, "firma", "2010-01-01T00:00:00Z"), 1);
	assert_int_equal(believed(doc, "firma", "2016-07-01T00:00:00Z"), 1);
	assert_int_equal(believed(doc, "firma", "2024-12-31T23:59:59Z"), 1);
	assert_int_equal(believed(doc, "firma", "2025-01-01T00:00:00Z"), 0);
	assert_int_equal(believed(doc, "marca", "2024-01-01T00:00:00Z"), 1);
	assert_int_equal(believed(doc, "marca", "2019-01-01T00:00:00Z"), 0);
}

static void
never_by_doubtful_words(void **state)
{
	static const struct stato s[] = {
		{ 1, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
		{ 1, "CA/QC", "withdrawn", "2020-01-01T00:00:00Z" },
		{ 2, "CA/QC", "deprecatedatnationallevel",
		    "2020-01-01T00:00:00Z" },
		{ 3, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
		{ 4, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
	};
	AUTO(arena) a = arena_new();
	const struct nodo *doc = adopt(a, s, NELEM(s), 3);

	(void)state;
	/* 1 contradicts itself, 2 is not good, 3 cannot be read */
	assert_int_equal(believed(doc, "firma", "2024-01-01T00:00:00Z"), 1);
	assert_string_equal(nodo_attr(nodo_child(doc, "radice"), "nome"),
	    "CA 4");
}

/* A service of stamps says nothing of one of signatures with the same key. */
static void
uses_are_apart(void **state)
{
	static const struct stato s[] = {
		{ 1, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
		{ 1, "TSA/QTST", "withdrawn", "2021-01-01T00:00:00Z" },
	};
	AUTO(arena) a = arena_new();
	const struct nodo *doc = adopt(a, s, NELEM(s), 0);

	(void)state;
	assert_int_equal(believed(doc, "firma", "2024-01-01T00:00:00Z"), 1);
	assert_int_equal(believed(doc, "marca", "2024-01-01T00:00:00Z"), 0);
}

static void
a_list_that_does_not_say(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *elenco = nodo_new(a, "elenco"), *x;
	struct nodo *doc = nodo_new(a, "fiducia"), *c;
	const struct nodo *cert[2];

	(void)state;
	c = nodo_new(a, "certificato");
	nodo_set(a, c, "impronta", "0");
	cert[0] = c;
	cert[1] = NULL;
	x = nodo_elem(a, elenco, "servizio");
	nodo_set(a, x, "tipo", "CA/QC");
	nodo_set(a, x, "stato", "granted");
	assert_int_equal(fiducia_periodi(doc, a, elenco, cert), ERR_INVALID);
	nodo_set(a, x, "dal", "ieri");
	assert_int_equal(fiducia_periodi(doc, a, elenco, cert), ERR_INVALID);
	err_clear();
	assert_null(nodo_child(doc, "radice"));
}

/* A time that cannot be read is no time. */
static void
damaged_times_are_not_believed(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *x = nodo_new(a, "radice");

	(void)state;
	assert_true(fiducia_valeva(x, 0));
	nodo_set(a, x, "dal", "sempre");
	assert_false(fiducia_valeva(x, 0));
	nodo_set(a, x, "dal", NULL);
	nodo_set(a, x, "al", "mai");
	assert_false(fiducia_valeva(x, 0));
}

static void
certificates_stand_beside(void **state)
{
	static const struct stato s[] = {
		{ 7, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
		{ 5, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
		{ 7, "TSA/QTST", "granted", "2020-01-01T00:00:00Z" },
		{ 6, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
	};
	static const char *const posti[] = { "1", "2", "1", "3" };
	AUTO(arena) a = arena_new();
	struct nodo *doc = adopt(a, s, NELEM(s), 0);
	AUTO_BUF pem = { 0 };
	const struct nodo *x;
	const char **pezzi;
	int i = 0;

	(void)state;
	fiducia_stacca(&pem, doc);
	assert_string_equal(buf_str(&pem), PEM("7") PEM("5") PEM("6"));
	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice")) {
		assert_string_equal(nodo_attr(x, "posto"), posti[i++]);
		assert_null(x->primo);
	}
	assert_int_equal(fiducia_pezzi(&pezzi, a, pem.data, pem.len), 0);
	assert_string_equal(pezzi[1], PEM("5"));
	assert_null(pezzi[3]);
	assert_int_equal(fiducia_pezzi(&pezzi, a, pem.data, pem.len - 5),
	    ERR_INVALID);
	err_clear();
	assert_int_equal(fiducia_pezzi(&pezzi, a, "", 0), 0);
	assert_null(pezzi[0]);
}

/* Who has no common name is called by all that his certificate says, or "?". */
static void
called_somehow(void **state)
{
	static const struct {
		const char *nome, *soggetto, *wanted;
	} t[] = {
		{ "CA", "CN=CA,C=IT", "CA" }, { "", "O=Ente,C=IT", "O=Ente,C=IT" },
		{ NULL, "O=Ente", "O=Ente" }, { "", "", "?" },
		{ NULL, NULL, "?" },
	};
	static const struct stato s[] = {
		{ 1, "CA/QC", "granted", "2020-01-01T00:00:00Z" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct nodo *elenco = nodo_new(a, "elenco"), *x;
		struct nodo *doc = nodo_new(a, "fiducia");
		struct nodo *c = nodo_new(a, "certificato");
		const struct nodo *cert[] = { c, NULL };

		x = nodo_elem(a, elenco, "servizio");
		nodo_set(a, x, "tipo", s->tipo);
		nodo_set(a, x, "stato", s->stato);
		nodo_set(a, x, "dal", s->dal);
		nodo_set(a, c, "impronta", arena_printf(a, "%064d", 1));
		nodo_set(a, c, "nome", t[i].nome);
		nodo_set(a, c, "soggetto", t[i].soggetto);
		nodo_text(a, c, PEM("1"));
		assert_int_equal(fiducia_periodi(doc, a, elenco, cert), 0);
		assert_string_equal(nodo_attr(nodo_child(doc, "radice"),
		    "nome"), t[i].wanted);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_status_until_the_next),
		cmocka_unit_test(never_by_doubtful_words),
		cmocka_unit_test(uses_are_apart),
		cmocka_unit_test(a_list_that_does_not_say),
		cmocka_unit_test(damaged_times_are_not_believed),
		cmocka_unit_test(certificates_stand_beside),
		cmocka_unit_test(called_somehow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

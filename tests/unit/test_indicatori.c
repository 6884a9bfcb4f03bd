/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_indicatori.c - what may be told of small counts, against every table
 * that would have looked the same; days in bands; what a body may adopt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/auto.h"
#include "documenti/indicatori.h"
#include "xml/xml.h"

#define CELLE 4
#define ALTO 20			/* totals from 0 to 19 */
#define TAVOLE (ALTO * ALTO * ALTO * ALTO)

struct tavola {
	struct cella c[CELLE];
	enum tabella t;
};

static enum tabella
hide(struct cella *c, const int *v, int n, int64_t k)
{
	int i;

	for (i = 0; i < n; i++)
		c[i] = (struct cella){ .n = v[i] };
	return oscura(c, n, k);
}

/* What is told of a table, as one number: the same for those that look the
 * same. */
static uint64_t
looks(const struct tavola *x, int n)
{
	uint64_t out = (uint64_t)x->t;
	int i;

	if (x->t == TABELLA_OSCURA)
		return out;
	out = out * 64 + (uint64_t)oscura_totale(x->c, n);
	for (i = 0; i < n && x->t == TABELLA_INTERA; i++)
		out = out * 32 + (x->c[i].velo == SCOPERTA ?
		    (uint64_t)x->c[i].n : 20 + (uint64_t)x->c[i].velo);
	return out;
}

static int
by_looks(const void *a, const void *b)
{
	uint64_t x = looks(a, CELLE), y = looks(b, CELLE);

	return (x > y) - (x < y);
}

static struct tavola all[TAVOLE];

/* Every one with such a total: how many. */
static int
every_table(int64_t k)
{
	int v[CELLE], t, i, rest, sum, n = 0;

	for (t = 0; t < TAVOLE; t++) {
		for (i = sum = 0, rest = t; i < CELLE; i++, rest /= ALTO)
			sum += v[i] = rest % ALTO;
		if (sum >= ALTO)
			continue;
		all[n].t = hide(all[n].c, v, CELLE, k);
		n++;
	}
	qsort(all, (size_t)n, sizeof *all, by_looks);
	return n;
}

/* Tables [from, to) look the same: a cell that is hidden because it is small
 * may be anything from 1 to k - 1; where no line is told, none is known. */
static void
check_class(int from, int to, int64_t k)
{
	int64_t low, high;
	int i, t;

	for (i = 0; i < CELLE; i++) {
		low = INT64_MAX;
		high = -1;
		for (t = from; t < to; t++) {
			low = all[t].c[i].n < low ? all[t].c[i].n : low;
			high = all[t].c[i].n > high ? all[t].c[i].n : high;
		}
		if (all[from].t == TABELLA_INTERA &&
		    all[from].c[i].velo != SOTTO_SOGLIA)
			continue;
		if (all[from].t == TABELLA_INTERA)
			assert_true(low == 1 && high == k - 1);
		if (low == high)
			fail_msg("k %d: %d is known", (int)k, (int)low);
	}
}

static void
nothing_small_can_be_found(void **state)
{
	static const int64_t ks[] = { 4, 5 };
	int from, to, n;
	size_t j;

	(void)state;
	for (j = 0; j < NELEM(ks); j++) {
		n = every_table(ks[j]);
		for (from = 0; from < n; from = to) {
			for (to = from + 1; to < n && looks(&all[to],
			    CELLE) == looks(&all[from], CELLE); to++)
				;
			check_class(from, to, ks[j]);
		}
	}
}

static void
as_people_expect(void **state)
{
	struct cella c[CELLE];

	(void)state;
	assert_int_equal(hide(c, (int[]){ 12, 0, 7, 5 }, 4, 5),
	    TABELLA_INTERA);
	assert_int_equal(c[1].velo, SCOPERTA);
	assert_int_equal(c[3].velo, SCOPERTA);
	/* one is small: the last of the others goes with it */
	assert_int_equal(hide(c, (int[]){ 40, 3, 60, 20 }, 4, 5),
	    TABELLA_INTERA);
	assert_int_equal(c[1].velo, SOTTO_SOGLIA);
	assert_int_equal(c[3].velo, COMPLEMENTARE);
	assert_int_equal(c[0].velo, SCOPERTA);
	/* few in all, or nobody */
	assert_int_equal(hide(c, (int[]){ 1, 0, 2, 1 }, 4, 5),
	    TABELLA_OSCURA);
	assert_int_equal(hide(c, (int[]){ 0, 0, 0, 0 }, 4, 5),
	    TABELLA_INTERA);
	/* two parts of six: neither can be told */
	assert_int_equal(hide(c, (int[]){ 5, 1 }, 2, 5), TABELLA_TRATTENUTA);
	/* a threshold of one hides nothing */
	assert_int_equal(hide(c, (int[]){ 1, 2, 3, 4 }, 4, 1),
	    TABELLA_INTERA);
	assert_int_equal(c[0].velo, SCOPERTA);
	assert_int_equal(oscura(c, 0, 5), TABELLA_INTERA);
}

static void
days(void **state)
{
	const struct attesa_giorni v[] = { { -1, 4 }, { 0, 2 }, { 7, 1 },
	    { 8, 3 }, { 30, 1 }, { 31, 1 }, { 400, 1 } };
	struct cella c[FASCE];

	(void)state;
	indicatori_fasce(c, v, NELEM(v));
	assert_int_equal(c[0].n, 3);
	assert_int_equal(c[1].n, 3);
	assert_int_equal(c[2].n, 1);
	assert_int_equal(c[3].n, 2);
	assert_int_equal(c[4].n, 4);
	assert_int_equal(indicatori_mediana(v, NELEM(v), 9), 8);
	assert_int_equal(indicatori_mediana(v, NELEM(v), 10), -1);
	assert_int_equal(indicatori_mediana(v, 1, 0), -1);
}

/* ---- what may be adopted ---- */

#define UN(nome, more) "<indicatore><nome>" nome "</nome>"		\
	"<etichetta>e</etichetta><unita>u</unita><fonte>f</fonte>" more	\
	"</indicatore>"
#define SEDE "<sede><nome>Nord</nome><ore>4</ore></sede>"

static const char *
said(struct arena *a, const char *inside)
{
	struct rilievi ril = { .a = a };
	const char *text = arena_printf(a, "<indicatori xmlns=\"" XML_NS
	    "\">%s</indicatori>", inside);
	struct nodo *doc;

	assert_int_equal(xml_parse(&doc, a, text, strlen(text), XML_OURS), 0);
	indicatori_check(&ril, doc);
	return ril.primo != NULL ? ril.primo->codice : "";
}

static void
what_may_be_adopted(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(said(a, UN("in-carico", "")), "");
	assert_string_equal(said(a, SEDE UN("apertura-sedi", "")), "");
	assert_string_equal(said(a, UN("micro-equipe", "<atteso>120</atteso>"
	    "<su>200</su>")), "");
	assert_string_equal(said(a, UN("micro-equipe", "<atteso>201</atteso>"
	    "<su>200</su>")), "atteso");
	assert_string_equal(said(a, UN("micro-equipe", "<su>200</su>")),
	    "su-niente");
	assert_string_equal(said(a, UN("riunioni", "") UN("riunioni", "")),
	    "doppio");
	assert_string_equal(said(a, SEDE SEDE UN("in-carico", "")), "doppio");
	assert_string_equal(said(a, UN("apertura-sedi", "")), "senza-sedi");
	assert_string_equal(said(a, UN("operatori-residenti", "")),
	    "senza-residenti");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_small_can_be_found),
		cmocka_unit_test(as_people_expect),
		cmocka_unit_test(days),
		cmocka_unit_test(what_may_be_adopted),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_emergenza.c - the rules of the emergency register, its numbers and its
 * seal; HMAC against the vectors of RFC 4231.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "documenti/emergenza.h"
#include "xml/xml.h"

static struct nodo *
parsed(struct arena *a, const char *text)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), 0), 0);
	return n;
}

static struct nodo *
opening(struct arena *a, const char *inizio, const char *data,
    const char *fino)
{
	return parsed(a, arena_printf(a, "<apri-emergenza xmlns=\"" XML_NS
	    "\"><causa>guasto</causa><inizio>%s</inizio><autorizzazione>"
	    "<provvedimento>n. 3</provvedimento><data>%s</data>"
	    "<fino-al>%s</fino-al></autorizzazione></apri-emergenza>", inizio,
	    data, fino));
}

/* The code of the only rilievo, "" when there is none, "?" when more. */
static const char *
only(const struct rilievi *r)
{
	if (r->primo == NULL)
		return "";
	return r->primo->succ == NULL ? r->primo->codice : "?";
}

static void
days_are_civil_days(void **state)
{
	char out[GIORNO_LEN + 1];

	(void)state;
	giorno_dopo(out, "2026-12-28", 7);
	assert_string_equal(out, "2027-01-04");
	giorno_dopo(out, "2028-02-28", 1);
	assert_string_equal(out, "2028-02-29");
	/* days of 23 and of 25 hours */
	giorno_dopo(out, "2026-03-28", 1);
	assert_string_equal(out, "2026-03-29");
	giorno_dopo(out, "2026-03-29", 1);
	assert_string_equal(out, "2026-03-30");
	giorno_dopo(out, "2026-10-25", 1);
	assert_string_equal(out, "2026-10-26");
	giorno_dopo(out, "2026-01-01", -1);
	assert_string_equal(out, "2025-12-31");
}

static void
an_opening_has_its_limits(void **state)
{
	static const struct {
		const char *inizio, *data, *fino, *code;
	} t[] = {
		{ "2026-11-25T09:00:00+01:00", "2026-11-25", "2026-12-02", "" },
		{ "2026-11-25T08:00:00Z", "2026-11-01", "2026-11-25", "" },
		{ "2026-11-25T09:00:00+01:00", "2026-11-25", "2026-12-03",
		    "oltre-la-settimana" },
		{ "2026-11-25T09:00:01+01:00", "2026-11-25", "2026-12-02",
		    "inizio-futuro" },
		{ "2026-11-20T09:59:59+01:00", "2026-11-25", "2026-11-26",
		    "inizio-prima-del-kit" },
		{ "2026-11-20T10:00:00+01:00", "2026-11-25", "2026-11-28",
		    "oltre-la-settimana" },
		{ "2026-11-25T09:00:00+01:00", "2026-11-26", "2026-12-02",
		    "data-futura" },
		{ "2026-11-25T09:00:00+01:00", "2026-11-25", "2026-11-24",
		    "data-passata" },
		{ "2026-11-31T09:00:00+01:00", "2026-11-25", "2026-12-02",
		    "formato" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		emergenza_check_apertura(&ril, opening(a, t[i].inizio,
		    t[i].data, t[i].fino), "2026-11-25T09:00:00+01:00",
		    "2026-11-20T10:00:00+01:00");
		assert_string_equal(only(&ril), t[i].code);
	}
}

static void
a_renewal_is_a_week_more(void **state)
{
	static const struct {
		const char *data, *fino, *oggi, *code;
	} t[] = {
		{ "2026-12-01", "2026-12-09", "2026-12-01", "" },
		{ "2026-12-01", "2026-12-10", "2026-12-01",
		    "oltre-la-settimana" },
		{ "2026-12-01", "2026-12-02", "2026-12-01",
		    "gia-autorizzata" },
		/* it had run out: from the measure */
		{ "2026-12-05", "2026-12-12", "2026-12-05", "" },
		{ "2026-12-05", "2026-12-13", "2026-12-05",
		    "oltre-la-settimana" },
		/* a measure of tomorrow does not move the limit */
		{ "2026-12-06", "2026-12-09", "2026-12-05", "data-futura" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };
		struct nodo *em = opening(a, "2026-11-25T09:00:00+01:00",
		    "2026-11-25", "2026-12-02");
		struct nodo *in = opening(a, "2026-11-25T09:00:00+01:00",
		    t[i].data, t[i].fino);

		in->nome = "proroga-emergenza";
		emergenza_check_proroga(&ril, in, em, t[i].oggi);
		assert_string_equal(only(&ril), t[i].code);
	}
}

static void
numbers_go_on_within_the_year(void **state)
{
	struct numero none = { SERIE_EMERGENZA, 0, 0 };
	struct numero last = { SERIE_EMERGENZA, 2026, 41 }, n;

	(void)state;
	n = emergenza_seguente(&none, 2026);
	assert_true(n.anno == 2026 && n.progressivo == 1);
	n = emergenza_seguente(&last, 2026);
	assert_true(n.anno == 2026 && n.progressivo == 42);
	n = emergenza_seguente(&last, 2027);
	assert_true(n.anno == 2027 && n.progressivo == 1);
	assert_int_equal(n.serie, SERIE_EMERGENZA);
}

static void
the_seal_covers_all_but_itself(void **state)
{
	static const char text[] = "<emergenza xmlns=\"" XML_NS "\"><causa>%s"
	    "</causa><chiusura><totale>%d</totale>%s</chiusura></emergenza>";
	char one[IMPRONTA_LEN + 1], two[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	struct nodo *n = parsed(a, arena_printf(a, text, "guasto", 1, ""));

	(void)state;
	emergenza_prova(one, a, n, "aa", "chiave");
	emergenza_prova(two, a, parsed(a, arena_printf(a, text, "guasto", 1,
	    "<prova>ff</prova>")), "aa", "chiave");
	assert_string_equal(one, two);
	emergenza_prova(two, a, n, "ab", "chiave");
	assert_string_not_equal(one, two);
	emergenza_prova(two, a, n, "aa", "chiavf");
	assert_string_not_equal(one, two);
	emergenza_prova(two, a, parsed(a, arena_printf(a, text, "guasto", 2,
	    "")), "aa", "chiave");
	assert_string_not_equal(one, two);
}

static void
a_row_gives_its_fields_back(void **state)
{
	static const char text[] = "<registra-emergenza xmlns=\"" XML_NS "\">"
	    "<flusso>interna</flusso><oggetto>x</oggetto>"
	    "<classifica>I/1</classifica></registra-emergenza>";
	struct numero n = { SERIE_EMERGENZA, 2026, 7 };
	AUTO(arena) a = arena_new();
	struct nodo *in = parsed(a, text), *riga, *back, *reg;
	AUTO_BUF was = { 0 };
	AUTO_BUF is = { 0 };

	(void)state;
	riga = emergenza_riga(a, in, &n, "2026-11-20T11:00:00+01:00", "prot");
	assert_string_equal(riga->nome, "registrazione-emergenza");
	assert_string_equal(nodo_value(a, riga, "numero"), "EM-2026-0000007");
	back = emergenza_campi(a, riga);
	in->nome = back->nome;
	nodo_write(&was, in);
	nodo_write(&is, back);
	assert_string_equal(is.data, was.data);
	reg = nodo_new(a, "registrazione");
	emergenza_lega(a, reg, riga);
	assert_string_equal(nodo_value(a, reg, "emergenza/numero"),
	    "EM-2026-0000007");
	assert_string_equal(nodo_value(a, reg, "emergenza/operatore"), "prot");
}

/* RFC 4231, test cases 1, 2 and 4. */
static void
hmac_is_that_of_the_rfc(void **state)
{
	char out[IMPRONTA_LEN + 1], key[25], data[50];
	size_t i;

	(void)state;
	memset(key, 0x0b, 20);
	hash_hmac_hex(out, key, 20, "Hi There", 8);
	assert_string_equal(out, "b0344c61d8db38535ca8afceaf0bf12b"
	    "881dc200c9833da726e9376c2e32cff7");
	hash_hmac_hex(out, "Jefe", 4, "what do ya want for nothing?", 28);
	assert_string_equal(out, "5bdcc146bf60754e6a042426089575c7"
	    "5a003f089d2739839dec58b964ec3843");
	for (i = 0; i < sizeof key; i++)
		key[i] = (char)(i + 1);
	memset(data, 0xcd, sizeof data);
	hash_hmac_hex(out, key, sizeof key, data, sizeof data);
	assert_string_equal(out, "82558a389a443c0ea4cc819899f2083a"
	    "85f0faa3e578f8077a2e3ff46729665b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_civil_days),
		cmocka_unit_test(an_opening_has_its_limits),
		cmocka_unit_test(a_renewal_is_a_week_more),
		cmocka_unit_test(numbers_go_on_within_the_year),
		cmocka_unit_test(the_seal_covers_all_but_itself),
		cmocka_unit_test(a_row_gives_its_fields_back),
		cmocka_unit_test(hmac_is_that_of_the_rfc),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

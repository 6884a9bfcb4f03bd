/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a key could do is told by the place of the act in the chain: after it
 * was enrolled, within its days, before it was revoked, not after the day from
 * which it is not believed; for its own user and for nobody else.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "registro/chiavi.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define K1 "0123456789ABCDEF0123456789ABCDEF01234567"
#define K2 "89ABCDEF0123456789ABCDEF0123456789ABCDEF"
#define CERT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

struct esperimento {
	struct arena *a;
	struct registro *r;
};

static void
project(struct esperimento *p, int64_t seq, const char *percorso,
    const char *xml)
{
	struct posizione pos = { .seq = seq,
	    .ora = "2026-11-20T10:15:30+01:00", .cartella = "ente",
	    .percorso = percorso, .impronta = "0",
	    .id = arena_printf(p->a, "%032llx", (unsigned long long)seq) };
	struct nodo *n;

	assert_int_equal(xml_parse(&n, p->a, xml, strlen(xml), XML_OURS), 0);
	pos.tipo = n->nome;
	if (registro_proietta(p->r, &pos, n) != 0)
		fail_msg("%s: %s", percorso, err_msg());
}

/* An enrolment by the act seq; utente NULL: the seal. */
static void
enrol(struct esperimento *p, int64_t seq, const char *impronta,
    const char *utente, const char *qualita, const char *dal, const char *al,
    const char *scade)
{
	project(p, seq, arena_printf(p->a, "chiavi/%s.xml", impronta),
	    arena_printf(p->a, "<chiave" NS ">%s<impronta-chiave "
	    "tipo=\"%s\">%s</impronta-chiave><algoritmo>ed25519</algoritmo>"
	    "<identita>prova</identita><creata>2026-01-01T00:00:00+01:00"
	    "</creata>%s%s<dal>%s</dal>%s<custodia>propria</custodia>"
	    "<arruolata>2026-11-20T10:15:30+01:00</arruolata></chiave>",
	    utente == NULL ? "<sigillo/>" : arena_printf(p->a,
	    "<utente>%s</utente>", utente),
	    strlen(impronta) == 40 ? "openpgp" : "x509", impronta,
	    scade == NULL ? "" : arena_printf(p->a, "<scade>%s</scade>", scade),
	    qualita == NULL ? "" : arena_printf(p->a, "<qualita>%s</qualita>",
	    qualita), dal, al == NULL ? "" : arena_printf(p->a, "<al>%s</al>",
	    al)));
}

static void
take_back(struct esperimento *p, int64_t seq, const char *impronta,
    const char *motivo, const char *dal)
{
	project(p, seq, arena_printf(p->a, "chiavi/%s-revoca.xml", impronta),
	    arena_printf(p->a, "<revoca-chiave" NS "><impronta-chiave>%s"
	    "</impronta-chiave><motivo>%s</motivo>%s<revocata>"
	    "2026-11-20T10:15:30+01:00</revocata></revoca-chiave>", impronta,
	    motivo, dal == NULL ? "" : arena_printf(p->a, "<dal>%s</dal>",
	    dal)));
}

static int
begin(void **state)
{
	static struct esperimento p;

	p.a = arena_new();
	assert_int_equal(registro_prova(&p.r, "2026-11-20"), 0);
	*state = &p;
	return 0;
}

static int
end(void **state)
{
	struct esperimento *p = *state;

	registro_close(p->r);
	arena_free(p->a);
	return 0;
}

/* ---- could it sign then? ---- */

static const struct caso {
	const char *che;
	const char *chiave, *utente;
	int64_t seq;
	const char *ora, *perche;	/* NULL: it could */
} casi[] = {
	{ "in its days", K1, "as1", 20, "2026-06-10T10:00:00+02:00", NULL },
	{ "on its first day", K1, "as1", 20, "2026-02-01T00:00:01+01:00",
	    NULL },
	{ "on its last", K1, "as1", 20, "2027-02-01T23:59:00+01:00", NULL },
	{ "the day before", K1, "as1", 20, "2026-01-31T23:59:59+01:00",
	    "vale dal" },
	{ "the day after", K1, "as1", 20, "2027-02-02T00:00:01+01:00",
	    "fino al" },
	{ "before midnight in Rome is the day before", K1, "as1", 20,
	    "2026-01-31T22:59:59Z", "vale dal" },
	{ "midnight in Rome", K1, "as1", 20, "2026-01-31T23:00:00Z", NULL },
	{ "by the act that enrolled it", K1, "as1", 10,
	    "2026-06-10T10:00:00+02:00", "non era arruolata" },
	{ "before it", K1, "as1", 9, "2026-06-10T10:00:00+02:00",
	    "non era arruolata" },
	{ "by somebody else", K1, "as2", 20, "2026-06-10T10:00:00+02:00",
	    "è di as1" },
	{ "by the office", K1, NULL, 20, "2026-06-10T10:00:00+02:00",
	    "è di as1" },
	{ "the seal", K2, NULL, 20, "2026-06-10T10:00:00+02:00", NULL },
	{ "the seal by a person", K2, "as1", 20, "2026-06-10T10:00:00+02:00",
	    "sigillo" },
	{ "a key nobody knows", CERT, "as1", 20,
	    "2026-06-10T10:00:00+02:00", "non era arruolata" },
};

static void
by_place_and_day(void **state)
{
	struct esperimento *p = *state;
	const char *why;
	size_t i;
	int r;

	enrol(p, 10, K1, "as1", NULL, "2026-02-01", "2027-02-01", NULL);
	enrol(p, 11, K2, NULL, NULL, "2026-02-01", NULL, NULL);
	for (i = 0; i < NELEM(casi); i++) {
		why = NULL;
		r = registro_chiave_valeva(&why, p->a, p->r, casi[i].chiave,
		    casi[i].utente, casi[i].seq, casi[i].ora);
		if (r != (casi[i].perche == NULL))
			fail_msg("%s: %d, %s", casi[i].che, r, why);
		if (casi[i].perche != NULL &&
		    strstr(why, casi[i].perche) == NULL)
			fail_msg("%s: %s", casi[i].che, why);
	}
	assert_int_equal(registro_chiave_valeva(&why, p->a, p->r, K1, "as1",
	    20, "ieri"), ERR_INVALID);
	err_clear();
}

static int
could(struct esperimento *p, const char *chiave, int64_t seq, const char *ora)
{
	const char *why;
	int r = registro_chiave_valeva(&why, p->a, p->r, chiave, "as1", seq,
	    ora);

	assert_true(r >= 0);
	return r;
}

/* Revoked: what was signed before stays, unless it is taken back. */
static void
a_revocation_and_what_was_signed(void **state)
{
	struct esperimento *p = *state;
	struct chiave_arruolata k;

	enrol(p, 10, K1, "as1", NULL, "2026-02-01", NULL, NULL);
	take_back(p, 30, K1, "cessata", NULL);
	assert_int_equal(could(p, K1, 29, "2026-06-10T10:00:00+02:00"), 1);
	assert_int_equal(could(p, K1, 31, "2026-06-10T10:00:00+02:00"), 0);
	/* it turns out to have been stolen: more is taken back, and the first
	 * act stays the one that stopped it */
	take_back(p, 40, K1, "compromessa", "2026-06-11");
	assert_int_equal(could(p, K1, 29, "2026-06-10T23:59:59+02:00"), 1);
	assert_int_equal(could(p, K1, 29, "2026-06-11T00:00:00+02:00"), 0);
	assert_int_equal(could(p, K1, 31, "2026-06-10T10:00:00+02:00"), 0);
	assert_int_equal(registro_chiave_leggi(&k, p->a, p->r, K1), 0);
	assert_int_equal(k.seq_revoca, 30);
	assert_string_equal(k.motivo, "compromessa");
	assert_string_equal(k.compromessa_dal, "2026-06-11");
	assert_int_equal(registro_chiave_in_forza(&k, p->a, p->r, "as1",
	    NULL), ERR_ABSENT);
	err_clear();
}

/* The key's own end, to the second, as it was known at that place. */
static void
its_own_end_as_it_was_then(void **state)
{
	struct esperimento *p = *state;

	enrol(p, 10, K1, "as1", NULL, "2026-02-01", "2026-06-10",
	    "2026-06-10T12:00:00+02:00");
	enrol(p, 50, K1, "as1", NULL, "2026-02-01", "2027-06-10",
	    "2027-06-10T12:00:00+02:00");
	assert_int_equal(could(p, K1, 20, "2026-06-10T11:59:59+02:00"), 1);
	assert_int_equal(could(p, K1, 20, "2026-06-10T12:00:00+02:00"), 0);
	assert_int_equal(could(p, K1, 60, "2026-06-10T12:00:00+02:00"), 1);
	assert_int_equal(could(p, K1, 60, "2027-06-11T12:00:00+02:00"), 0);
}

/* ---- the key of today ---- */

static void
the_newest_that_is_good_today(void **state)
{
	struct esperimento *p = *state;
	struct chiave_arruolata k, *list;
	int n;

	enrol(p, 10, K1, "as1", "assistente sociale", "2026-02-01", NULL, NULL);
	enrol(p, 11, CERT, "as1", NULL, "2026-02-01", "2026-11-20", NULL);
	enrol(p, 12, K2, "as1", NULL, "2026-12-01", NULL, NULL);
	assert_int_equal(registro_chiave_in_forza(&k, p->a, p->r, "as1",
	    NULL), 0);
	assert_string_equal(k.impronta, CERT);
	assert_int_equal(registro_chiave_in_forza(&k, p->a, p->r, "as1",
	    "openpgp"), 0);
	assert_string_equal(k.impronta, K1);
	assert_string_equal(k.qualita, "assistente sociale");
	assert_null(k.revocata);
	assert_int_equal(registro_chiave_in_forza(&k, p->a, p->r, NULL,
	    NULL), ERR_ABSENT);
	err_clear();
	assert_int_equal(registro_chiavi(&list, &n, p->a, p->r, "as1"), 0);
	assert_int_equal(n, 3);
	assert_string_equal(list[0].impronta, K2);
	/* enrolled again, in another capacity: one key, and the last word */
	enrol(p, 20, K1, "as1", "coordinatrice", "2026-11-20", NULL, NULL);
	assert_int_equal(registro_chiavi(&list, &n, p->a, p->r, "as1"), 0);
	assert_int_equal(n, 3);
	assert_string_equal(list[0].qualita, "coordinatrice");
	assert_int_equal(registro_chiavi(&list, &n, p->a, p->r, NULL), 0);
	assert_int_equal(n, 0);
}

/* On its last day, but after its last hour. */
static void
not_one_that_has_just_ended(void **state)
{
	struct esperimento *p = *state;
	struct chiave_arruolata k;

	enrol(p, 10, K1, "as1", NULL, "2026-02-01", NULL, NULL);
	enrol(p, 11, K2, "as1", NULL, "2026-02-01", "2026-11-20",
	    "2020-01-01T00:00:00+01:00");
	assert_int_equal(registro_chiave_in_forza(&k, p->a, p->r, "as1",
	    NULL), 0);
	assert_string_equal(k.impronta, K1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(by_place_and_day, begin, end),
		cmocka_unit_test_setup_teardown(
		    a_revocation_and_what_was_signed, begin, end),
		cmocka_unit_test_setup_teardown(its_own_end_as_it_was_then,
		    begin, end),
		cmocka_unit_test_setup_teardown(the_newest_that_is_good_today,
		    begin, end),
		cmocka_unit_test_setup_teardown(not_one_that_has_just_ended,
		    begin, end),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* People: names by sound, codice fiscale, comuni. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "albero.h"
#include "base/buf.h"
#include "documenti/anagrafica.h"
#include "documenti/codice_fiscale.h"
#include "documenti/comuni.h"
#include "documenti/nome.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"

/* Exactly these codes at these places: "codice percorso\n…", in order. */
static void
said(const struct rilievi *ril, const char *wanted)
{
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		buf_printf(&b, "%s %s\n", r->codice, r->percorso);
	assert_string_equal(buf_str(&b), wanted);
}

/* ---- names ---- */

static const char *
sound(struct arena *a, const char *nome)
{
	char *s;

	assert_int_equal(nome_unito(&s, a, nome), 0);
	return nome_suono(a, s);
}

static void
names_that_sound_alike(void **state)
{
	static const char *const pairs[][2] = {
		{ "Rossi", "Rosi" }, { "Mohamed", "Muhammad" },
		{ "Mohammed", "Mohamad" }, { "Youssef", "Jusuf" },
		{ "Khaled", "Caled" }, { "Djamal", "Giamal" },
		{ "Jamal", "Giamal" }, { "Shaimaa", "Chaimaa" },
		{ "Hassan", "Assan" }, { "El Amrani", "Al-Amrani" },
		{ "Walid", "Oualid" }, { "Sarah", "Sara" },
		{ "Aicha", "Aisha" }, { "Cristina", "Kristina" },
		{ "Ghita", "Gita" }, { "Elisabeth", "Elizabeth" },
		{ "Иванов", "Ivanov" }, { "Сергей", "Serghei" },
		{ "Ivanov", "Iwanoff" }, { "D'Angelo", "Dangelo" },
		{ "De Luca", "Deluca" }, { "Nicolò", "Nicolo" },
		{ "Strauß", "Strauss" }, { "Łukasz", "Lukas" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++)
		assert_string_equal(sound(a, pairs[i][0]),
		    sound(a, pairs[i][1]));
}

static void
names_that_do_not(void **state)
{
	static const char *const pairs[][2] = {
		{ "Rossi", "Russo" "tti" }, { "Paolo", "Paola" },
		{ "Mario", "Maria" }, { "Chiara", "Ciara" },
		{ "Omar", "Amar" }, { "Bianchi", "Banci" },
		{ "Luca", "Lucia" }, { "王", "李" }, { "Verdi", "Berti" },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(pairs); i++)
		assert_string_not_equal(sound(a, pairs[i][0]),
		    sound(a, pairs[i][1]));
}

static void
names_exchanged(void **state)
{
	AUTO(arena) a = arena_new();
	char *one, *two;

	(void)state;
	assert_int_equal(nome_suono_persona(&one, a, "Hassan", "Mohamed Ali"),
	    0);
	assert_int_equal(nome_suono_persona(&two, a, "Muhammad", "Assan"), 0);
	assert_string_equal(one, two);
	assert_int_equal(nome_suono_persona(&two, a, "\xff", "x"),
	    ERR_INVALID);
}

/* ---- codice fiscale ---- */

static void
other_codes(void **state)
{
	(void)state;
	assert_int_equal(codice_fiscale_tipo("STP0900101234567"), CF_STP);
	assert_int_equal(codice_fiscale_tipo("ENI0900101234567"), CF_ENI);
	assert_int_equal(codice_fiscale_tipo("12345678903"), CF_PROVVISORIO);
	assert_int_equal(codice_fiscale_tipo("STP090010123456"), CF_ALTRO);
	assert_int_equal(codice_fiscale_tipo("BNCLCU18C01G999U"), CF_PERSONA);
	assert_true(codice_fiscale_valid("STP0900101234567"));
	assert_true(codice_fiscale_valid("12345678903"));
	assert_false(codice_fiscale_valid("12345678901"));
	assert_false(codice_fiscale_valid("STP09001012345X7"));
	/* they say nothing else */
	assert_true(codice_fiscale_agrees("STP0900101234567", "2018-03-01",
	    "F"));
}

static void
code_and_name(void **state)
{
	static const struct {
		const char *cf, *cognome, *nome;
		bool agrees;
	} t[] = {
		{ "BNCLCU18C01G999U", "Bianchi", "Luca", true },
		{ "BNCLCU18C01G999U", "Bianchi", "Lucia", true },
		{ "BNCLCU18C01G999U", "Bianco", "Luca", true },
		{ "BNCLCU18C01G999U", "Verdi", "Luca", false },
		{ "BNCLCU18C01G999U", "Bianchi", "Marco", false },
		/* four consonants: the second is left out */
		{ "CRLGRL90A01G999A", "Carli", "Gabriele", true },
		{ "CRLGRL90A01G999A", "Carli", "Gabriella", true },
		{ "CRLGRL90A01G999A", "Carli", "Giorgiola", false },
		{ "CRLGRL90A01G999A", "Carli", "Gaierole", true },
		/* too few letters */
		{ "FOXDRA80A01G999K", "Fo", "Dario", true },
		{ "NCCNCL90A01G999F", "Nucci", "Niccolò", true },
		{ "NCCNCL90A01G999F", "Nucci", "Nicola", true },
		{ "DNGMRA18C01G999V", "D'Angelo", "Mario", true },
		{ "BNCLCU18C01G999U", "Bianchi\xff", "Luca", false },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++)
		if (codice_fiscale_nome(a, t[i].cf, t[i].cognome,
		    t[i].nome) != t[i].agrees)
			fail_msg("%s %s", t[i].cognome, t[i].nome);
	assert_string_equal(codice_fiscale_luogo(a, "BNCLCU18C01Z330Z"),
	    "Z330");
	/* a month that is none */
	assert_true(codice_fiscale_agrees("BNCLCU18C01G999U", "2018-03-01",
	    "M"));
	assert_false(codice_fiscale_agrees("BNCLCU18Z01G999U", "2018-03-01",
	    "M"));
	/* omocodia */
	assert_string_equal(codice_fiscale_luogo(a, "BNCLCU18C01G99VJ"),
	    "G999");
}

#define ANAGRAFICA(data, dopo, cf)					\
	"<cognome>Bianchi</cognome><nome>Luca</nome><nascita><data>" data \
	"</data><luogo>P</luogo>" dopo "</nascita>" cf
#define CF(x) "<codice-fiscale>" x "</codice-fiscale>"

static void
anagrafica(void **state)
{
	static const struct {
		const char *inside, *wanted;
		int errori;
	} t[] = {
		{ ANAGRAFICA("2018-03-01", "", ""), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("BNCLCU18C01G999U")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "<codice-catastale>G999"
		    "</codice-catastale>", CF("BNCLCU18C01G999U")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "<codice-catastale>Z330"
		    "</codice-catastale>", CF("BNCLCU18C01G999U")),
		    "codice-fiscale-luogo /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("RSSMRA18C01G999Y")),
		    "codice-fiscale-nome /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-02", "", CF("BNCLCU18C01G999U")),
		    "codice-fiscale-discorde /anagrafica/codice-fiscale\n", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("BNCLCU18C01G999A")),
		    "codice-fiscale /anagrafica/codice-fiscale\n", 1 },
		{ ANAGRAFICA("2018-03-01", "", CF("12345678901")),
		    "codice-fiscale /anagrafica/codice-fiscale\n", 1 },
		{ ANAGRAFICA("2018-03-01", "", CF("ENI0900101234567")), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", "<senza-codice-fiscale>msna"
		    "</senza-codice-fiscale>"), "", 0 },
		{ ANAGRAFICA("2018-03-01", "", CF("ENI0900101234567")
		    "<senza-codice-fiscale>msna</senza-codice-fiscale>"),
		    "codice-fiscale-presente "
		    "/anagrafica/senza-codice-fiscale\n", 1 },
		{ ANAGRAFICA("2026-11-21", "", ""),
		    "data-futura /anagrafica/nascita/data\n", 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		anagrafica_check(&ril, tree(a, "anagrafica", t[i].inside),
		    OGGI);
		said(&ril, t[i].wanted);
		assert_int_equal(ril.errori, t[i].errori);
	}
}

/* ---- comuni ---- */

#define PERIODO(tipo, comune, dal, al) "<tipo>" tipo "</tipo><comune>" comune \
	"</comune><codice>G999</codice><dal>" dal "</dal>" al "<fonte>x</fonte>"
#define AL(x) "<al>" x "</al>"

static const char *
days_of(struct arena *a, const struct nodo *doc)
{
	const struct nodo *n;
	AUTO_BUF b = { 0 };

	for (n = nodo_child(doc, "periodo"); n; n = nodo_next(n, "periodo"))
		buf_printf(&b, "%.1s %s %s-%s;", nodo_value(a, n, "tipo"),
		    nodo_value(a, n, "comune"), nodo_value(a, n, "dal"),
		    nodo_value(a, n, "al") != NULL ?
		    nodo_value(a, n, "al") : "");
	return arena_strdup(a, buf_str(&b));
}

static void
comuni(void **state)
{
	static const struct {
		const char *in, *wanted, *days;
	} t[] = {
		{ PERIODO("residenza", "A", "2020-03-01", ""), "",
		    "r A 2020-03-01-;" },
		/* a new one ends the open one, leap years too */
		{ PERIODO("residenza", "B", "2024-03-01", ""), "",
		    "r A 2020-03-01-2024-02-29;r B 2024-03-01-;" },
		{ PERIODO("onere", "A", "2021-01-01", AL("2021-12-31")), "",
		    "r A 2020-03-01-2024-02-29;r B 2024-03-01-;"
		    "o A 2021-01-01-2021-12-31;" },
		{ PERIODO("residenza", "C", "2022-01-01", AL("2022-06-30")),
		    "periodi-sovrapposti /registra/dal\n"
		    "periodo-scoperto /registra/dal\n", NULL },
		{ PERIODO("residenza", "C", "2024-03-01", ""),
		    "periodi-sovrapposti /registra/dal\n", NULL },
		{ PERIODO("onere", "C", "2023-01-01", ""),
		    "periodo-scoperto /registra/dal\n", NULL },
		{ PERIODO("onere", "C", "2022-01-01", AL("2021-12-31")),
		    "periodo-rovescio /registra/al\n", NULL },
		{ PERIODO("in-carico", "C", "2022-01-01", "")
		    "<corregge>9</corregge>",
		    "periodo-ignoto /registra/corregge\n", NULL },
		/* one that begins with the year ends the open one with the year */
		{ PERIODO("residenza", "D", "2025-01-01", ""), "",
		    "r A 2020-03-01-2024-02-29;r B 2024-03-01-2024-12-31;"
		    "r D 2025-01-01-;o A 2021-01-01-2021-12-31;" },
		{ PERIODO("residenza", "A", "2019-01-01", AL("2024-02-29"))
		    "<corregge>1</corregge>", "",
		    "r A 2019-01-01-2024-02-29;r B 2024-03-01-2024-12-31;"
		    "r D 2025-01-01-;o A 2021-01-01-2021-12-31;" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *doc = NULL, *in;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct rilievi ril = { .a = a };

		in = tree(a, "registra", t[i].in);
		comuni_check(&ril, doc, in);
		said(&ril, t[i].wanted);
		if (t[i].days == NULL)
			continue;
		doc = comuni_make(a, doc, in);
		assert_string_equal(days_of(a, doc), t[i].days);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_that_sound_alike),
		cmocka_unit_test(names_that_do_not),
		cmocka_unit_test(names_exchanged),
		cmocka_unit_test(other_codes), cmocka_unit_test(code_and_name),
		cmocka_unit_test(anagrafica),
		cmocka_unit_test(comuni),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

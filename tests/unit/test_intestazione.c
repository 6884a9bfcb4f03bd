/* SPDX-License-Identifier: EUPL-1.2 */
/* test_intestazione.c - what a letter says of itself, and what is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "documenti/intestazione.h"

static const struct {
	const char *testo, *oggetto, *numero, *data;
} letters[] = {
	{ "ISTITUTO RODARI\nProt. n. 1187/2026 del 20/11/2026\n"
	    "Oggetto: segnalazione alunno\nGentile dottoressa,\n",
	    "segnalazione alunno", "1187/2026", "2026-11-20" },
	{ "OGGETTO : richiesta di\nnotizie sul minore\nCon la presente",
	    "richiesta di notizie sul minore", NULL, NULL },
	{ "Oggetto:\nInvito all'incontro del 3 dicembre.\nSi invita",
	    "Invito all'incontro del 3 dicembre.", NULL, NULL },
	{ "prot. gen. n° 44-A\nin data 5.1.2026", NULL, "44-A", NULL },
	{ "(Protocollo 0000012, 1-2-2026)", NULL, "0000012", "2026-02-01" },
	{ "Rif. Vs. Prot. N. 77.", NULL, "77", NULL },
	{ "Prot. 1187/2026 del 18 novembre 2026", NULL, "1187/2026",
	    "2026-11-18" },
	{ "Prot. 3 del 1° Marzo 2026", NULL, "3", "2026-03-01" },
	/* nothing of the kind */
	{ "Prot. 3 del 31 giugno 2026, 4 mai 2026", NULL, "3", NULL },
	{ "", NULL, NULL, NULL },
	{ "l'oggetto di questa lettera: nessuno", NULL, NULL, NULL },
	{ "il protocollo d'intesa è del 3/4/2026", NULL, NULL, NULL },
	{ "Prot. n. 20/11/2026", NULL, NULL, NULL },
	{ "improtocollabile 33", NULL, NULL, NULL },
	{ "Prot. n. 5 del 31/02/2026", NULL, "5", NULL },
	{ "Prot. n. 5 del 99/99/9999 o 12/", NULL, "5", NULL },
	{ "Prot. n. 5 del 40 marzo 2026", NULL, "5", NULL },
	{ "Prot. n. 5 del 4 marzo 1026", NULL, "5", NULL },
	/* no number, or none that long; the next is looked at */
	{ "Prot. n. --/\nProt. n. 7", NULL, "7", NULL },
	{ "Prot. n. 1234567890123456789012345678901\nProt. n. 7", NULL, "7",
	    NULL },
	{ "Prot. n. 123456789012345678901234567890", NULL,
	    "123456789012345678901234567890", NULL },
};

static void
same(const char *got, const char *wanted)
{
	if (wanted == NULL)
		assert_null(got);
	else
		assert_string_equal(got != NULL ? got : "(niente)", wanted);
}

static void
each_letter(void **state)
{
	AUTO(arena) a = arena_new();
	struct intestazione x;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(letters); i++) {
		intestazione_leggi(&x, a, letters[i].testo);
		same(x.oggetto, letters[i].oggetto);
		same(x.numero, letters[i].numero);
		same(x.data, letters[i].data);
	}
}

static void
addresses(void **state)
{
	AUTO(arena) a = arena_new();
	struct intestazione x;

	(void)state;
	intestazione_leggi(&x, a, "PEC: rm@pec.example. tel 06\n@ x@ @y a@b");
	assert_int_equal(x.n_indirizzi, 2);
	assert_string_equal(x.indirizzo[0], "rm@pec.example");
	assert_string_equal(x.indirizzo[1], "a@b");
}

static void
much_of_it(void **state)
{
	AUTO(arena) a = arena_new();
	struct intestazione x;
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 5000; i++)
		buf_puts(&b, "riga a@b prot. \n");
	buf_puts(&b, "Oggetto: troppo in basso");
	intestazione_leggi(&x, a, buf_str(&b));
	assert_int_equal(x.n_righe, INTESTAZIONE_RIGHE);
	assert_int_equal(x.n_indirizzi, INTESTAZIONE_INDIRIZZI);
	assert_null(x.oggetto);
	buf_clear(&b);
	buf_puts(&b, "Oggetto: ");
	for (i = 0; i < 1000; i++)
		buf_puts(&b, "parola ");
	intestazione_leggi(&x, a, buf_str(&b));
	assert_null(x.oggetto);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_letter), cmocka_unit_test(addresses),
		cmocka_unit_test(much_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Another body consults a cartella: what is named and nothing else, from the
 * first day to the last, as long as its consent stands.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "legami_prova.h"

#define K1 "legami/consultazioni/00/0001.xml"
#define K2 "legami/consultazioni/00/0002.xml"
#define CHI(utente) "<ente>Ambulatorio di Prova</ente><utente>" utente "</utente>"
#define CHI_ALTRO(utente) "<utente>" utente "</utente>"
#define DEI(tipo) "<tipo>" tipo "</tipo>"
#define QUESTO(percorso) "<documento>" percorso "</documento>"
#define DIECI "<dal>2026-11-10</dal><al>2026-11-20</al>"
#define PER_CONSENSO "<liberatoria>liberatorie/0001.xml</liberatoria>"

static void
consult(struct esperimento *p, const char *cartella, const char *path,
    const char *what)
{
	project(p, cartella, path, arena_printf(p->a, "<consultazione" NS ">"
	    "%s</consultazione>", what));
}

static void
consultations_open_what_they_name(void **state)
{
	static const struct {
		const char *what;
		int mask;
	} all[] = {
		{ DEI("progetto"), PROGETTO },
		{ DEI("progetto") DEI("cartella"), PROGETTO | COPERTINA },
		{ QUESTO("scheda.xml"), SCHEDA },
		{ QUESTO("diario/2026/00/0001.xml"), DIARIO },
		{ DEI("intervento") QUESTO("scheda.xml"), INTERVENTO | SCHEDA },
		{ DEI("voce-diario"), DIARIO },
		{ QUESTO("diario/2026/00/0002.xml"), 0 },
		{ QUESTO("progetti/0002.xml"), 0 },
		{ QUESTO("progetti"), 0 },
		{ DEI("relazione"), 0 },
		{ "", 0 },
	};
	static const char *const but[] = { "est1", NULL };
	struct esperimento p;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(all); i++) {
		begin(&p, "2026-11-20");
		consult(&p, CS1, K1, arena_printf(p.a, CHI("est1") "%s" DIECI,
		    all[i].what));
		assert_int_equal(reads(&p, "est1", &uno), all[i].mask);
		assert_int_equal(reads(&p, "est1", &due), 0);
		others_read_nothing(&p, &uno, but);
		assert_int_equal(reads(&p, "as1", &uno), TUTTO);
		end(&p);
	}
}

static void
consultations_end(void **state)
{
	static const struct {
		const char *giorno;
		int mask;
	} days[] = { { "2026-11-09", 0 }, { "2026-11-10", PROGETTO },
		{ "2026-11-20", PROGETTO }, { "2026-11-21", 0 } };
	struct esperimento p;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(days); i++) {
		begin(&p, days[i].giorno);
		consult(&p, CS1, K1, CHI("est1") DEI("progetto") DIECI);
		assert_int_equal(reads(&p, "est1", &uno), days[i].mask);
		end(&p);
	}
	/* two are told apart */
	begin(&p, "2026-11-20");
	consult(&p, CS1, K1, CHI("est1") DEI("progetto") DIECI);
	consult(&p, CS1, K2, CHI("est2") DEI("intervento") DIECI);
	assert_int_equal(reads(&p, "est1", &uno), PROGETTO);
	assert_int_equal(reads(&p, "est2", &uno), INTERVENTO);
	consult(&p, CS1, K1, CHI("est1") DEI("progetto") DIECI CESSATO);
	assert_int_equal(reads(&p, "est1", &uno), 0);
	assert_int_equal(reads(&p, "est2", &uno), INTERVENTO);
	end(&p);
}

/* What stands on a consent that is taken back, and nothing else. */
static void
consultations_end_with_the_consent(void **state)
{
	static const char revoca[] = "<revoca-liberatoria" NS ">"
	    "<liberatoria>liberatorie/0001.xml</liberatoria>"
	    "<data>2026-11-19</data></revoca-liberatoria>";
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	consult(&p, CS1, K1, CHI("est1") DEI("progetto") PER_CONSENSO DIECI);
	consult(&p, CS1, K2, CHI("est2") DEI("progetto")
	    "<norma>art. 23</norma>" DIECI);
	consult(&p, CS2, K1, CHI("est1") DEI("progetto") PER_CONSENSO DIECI);
	project(&p, CS1, "liberatorie/0003.xml", "<revoca-liberatoria" NS ">"
	    "<liberatoria>liberatorie/0002.xml</liberatoria>"
	    "<data>2026-11-19</data></revoca-liberatoria>");
	assert_int_equal(reads(&p, "est1", &uno), PROGETTO);
	project(&p, CS1, "liberatorie/0004.xml", revoca);
	assert_int_equal(reads(&p, "est1", &uno), 0);
	assert_int_equal(reads(&p, "est2", &uno), PROGETTO);
	assert_int_equal(reads(&p, "est1", &due), PROGETTO);
	end(&p);
}

/* Who goes to another body takes nothing with him. */
static void
consultations_are_of_a_body(void **state)
{
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	consult(&p, CS1, K1, CHI("est1") CHI_ALTRO("est3") DEI("progetto")
	    DIECI);
	assert_int_equal(reads(&p, "est1", &uno), PROGETTO);
	assert_int_equal(reads(&p, "est3", &uno), 0);
	project(&p, "ente", "utenti/est1.xml", "<utente" NS
	    " codice=\"est1\"><cognome>X</cognome><nome>Y</nome><ruolo>"
	    "ente-esterno</ruolo><ente>Scuola di Prova</ente><attivo>si"
	    "</attivo></utente>");
	assert_int_equal(reads(&p, "est1", &uno), 0);
	end(&p);
}

/* Whatever the policy and the consultation say. */
static void
consultations_never_open(void **state)
{
	struct occhio o = { "est1", "mostra" };
	struct esperimento p;

	(void)state;
	begin(&p, "2026-11-20");
	consult(&p, CS1, K1, CHI("est1") DEI("cartella") DEI("voce-diario")
	    QUESTO("diario/2026/00/0002.xml") DIECI);
	assert_int_equal(reads(&p, "est1", &uno), COPERTINA | DIARIO);
	assert_int_equal(registro_vede_documento(p.r, &o, &uno, K1),
	    ERR_ABSENT);
	assert_int_equal(registro_vede(p.r, &o, &accesso_uno), ERR_ABSENT);
	project(&p, CS1, "legami/conflitti/00/0001.xml", CONFLITTO("est1",
	    ""));
	assert_int_equal(reads(&p, "est1", &uno), 0);
	project(&p, CS1, "legami/conflitti/00/0001.xml", CONFLITTO("est1",
	    CESSATO));
	assert_int_equal(reads(&p, "est1", &uno), COPERTINA | DIARIO);
	project(&p, CS1, "legami/secretazioni/00/0001.xml", SECRETA(""));
	assert_int_equal(reads(&p, "est1", &uno), 0);
	end(&p);
}

/* A letter tells what other documents say: whoever is given letters as a type
 * reads those whose sources he reads, whoever is given this one reads it. */
static void
letters_tell_others(void **state)
{
	static const char path[] = "comunicazioni/0001.xml";
	static const struct {
		const char *what;
		int e;
	} all[] = {
		{ DEI("comunicazione"), ERR_ABSENT },
		{ DEI("comunicazione") DEI("progetto"), ERR_ABSENT },
		{ DEI("comunicazione") QUESTO("scheda.xml"), ERR_ABSENT },
		{ DEI("comunicazione") DEI("scheda"), 0 },
		{ QUESTO("comunicazioni/0001.xml"), 0 },
		{ QUESTO("comunicazioni/0002.xml"), ERR_ABSENT },
	};
	struct occhio o = { "est1", "mostra" };
	struct esperimento p;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(all); i++) {
		begin(&p, "2026-11-20");
		project(&p, CS1, path, "<comunicazione" NS "><lettera><minore/>"
		    "</lettera><protocollo>0000001/2026</protocollo>"
		    "<firma-file><firma>1</firma><file>2</file><manifesto>3"
		    "</manifesto><utente>as1</utente><chiave>4</chiave></firma-file>"
		    "</comunicazione>");
		consult(&p, CS1, K1, arena_printf(p.a, CHI("est1") "%s" DIECI,
		    all[i].what));
		assert_int_equal(registro_vede_documento(p.r, &o, &uno, path),
		    all[i].e);
		end(&p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(consultations_open_what_they_name),
		cmocka_unit_test(consultations_end),
		cmocka_unit_test(consultations_end_with_the_consent),
		cmocka_unit_test(consultations_are_of_a_body),
		cmocka_unit_test(consultations_never_open),
		cmocka_unit_test(letters_tell_others),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

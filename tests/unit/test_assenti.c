/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is asked of the register about a thing that is of no case, was destroyed
 * or is not there.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "registro/chiavi.h"
#include "registro/conservazione.h"
#include "registro/consultazioni.h"
#include "registro/distrutti.h"
#include "registro/espunzioni.h"
#include "registro/fascicoli.h"
#include "registro/legami.h"
#include "registro/procedimento.h"
#include "registro/query.h"
#include "registro/titolario.h"
#include "registro/trasferimenti.h"
#include "registro/verifica.h"
#include "liste_prova.h"

static void
of_no_case(void **state)
{
	static const struct numero none[] = {
		{ SERIE_EMERGENZA, 2026, 1 }, { SERIE_PROTOCOLLO, 2026, 1 },
	};
	struct esperimento *p = *state;
	struct nodo *v = nodo_new(p->a, "storia");
	struct attuale *list;
	size_t i;
	int n;

	for (i = 0; i < NELEM(none); i++) {
		assert_int_equal(registro_vede(p->r, &sua, &none[i]),
		    ERR_ABSENT);
		assert_int_equal(registro_vede_documento(p->r, &sua, &none[i],
		    "x"), ERR_ABSENT);
		assert_int_equal(registro_vede_sagoma(p->r, &sua, &none[i]),
		    0);
		assert_int_equal(registro_attuali_visti(&list, &n, p->a, p->r,
		    &sua, &none[i]), ERR_ABSENT);
		assert_int_equal(registro_storia(v, p->a, p->r, &sua,
		    &none[i]), ERR_ABSENT);
		assert_null(v->primo);
	}
}

/* Of a register in which nobody has said anything yet. */
static void
before_the_first_act(void **state)
{
	const struct numero uno = { SERIE_PROTOCOLLO, 2026, 1 };
	const struct numero caso = { SERIE_CARTELLA, 2026, 1 };
	struct esperimento *p = *state;
	struct nodo *v = nodo_new(p->a, "v");
	AUTO(registro) r = NULL;
	struct classificata c;
	const char *office;
	struct ente ente;
	int days = 0;

	assert_int_equal(registro_prova(&r, "2026-11-20"), 0);
	assert_int_equal(registro_consultazione_giorni(&days, r), 0);
	assert_int_equal(days, CONSULTAZIONE_GIORNI);
	assert_int_equal(registro_straordinario_giorni(&days, r), 0);
	assert_int_equal(days, 1);
	assert_int_equal(registro_ente(&ente, p->a, r), ERR_ABSENT);
	assert_int_equal(registro_classificata(&c, p->a, r, &uno),
	    ERR_ABSENT);
	assert_int_equal(registro_ufficio_che_tiene(&office, p->a, r, &caso),
	    ERR_ABSENT);
	assert_int_equal(registro_trasferimento(v, p->a, r, &sua, "t"),
	    ERR_ABSENT);
	assert_int_equal(registro_esito(v, p->a, r, 9), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "manca l'anello 9"));
	assert_null(v->primo);
}

/* Without its trigger the history of commits is not touched. */
static void
without_its_trigger(void **state)
{
	static const struct posto posti[] = { { .seq = 1,
	    .commit = "ffeeddccbbaa99887766554433221100ffeeddcc" } };
	struct esperimento *p = *state;
	struct posto *list;
	int n;

	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(db_exec(p->r->db, "DROP TRIGGER posto_update"), 0);
	assert_int_equal(registro_posti_sposta(p->r, "ente", posti, 1),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), "manca il vincolo"));
	registro_rollback(p->r);
	assert_int_equal(registro_posti(&list, &n, p->a, p->r, "ente"), 0);
	assert_string_not_equal(list[0].commit, posti[0].commit);
	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(registro_posti_sposta(p->r, "ente", posti, 1), 0);
	assert_int_equal(registro_commit(p->r), 0);
	assert_int_equal(registro_posti(&list, &n, p->a, p->r, "ente"), 0);
	assert_string_equal(list[0].commit, posti[0].commit);
}

/* A registration is seen, and has no documents of a case. */
static void
a_registration_has_no_documents(void **state)
{
	struct numero uno = { SERIE_PROTOCOLLO, 2026, 1 };
	struct esperimento *p = *state;

	act(p, "registro/2026.git", "registrazioni/1", "<registrazione" NS
	    "><numero>0000001/2026</numero><ora>" ORA "</ora><operatore>rosa"
	    "</operatore><flusso>entrata</flusso><oggetto>x</oggetto>"
	    "<classifica>VII/9</classifica></registrazione>");
	assert_int_equal(registro_vede(p->r, &sua, &uno), 0);
	assert_int_equal(registro_vede_documento(p->r, &sua, &uno,
	    "registrazioni/1"), ERR_ABSENT);
	assert_non_null(strstr(err_msg(), "0000001/2026"));
}

static void
what_a_letter_tells(void **state)
{
	struct esperimento *p = *state;
	const char *cs = folder_of(p, SERIE_CARTELLA, 1);

	act(p, cs, "comunicazioni/0001.xml", "<comunicazione" NS "><lettera>"
	    "<minore>x</minore></lettera><firma-file><firma>f</firma><file>g"
	    "</file><manifesto>m</manifesto><chiave>k</chiave></firma-file>"
	    "<protocollo>0000009/2026</protocollo></comunicazione>");
	assert_int_equal(registro_riporta(p->r, cs, "comunicazioni/0001.xml",
	    "scheda"), 1);
	assert_int_equal(registro_riporta(p->r, cs, "comunicazioni/0001.xml",
	    "cartella"), 0);
	assert_int_equal(registro_riporta(p->r, cs, "comunicazioni/0002.xml",
	    "scheda"), 0);
}

static void
who_destroyed_it(void **state)
{
	struct esperimento *p = *state;
	struct distrutto_da by;

	atto_allegato = "aa";
	act(p, folder_of(p, SERIE_CARTELLA, 1), "lettere/0001.xml", "<nota" NS
	    "><testo>x</testo></nota>");
	atto_allegato = NULL;
	assert_int_equal(registro_distrutto(&by, p->a, p->r, "aa"), 0);
	act(p, folder_of(p, SERIE_CARTELLA, 1), "espunzioni/0001.xml",
	    "<espunzione" NS "><distrutto>aa</distrutto></espunzione>");
	assert_int_equal(registro_distrutto(&by, p->a, p->r, "aa"), 1);
	assert_string_equal(by.ora, ORA);
	assert_string_equal(by.cartella, folder_of(p, SERIE_CARTELLA, 1));
	assert_string_equal(by.percorso, "espunzioni/0001.xml");
	assert_int_equal(registro_distrutto(&by, p->a, p->r, "bb"), 0);
}

static void
the_last_sealed_day(void **state)
{
	struct esperimento *p = *state;
	const char *data;
	int64_t ultimo;

	assert_int_equal(registro_giorno_chiuso(&data, &ultimo, p->a, p->r,
	    99), ERR_ABSENT);
	act(p, "registro/2026.git", "giornalieri/x.xml", "<registro-giornaliero"
	    NS "><data>2026-11-19</data><precedente>p</precedente>"
	    "<registrazioni><numero>0</numero></registrazioni><atti><primo>1"
	    "</primo><ultimo>3</ultimo><impronta>i</impronta></atti><letture>"
	    "<numero>0</numero><ultima>0</ultima><impronta>l</impronta>"
	    "</letture></registro-giornaliero>");
	assert_int_equal(registro_giorno_chiuso(&data, &ultimo, p->a, p->r,
	    99), ERR_ABSENT);
	act(p, "registro/2026.git", "chiusure/x.xml", "<chiusura-giorno" NS
	    "><giorno>2026-11-19</giorno><giornaliero>g</giornaliero>"
	    "<firma-file><firma>f</firma><file>g</file><manifesto>m"
	    "</manifesto><utente>rosa</utente><chiave>k</chiave></firma-file>"
	    "</chiusura-giorno>");
	/* no row says how its seal is verified (verifica_dopo.t: they are there) */
	assert_int_equal(registro_giorno_chiuso(&data, &ultimo, p->a, p->r,
	    99), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "del sigillo del 2026-11-19"));
	/* sealed behind the act that is asked for */
	assert_int_equal(registro_giorno_chiuso(&data, &ultimo, p->a, p->r,
	    2), ERR_ABSENT);
}

/* A key whose end cannot be read is believed by nobody. */
static void
an_end_nobody_can_read(void **state)
{
	struct esperimento *p = *state;
	const char *why;

	act(p, "ente", "chiavi/k.xml", "<chiave" NS "><impronta-chiave "
	    "tipo=\"openpgp\">k</impronta-chiave><utente>rosa</utente>"
	    "<algoritmo>x</algoritmo><identita>x</identita><dal>2026-01-01"
	    "</dal><custodia>x</custodia><scade>domani</scade></chiave>");
	assert_int_equal(registro_chiave_valeva(&why, p->a, p->r, "k", "rosa",
	    p->seq + 1, ORA), 0);
	assert_string_equal(why, "non si legge quando la chiave scade");
}

/* Without a massimario nobody is asked for what it would want. */
static void
without_a_massimario(void **state)
{
	struct numero uno = { SERIE_CARTELLA, 2026, 1 };
	struct esperimento *p = *state;
	const char *perche = "x";

	add_case(p, 1, "in-carico", "");
	assert_int_equal(registro_conservabile(&perche, p->a, p->r, &uno,
	    "2026-11-20"), 0);
	assert_null(perche);
}

/* One that cannot be read ends nothing: the one that was read is kept, and there
 * it is again when the register is whole. */
static void
a_damaged_massimario(void **state)
{
	static const char whole[] = "<massimario" NS "><riga><cosa>cartella"
	    "</cosa><classifica>VII/9</classifica><nome>x</nome><durata><da>"
	    "maggiore-eta</da><anni>5</anni></durata><fonte>locale</fonte>"
	    "</riga></massimario>";
	struct numero uno = { SERIE_CARTELLA, 2026, 1 };
	const struct massimario *m = NULL, *again = NULL;
	struct esperimento *p = *state;
	const char *perche = NULL;

	add_case(p, 1, "in-carico", "");
	act(p, "ente", "massimario.xml", whole);
	assert_int_equal(registro_massimario(&m, p->r), 0);
	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(db_exec(p->r->db, "UPDATE tabella_massimario "
	    "SET impronta = 'x', testo = '<massimario'"), 0);
	assert_int_equal(registro_massimario(&again, p->r), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "massimario in vigore"));
	assert_null(again);
	err_clear();
	assert_int_equal(registro_conservabile(&perche, p->a, p->r, &uno,
	    "2026-11-20"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "massimario in vigore"));
	registro_rollback(p->r);
	assert_int_equal(registro_massimario(&again, p->r), 0);
	assert_ptr_equal(again, m);
}

/* What happens to a first contact is nothing that happens in the cartella of
 * the same number. */
static void
active_elsewhere(void **state)
{
	static const char voce[] = "<voce-diario" NS "><autore>rosa</autore>"
	    "<data>2026-11-10</data><tipo>nota</tipo></voce-diario>";
	const struct numero uno = { SERIE_CARTELLA, 2026, 1 };
	struct esperimento *p = *state;
	const char *ultima;
	int giorni;

	add_case(p, 1, "in-carico", "");
	act(p, folder_of(p, SERIE_ACCESSO, 1), "diario/1.xml", voce);
	assert_int_equal(registro_ultima_attivita(&ultima, &giorni, p->a, p->r,
	    &uno), 0);
	assert_string_equal(ultima, "2026-01-01");
	act(p, folder_of(p, SERIE_CARTELLA, 1), "diario/1.xml", voce);
	assert_int_equal(registro_ultima_attivita(&ultima, &giorni, p->a, p->r,
	    &uno), 0);
	assert_string_equal(ultima, "2026-11-10");
	assert_int_equal(giorni, 10);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(of_no_case), T(a_registration_has_no_documents),
		T(what_a_letter_tells), T(who_destroyed_it),
		T(before_the_first_act), T(without_its_trigger),
		T(the_last_sealed_day), T(an_end_nobody_can_read),
		T(without_a_massimario), T(a_damaged_massimario),
		T(active_elsewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Long lists of the register: how far a page goes, that the next begins behind
 * it, how far is counted.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "registro/archivio.h"
#include "registro/cartelle.h"
#include "registro/conservazione.h"
#include "registro/corrispondenti.h"
#include "registro/libro.h"
#include "registro/persone.h"
#include "registro/repertori.h"
#include "registro/scarti.h"
#include "registro/scrivania.h"
#include "registro/storico.h"
#include "registro/testo.h"
#include "registro/versamenti.h"
#include "liste_prova.h"

#define CASI 1001		/* one more than is counted */

#define CHIUSURA "<chiusura><data>2026-05-01</data><motivo>maggiore-eta"	\
    "</motivo></chiusura>"

static const char *
section(const struct nodo *scrivania, const char *che, const char *attr)
{
	const struct nodo *s;

	for (s = nodo_child(scrivania, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione"))
		if (strcmp(nodo_attr(s, "che"), che) == 0)
			return nodo_attr(s, attr);
	return NULL;
}

static void
cases_are_counted_so_far(void **state)
{
	struct esperimento *p = *state;
	struct numero last = { SERIE_CARTELLA, 2026, CASI - CARTELLE_PAGINA };
	struct scelta_cartelle c = { .stato = "aperte" };
	struct nodo *v;
	int i;

	for (i = 1; i <= CASI; i++)
		add_case(p, i, "in-carico", "");
	assert_int_equal(registro_cartelle(&v, p->a, p->r, &sua, &c), 0);
	assert_string_equal(nodo_attr(v, "quante"), "1000");
	assert_string_equal(nodo_attr(v, "oltre"), "si");
	assert_string_equal(nodo_attr(v, "altri"), "si");
	assert_int_equal(nodo_count(v, "cartella"), CARTELLE_PAGINA);
	assert_string_equal(nodo_attr(nodo_child(v, "cartella"),
	    "riferimento"), "CS-2026-0001001");
	/* the next page begins behind the last one shown */
	last.progressivo++;
	c.dopo = &last;
	assert_int_equal(registro_cartelle(&v, p->a, p->r, &sua, &c), 0);
	assert_string_equal(nodo_attr(nodo_child(v, "cartella"),
	    "riferimento"), "CS-2026-0000951");
	/* the last page says of no other */
	last.progressivo = CARTELLE_PAGINA + 1;
	assert_int_equal(registro_cartelle(&v, p->a, p->r, &sua, &c), 0);
	assert_int_equal(nodo_count(v, "cartella"), CARTELLE_PAGINA);
	assert_null(nodo_attr(v, "altri"));
	/* nor is anything told to another */
	c.dopo = NULL;
	assert_int_equal(registro_cartelle(&v, p->a, p->r, &altrui, &c), 0);
	assert_string_equal(nodo_attr(v, "quante"), "0");
	assert_null(nodo_attr(v, "oltre"));
	assert_null(nodo_child(v, "cartella"));

	v = nodo_new(p->a, "scrivania");
	assert_int_equal(registro_scrivania(v, p->a, p->r, "rosa", true), 0);
	assert_string_equal(section(v, "cartelle", "quante"), "1000");
	assert_string_equal(section(v, "cartelle", "oltre"), "si");
	v = nodo_new(p->a, "scrivania");
	assert_int_equal(registro_scrivania(v, p->a, p->r, "livia", true), 0);
	assert_null(section(v, "cartelle", "quante"));
}

static void
signatures_are_counted_so_far(void **state)
{
	const struct occhio o = { "rosa", "firma" }, other = { "livia",
	    "firma" };
	struct esperimento *p = *state;
	struct nodo *v = nodo_new(p->a, "v");
	int i;

	act(p, "ente", "firme.xml", "<firme" NS "><regola tipo=\"relazione\">"
	    "<passo chi=\"autore\" obbligo=\"si\" scopo=\"sottoscrizione\"/>"
	    "</regola></firme>");
	add_case(p, 1, "in-carico", "");
	for (i = 1; i <= 501; i++) {
		if (i == 500) {
			assert_int_equal(registro_libro(v, p->a, p->r, &o,
			    NULL), 0);
			assert_int_equal(nodo_count(v, "voce"), 499);
			assert_null(nodo_attr(v, "oltre"));
		}
		act(p, folder_of(p, SERIE_CARTELLA, 1), arena_printf(p->a,
		    "relazioni/%04d.xml", i), "<relazione" NS "><autore>rosa"
		    "</autore></relazione>");
	}
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_libro(v, p->a, p->r, &o, NULL), 0);
	assert_int_equal(nodo_count(v, "voce"), 500);
	assert_string_equal(nodo_attr(v, "oltre"), "si");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_libro(v, p->a, p->r, &other, NULL), 0);
	assert_null(v->primo);
	assert_null(nodo_attr(v, "oltre"));
}

/* One page, its first, and where the next begins. */
static void
is_page(const struct nodo *v, int n, const char *first, const char *more)
{
	assert_int_equal(nodo_count(v, "voce"), n);
	assert_string_equal(nodo_attr(nodo_child(v, "voce"), "riferimento"),
	    first);
	if (more != NULL)
		assert_string_equal(nodo_attr(v, "continua"), more);
	else
		assert_null(nodo_attr(v, "continua"));
}

static void
closed_ones_come_by_pages(void **state)
{
	struct esperimento *p = *state;
	struct numero last = { SERIE_CARTELLA, 2026, 50 };
	struct nodo *v = nodo_new(p->a, "v");
	int i;

	for (i = 1; i <= ARCHIVIO_PAGINA + 2; i++)
		add_case(p, i, "chiuso", CHIUSURA);
	assert_int_equal(registro_archivio(v, p->a, p->r, &sua,
	    SERIE_CARTELLA, 2026, 0, "chiusi"), 0);
	is_page(v, 50, "CS-2026-0000001", "50");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_archivio(v, p->a, p->r, &sua,
	    SERIE_CARTELLA, 2026, 50, "chiusi"), 0);
	is_page(v, 2, "CS-2026-0000051", NULL);
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_archivio_chiuse(v, p->a, p->r, &sua, 2026,
	    NULL), 0);
	is_page(v, 50, "CS-2026-0000001", "CS-2026-0000050");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_archivio_chiuse(v, p->a, p->r, &sua, 2026,
	    &last), 0);
	is_page(v, 2, "CS-2026-0000051", NULL);
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_conservazione(v, p->a, p->r, &sua,
	    SERIE_CARTELLA, "tutti", NULL), 0);
	is_page(v, 50, "CS-2026-0000001", "CS-2026-0000050");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_conservazione(v, p->a, p->r, &sua,
	    SERIE_CARTELLA, "tutti", &last), 0);
	is_page(v, 2, "CS-2026-0000051", NULL);
	/* of another nothing, and no page behind it */
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_conservazione(v, p->a, p->r, &altrui,
	    SERIE_CARTELLA, "tutti", NULL), 0);
	assert_null(v->primo);
	assert_null(nodo_attr(v, "continua"));
}

/* A hold whose review is due; a part of a case says of which. */
static void
in_the_archive(void **state)
{
	struct esperimento *p = *state;
	const struct nodo *x;
	struct nodo *v = nodo_new(p->a, "v");

	add_case(p, 1, "chiuso", CHIUSURA);
	act(p, folder_of(p, SERIE_CARTELLA, 1), "blocchi/0003.xml", "<blocco"
	    NS "><motivo>lite</motivo><estremi>R.G. 1</estremi><data>2025-11-01"
	    "</data><rivedere>2026-11-01</rivedere></blocco>");
	act(p, folder_of(p, SERIE_CARTELLA, 1), "blocchi/0004.xml", "<blocco"
	    NS "><motivo>lite</motivo><estremi>R.G. 2</estremi><data>2025-11-01"
	    "</data><rivedere>2027-11-01</rivedere></blocco>");
	assert_int_equal(registro_conservazione(v, p->a, p->r, &sua,
	    SERIE_CARTELLA, "tutti", NULL), 0);
	x = nodo_child(nodo_child(v, "voce"), "blocco");
	assert_string_equal(nodo_attr(x, "numero"), "3");
	assert_string_equal(nodo_attr(x, "tardi"), "si");
	x = nodo_next(x, "blocco");
	assert_string_equal(nodo_attr(x, "numero"), "4");
	assert_null(nodo_attr(x, "tardi"));

	act(p, folder_of(p, SERIE_FASCICOLO, 1), "fascicolo.xml", "<fascicolo"
	    NS "><stato>aperto</stato><oggetto>Contributi</oggetto><tipo>x</tipo>"
	    "<classifica>VII/9</classifica><padre>"
	    "CS-2026-0000001</padre><ufficio>soc</ufficio><responsabile>rosa"
	    "</responsabile><aperto>2026-01-01</aperto></fascicolo>");
	act(p, folder_of(p, SERIE_FASCICOLO, 2), "fascicolo.xml", "<fascicolo"
	    NS "><stato>aperto</stato><oggetto>Altro</oggetto><tipo>x</tipo>"
	    "<classifica>VII/9</classifica><padre>"
	    "FA-2026-0000001</padre><ufficio>soc</ufficio><responsabile>rosa"
	    "</responsabile><aperto>2026-01-01</aperto></fascicolo>");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_archivio(v, p->a, p->r, &sua,
	    SERIE_FASCICOLO, 2026, 0, "tutti"), 0);
	x = nodo_child(v, "voce");
	assert_string_equal(nodo_attr(x, "padre"), "CS-2026-0000001");
	assert_string_equal(nodo_attr(nodo_next(x, "voce"), "padre"),
	    "FA-2026-0000001");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_archivio(v, p->a, p->r, &altrui,
	    SERIE_FASCICOLO, 2026, 0, "tutti"), 0);
	assert_null(v->primo);
}

static void
entries_and_what_is_closed(void **state)
{
	struct esperimento *p = *state;
	struct nodo *v;
	int i;

	act(p, "ente", "repertori/d.xml", "<repertorio" NS "><codice>d"
	    "</codice><denominazione>Determinazioni</denominazione><attivo>no"
	    "</attivo></repertorio>");
	assert_int_equal(registro_repertori(&v, p->a, p->r), 0);
	assert_string_equal(nodo_attr(nodo_child(v, "repertorio"), "chiuso"),
	    "si");
	for (i = 1; i <= 101; i++)
		act(p, "registro/2026.git", arena_printf(p->a, "voci/%d", i),
		    arena_printf(p->a, "<voce-repertorio" NS "><repertorio>d"
		    "</repertorio><anno>2026</anno><numero>%d</numero><ora>"
		    ORA "</ora><operatore>rosa</operatore><ufficio>soc"
		    "</ufficio><oggetto>x</oggetto></voce-repertorio>", i));
	assert_int_equal(registro_voci(&v, p->a, p->r, &sua, "d", 2026, 0), 0);
	assert_string_equal(nodo_attr(v, "altre"), "si");
	assert_int_equal(nodo_count(v, "voce"), 100);
	assert_int_equal(registro_voci(&v, p->a, p->r, &sua, "d", 2026, 100),
	    0);
	assert_null(nodo_attr(v, "altre"));
	assert_int_equal(nodo_count(v, "voce"), 1);
}

static void
correspondents(void **state)
{
	struct esperimento *p = *state;
	const struct nodo *x;
	struct nodo *v;

	act(p, "ente", "corrispondenti/1.xml", "<corrispondente" NS "><codice>"
	    "1</codice><denominazione>Scuola Rodari</denominazione><tipo>ente</tipo><pec>"
	    "scuola@pec.invalid</pec><attivo>si</attivo></corrispondente>");
	act(p, "ente", "corrispondenti/2.xml", "<corrispondente" NS "><codice>"
	    "2</codice><denominazione>Scuola Vecchia</denominazione><tipo>ente</tipo><attivo>no"
	    "</attivo></corrispondente>");
	assert_int_equal(registro_corrispondenti(&v, p->a, p->r,
	    " Scuola@PEC.invalid\t\n"), 0);
	x = nodo_child(v, "corrispondente");
	assert_string_equal(nodo_value(p->a, x, "codice"), "1");
	assert_null(nodo_value(p->a, x, "attivo"));
	assert_null(nodo_next(x, "corrispondente"));
	assert_int_equal(registro_vista_corrispondente(&v, p->a, p->r, 2), 0);
	assert_string_equal(nodo_value(p->a, v, "attivo"), "no");
	assert_int_equal(registro_vista_corrispondente(&v, p->a, p->r, 3),
	    ERR_ABSENT);
}

/* ---- people ---- */

static void
add_family(struct esperimento *p, int caso, int n)
{
	AUTO_BUF b = { 0 };
	int i;

	buf_puts(&b, "<stato-di-famiglia" NS ">");
	for (i = 0; i < n; i++)
		buf_printf(&b, "<componente><parentela>fratello</parentela>"
		    "<cognome>Bianchi</cognome><nome>Bianca Luca%c Anna Maria "
		    "Pia</nome><nascita>2001-%02d-01</nascita></componente>",
		    'a' + i % 26, 1 + i);
	buf_puts(&b, "</stato-di-famiglia>");
	act(p, folder_of(p, SERIE_CARTELLA, caso), "famiglia.xml",
	    buf_str(&b));
}

static int
how_many(const struct persona *list)
{
	int n = 0;

	for (; list != NULL; list = list->succ)
		n++;
	return n;
}

static void
people_are_cut(void **state)
{
	struct occhio o = { "rosa", "trova" }, other = { "livia", "trova" };
	struct esperimento *p = *state;
	struct persona *list;
	bool altri = false;

	add_case(p, 1, "in-carico", "");
	add_family(p, 1, 25);
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "bianchi"), 0);
	assert_true(altri);
	assert_int_equal(how_many(list), PERSONE_LIMITE);
	/* more words than are looked for together: the longest count */
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "anna maria lucab bianchi bianca pia"), 0);
	assert_false(altri);
	assert_int_equal(how_many(list), 1);
	/* more than are looked at */
	add_family(p, 1, 40);
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "bianc"), 0);
	assert_true(altri);
	assert_int_equal(how_many(list), PERSONE_LIMITE);
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &other,
	    "bianc"), 0);
	assert_false(altri);
	assert_null(list);
}

/* Without a name or a surname he is found by none. */
static void
nobody_without_a_name(void **state)
{
	struct occhio o = { "rosa", "trova" };
	struct esperimento *p = *state;
	struct persona *list;
	bool altri;

	add_case(p, 1, "in-carico", "");
	act(p, folder_of(p, SERIE_CARTELLA, 1), "famiglia.xml",
	    "<stato-di-famiglia" NS "><componente><parentela>madre</parentela>"
	    "<cognome>Verdi</cognome></componente><componente><parentela>padre"
	    "</parentela><cognome>Verdi</cognome><nome>Ugo</nome></componente>"
	    "</stato-di-famiglia>");
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "verdi"), 0);
	assert_int_equal(how_many(list), 1);
	assert_string_equal(list->nome, "Ugo");
}

/* Along the keys, as whoever may find in every case: with two keys that begin
 * so he is there once. */
static void
along_the_keys(void **state)
{
	struct occhio o = { "capo", "trova" };
	struct esperimento *p = *state;
	struct persona *list;
	bool altri = false;

	act(p, "ente", "permessi.xml", "<permessi" NS "><ruolo "
	    "nome=\"dirigente\"><atto ambito=\"tutti\" nome=\"trova\"/>"
	    "<documento ambito=\"tutti\" tipo=\"*\"/></ruolo></permessi>");
	act(p, "ente", "utenti/capo.xml", "<utente" NS " codice=\"capo\">"
	    "<cognome>X</cognome><nome>W</nome><ruolo>dirigente</ruolo>"
	    "<attivo>si</attivo></utente>");
	add_case(p, 1, "in-carico", "");
	add_family(p, 1, 7);
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "bianc"), 0);
	assert_false(altri);
	assert_int_equal(how_many(list), 7);
	add_family(p, 1, 40);
	assert_int_equal(registro_persone(&list, &altri, p->a, p->r, &o,
	    "bianc"), 0);
	assert_true(altri);
	assert_int_equal(how_many(list), PERSONE_LIMITE);
}

/* ---- words ---- */

/* Which of the cases 1 and 2 that word is found in. */
static int
found(struct esperimento *p, const char *utente, const char *parole)
{
	struct occhio o = { utente, "mostra" };
	struct testo_criteri c = { .parole = parole, .limite = TESTO_LIMITE };
	const struct nodo *x;
	struct nodo *v;
	int mask = 0;

	assert_int_equal(testo_trova(&v, p->a, p->r, &o, &c), 0);
	for (x = nodo_child(v, "trovato"); x; x = nodo_next(x, "trovato"))
		mask |= strcmp(nodo_attr(x, "riferimento"),
		    "CS-2026-0000001") == 0 ? 1 : 2;
	return mask;
}

#define TRASLOCO "<relazione" NS "><autore>rosa</autore><nota>Il trasloco "	\
    "di Ćosić.</nota></relazione>"

/* Types she may read where nothing is opened to her open nothing; nor does what
 * she is to no case (a comune, of whom is of none). */
static void
types_open_no_case(void **state)
{
	struct esperimento *p = *state;

	act(p, "ente", "permessi.xml", "<permessi" NS "><ruolo "
	    "nome=\"assistente-sociale\"><atto ambito=\"propri\" "
	    "nome=\"mostra\"/><atto ambito=\"comune\" nome=\"mostra\"/>"
	    "<documento ambito=\"propri\" tipo=\"relazione\"/>"
	    "<documento ambito=\"ufficio\" tipo=\"*\"/></ruolo></permessi>");
	act(p, "ente", "utenti/livia.xml", "<utente" NS " codice=\"livia\">"
	    "<cognome>X</cognome><nome>Z</nome><ruolo>assistente-sociale"
	    "</ruolo><ufficio>soc</ufficio><attivo>si</attivo></utente>");
	add_case(p, 1, "in-carico", "");
	act(p, folder_of(p, SERIE_CARTELLA, 2), "cartella.xml", "<cartella" NS
	    "><stato>in-carico</stato><classifica>VII/9</classifica><ufficio>"
	    "soc</ufficio><responsabile>livia</responsabile><aperta>2026-01-01"
	    "</aperta></cartella>");
	act(p, folder_of(p, SERIE_CARTELLA, 1), "relazioni/1.xml", TRASLOCO);
	act(p, folder_of(p, SERIE_CARTELLA, 2), "relazioni/1.xml", TRASLOCO);
	assert_int_equal(found(p, "livia", "trasloco"), 2);
	assert_int_equal(found(p, "rosa", "trasloco"), 1);
	assert_int_equal(found(p, "nessuno", "trasloco"), 0);
	/* letters beyond Latin-1 are folded by the index alone */
	assert_int_equal(found(p, "rosa", "Ćosić"), 1);
}

/* Signs are no words. */
static void
no_words_find_nothing(void **state)
{
	struct esperimento *p = *state;
	struct nodo *v;

	act(p, "registro/2026.git", "storico/1.xml", "<righe-storiche" NS
	    "><origine>o</origine><voce riga=\"1\"><numero>1</numero><data>"
	    "2001-01-01</data><flusso>entrata</flusso><oggetto>Segnalazione"
	    "</oggetto></voce></righe-storiche>");
	act(p, "ente", "permessi.xml", "<permessi" NS "><ruolo "
	    "nome=\"assistente-sociale\"><atto ambito=\"tutti\" "
	    "nome=\"mostra\"/></ruolo></permessi>");
	assert_int_equal(registro_storico_trova(&v, p->a, p->r, &sua,
	    "segnalazione", 0), 0);
	assert_non_null(v->primo);
	assert_int_equal(registro_storico_trova(&v, p->a, p->r, &sua,
	    "-- ?!", 0), 0);
	assert_null(v->primo);
}

static void
versamenti_by_pages(void **state)
{
	struct esperimento *p = *state;
	struct nodo *v = nodo_new(p->a, "v");
	int i;

	for (i = 1; i <= VERSAMENTI_PAGINA + 1; i++)
		act(p, "ente", arena_printf(p->a, "versamenti/%04d.xml", i),
		    arena_printf(p->a, "<versamento" NS "><ordine>%d</ordine>"
		    "<formato>" ORA "</formato><utente>rosa</utente><pacchetto>"
		    "p%d</pacchetto><documenti>1</documenti><unita><numero>"
		    "2026-01-%02d</numero><contenuto>c</contenuto><intera>si"
		    "</intera></unita></versamento>", i, i, i));
	assert_int_equal(registro_versamenti(v, p->a, p->r, &sua, "tutti", 0),
	    0);
	assert_int_equal(nodo_count(v, "versamento"), VERSAMENTI_PAGINA);
	assert_string_equal(nodo_attr(v, "continua"), "2");
	v = nodo_new(p->a, "v");
	assert_int_equal(registro_versamenti(v, p->a, p->r, &sua, "tutti", 2),
	    0);
	assert_int_equal(nodo_count(v, "versamento"), 1);
	assert_null(nodo_attr(v, "continua"));
}

/* art. 41-bis: the answer of the Soprintendenza has its day. */
static void
an_answer_that_is_late(void **state)
{
	struct esperimento *p = *state;
	const struct nodo *x;
	struct nodo *v = nodo_new(p->a, "v");
	int i;

	for (i = 1; i <= 2; i++) {
		act(p, "ente", arena_printf(p->a, "scarti/%d/elenco.xml", i),
		    arena_printf(p->a, "<elenco-scarto" NS "><ordine>%d"
		    "</ordine><data>2026-01-01</data><utente>rosa</utente>"
		    "<soprintendenza>x</soprintendenza></elenco-scarto>", i));
		act(p, "ente", arena_printf(p->a, "scarti/%d/richiesta.xml",
		    i), arena_printf(p->a, "<richiesta-scarto" NS "><ordine>%d"
		    "</ordine><protocollo>0000001/2026</protocollo><inviata>"
		    "2026-%s</inviata></richiesta-scarto>", i,
		    i == 1 ? "01-10" : "11-10"));
	}
	assert_int_equal(registro_scarti(v, p->a, p->r), 0);
	x = nodo_child(v, "elenco");
	assert_string_equal(nodo_attr(x, "numero"), "2");
	assert_null(nodo_attr(x, "tardi"));
	x = nodo_next(x, "elenco");
	assert_string_equal(nodo_attr(x, "numero"), "1");
	assert_string_equal(nodo_attr(x, "tardi"), "si");
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(cases_are_counted_so_far), T(signatures_are_counted_so_far),
		T(closed_ones_come_by_pages), T(in_the_archive),
		T(entries_and_what_is_closed), T(correspondents),
		T(people_are_cut), T(nobody_without_a_name), T(along_the_keys),
		T(types_open_no_case), T(no_words_find_nothing),
		T(versamenti_by_pages), T(an_answer_that_is_late),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

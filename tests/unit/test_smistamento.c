/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The road of a registration, on the register alone: its states, who sees it
 * at each of them, what waits; deleghe in and out of their time.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "documenti/delega.h"
#include "documenti/smistamento.h"
#include "registro/deleghe.h"
#include "registro/scrivania.h"
#include "registro/smistamento.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define ORA "2026-11-20T10:15:30+01:00"
#define NUMERO "<protocollo>0000001/2026</protocollo>"
#define UTENTE(codice, ruolo, ufficio)					\
	"<utente" NS " codice=\"" codice "\"><cognome>X</cognome>"	\
	"<nome>Y</nome><ruolo>" ruolo "</ruolo><ufficio>" ufficio	\
	"</ufficio><attivo>si</attivo></utente>"
#define A(ufficio, titolo, chi)						\
	"<destinazione><ufficio>" ufficio "</ufficio><titolo>" titolo	\
	"</titolo>" chi "</destinazione>"

static const struct numero uno = { SERIE_PROTOCOLLO, 2026, 1 };

struct esperimento {
	struct arena *a;
	char *dir;
	struct registro *r;
};

/* An act of one document: its link, its rows. */
static void
project_in(struct esperimento *p, const char *cartella, const char *xml)
{
	const char *home[1] = { cartella }, *tipo;
	char impronta[IMPRONTA_LEN + 1];
	struct anello_documento d = {
	    .cartella = cartella, .percorso = "x",
	    .impronta = impronta };
	struct ultimo last;
	struct anello an = { .ora = ORA, .atto = "prova",
	    .operatore = "rosa", .istanza_impronta = last.impronta,
	    .precedente = last.impronta, .cartelle = home, .n_cartelle = 1,
	    .documenti = &d, .n_documenti = 1 };
	struct posizione pos = { 0, ORA, cartella, "x", NULL, impronta, NULL };
	struct nodo *doc;

	assert_int_equal(registro_ultimo(&last, p->r), 0);
	assert_int_equal(xml_parse(&doc, p->a, xml, strlen(xml), XML_OURS), 0);
	tipo = pos.tipo = doc->nome;
	an.seq = pos.seq = last.seq + 1;
	d.id = pos.id = an.istanza = arena_printf(p->a, "%032llx",
	    (unsigned long long)pos.seq);
	hash_hex(impronta, xml, strlen(xml));
	anello_seal(&an);
	assert_int_equal(registro_anello(p->r, &an, "atti/x", &tipo), 0);
	if (registro_proietta(p->r, &pos, doc) != 0)
		fail_msg("%s: %s", xml, err_msg());
}

static void
project(struct esperimento *p, const char *xml)
{
	project_in(p, "registro/2026.git", xml);
}

static void
smista(struct esperimento *p, int ordine, const char *rest)
{
	project(p, arena_printf(p->a, "<smistamento" NS ">" NUMERO
	    "<ordine>%d</ordine>%s</smistamento>", ordine, rest));
}

static void
step(struct esperimento *p, const char *tipo, int ordine, int smistamento,
    const char *ufficio, const char *utente, const char *rest)
{
	project(p, arena_printf(p->a, "<%s" NS ">" NUMERO "<ordine>%d</ordine>"
	    "<smistamento>%d</smistamento><ufficio>%s</ufficio>%s"
	    "<utente>%s</utente></%s>", tipo, ordine, smistamento, ufficio,
	    rest, utente, tipo));
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	setenv("CARTELLA_ORA", ORA, 1);
	assert_int_equal(dir_temporary(&p->dir, a), 0);
	assert_int_equal(registro_open(&p->r, arena_printf(a,
	    "%s/registro.sqlite", p->dir), REGISTRO_CREATE), 0);
	project(p, "<permessi" NS "><ruolo nome=\"protocollo\">"
	    "<atto ambito=\"registro\" nome=\"mostra\"/>"
	    "<atto ambito=\"registro\" nome=\"smista\"/></ruolo>"
	    "<ruolo nome=\"coordinatore\"><atto ambito=\"ufficio\" "
	    "nome=\"mostra\"/><atto ambito=\"ufficio\" "
	    "nome=\"prendi-in-carico\"/><atto ambito=\"ufficio\" "
	    "nome=\"assegna\"/></ruolo><ruolo nome=\"assistente-sociale\">"
	    "<atto ambito=\"propri\" nome=\"mostra\"/><atto "
	    "ambito=\"propri\" nome=\"prendi-in-carico\"/></ruolo>"
	    "</permessi>");
	project(p, UTENTE("prot", "protocollo", "prot"));
	project(p, UTENTE("coord", "coordinatore", "soc"));
	project(p, UTENTE("nord", "coordinatore", "nord"));
	project(p, UTENTE("as1", "assistente-sociale", "soc"));
	project(p, "<registrazione" NS "><numero>0000001/2026</numero>"
	    "<ora>" ORA "</ora><operatore>altri</operatore>"
	    "<flusso>entrata</flusso><oggetto>Segnalazione</oggetto>"
	    "<riservata><motivo>minori</motivo></riservata>"
	    "<classifica>VII/9</classifica></registrazione>");
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;
	int r;

	registro_close(p->r);
	r = dir_remove(p->dir);
	arena_free(p->a);
	unsetenv("CARTELLA_ORA");
	return r;
}

/* 'c' in clear, 'o' masked, '-' absent. */
static char
sees(struct esperimento *p, const char *utente)
{
	struct occhio o = { utente, "mostra" };
	struct nodo *v;
	int e = registro_vista_registrazione(&v, p->a, p->r, &o, &uno);

	if (e == ERR_ABSENT)
		return '-';
	assert_int_equal(e, 0);
	return nodo_attr(v, "oscurata") == NULL ? 'c' : 'o';
}

/* The kind of thing that waits; "" none. */
static const char *
waits(struct esperimento *p, const char *utente)
{
	struct nodo *v = nodo_new(p->a, "scrivania");

	assert_int_equal(registro_scrivania(v, p->a, p->r, utente, true), 0);
	if (nodo_child(v, "sezione") == NULL)
		return "";
	assert_null(nodo_next(nodo_child(v, "sezione"), "sezione"));
	return nodo_attr(nodo_child(v, "sezione"), "che");
}

/* ---- tests ---- */

static void
to_an_office_and_back(void **state)
{
	struct esperimento *p = *state;
	struct nodo *v;
	struct occhio o = { "coord", "mostra" };

	assert_string_equal(waits(p, "prot"), "da-smistare");
	assert_int_equal(sees(p, "prot"), 'o');
	assert_int_equal(sees(p, "coord"), '-');
	smista(p, 1, A("soc", "competenza", ""));
	assert_string_equal(waits(p, "prot"), "");
	assert_string_equal(waits(p, "coord"), "da-prendere");
	assert_string_equal(waits(p, "as1"), "");
	assert_int_equal(sees(p, "coord"), 'c');
	assert_int_equal(sees(p, "as1"), '-');
	assert_int_equal(sees(p, "nord"), '-');

	step(p, "presa-in-carico", 1, 1, "soc", "coord", "");
	assert_string_equal(waits(p, "coord"), "da-assegnare");
	step(p, "rifiuto", 1, 1, "soc", "coord", "");
	assert_string_equal(waits(p, "coord"), "");
	assert_string_equal(waits(p, "prot"), "da-rismistare");
	assert_int_equal(sees(p, "coord"), 'o');

	smista(p, 2, A("nord", "competenza", ""));
	assert_string_equal(waits(p, "prot"), "");
	assert_string_equal(waits(p, "nord"), "da-prendere");
	assert_int_equal(sees(p, "nord"), 'c');
	/* what follows is no longer for who gave it back */
	assert_int_equal(registro_vista_registrazione(&v, p->a, p->r, &o,
	    &uno), 0);
	assert_string_equal(nodo_attr(nodo_child(v, "smistamento"),
	    "ufficio"), "soc");
	assert_null(nodo_next(nodo_child(v, "smistamento"), "smistamento"));
}

static void
to_a_person(void **state)
{
	struct occhio coord = { "coord", "prendi-in-carico" };
	struct occhio as1 = { "as1", "prendi-in-carico" };
	struct esperimento *p = *state;
	struct destinazione d;
	const char *chi;

	smista(p, 1, A("soc", "competenza", "<utente>as1</utente>"));
	assert_int_equal(sees(p, "as1"), 'c');
	assert_int_equal(sees(p, "coord"), 'c');
	assert_string_equal(waits(p, "as1"), "da-prendere");
	assert_string_equal(waits(p, "coord"), "");
	assert_int_equal(registro_destinazione(&d, p->a, p->r, &as1, &uno), 0);
	assert_string_equal(d.utente, "as1");
	assert_int_equal(registro_destinazione(&d, p->a, p->r, &coord, &uno),
	    ERR_ABSENT);
	assert_int_equal(registro_destinatario(&chi, p->a, p->r, &uno,
	    "coord"), 0);
	assert_string_equal(chi, "as1");
	/* in another office now: hers no more, and not nobody's */
	project(p, UTENTE("as1", "assistente-sociale", "nord"));
	assert_int_equal(sees(p, "as1"), '-');
	assert_string_equal(waits(p, "as1"), "");
	assert_string_equal(waits(p, "coord"), "da-prendere");
	assert_int_equal(registro_destinazione(&d, p->a, p->r, &coord, &uno),
	    0);
}

static void
replaced(void **state)
{
	struct esperimento *p = *state;
	int n;

	smista(p, 1, A("soc", "competenza", "") A("soc", "conoscenza",
	    "<utente>as1</utente>"));
	assert_int_equal(registro_gia_destinata(p->r, &uno, "soc", "",
	    "conoscenza"), 1);
	assert_int_equal(registro_gia_destinata(p->r, &uno, "soc", "as1",
	    "competenza"), 0);
	smista(p, 2, "<sostituisce>si</sostituisce>"
	    A("nord", "competenza", ""));
	assert_int_equal(sees(p, "coord"), 'o');
	assert_int_equal(sees(p, "as1"), 'o');
	assert_int_equal(sees(p, "nord"), 'c');
	assert_string_equal(waits(p, "coord"), "");
	assert_string_equal(waits(p, "nord"), "da-prendere");
	assert_int_equal(registro_competenti(&n, p->r, &uno), 0);
	assert_int_equal(n, 1);
	assert_int_equal(registro_gia_destinata(p->r, &uno, "soc", "",
	    "conoscenza"), 0);
}

static void
a_case_is_born(void **state)
{
	struct esperimento *p = *state;

	smista(p, 1, A("soc", "competenza", "") A("nord", "competenza", ""));
	project(p, "<presa-visione" NS ">" NUMERO "<ordine>1</ordine>"
	    "<ufficio>soc</ufficio><utente>coord</utente></presa-visione>");
	assert_string_equal(waits(p, "coord"), "da-prendere");
	project_in(p, "accessi/2026/0000001", "<accesso" NS ">"
	    "<tipo>indiretto</tipo><stato>assegnato</stato>" NUMERO
	    "<ufficio>soc</ufficio><responsabile>as1</responsabile>"
	    "<aperto>2026-11-20</aperto></accesso>");
	assert_string_equal(waits(p, "coord"), "");
	/* the other office has not done its part */
	assert_string_equal(waits(p, "nord"), "da-prendere");
	step(p, "presa-in-carico", 1, 1, "nord", "nord", "");
	assert_string_equal(waits(p, "nord"), "");
}

#define DELEGA(dal, al, more)						\
	"<delega" NS "><numero>1</numero><delegante>coord</delegante>"	\
	"<delegato>nord</delegato><dal>" dal "</dal><al>" al "</al>"	\
	"<motivo>ferie</motivo><atto>mostra</atto>"			\
	"<atto>prendi-in-carico</atto>" more "</delega>"

static void
deleghe(void **state)
{
	static const struct {
		const char *ora;
		int covers;
	} days[] = {
		{ "2026-11-30T23:59:59+01:00", 0 },
		{ "2026-12-01T00:00:00+01:00", 1 },
		{ "2026-12-31T23:59:59+01:00", 1 },
		{ "2027-01-01T00:00:00+01:00", 0 },
	};
	struct occhio other = { "as1", "revoca-delega" };
	struct esperimento *p = *state;
	struct delega d;
	size_t i;

	smista(p, 1, A("soc", "competenza", ""));
	project(p, DELEGA("2026-12-01", "2026-12-31", ""));
	for (i = 0; i < NELEM(days); i++) {
		setenv("CARTELLA_ORA", days[i].ora, 1);
		assert_int_equal(registro_delega_copre(p->r, "nord", "coord",
		    "mostra"), days[i].covers);
		assert_string_equal(waits(p, "nord"),
		    days[i].covers ? "da-prendere" : "");
	}
	setenv("CARTELLA_ORA", days[1].ora, 1);
	assert_int_equal(registro_delega_copre(p->r, "nord", "coord",
	    "assegna"), 0);
	assert_int_equal(registro_delega_copre(p->r, "coord", "nord",
	    "mostra"), 0);
	assert_int_equal(registro_delega(&d, p->a, p->r, &other, 1),
	    ERR_ABSENT);
	/* taken back */
	project(p, DELEGA("2026-12-01", "2026-12-31",
	    "<revoca><utente>coord</utente></revoca>"));
	assert_int_equal(registro_delega_copre(p->r, "nord", "coord",
	    "mostra"), 0);
	assert_string_equal(waits(p, "nord"), "");
}

/* ---- the documents ---- */

static int
errors(struct esperimento *p, const char *xml, bool competente)
{
	struct rilievi ril = { .a = p->a };
	struct nodo *in;

	assert_int_equal(xml_parse(&in, p->a, xml, strlen(xml), XML_OURS), 0);
	smistamento_check(&ril, in, competente);
	return ril.errori;
}

static void
what_may_be_sent(void **state)
{
	struct esperimento *p = *state;

	assert_int_equal(errors(p, "<smista" NS ">" A("soc", "competenza", "")
	    A("soc", "conoscenza", "<utente>as1</utente>") "</smista>",
	    false), 0);
	assert_int_equal(errors(p, "<smista" NS ">" A("soc", "competenza", "")
	    A("soc", "conoscenza", "") "</smista>", false), 1);
	assert_int_equal(errors(p, "<smista" NS ">" A("soc", "conoscenza",
	    "<utente>as1</utente>") A("soc", "conoscenza",
	    "<utente>as1</utente>") "</smista>", true), 1);
	assert_int_equal(errors(p, "<smista" NS ">" A("soc", "conoscenza", "")
	    "</smista>", false), 1);
	assert_int_equal(errors(p, "<smista" NS ">" A("soc", "conoscenza", "")
	    "</smista>", true), 0);
	assert_string_equal(delega_percorso(p->a, 1), "deleghe/00/0001.xml");
	assert_string_equal(delega_percorso(p->a, 100),
	    "deleghe/01/0100.xml");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(to_an_office_and_back), T(to_a_person), T(replaced),
		T(a_case_is_born), T(deleghe), T(what_may_be_sent),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

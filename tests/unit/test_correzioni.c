/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Corrections and sending: which fields are renewed, how a value reads, where
 * a sending may go from each state; the corrections of a day, on the register
 * alone.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "documenti/correzione.h"
#include "documenti/spedizione.h"
#include "registro/giorni.h"
#include "registro/spedizione.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define NUMERO "<protocollo>0000001/2026</protocollo>"
#define GIORNO "2026-11-20"
#define FINE(ora) "<operatore>rosa</operatore><ora>" ora "+01:00</ora>"

static const struct numero uno = { SERIE_PROTOCOLLO, 2026, 1 };

struct esperimento {
	struct arena *a;
	char *dir;
	struct registro *r;
};

/* ---- pure ---- */

static struct nodo *
tree(struct arena *a, const char *xml)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, xml, strlen(xml), XML_OURS), 0);
	return n;
}

static void
fields(void **state)
{
	(void)state;
	assert_true(campo_rettificabile("oggetto"));
	assert_true(campo_rettificabile("protocollo-mittente"));
	assert_false(campo_rettificabile("numero"));
	assert_false(campo_rettificabile("data"));
	assert_false(campo_rettificabile("ora"));
	assert_false(campo_rettificabile("impronta"));
	assert_false(campo_rettificabile(""));
	assert_true(campo_soggetto("mittente"));
	assert_false(campo_soggetto("oggetto"));
}

static void
values(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *v = tree(a, "<prima" NS "><mittente><denominazione>Scuola"
	    "</denominazione><codice-ipa>sc_1</codice-ipa><indirizzo>via Po"
	    "</indirizzo><pec>s@p.it</pec></mittente></prima>");
	struct nodo *w = tree(a, "<dopo" NS "><protocollo-mittente><numero>"
	    "A/1</numero><data>2026-11-01</data></protocollo-mittente>"
	    "</dopo>");

	(void)state;
	assert_string_equal(valore_text(a, v, "mittente"),
	    "Scuola (sc_1), via Po <s@p.it>");
	assert_null(valore_text(a, v, "destinatario"));
	assert_string_equal(valore_text(a, w, "protocollo-mittente"),
	    "A/1 del 2026-11-01");
}

static void
states(void **state)
{
	static const char *const all[] = { INVIO_IN_CORSO, INVIO_INVIATO,
	    INVIO_CONSEGNATO, INVIO_ERRORE };
	size_t i;

	(void)state;
	assert_string_equal(invio_stato("pec"), INVIO_IN_CORSO);
	assert_string_equal(invio_stato("cooperazione"), INVIO_IN_CORSO);
	assert_string_equal(invio_stato("raccomandata"), INVIO_INVIATO);
	assert_string_equal(invio_dopo(INVIO_IN_CORSO, "accettazione"),
	    INVIO_INVIATO);
	assert_string_equal(invio_dopo(INVIO_INVIATO, "errore"),
	    INVIO_ERRORE);
	assert_string_equal(invio_dopo(INVIO_CONSEGNATO, "accettazione"),
	    INVIO_CONSEGNATO);
	assert_null(invio_dopo(INVIO_CONSEGNATO, "errore"));
	assert_null(invio_dopo(INVIO_CONSEGNATO, "consegna"));
	assert_string_equal(invio_dopo(INVIO_ERRORE, "consegna"),
	    INVIO_CONSEGNATO);
	assert_string_equal(invio_dopo(INVIO_ERRORE, "errore"), INVIO_ERRORE);
	assert_string_equal(invio_dopo(INVIO_ERRORE, "accettazione"),
	    INVIO_ERRORE);
	for (i = 0; i < NELEM(all); i++)
		assert_null(invio_dopo(all[i], "letta"));
	assert_true(invio_partito(INVIO_INVIATO));
	assert_true(invio_partito(INVIO_CONSEGNATO));
	assert_false(invio_partito(INVIO_IN_CORSO));
	assert_false(invio_partito(INVIO_ERRORE));
}

/* ---- on the register ---- */

/* An act of one document: its link, its rows. */
static int
project(struct esperimento *p, const char *xml)
{
	static const char *home[] = { "registro/2026.git" };
	char impronta[IMPRONTA_LEN + 1];
	struct anello_documento d = {
	    .cartella = home[0], .percorso = "x",
	    .impronta = impronta };
	struct ultimo last;
	struct anello an = { .ora = GIORNO "T10:00:00+01:00", .atto = "prova",
	    .operatore = "rosa", .istanza_impronta = last.impronta,
	    .precedente = last.impronta, .cartelle = home, .n_cartelle = 1,
	    .documenti = &d, .n_documenti = 1 };
	struct posizione pos = { 0, an.ora, home[0], "x", NULL, impronta,
	    NULL };
	struct nodo *doc = tree(p->a, xml);

	assert_int_equal(registro_ultimo(&last, p->r), 0);
	pos.tipo = doc->nome;
	an.seq = pos.seq = last.seq + 1;
	d.id = pos.id = an.istanza = arena_printf(p->a, "%032llx",
	    (unsigned long long)pos.seq);
	hash_hex(impronta, xml, strlen(xml));
	anello_seal(&an);
	assert_int_equal(registro_anello(p->r, &an, "atti/x", &pos.tipo), 0);
	return registro_proietta(p->r, &pos, doc);
}

static void
must_project(struct esperimento *p, const char *xml)
{
	if (project(p, xml) != 0)
		fail_msg("%s: %s", xml, err_msg());
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	assert_int_equal(dir_temporary(&p->dir, a), 0);
	assert_int_equal(registro_open(&p->r, arena_printf(a,
	    "%s/registro.sqlite", p->dir), REGISTRO_CREATE), 0);
	must_project(p, "<registrazione" NS "><numero>0000001/2026</numero>"
	    "<ora>" GIORNO "T10:00:00+01:00</ora><operatore>rosa</operatore>"
	    "<flusso>uscita</flusso><oggetto>invito</oggetto><destinatario>"
	    "<denominazione>A</denominazione></destinatario><classifica>VII/9"
	    "</classifica></registrazione>");
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
	return r;
}

static const char *
rectified(struct esperimento *p, int ordine, const char *prima, const char *dopo,
    const char *ora)
{
	return arena_printf(p->a, "<rettifica" NS ">" NUMERO "<ordine>%d"
	    "</ordine><campo>oggetto</campo><prima><oggetto>%s</oggetto>"
	    "</prima><dopo><oggetto>%s</oggetto></dopo><motivo>refuso"
	    "</motivo><provvedimento>p. 1</provvedimento><operatore>rosa"
	    "</operatore><ora>%s+01:00</ora></rettifica>", ordine, prima,
	    dopo, ora);
}

static void
a_day(void **state)
{
	struct esperimento *p = *state;
	const struct nodo *v;
	struct nodo *day;

	must_project(p, rectified(p, 1, "invito", "nota",
	    GIORNO "T00:00:00"));
	must_project(p, rectified(p, 2, "nota", "lettera",
	    GIORNO "T23:59:59"));
	must_project(p, "<annullamento" NS ">" NUMERO "<motivo>doppia</motivo>"
	    "<provvedimento>nota 4</provvedimento><anno>2026</anno>"
	    "<numero>7</numero><richiedente>ugo</richiedente>"
	    "<inoltrata>no</inoltrata>"
	    FINE("2026-11-21T00:00:00") "</annullamento>");
	/* links 2 and 3, then 4: link 1 registered it */
	day = nodo_new(p->a, "giorno");
	assert_int_equal(registro_variazioni(day, p->a, p->r, 2, 3), 0);
	v = nodo_child(day, "variazione");
	assert_string_equal(nodo_value(p->a, v, "tipo"),
	    CORREZIONE_RETTIFICA);
	assert_string_equal(nodo_value(p->a, v, "numero"), "0000001/2026");
	assert_string_equal(nodo_value(p->a, v, "campo"), "oggetto");
	assert_string_equal(nodo_value(p->a, v, "prima"), "invito");
	v = nodo_next(v, "variazione");
	assert_string_equal(nodo_value(p->a, v, "prima"), "nota");
	assert_string_equal(nodo_value(p->a, v, "dopo"), "lettera");
	assert_null(nodo_next(v, "variazione"));
	day = nodo_new(p->a, "giorno");
	assert_int_equal(registro_variazioni(day, p->a, p->r, 4, 4), 0);
	v = nodo_child(day, "variazione");
	assert_string_equal(nodo_value(p->a, v, "tipo"),
	    CORREZIONE_ANNULLAMENTO);
	assert_null(nodo_child(v, "campo"));
	assert_string_equal(nodo_value(p->a, v, "motivo"),
	    "doppia (nota 4)");
	assert_string_equal(nodo_value(p->a, v, "provvedimento"),
	    "annullamenti n. 7/2026");
	/* once annulled, for ever; an order is never given twice */
	assert_true(project(p, "<annullamento" NS ">" NUMERO "<motivo>x"
	    "</motivo><anno>2026</anno><numero>8</numero><richiedente>ugo"
	    "</richiedente><inoltrata>no</inoltrata>"
	    FINE("2026-11-21T00:00:00") "</annullamento>") < 0);
	assert_non_null(strstr(err_msg(), "esiste già"));
	assert_true(project(p, rectified(p, 2, "x", "y",
	    GIORNO "T12:00:00")) < 0);
	assert_non_null(strstr(err_msg(), "esiste già"));
}

static void
a_sending(void **state)
{
	struct esperimento *p = *state;
	struct invio i;

	assert_int_equal(registro_spedita(p->r, &uno), 0);
	assert_int_equal(registro_invio(&i, p->a, p->r, &uno, 1), ERR_ABSENT);
	must_project(p, "<spedizione" NS ">" NUMERO "<ordine>1</ordine>"
	    "<mezzo>pec</mezzo><data>" GIORNO "</data>"
	    "<destinatario>1</destinatario>" FINE(GIORNO "T11:00:00")
	    "</spedizione>");
	assert_int_equal(registro_spedita(p->r, &uno), 0);
	assert_int_equal(registro_in_invio(p->r, &uno), 1);
	must_project(p, "<ricevuta-spedizione" NS ">" NUMERO "<ordine>1"
	    "</ordine><destinatario>1</destinatario><esito>consegna</esito>"
	    "<data>" GIORNO "</data>" FINE(GIORNO "T12:00:00")
	    "</ricevuta-spedizione>");
	assert_int_equal(registro_spedita(p->r, &uno), 1);
	assert_int_equal(registro_in_invio(p->r, &uno), 0);
	assert_int_equal(registro_invio(&i, p->a, p->r, &uno, 1), 0);
	assert_string_equal(i.stato, INVIO_CONSEGNATO);
	assert_int_equal(i.tentativi, 1);
	/* a receipt that cannot follow; one of nobody */
	assert_true(project(p, "<ricevuta-spedizione" NS ">" NUMERO "<ordine>2"
	    "</ordine><destinatario>1</destinatario><esito>errore</esito>"
	    "<data>" GIORNO "</data>" FINE(GIORNO "T13:00:00")
	    "</ricevuta-spedizione>") < 0);
	assert_non_null(strstr(err_msg(), "non segue"));
	assert_true(project(p, "<ricevuta-spedizione" NS ">" NUMERO "<ordine>3"
	    "</ordine><destinatario>2</destinatario><esito>consegna</esito>"
	    "<data>" GIORNO "</data>" FINE(GIORNO "T13:00:00")
	    "</ricevuta-spedizione>") < 0);
	assert_non_null(strstr(err_msg(), "non è stata spedita"));
}

static void
sent(struct esperimento *p, int ordine, const char *mezzo)
{
	must_project(p, arena_printf(p->a, "<spedizione" NS ">" NUMERO
	    "<ordine>%d</ordine><mezzo>%s</mezzo><data>" GIORNO "</data>"
	    "<destinatario>1</destinatario>" FINE(GIORNO "T11:00:00")
	    "</spedizione>", ordine, mezzo));
}

static void
failed(struct esperimento *p, int ordine)
{
	must_project(p, arena_printf(p->a, "<ricevuta-spedizione" NS ">" NUMERO
	    "<ordine>%d</ordine><destinatario>1</destinatario>"
	    "<esito>errore</esito><data>" GIORNO "</data>"
	    FINE(GIORNO "T12:00:00") "</ricevuta-spedizione>", ordine));
}

/* What left has left, whatever becomes of another try. */
static void
sent_again(void **state)
{
	struct esperimento *p = *state;
	struct invio i;

	sent(p, 1, "raccomandata");
	failed(p, 1);			/* it came back */
	assert_int_equal(registro_spedita(p->r, &uno), 0);
	sent(p, 2, "raccomandata");
	assert_int_equal(registro_spedita(p->r, &uno), 1);
	sent(p, 3, "pec");
	assert_int_equal(registro_spedita(p->r, &uno), 1);
	failed(p, 2);
	assert_int_equal(registro_spedita(p->r, &uno), 1);
	assert_int_equal(registro_invio(&i, p->a, p->r, &uno, 1), 0);
	assert_string_equal(i.stato, INVIO_ERRORE);
	assert_int_equal(i.tentativi, 3);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields), cmocka_unit_test(values),
		cmocka_unit_test(states), T(a_day), T(a_sending),
		T(sent_again),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

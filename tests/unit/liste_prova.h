/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * liste_prova.h - a register in memory in which rosa has cases and livia none,
 * for tests of what is read from it.  Read after cmocka.h, once a program.
 */
#ifndef UNIT_LISTE_PROVA_H
#define UNIT_LISTE_PROVA_H

#include "atto_prova.h"

struct esperimento {
	struct arena *a;
	struct registro *r;
	int64_t seq;
};

static const struct occhio sua = { "rosa", "mostra" };
static const struct occhio altrui = { "livia", "mostra" };

static void
act(struct esperimento *p, const char *cartella, const char *percorso,
    const char *xml)
{
	if (atto_scrivi(p->r, p->a, ++p->seq, cartella, percorso,
	    atto_parsed(p->a, xml), NULL) != 0)
		fail_msg("%s: %s", percorso, err_msg());
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	*p = (struct esperimento){ .a = a };
	assert_int_equal(registro_prova(&p->r, "2026-11-20"), 0);
	act(p, "ente", "permessi.xml", "<permessi" NS ">"
	    "<ruolo nome=\"assistente-sociale\">"
	    "<atto ambito=\"propri\" nome=\"annota\"/>"
	    "<atto ambito=\"propri\" nome=\"firma\"/>"
	    "<atto ambito=\"propri\" nome=\"mostra\"/>"
	    "<atto ambito=\"propri\" nome=\"trova\"/>"
	    "<documento ambito=\"propri\" tipo=\"*\"/></ruolo></permessi>");
	act(p, "ente", "utenti/rosa.xml", "<utente" NS " codice=\"rosa\">"
	    "<cognome>X</cognome><nome>Y</nome><ruolo>assistente-sociale"
	    "</ruolo><attivo>si</attivo></utente>");
	act(p, "ente", "utenti/livia.xml", "<utente" NS " codice=\"livia\">"
	    "<cognome>X</cognome><nome>Z</nome><ruolo>assistente-sociale"
	    "</ruolo><attivo>si</attivo></utente>");
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;

	registro_close(p->r);
	arena_free(p->a);
	return 0;
}

static const char *
folder_of(struct esperimento *p, enum serie serie, int n)
{
	const struct numero x = { serie, 2026, n };

	return numero_folder(p->a, &x);
}

/* Of rosa; chiusura: "" when it is open. */
static void
add_case(struct esperimento *p, int n, const char *stato, const char *chiusura)
{
	act(p, folder_of(p, SERIE_CARTELLA, n), "cartella.xml",
	    arena_printf(p->a, "<cartella" NS "><stato>%s</stato><classifica>"
	    "VII/9</classifica><ufficio>soc</ufficio><responsabile>rosa"
	    "</responsabile><aperta>2026-01-01</aperta>%s</cartella>", stato,
	    chiusura));
}

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * legami_prova.h - a register in memory with two cartelle, people of every
 * role, and what each of them reads: for tests of who sees a case.  Read after
 * cmocka.h, once a program.
 */
#ifndef UNIT_LEGAMI_PROVA_H
#define UNIT_LEGAMI_PROVA_H

#include "base/hash.h"
#include "registro/legami.h"
#include "registro/testo.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define CS1 "cartelle/2026/0000001"
#define CS2 "cartelle/2026/0000002"
#define AC1 "accessi/2026/0000001"
#define PROGETTO_XML "<progetto" NS ">" PAROLA "</progetto>"
#define PAROLA "<nota>L'affidamento è finito.</nota>"

static const struct numero uno = { SERIE_CARTELLA, 2026, 1 };
static const struct numero due = { SERIE_CARTELLA, 2026, 2 };
static const struct numero accesso_uno = { SERIE_ACCESSO, 2026, 1 };

static const char policy[] = "<permessi" NS ">"
    "<ruolo nome=\"assistente-sociale\">"
    "<atto ambito=\"propri\" nome=\"mostra\"/>"
    "<atto ambito=\"equipe\" nome=\"mostra\"/>"
    "<atto ambito=\"straordinario\" nome=\"mostra\"/>"
    "<documento ambito=\"propri\" tipo=\"*\"/>"
    "<documento ambito=\"equipe\" tipo=\"*\"/>"
    "<documento ambito=\"straordinario\" tipo=\"*\"/></ruolo>"
    "<ruolo nome=\"coordinatore\">"
    "<atto ambito=\"ufficio\" nome=\"mostra\"/>"
    "<atto ambito=\"ufficio\" nome=\"vedi-diario-riservato\"/>"
    "<documento ambito=\"ufficio\" tipo=\"*\"/></ruolo>"
    "<ruolo nome=\"area-amministrativa\">"
    "<atto ambito=\"istruttoria\" nome=\"mostra\"/>"
    "<documento ambito=\"istruttoria\" tipo=\"cartella\"/>"
    "<documento ambito=\"istruttoria\" tipo=\"progetto\"/></ruolo>"
    "<ruolo nome=\"controllo\">"
    "<atto ambito=\"controllo\" nome=\"mostra\"/>"
    "<documento ambito=\"controllo\" tipo=\"intervento\"/></ruolo>"
    "<ruolo nome=\"comune-remoto\">"
    "<atto ambito=\"comune\" nome=\"mostra\"/>"
    "<documento ambito=\"comune\" tipo=\"cartella\"/></ruolo>"
    "<ruolo nome=\"ente-esterno\">"
    "<atto ambito=\"consultazione\" nome=\"mostra\"/>"
    "<atto ambito=\"consultazione\" nome=\"vedi-diario-riservato\"/>"
    "<documento ambito=\"consultazione\" tipo=\"*\"/></ruolo>"
    /* every atto, and no line of documents */
    "<ruolo nome=\"dirigente\">"
    "<atto ambito=\"tutti\" nome=\"mostra\"/></ruolo>"
    /* what is closed, its cover */
    "<ruolo nome=\"amministratore\">"
    "<atto ambito=\"chiuse\" nome=\"mostra\"/>"
    "<documento ambito=\"chiuse\" tipo=\"cartella\"/></ruolo>"
    /* every document, and no atto */
    "<ruolo nome=\"archivista\">"
    "<documento ambito=\"tutti\" tipo=\"*\"/></ruolo></permessi>";

static const struct {
	const char *codice, *ruolo, *ufficio, *comune, *ente;
} people[] = {
	{ "as1", "assistente-sociale", "soc", NULL, NULL },
	{ "as2", "assistente-sociale", "soc", NULL, NULL },
	{ "as3", "assistente-sociale", "nord", NULL, NULL },
	{ "coord", "coordinatore", "soc", NULL, NULL },
	{ "coordn", "coordinatore", "nord", NULL, NULL },
	{ "amm1", "area-amministrativa", "amm", NULL, NULL },
	{ "amm2", "area-amministrativa", "nord", NULL, NULL },
	{ "sds1", "controllo", "sds", NULL, NULL },
	{ "sds2", "controllo", "nord", NULL, NULL },
	{ "rem1", "comune-remoto", NULL, "G999", NULL },
	{ "rem2", "comune-remoto", NULL, "A100", NULL },
	{ "est1", "ente-esterno", NULL, NULL, "Ambulatorio di Prova" },
	{ "est2", "ente-esterno", NULL, NULL, "Ambulatorio di Prova" },
	{ "est3", "ente-esterno", "soc", NULL, "Scuola di Prova" },
	{ "capo", "dirigente", "soc", NULL, NULL },
	{ "arch", "archivista", "soc", NULL, NULL },
	{ "dep", "amministratore", "soc", NULL, NULL },
};

/* The documents of each of the two cartelle. */
static const char *const papers[] = {
	"cartella.xml", "diario/2026/00/0001.xml", "diario/2026/00/0002.xml",
	"progetti/0001.xml", "interventi/0001.xml", "scheda.xml",
};
enum { COPERTINA = 1, DIARIO = 2, RISERVATA = 4, PROGETTO = 8,
	INTERVENTO = 16, SCHEDA = 32, TUTTO = 63 };

struct esperimento {
	struct arena *a;
	struct registro *r;
	int64_t seq;
};

static struct posizione
position(struct esperimento *p, const char *cartella, const char *percorso,
    const char *tipo)
{
	return (struct posizione){ .seq = ++p->seq,
	    .ora = "2026-11-20T10:15:30+01:00", .cartella = cartella,
	    .percorso = percorso, .tipo = tipo, .impronta = "0",
	    .id = arena_printf(p->a, "%032llx", (unsigned long long)p->seq) };
}

static void
project(struct esperimento *p, const char *cartella, const char *percorso,
    const char *xml)
{
	struct posizione pos;
	struct nodo *n;

	assert_int_equal(xml_parse(&n, p->a, xml, strlen(xml), XML_OURS), 0);
	pos = position(p, cartella, percorso, n->nome);
	if (registro_proietta(p->r, &pos, n) != 0)
		fail_msg("%s: %s", percorso, err_msg());
}

static void
add_people(struct esperimento *p)
{
	size_t i;

	for (i = 0; i < NELEM(people); i++)
		project(p, "ente", arena_printf(p->a, "utenti/%s.xml",
		    people[i].codice), arena_printf(p->a, "<utente" NS
		    " codice=\"%s\"><cognome>X</cognome><nome>Y</nome>"
		    "<ruolo>%s</ruolo>%s%s%s%s%s%s%s%s%s<attivo>si</attivo></utente>",
		    people[i].codice, people[i].ruolo,
		    people[i].ufficio ? "<ufficio>" : "",
		    people[i].ufficio ? people[i].ufficio : "",
		    people[i].ufficio ? "</ufficio>" : "",
		    people[i].comune ? "<comune>" : "",
		    people[i].comune ? people[i].comune : "",
		    people[i].comune ? "</comune>" : "",
		    people[i].ente ? "<ente>" : "",
		    people[i].ente ? people[i].ente : "",
		    people[i].ente ? "</ente>" : ""));
}

/* Of as1, office soc, born of its accesso; the second diary entry riservata. */
static void
add_case(struct esperimento *p, const char *folder, const char *accesso)
{
	project(p, folder, papers[0], arena_printf(p->a, "<cartella" NS ">"
	    "<stato>in-carico</stato><classifica>VII/9</classifica>"
	    "<accesso>%s</accesso><ufficio>soc</ufficio><responsabile>as1"
	    "</responsabile><aperta>2026-01-01</aperta>" PAROLA "</cartella>",
	    accesso));
	project(p, folder, papers[1], "<voce-diario" NS "><data>2026-11-20"
	    "</data><tipo>nota</tipo><autore>as1</autore>" PAROLA
	    "</voce-diario>");
	project(p, folder, papers[2], "<voce-diario" NS "><data>2026-11-20"
	    "</data><tipo>nota</tipo><riservata>si</riservata><autore>as1</autore>"
	    PAROLA "</voce-diario>");
	project(p, folder, papers[3], PROGETTO_XML);
	project(p, folder, papers[4], "<intervento" NS ">" PAROLA
	    "</intervento>");
	project(p, folder, papers[5], "<scheda" NS ">" PAROLA "</scheda>");
}

static void
begin(struct esperimento *p, const char *giorno)
{
	memset(p, 0, sizeof *p);
	p->a = arena_new();
	assert_int_equal(registro_prova(&p->r, giorno), 0);
	project(p, "ente", "permessi.xml", policy);
	add_people(p);
	project(p, AC1, "accesso.xml", "<accesso" NS "><tipo>indiretto</tipo>"
	    "<stato>in-carico</stato><ufficio>soc</ufficio><responsabile>as1"
	    "</responsabile><aperto>2026-01-01</aperto></accesso>");
	add_case(p, CS1, "AC-2026-0000001");
	add_case(p, CS2, "AC-2026-0000002");
}

static void
end(struct esperimento *p)
{
	registro_close(p->r);
	arena_free(p->a);
}

/* Which papers of a case a search for words shows a user. */
static int
finds(struct esperimento *p, const struct occhio *o, const struct numero *n,
    const char *parole, const struct numero *caso)
{
	struct testo_criteri c = { .parole = parole, .caso = caso,
	    .limite = TESTO_LIMITE };
	const struct nodo *x;
	struct nodo *out;
	int mask = 0;
	size_t i;

	if (testo_trova(&out, p->a, p->r, o, &c) != 0)
		fail_msg("%s: %s", parole, err_msg());
	for (x = nodo_child(out, "trovato"); x; x = nodo_next(x, "trovato"))
		for (i = 0; i < NELEM(papers); i++)
			if (strcmp(nodo_attr(x, "riferimento"),
			    numero_text(p->a, n)) == 0 &&
			    strcmp(nodo_attr(x, "percorso"), papers[i]) == 0)
				mask |= 1 << i;
	return mask;
}

/* What he reads he finds by its words, but for private notes; and no more. */
static void
finds_what_he_reads(struct esperimento *p, const struct occhio *o,
    const struct numero *n, int mask)
{
	/* a document of the case tells what the case is to people by now */
	project(p, numero_folder(p->a, n), papers[3], PROGETTO_XML);
	assert_int_equal(finds(p, o, n, "affidam", NULL), mask & ~RISERVATA);
	assert_int_equal(finds(p, o, n, "affidamento", n), mask & ~RISERVATA);
}

/* Which papers a user reads; one by one, in the list, with the whole of the
 * case and by their words they must agree. */
static int
reads(struct esperimento *p, const char *utente, const struct numero *n)
{
	struct occhio o = { utente, "mostra" };
	struct attuale *list = NULL;
	int e, count = 0, mask = 0, bits = 0;
	size_t i;

	for (i = 0; i < NELEM(papers); i++) {
		e = registro_vede_documento(p->r, &o, n, papers[i]);
		if (e == 0)
			mask |= 1 << i;
		else
			assert_int_equal(e, ERR_ABSENT);
	}
	for (e = mask; e != 0; e &= e - 1)
		bits++;
	e = registro_attuali_visti(&list, &count, p->a, p->r, &o, n);
	assert_int_equal(e, bits > 0 ? 0 : ERR_ABSENT);
	/* what else there is (measures) only adds to the list */
	assert_true(count >= bits);
	if (mask != 0)
		assert_int_equal(registro_vede(p->r, &o, n), 0);
	finds_what_he_reads(p, &o, n, mask);
	return mask;
}

/* What everyone reads of CS1, but for the users named, is what is said. */
static void
others_read_nothing(struct esperimento *p, const struct numero *n,
    const char *const *but)
{
	static const char *const always[] = { "as1", "coord" };
	size_t i, k;

	for (i = 0; i < NELEM(people); i++) {
		for (k = 0; k < NELEM(always); k++)
			if (strcmp(always[k], people[i].codice) == 0)
				break;
		if (k < NELEM(always))
			continue;
		for (k = 0; but[k] != NULL; k++)
			if (strcmp(but[k], people[i].codice) == 0)
				break;
		if (but[k] == NULL)
			assert_int_equal(reads(p, people[i].codice, n), 0);
	}
}

/* ---- what closes ---- */

#define CONFLITTO(utente, more)						\
	"<conflitto" NS "><utente>" utente "</utente>" more "</conflitto>"
#define CESSATO "<cessazione><data>2026-11-20</data></cessazione>"
#define SECRETA(more) "<secretazione" NS ">" more "</secretazione>"

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The rows of terms: what documents make of them, who may see which, what was
 * known on a past day.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "registro/query.h"
#include "registro/termini.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define CS "cartelle/2026/0000001"
#define ALTRA "cartelle/2026/0000002"

struct esperimento {
	struct arena *a;
	char *dir;
	struct registro *r;
	struct ultimo ultimo;
};

/* A link with one document, on that day; `id` of the document. */
static void
act(struct esperimento *p, const char *giorno, const char *cartella,
    const char *percorso, char id, const char *xml)
{
	const char *ora = arena_printf(p->a, "%sT10:00:00+01:00", giorno);
	const char *home[1] = { cartella }, *tipo;
	char impronta[IMPRONTA_LEN + 1];
	struct anello_documento d = {
	    .cartella = cartella, .percorso = percorso,
	    .impronta = impronta };
	struct anello an = { .seq = p->ultimo.seq + 1, .ora = ora,
	    .atto = "prova", .operatore = "rosa",
	    .istanza_impronta = p->ultimo.impronta,
	    .precedente = p->ultimo.impronta, .cartelle = home,
	    .n_cartelle = 1, .documenti = &d, .n_documenti = 1 };
	struct posizione pos = { an.seq, ora, cartella, percorso, NULL,
	    impronta, NULL };
	struct nodo *doc;

	assert_int_equal(xml_parse(&doc, p->a, xml, strlen(xml), XML_OURS), 0);
	tipo = pos.tipo = doc->nome;
	d.id = pos.id = arena_printf(p->a, "%031d%c", 0, id);
	an.istanza = arena_printf(p->a, "%031llxf", (unsigned long long)an.seq);
	hash_hex(impronta, xml, strlen(xml));
	anello_seal(&an);
	assert_int_equal(registro_anello(p->r, &an, "atti/x", &tipo), 0);
	assert_int_equal(registro_proietta(p->r, &pos, doc), 0);
	assert_int_equal(registro_ultimo(&p->ultimo, p->r), 0);
}

#define RUOLO(nome, tipo) "<ruolo nome=\"" nome "\"><atto "		\
    "ambito=\"tutti\" nome=\"termini\"/><documento ambito=\"tutti\" "	\
    "tipo=\"" tipo "\"/></ruolo>"
#define UTENTE(codice, ruolo) "<utente" NS " codice=\"" codice "\">"	\
    "<cognome>X</cognome><nome>Y</nome><ruolo>" ruolo "</ruolo>"		\
    "<attivo>si</attivo></utente>"
#define COPERTINA "<cartella" NS "><stato>in-carico</stato>"		\
    "<classifica>VII/9</classifica><ufficio>soc</ufficio>"		\
    "<responsabile>tizio</responsabile><aperta>2026-11-01</aperta></cartella>"
#define REGOLA(k, durata, inizia, risponde) "<regola><chiave>" k	\
    "</chiave><nome>" k "</nome><base>b</base>" durata "<inizia>" inizia	\
    "</inizia><risponde>" risponde "</risponde></regola>"
#define TRENTA "<quantita>30</quantita><unita>giorni</unita>"
#define E(tipo, campo) "<tipo>" tipo "</tipo><campo>" campo "</campo>"
#define SOSPENDE(m, massimo, k) "<sospensione><motivo>" m "</motivo><nome>" m	\
    "</nome><base>b</base>" massimo "<inizia>" E(m, "data") "</inizia>"	\
    "<sospende>" k "</sospende></sospensione>"

static const char tabella[] = "<termini" NS ">"
    REGOLA("procedimento", TRENTA, E("istanza", "data"), E("esito", "data"))
    REGOLA("pratica", TRENTA, E("pratica", "data") "<dura>giorni</dura>",
    E("fine", "data") "<origine>pratica</origine>")
    REGOLA("passo", TRENTA, E("catena", "primo"), E("catena", "secondo"))
    REGOLA("carta", "", E("isee", "data") "<scade-il>scade</scade-il>",
    E("isee", "data"))
    REGOLA("giro", "<ripete>si</ripete>", E("giro", "data")
    "<scade-il>scade</scade-il>", E("resa", "data"))
    REGOLA("firma", TRENTA, E("domanda", "data"), E("decisione", "data")
    "<firmato>si</firmato>")
    SOSPENDE("attesa", "", "procedimento")
    SOSPENDE("pausa", "<massimo>365</massimo>", "passo") "</termini>";
/* one that knows no «firma» */
static const char altra_tabella[] = "<termini" NS ">"
    REGOLA("procedimento", TRENTA, E("istanza", "data"), E("esito", "data"))
    "</termini>";

static int
setup(void **state)
{
	struct esperimento *p = test_calloc(1, sizeof *p);

	p->a = arena_new();
	assert_int_equal(dir_temporary(&p->dir, p->a), 0);
	assert_int_equal(registro_open(&p->r, arena_printf(p->a, "%s/r.sqlite",
	    p->dir), REGISTRO_CREATE), 0);
	memset(p->ultimo.impronta, '0', IMPRONTA_LEN);
	act(p, "2026-11-01", "ente", "permessi.xml", '1', "<permessi" NS ">"
	    RUOLO("coordinatore", "*") RUOLO("area-amministrativa", "istanza")
	    "</permessi>");
	act(p, "2026-11-01", "ente", "utenti/tizio.xml", '2',
	    UTENTE("tizio", "coordinatore"));
	act(p, "2026-11-01", "ente", "utenti/area.xml", '3',
	    UTENTE("area", "area-amministrativa"));
	act(p, "2026-11-01", "ente", "termini.xml", '4', tabella);
	act(p, "2026-11-01", CS, "cartella.xml", '5', COPERTINA);
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
	test_free(p);
	return r;
}

/* "chiave scade stato; …" as that user sees them. */
static const char *
seen(struct esperimento *p, const char *utente, const char *al, bool una)
{
	struct numero cs = { SERIE_CARTELLA, 2026, 1 };
	struct occhio o = { utente, "termini" };
	struct scelta_termini s = { .cartella = una ? &cs : NULL, .al = al,
	    .entro = -1, .adesso = scadenza_istante("2026-12-31",
	    "12:00:00") };
	const struct nodo *t;
	AUTO_BUF b = { 0 };
	struct nodo *v;

	assert_int_equal(registro_termini(&v, p->a, p->r, &o, &s), 0);
	for (t = nodo_child(v, "termine"); t; t = nodo_next(t, "termine"))
		buf_printf(&b, "%s%s %s %s", b.len > 0 ? "; " : "",
		    nodo_attr(t, "chiave"), nodo_attr(t, "scade"),
		    nodo_attr(t, "stato"));
	return arena_strdup(p->a, buf_str(&b));
}

/* The cartelle of the open terms, as they are shown. */
static const char *
where(struct esperimento *p, const char *utente)
{
	struct occhio o = { utente, "termini" };
	struct scelta_termini s = { .entro = -1,
	    .adesso = scadenza_istante("2026-12-31", "12:00:00") };
	const struct nodo *t;
	AUTO_BUF b = { 0 };
	struct nodo *v;

	assert_int_equal(registro_termini(&v, p->a, p->r, &o, &s), 0);
	for (t = nodo_child(v, "termine"); t; t = nodo_next(t, "termine"))
		buf_printf(&b, "%s%s", b.len > 0 ? " " : "",
		    nodo_attr(t, "cartella"));
	return arena_strdup(p->a, buf_str(&b));
}

#define ISTANZA(giorno) "<istanza" NS "><protocollo>0000007/2026"	\
    "</protocollo><data>" giorno "</data></istanza>"
#define CATENA(altro) "<catena" NS "><primo>2026-11-10</primo>" altro "</catena>"
#define SECONDO "<secondo>2026-11-12</secondo>"
#define ISEE(data, scade) "<isee" NS "><data>" data "</data><scade>" scade \
    "</scade></isee>"

static void
a_past_day(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "istanze/1.xml", 'a', ISTANZA("2026-11-09"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "procedimento 2026-12-09 scaduto");
	/* the day was wrong: a new version tells another */
	act(p, "2026-11-15", CS, "istanze/1.xml", 'a', ISTANZA("2026-11-14"));
	act(p, "2026-11-20", CS, "esiti/1.xml", 'b', "<esito" NS
	    "><data>2026-11-20</data></esito>");
	assert_string_equal(seen(p, "tizio", NULL, false), "");
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "procedimento 2026-12-14 risposto");
	assert_string_equal(seen(p, "tizio", "2026-11-19", false),
	    "procedimento 2026-12-14 scaduto");
	assert_string_equal(seen(p, "tizio", "2026-11-12", false),
	    "procedimento 2026-12-09 scaduto");
	assert_string_equal(seen(p, "tizio", "2026-11-09", false), "");
	assert_string_equal(seen(p, "tizio", "2025-11-09", false), "");
}

static void
one_paper_one_term(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "istanze/1.xml", 'a', ISTANZA("2026-11-09"));
	act(p, "2026-11-11", CS, "istanze/2.xml", 'b', ISTANZA("2026-11-10"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "procedimento 2026-12-09 scaduto");
}

/* A second chain does not answer the first. */
static void
each_its_own(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "x/1.xml", 'a', CATENA(""));
	act(p, "2026-11-11", CS, "x/2.xml", 'b', CATENA(SECONDO));
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "passo 2026-12-10 scaduto; passo 2026-12-10 risposto");
	act(p, "2026-11-12", CS, "x/2.xml", 'b', CATENA(SECONDO "<c>1</c>"));
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "passo 2026-12-10 scaduto; passo 2026-12-10 risposto");
	act(p, "2026-11-13", CS, "x/1.xml", 'a', CATENA(SECONDO));
	assert_string_equal(seen(p, "tizio", NULL, false), "");
}

/* The new attestation answers the old one, not itself. */
static void
the_next_answers(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "isee/1.xml", 'a',
	    ISEE("2026-01-10", "2026-12-31"));
	act(p, "2026-11-11", CS, "isee/1.xml", 'a',
	    ISEE("2026-01-11", "2026-12-31"));
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "carta 2026-12-31 oggi");
	act(p, "2026-11-12", CS, "isee/2.xml", 'b',
	    ISEE("2027-01-10", "2027-12-31"));
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "carta 2027-12-31 corre; carta 2026-12-31 risposto");
}

#define PRATICA(g) "<pratica" NS "><data>2026-11-10</data>" g "</pratica>"
#define FINE(di) "<fine" NS "><data>2026-11-11</data><pratica>" di	\
    "</pratica></fine>"

/* An answer that names what it answers is of nothing else. */
static void
named_origin(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "x/1.xml", 'a', PRATICA(""));
	act(p, "2026-11-10", CS, "x/2.xml", 'b',
	    PRATICA("<giorni>60</giorni>"));
	act(p, "2026-11-11", CS, "f/1.xml", 'c', FINE("x/9.xml"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "pratica 2026-12-10 scaduto; pratica 2027-01-09 corre");
	act(p, "2026-11-11", CS, "f/2.xml", 'd', FINE("x/2.xml"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "pratica 2026-12-10 scaduto");
}

static void
hidden_by_type(void **state)
{
	struct occhio area = { "area", "termini" };
	struct numero cs = { SERIE_CARTELLA, 2026, 1 };
	struct esperimento *p = *state;
	struct termine t;
	int open;

	act(p, "2026-11-10", CS, "x/1.xml", 'a', CATENA(""));
	act(p, "2026-11-10", CS, "istanze/1.xml", 'b', ISTANZA("2026-11-09"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "procedimento 2026-12-09 scaduto; passo 2026-12-10 scaduto");
	assert_string_equal(seen(p, "area", NULL, false),
	    "procedimento 2026-12-09 scaduto");
	assert_string_equal(seen(p, "area", "2026-11-10", true),
	    "procedimento 2026-12-09 scaduto");
	assert_string_equal(seen(p, "nessuno", NULL, false), "");
	assert_int_equal(registro_termine(&t, p->a, p->r, &area, &cs, 1),
	    ERR_ABSENT);
	assert_int_equal(registro_termine(&t, p->a, p->r, &area, &cs, 2), 0);
	/* a guard counts them all */
	assert_int_equal(registro_termini_aperti(p->r, &cs, &open), 0);
	assert_int_equal(open, 2);
}

/* A cartella that has no cover is nobody's to see; documents elsewhere than in
 * a cartella start nothing. */
static void
elsewhere(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", ALTRA, "istanze/1.xml", 'a',
	    ISTANZA("2026-11-09"));
	act(p, "2026-11-10", "accessi/2026/0000001", "istanze/1.xml", 'b',
	    ISTANZA("2026-11-09"));
	assert_string_equal(seen(p, "tizio", NULL, false), "");
}

/* What the first term seen says. */
static const char *
words(struct esperimento *p, const char *utente, const char *al)
{
	struct numero cs = { SERIE_CARTELLA, 2026, 1 };
	struct occhio o = { utente, "termini" };
	struct scelta_termini s = { .cartella = &cs, .al = al, .entro = -1,
	    .adesso = scadenza_istante("2026-12-31", "12:00:00") };
	struct nodo *v;

	assert_int_equal(registro_termini(&v, p->a, p->r, &o, &s), 0);
	return nodo_all_text(p->a, nodo_child(v, "termine"));
}

#define ESITO(giorno) "<esito" NS "><data>" giorno "</data></esito>"

/* What was told of the answer is what was known on that day; the paper that
 * answered is named to whom may read it. */
static void
the_answer_is_put_right(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "istanze/1.xml", 'a', ISTANZA("2026-11-09"));
	act(p, "2026-12-11", CS, "esiti/1.xml", 'b', ESITO("2026-12-11"));
	assert_string_equal(words(p, "tizio", NULL), "risposto il 11/12/2026, "
	    "2 giorni dopo la scadenza (esiti/1.xml)");
	assert_string_equal(words(p, "area", NULL), "risposto il 11/12/2026, "
	    "2 giorni dopo la scadenza");
	/* on the last day it is in time */
	act(p, "2026-12-12", CS, "esiti/1.xml", 'b', ESITO("2026-12-09"));
	assert_string_equal(words(p, "tizio", NULL),
	    "risposto il 09/12/2026 (esiti/1.xml)");
	assert_string_equal(words(p, "tizio", "2026-12-11"), "risposto il "
	    "11/12/2026, 2 giorni dopo la scadenza (esiti/1.xml)");
	/* written again with the same day it answers nothing more */
	act(p, "2026-12-13", CS, "istanze/2.xml", 'c', "<istanza" NS "><data>"
	    "2026-11-09</data></istanza>");
	act(p, "2026-12-14", CS, "esiti/1.xml", 'b', ESITO("2026-12-09"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "procedimento 2026-12-09 scaduto");
}

/* A turn whose length nobody knows does not begin by itself. */
static void
no_next_turn(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-10", CS, "x/1.xml", 'a', "<giro" NS "><data>2026-11-10"
	    "</data><scade>2026-12-01</scade></giro>");
	act(p, "2026-11-20", CS, "x/2.xml", 'b', "<resa" NS "><data>2026-11-20"
	    "</data></resa>");
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "giro 2026-12-01 risposto");
}

/* A signature by tizio, of the document with this id and these bytes. */
static void
sign(struct esperimento *p, const char *giorno, char id, char documento,
    const char *xml)
{
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, xml, strlen(xml));
	act(p, giorno, CS, arena_printf(p->a, "firme/%c.xml", id), id,
	    arena_printf(p->a, "<manifesto" NS "><scopo>sottoscrizione</scopo>"
	    "<utente>tizio</utente><nome>T</nome><chiave tipo=\"openpgp\">k"
	    "</chiave><ora>%sT10:00:00+01:00</ora><oggetto ruolo=\"originale\" "
	    "impronta=\"%s\"%s/></manifesto>", giorno, impronta,
	    documento == 0 ? "" : arena_printf(p->a, " id=\"%031d%c\"", 0,
	    documento)));
}

#define DOMANDA(g) "<domanda" NS "><data>" g "</data></domanda>"
#define DECISIONE(x) "<decisione" NS "><data>2026-11-12</data>" x "</decisione>"

/* It answers when it is signed, and once. */
static void
signed_it_answers(void **state)
{
	struct esperimento *p = *state;

	/* of nothing that waits */
	act(p, "2026-11-08", CS, "d/0.xml", 'z', DECISIONE("<z/>"));
	sign(p, "2026-11-08", 'y', 'z', DECISIONE("<z/>"));
	act(p, "2026-11-09", CS, "x/1.xml", 'a', DOMANDA("2026-11-09"));
	act(p, "2026-11-12", CS, "d/1.xml", 'b', DECISIONE(""));
	/* a file of others, which is no document of ours */
	sign(p, "2026-11-12", 'c', 0, "bytes");
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "firma 2026-12-09 scaduto");
	sign(p, "2026-11-13", 'd', 'b', DECISIONE(""));
	assert_string_equal(seen(p, "tizio", NULL, true),
	    "firma 2026-12-09 risposto");
	act(p, "2026-11-14", CS, "x/2.xml", 'e', DOMANDA("2026-11-10"));
	sign(p, "2026-11-14", 'f', 'b', DECISIONE(""));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "firma 2026-12-10 scaduto");
	/* by a table that has the rule no more it answers nothing */
	act(p, "2026-11-15", CS, "d/2.xml", 'g', DECISIONE("<g/>"));
	act(p, "2026-11-15", "ente", "termini.xml", 'h', altra_tabella);
	sign(p, "2026-11-16", 'i', 'g', DECISIONE("<g/>"));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "firma 2026-12-10 scaduto");
}

/* Those that stand still come last, and last of them those whose end nobody
 * knows; those that end together, by their cartella. */
static void
in_order(void **state)
{
	struct esperimento *p = *state;

	act(p, "2026-11-01", "cartelle/2025/0000009", "cartella.xml", '6',
	    COPERTINA);
	act(p, "2026-11-01", ALTRA, "cartella.xml", '7', COPERTINA);
	act(p, "2026-11-10", ALTRA, "x/1.xml", 'a', CATENA(""));
	act(p, "2026-11-10", CS, "x/1.xml", 'b', CATENA(""));
	act(p, "2026-11-10", "cartelle/2025/0000009", "x/1.xml", 'c',
	    CATENA(""));
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "passo 2026-12-10 scaduto; passo 2026-12-10 scaduto; "
	    "passo 2026-12-10 scaduto");
	assert_string_equal(where(p, "tizio"), "CS-2025-0000009 "
	    "CS-2026-0000001 CS-2026-0000002");
	act(p, "2026-11-10", ALTRA, "x/2.xml", 'd', ISTANZA("2026-11-10"));
	act(p, "2026-11-12", ALTRA, "x/3.xml", 'e', "<attesa" NS "><data>"
	    "2026-11-12</data></attesa>");
	act(p, "2026-11-12", CS, "x/3.xml", 'f', "<pausa" NS "><data>"
	    "2026-11-12</data></pausa>");
	assert_string_equal(where(p, "tizio"), "CS-2025-0000009 "
	    "CS-2026-0000002 CS-2026-0000001 CS-2026-0000002");
}

/* The same document once more stops it no second time. */
static void
stopped_once(void **state)
{
	struct esperimento *p = *state;
	struct numero cs = { SERIE_CARTELLA, 2026, 1 };
	struct sospensione_riga *list;
	struct occhio o = { "tizio", "termini" };
	struct termine t;
	int n;

	act(p, "2026-11-10", CS, "x/1.xml", 'a', ISTANZA("2026-11-10"));
	act(p, "2026-11-12", CS, "x/2.xml", 'b', "<attesa" NS "><data>"
	    "2026-11-12</data></attesa>");
	act(p, "2026-11-13", CS, "x/2.xml", 'b', "<attesa" NS "><data>"
	    "2026-11-12</data><nota>x</nota></attesa>");
	assert_int_equal(registro_termine(&t, p->a, p->r, &o, &cs, 1), 0);
	assert_int_equal(registro_sospensioni(&list, &n, p->a, p->r, &t), 0);
	assert_int_equal(n, 1);
	assert_string_equal(list[0].inizio, "2026-11-12");
}

/* A signature of what the case has not. */
static void
signed_elsewhere(void **state)
{
	struct esperimento *p = *state;
	const struct posizione pos = { p->ultimo.seq,
	    "2026-11-20T10:00:00+01:00", CS, "firme/1.xml",
	    "0000000000000000000000000000000a", "0", "manifesto" };
	struct nodo *doc;
	static const char xml[] = "<manifesto" NS "><scopo>visto</scopo>"
	    "<utente>tizio</utente><nome>T</nome><chiave tipo=\"openpgp\">k"
	    "</chiave><ora>2026-11-20T10:00:00+01:00</ora><oggetto "
	    "ruolo=\"originale\" impronta=\"0\" id=\"altrove\"/></manifesto>";

	assert_int_equal(xml_parse(&doc, p->a, xml, sizeof xml - 1,
	    XML_OURS), 0);
	assert_int_equal(registro_proietta(p->r, &pos, doc), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "nella cartella non c'è"));
}

/* Rows that a hand has altered are no term without an end. */
static void
rows_altered(void **state)
{
	struct scelta_termini s = { .entro = -1, .adesso = scadenza_istante(
	    "2026-12-31", "12:00:00") };
	struct occhio o = { "tizio", "termini" };
	struct esperimento *p = *state;
	struct nodo *v = NULL;

	act(p, "2026-11-10", CS, "istanze/1.xml", 'a', ISTANZA("2026-11-09"));
	act(p, "2026-11-10", "ente", "termini.xml", 'b', altra_tabella);
	act(p, "2026-11-10", CS, "x/1.xml", 'c', "<nota" NS "/>");
	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(db_exec(p->r->db, "UPDATE termine SET chiave = "
	    "'firma', tabella = (SELECT max(seq) FROM tabella_termini)"), 0);
	assert_int_equal(registro_termini(&v, p->a, p->r, &o, &s), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non è nella sua tabella"));
	registro_rollback(p->r);
	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(db_exec(p->r->db, "DELETE FROM termine_inizio"), 0);
	assert_int_equal(registro_termini(&v, p->a, p->r, &o, &s), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non ha inizio"));
	registro_rollback(p->r);
	assert_null(v);
	assert_string_equal(seen(p, "tizio", NULL, false),
	    "procedimento 2026-12-09 scaduto");
}

/* It says of which term, or it is nobody's. */
static void
of_no_term(void **state)
{
	struct esperimento *p = *state;
	const struct posizione pos = { p->ultimo.seq,
	    "2026-11-20T10:00:00+01:00", CS, "x/1.xml",
	    "0000000000000000000000000000000a", "0", "sospensione-termine" };
	struct nodo *doc = nodo_new(p->a, "sospensione-termine");

	assert_int_equal(registro_proietta(p->r, &pos, doc), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "manca termine"));
	nodo_elem_text(p->a, doc, "termine", "7");
	assert_int_equal(registro_proietta(p->r, &pos, doc), ERR_ABSENT);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_past_day), T(one_paper_one_term), T(each_its_own),
		T(the_next_answers), T(named_origin), T(hidden_by_type), T(elsewhere),
		T(the_answer_is_put_right), T(no_next_turn),
		T(signed_it_answers), T(in_order), T(of_no_term),
		T(stopped_once), T(signed_elsewhere), T(rows_altered),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

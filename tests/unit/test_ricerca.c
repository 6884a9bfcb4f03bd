/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Search against a model: random people, offices, registrations, riservate.
 * What is found must be what looking at each registration in turn, with the
 * rules written down here a second time, would let that person find; also
 * after people, offices, responsibles and the day have changed.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/hash.h"
#include "db/db.h"
#include "registro/ricerca.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""
#define UTENTI 12
#define UFFICI 4
#define CARTE 60

/* ---- the model ---- */

enum { TUTTI = 1, REGISTRO = 2, UFFICIO = 4, PROPRI = 8 };

/* What each role may: the ambiti of cerca, and vedi-riservate. */
static const struct ruolo {
	const char *nome;
	int ambiti;
	bool riservate;
} ruoli[] = {
	{ "protocollo", REGISTRO, false },
	{ "responsabile-protocollo", REGISTRO, true },
	{ "dirigente", TUTTI, false },
	{ "coordinatore", UFFICIO, false },
	{ "controllo", UFFICIO, true },
	{ "assistente-sociale", PROPRI, false },
	{ "archivista", 0, true },
	{ "amministratore", 0, false },
};

struct persona {
	int ruoli;		/* bits */
	int uffici;		/* bits */
	bool attiva;
};

struct carta {
	const char *oggetto, *mittente, *prot_mittente, *flusso, *classifica;
	int operatore, responsabile;	/* -1: none */
	int uffici;			/* bits: sent to */
	bool riservata;
	const char *fino;		/* NULL: for ever */
	int file;			/* which of five */
	struct numero numero;
	const char *giorno;
};

struct mondo {
	struct arena *a;
	char *dir;
	struct registro *r;
	struct ultimo ultimo;
	unsigned caso;
	struct persona persone[UTENTI];
	struct carta carte[CARTE];
	int n_carte, smistamenti;
	const char *oggi;
};

static unsigned
draw(struct mondo *m, unsigned n)
{
	m->caso = m->caso * 1103515245u + 12345u;
	return (m->caso >> 8) % n;
}

static int
ambiti(const struct persona *p)
{
	int all = 0;
	size_t i;

	for (i = 0; p->attiva && i < NELEM(ruoli); i++)
		if (p->ruoli & 1 << i)
			all |= ruoli[i].ambiti;
	return all;
}

static bool
sees_riservate(const struct persona *p)
{
	size_t i;

	for (i = 0; p->attiva && i < NELEM(ruoli); i++)
		if ((p->ruoli & 1 << i) && ruoli[i].riservate)
			return true;
	return false;
}

/* Is it the person's by operator, responsible or office? */
static bool
is_own(const struct mondo *m, int u, const struct carta *c)
{
	const struct persona *p = &m->persone[u];

	return c->operatore == u || c->responsabile == u ||
	    ((ambiti(p) & UFFICIO) && (p->uffici & c->uffici));
}

static bool
sees(const struct mondo *m, int u, const struct carta *c)
{
	int scope = ambiti(&m->persone[u]);

	return scope != 0 && ((scope & (TUTTI | REGISTRO)) ||
	    is_own(m, u, c));
}

static bool
reads(const struct mondo *m, int u, const struct carta *c)
{
	return !c->riservata ||
	    (c->fino != NULL && strcmp(c->fino, m->oggi) <= 0) ||
	    sees_riservate(&m->persone[u]) || is_own(m, u, c);
}

/* ---- documents into rows ---- */

static void
act(struct mondo *m, const char *cartella, const char *percorso,
    const char *xml)
{
	const char *home[1] = { cartella }, *tipo, *id;
	char impronta[IMPRONTA_LEN + 1];
	struct anello_documento d = { cartella, percorso, NULL, impronta };
	struct anello an = { .seq = m->ultimo.seq + 1,
	    .ora = "2026-11-20T10:15:30+01:00", .atto = "prova",
	    .operatore = "rosa", .istanza_impronta = m->ultimo.impronta,
	    .precedente = m->ultimo.impronta, .cartelle = home,
	    .n_cartelle = 1, .documenti = &d, .n_documenti = 1 };
	struct posizione pos = { an.seq, an.ora, cartella, percorso, NULL,
	    impronta, NULL };
	struct nodo *doc;

	assert_int_equal(xml_parse(&doc, m->a, xml, strlen(xml), XML_OURS), 0);
	id = arena_printf(m->a, "%032llx", (long long)an.seq);
	pos.tipo = tipo = doc->nome;
	d.id = pos.id = an.istanza = id;
	hash_hex(impronta, xml, strlen(xml));
	anello_seal(&an);
	assert_int_equal(registro_anello(m->r, &an, "atti/x", &tipo), 0);
	if (registro_proietta(m->r, &pos, doc) != 0)
		fail_msg("%s: %s", xml, err_msg());
	assert_int_equal(registro_ultimo(&m->ultimo, m->r), 0);
}

static void
write_policy(struct mondo *m)
{
	static const char *const names[] = { "tutti", "registro", "ufficio",
	    "propri" };
	AUTO_BUF b = { 0 };
	size_t i, k;

	buf_puts(&b, "<permessi" NS ">");
	for (i = 0; i < NELEM(ruoli); i++) {
		buf_printf(&b, "<ruolo nome=\"%s\">", ruoli[i].nome);
		for (k = 0; k < NELEM(names); k++)
			if (ruoli[i].ambiti & 1 << k)
				buf_printf(&b, "<atto ambito=\"%s\" "
				    "nome=\"cerca\"/>", names[k]);
		if (ruoli[i].riservate)
			buf_puts(&b, "<atto ambito=\"tutti\" "
			    "nome=\"vedi-riservate\"/>");
		/* every role may see all with another word: it counts not */
		buf_puts(&b, "<atto ambito=\"tutti\" nome=\"mostra\"/></ruolo>");
	}
	buf_puts(&b, "</permessi>");
	act(m, "ente", "permessi.xml", buf_str(&b));
}

static const char *
name_of(struct mondo *m, int u)
{
	return arena_printf(m->a, "ut-%d", u);
}

static void
write_person(struct mondo *m, int u)
{
	const struct persona *p = &m->persone[u];
	AUTO_BUF b = { 0 };
	size_t i;

	buf_printf(&b, "<utente" NS " codice=\"ut-%d\"><cognome>X</cognome>"
	    "<nome>Y</nome>", u);
	for (i = 0; i < NELEM(ruoli); i++)
		if (p->ruoli & 1 << i)
			buf_printf(&b, "<ruolo>%s</ruolo>", ruoli[i].nome);
	for (i = 0; i < UFFICI; i++)
		if (p->uffici & 1 << i)
			buf_printf(&b, "<ufficio>uff-%zu</ufficio>", i);
	buf_printf(&b, "<attivo>%s</attivo></utente>", p->attiva ? "si" : "no");
	act(m, "ente", arena_printf(m->a, "utenti/ut-%d.xml", u), buf_str(&b));
}

static void
draw_person(struct mondo *m, int u)
{
	m->persone[u] = (struct persona){
		.ruoli = 1 << draw(m, NELEM(ruoli)) |
		    (draw(m, 3) == 0 ? 1 << draw(m, NELEM(ruoli)) : 0),
		.uffici = (int)draw(m, 1 << UFFICI),
		.attiva = draw(m, 6) != 0,
	};
	write_person(m, u);
}

static const char *const parole[] = { "città", "perché", "scuola", "scuole",
    "segnalazione", "segnalazioni", "Rossi", "D'Angelo", "ÀÈÌ", "x1", "AND",
    "2026/45", "più-volte", "ñandú", "straße", "12" };

/* Some words, parted by blanks. */
static const char *
draw_words(struct mondo *m, int n)
{
	AUTO_BUF b = { 0 };

	while (n-- > 0)
		buf_printf(&b, "%s%s", b.len > 0 ? " " : "",
		    parole[draw(m, NELEM(parole))]);
	return arena_strdup(m->a, buf_str(&b));
}

static void
write_paper(struct mondo *m, const struct carta *c)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "<registrazione" NS "><numero>%s</numero>"
	    "<ora>%sT10:00:00+01:00</ora><operatore>ut-%d</operatore>"
	    "<flusso>%s</flusso><oggetto>%s</oggetto>",
	    numero_text(m->a, &c->numero), c->giorno, c->operatore, c->flusso,
	    c->oggetto);
	if (c->riservata)
		buf_puts(&b, "<riservata><motivo>minori</motivo>");
	if (c->riservata && c->fino != NULL)
		buf_printf(&b, "<fino-al>%s</fino-al>", c->fino);
	if (c->riservata)
		buf_puts(&b, "</riservata>");
	buf_printf(&b, "<mittente><denominazione>%s</denominazione></mittente>",
	    c->mittente);
	if (c->prot_mittente != NULL)
		buf_printf(&b, "<protocollo-mittente><numero>%s</numero>"
		    "</protocollo-mittente>", c->prot_mittente);
	buf_printf(&b, "<classifica>%s</classifica><principale><nome>a.pdf"
	    "</nome><impronta>%064d</impronta><tipo>application/pdf</tipo>"
	    "<dimensione>7</dimensione></principale></registrazione>",
	    c->classifica, c->file);
	act(m, arena_printf(m->a, "registro/%d.git", c->numero.anno),
	    numero_path(m->a, "registrazioni", c->numero.progressivo),
	    buf_str(&b));
}

static void
send_to(struct mondo *m, struct carta *c, int ufficio)
{
	int ordine = ++m->smistamenti;

	act(m, "registro/2026.git", arena_printf(m->a, "smistamenti/%d",
	    ordine), arena_printf(m->a, "<smistamento" NS "><protocollo>%s"
	    "</protocollo><ordine>%d</ordine><destinazione><ufficio>uff-%d"
	    "</ufficio><titolo>conoscenza</titolo></destinazione>"
	    "</smistamento>", numero_text(m->a, &c->numero), ordine, ufficio));
	c->uffici |= 1 << ufficio;
}

static void
give_to(struct mondo *m, struct carta *c, int u)
{
	act(m, arena_printf(m->a, "accessi/%d/%07d", c->numero.anno,
	    c->numero.progressivo), "accesso.xml", arena_printf(m->a,
	    "<accesso" NS "><tipo>indiretto</tipo><stato>assegnato</stato>"
	    "<protocollo>%s</protocollo><ufficio>uff-0</ufficio>"
	    "<responsabile>ut-%d</responsabile><aperto>2026-11-20</aperto>"
	    "</accesso>", numero_text(m->a, &c->numero), u));
	c->responsabile = u;
}

static const char *const scadenze[] = { NULL, "2025-12-31", "2026-01-31",
    "2026-11-19", "2026-11-20", "2026-11-21", "2026-12-01", "2027-03-01" };

static void
draw_paper(struct mondo *m)
{
	static const char *const flussi[] = { "entrata", "uscita", "interna" };
	struct carta *c = &m->carte[m->n_carte];
	bool second = m->n_carte >= CARTE / 2;

	*c = (struct carta){
		.oggetto = draw_words(m, 4), .mittente = draw_words(m, 2),
		.prot_mittente = draw(m, 3) ? NULL : draw_words(m, 1),
		.flusso = flussi[draw(m, 3)],
		.classifica = draw(m, 2) ? "VII/9" : "VII/12",
		.operatore = (int)draw(m, UTENTI), .responsabile = -1,
		.riservata = draw(m, 2) == 0,
		.fino = scadenze[draw(m, NELEM(scadenze))],
		.file = (int)draw(m, 5),
		.numero = { SERIE_PROTOCOLLO, second ? 2026 : 2025,
		    m->n_carte % (CARTE / 2) + 1 },
		.giorno = arena_printf(m->a, "%d-0%d-1%d", second ? 2026 : 2025,
		    1 + m->n_carte % (CARTE / 2) / 10, m->n_carte % 10),
	};
	m->n_carte++;
	write_paper(m, c);
	while (draw(m, 2))
		send_to(m, c, (int)draw(m, UFFICI));
	if (draw(m, 4) == 0)
		give_to(m, c, (int)draw(m, UTENTI));
}

static void
today(struct mondo *m, const char *day)
{
	m->oggi = day;
	setenv("CARTELLA_ORA", arena_printf(m->a, "%sT12:00:00+01:00", day), 1);
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct mondo *m = arena_alloc(a, sizeof *m);
	int i;

	m->a = a;
	m->caso = 7;
	today(m, "2026-11-20");
	assert_int_equal(dir_temporary(&m->dir, a), 0);
	assert_int_equal(registro_open(&m->r, arena_printf(a,
	    "%s/registro.sqlite", m->dir), REGISTRO_CREATE), 0);
	assert_int_equal(registro_ultimo(&m->ultimo, m->r), 0);
	/* in one transaction: thousands of rows */
	assert_int_equal(registro_begin(m->r), 0);
	write_policy(m);
	for (i = 0; i < UTENTI; i++)
		draw_person(m, i);
	for (i = 0; i < CARTE; i++)
		draw_paper(m);
	*state = m;
	return 0;
}

static int
teardown(void **state)
{
	struct mondo *m = *state;
	int r;

	unsetenv("CARTELLA_ORA");
	registro_close(m->r);
	r = dir_remove(m->dir);
	arena_free(m->a);
	return r;
}

/* ---- the two answers ---- */

/* The expected answer to criteria the test can judge by itself. */
typedef bool judge_fn(const struct carta *c, const void *arg);

/* All pages of a search, a letter for each paper: '-' not found, 'c' in
 * clear, 'o' masked.  Pages follow each other without a gap or a repeat. */
static void
found(char out[CARTE + 1], struct mondo *m, int u, struct criteri c)
{
	struct occhio o = { name_of(m, u), "cerca" };
	int64_t last = INT64_MAX;
	const struct nodo *x;
	struct nodo *page;
	struct numero n;
	int i, rows;

	memset(out, '-', CARTE);
	out[CARTE] = '\0';
	do {
		if (ricerca_trova(&page, m->a, m->r, &o, &c) != 0)
			fail_msg("%s", err_msg());
		rows = 0;
		for (x = nodo_child(page, "registrazione"); x != NULL;
		    x = nodo_next(x, "registrazione"), rows++) {
			assert_int_equal(numero_parse(&n, nodo_value(m->a, x,
			    "numero")), 0);
			assert_true(ricerca_chiave(&n) < last);
			last = ricerca_chiave(&n);
			i = (n.anno - 2025) * CARTE / 2 + n.progressivo - 1;
			out[i] = nodo_attr(x, "oscurata") ? 'o' : 'c';
			assert_true((nodo_child(x, "oggetto") != NULL) ==
			    (out[i] == 'c'));
			assert_true((nodo_child(x, "mittente") != NULL) ==
			    (out[i] == 'c'));
			c.dopo = n;
		}
		assert_true(rows <= c.limite);
		if (nodo_attr(page, "altri") != NULL)
			assert_int_equal(rows, c.limite);
	} while (nodo_attr(page, "altri") != NULL);
}

static void
expected(char out[CARTE + 1], struct mondo *m, int u, bool content,
    judge_fn *judge, const void *arg)
{
	const struct carta *c;
	int i;

	out[CARTE] = '\0';
	for (i = 0; i < CARTE; i++) {
		c = &m->carte[i];
		out[i] = '-';
		if (!sees(m, u, c) || !judge(c, arg))
			continue;
		if (reads(m, u, c))
			out[i] = 'c';
		else if (!content)
			out[i] = 'o';
	}
}

/* Everybody; how many rows were found in all. */
static int
check(struct mondo *m, const struct criteri *c, bool content, judge_fn *judge,
    const void *arg)
{
	char is[CARTE + 1], ought[CARTE + 1];
	int u, i, n = 0;

	for (u = 0; u < UTENTI; u++) {
		found(is, m, u, *c);
		expected(ought, m, u, content, judge, arg);
		if (strcmp(is, ought) != 0)
			fail_msg("ut-%d «%s»:\n%s\n%s", u, c->parole ?
			    c->parole : "", is, ought);
		for (i = 0; i < CARTE; i++)
			n += is[i] != '-';
	}
	return n;
}

/* ---- judges ---- */

/* Is the word among those of a text?  Both as we wrote them. */
static bool
has_word(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *p = text;

	for (; p != NULL && (p = strstr(p, word)) != NULL; p++)
		if ((p == text || p[-1] == ' ') &&
		    (p[len] == ' ' || p[len] == '\0'))
			return true;
	return false;
}

static bool
word_anywhere(const struct carta *c, const void *arg)
{
	const char *word = arg;

	return has_word(c->oggetto, word) || has_word(c->mittente, word) ||
	    has_word(c->prot_mittente, word);
}

static bool
word_of_party(const struct carta *c, const void *arg)
{
	return has_word(c->mittente, arg);
}

static bool
same_flow(const struct carta *c, const void *arg)
{
	return strcmp(c->flusso, arg) == 0;
}

static bool
same_class(const struct carta *c, const void *arg)
{
	return strcmp(c->classifica, arg) == 0;
}

static bool
same_file(const struct carta *c, const void *arg)
{
	return c->file == *(const int *)arg;
}

static bool
of_operator(const struct carta *c, const void *arg)
{
	return c->operatore == *(const int *)arg;
}

static bool
sent_to(const struct carta *c, const void *arg)
{
	return (c->uffici >> *(const int *)arg) & 1;
}

static bool
number_seven(const struct carta *c, const void *arg)
{
	(void)arg;
	return c->numero.progressivo == 7;
}

static bool
second_year(const struct carta *c, const void *arg)
{
	(void)arg;
	return c->numero.anno == 2026;
}

static bool
between(const struct carta *c, const void *arg)
{
	const char *const *days = arg;

	return strcmp(c->giorno, days[0]) >= 0 &&
	    strcmp(c->giorno, days[1]) <= 0;
}

static bool
is_riservata(const struct carta *c, const void *arg)
{
	return c->riservata == *(const bool *)arg;
}

static bool
any(const struct carta *c, const void *arg)
{
	(void)c;
	(void)arg;
	return true;
}

/* ---- tests ---- */

/* Words that are no part of any other: searched whole, they are found where
 * they stand.  "12" stands in no number here but 12. */
static int
all_words(struct mondo *m)
{
	static const char *const whole[] = { "città", "perché", "Rossi",
	    "D'Angelo", "ÀÈÌ", "AND", "2026/45", "più-volte", "ñandú",
	    "straße" };
	int n = 0;
	size_t i;

	for (i = 0; i < NELEM(whole); i++) {
		struct criteri c = { .parole = whole[i], .limite = 7 };
		struct criteri d = { .corrispondente = whole[i], .limite = 50 };

		n += check(m, &c, true, word_anywhere, whole[i]);
		n += check(m, &d, true, word_of_party, whole[i]);
	}
	return n;
}

static int
all_outlines(struct mondo *m)
{
	static const char *const days[] = { "2025-02-11", "2026-01-15" };
	static const bool yes = true, no = false;
	int i, n = 0;

#define OUTLINE(judge, arg, ...)					\
	n += check(m, &(struct criteri){ .limite = 9, __VA_ARGS__ },	\
	    false, judge, arg)
	OUTLINE(any, NULL, .parole = NULL);
	OUTLINE(same_flow, "uscita", .flusso = "uscita");
	OUTLINE(same_class, "VII/9", .classifica = "VII/9");
	OUTLINE(number_seven, NULL, .numero = 7);
	OUTLINE(second_year, NULL, .anno = 2026);
	OUTLINE(between, days, .dal = days[0], .al = days[1]);
	OUTLINE(is_riservata, &yes, .riservate = ANCHE_SOLO);
	OUTLINE(is_riservata, &no, .riservate = ANCHE_NO);
	for (i = 0; i < UTENTI; i++)
		OUTLINE(of_operator, &i, .operatore = name_of(m, i));
	for (i = 0; i < UFFICI; i++)
		OUTLINE(sent_to, &i, .ufficio = arena_printf(m->a, "uff-%d",
		    i));
	return n;
}

static int
all_files(struct mondo *m)
{
	int i, n = 0;

	for (i = 0; i < 5; i++) {
		struct criteri c = { .limite = 4, .impronta = arena_printf(
		    m->a, "%064d", i) };

		n += check(m, &c, true, same_file, &i);
	}
	return n;
}

static void
everything(struct mondo *m)
{
	assert_true(all_words(m) > 100);
	assert_true(all_outlines(m) > 100);
	assert_true(all_files(m) > 50);
}

static void
found_is_what_may_be_found(void **state)
{
	struct mondo *m = *state;

	everything(m);
}

/* People get other roles and offices, papers go further, cases pass. */
static void
also_after_changes(void **state)
{
	struct mondo *m = *state;
	int i, round;

	for (round = 0; round < 2; round++) {
		for (i = 0; i < UTENTI / 2; i++)
			draw_person(m, (int)draw(m, UTENTI));
		for (i = 0; i < CARTE / 4; i++) {
			send_to(m, &m->carte[draw(m, CARTE)],
			    (int)draw(m, UFFICI));
			give_to(m, &m->carte[draw(m, CARTE)],
			    (int)draw(m, UTENTI));
		}
		everything(m);
	}
}

/* The index is not written again when a term passes: the day does it. */
static void
also_on_other_days(void **state)
{
	static const char *const days[] = { "2024-06-01", "2025-12-31",
	    "2026-01-30", "2026-01-31", "2026-11-21", "2026-12-31",
	    "2027-03-01", "2031-01-01" };
	struct mondo *m = *state;
	size_t i;

	for (i = 0; i < NELEM(days); i++) {
		today(m, days[i]);
		everything(m);
	}
}

static int
count(struct mondo *m, int u, const char *words)
{
	char is[CARTE + 1];
	int i, n = 0;

	found(is, m, u, (struct criteri){ .parole = words, .limite = 200 });
	for (i = 0; i < CARTE; i++)
		n += is[i] != '-';
	return n;
}

/* ut-0 made to read everything. */
static void
reader_of_all(struct mondo *m)
{
	m->persone[0] = (struct persona){ 1 << 1, 0, true };
	write_person(m, 0);
}

static void
words_as_people_write_them(void **state)
{
	struct mondo *m = *state;

	reader_of_all(m);
	assert_true(count(m, 0, "città") > 0);
	assert_int_equal(count(m, 0, "CITTA"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "citta'"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "cit"), count(m, 0, "città"));
	assert_int_equal(count(m, 0, "Citt"), count(m, 0, "città"));
	/* the last word only, and from three letters on */
	assert_int_equal(count(m, 0, "ci"), 0);
	assert_true(count(m, 0, "scuola citt") > 0);
	assert_int_equal(count(m, 0, "citt scuola"), 0);
	assert_int_equal(count(m, 0, "scuola citt"),
	    count(m, 0, "città scuola"));
	assert_true(count(m, 0, "scuol") > count(m, 0, "scuola"));
	assert_true(count(m, 0, "segnal") >= count(m, 0, "segnalazione"));
	assert_int_equal(count(m, 0, "d'ang"), count(m, 0, "D'ANGELO"));
	assert_int_equal(count(m, 0, "nandu"), count(m, 0, "ñandú"));
	assert_int_equal(count(m, 0, "STRAß"), count(m, 0, "straße"));
	/* numbers, in both forms */
	assert_int_equal(count(m, 0, "0000023/2025"), 1);
	assert_int_equal(count(m, 0, "a.pdf"), CARTE);
	/* marks alone are no words */
	assert_int_equal(count(m, 0, "scuola - città"),
	    count(m, 0, "scuola città"));
	assert_int_equal(count(m, 0, "***"), 0);
	assert_int_equal(count(m, 0, "\" \" -"), 0);
}

/* Nothing a person types is syntax of the index, nor opens its tokens. */
static void
words_are_never_syntax(void **state)
{
	static const char *const texts[] = { "AND", "OR", "NOT", "a OR b",
	    "NOT città", "NEAR(a b)", "NEAR", "\"", "\"\"", "\"a", "a\"b\"c",
	    "*", "a*", "^a", "-a", "a - b", "+", "(", ")", "((", "a) OR (b",
	    ":", "testo:a", "testo : a", "{testo}", "gettoni:þt", "\\", "'",
	    "';--", "%", "_", "a\tb", "þ", "{testo gettoni} : þt", "\x01",
	    "🙂", "a AND", "AND AND AND" };
	struct mondo *m = *state;
	struct occhio o = { "ut-0", "cerca" };
	struct nodo *page;
	size_t i;

	reader_of_all(m);
	for (i = 0; i < NELEM(texts); i++) {
		struct criteri c = { .parole = texts[i], .limite = 200 };
		struct criteri d = { .corrispondente = texts[i], .limite = 9 };
		struct criteri e = { .protocollo_mittente = texts[i],
		    .limite = 9 };

		if (ricerca_trova(&page, m->a, m->r, &o, &c) != 0 ||
		    ricerca_trova(&page, m->a, m->r, &o, &d) != 0 ||
		    ricerca_trova(&page, m->a, m->r, &o, &e) != 0)
			fail_msg("«%s»: %s", texts[i], err_msg());
	}
	/* what every row has as a token is no word of any */
	assert_int_equal(count(m, 0, "þt"), 0);
	assert_int_equal(count(m, 0, "þentrata"), 0);
	assert_int_equal(count(m, 0, "gettoni:þt"), 0);
	assert_int_equal(count(m, 0, "a OR b"), 0);
	/* nor do outline criteria open anything */
	assert_int_equal(ricerca_trova(&page, m->a, m->r, &o,
	    &(struct criteri){ .flusso = "x\" OR \"þt", .limite = 9 }), 0);
	assert_null(nodo_child(page, "registrazione"));
	o.utente = "ut-0\" OR \"þt";
	assert_int_equal(ricerca_trova(&page, m->a, m->r, &o,
	    &(struct criteri){ .limite = 9 }), 0);
	assert_null(nodo_child(page, "registrazione"));
}

static void
senders_own_number(void **state)
{
	struct mondo *m = *state;
	char is[CARTE + 1];
	int i;

	reader_of_all(m);
	found(is, m, 0, (struct criteri){ .protocollo_mittente = "2026/45",
	    .limite = 200 });
	for (i = 0; i < CARTE; i++)
		assert_int_equal(is[i], m->carte[i].prot_mittente != NULL &&
		    strcmp(m->carte[i].prot_mittente, "2026/45") == 0 ?
		    'c' : '-');
}

/* A row that says the same is left alone; another kind of row can be added
 * and does not come up among registrations. */
static void
rows_of_other_kinds(void **state)
{
	struct ricerca_riga riga = { "antico registro città", "", "", "þt" };
	struct numero fascicolo = { SERIE_FASCICOLO, 2026, 1 };
	struct mondo *m = *state;
	int before;

	reader_of_all(m);
	before = count(m, 0, "città");
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	assert_int_equal(ricerca_metti(m->r, ricerca_chiave(&fascicolo),
	    &riga), 0);
	assert_int_equal(count(m, 0, "città"), before);
	assert_int_equal(count(m, 0, "antico"), 0);
	riga.testo = "altro";
	assert_int_equal(ricerca_metti(m->r, -5, &riga), 0);
	everything(m);
}

/* Tokens that say everybody may find everything change nothing: each row is
 * asked again who may see it. */
static void
tokens_are_not_believed(void **state)
{
	struct mondo *m = *state;
	AUTO_BUF all = { 0 };
	int i;

	buf_puts(&all, "þt þl þs");
	for (i = 0; i < UTENTI; i++)
		buf_printf(&all, " þoutþ%d þrutþ%d", i, i);
	for (i = 0; i < UFFICI; i++)
		buf_printf(&all, " þuuffþ%d", i);
	for (i = 0; i < CARTE; i++) {
		const struct carta *c = &m->carte[i];
		struct ricerca_riga riga = { c->oggetto, c->mittente,
		    c->prot_mittente ? c->prot_mittente : "", all.data };

		assert_int_equal(ricerca_metti(m->r,
		    ricerca_chiave(&c->numero), &riga), 0);
	}
	assert_true(all_words(m) > 100);
	assert_true(all_files(m) > 50);
}

static void
list_of_a_day(void **state)
{
	struct mondo *m = *state;
	struct nodo *list;
	int u, i, n;

	for (u = 0; u < UTENTI; u++) {
		struct occhio o = { name_of(m, u), "cerca" };
		const struct nodo *x;

		assert_int_equal(ricerca_giorno(&list, m->a, m->r, &o,
		    "2026-01-13"), 0);
		x = nodo_child(list, "registrazione");
		for (i = n = 0; i < CARTE; i++) {
			const struct carta *c = &m->carte[i];

			if (strcmp(c->giorno, "2026-01-13") != 0 ||
			    !sees(m, u, c))
				continue;
			assert_non_null(x);
			assert_string_equal(nodo_value(m->a, x, "numero"),
			    numero_text(m->a, &c->numero));
			assert_true((nodo_child(x, "oggetto") != NULL) ==
			    reads(m, u, c));
			x = nodo_next(x, "registrazione");
			n++;
		}
		assert_null(x);
		assert_string_equal(nodo_value(m->a, list, "totali/tutte"),
		    arena_printf(m->a, "%d", n));
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(found_is_what_may_be_found), T(also_after_changes),
		T(also_on_other_days), T(words_as_people_write_them),
		T(words_are_never_syntax), T(senders_own_number),
		T(rows_of_other_kinds), T(tokens_are_not_believed),
		T(list_of_a_day),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

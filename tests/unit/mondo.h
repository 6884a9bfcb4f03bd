/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * mondo.h - a small world for the tests of search: random people, offices and
 * registrations, and who of them may see and read what, by rules written here
 * a second time; included once by a test file.
 */
#ifndef MONDO_H
#define MONDO_H

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

struct destinazione {
	int ordine, ufficio, utente;	/* utente -1: the whole office */
	bool vale;			/* not given back */
};

struct carta {
	const char *oggetto, *mittente, *prot_mittente, *flusso, *classifica;
	int operatore, responsabile;	/* -1: none */
	int custode;			/* of the fascicolo it is in; -1 */
	struct destinazione dest[40];
	int n_dest;
	bool riservata;
	const char *fino;		/* NULL: for ever */
	int file;			/* which of five */
	int emergenza;			/* number there; 0: none */
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

/* Sent to an office of the person, or to the person there. */
static bool
was_sent(const struct mondo *m, int u, const struct carta *c, bool still)
{
	const struct persona *p = &m->persone[u];
	const struct destinazione *d;
	int i;

	for (i = 0; i < c->n_dest; i++) {
		d = &c->dest[i];
		if ((d->vale || !still) && (p->uffici & 1 << d->ufficio) &&
		    ((ambiti(p) & UFFICIO) || d->utente == u))
			return true;
	}
	return false;
}

static bool
is_own(int u, const struct carta *c)
{
	return c->operatore == u || c->responsabile == u || c->custode == u;
}

/* `still`: for a reason that holds now. */
static bool
sees(const struct mondo *m, int u, const struct carta *c, bool still)
{
	int scope = ambiti(&m->persone[u]);

	return scope != 0 && ((scope & (TUTTI | REGISTRO)) || is_own(u, c) ||
	    was_sent(m, u, c, still));
}

/* Whoever gave it back is told of his own office only. */
static bool
is_told(const struct mondo *m, int u, const struct carta *c, int ufficio)
{
	return sees(m, u, c, true) ||
	    (m->persone[u].uffici & 1 << ufficio) != 0;
}

static bool
reads(const struct mondo *m, int u, const struct carta *c)
{
	bool general = ambiti(&m->persone[u]) & (TUTTI | REGISTRO);
	bool over = !c->riservata ||
	    (c->fino != NULL && strcmp(c->fino, m->oggi) <= 0);

	return (general && over) || sees_riservate(&m->persone[u]) ||
	    is_own(u, c) || was_sent(m, u, c, true);
}

/* ---- documents into rows ---- */

static void
act(struct mondo *m, const char *cartella, const char *percorso,
    const char *xml)
{
	const char *home[1] = { cartella }, *tipo, *id;
	char impronta[IMPRONTA_LEN + 1];
	struct anello_documento d = {
	    .cartella = cartella, .percorso = percorso,
	    .impronta = impronta };
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
	if (c->emergenza != 0)
		buf_printf(&b, "<emergenza><numero>EM-2026-%07d</numero>"
		    "<ora>%sT09:00:00+01:00</ora><operatore>x</operatore>"
		    "</emergenza>", c->emergenza, c->giorno);
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

/* To an office or, one time of three, to somebody there. */
static void
send_to(struct mondo *m, struct carta *c, int ufficio)
{
	struct destinazione *d = &c->dest[c->n_dest++];

	assert_true(c->n_dest <= (int)NELEM(c->dest));
	*d = (struct destinazione){ ++m->smistamenti, ufficio,
	    draw(m, 3) == 0 ? (int)draw(m, UTENTI) : -1, true };
	act(m, "registro/2026.git", arena_printf(m->a, "smistamenti/%d",
	    d->ordine), arena_printf(m->a, "<smistamento" NS "><protocollo>%s"
	    "</protocollo><ordine>%d</ordine><destinazione><ufficio>uff-%d"
	    "</ufficio>%s<titolo>conoscenza</titolo></destinazione>"
	    "</smistamento>", numero_text(m->a, &c->numero), d->ordine,
	    ufficio, d->utente < 0 ? "" : arena_printf(m->a,
	    "<utente>ut-%d</utente>", d->utente)));
}

static void
give_back(struct mondo *m, struct carta *c)
{
	struct destinazione *d;

	if (c->n_dest == 0)
		return;
	d = &c->dest[draw(m, (unsigned)c->n_dest)];
	if (!d->vale)
		return;
	d->vale = false;
	m->smistamenti++;
	act(m, "registro/2026.git", arena_printf(m->a, "rifiuti/%d",
	    m->smistamenti), arena_printf(m->a, "<rifiuto" NS "><protocollo>%s"
	    "</protocollo><ordine>%d</ordine><smistamento>%d</smistamento>"
	    "<ufficio>uff-%d</ufficio>%s<utente>x</utente><motivo>no</motivo>"
	    "</rifiuto>", numero_text(m->a, &c->numero), m->smistamenti,
	    d->ordine, d->ufficio, d->utente < 0 ? "" : arena_printf(m->a,
	    "<destinatario>ut-%d</destinatario>", d->utente)));
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

/* Into a fascicolo of its own, or that passes to another. */
static void
keep_by(struct mondo *m, struct carta *c, int u)
{
	const char *n = arena_printf(m->a, "FA-%d-%07d", c->numero.anno,
	    c->numero.progressivo);

	act(m, arena_printf(m->a, "fascicoli/%d/%07d", c->numero.anno,
	    c->numero.progressivo), "fascicolo.xml", arena_printf(m->a,
	    "<fascicolo" NS "><numero>%s</numero><stato>aperto</stato>"
	    "<tipo>affare</tipo><oggetto>x</oggetto><classifica>VII/8"
	    "</classifica><ufficio>uff-0</ufficio><responsabile>ut-%d"
	    "</responsabile><aperto>2026-11-20</aperto></fascicolo>", n, u));
	if (c->custode < 0)
		act(m, "registro/2026.git", arena_printf(m->a,
		    "fascicolazioni/%d", ++m->smistamenti), arena_printf(m->a,
		    "<fascicolazione" NS "><protocollo>%s</protocollo>"
		    "<verso>messa</verso><fascicolo>%s</fascicolo>"
		    "</fascicolazione>", numero_text(m->a, &c->numero), n));
	c->custode = u;
}

static const char *const scadenze[] = { NULL, "2025-12-31", "2026-01-31",
    "2026-11-19", "2026-11-20", "2026-11-21", "2026-12-01", "2027-03-01",
    "2019-07-31", "2026-03-31", "2026-04-01" };

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
		.custode = -1,
		.riservata = draw(m, 2) == 0,
		.fino = scadenze[draw(m, NELEM(scadenze))],
		.file = (int)draw(m, 5),
		.emergenza = m->n_carte % 7 == 3 ? m->n_carte : 0,
		.numero = { SERIE_PROTOCOLLO, second ? 2026 : 2025,
		    m->n_carte % (CARTE / 2) + 1 },
		.giorno = arena_printf(m->a, "%d-0%d-1%d", second ? 2026 : 2025,
		    1 + m->n_carte % (CARTE / 2) / 10, m->n_carte % 10),
	};
	m->n_carte++;
	write_paper(m, c);
	while (draw(m, 2))
		send_to(m, c, (int)draw(m, UFFICI));
	if (draw(m, 3) == 0)
		give_back(m, c);
	if (draw(m, 4) == 0)
		give_to(m, c, (int)draw(m, UTENTI));
	if (draw(m, 4) == 0)
		keep_by(m, c, (int)draw(m, UTENTI));
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

#endif

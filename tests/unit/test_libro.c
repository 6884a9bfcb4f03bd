/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The libro firma against a model that knows only lists: random documents,
 * versions, signatures, returns, rules, roles; after each, what waits for each
 * person, and for each by another's hand, is what the model counts from its
 * lists.  And a register made of the same documents again is the same.
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
#include "documenti/firmabile.h"
#include "registro/libro.h"
#include "xml/xml.h"

#define ORA "2026-11-20T10:15:30+01:00"
#define NS " xmlns=\"urn:cartella:1\""
#define UTENTI 6
#define CASI 4
#define DOCUMENTI 24
#define FIRME 40		/* of one document, whatever the version */
#define PASSI 700

/* ---- the model ---- */

enum { COORDINATORE = 1, DIRIGENTE = 2 };

static const struct passo {
	const char *chi, *ruolo, *scopo;
	int bit;
	bool obbligo;
} autore = { "autore", NULL, "sottoscrizione", 0, true },
    responsabile = { "responsabile", NULL, "visto", 0, true },
    responsabile_se = { "responsabile", NULL, "visto", 0, false },
    coord = { "ruolo", "coordinatore", "visto", COORDINATORE, true },
    coord_se = { "ruolo", "coordinatore", "visto", COORDINATORE, false },
    dir = { "ruolo", "dirigente", "visto", DIRIGENTE, true },
    dir_firma = { "ruolo", "dirigente", "sottoscrizione", DIRIGENTE, true };

#define MAX 4
/* Rules: of relazioni, of those of kind con-esito (n 0: the same), of drafts
 * of determinazioni. */
static const struct tavola {
	const struct passo *relazione[MAX + 1], *esito[MAX + 1],
	    *determinazione[MAX + 1];
} tavole[] = {
	{ { &autore }, { 0 }, { 0 } },
	{ { &autore, &coord }, { &autore, &coord_se, &dir }, { &coord } },
	{ { &autore, &responsabile, &coord_se, &dir }, { &autore },
	    { &dir_firma, &coord } },
	{ { &autore, &responsabile_se, &coord, &dir }, { 0 },
	    { &responsabile, &coord_se } },
};

struct firma {
	int versione, utente, per;		/* per -1: none */
	const struct passo *passi[MAX];		/* what it was */
};

struct documento {
	int caso, autore, versione, rinviata;	/* rinviata: a version, or 0 */
	enum { ATTIVITA, CON_ESITO, DETERMINAZIONE } che;
	bool attende;
	struct firma firme[FIRME];
	int n;
};

struct mondo {
	struct arena *a;
	char *dir;
	const char *path, *altro;
	struct registro *r, *copia;	/* the same, made again at the end */
	struct scritto {
		struct posizione pos;
		const char *xml;
	} *scritti;
	int n_scritti, cap;
	int64_t seq;
	unsigned caso;
	int ruoli[UTENTI];
	int resp[CASI];
	bool chiuso[CASI];
	struct documento doc[DOCUMENTI];
	int n_doc;
	const struct tavola *t;
};

static unsigned
draw(struct mondo *m, unsigned n)
{
	m->caso = m->caso * 1103515245u + 12345u;
	return (m->caso >> 8) % n;
}

static const struct passo *const *
rule(const struct mondo *m, const struct documento *d)
{
	if (d->che == DETERMINAZIONE)
		return m->t->determinazione;
	if (d->che == CON_ESITO && m->t->esito[0] != NULL)
		return m->t->esito;
	return m->t->relazione;
}

static bool
same_step(const struct passo *x, const struct passo *y)
{
	return strcmp(x->chi, y->chi) == 0 && x->bit == y->bit;
}

static bool
done(const struct documento *d, const struct passo *p)
{
	int i, k;

	for (i = 0; i < d->n; i++)
		for (k = 0; k < MAX && d->firme[i].passi[k] != NULL; k++)
			if (d->firme[i].versione == d->versione &&
			    same_step(d->firme[i].passi[k], p))
				return true;
	return false;
}

static bool
signed_by(const struct documento *d, int u)
{
	int i;

	for (i = 0; i < d->n; i++)
		if (d->firme[i].versione == d->versione &&
		    d->firme[i].utente == u)
			return true;
	return false;
}

static bool
names(const struct mondo *m, const struct documento *d,
    const struct passo *p, int u)
{
	if (p->bit != 0)
		return m->ruoli[u] & p->bit;
	return u == (p->chi[0] == 'a' ? d->autore : m->resp[d->caso]);
}

static bool
to_give(const struct passo *p, const struct documento *d, int mano)
{
	return p->bit != 0 && strcmp(p->scopo, "visto") == 0 &&
	    d->autore != mano;
}

/* Which open step is u's, by the hand `mano` (-1: his own); -1: none. */
static int
open_for(const struct mondo *m, const struct documento *d, int u, int mano)
{
	const struct passo *const *p = rule(m, d);
	int i, k;

	for (i = 0; p[i] != NULL; i++) {
		bool passed = false;

		if (done(d, p[i]))
			continue;
		for (k = i + 1; p[k] != NULL; k++)
			passed |= done(d, p[k]);
		if ((p[i]->obbligo || !passed) && names(m, d, p[i], u) &&
		    (mano < 0 || to_give(p[i], d, mano)))
			return i;
		if (p[i]->obbligo)
			return -1;
	}
	return -1;
}

static bool
waits(const struct mondo *m, const struct documento *d, int u, int mano)
{
	return d->attende && d->rinviata != d->versione &&
	    !m->chiuso[d->caso] && !signed_by(d, u) &&
	    (mano < 0 || !signed_by(d, mano)) && open_for(m, d, u, mano) >= 0;
}

static bool
complete(const struct mondo *m, const struct documento *d)
{
	const struct passo *const *p = rule(m, d);
	int i;

	for (i = 0; p[i] != NULL; i++)
		if (p[i]->obbligo && !done(d, p[i]))
			return false;
	return true;
}

/* ---- documents ---- */

static void
project(struct registro *r, struct arena *a, const struct scritto *s)
{
	struct nodo *doc;

	assert_int_equal(xml_parse(&doc, a, s->xml, strlen(s->xml),
	    XML_OURS), 0);
	assert_int_equal(registro_proietta(r, &s->pos, doc), 0);
}

static void
put(struct mondo *m, const char *cartella, const char *percorso,
    const char *id, const char *tipo, const char *xml)
{
	char impronta[IMPRONTA_LEN + 1];
	struct scritto *s;

	m->scritti = arena_more(m->a, m->scritti, m->n_scritti, &m->cap,
	    sizeof *m->scritti);
	s = &m->scritti[m->n_scritti++];
	hash_hex(impronta, xml, strlen(xml));
	s->xml = xml;
	s->pos = (struct posizione){ ++m->seq, ORA, cartella, percorso, id,
	    arena_strdup(m->a, impronta), tipo };
	project(m->r, m->a, s);
}

static const char *
folder(struct mondo *m, int caso)
{
	return arena_printf(m->a, "cartelle/2026/%07d", caso + 1);
}

static const char *
path_of(struct mondo *m, int i)
{
	return arena_printf(m->a, "%s/%04d.xml", m->doc[i].che ==
	    DETERMINAZIONE ? "determinazioni" : "relazioni", i + 1);
}

static const char *
id_of(struct mondo *m, int i)
{
	return arena_printf(m->a, "%032x", i + 1);
}

static const char *
words_of(struct mondo *m, int i)
{
	const struct documento *d = &m->doc[i];

	if (d->che == DETERMINAZIONE)
		return arena_printf(m->a, "<determinazione" NS " v=\"%d\">"
		    "<autore>u%d</autore><stato>%s</stato></determinazione>",
		    d->versione, d->autore, d->attende ? "bozza" : "adottata");
	return arena_printf(m->a, "<relazione" NS " v=\"%d\" i=\"%d\"><tipo>%s"
	    "</tipo><data>2026-11-20</data><autore>u%d</autore></relazione>",
	    d->versione, i, d->che == CON_ESITO ? "con-esito" : "attivita",
	    d->autore);
}

static void
put_document(struct mondo *m, int i)
{
	put(m, folder(m, m->doc[i].caso), path_of(m, i), id_of(m, i),
	    m->doc[i].che == DETERMINAZIONE ? "determinazione" : "relazione",
	    words_of(m, i));
}

static void
put_case(struct mondo *m, int c)
{
	put(m, folder(m, c), "cartella.xml", arena_printf(m->a, "c%031x", c),
	    "cartella", arena_printf(m->a, "<cartella" NS "><stato>%s</stato>"
	    "<classifica>VII/9</classifica><ufficio>soc</ufficio>"
	    "<responsabile>u%d</responsabile><aperta>2026-11-20</aperta>"
	    "</cartella>", m->chiuso[c] ? "chiuso" : "in-carico", m->resp[c]));
}

static void
put_user(struct mondo *m, int u)
{
	put(m, "ente", arena_printf(m->a, "utenti/u%d.xml", u),
	    arena_printf(m->a, "b%031x", u), "utente", arena_printf(m->a,
	    "<utente" NS " codice=\"u%d\"><cognome>X</cognome><nome>Y</nome>"
	    "<ruolo>archivista</ruolo>%s%s<attivo>si</attivo></utente>", u,
	    m->ruoli[u] & COORDINATORE ? "<ruolo>coordinatore</ruolo>" : "",
	    m->ruoli[u] & DIRIGENTE ? "<ruolo>dirigente</ruolo>" : ""));
}

static void
rule_words(struct buf *b, const char *tipo, const char *specie,
    const struct passo *const *p)
{
	if (p[0] == NULL)
		return;
	buf_printf(b, "<regola altri=\"si\" %s tipo=\"%s\">", specie, tipo);
	for (; *p != NULL; p++)
		buf_printf(b, "<passo chi=\"%s\" obbligo=\"%s\" %s%s%s "
		    "scopo=\"%s\"/>", (*p)->chi, (*p)->obbligo ? "si" : "no",
		    (*p)->ruolo != NULL ? "ruolo=\"" : "", (*p)->ruolo != NULL ?
		    (*p)->ruolo : "", (*p)->ruolo != NULL ? "\"" : "",
		    (*p)->scopo);
	buf_puts(b, "</regola>");
}

static void
put_rules(struct mondo *m)
{
	AUTO_BUF b = { 0 };

	buf_puts(&b, "<firme" NS ">");
	rule_words(&b, "relazione", "", m->t->relazione);
	rule_words(&b, "relazione", "specie=\"con-esito\"", m->t->esito);
	rule_words(&b, "determinazione", "", m->t->determinazione);
	buf_puts(&b, "</firme>");
	put(m, "ente", "firme.xml", "a0000000000000000000000000000000",
	    "firme", arena_strdup(m->a, buf_str(&b)));
}

static const char *
impronta_of(struct mondo *m, int i)
{
	char *out = arena_alloc(m->a, IMPRONTA_LEN + 1);
	const char *xml = words_of(m, i);

	hash_hex(out, xml, strlen(xml));
	return out;
}

/* ---- random acts ---- */

/* Whether or not it is his turn: a signature is a fact. */
static void
sign(struct mondo *m, int i)
{
	struct documento *d = &m->doc[i];
	int u = (int)draw(m, UTENTI), per = -1, k = 0, step;
	struct firma *f = &d->firme[d->n];

	if (draw(m, 5) == 0 && (per = (int)draw(m, UTENTI)) == u)
		per = -1;
	/* mostly somebody for whom it waits */
	if (draw(m, 4) != 0)
		for (k = 0; k < 20 && !waits(m, d, per < 0 ? u : per,
		    per < 0 ? -1 : u); k++) {
			u = (int)draw(m, UTENTI);
			per = per == u ? -1 : per;
		}
	if (d->n == FIRME || signed_by(d, u))
		return;
	*f = (struct firma){ .versione = d->versione, .utente = u,
	    .per = per };
	d->n++;
	for (k = 0; k < MAX; k++) {
		step = open_for(m, d, per < 0 ? u : per, per < 0 ? -1 : u);
		if (step < 0 || (k > 0 && rule(m, d)[step]->bit != 0))
			break;
		f->passi[k] = rule(m, d)[step];
		if (f->passi[k]->bit != 0)
			break;
	}
	put(m, folder(m, d->caso), arena_printf(m->a, "firme/%04d/"
	    "manifesto.xml", (int)m->seq), arena_printf(m->a, "e%031x",
	    (unsigned)m->seq), "manifesto", arena_printf(m->a, "<manifesto" NS
	    "><scopo>%s</scopo><utente>u%d</utente>%s<nome>X</nome>"
	    "<chiave tipo=\"openpgp\">F</chiave><ora>" ORA "</ora>"
	    "<oggetto ruolo=\"originale\" id=\"%s\" impronta=\"%s\"/>"
	    "</manifesto>", draw(m, 2) ? "visto" : "sottoscrizione", u,
	    per < 0 ? "" : arena_printf(m->a, "<per>u%d</per>", per),
	    id_of(m, i), impronta_of(m, i)));
}

static void
give_back(struct mondo *m, int i)
{
	struct documento *d = &m->doc[i];

	d->rinviata = d->versione;
	put(m, folder(m, d->caso), arena_printf(m->a, "rinvii/%04d.xml",
	    (int)m->seq), arena_printf(m->a, "d%031x", (unsigned)m->seq),
	    "rinvio-firma", arena_printf(m->a, "<rinvio-firma" NS
	    "><documento-percorso>%s</documento-percorso><documento-id>%s"
	    "</documento-id><documento-impronta>%s</documento-impronta>"
	    "<autore>u%d</autore><data>2026-11-20</data><motivazione><p>x</p>"
	    "</motivazione></rinvio-firma>", path_of(m, i), id_of(m, i),
	    impronta_of(m, i), (int)draw(m, UTENTI)));
}

static void
rewrite(struct mondo *m, int i)
{
	struct documento *d = &m->doc[i];

	d->versione++;
	if (draw(m, 3) == 0)
		d->autore = (int)draw(m, UTENTI);
	if (d->che == DETERMINAZIONE)
		d->attende = draw(m, 3) != 0;
	put_document(m, i);
}

static void
step(struct mondo *m)
{
	int i = m->n_doc > 0 ? (int)draw(m, (unsigned)m->n_doc) : 0, u, c;

	if (m->n_doc == 0 || (m->n_doc < DOCUMENTI && draw(m, 12) == 0)) {
		m->doc[m->n_doc] = (struct documento){ .caso = (int)draw(m,
		    CASI), .autore = (int)draw(m, UTENTI), .versione = 1,
		    .che = draw(m, 3), .attende = true };
		put_document(m, m->n_doc++);
		return;
	}
	switch (draw(m, 14)) {
	case 0:
		give_back(m, i);
		break;
	case 1:
	case 2:
		rewrite(m, i);
		break;
	case 3:
		u = (int)draw(m, UTENTI);
		m->ruoli[u] = (int)draw(m, 4);
		put_user(m, u);
		break;
	case 4:
		c = (int)draw(m, CASI);
		m->resp[c] = (int)draw(m, UTENTI);
		m->chiuso[c] = draw(m, 5) == 0;
		put_case(m, c);
		break;
	case 5:
		m->t = &tavole[draw(m, NELEM(tavole))];
		put_rules(m);
		break;
	default:
		sign(m, i);
	}
}

/* ---- what must hold ---- */

static bool
listed(const struct nodo *libro, const char *id, int passo)
{
	const struct nodo *v;

	for (v = nodo_child(libro, "voce"); v; v = nodo_next(v, "voce"))
		if (strcmp(nodo_attr(v, "id"), id) == 0)
			return strtol(nodo_attr(v, "passo"), NULL, 10) == passo;
	return false;
}

static void
check_inbox(struct mondo *m, int u, int mano)
{
	AUTO(arena) a = arena_new();
	struct nodo *libro = nodo_new(a, "sezione");
	struct occhio o = { arena_printf(a, "u%d", u), "firma" };
	int i, should = 0, is = 0, at;
	const struct nodo *v;

	assert_int_equal(registro_libro(libro, a, m->r, &o, mano < 0 ? NULL :
	    arena_printf(a, "u%d", mano)), 0);
	for (v = nodo_child(libro, "voce"); v; v = nodo_next(v, "voce"))
		is++;
	for (i = 0; i < m->n_doc; i++) {
		if (!waits(m, &m->doc[i], u, mano))
			continue;
		should++;
		at = open_for(m, &m->doc[i], u, mano) + 1;
		if (!listed(libro, id_of(m, i), at))
			fail_msg("passo %d: documento %d non aspetta u%d (per "
			    "mano di %d) al passo %d", (int)m->seq, i, u,
			    mano, at);
	}
	if (is != should)
		fail_msg("passo %d: per u%d (per mano di %d) ne aspettano %d, "
		    "e sono %d", (int)m->seq, u, mano, should, is);
}

static void
check_complete(struct mondo *m, int i)
{
	struct documento *d = &m->doc[i];
	struct libro_manca *list;
	int n;

	assert_int_equal(registro_firme_mancanti(&list, &n, m->a, m->r,
	    folder(m, d->caso), path_of(m, i)), 0);
	assert_int_equal(n == 0, complete(m, d) || !d->attende);
}

static void
note_difference(void *arg, const char *tabella, const char *riga,
    const char *che)
{
	/* nothing here is a link of the chain */
	buf_printf(arg, "%s %s: %s\n", tabella, riga, che);
}

static void
random_acts(void **state)
{
	struct mondo *m = *state;
	AUTO_BUF b = { 0 };
	int i, u;

	for (i = 0; i < PASSI; i++) {
		step(m);
		for (u = 0; u < UTENTI; u++)
			check_inbox(m, u, -1);
		u = (int)draw(m, UTENTI);
		check_inbox(m, u, (u + 1 + (int)draw(m, UTENTI - 1)) % UTENTI);
		check_complete(m, (int)draw(m, (unsigned)m->n_doc));
	}
	assert_int_equal(m->n_doc, DOCUMENTI);
	assert_int_equal(registro_commit(m->r), 0);
	assert_int_equal(registro_begin(m->copia), 0);
	for (i = 0; i < m->n_scritti; i++)
		project(m->copia, m->a, &m->scritti[i]);
	assert_int_equal(registro_commit(m->copia), 0);
	assert_int_equal(registro_confronta(m->r, m->altro, note_difference,
	    &b), 0);
	assert_string_equal(buf_str(&b), "");
}

/* ---- rules ---- */

static void
rules(void **state)
{
	static const struct {
		const char *regole, *codice;
	} list[] = {
		{ "", NULL },
		{ "<regola tipo=\"proposta\" altri=\"no\"><passo chi=\"autore\" "
		    "obbligo=\"no\" scopo=\"visto\"/></regola>", NULL },
		{ "<regola tipo=\"scheda\" altri=\"no\"><passo chi=\"autore\" "
		    "obbligo=\"no\" scopo=\"visto\"/></regola>",
		    "non-si-firma" },
		{ "<regola tipo=\"proposta\" specie=\"x\" altri=\"no\"><passo "
		    "chi=\"autore\" obbligo=\"no\" scopo=\"visto\"/></regola>",
		    "senza-specie" },
		{ "<regola tipo=\"relazione\" specie=\"chiusura\" altri=\"no\">"
		    "<passo chi=\"responsabile\" obbligo=\"si\" scopo=\"visto\"/>"
		    "</regola>", "firma-di-legge" },
		{ "<regola tipo=\"verbale\" altri=\"no\"><passo chi=\"autore\" "
		    "ruolo=\"dirigente\" obbligo=\"no\" scopo=\"visto\"/>"
		    "</regola>", "ruolo-di-troppo" },
	};
#define DI_LEGGE(tipo) "<regola tipo=\"" tipo "\" altri=\"si\"><passo "	\
	"chi=\"autore\" obbligo=\"si\" scopo=\"sottoscrizione\"/></regola>"
	struct mondo *m = *state;
	struct nodo *doc;
	const char *xml;
	size_t i;

	for (i = 0; i < NELEM(list); i++) {
		struct rilievi ril = { .a = m->a };

		xml = arena_printf(m->a, "<firme" NS ">" DI_LEGGE("relazione")
		    DI_LEGGE("progetto") DI_LEGGE("affidamento") "%s</firme>",
		    list[i].regole);
		assert_int_equal(xml_parse(&doc, m->a, xml, strlen(xml),
		    XML_OURS), 0);
		firme_check(&ril, doc);
		assert_int_equal(ril.errori, list[i].codice != NULL);
		if (list[i].codice != NULL)
			assert_non_null(rilievo_find(&ril, list[i].codice));
	}
}

/* ---- */

static void
people(struct mondo *m)
{
	static const char *const ruoli[] = { "archivista", "coordinatore",
	    "dirigente" };
	AUTO_BUF b = { 0 };
	size_t i;
	int u;

	buf_puts(&b, "<permessi" NS ">");
	for (i = 0; i < NELEM(ruoli); i++)
		buf_printf(&b, "<ruolo nome=\"%s\"><atto ambito=\"tutti\" "
		    "nome=\"firma\"/><documento ambito=\"tutti\" tipo=\"*\"/>"
		    "</ruolo>", ruoli[i]);
	buf_puts(&b, "</permessi>");
	put(m, "ente", "permessi.xml", "a1111111111111111111111111111111",
	    "permessi", arena_strdup(m->a, buf_str(&b)));
	for (u = 0; u < UTENTI; u++) {
		m->ruoli[u] = u % 3;
		put_user(m, u);
	}
	for (u = 0; u < CASI; u++) {
		m->resp[u] = u;
		put_case(m, u);
	}
	m->t = &tavole[1];
	put_rules(m);
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct mondo *m = arena_alloc(a, sizeof *m);
	const char *seme = getenv("SEME");

	m->a = a;
	m->caso = seme != NULL ? (unsigned)strtoul(seme, NULL, 10) : 7;
	assert_int_equal(dir_temporary(&m->dir, a), 0);
	m->path = arena_printf(a, "%s/registro.sqlite", m->dir);
	m->altro = arena_printf(a, "%s/altro.sqlite", m->dir);
	assert_int_equal(registro_open(&m->r, m->path, REGISTRO_CREATE), 0);
	assert_int_equal(registro_open(&m->copia, m->altro,
	    REGISTRO_CREATE), 0);
	assert_int_equal(registro_begin(m->r), 0);
	people(m);
	*state = m;
	return 0;
}

static int
teardown(void **state)
{
	struct mondo *m = *state;
	int r;

	registro_close(m->r);
	registro_close(m->copia);
	r = dir_remove(m->dir);
	arena_free(m->a);
	return r;
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = { T(rules), T(random_acts) };

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

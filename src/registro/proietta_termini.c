/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_termini.c - what a document of a cartella does to its terms: it
 * starts them, makes them stand still, answers them, as the table of terms in
 * force says.
 *
 * Keeps: no row is taken away; a document written again that tells another day
 * adds a row behind the one it had, so that what was known on any day can be
 * told.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/manifesto.h"
#include "registro/termini.h"

/* A document, and the terms it may have to do with. */
struct fatto {
	struct registro *r;
	struct arena *a;
	struct numero cs;
	const struct posizione *p;
	const struct nodo *doc;
	const struct termini *t;
	int64_t tabella;
};

#define CHI(f, ordine) (f)->cs.anno, (f)->cs.progressivo, (ordine)

static int
renew(const struct fatto *f, int ordine)
{
	struct termine t;
	struct conto c;
	int e;

	if ((e = termine_trova(&t, f->a, f->r, &f->cs, ordine)) != 0 ||
	    (e = registro_termine_conto(&c, f->a, f->r, &t, f->p->seq)) != 0)
		return e;
	return db_run(f->r->db, Q_TERMINE_SCADE, "ddds", CHI(f, ordine),
	    scadenza(f->a, &c));
}

/* ---- start ---- */

struct avvio {
	const struct regola *regola;
	const char *origine, *percorso, *tipo, *protocollo;
	const char *inizio, *fissata;
	int mesi, giorni;
};

static int
add_start(const struct fatto *f, int ordine, const struct avvio *x)
{
	int e;

	if ((e = db_run(f->r->db, Q_TERMINE_INIZIO_ADD, "dddissdd",
	    CHI(f, ordine), f->p->seq, x->inizio, x->fissata, x->mesi,
	    x->giorni)) != 0)
		return e;
	return renew(f, ordine);
}

static int
new_term(const struct fatto *f, const struct avvio *x)
{
	int64_t ordine;
	int e;

	if ((e = db_int(&ordine, f->r->db, Q_TERMINE_NUMERO, "dd", f->cs.anno,
	    f->cs.progressivo)) != 0 ||
	    (e = db_run(f->r->db, Q_TERMINE_ADD, "dddssssssisi",
	    CHI(f, (int)ordine), x->regola->chiave, x->regola->nome,
	    x->origine, x->percorso, x->tipo, x->protocollo, f->tabella,
	    x->inizio, f->p->seq)) != 0)
		return e;
	return add_start(f, (int)ordine, x);
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The document was there already: does it tell another day? */
static int
again(const struct fatto *f, int ordine, const struct avvio *x)
{
	struct termine t;
	struct conto c;
	int e;

	if ((e = termine_trova(&t, f->a, f->r, &f->cs, ordine)) != 0 ||
	    (e = registro_termine_conto(&c, f->a, f->r, &t, f->p->seq)) != 0)
		return e;
	if (strcmp(c.inizio, x->inizio) == 0 && same(c.fissata, x->fissata) &&
	    c.mesi == x->mesi && c.giorni == x->giorni)
		return 0;
	if ((e = db_run(f->r->db, Q_TERMINE_SPOSTA, "ddds", CHI(f, ordine),
	    x->inizio)) != 0)
		return e;
	return add_start(f, ordine, x);
}

static int
find_start(int *ordine, const struct fatto *f, const struct avvio *x)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, f->r->db, Q_TERMINE_DI_ORIGINE, "ddss",
	    f->cs.anno, f->cs.progressivo, x->regola->chiave,
	    x->origine)) != 0)
		return e;
	if ((e = stmt_step(s)) == 1)
		*ordine = (int)stmt_int(s, 0);
	return e;
}

static int
start(const struct fatto *f, const struct avvio *x)
{
	int e, ordine = 0;
	int64_t one;

	if ((e = find_start(&ordine, f, x)) < 0)
		return e;
	if (e == 1)
		return again(f, ordine, x);
	if (x->protocollo == NULL)
		return new_term(f, x);
	/* the paper itself and what was written of it: one term */
	e = db_int(&one, f->r->db, Q_TERMINE_DI_PROTOCOLLO, "ddss",
	    f->cs.anno, f->cs.progressivo, x->regola->chiave, x->protocollo);
	if (e != ERR_ABSENT)
		return e;
	err_clear();
	return new_term(f, x);
}

static int
start_by(const struct fatto *f, const struct regola *regola,
    const struct evento *ev)
{
	struct avvio x = { .regola = regola, .origine = f->p->id,
	    .percorso = f->p->percorso, .tipo = f->doc->nome };
	const char *v;

	if (!evento_in(&v, f->a, ev, f->doc, f->p->ora) ||
	    (x.inizio = scadenza_valore(f->a, regola, v)) == NULL)
		return 0;
	if (ev->scade != NULL)
		x.fissata = nodo_value(f->a, f->doc, ev->scade);
	if (ev->ogni != NULL && (v = nodo_value(f->a, f->doc, ev->ogni)) != NULL)
		x.mesi = periodicita_mesi(v);
	if (ev->dura != NULL && (v = nodo_value(f->a, f->doc, ev->dura)) != NULL)
		x.giorni = (int)strtol(v, NULL, 10);
	if (regola->quantita < 0 && x.fissata == NULL &&
	    x.mesi + x.giorni == 0)
		return 0;
	x.protocollo = nodo_value(f->a, f->doc, "protocollo");
	return start(f, &x);
}

static int
starts(const struct fatto *f)
{
	const struct regola *x;
	int e, i, k;

	for (i = 0; i < f->t->n; i++)
		for (x = &f->t->regole[i], k = 0; k < x->inizia.n; k++)
			if ((e = start_by(f, x, &x->inizia.v[k])) != 0)
				return e;
	return 0;
}

/* Is it this term that the event names?  One that names none is about any. */
static bool
is_about(const struct fatto *f, const struct evento *ev,
    const struct termine *t)
{
	const char *v = ev->origine == NULL ? NULL :
	    nodo_value(f->a, f->doc, ev->origine);

	return v == NULL || strcmp(v, t->percorso) == 0;
}

/* ---- suspension ---- */

static int
suspend(const struct fatto *f, const struct termine *t, const char *motivo,
    const char *inizio)
{
	struct sospensione_riga *s;
	int e, i, n;

	if ((e = registro_sospensioni(&s, &n, f->a, f->r, t)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if (strcmp(s[i].documento, f->p->id) == 0 &&
		    strcmp(s[i].inizio, inizio) == 0)
			return 0;
	if ((e = db_run(f->r->db, Q_SOSPENSIONE_ADD, "dddsisis",
	    CHI(f, t->ordine), f->p->id, f->p->seq, motivo, f->tabella,
	    inizio)) != 0)
		return e;
	return renew(f, t->ordine);
}

static const char *
day_of(const struct fatto *f, const char *v)
{
	static const struct regola in_days = { .quantita = -1 };

	return scadenza_valore(f->a, &in_days, v);
}

/* All those of its keys that run. */
static int
suspend_by(const struct fatto *f, const struct motivo *m,
    const struct evento *ev, const char *giorno)
{
	struct termine *t;
	int e, i, n;

	if ((e = termini_aperti(&t, &n, f->a, f->r, &f->cs)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if (motivo_sospende(m, t[i].chiave) &&
		    is_about(f, ev, &t[i]) && strcmp(t[i].inizio, giorno) <= 0 &&
		    (e = suspend(f, &t[i], m->motivo, giorno)) != 0)
			return e;
	return 0;
}

static int
resume(const struct fatto *f, const struct termine *t, const char *sospensione,
    const char *giorno)
{
	int e;

	if ((e = db_run(f->r->db, Q_RIPRESA_ADD, "dddssis", CHI(f, t->ordine),
	    sospensione, f->p->id, f->p->seq, giorno)) != 0)
		return e;
	return renew(f, t->ordine);
}

/* The first that came counts. */
static int
resume_one(const struct fatto *f, const struct termine *t, const char *motivo,
    const char *giorno)
{
	struct sospensione_riga *s;
	int e, i, n;

	if ((e = registro_sospensioni(&s, &n, f->a, f->r, t)) != 0)
		return e;
	for (i = n - 1; i >= 0; i--)
		if (strcmp(s[i].motivo, motivo) == 0 && s[i].ripresa == NULL &&
		    strcmp(s[i].inizio, giorno) <= 0)
			return resume(f, t, s[i].documento, giorno);
	return 0;
}

static int
resume_by(const struct fatto *f, const struct motivo *m,
    const struct evento *ev, const char *giorno)
{
	struct termine *t;
	int e, i, n;

	if ((e = termini_aperti(&t, &n, f->a, f->r, &f->cs)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if (is_about(f, ev, &t[i]) &&
		    (e = resume_one(f, &t[i], m->motivo, giorno)) != 0)
			return e;
	return 0;
}

typedef int by_fn(const struct fatto *f, const struct motivo *m,
    const struct evento *ev, const char *giorno);

static int
each_event(const struct fatto *f, const struct motivo *m,
    const struct eventi *ev, by_fn *fn)
{
	const char *v;
	int e, i;

	for (i = 0; i < ev->n; i++)
		if (evento_in(&v, f->a, &ev->v[i], f->doc, f->p->ora) &&
		    (v = day_of(f, v)) != NULL &&
		    (e = fn(f, m, &ev->v[i], v)) != 0)
			return e;
	return 0;
}

static int
suspensions(const struct fatto *f)
{
	const struct motivo *m;
	int e, i;

	for (i = 0; i < f->t->n_motivi; i++) {
		m = &f->t->motivi[i];
		if ((e = each_event(f, m, &m->inizia, suspend_by)) != 0 ||
		    (e = each_event(f, m, &m->finisce, resume_by)) != 0)
			return e;
	}
	return 0;
}

/* ---- answer ---- */

static int
next_turn(const struct fatto *f, const struct termine *t, const char *quando)
{
	struct avvio x = { .origine = t->origine, .percorso = t->percorso,
	    .tipo = t->tipo };
	struct conto c;
	int e;

	x.regola = termini_regola(f->t, t->chiave);
	if (x.regola == NULL || !x.regola->ripete)
		return 0;
	if ((e = registro_termine_conto(&c, f->a, f->r, t, f->p->seq)) != 0)
		return e;
	x.mesi = c.mesi;
	x.giorni = c.giorni;
	x.inizio = day_of(f, quando);
	if (x.inizio == NULL ||
	    (x.mesi + x.giorni == 0 && x.regola->quantita < 0))
		return 0;
	return new_term(f, &x);
}

static int
answer(const struct fatto *f, const struct termine *t, const char *documento,
    const char *percorso, const char *quando, bool conclude)
{
	int e;

	if ((e = db_run(f->r->db, Q_TERMINE_RISPOSTA_ADD, "dddisss",
	    CHI(f, t->ordine), f->p->seq, documento, percorso, quando)) != 0 ||
	    (e = db_run(f->r->db, Q_TERMINE_CHIUDI, "dddi", CHI(f, t->ordine),
	    f->p->seq)) != 0)
		return e;
	return conclude ? 0 : next_turn(f, t, quando);
}

/* 1: this document has answered one already; a new day is a new row. */
static int
answered(const struct fatto *f, const char *chiave, const char *documento,
    const char *percorso, const char *quando)
{
	AUTO_STMT s = NULL;
	int e, ordine;

	if ((e = db_query(&s, f->r->db, Q_RISPOSTA_DI, "sdds", documento,
	    f->cs.anno, f->cs.progressivo, chiave)) != 0 ||
	    (e = stmt_step(s)) <= 0)
		return e;
	if (strcmp(stmt_text(s, 1), quando) == 0)
		return 1;
	ordine = (int)stmt_int(s, 0);
	e = db_run(f->r->db, Q_TERMINE_RISPOSTA_ADD, "dddisss",
	    CHI(f, ordine), f->p->seq, documento, percorso, quando);
	return e != 0 ? e : 1;
}

/* Does one and the same document tell both the start and this answer, in two
 * fields of it? */
static bool
is_chain(const struct regola *x, const struct evento *ev,
    const struct nodo *doc)
{
	int i;

	for (i = 0; i < x->inizia.n; i++)
		if (strcmp(x->inizia.v[i].tipo, doc->nome) == 0 &&
		    !same(x->inizia.v[i].campo, ev->campo))
			return true;
	return false;
}

/* Of a chain its own; else the oldest that had begun, and not by it. */
static const struct termine *
answered_term(const struct fatto *f, const struct termine *t, int n,
    const struct regola *x, const struct evento *ev, const char *quando)
{
	bool chain = is_chain(x, ev, f->doc), own;
	int i;

	for (i = 0; i < n; i++) {
		own = strcmp(t[i].origine, f->p->id) == 0;
		if (strcmp(t[i].chiave, x->chiave) == 0 && own == chain &&
		    is_about(f, ev, &t[i]) && (chain || strcmp(t[i].inizio, quando) <= 0))
			return &t[i];
	}
	return NULL;
}

static int
answer_by(const struct fatto *f, const struct regola *x,
    const struct evento *ev)
{
	const struct termine *which;
	const char *v, *quando;
	struct termine *t;
	int e, n;

	if (!evento_in(&v, f->a, ev, f->doc, f->p->ora) ||
	    (quando = scadenza_valore(f->a, x, v)) == NULL)
		return 0;
	if (ev->firmato)
		return db_run(f->r->db, Q_DA_FIRMARE_ADD, "sssdi", f->p->id,
		    f->p->impronta, x->chiave, ev->conclude, f->p->seq);
	if ((e = answered(f, x->chiave, f->p->id, f->p->percorso,
	    quando)) != 0)
		return e < 0 ? e : 0;
	if ((e = termini_aperti(&t, &n, f->a, f->r, &f->cs)) != 0)
		return e;
	which = answered_term(f, t, n, x, ev, quando);
	return which == NULL ? 0 : answer(f, which, f->p->id, f->p->percorso,
	    quando, ev->conclude);
}

static int
answers(const struct fatto *f)
{
	const struct regola *x;
	int e, i, k;

	for (i = 0; i < f->t->n; i++)
		for (x = &f->t->regole[i], k = 0; k < x->risponde.n; k++)
			if ((e = answer_by(f, x, &x->risponde.v[k])) != 0)
				return e;
	return 0;
}

/* ---- a signature makes what it signs an answer ---- */

static int
answer_signed(const struct fatto *f, const char *documento,
    const char *percorso, const char *chiave, bool conclude)
{
	const struct regola *x = termini_regola(f->t, chiave);
	const char *quando;
	struct termine *t;
	int e, i, n;

	quando = x == NULL ? NULL : scadenza_valore(f->a, x, f->p->ora);
	if (quando == NULL)
		return 0;
	/* the second signature on the same paper answers nothing more */
	if ((e = answered(f, chiave, documento, percorso, quando)) != 0)
		return e < 0 ? e : 0;
	if ((e = termini_aperti(&t, &n, f->a, f->r, &f->cs)) != 0)
		return e;
	for (i = 0; i < n; i++)
		if (strcmp(t[i].chiave, chiave) == 0 &&
		    strcmp(t[i].inizio, quando) <= 0)
			return answer(f, &t[i], documento, percorso, quando,
			    conclude);
	return 0;
}

struct firmata {
	const char *chiave;
	bool conclude;
	struct firmata *succ;
};

/* Is it a signature of the document itself? */
static bool
signs_it(const struct fatto *f)
{
	const char *scopo = nodo_value(f->a, f->doc, "scopo");

	return scopo != NULL && (strcmp(scopo, SCOPO_SOTTOSCRIZIONE) == 0 ||
	    strcmp(scopo, SCOPO_VISTO) == 0);
}

static int
path_of(const char **out, const struct fatto *f, const char *id)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, f->r->db, Q_PERCORSO_DI_ID, "ss", id,
	    f->p->cartella)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_INVALID, "il manifesto nomina un documento "
		    "che nella cartella non c'è");
	*out = stmt_dup(f->a, s, 0);
	return 0;
}

static int
signatures(const struct fatto *f)
{
	struct firmata *list = NULL, **last = &list, *x;
	struct manifesto_oggetto o;
	const char *percorso = NULL;
	AUTO_STMT s = NULL;
	int e;

	if (strcmp(f->doc->nome, "manifesto") != 0 || !signs_it(f))
		return 0;
	e = manifesto_oggetto(&o, f->a, f->doc, RUOLO_ORIGINALE);
	if (e == ERR_ABSENT || (e == 0 && o.id == NULL)) {
		err_clear();
		return 0;
	}
	if (e != 0 || (e = path_of(&percorso, f, o.id)) != 0 ||
	    (e = db_query(&s, f->r->db, Q_RISPOSTA_DA_FIRMARE, "ss", o.id,
	    o.impronta)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		*last = x = arena_alloc(f->a, sizeof *x);
		*x = (struct firmata){ arena_strdup(f->a, stmt_text(s, 0)),
		    stmt_int(s, 1) == 1, NULL };
		last = &x->succ;
	}
	for (x = list; e == 0 && x != NULL; x = x->succ)
		e = answer_signed(f, o.id, percorso, x->chiave, x->conclude);
	return e;
}

/* ---- the documents of this subject ---- */

int
proietta_termini(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	AUTO_BUF b = { 0 };

	(void)a;
	nodo_write(&b, doc);
	return db_run(r->db, Q_TABELLA_TERMINI_ADD, "iss", p->seq,
	    p->impronta, buf_str(&b));
}

/* The term that a document of ours names. */
static int
named(struct termine *out, struct fatto *f)
{
	const char *ordine = dato(f->a, f->doc, "termine");

	if (ordine == NULL)
		return ERR_INVALID;
	return termine_trova(out, f->a, f->r, &f->cs,
	    (int)strtol(ordine, NULL, 10));
}

static int
by_hand(struct fatto *f)
{
	const char *giorno = DATO(f->a, f->doc, "data");
	const char *motivo = DATO(f->a, f->doc, "motivo");
	const char *documento = DATO(f->a, f->doc, "documento");
	const char *quando = DATO(f->a, f->doc, "ora");
	const char *fine = DATO(f->a, f->doc, "conclude");
	struct termine t;
	int e;

	if ((e = named(&t, f)) != 0)
		return e;
	if (strcmp(f->doc->nome, "sospensione-termine") == 0)
		return suspend(f, &t, motivo, giorno);
	if (strcmp(f->doc->nome, "ripresa-termine") == 0)
		return resume(f, &t, DATO(f->a, f->doc, "sospensione"),
		    giorno);
	return answer(f, &t, f->p->id, documento != NULL ? documento :
	    f->p->percorso, quando != NULL ? quando : giorno,
	    fine != NULL && strcmp(fine, "si") == 0);
}

static bool
is_ours(const char *nome)
{
	static const char *const list[] = { "sospensione-termine",
	    "ripresa-termine", "risposta-termine" };
	size_t i;

	for (i = 0; i < NELEM(list); i++)
		if (strcmp(list[i], nome) == 0)
			return true;
	return false;
}

/* ---- any document ---- */

static int
effects(struct fatto *f)
{
	int e = tabella_termini(&f->t, &f->tabella, f->r, 0);

	if (e == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (e != 0)
		return e;
	if (is_ours(f->doc->nome))
		return by_hand(f);
	if ((e = starts(f)) != 0 || (e = suspensions(f)) != 0 ||
	    (e = answers(f)) != 0)
		return e;
	return signatures(f);
}

int
termini_documento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct fatto f = { .r = r, .a = a, .p = p, .doc = doc };
	int e;

	if (strncmp(p->cartella, "cartelle/", 9) != 0)
		return 0;
	e = numero_of_folder(&f.cs, p->cartella);
	return e != 0 ? e : effects(&f);
}

/* A registration as a document of the cartella: its day is that it came. */
static int
registration(struct nodo **out, struct posizione *p, struct arena *a,
    struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	struct nodo *doc;
	int e;

	if ((e = db_query(&s, r->db, Q_REGISTRAZIONE_TERMINI, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) <= 0)
		return e;
	*out = doc = nodo_new(a, "registrazione");
	p->id = arena_strdup(a, stmt_text(s, 0));
	p->ora = arena_strdup(a, stmt_text(s, 1));
	p->percorso = numero_text(a, n);
	nodo_elem_text(a, doc, "protocollo", p->percorso);
	nodo_elem_text(a, doc, "tipo", stmt_text(s, 2));
	nodo_elem_text(a, doc, "flusso", stmt_text(s, 3));
	nodo_elem_text(a, doc, "data", stmt_text(s, 4));
	return 1;
}

int
termini_accoglie(struct registro *r, const struct numero *cartella,
    const struct numero *protocollo, int64_t seq)
{
	AUTO(arena) a = arena_new();
	struct posizione p = { .seq = seq, .impronta = "" };
	struct fatto f = { .r = r, .a = a, .cs = *cartella, .p = &p };
	struct nodo *doc = NULL;
	int e;

	if (cartella->serie != SERIE_CARTELLA)
		return 0;
	if ((e = registration(&doc, &p, a, r, protocollo)) <= 0)
		return e;
	f.doc = doc;
	return effects(&f);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/termini.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

/* ---- reading ---- */

static int
integer(struct arena *a, const struct nodo *n, const char *path)
{
	const char *v = nodo_value(a, n, path);

	return v != NULL ? (int)strtol(v, NULL, 10) : -1;
}

static bool
yes(struct arena *a, const struct nodo *n, const char *path)
{
	const char *v = nodo_value(a, n, path);

	return v != NULL && strcmp(v, "si") == 0;
}

/* The place of v among the words; 0 when it is none. */
static int
word(const char *v, const char *const *words, int n)
{
	int i;

	for (i = 0; v != NULL && i < n; i++)
		if (strcmp(words[i], v) == 0)
			return i;
	return 0;
}

static struct eventi
read_events(struct arena *a, const struct nodo *n, const char *nome)
{
	struct eventi out = { .n = 0 };
	const struct nodo *c;

	out.v = arena_alloc(a, ((size_t)nodo_count(n, nome) + 1) * sizeof *out.v);
	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome))
		out.v[out.n++] = (struct evento){
			.tipo = nodo_value(a, c, "tipo"),
			.campo = nodo_value(a, c, "campo"),
			.se = nodo_value(a, c, "se"),
			.vale = nodo_value(a, c, "vale"),
			.scade = nodo_value(a, c, "scade-il"),
			.ogni = nodo_value(a, c, "ogni"),
			.dura = nodo_value(a, c, "dura"),
			.origine = nodo_value(a, c, "origine"),
			.firmato = yes(a, c, "firmato"),
			.conclude = yes(a, c, "conclude"),
		};
	return out;
}

static struct regola
read_rule(struct arena *a, const struct nodo *n)
{
	static const char *const unita[] = { "ore", "giorni",
	    "giorni-lavorativi", "mesi", "anni" };
	static const char *const slitta[] = { "no", "festivo",
	    "non-lavorativo" };

	return (struct regola){
		.chiave = nodo_value(a, n, "chiave"),
		.nome = nodo_value(a, n, "nome"),
		.base = nodo_value(a, n, "base"),
		.quantita = integer(a, n, "quantita"),
		.unita = nodo_child(n, "unita") == NULL ? GIORNI :
		    (enum unita)word(nodo_value(a, n, "unita"), unita,
		    NELEM(unita)),
		.slitta = (enum slitta)word(nodo_value(a, n, "slitta"),
		    slitta, NELEM(slitta)),
		.ripete = yes(a, n, "ripete"),
		.inizia = read_events(a, n, "inizia"),
		.risponde = read_events(a, n, "risponde"),
	};
}

static const char **
texts(struct arena *a, const struct nodo *n, const char *nome)
{
	const char **out;
	const struct nodo *c;
	int i = 0;

	out = arena_alloc(a, ((size_t)nodo_count(n, nome) + 1) * sizeof *out);
	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome))
		out[i++] = nodo_all_text(a, c);
	return out;
}

static struct motivo
read_motive(struct arena *a, const struct nodo *n)
{
	int ripresa = integer(a, n, "ripresa");

	return (struct motivo){
		.motivo = nodo_value(a, n, "motivo"),
		.nome = nodo_value(a, n, "nome"),
		.base = nodo_value(a, n, "base"),
		.massimo = integer(a, n, "massimo"),
		.ripresa = ripresa < 0 ? 0 : ripresa,
		.una_volta = yes(a, n, "una-volta"),
		.inizia = read_events(a, n, "inizia"),
		.finisce = read_events(a, n, "finisce"),
		.sospende = texts(a, n, "sospende"),
	};
}

static void
read_calendar(struct calendario *out, struct arena *a, const struct nodo *doc)
{
	const struct nodo *c = nodo_child(doc, "calendario");

	*out = (struct calendario){ .patrono = NULL };
	if (c == NULL)
		return;
	out->patrono = nodo_value(a, c, "patrono");
	out->chiusure = texts(a, c, "chiusura");
	out->n = nodo_count(c, "chiusura");
}

void
termini_read(struct termini *out, struct arena *a, const struct nodo *doc)
{
	const struct nodo *c;

	*out = (struct termini){ .n = 0 };
	read_calendar(&out->cal, a, doc);
	out->regole = arena_alloc(a, ((size_t)nodo_count(doc, "regola") + 1) *
	    sizeof *out->regole);
	out->motivi = arena_alloc(a, ((size_t)nodo_count(doc, "sospensione") + 1) *
	    sizeof *out->motivi);
	for (c = nodo_child(doc, "regola"); c; c = nodo_next(c, "regola"))
		out->regole[out->n++] = read_rule(a, c);
	for (c = nodo_child(doc, "sospensione"); c != NULL;
	    c = nodo_next(c, "sospensione"))
		out->motivi[out->n_motivi++] = read_motive(a, c);
}

/* ---- asking ---- */

const struct regola *
termini_regola(const struct termini *t, const char *chiave)
{
	int i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->regole[i].chiave, chiave) == 0)
			return &t->regole[i];
	return NULL;
}

const struct motivo *
termini_motivo(const struct termini *t, const char *motivo)
{
	int i;

	for (i = 0; i < t->n_motivi; i++)
		if (strcmp(t->motivi[i].motivo, motivo) == 0)
			return &t->motivi[i];
	return NULL;
}

bool
motivo_sospende(const struct motivo *m, const char *chiave)
{
	int i;

	for (i = 0; m->sospende[i] != NULL; i++)
		if (strcmp(m->sospende[i], chiave) == 0)
			return true;
	return false;
}

int
periodicita_mesi(const char *parola)
{
	static const struct {
		const char *parola;
		int mesi;
	} t[] = { { "mensile", 1 }, { "bimestrale", 2 }, { "trimestrale", 3 },
	    { "semestrale", 6 }, { "annuale", 12 } };
	size_t i;

	for (i = 0; i < NELEM(t); i++)
		if (strcmp(t[i].parola, parola) == 0)
			return t[i].mesi;
	return 0;
}

/* "relazioni/" is the beginning of "relazioni/0001.xml". */
static bool
has_value(const char *text, const char *wanted)
{
	size_t n;

	if (wanted == NULL)
		return true;
	n = strlen(wanted);
	if (n > 0 && wanted[n - 1] == '/')
		return strncmp(text, wanted, n) == 0;
	return strcmp(text, wanted) == 0;
}

/* Has any element at this path below n that value? */
static bool
any_value(struct arena *a, const struct nodo *n, const char *path,
    const char *wanted)
{
	const char *slash = strchr(path, '/'), *nome = path;
	const struct nodo *c;

	if (slash != NULL)
		nome = arena_strndup(a, path, (size_t)(slash - path));
	for (c = nodo_child(n, nome); c != NULL; c = nodo_next(c, nome))
		if (slash != NULL ? any_value(a, c, slash + 1, wanted) :
		    has_value(nodo_all_text(a, c), wanted))
			return true;
	return false;
}

bool
evento_in(const char **valore, struct arena *a, const struct evento *e,
    const struct nodo *doc, const char *ora)
{
	if (strcmp(e->tipo, doc->nome) != 0 ||
	    (e->se != NULL && !any_value(a, doc, e->se, e->vale)))
		return false;
	*valore = e->campo != NULL ? nodo_value(a, doc, e->campo) : ora;
	return *valore != NULL;
}

/* ---- checking a table ---- */

static void
twice(struct rilievi *out, const struct nodo *doc, const char *elem,
    const char *campo)
{
	const struct nodo *c, *d;
	const char *v;

	for (c = nodo_child(doc, elem); c != NULL; c = nodo_next(c, elem))
		for (d = nodo_next(c, elem); d != NULL;
		    d = nodo_next(d, elem)) {
			v = nodo_value(out->a, d, campo);
			if (strcmp(nodo_value(out->a, c, campo), v) == 0)
				rilievo_add(out, ERRORE, nodo_path(out->a, d),
				    "doppio", NULL, "%s c'è due volte: "
				    "lascia una sola %s", v, elem);
		}
}

/* A rule counts something, or its documents say when it ends. */
static void
check_rule(struct rilievi *out, const struct nodo *n)
{
	struct regola r = read_rule(out->a, n);
	const char *path = nodo_path(out->a, n);
	int i;

	if ((r.quantita < 0) != (nodo_child(n, "unita") == NULL))
		rilievo_add(out, ERRORE, path, "quantita", NULL, "%s: quantità "
		    "e unità vanno insieme", r.chiave);
	for (i = 0; i < r.inizia.n; i++)
		if (r.quantita < 0 && r.inizia.v[i].scade == NULL &&
		    r.inizia.v[i].ogni == NULL && r.inizia.v[i].dura == NULL)
			rilievo_add(out, ERRORE, path, "senza-durata", NULL,
			    "%s: non dice quanto dura: indica quantità e "
			    "unità, o il campo di %s che lo dice", r.chiave,
			    r.inizia.v[i].tipo);
	if (r.quantita == 0 && r.unita != ORE)
		rilievo_add(out, ERRORE, path, "quantita", NULL, "%s: un "
		    "termine di zero giorni non si conta: «subito» è zero ore",
		    r.chiave);
	if (r.ripete && r.unita == ORE)
		rilievo_add(out, ERRORE, path, "ripete", NULL, "%s: un "
		    "termine che si ripete è in giorni, mesi o anni",
		    r.chiave);
}

static void
check_motive(struct rilievi *out, const struct nodo *n,
    const struct termini *t)
{
	struct motivo m = read_motive(out->a, n);
	const char *path = nodo_path(out->a, n);
	const struct regola *r;
	int i;

	for (i = 0; m.sospende[i] != NULL; i++) {
		r = termini_regola(t, m.sospende[i]);
		if (r == NULL)
			rilievo_add(out, ERRORE, path, "chiave-ignota", NULL,
			    "%s sospende %s, che non è un termine della "
			    "tabella", m.motivo, m.sospende[i]);
		else if (r->unita == ORE && r->quantita >= 0)
			rilievo_add(out, ERRORE, path, "ore", NULL,
			    "%s è in ore: un termine a ore non si sospende",
			    r->chiave);
	}
	if (m.finisce.n > 0 && m.inizia.n == 0)
		rilievo_add(out, ERRORE, path, "finisce", NULL, "%s finisce "
		    "con un documento e non dice quale la inizia", m.motivo);
}

static void
check_calendar(struct rilievi *out, const struct nodo *doc)
{
	const char *p = nodo_value(out->a, doc, "calendario/patrono");

	if (p != NULL &&
	    !clock_day_valid(arena_printf(out->a, "2024-%s", p)))
		rilievo_add(out, ERRORE, "/termini/calendario/patrono",
		    "patrono", NULL, "nessun anno ha il giorno %s: scrivi mese "
		    "e giorno, come 12-26", p);
}

void
termini_check(struct rilievi *out, const struct nodo *doc)
{
	const struct nodo *c;
	struct termini t;

	termini_read(&t, out->a, doc);
	twice(out, doc, "regola", "chiave");
	twice(out, doc, "sospensione", "motivo");
	check_calendar(out, doc);
	for (c = nodo_child(doc, "regola"); c; c = nodo_next(c, "regola"))
		check_rule(out, c);
	for (c = nodo_child(doc, "sospensione"); c != NULL;
	    c = nodo_next(c, "sospensione"))
		check_motive(out, c, &t);
}

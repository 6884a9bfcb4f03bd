/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/massimario.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "documenti/calendario.h"

#define ART68 "art. 68 DPR 445/2000"
#define MAGGIORE_ETA 18		/* art. 2 c.c. */

static const struct {
	const char *parola, *da;
} decorrenze[] = {
	[DA_CHIUSURA] = { "chiusura", "dalla chiusura" },
	[DA_MAGGIORE_ETA] = { "maggiore-eta", "dalla maggiore età" },
	[DA_FINE_MISURA] = { "fine-misura", "dalla fine delle misure" },
	[DA_REGISTRAZIONE] = { "registrazione", "dall'ultima registrazione" },
};

/* ---- reading ---- */

static bool
yes(struct arena *a, const struct nodo *n, const char *path)
{
	const char *v = nodo_value(a, n, path);

	return v != NULL && strcmp(v, "si") == 0;
}

static enum decorre
start(const char *parola)
{
	size_t i;

	for (i = 0; i < NELEM(decorrenze); i++)
		if (strcmp(decorrenze[i].parola, parola) == 0)
			return (enum decorre)i;
	return DA_CHIUSURA;
}

static enum ministero
ministry(const char *parola)
{
	if (parola != NULL && strcmp(parola, "secretate") == 0)
		return MINISTERO_SECRETATE;
	if (parola != NULL && strcmp(parola, "nessuno") == 0)
		return MINISTERO_NESSUNO;
	return MINISTERO_RISERVATE;
}

static struct riga_massimario
read_row(struct arena *a, const struct nodo *n)
{
	struct riga_massimario out = {
		.cosa = nodo_value(a, n, "cosa"),
		.classifica = nodo_value(a, n, "classifica"),
		.tipo = nodo_value(a, n, "tipo"),
		.nome = nodo_value(a, n, "nome"),
		.fonte = nodo_value(a, n, "fonte"),
		.da_confermare = yes(a, n, "da-confermare"),
		.permanente = yes(a, n, "permanente"),
	};
	const struct nodo *c;

	out.durate = arena_alloc(a, ((size_t)nodo_count(n, "durata") + 1) *
	    sizeof *out.durate);
	for (c = nodo_child(n, "durata"); c != NULL; c = nodo_next(c, "durata"))
		out.durate[out.n++] = (struct durata){
			.da = start(nodo_value(a, c, "da")),
			.anni = (int)strtol(nodo_value(a, c, "anni"), NULL,
			    10),
		};
	return out;
}

void
massimario_read(struct massimario *out, struct arena *a,
    const struct nodo *doc)
{
	const struct nodo *c;

	*out = (struct massimario){ .n = 0 };
	out->righe = arena_alloc(a, ((size_t)nodo_count(doc, "riga") + 1) *
	    sizeof *out->righe);
	out->ministero = ministry(nodo_value(a, doc, "ministero"));
	for (c = nodo_child(doc, "riga"); c != NULL; c = nodo_next(c, "riga"))
		out->righe[out->n++] = read_row(a, c);
}

/* ---- what is wrong with one ---- */

static bool
same(const char *x, const char *y)
{
	return x == NULL || y == NULL ? x == y : strcmp(x, y) == 0;
}

static bool
is_serie(const struct riga_massimario *r)
{
	return strcmp(r->cosa, MASSIMARIO_SERIE) == 0;
}

/* "riga 3 (VII/9, cartella)" */
static const char *
called(struct arena *a, const struct massimario *m, int i)
{
	const struct riga_massimario *r = &m->righe[i];

	return arena_printf(a, "riga %d (%s%s%s%s%s)", i + 1,
	    is_serie(r) ? r->nome : r->classifica != NULL ? r->classifica :
	    "senza classe", is_serie(r) ? "" : ", ",
	    is_serie(r) ? "" : r->cosa, r->tipo != NULL ? ", " : "",
	    r->tipo != NULL ? r->tipo : "");
}

static bool
overlap(const struct riga_massimario *x, const struct riga_massimario *y)
{
	if (strcmp(x->cosa, y->cosa) != 0)
		return false;
	if (is_serie(x))
		return strcmp(x->nome, y->nome) == 0;
	return same(x->classifica, y->classifica) && same(x->tipo, y->tipo);
}

static void
check_subject(struct rilievi *out, const char *path, const char *who,
    const struct riga_massimario *r)
{
	if (!is_serie(r) && r->classifica == NULL)
		rilievo_add(out, ERRORE, path, "senza-classe", ART68, "%s: di che "
		    "classe del titolario sono", who);
	if (is_serie(r) && (r->classifica != NULL || r->tipo != NULL))
		rilievo_add(out, ERRORE, path, "serie-con-classe", ART68, "%s: una "
		    "serie si riconosce dal nome: togli classe e tipo", who);
	if (r->tipo != NULL && strcmp(r->cosa, MASSIMARIO_FASCICOLO) != 0)
		rilievo_add(out, ERRORE, path, "tipo-di-fascicolo", ART68, "%s: il "
		    "tipo è dei fascicoli", who);
}

static void
check_time(struct rilievi *out, const char *path, const char *who,
    const struct riga_massimario *r)
{
	bool cartella = strcmp(r->cosa, MASSIMARIO_CARTELLA) == 0;
	int i, k;

	if (r->permanente && r->n > 0)
		rilievo_add(out, ERRORE, path, "permanente-con-anni", ART68, "%s: ciò "
		    "che si conserva sempre non ha anni", who);
	if (!r->permanente && r->n == 0)
		rilievo_add(out, ERRORE, path, "senza-durata", ART68, "%s: o è "
		    "permanente, o ha degli anni", who);
	if (is_serie(r) && r->n > 0)
		rilievo_add(out, ERRORE, path, "serie-con-anni", ART68, "%s: di una "
		    "serie non si contano gli anni: qui si dice solo che è "
		    "permanente", who);
	for (i = 0; i < r->n; i++) {
		for (k = 0; k < i; k++)
			if (r->durate[i].da == r->durate[k].da)
				rilievo_add(out, ERRORE, path, "doppio", NULL, "%s: "
				    "due durate %s", who,
				    decorrenze[r->durate[i].da].da);
		if (!cartella && !is_serie(r) &&
		    (r->durate[i].da == DA_MAGGIORE_ETA ||
		    r->durate[i].da == DA_FINE_MISURA))
			rilievo_add(out, ERRORE, path, "solo-cartelle", ART68, "%s: "
			    "gli anni %s si contano per le cartelle", who,
			    decorrenze[r->durate[i].da].da);
	}
}

void
massimario_check(struct rilievi *out, const struct nodo *doc)
{
	AUTO(arena) a = arena_new();
	const char *path, *who;
	struct massimario m;
	int i, k;

	massimario_read(&m, a, doc);
	for (i = 0; i < m.n; i++) {
		path = arena_printf(a, "/massimario/riga[%d]", i + 1);
		who = called(a, &m, i);
		check_subject(out, path, who, &m.righe[i]);
		check_time(out, path, who, &m.righe[i]);
		for (k = 0; k < i; k++)
			if (overlap(&m.righe[i], &m.righe[k]))
				rilievo_add(out, ERRORE, path, "sovrapposte", ART68,
				    "%s: dice delle stesse cose della %s",
				    who, called(a, &m, k));
	}
}

/* ---- the row ---- */

static const struct riga_massimario *
exactly(const struct massimario *m, const char *cosa, const char *classifica,
    size_t len, const char *tipo)
{
	const struct riga_massimario *r;
	int i;

	for (i = 0; i < m->n; i++) {
		r = &m->righe[i];
		if (r->classifica != NULL && strcmp(r->cosa, cosa) == 0 &&
		    strlen(r->classifica) == len &&
		    strncmp(r->classifica, classifica, len) == 0 &&
		    same(r->tipo, tipo))
			return r;
	}
	return NULL;
}

const struct riga_massimario *
massimario_riga(const struct massimario *m, const char *cosa,
    const char *classifica, const char *tipo)
{
	const struct riga_massimario *r;
	size_t len = strlen(classifica);

	while (len > 0) {
		r = tipo != NULL ? exactly(m, cosa, classifica, len, tipo) :
		    NULL;
		if (r == NULL)
			r = exactly(m, cosa, classifica, len, NULL);
		if (r != NULL)
			return r;
		while (len > 0 && classifica[len - 1] != '/')
			len--;
		len = len > 0 ? len - 1 : 0;
	}
	return NULL;
}

/* ---- the end ---- */

/* "3/5/2020" */
static const char *
day(struct arena *a, const char *data)
{
	return arena_printf(a, "%d/%d/%.4s", (int)strtol(data + 8, NULL, 10),
	    (int)strtol(data + 5, NULL, 10), data);
}

/* From when, in *out; NULL: such a fact is not there, and adds no years.
 * false: it is there and its day is not known; *why says what is missing. */
static bool
from_majority(const char **out, const char **why, struct arena *a,
    const struct fatti_conservazione *f)
{
	char *eighteen = arena_alloc(a, DATA_LEN + 1);

	if (f->persone == 0) {
		*why = "non vi è nominato nessuno";
		return false;
	}
	if (f->senza_nascita > 0 || f->nascita == NULL) {
		*why = arena_printf(a, "di %d %s non si conosce la nascita "
		    "(la dice uno stato di famiglia: «registra-famiglia», di "
		    "chi segue il caso)", f->senza_nascita,
		    f->senza_nascita == 1 ? "persona" : "persone");
		return false;
	}
	/* who is born on 29 February is of age on the 28th (art. 2963 c.c.) */
	calendario_mesi(eighteen, f->nascita, 12 * MAGGIORE_ETA);
	*out = eighteen;
	*why = arena_printf(a, "%s compie 18 anni il %s", f->persone == 1 ?
	    "la persona" : "la più giovane", day(a, eighteen));
	return true;
}

static bool
from_measure(const char **out, const char **why, struct arena *a,
    const struct fatti_conservazione *f)
{
	*out = NULL;
	if (f->senza_fine > 0) {
		*why = arena_printf(a, "di %d %s dell'autorità giudiziaria non "
		    "si conosce la fine (la dice il provvedimento che la fa "
		    "cessare: «acquisisci», di chi segue il caso)",
		    f->senza_fine, f->senza_fine == 1 ? "misura" : "misure");
		return false;
	}
	*why = "non ci sono misure dell'autorità giudiziaria";
	if (f->misure > 0) {
		*out = f->fine_misura;
		*why = arena_printf(a, "l'ultima misura finisce il %s",
		    day(a, f->fine_misura));
	}
	return true;
}

static bool
from(const char **out, const char **why, struct arena *a, enum decorre da,
    const struct fatti_conservazione *f)
{
	switch (da) {
	case DA_MAGGIORE_ETA:
		return from_majority(out, why, a, f);
	case DA_FINE_MISURA:
		return from_measure(out, why, a, f);
	case DA_REGISTRAZIONE:
		*out = f->registrazione;
		*why = f->registrazione == NULL ? "non ha registrazioni" :
		    arena_printf(a, "l'ultima registrazione è del %s",
		    day(a, f->registrazione));
		return true;
	case DA_CHIUSURA:
	default:
		*out = f->chiuso;
		*why = arena_printf(a, "chiusura del %s", day(a, f->chiuso));
		return true;
	}
}

/* One row of years; false: it cannot be computed. */
static bool
add_years(struct buf *words, const char **scade, struct arena *a,
    const struct durata *d, const struct fatti_conservazione *f)
{
	const char *since = NULL, *why = NULL;
	char *end = arena_alloc(a, DATA_LEN + 1);
	bool known = from(&since, &why, a, d->da, f);

	buf_printf(words, "%s%d %s %s: %s", words->len > 0 ? "; " : "",
	    d->anni, d->anni == 1 ? "anno" : "anni", decorrenze[d->da].da,
	    why);
	if (!known || since == NULL)
		return known;
	calendario_mesi(end, since, 12 * d->anni);
	buf_printf(words, ", fino al %s", day(a, end));
	if (*scade == NULL || strcmp(end, *scade) > 0)
		*scade = end;
	return true;
}

static void
by_row(struct conservazione *out, struct arena *a,
    const struct riga_massimario *r, const struct fatti_conservazione *f)
{
	AUTO_BUF words = { 0 };
	bool known = true;
	int i;

	out->scade = NULL;
	for (i = 0; i < r->n; i++)
		known = add_years(&words, &out->scade, a, &r->durate[i], f) &&
		    known;
	if (r->permanente)
		buf_puts(&words, "si conserva sempre");
	buf_printf(&words, " (%s: %s; fonte: %s%s)", r->classifica, r->nome,
	    r->fonte, r->da_confermare ? ", da confermare" : "");
	out->esito = r->permanente ? PERMANENTE :
	    known && out->scade != NULL ? SCADE : DA_CALCOLARE;
	if (out->esito != SCADE)
		out->scade = NULL;
	out->perche = arena_strdup(a, buf_str(&words));
}

void
massimario_calcola(struct conservazione *out, struct arena *a,
    const struct massimario *m, const struct fatti_conservazione *f)
{
	const struct riga_massimario *r;

	*out = (struct conservazione){ .esito = DA_CALCOLARE };
	if (f->chiuso == NULL) {
		out->perche = "è in corso: gli anni si contano da quando "
		    "sarà chiuso";
		return;
	}
	if (m == NULL) {
		out->perche = "l'ente non ha ancora un massimario: il "
		    "responsabile lo adotta con «adotta-massimario»";
		return;
	}
	r = f->classifica == NULL ? NULL :
	    massimario_riga(m, f->cosa, f->classifica, f->tipo);
	if (r == NULL) {
		out->perche = arena_printf(a, "il massimario non ha una riga "
		    "per %s della classe %s", strcmp(f->cosa,
		    MASSIMARIO_CARTELLA) == 0 ? "le cartelle" :
		    "i fascicoli", f->classifica != NULL ? f->classifica :
		    "che manca");
		return;
	}
	by_row(out, a, r, f);
}

const char *
conservazione_parola(enum esito_conservazione e)
{
	static const char *const words[] = { "da-calcolare", "scade",
	    "permanente" };

	return words[e];
}

const char *
massimario_riservata(const struct massimario *m, bool secretata,
    bool riservate)
{
	enum ministero of = m != NULL ? m->ministero : MINISTERO_RISERVATE;

	if (of != MINISTERO_NESSUNO && secretata)
		return "secretata";
	return of == MINISTERO_RISERVATE && riservate ?
	    "registrazioni-riservate" : NULL;
}

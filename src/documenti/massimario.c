/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/massimario.h"

#include <assert.h>
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
	[DA_DOCUMENTO] = { "documento", "dal documento" },
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

	for (i = 0; strcmp(decorrenze[i].parola, parola) != 0; i++)
		assert(i + 1 < NELEM(decorrenze));
	return (enum decorre)i;
}

static bool
is_of(const struct riga_massimario *r, const char *cosa)
{
	return strcmp(r->cosa, cosa) == 0;
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
	int i;

	*out = (struct massimario){ .n = 0 };
	out->righe = arena_alloc(a, ((size_t)nodo_count(doc, "riga") + 1) *
	    sizeof *out->righe);
	out->ministero = ministry(nodo_value(a, doc, "ministero"));
	for (c = nodo_child(doc, "riga"); c != NULL; c = nodo_next(c, "riga"))
		out->righe[out->n++] = read_row(a, c);
	for (i = 0; i < out->n; i++)
		if (is_of(&out->righe[i], MASSIMARIO_DOCUMENTO))
			out->documenti = true;
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
	return is_of(r, MASSIMARIO_SERIE);
}

/* "riga 3 (VII/9, cartella)" */
static const char *
called(struct arena *a, const struct massimario *m, int i)
{
	const struct riga_massimario *r = &m->righe[i];

	return arena_printf(a, "riga %d (%s%s%s%s%s)", i + 1,
	    is_serie(r) ? r->nome : r->classifica != NULL ? r->classifica :
	    is_of(r, MASSIMARIO_DOCUMENTO) ? "ogni classe" : "senza classe",
	    is_serie(r) ? "" : ", ",
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
	/* an accesso is not found by a class */
	if (is_of(x, MASSIMARIO_ACCESSO))
		return same(x->tipo, y->tipo);
	return same(x->classifica, y->classifica) && same(x->tipo, y->tipo);
}

/* Are they told apart by such a type? */
static bool
type_fits(const struct riga_massimario *r)
{
	if (r->tipo == NULL || is_of(r, MASSIMARIO_DOCUMENTO))
		return true;
	if (is_of(r, MASSIMARIO_ACCESSO))
		return strcmp(r->tipo, "diretto") == 0 ||
		    strcmp(r->tipo, "indiretto") == 0;
	return is_of(r, MASSIMARIO_FASCICOLO) && (
	    strcmp(r->tipo, "affare") == 0 ||
	    strcmp(r->tipo, "attivita") == 0 ||
	    strcmp(r->tipo, "persona-giuridica") == 0 ||
	    strcmp(r->tipo, "procedimento") == 0);
}

static void
check_subject(struct rilievi *out, const char *path, const char *who,
    const struct riga_massimario *r)
{
	bool document = is_of(r, MASSIMARIO_DOCUMENTO);

	if (is_serie(r)) {
		if (r->classifica != NULL || r->tipo != NULL)
			rilievo_add(out, ERRORE, path, "serie-con-classe", ART68,
			    "%s: una serie si riconosce dal nome: togli classe "
			    "e tipo", who);
		return;
	}
	if (!document && r->classifica == NULL)
		rilievo_add(out, ERRORE, path, "senza-classe", ART68, "%s: di che "
		    "classe del titolario sono", who);
	/* it is the class of lists, which name no whole title */
	if (is_of(r, MASSIMARIO_ACCESSO) && r->classifica != NULL &&
	    strchr(r->classifica, '/') == NULL)
		rilievo_add(out, ERRORE, path, "solo-titolo", ART68, "%s: di un "
		    "accesso si dice la classe, non il solo titolo", who);
	if (document && r->tipo == NULL)
		rilievo_add(out, ERRORE, path, "senza-tipo", ART68, "%s: di che "
		    "tipo sono i documenti, come «provvedimento»", who);
	if (!type_fits(r))
		rilievo_add(out, ERRORE, path, "altro-tipo", ART68, "%s: un tipo "
		    "l'hanno gli accessi (diretto, indiretto), i fascicoli "
		    "(affare, attivita, persona-giuridica, procedimento) e i "
		    "documenti", who);
}

static void
check_start(struct rilievi *out, const char *path, const char *who,
    const struct riga_massimario *r, enum decorre da)
{
	bool document = is_of(r, MASSIMARIO_DOCUMENTO);

	if (is_of(r, MASSIMARIO_FASCICOLO) &&
	    (da == DA_MAGGIORE_ETA || da == DA_FINE_MISURA))
		rilievo_add(out, ERRORE, path, "solo-cartelle", ART68, "%s: "
		    "gli anni %s si contano per cartelle e accessi", who,
		    decorrenze[da].da);
	if (!document && !is_serie(r) && da == DA_DOCUMENTO)
		rilievo_add(out, ERRORE, path, "solo-documenti", ART68, "%s: "
		    "gli anni %s si contano per i documenti", who,
		    decorrenze[da].da);
	if (document && da == DA_REGISTRAZIONE)
		rilievo_add(out, ERRORE, path, "non-dei-documenti", ART68, "%s: di "
		    "un documento gli anni si contano dal suo giorno: scrivi "
		    "«documento»", who);
}

static void
check_time(struct rilievi *out, const char *path, const char *who,
    const struct riga_massimario *r)
{
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
		check_start(out, path, who, r, r->durate[i].da);
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

/* Of that class; classifica NULL: of none, or whichever an accesso has. */
static bool
of_class(const struct riga_massimario *r, const char *classifica, size_t len)
{
	if (classifica == NULL)
		return r->classifica == NULL || is_of(r, MASSIMARIO_ACCESSO);
	return r->classifica != NULL && strlen(r->classifica) == len &&
	    strncmp(r->classifica, classifica, len) == 0;
}

static const struct riga_massimario *
exactly(const struct massimario *m, const char *cosa, const char *classifica,
    size_t len, const char *tipo)
{
	const struct riga_massimario *r;
	int i;

	for (i = 0; i < m->n; i++) {
		r = &m->righe[i];
		if (is_of(r, cosa) && of_class(r, classifica, len) &&
		    same(r->tipo, tipo))
			return r;
	}
	return NULL;
}

static const struct riga_massimario *
of_type(const struct massimario *m, const char *cosa, const char *classifica,
    size_t len, const char *tipo)
{
	const struct riga_massimario *r = tipo != NULL ?
	    exactly(m, cosa, classifica, len, tipo) : NULL;

	return r != NULL ? r : exactly(m, cosa, classifica, len, NULL);
}

const struct riga_massimario *
massimario_riga(const struct massimario *m, const char *cosa,
    const char *classifica, const char *tipo)
{
	const struct riga_massimario *r;
	size_t len = classifica != NULL ? strlen(classifica) : 0;

	while (len > 0) {
		if ((r = of_type(m, cosa, classifica, len, tipo)) != NULL)
			return r;
		while (len > 0 && classifica[len - 1] != '/')
			len--;
		len = len > 0 ? len - 1 : 0;
	}
	/* a row that names no class is for documents of any; a serie has none */
	if (classifica != NULL && strcmp(cosa, MASSIMARIO_DOCUMENTO) != 0)
		return NULL;
	return of_type(m, cosa, NULL, 0, tipo);
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

const char *
massimario_durata(struct arena *a, const struct durata *d)
{
	return arena_printf(a, "%d %s %s", d->anni, d->anni == 1 ? "anno" :
	    "anni", decorrenze[d->da].da);
}

/* One row of years; doc NULL: not of documents.  false: it cannot be
 * computed. */
static bool
add_years(struct buf *words, const char **scade, struct arena *a,
    const struct durata *d, const struct fatti_conservazione *f,
    const struct documenti_conservati *doc)
{
	const char *since = NULL, *why = NULL;
	char *end = arena_alloc(a, DATA_LEN + 1);
	bool known = true;

	if (d->da != DA_DOCUMENTO)
		known = from(&since, &why, a, d->da, f);
	else if (doc != NULL) {
		since = doc->ultimo;
		why = arena_printf(a, "l'ultimo è del %s", day(a, since));
	}
	buf_printf(words, "%s%s: %s", words->len > 0 ? "; " : "",
	    massimario_durata(a, d), why);
	if (!known || since == NULL)
		return known;
	calendario_mesi(end, since, 12 * d->anni);
	buf_printf(words, ", fino al %s", day(a, end));
	if (*scade == NULL || strcmp(end, *scade) > 0)
		*scade = end;
	return true;
}

/* What a row makes of the facts; doc NULL: it is not of documents.  false: they
 * are known, and it adds no years. */
static bool
by_row(struct conservazione *out, struct arena *a,
    const struct riga_massimario *r, const struct fatti_conservazione *f,
    const struct documenti_conservati *doc)
{
	AUTO_BUF words = { 0 };
	bool known = true;
	int i;

	*out = (struct conservazione){ .classifica = r->classifica,
	    .da_confermare = r->da_confermare };
	for (i = 0; i < r->n; i++)
		known = add_years(&words, &out->scade, a, &r->durate[i], f,
		    doc) && known;
	if (r->permanente)
		buf_puts(&words, "si conserva sempre");
	buf_printf(&words, " (%s%s%s; fonte: %s%s)", r->classifica != NULL ?
	    r->classifica : "", r->classifica != NULL ? ": " : "", r->nome,
	    r->fonte, r->da_confermare ? ", da confermare" : "");
	out->esito = r->permanente ? PERMANENTE :
	    known && out->scade != NULL ? SCADE : DA_CALCOLARE;
	known = r->permanente || !known || out->scade != NULL;
	if (out->esito != SCADE)
		out->scade = NULL;
	out->perche = arena_strdup(a, buf_str(&words));
	return known;
}

/* Does x keep the papers longer?  What is not known may be any day. */
static bool
longer(const struct conservazione *x, const struct conservazione *than)
{
	static const int rank[] = { [SCADE] = 0, [DA_CALCOLARE] = 1,
		[PERMANENTE] = 2 };

	if (x->esito == SCADE && than->esito == SCADE)
		return strcmp(x->scade, than->scade) > 0;
	return rank[x->esito] > rank[than->esito];
}

/* The documents in it whose own row keeps them longer keep all of it: alone
 * they cannot stay, and what is shorter goes when the rest does. */
static void
by_documents(struct conservazione *out, struct arena *a,
    const struct massimario *m, const struct fatti_conservazione *f)
{
	const char *classe = f->classifica != NULL ? f->classifica :
	    out->classifica;
	const struct riga_massimario *r;
	struct conservazione x;
	int i;

	for (i = 0; i < f->n_documenti; i++) {
		const struct documenti_conservati *d = &f->documenti[i];

		r = massimario_riga(m, MASSIMARIO_DOCUMENTO, classe, d->tipo);
		if (r == NULL || !by_row(&x, a, r, f, d) || !longer(&x, out))
			continue;
		out->esito = x.esito;
		out->scade = x.scade;
		out->da_confermare = out->da_confermare || x.da_confermare;
		out->perche = arena_printf(a, "%s; più a lungo perché contiene "
		    "documenti di tipo «%s»: %s", out->perche, d->tipo,
		    x.perche);
	}
}

static const char *
no_row(struct arena *a, const struct fatti_conservazione *f)
{
	if (strcmp(f->cosa, MASSIMARIO_ACCESSO) == 0)
		return arena_printf(a, "il massimario non ha una riga per gli "
		    "accessi (tipo %s)", f->tipo);
	return arena_printf(a, "il massimario non ha una riga per %s della "
	    "classe %s", strcmp(f->cosa, MASSIMARIO_CARTELLA) == 0 ?
	    "le cartelle" : "i fascicoli", f->classifica != NULL ?
	    f->classifica : "che manca");
}

void
massimario_calcola(struct conservazione *out, struct arena *a,
    const struct massimario *m, const struct fatti_conservazione *f)
{
	const struct riga_massimario *r = NULL;

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
	if (f->classifica != NULL || strcmp(f->cosa, MASSIMARIO_ACCESSO) == 0)
		r = massimario_riga(m, f->cosa, f->classifica, f->tipo);
	if (r == NULL) {
		out->perche = no_row(a, f);
		return;
	}
	by_row(out, a, r, f, NULL);
	by_documents(out, a, m, f);
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

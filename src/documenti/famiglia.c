/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/famiglia.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/nome.h"

/* ---- documents, by day ---- */

/* Of two of one day the one that is believed more comes last. */
static int
weight(const char *tipo)
{
	return strcmp(tipo, "anpr") == 0 ? 2 :
	    strcmp(tipo, "certificato") == 0 ? 1 : 0;
}

static int
by_day(const void *pa, const void *pb)
{
	const struct fonte *a = pa, *b = pb;
	int k = strcmp(a->data, b->data);

	if (k == 0)
		k = weight(a->tipo) - weight(b->tipo);
	return k != 0 ? k : strcmp(a->percorso, b->percorso);
}

static int
take_sources(struct famiglia *f, const struct fonte *fonti, int n,
    const char *al)
{
	int i;

	if (n > FONTI_MAX)
		return err_set(ERR_INVALID, "gli stati di famiglia sono più "
		    "di %d", FONTI_MAX);
	f->fonti = arena_alloc(f->a, ((size_t)n + 1) * sizeof *f->fonti);
	for (i = 0; i < n; i++)
		if (strcmp(fonti[i].data, al) <= 0)
			f->fonti[f->n_fonti++] = fonti[i];
	qsort(f->fonti, (size_t)f->n_fonti, sizeof *f->fonti, by_day);
	return 0;
}

/* ---- people ---- */

static bool
agree(const char *a, const char *b)
{
	return a == NULL || b == NULL || strcmp(a, b) == 0;
}

static bool
is_same(const struct membro *m, const struct membro *x)
{
	if (m->codice_fiscale != NULL && x->codice_fiscale != NULL)
		return strcmp(m->codice_fiscale, x->codice_fiscale) == 0;
	return strcmp(m->suono, x->suono) == 0 && agree(m->nascita,
	    x->nascita);
}

/* In this document he is said once: a second one of the same name is another
 * person. */
static struct membro *
known(struct famiglia *f, const struct membro *x, int fonte)
{
	int i;

	if (x->p.grado == P_INTERESSATO && f->n > 0 &&
	    f->membri[0].p.grado == P_INTERESSATO)
		return &f->membri[0];
	for (i = 0; i < f->n; i++)
		if (f->membri[i].in[fonte] == ASSENTE &&
		    is_same(&f->membri[i], x))
			return &f->membri[i];
	return NULL;
}

/* What is known of him now; what was known stays where this is silent. */
static void
learn(struct membro *m, const struct membro *x)
{
	m->cognome = x->cognome;
	m->nome = x->nome;
	m->suono = x->suono;
	if (x->nascita != NULL)
		m->nascita = x->nascita;
	if (x->codice_fiscale != NULL)
		m->codice_fiscale = x->codice_fiscale;
	if (x->decesso != NULL)
		m->decesso = x->decesso;
	if (x->sesso != 0)
		m->sesso = x->sesso;
	if (m->p.grado != P_INTERESSATO) {
		m->parentela = x->parentela;
		m->p = x->p;
	}
}

static int
read_member(struct membro *out, struct arena *a, const struct nodo *c)
{
	const char *sesso = nodo_value(a, c, "sesso"), *cf;
	char *suono;
	int r;

	*out = (struct membro){
		.cognome = nodo_value(a, c, "cognome"),
		.nome = nodo_value(a, c, "nome"),
		.nascita = nodo_value(a, c, "nascita"),
		.codice_fiscale = cf = nodo_value(a, c, "codice-fiscale"),
		.decesso = nodo_value(a, c, "decesso"),
		.parentela = nodo_value(a, c, "parentela"),
		.ultima = -1,
	};
	out->p = parentela_read(out->parentela);
	out->sesso = sesso != NULL ? sesso[0] : out->p.sesso;
	/* the day of birth of a woman has 40 added */
	if (out->sesso == 0 && cf != NULL && strlen(cf) == 16)
		out->sesso = strchr("4567QRST", cf[9]) != NULL ? 'F' : 'M';
	if ((r = nome_suono_persona(&suono, a, out->cognome, out->nome)) != 0)
		return r;
	out->suono = suono;
	return 0;
}

static int
add_member(struct membro **out, struct famiglia *f)
{
	if (f->n == FAMIGLIA_MAX)
		return err_set(ERR_INVALID, "le persone sono più di %d",
		    FAMIGLIA_MAX);
	*out = &f->membri[f->n++];
	return 0;
}

static int
take_one(struct famiglia *f, const struct nodo *c, int fonte)
{
	const char *convive = nodo_value(f->a, c, "convivente");
	struct membro x, *m;
	int r;

	if ((r = read_member(&x, f->a, c)) != 0)
		return r;
	if ((m = known(f, &x, fonte)) != NULL)
		learn(m, &x);
	else {
		if ((r = add_member(&m, f)) != 0)
			return r;
		*m = x;
	}
	m->in[fonte] = convive != NULL && strcmp(convive, "si") == 0 ?
	    CONVIVE : NON_CONVIVE;
	m->detto = c;
	m->ultima = fonte;
	return 0;
}

/* The person himself comes first, whatever the documents say of him. */
static int
take_person(struct famiglia *f, const struct nodo *scheda)
{
	const struct nodo *n = nodo_child(scheda, "anagrafica");
	const char *sesso = nodo_value(f->a, n, "sesso");
	struct membro *m = &f->membri[f->n++];
	char *suono;
	int r;

	*m = (struct membro){
		.cognome = nodo_value(f->a, n, "cognome"),
		.nome = nodo_value(f->a, n, "nome"),
		.nascita = nodo_value(f->a, n, "nascita/data"),
		.codice_fiscale = nodo_value(f->a, n, "codice-fiscale"),
		.p = { P_INTERESSATO, L_NESSUNO, 0, 0 },
		.sesso = sesso != NULL ? sesso[0] : 0, .ultima = -1,
	};
	if ((r = nome_suono_persona(&suono, f->a, m->cognome, m->nome)) != 0)
		return r;
	m->suono = suono;
	return 0;
}

int
famiglia_build(struct famiglia *out, struct arena *a,
    const struct nodo *scheda, const struct fonte *fonti, int n_fonti,
    const char *al)
{
	struct famiglia f = { .a = a };
	const struct nodo *c;
	int i, r;

	if ((r = take_sources(&f, fonti, n_fonti, al)) != 0)
		return r;
	f.membri = arena_alloc(a, FAMIGLIA_MAX * sizeof *f.membri);
	if (scheda != NULL && (r = take_person(&f, scheda)) != 0)
		return r;
	for (i = 0; i < f.n_fonti; i++)
		for (c = nodo_child(f.fonti[i].doc, "componente"); c != NULL;
		    c = nodo_next(c, "componente"))
			if ((r = take_one(&f, c, i)) != 0)
				return r;
	*out = f;
	return 0;
}

bool
famiglia_convive(const struct famiglia *f, const struct membro *m)
{
	return m->p.grado == P_INTERESSATO || (f->n_fonti > 0 &&
	    m->in[f->n_fonti - 1] == CONVIVE);
}

/* ---- when ---- */

/* One time he lived there: the documents from i on; returns the first in which
 * he does no more. */
static int
period(struct nodo *to, const struct famiglia *f, const struct membro *m,
    int i)
{
	struct nodo *p = nodo_elem(f->a, to, "periodo");
	int k;

	nodo_set(f->a, p, "dal", f->fonti[i].data);
	if (i > 0)
		nodo_set(f->a, p, "entrato-dopo", f->fonti[i - 1].data);
	nodo_set(f->a, p, "fonte", f->fonti[i].percorso);
	for (k = i; k < f->n_fonti && m->in[k] == CONVIVE; k++)
		continue;
	nodo_set(f->a, p, "al", f->fonti[k - 1].data);
	if (k < f->n_fonti) {
		nodo_set(f->a, p, "uscito-entro", f->fonti[k].data);
		nodo_set(f->a, p, "fonte-uscita", f->fonti[k].percorso);
	}
	return k;
}

static void
add_vista(struct nodo *vista, const struct famiglia *f,
    const struct membro *m)
{
	struct nodo *n = nodo_elem(f->a, vista, "membro");
	int i;

	nodo_set(f->a, n, "convive", famiglia_convive(f, m) ? "si" : "no");
	nodo_elem_text(f->a, n, "cognome", m->cognome);
	nodo_elem_text(f->a, n, "nome", m->nome);
	nodo_elem_text(f->a, n, "nascita", m->nascita);
	nodo_elem_text(f->a, n, "codice-fiscale", m->codice_fiscale);
	nodo_elem_text(f->a, n, "decesso", m->decesso);
	nodo_elem_text(f->a, n, "parentela", m->p.grado == P_INTERESSATO ?
	    "interessato" : m->parentela);
	if (m->p.sinba != 0)
		nodo_elem_printf(f->a, n, "composizione-sinba", "%d",
		    m->p.sinba);
	if (m->ultima >= 0)
		nodo_elem_text(f->a, n, "fonte",
		    f->fonti[m->ultima].percorso);
	for (i = 0; i < f->n_fonti; i++)
		if (m->in[i] == CONVIVE)
			i = period(n, f, m, i);
}

/* ---- what two sources say otherwise ---- */

/* The last document of each kind before the last of all. */
static int
last_of(const struct famiglia *f, const char *tipo)
{
	int i;

	for (i = f->n_fonti - 1; i >= 0; i--)
		if (strcmp(f->fonti[i].tipo, tipo) == 0)
			return i;
	return -1;
}

static const char *
says(enum presenza p)
{
	return p == CONVIVE ? "convive" : p == NON_CONVIVE ? "non convive" :
	    "non c'è";
}

/* That somebody is not named, or named as living elsewhere, is the same. */
static void
compare(struct nodo *vista, const struct famiglia *f, int i, int k)
{
	const struct membro *m;
	struct nodo *n;
	int j;

	for (j = 0; j < f->n; j++) {
		m = &f->membri[j];
		if ((m->in[i] == CONVIVE) == (m->in[k] == CONVIVE) ||
		    m->p.grado == P_INTERESSATO)
			continue;
		n = nodo_elem_printf(f->a, vista, "discordanza", "%s %s",
		    m->cognome, m->nome);
		nodo_set(f->a, n, "fonte", f->fonti[i].percorso);
		nodo_set(f->a, n, "tipo", f->fonti[i].tipo);
		nodo_set(f->a, n, "dice", says(m->in[i]));
		nodo_set(f->a, n, "altra-fonte", f->fonti[k].percorso);
		nodo_set(f->a, n, "altro-tipo", f->fonti[k].tipo);
		nodo_set(f->a, n, "altra-dice", says(m->in[k]));
	}
}

static void
add_conflicts(struct nodo *vista, const struct famiglia *f)
{
	static const char *const tipi[] = { "anpr", "certificato",
	    "dichiarato" };
	int last = f->n_fonti - 1, i;
	size_t k;

	for (k = 0; k < NELEM(tipi); k++) {
		i = last_of(f, tipi[k]);
		if (i >= 0 && i != last)
			compare(vista, f, last, i);
	}
}

void
famiglia_vista(struct nodo *vista, const struct famiglia *f)
{
	struct nodo *n;
	int i;

	for (i = 0; i < f->n_fonti; i++) {
		n = nodo_elem(f->a, vista, "fonte");
		nodo_set(f->a, n, "percorso", f->fonti[i].percorso);
		nodo_set(f->a, n, "data", f->fonti[i].data);
		nodo_set(f->a, n, "tipo", f->fonti[i].tipo);
	}
	for (i = 0; i < f->n; i++)
		add_vista(vista, f, &f->membri[i]);
	add_conflicts(vista, f);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire_documenti.c - the documents in the package of another body, read in
 * cages (acquisire.h).
 *
 * Refuses, naming it: a document that is not what its line in the index says,
 * or is not in the written form of its type; a private note, which should never
 * have left; a copy with omissis that is of another document.  Keeps: of a type
 * that only they have the bytes alone.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/riservatezza/misura.h"
#include "atti/trasferimento/acquisire_interno.h"
#include "base/resource.h"
#include "documenti/blocco.h"
#include "documenti/cartella.h"
#include "documenti/espunzione.h"
#include "documenti/omissis.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "documenti/scheda.h"
#include "documenti/secretazione.h"
#include "worker/worker.h"

#define FAMIGLIA_DIR "stato-di-famiglia/"

/* ---- documents ---- */

static bool
word(const char *s)
{
	return s != NULL && s[0] >= 'a' && s[0] <= 'z' && strlen(s) <= 61 &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(s);
}

static bool
our_type(struct arena *a, const char *tipo)
{
	return resource_find(arena_printf(a, "schema/documenti/%s.xsd",
	    tipo)) != NULL;
}

static bool
private_note(struct arena *a, const struct nodo *doc)
{
	const char *v = nodo_value(a, doc, "riservata");

	return v != NULL && strcmp(v, "si") == 0;
}

/* A copy with omissis is read by whoever may read what it is a copy of. */
static void
read_omissis(struct op_altrui *d, struct sguardo *s, const char *nome,
    const struct nodo *doc)
{
	struct omissis o;

	if (omissis_leggi(&o, s->op->a, doc) != 0 ||
	    strcmp(o.percorso, omissis_originale(d->percorso)) != 0 ||
	    strcmp(o.impronta, nodo_attr(acquisire_voce(s, nome),
	    "originale")) != 0) {
		err_clear();
		pacchetto_difetto(&s->v, nome, "non è la copia con omissis "
		    "del documento che dicono l'indice e il suo percorso");
		return;
	}
	d->tipo = our_type(s->op->a, o.tipo) ? o.tipo : TIPO_DI_ALTRI;
}

/* Of a type we have, out of its cage: as it is written? */
static void
check_ours(struct op_altrui *d, struct sguardo *s, const char *nome,
    const struct documento_chiuso *x)
{
	AUTO_BUF again = { 0 };

	if (x->doc == NULL) {
		pacchetto_difetto(&s->v, nome, x->difetto);
		return;
	}
	nodo_write(&again, x->doc);
	if (again.len != x->byte.n ||
	    memcmp(again.data, x->byte.p, again.len) != 0)
		pacchetto_difetto(&s->v, nome, "non è scritto nella forma "
		    "dei documenti");
	else if (private_note(s->op->a, x->doc))
		pacchetto_difetto(&s->v, nome, "è una nota riservata: non "
		    "doveva uscire; chiedi all'ente un altro pacchetto");
	else if (percorso_omissis(d->percorso))
		read_omissis(d, s, nome, x->doc);
	/* a lapide in the place of bytes is read by nobody */
	d->nodo = percorso_tipo(d->percorso) == NULL ? x->doc : NULL;
}

/* A type they have adopted, or that one of before them had: its bytes are kept,
 * nothing is read in them. */
static int
read_theirs(struct op_altrui *d, struct sguardo *s, const char *nome,
    const struct byte_dati *b)
{
	bool handed_on = strcmp(d->tipo, TIPO_DI_ALTRI) == 0 &&
	    percorso_altrui(d->percorso);
	struct nodo *doc;
	int r;

	if ((r = worker_xml_altrui(&doc, s->op->a, b->p, b->n)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	if ((!handed_on && strcmp(doc->nome, d->tipo) != 0) ||
	    nodo_attr(doc, "schema") == NULL)
		pacchetto_difetto(&s->v, nome, arena_printf(s->op->a,
		    "non è un documento di tipo %s", d->tipo));
	d->tipo = TIPO_DI_ALTRI;
	return 0;
}

/* The first schema that says who; the newest family; the class it had. */
static void
note_person(struct sguardo *s, const struct op_altrui *d)
{
	struct pacchetto_altrui *p = s->p;
	const char *day;

	if (d->nodo == NULL)
		return;
	if (strcmp(d->percorso, SCHEDA_PERCORSO) == 0 &&
	    strcmp(d->tipo, "scheda") == 0)
		p->scheda = d->nodo;
	if (strcmp(d->percorso, CARTELLA_COPERTINA) == 0 &&
	    strcmp(d->tipo, "cartella") == 0)
		p->classifica = nodo_value(s->op->a, d->nodo, "classifica");
	if (strncmp(d->percorso, FAMIGLIA_DIR, strlen(FAMIGLIA_DIR)) != 0 ||
	    strcmp(d->tipo, "stato-di-famiglia") != 0)
		return;
	day = nodo_value(s->op->a, d->nodo, "data");
	if (p->famiglia == NULL || strcmp(day, p->giorno_famiglia) > 0) {
		p->famiglia = d->nodo;
		p->giorno_famiglia = day;
	}
}

/* Theirs: those that came to them stand among theirs, too. */
static void
note_hold(struct sguardo *s, const struct op_altrui *d)
{
	struct pacchetto_altrui *p = s->p;

	if (d->nodo == NULL || strcmp(d->tipo, "blocco") != 0 ||
	    strncmp(d->percorso, BLOCCHI_DIR "/",
	    strlen(BLOCCHI_DIR "/")) != 0)
		return;
	p->blocchi = arena_more(s->op->a, p->blocchi, p->n_blocchi,
	    &p->cap_blocchi, sizeof(struct nodo *));
	p->blocchi[p->n_blocchi++] = d->nodo;
}

static void
note_seal(struct sguardo *s, const struct op_altrui *d)
{
	if (d->nodo != NULL && strcmp(d->tipo, "secretazione") == 0 &&
	    strncmp(d->percorso, DIR_SECRETAZIONI "/",
	    strlen(DIR_SECRETAZIONI "/")) == 0 && secretazione_vale(d->nodo))
		s->p->secretazione = d->nodo;
}

/* ---- what names what ---- */

static struct allegato_venuto *
attachment_of(struct sguardo *s, const char *impronta)
{
	struct allegato_venuto key = { 0 };

	memcpy(key.impronta, impronta, IMPRONTA_LEN);
	return s->p->n_allegati == 0 ? NULL : bsearch(&key, s->p->allegati,
	    (size_t)s->p->n_allegati, sizeof key, acquisire_per_impronta);
}

/* Each run of 64 hex digits in it may be the name of one that came. */
static void
note_named(struct sguardo *s, const char *percorso, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	struct allegato_venuto *x;
	size_t n;

	for (; *text != '\0'; text += n) {
		if ((n = strspn(text, hex)) == 0) {
			n = strcspn(text, hex);
			continue;
		}
		if (n != IMPRONTA_LEN || (x = attachment_of(s, text)) == NULL ||
		    (x->n_di > 0 && x->di[x->n_di - 1] == percorso))
			continue;
		x->di = arena_more(s->op->a, x->di, x->n_di, &x->cap,
		    sizeof *x->di);
		x->di[x->n_di++] = percorso;
	}
}

/* ---- some at a time ---- */

struct voce_venuta {
	struct op_altrui *d;
	const char *nome;		/* in the package */
	const struct nodo *e;		/* its line in the index */
	struct byte_dati byte;
	int chiuso;			/* its place among the caged; -1 */
};

/* As many as go into one cage, and what of them was read. */
struct manciata {
	struct arena *a;		/* of their bytes */
	struct voce_venuta v[DOCUMENTI_QUANTI];
	struct documento_chiuso chiusi[DOCUMENTI_QUANTI];
	int n, n_chiusi;
	size_t byte;
};

/* What its path says it is; 1: a cage will tell. */
static int
sort_out(struct sguardo *s, const struct voce_venuta *v)
{
	const struct op_altrui *d = v->d;
	const char *bytes = percorso_tipo(d->percorso);

	if (!word(d->tipo) || !acquisire_percorso_va(d->percorso)) {
		pacchetto_difetto(&s->v, v->nome,
		    "il suo tipo o il suo percorso non sono ammessi");
		return 0;
	}
	if (bytes == NULL || strcmp(d->tipo, LAPIDE) == 0)
		return 1;
	if (strcmp(bytes, d->tipo) != 0)
		pacchetto_difetto(&s->v, v->nome,
		    "non è ciò che l'indice dice");
	return 0;
}

static int
add(struct manciata *m, struct sguardo *s, const char *nome)
{
	struct op_altrui *d = &s->p->documenti[s->p->n + m->n];
	struct voce_venuta *v = &m->v[m->n];
	AUTO_BUF b = { 0 };
	int r;

	*v = (struct voce_venuta){ d, nome, acquisire_voce(s, nome),
	    { NULL, 0 }, -1 };
	if (v->e == NULL || nodo_attr(v->e, "tipo") == NULL) {
		pacchetto_difetto(&s->v, nome, "l'indice non dice che cosa è");
		return 0;
	}
	*d = (struct op_altrui){ nome + strlen(PACCHETTO_DOCUMENTI),
	    nodo_attr(v->e, "tipo"), pacchetto_elencato(&s->v, nome), NULL };
	if ((r = pacchetto_leggi(&b, &s->v, nome)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	v->byte = (struct byte_dati){ arena_memdup(m->a, buf_str(&b),
	    b.len + 1), b.len };
	m->byte += b.len;
	m->n++;
	if (sort_out(s, v) == 0)
		return 0;
	if (!our_type(s->op->a, d->tipo))
		return read_theirs(d, s, nome, &v->byte);
	v->chiuso = m->n_chiusi++;
	m->chiusi[v->chiuso] = (struct documento_chiuso){
	    .schema = arena_printf(m->a, "documenti/%s", d->tipo),
	    .byte = v->byte };
	return 0;
}

/* The cages are opened; then each in its order. */
static int
empty(struct manciata *m, struct sguardo *s)
{
	const struct voce_venuta *v;
	int i, r;

	if ((r = worker_documenti(m->chiusi, m->n_chiusi, s->op->a)) != 0)
		return r;
	for (i = 0; i < m->n; i++) {
		v = &m->v[i];
		if (v->chiuso >= 0)
			check_ours(v->d, s, v->nome, &m->chiusi[v->chiuso]);
		note_person(s, v->d);
		note_hold(s, v->d);
		note_seal(s, v->d);
		note_named(s, v->d->percorso, v->byte.p);
		s->p->voce[s->p->n++] = v->e;
	}
	m->n = m->n_chiusi = 0;
	m->byte = 0;
	return 0;
}

static bool
is_document(const char *nome)
{
	return strncmp(nome, PACCHETTO_DOCUMENTI,
	    strlen(PACCHETTO_DOCUMENTI)) == 0;
}

static int
take_all(struct manciata *m, struct sguardo *s)
{
	const struct pacchetto_elenco *e = &s->v.dati;
	int i, r;

	for (i = 0; i < e->n; i++) {
		if (!is_document(e->riga[i].nome))
			continue;
		if ((r = add(m, s, e->riga[i].nome)) != 0)
			return r;
		if (m->n < DOCUMENTI_QUANTI && m->byte < DOCUMENTI_INSIEME)
			continue;
		if ((r = empty(m, s)) != 0)
			return r;
		arena_free(m->a);
		m->a = arena_new();
	}
	return empty(m, s);
}

int
acquisire_documenti(struct sguardo *s)
{
	size_t n = (size_t)s->v.dati.n + 1;
	struct manciata *m = arena_alloc(s->op->a, sizeof *m);
	int r;

	s->p->documenti = arena_alloc(s->op->a, n * sizeof *s->p->documenti);
	s->p->voce = arena_alloc(s->op->a, n *
	    sizeof(const struct nodo *));
	m->a = arena_new();
	r = take_all(m, s);
	arena_free(m->a);
	if (r == 0 && s->p->scheda == NULL)
		pacchetto_difetto(&s->v, PACCHETTO_DOCUMENTI SCHEDA_PERCORSO,
		    "manca: il pacchetto non dice di chi è la cartella");
	return r;
}

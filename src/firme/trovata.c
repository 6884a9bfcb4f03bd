/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trovata.c - what was found of one signature, as it grows, and its <firma>.
 *
 * Keeps: the esito only gets worse; it is "valida" only when every step has
 * been taken.  The form is that of schema/documenti/verdetto.xsd: no more
 * reasons and no more evidence than it admits.
 */
#include "firme/cms_interno.h"

#include <string.h>

#include "base/clock.h"

#define MOTIVI_MAX 20
#define PROVE_MAX 100

void
trovata_init(struct trovata *t, struct arena *a)
{
	*t = (struct trovata){
		.a = a,
		.esito = FIRMA_VALIDA,
		.motivi = nodo_new(a, "motivi"),
		.prove = nodo_new(a, "prove"),
	};
	t->coda = &t->prime;
}

static void
add_reason(struct trovata *t, const char *codice, const char *text)
{
	struct nodo *n;

	for (n = nodo_child(t->motivi, NULL); n != NULL;
	    n = nodo_next(n, NULL))
		if (strcmp(nodo_attr(n, "codice"), codice) == 0)
			return;
	if (t->n_motivi++ >= MOTIVI_MAX)
		return;
	n = nodo_elem_text(t->a, t->motivi, "motivo", text);
	nodo_set(t->a, n, "codice", codice);
}

void
trovata_motivo(struct trovata *t, enum esito e, const char *codice,
    const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(t->a, fmt, ap);
	va_end(ap);
	t->esito = esito_peggiore(t->esito, e);
	text = riga_altrui(t->a, text, strlen(text));
	add_reason(t, codice, text != NULL ? text : codice);
}

static void
add_evidence(struct trovata *t, const struct prova *v)
{
	struct prova *p;
	struct nodo *n;

	for (p = t->prime; p != NULL; p = p->succ)
		if (strcmp(p->impronta, v->impronta) == 0)
			return;
	if (t->n_prove++ >= PROVE_MAX)
		return;
	p = arena_memdup(t->a, v, sizeof *v);
	p->succ = NULL;
	*t->coda = p;
	t->coda = &p->succ;
	n = nodo_elem(t->a, t->prove, "prova");
	nodo_set(t->a, n, "tipo", p->tipo);
	nodo_set(t->a, n, "impronta", p->impronta);
}

void
trovata_prova(struct trovata *t, const char *tipo, struct byte_dati b)
{
	struct prova v = { .tipo = tipo, .n = b.n };

	if (b.n == 0)
		return;
	v.p = arena_memdup(t->a, b.p, b.n);
	hash_hex(v.impronta, b.p, b.n);
	add_evidence(t, &v);
}

void
trovata_merge(struct trovata *t, const struct trovata *from)
{
	const struct prova *p;
	struct nodo *n;

	t->esito = esito_peggiore(t->esito, from->esito);
	t->passi |= from->passi;
	for (n = nodo_child(from->motivi, NULL); n != NULL;
	    n = nodo_next(n, NULL))
		add_reason(t, nodo_attr(n, "codice"),
		    nodo_all_text(t->a, n));
	for (p = from->prime; p != NULL; p = p->succ)
		add_evidence(t, p);
}

/* ---- the element ---- */

static void
set_time(struct arena *a, struct nodo *n, const char *attr, int64_t t)
{
	char iso[ORA_LEN + 1];

	if (t == 0)
		return;
	clock_iso(iso, t);
	nodo_set(a, n, attr, iso);
}

/* An attribute that says nothing is left out. */
static void
set_words(struct arena *a, struct nodo *n, const char *attr, const char *s)
{
	nodo_set(a, n, attr, s != NULL && *s != '\0' ? s : NULL);
}

static void
signer(struct trovata *t, struct nodo *firma)
{
	const struct certificato *c = t->firmatario;
	struct nodo *n;

	if (c == NULL)
		return;
	n = nodo_elem(t->a, firma, "firmatario");
	nodo_set(t->a, n, "impronta", c->impronta);
	set_words(t->a, n, "soggetto", c->soggetto);
	set_words(t->a, n, "nome", c->nome);
	set_words(t->a, n, "codice-fiscale", c->codice_fiscale);
	set_words(t->a, n, "emittente", c->emittente);
	set_words(t->a, n, "seriale", c->seriale);
	set_time(t->a, n, "dal", c->dal);
	set_time(t->a, n, "al", c->al);
	if (c->qualificato)
		nodo_set(t->a, n, "qualificato", "si");
}

static void
times(struct trovata *t, struct nodo *firma)
{
	struct nodo *n = nodo_elem(t->a, firma, "ora");

	set_time(t->a, n, "dichiarata", t->dichiarata);
	set_time(t->a, n, "marca", t->marca);
	set_time(t->a, n, "riferimento", t->riferimento);
	set_words(t->a, n, "fonte", t->fonte);
}

static void
move_all(struct nodo *to, struct nodo *from)
{
	struct nodo *n;

	while ((n = nodo_child(from, NULL)) != NULL) {
		nodo_remove(n);
		nodo_add(to, n);
	}
}

struct nodo *
trovata_close(struct trovata *t, struct prova ***coda)
{
	struct nodo *firma = nodo_new(t->a, "firma"), *n;

	if (t->esito == FIRMA_VALIDA && t->passi != PASSO_TUTTI)
		trovata_motivo(t, FIRMA_NON_VERIFICATA, "esame-incompleto",
		    "la verifica non è arrivata in fondo");
	nodo_set(t->a, firma, "esito", esito_nome(t->esito));
	set_words(t->a, firma, "profilo", t->profilo);
	move_all(firma, t->motivi);
	signer(t, firma);
	n = nodo_elem(t->a, firma, "algoritmo");
	set_words(t->a, n, "digest", t->digest);
	set_words(t->a, n, "chiave",
	    t->firmatario != NULL ? t->firmatario->algoritmo : NULL);
	times(t, firma);
	move_all(firma, t->prove);
	**coda = t->prime;
	if (t->prime != NULL)
		*coda = t->coda;
	return firma;
}

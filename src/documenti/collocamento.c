/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/collocamento.h"

#include <assert.h>
#include <string.h>

#include "base/clock.h"
#include "documenti/regole.h"

#define ART403 "art. 403 c.c."

/* In the order of the law; each needs the one it follows. */
static const struct passo {
	const char *nome, *che, *segue;
} passi[] = {
	{ "ora", "il collocamento", NULL },
	{ "avviso-pm", "l'avviso orale al pubblico ministero", NULL },
	{ "trasmissione", "la trasmissione al pubblico ministero", "ora" },
	{ "ricorso-pm", "la richiesta di convalida", "trasmissione" },
	{ "decreto-tm", "il decreto del tribunale", "ricorso-pm" },
	{ "udienza", "l'udienza", "decreto-tm" },
	{ "cessazione", "la cessazione", "ora" },
};

struct nodo *
collocamento_make(struct arena *a, const struct nodo *in,
    const struct nodo *prima, const char *autore)
{
	struct nodo *n = nodo_new(a, "collocamento-403");
	const char *nome, *v;
	size_t i;

	for (i = 0; i <= NELEM(passi); i++) {
		nome = i < NELEM(passi) ? passi[i].nome : "nota";
		v = nodo_value(a, in, nome);
		if (v == NULL && prima != NULL)
			v = nodo_value(a, prima, nome);
		nodo_elem_text(a, n, nome, v);
	}
	nodo_elem_text(a, n, "autore", autore);
	return n;
}

static const char *
what(const char *nome)
{
	size_t i;

	for (i = 0; strcmp(passi[i].nome, nome) != 0; i++)
		assert(i + 1 < NELEM(passi));
	return passi[i].che;
}

/* A day counts from its end: a hearing of today follows the decree of today. */
static bool
instant(int64_t *out, const char *v)
{
	char text[ORA_LEN + 1];

	if (clock_day_valid(v)) {
		memcpy(text, v, GIORNO_LEN);
		memcpy(text + GIORNO_LEN, "T23:59:59Z", 11);
		v = text;
	}
	if (clock_parse(out, v) == 0)
		return true;
	err_clear();
	return false;
}

static void
check_step(struct rilievi *out, const struct nodo *in, const struct nodo *doc,
    const struct passo *p, int64_t adesso)
{
	const char *v = nodo_value(out->a, doc, p->nome), *before;
	const char *path = figlio_path(out->a, in, p->nome);
	int64_t t, other;

	if (v == NULL)
		return;
	if (!instant(&t, v)) {
		rilievo_add(out, ERRORE, path, "ora-ignota", NULL, "%s: «%s» "
		    "non è una data e ora, come 2026-11-20T10:30:00+01:00",
		    p->che, v);
		return;
	}
	/* a hearing is fixed for a day to come */
	if (strcmp(p->nome, "udienza") != 0 && t > adesso)
		rilievo_add(out, ERRORE, path, "data-futura", NULL,
		    "%s: le %s devono ancora venire", p->che, v);
	if (p->segue == NULL)
		return;
	before = nodo_value(out->a, doc, p->segue);
	if (before == NULL)
		rilievo_add(out, ERRORE, path, "manca-passo", ART403,
		    "prima di questo viene %s: indica --%s", what(p->segue),
		    p->segue);
	else if (instant(&other, before) && t < other)
		rilievo_add(out, ERRORE, path, "ordine", ART403,
		    "%s (%s) non può venire prima di %s (%s)", p->che, v,
		    what(p->segue), before);
}

static void
check_again(struct rilievi *out, const struct nodo *in,
    const struct nodo *prima, const struct passo *p)
{
	const char *v = nodo_value(out->a, in, p->nome), *was;

	was = prima == NULL ? NULL : nodo_value(out->a, prima, p->nome);
	if (v == NULL || was == NULL || strcmp(v, was) == 0)
		return;
	rilievo_add(out, AVVISO, figlio_path(out->a, in, p->nome),
	    "ora-diversa", ART403, "per %s era stata detta un'altra ora, %s: "
	    "i termini si conterebbero da quella nuova; se è giusta, conferma "
	    "con --conferma ora-diversa", p->che, was);
}

void
collocamento_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *prima, int64_t adesso)
{
	struct nodo *doc = collocamento_make(out->a, in, prima, "x");
	size_t i;

	if (nodo_child(doc, "ora") == NULL) {
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "ora"),
		    "manca-ora", ART403, "i termini si contano dall'ora del "
		    "collocamento: indica --ora");
		return;
	}
	for (i = 0; i < NELEM(passi); i++) {
		check_step(out, in, doc, &passi[i], adesso);
		check_again(out, in, prima, &passi[i]);
	}
	if (nodo_child(doc, "avviso-pm") == NULL)
		rilievo_add(out, AVVISO, figlio_path(out->a, in, "avviso-pm"),
		    "pm-non-avvisato", ART403, "l'avviso orale al pubblico "
		    "ministero minorile è immediato: chiamalo adesso e indica "
		    "--avviso-pm, o conferma con --conferma pm-non-avvisato");
}

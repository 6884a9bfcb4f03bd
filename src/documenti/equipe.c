/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/equipe.h"

#include <stdbool.h>
#include <string.h>

static const char *
value(const struct rilievi *out, const struct nodo *c, const char *nome)
{
	return nodo_value(out->a, c, nome);
}

static void
check_one(struct rilievi *out, const struct nodo *c)
{
	const char *utente = value(out, c, "utente");
	const char *dal = value(out, c, "dal"), *al = value(out, c, "al");

	if ((utente != NULL) == (value(out, c, "esterno") != NULL))
		rilievo_add(out, ERRORE, nodo_path(out->a, c),
		    "utente-o-esterno", NULL, "di ogni componente si dice o "
		    "l'utente o, se non lo è, qualifica ed ente (esterno)");
	if (dal != NULL && al != NULL && strcmp(al, dal) < 0)
		rilievo_add(out, ERRORE, nodo_path(out->a, c), "al-rovescio",
		    NULL, "l'ultimo giorno (%s) viene prima del primo (%s)",
		    al, dal);
}

/* Days of two periods in common; an open end is after every day. */
static bool
overlap(const struct rilievi *out, const struct nodo *x, const struct nodo *y)
{
	const char *xd = value(out, x, "dal"), *xa = value(out, x, "al");
	const char *yd = value(out, y, "dal"), *ya = value(out, y, "al");

	return xd != NULL && yd != NULL &&
	    (ya == NULL || strcmp(xd, ya) <= 0) &&
	    (xa == NULL || strcmp(yd, xa) <= 0);
}

static void
check_twice(struct rilievi *out, const struct nodo *c)
{
	const char *utente = value(out, c, "utente"), *other;
	const struct nodo *d;

	if (utente == NULL)
		return;
	for (d = nodo_next(c, "componente"); d != NULL;
	    d = nodo_next(d, "componente")) {
		other = value(out, d, "utente");
		if (other != NULL && strcmp(utente, other) == 0 &&
		    overlap(out, c, d))
			rilievo_add(out, ERRORE, nodo_path(out->a, d),
			    "due-volte", NULL, "%s c'è già negli stessi "
			    "giorni: una riga per persona e periodo", utente);
	}
}

void
equipe_check(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *c;

	for (c = nodo_child(in, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		check_one(out, c);
		check_twice(out, c);
	}
}

struct nodo *
equipe_make(struct arena *a, const struct nodo *in, const char *autore,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, "equipe");
	const struct nodo *c;

	nodo_elem_text(a, n, "complesso", nodo_value(a, in, "complesso"));
	for (c = nodo_child(in, "componente"); c != NULL;
	    c = nodo_next(c, "componente"))
		nodo_add(n, nodo_copy(a, c));
	nodo_elem_text(a, n, "motivo", nodo_value(a, in, "motivo"));
	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "data", oggi);
	return n;
}

void
misura_cessa(struct arena *a, struct nodo *misura, const char *data,
    const char *utente, const char *motivo, const char *provvedimento)
{
	struct nodo *n = nodo_elem(a, misura, "cessazione");

	nodo_elem_text(a, n, "data", data);
	nodo_elem_text(a, n, "utente", utente);
	nodo_elem_text(a, n, "motivo", motivo);
	nodo_elem_text(a, n, "provvedimento", provvedimento);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/indicatori.h"

#include <stdlib.h>
#include <string.h>

static bool
repeated(struct arena *a, const struct nodo *n, const char *field)
{
	const struct nodo *m;

	for (m = nodo_child(n->padre, n->nome); m != n;
	    m = nodo_next(m, n->nome))
		if (strcmp(nodo_value(a, m, field),
		    nodo_value(a, n, field)) == 0)
			return true;
	return false;
}

static void
check_one(struct rilievi *out, struct arena *a, const struct nodo *ind)
{
	const char *nome = nodo_value(a, ind, "nome");
	const char *atteso = nodo_value(a, ind, "atteso");
	const char *su = nodo_value(a, ind, "su");

	if (repeated(a, ind, "nome"))
		rilievo_add(out, ERRORE, nodo_path(a, ind), "doppio",
		    NULL, "l'indicatore «%s» c'è due volte: se ne tolga una",
		    nome);
	if (su != NULL && atteso == NULL)
		rilievo_add(out, ERRORE, nodo_path(a, ind), "su-niente",
		    NULL, "di «%s» si dice su quanti, e non quanti se ne "
		    "attendono", nome);
	if (su != NULL && atteso != NULL &&
	    strtoll(atteso, NULL, 10) > strtoll(su, NULL, 10))
		rilievo_add(out, ERRORE, nodo_path(a, ind), "atteso",
		    NULL, "di «%s» se ne attendono %s su %s: più di quanti "
		    "sono", nome, atteso, su);
	if (strcmp(nome, IND_OPERATORI) == 0 &&
	    nodo_child(ind->padre, "residenti") == NULL)
		rilievo_add(out, ERRORE, nodo_path(a, ind),
		    "senza-residenti", NULL, "«%s» vuole i residenti: si "
		    "scriva <residenti>, con la data e la fonte", nome);
	if (strcmp(nome, IND_APERTURA) == 0 &&
	    nodo_child(ind->padre, "sede") == NULL)
		rilievo_add(out, ERRORE, nodo_path(a, ind),
		    "senza-sedi", NULL, "«%s» vuole le sedi: si scriva una "
		    "<sede> per ognuna, con le ore di apertura", nome);
}

void
indicatori_check(struct rilievi *out, const struct nodo *doc)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n;

	for (n = nodo_child(doc, "sede"); n; n = nodo_next(n, "sede"))
		if (repeated(a, n, "nome"))
			rilievo_add(out, ERRORE, nodo_path(a, n),
			    "doppio", NULL, "la sede «%s» c'è due volte",
			    nodo_value(a, n, "nome"));
	for (n = nodo_child(doc, "indicatore"); n != NULL;
	    n = nodo_next(n, "indicatore"))
		check_one(out, a, n);
}

/* ---- days ---- */

void
indicatori_fasce(struct cella out[FASCE], const struct attesa_giorni *v, int n)
{
	static const struct {
		const char *voce;
		int64_t fino;	/* days */
	} fasce[FASCE - 1] = {
		{ "entro 7 giorni", 7 }, { "da 8 a 15 giorni", 15 },
		{ "da 16 a 30 giorni", 30 }, { "oltre 30 giorni", INT64_MAX },
	};
	int i, f;

	for (f = 0; f < FASCE - 1; f++)
		out[f] = (struct cella){ .voce = fasce[f].voce };
	out[FASCE - 1] = (struct cella){ .voce = "non ancora" };
	for (i = 0; i < n; i++) {
		f = FASCE - 1;
		if (v[i].giorni >= 0)
			for (f = 0; v[i].giorni > fasce[f].fino; f++)
				;
		out[f].n += v[i].n;
	}
}

int64_t
indicatori_mediana(const struct attesa_giorni *v, int n, int64_t almeno)
{
	int64_t total = 0, behind = 0;
	int i;

	for (i = 0; i < n; i++)
		total += v[i].giorni >= 0 ? v[i].n : 0;
	if (total == 0 || total < almeno)
		return -1;
	/* half of them is behind before the last one that counts */
	for (i = 0;; i++) {
		behind += v[i].giorni >= 0 ? v[i].n : 0;
		if (2 * behind >= total)
			return v[i].giorni;
	}
}

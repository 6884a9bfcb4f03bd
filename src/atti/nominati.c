/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/nominati.h"

#include <string.h>

#define NOMINATI_MAX 200	/* of one answer; the others keep their codes */
#define CODICE_MAX 31

struct trovati {
	const char *codice[NOMINATI_MAX];
	int n;
};

/* Where a code of a user stands: names of attributes and of elements. */
static bool
holds_code(const char *nome)
{
	static const char *const names[] = { "a-operatore", "assegnante",
	    "assistente", "autore", "coordinatore", "da-operatore", "delegante",
	    "delegato", "di", "dirigente", "nota", "operatore", "per",
	    "responsabile", "utente" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(nome, names[i]) == 0)
			return true;
	return false;
}

static void
note(struct trovati *t, const char *v)
{
	size_t len = strlen(v);
	int i;

	if (len == 0 || len > CODICE_MAX || v[0] < 'a' || v[0] > 'z' ||
	    strspn(v, "abcdefghijklmnopqrstuvwxyz0123456789-") != len)
		return;
	for (i = 0; i < t->n; i++)
		if (strcmp(t->codice[i], v) == 0)
			return;
	if (t->n < NOMINATI_MAX)
		t->codice[t->n++] = v;
}

static void
look(struct trovati *t, struct arena *a, const struct nodo *n)
{
	const struct nodo *c;
	const struct attr *x;

	for (x = n->attr; x != NULL; x = x->succ)
		if (holds_code(x->nome))
			note(t, x->valore);
	if (holds_code(n->nome) && nodo_child(n, NULL) == NULL)
		note(t, nodo_all_text(a, n));
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		look(t, a, c);
}

int
nominati(struct nodo *albero, struct arena *a, struct registro *r)
{
	struct trovati t = { 0 };
	struct utente u;
	struct nodo *n;
	int e, i;

	look(&t, a, albero);
	for (i = 0; i < t.n; i++) {
		e = registro_utente(&u, a, r, t.codice[i]);
		if (e == ERR_ABSENT) {
			err_clear();	/* a word that is no user */
			continue;
		}
		if (e != 0)
			return e;
		n = nodo_elem(a, albero, "chi");
		nodo_set(a, n, "codice", t.codice[i]);
		nodo_set(a, n, "nome", arena_printf(a, "%s %s", u.nome,
		    u.cognome));
	}
	return 0;
}

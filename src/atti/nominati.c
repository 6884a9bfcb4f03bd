/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/nominati.h"

#include <string.h>

#define NOMINATI_MAX 200	/* of one answer; the others keep their codes */
#define CODICE_MAX 31

struct trovati {
	const char *codice[NOMINATI_MAX];
	int n;
};
struct nomi {
	struct trovati utenti, uffici;
};

/* Where a code of an office stands: names of attributes and of elements. */
static bool
holds_office(const char *nome)
{
	return strcmp(nome, "ufficio") == 0 ||
	    strcmp(nome, "a-ufficio") == 0 || strcmp(nome, "da-ufficio") == 0;
}

/* And one of a user. */
static bool
holds_user(const char *nome)
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
note_here(struct nomi *t, const char *nome, const char *v)
{
	if (holds_user(nome))
		note(&t->utenti, v);
	else if (holds_office(nome))
		note(&t->uffici, v);
}

static void
look(struct nomi *t, struct arena *a, const struct nodo *n)
{
	const struct nodo *c;
	const struct attr *x;

	for (x = n->attr; x != NULL; x = x->succ)
		note_here(t, x->nome, x->valore);
	if (nodo_child(n, NULL) == NULL)
		note_here(t, n->nome, nodo_all_text(a, n));
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		look(t, a, c);
}

/* *out is left when it is a word that is nobody's code. */
static int
name_of_user(const char **out, struct arena *a, struct registro *r,
    const char *codice)
{
	struct utente u;
	int e = registro_utente(&u, a, r, codice);

	if (e == 0)
		*out = arena_printf(a, "%s %s", u.nome, u.cognome);
	return e;
}

static int
say(struct nodo *albero, struct arena *a, struct registro *r,
    const struct trovati *t, const char *come,
    int (*name_of)(const char **, struct arena *, struct registro *,
    const char *))
{
	const char *nome;
	struct nodo *n;
	int e, i;

	for (i = 0; i < t->n; i++) {
		nome = NULL;
		e = name_of(&nome, a, r, t->codice[i]);
		if (e == ERR_ABSENT)
			err_clear();
		else if (e != 0)
			return e;
		if (nome == NULL)
			continue;
		n = nodo_elem(a, albero, come);
		nodo_set(a, n, "codice", t->codice[i]);
		nodo_set(a, n, "nome", nome);
	}
	return 0;
}

int
nominati(struct nodo *albero, struct arena *a, struct registro *r)
{
	struct nomi t = { 0 };
	int e;

	look(&t, a, albero);
	if ((e = say(albero, a, r, &t.utenti, "chi", name_of_user)) != 0)
		return e;
	return say(albero, a, r, &t.uffici, "dove", registro_ufficio);
}

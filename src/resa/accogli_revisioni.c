/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_revisioni.c - a model says one thing: recorded changes are taken as
 * accepted, notes in the margin go away.  Before the fields are looked for,
 * since both stand in the middle of words.
 *
 * What was deleted is kept by ODF apart from the text, with a mark where it
 * was: without that part and the marks, the text is the one accepted.
 * Norm: OASIS ODF 1.3 part 3, 5.5.
 */
#include <string.h>

#include "resa/accogli.h"

struct tolte {
	int modifiche, note;
};

static int
regions(const struct nodo *n)
{
	const struct nodo *c;
	int k = 0;

	for (c = nodo_child(n, "text:changed-region"); c != NULL;
	    c = nodo_next(c, "text:changed-region"))
		k++;
	return k;
}

/* Is it to be taken away, with what is in it? */
static bool
goes(struct tolte *t, const struct nodo *n)
{
	if (accogli_is(n, "text:tracked-changes")) {
		t->modifiche += regions(n);
		return true;
	}
	if (accogli_is(n, "office:annotation")) {
		t->note++;
		return true;
	}
	return accogli_is(n, "office:annotation-end") ||
	    accogli_is(n, "text:change") || accogli_is(n, "text:change-start") ||
	    accogli_is(n, "text:change-end");
}

static void
clean(struct tolte *t, struct nodo *n)
{
	struct nodo *c, *next;

	for (c = n->primo; c != NULL; c = next) {
		next = c->succ;
		if (c->nome == NULL)
			continue;
		if (goes(t, c))
			nodo_remove(c);
		else
			clean(t, c);
	}
}

void
accogli_revisions(struct accogli *ac)
{
	struct tolte t = { 0 };

	clean(&t, ac->contenuto);
	clean(&t, ac->stili);
	if (t.modifiche > 0)
		accogli_warn(ac, "revisioni", "il modello aveva modifiche "
		    "registrate (%d): sono state accettate", t.modifiche);
	if (t.note > 0)
		accogli_warn(ac, "commenti", "il modello aveva commenti a "
		    "margine (%d): sono stati tolti", t.note);
}

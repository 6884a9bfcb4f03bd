/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/blocco.h"

#include <string.h>

#include "documenti/calendario.h"

#define PAROLE_MAX 3900		/* bytes of theirs that ours repeats */

/* The last review says by when, and why. */
static const char *
last_said(struct arena *a, const struct nodo *doc, const char *what)
{
	const char *v = nodo_value(a, doc, what);
	const struct nodo *c;

	for (c = nodo_child(doc, "revisione"); c; c = nodo_next(c,
	    "revisione"))
		v = nodo_value(a, c, what);
	return v;
}

/* Theirs, if it is still to come and not further away than ours may be. */
static const char *
review(struct arena *a, const char *theirs, const char *oggi)
{
	char *last = arena_alloc(a, DATA_LEN + 1);

	calendario_mesi(last, oggi, BLOCCO_MESI);
	return strcmp(theirs, oggi) > 0 && strcmp(theirs, last) < 0 ? theirs :
	    last;
}

static const char *
shortened(struct arena *a, const char *words)
{
	size_t n = strlen(words);

	if (n <= PAROLE_MAX)
		return words;
	for (n = PAROLE_MAX; ((unsigned char)words[n] & 0xC0) == 0x80; n--)
		continue;
	return arena_printf(a, "%.*s …", (int)n, words);
}

struct nodo *
blocco_di_altri(struct arena *a, const struct nodo *theirs,
    const struct blocco_venuto *v)
{
	const char *words = last_said(a, theirs, "estremi");
	const char *ours = arena_printf(a, "%s: ", v->noi);
	struct nodo *n;

	if (nodo_child(theirs, "cessazione") != NULL ||
	    strncmp(words, ours, strlen(ours)) == 0)
		return NULL;
	n = nodo_new(a, "blocco");
	nodo_elem_text(a, n, "motivo", nodo_value(a, theirs, "motivo"));
	nodo_elem_printf(a, n, "estremi", "%s: %s", v->da, shortened(a,
	    words));
	nodo_elem_text(a, n, "utente", v->utente);
	nodo_elem_text(a, n, "data", v->oggi);
	nodo_elem_text(a, n, "rivedere", review(a, last_said(a, theirs,
	    "rivedere"), v->oggi));
	return n;
}

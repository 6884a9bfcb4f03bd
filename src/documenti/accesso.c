/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/accesso.h"

#include <string.h>

struct nodo *
accesso_indiretto(struct arena *a, const struct numero *protocollo,
    const char *ufficio, const char *responsabile, const char *aperto)
{
	struct nodo *out = nodo_new(a, "accesso");

	nodo_elem_text(a, out, "tipo", "indiretto");
	nodo_elem_text(a, out, "protocollo", numero_text(a, protocollo));
	nodo_elem_text(a, out, "ufficio", ufficio);
	nodo_elem_text(a, out, "responsabile", responsabile);
	nodo_elem_text(a, out, "aperto", aperto);
	return out;
}

struct nodo *
accesso_diretto(struct arena *a, const struct accesso_nuovo *n)
{
	struct nodo *out = nodo_new(a, "accesso");

	nodo_elem_text(a, out, "tipo", "diretto");
	nodo_elem_text(a, out, "iniziativa", n->iniziativa);
	nodo_elem_text(a, out, "protocollo", n->protocollo);
	nodo_elem_text(a, out, "ufficio", n->ufficio);
	nodo_elem_text(a, out, "responsabile", n->responsabile);
	nodo_elem_text(a, out, "aperto", n->aperto);
	return out;
}

/* The text of an element the schema wants. */
static void
set(struct arena *a, struct nodo *cover, const char *nome, const char *testo)
{
	struct nodo *old = nodo_child(cover, nome), *new = nodo_new(a, nome);

	nodo_text(a, new, testo);
	if (old == NULL) {
		nodo_add(cover, new);
		return;
	}
	nodo_add_before(old, new);
	nodo_remove(old);
}

void
copertina_stato(struct arena *a, struct nodo *cover, const char *stato)
{
	struct nodo *x;

	if (nodo_child(cover, "stato") == NULL) {
		x = nodo_new(a, "stato");
		nodo_text(a, x, stato);
		nodo_add_first(cover, x);
		return;
	}
	set(a, cover, "stato", stato);
}

void
accesso_chiudi(struct arena *a, struct nodo *cover, const char *data,
    const char *motivo, const char *nota)
{
	struct nodo *c;

	c = nodo_elem(a, cover, "chiusura");
	nodo_elem_text(a, c, "data", data);
	nodo_elem_text(a, c, "motivo", motivo);
	nodo_elem_text(a, c, "nota", nota);
}

void
accesso_riapri(struct nodo *cover)
{
	struct nodo *c = nodo_child(cover, "chiusura");

	if (c != NULL)
		nodo_remove(c);
}

void
copertina_affida(struct arena *a, struct nodo *cover,
    const char *responsabile, const char *ufficio)
{
	set(a, cover, "ufficio", ufficio);
	set(a, cover, "responsabile", responsabile);
}

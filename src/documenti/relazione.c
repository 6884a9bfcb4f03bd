/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/relazione.h"

#include <string.h>

#include "base/auto.h"
#include "documenti/regole.h"

#define ART473 "art. 473-bis.27 c.p.c."

static const struct {
	const char *nome, *che;
} parti[] = {
	{ "fatti-accertati", "i fatti accertati" },
	{ "dichiarazioni", "le dichiarazioni delle parti e dei terzi (se "
	    "nessuno ha dichiarato nulla lo si scrive)" },
	{ "valutazioni", "le valutazioni degli operatori" },
};

/* In the order of the schema. */
static const char *const facoltative[] = { "proposta", "metodo", "fonti",
    "dal", "al", "prossima" };

bool
relazione_vuole(const char *campo)
{
	size_t i;

	for (i = 0; i < NELEM(parti); i++)
		if (strcmp(parti[i].nome, campo) == 0)
			return true;
	return false;
}

void
relazione_check(struct rilievi *out, const struct nodo *in)
{
	const char *tipo = nodo_value(out->a, in, "tipo");
	size_t i;

	for (i = 0; i < NELEM(parti); i++)
		if (!prosa_present(out->a, in, parti[i].nome))
			rilievo_add(out, ERRORE,
			    figlio_path(out->a, in, parti[i].nome),
			    arena_printf(out->a, "manca-%s", parti[i].nome),
			    ART473, "una relazione tiene distinti %s",
			    parti[i].che);
	if (tipo != NULL && strcmp(tipo, "con-esito") == 0 &&
	    !prosa_present(out->a, in, "proposta"))
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "proposta"),
		    "manca-proposta", NULL, "una relazione con esito propone "
		    "un servizio o una prestazione: scrivi --proposta, o "
		    "redigi una relazione di sola attività");
	regola_ordine(out, in, "dal", "al");
}

struct nodo *
relazione_make(struct arena *a, const struct nodo *in, const char *autore,
    const char *oggi)
{
	struct nodo *n = nodo_new(a, "relazione");
	size_t i;

	nodo_elem_text(a, n, "tipo", nodo_value(a, in, "tipo"));
	nodo_elem_text(a, n, "oggetto", nodo_value(a, in, "oggetto"));
	nodo_elem_text(a, n, "data", oggi);
	nodo_elem_text(a, n, "autore", autore);
	for (i = 0; i < NELEM(parti); i++)
		nodo_add(n, nodo_copy(a, nodo_child(in, parti[i].nome)));
	for (i = 0; i < NELEM(facoltative); i++)
		if (prosa_present(a, in, facoltative[i]))
			nodo_add(n, nodo_copy(a, nodo_child(in,
			    facoltative[i])));
	return n;
}

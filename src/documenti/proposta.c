/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/proposta.h"

#include <string.h>

#include "documenti/accesso.h"

struct nodo *
proposta_make(struct arena *a, const struct nodo *in,
    const struct proposta_relazione *rel, const char *autore, const char *oggi)
{
	struct nodo *out = nodo_new(a, "proposta");

	nodo_elem_text(a, out, "relazione-percorso", rel->percorso);
	nodo_elem_text(a, out, "relazione-id", rel->id);
	nodo_elem_text(a, out, "relazione-impronta", rel->impronta);
	nodo_elem_text(a, out, "oggetto", nodo_value(a, in, "oggetto"));
	nodo_add(out, nodo_copy(a, nodo_child(in, "testo")));
	nodo_elem_text(a, out, "autore", autore);
	nodo_elem_text(a, out, "data", oggi);
	nodo_elem_text(a, out, "stato", PROPOSTA_INVIATA);
	return out;
}

bool
proposta_in_attesa(struct arena *a, const struct nodo *proposta)
{
	const char *stato = nodo_value(a, proposta, "stato");

	return stato != NULL && strcmp(stato, PROPOSTA_INVIATA) == 0;
}

struct nodo *
proposta_approva(struct arena *a, struct nodo *proposta,
    const char *coordinatore, const char *data, const char *protocollo,
    const char *ufficio)
{
	struct nodo *x;

	copertina_stato(a, proposta, PROPOSTA_APPROVATA);
	x = nodo_elem(a, proposta, "approvazione");
	nodo_elem_text(a, x, "coordinatore", coordinatore);
	nodo_elem_text(a, x, "data", data);
	nodo_elem_text(a, x, "protocollo", protocollo);
	nodo_elem_text(a, x, "ufficio", ufficio);
	return x;
}

void
proposta_rinvia(struct arena *a, struct nodo *proposta, const struct nodo *in,
    const char *coordinatore, const char *data)
{
	struct nodo *x;

	copertina_stato(a, proposta, PROPOSTA_RINVIATA);
	x = nodo_elem(a, proposta, "rinvio");
	nodo_elem_text(a, x, "coordinatore", coordinatore);
	nodo_elem_text(a, x, "data", data);
	nodo_add(x, nodo_copy(a, nodo_child(in, "motivazione")));
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/accesso.h"

#include <string.h>

struct nodo *
accesso_indiretto(struct arena *a, const struct numero *protocollo,
    const char *ufficio, const char *responsabile, const char *aperto)
{
	struct nodo *out = nodo_new(a, "accesso");

	nodo_elem_text(a, out, "stato", ACCESSO_ASSEGNATO);
	nodo_elem_text(a, out, "tipo", "indiretto");
	nodo_elem_text(a, out, "protocollo", numero_text(a, protocollo));
	nodo_elem_text(a, out, "ufficio", ufficio);
	nodo_elem_text(a, out, "responsabile", responsabile);
	nodo_elem_text(a, out, "aperto", aperto);
	return out;
}

void
accesso_check_valutabile(struct rilievi *out, const char *stato)
{
	if (strcmp(stato, ACCESSO_CHIUSO) == 0)
		rilievo_add(out, ERRORE, "/valuta/accesso", "accesso-chiuso",
		    NULL, "l'accesso è chiuso: la sua valutazione non cambia "
		    "più");
	else if (strcmp(stato, ACCESSO_IN_CARICO) == 0)
		rilievo_add(out, ERRORE, "/valuta/accesso", "in-carico", NULL,
		    "l'accesso è già in carico: quel che segue si scrive "
		    "nella sua cartella");
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
	set(a, cover, "stato", stato);
}

void
accesso_chiudi(struct arena *a, struct nodo *cover, const char *data,
    const char *motivo, const char *nota)
{
	struct nodo *c;

	copertina_stato(a, cover, ACCESSO_CHIUSO);
	c = nodo_elem(a, cover, "chiusura");
	nodo_elem_text(a, c, "data", data);
	nodo_elem_text(a, c, "motivo", motivo);
	nodo_elem_text(a, c, "nota", nota);
}

void
copertina_affida(struct arena *a, struct nodo *cover,
    const char *responsabile, const char *ufficio)
{
	set(a, cover, "ufficio", ufficio);
	set(a, cover, "responsabile", responsabile);
}

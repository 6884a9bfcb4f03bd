/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/fascicolo.h"

#include <string.h>

#include "documenti/accesso.h"

struct nodo *
fascicolo_make(struct arena *a, const struct nodo *in,
    const struct fascicolo_dati *d)
{
	struct nodo *out = nodo_new(a, "fascicolo"), *t;
	const struct nodo *p;

	nodo_elem_text(a, out, "numero", d->numero);
	nodo_elem_text(a, out, "stato", FASCICOLO_APERTO);
	nodo_elem_text(a, out, "tipo", nodo_value(a, in, "tipo"));
	nodo_elem_text(a, out, "oggetto", nodo_value(a, in, "oggetto"));
	nodo_elem_text(a, out, "classifica", d->classifica);
	nodo_elem_text(a, out, "padre", nodo_value(a, in, "padre"));
	t = nodo_elem(a, out, "titolare");
	nodo_elem_text(a, t, "denominazione", d->ente);
	nodo_elem_text(a, t, "codice-ipa", d->codice_ipa);
	for (p = nodo_child(in, "partecipante"); p != NULL;
	    p = nodo_next(p, "partecipante"))
		nodo_add(out, nodo_copy(a, p));
	nodo_elem_text(a, out, "ufficio", d->ufficio);
	nodo_elem_text(a, out, "responsabile", d->responsabile);
	nodo_elem_text(a, out, "aperto", d->giorno);
	return out;
}

void
fascicolo_chiudi(struct arena *a, struct nodo *cover, const char *giorno,
    const char *nota)
{
	struct nodo *c;

	copertina_stato(a, cover, FASCICOLO_CHIUSO);
	c = nodo_elem(a, cover, "chiusura");
	nodo_elem_text(a, c, "data", giorno);
	nodo_elem_text(a, c, "nota", nota);
}

bool
fascicola_toglie(struct arena *a, const struct nodo *in)
{
	const char *togli = nodo_value(a, in, "togli");

	return togli != NULL && strcmp(togli, "si") == 0;
}

struct nodo *
fascicolazione_make(struct arena *a, const struct nodo *in, int ordine,
    const char *ora, const char *operatore)
{
	struct nodo *out = nodo_new(a, "fascicolazione");
	const struct nodo *f;

	nodo_elem_text(a, out, "protocollo", nodo_value(a, in, "protocollo"));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	nodo_elem_text(a, out, "verso", fascicola_toglie(a, in) ? "tolta" :
	    "messa");
	for (f = nodo_child(in, "fascicolo"); f != NULL;
	    f = nodo_next(f, "fascicolo"))
		nodo_add(out, nodo_copy(a, f));
	nodo_elem_text(a, out, "nota", nodo_value(a, in, "nota"));
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

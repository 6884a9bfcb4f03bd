/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/smistamento.h"

#include <string.h>

static void
check_twice(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *d, *e;
	const char *ufficio;

	for (d = nodo_child(in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione")) {
		ufficio = nodo_value(out->a, d, "ufficio");
		for (e = nodo_child(in, "destinazione"); e != d;
		    e = nodo_next(e, "destinazione"))
			if (strcmp(ufficio, nodo_value(out->a, e,
			    "ufficio")) == 0)
				break;
		if (e != d)
			rilievo_add(out, ERRORE, nodo_path(out->a,
			    nodo_child(d, "ufficio")), "ufficio-doppio", NULL,
			    "l'ufficio %s è scritto due volte", ufficio);
	}
}

void
smistamento_check(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *d;

	check_twice(out, in);
	for (d = nodo_child(in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if (strcmp(nodo_value(out->a, d, "titolo"), COMPETENZA) == 0)
			return;
	rilievo_add(out, ERRORE, "/smista/destinazione", "senza-competenza",
	    "art. 4 L. 241/1990", "almeno un ufficio la riceve per competenza: "
	    "indicalo con --destinazione.titolo competenza");
}

struct nodo *
smistamento_make(struct arena *a, const struct nodo *in, int ordine,
    const char *ora, const char *operatore)
{
	struct nodo *out = nodo_new(a, "smistamento");
	const struct nodo *d;

	nodo_elem_text(a, out, "protocollo", nodo_value(a, in, "protocollo"));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	for (d = nodo_child(in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		nodo_add(out, nodo_copy(a, d));
	nodo_elem_text(a, out, "nota", nodo_value(a, in, "nota"));
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

struct nodo *
presa_visione_make(struct arena *a, const struct numero *n, int ordine,
    const char *utente, const char *ora)
{
	struct nodo *out = nodo_new(a, "presa-visione");

	nodo_elem_text(a, out, "protocollo", numero_text(a, n));
	nodo_elem_printf(a, out, "ordine", "%d", ordine);
	nodo_elem_text(a, out, "utente", utente);
	nodo_elem_text(a, out, "ora", ora);
	return out;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/intervento.h"

#include <string.h>

#include "documenti/regole.h"

struct nodo *
intervento_make(struct arena *a, const struct nodo *prestazione,
    const char *percorso, const char *numero, const char *oggi)
{
	struct nodo *n = nodo_new(a, "intervento"), *p;
	const struct nodo *x;

	nodo_elem_text(a, n, "determinazione", percorso);
	nodo_elem_text(a, n, "numero", numero);
	nodo_elem_text(a, n, "apertura", oggi);
	p = nodo_elem(a, n, "prestazione");
	for (x = nodo_child(prestazione, NULL); x; x = nodo_next(x, NULL))
		nodo_add(p, nodo_copy(a, x));
	return n;
}

bool
intervento_aperto(const struct nodo *intervento)
{
	return nodo_child(intervento, "chiusura") == NULL;
}

void
intervento_check_giorno(struct rilievi *out, const struct nodo *in,
    const struct nodo *intervento, const char *oggi)
{
	const char *data = nodo_value(out->a, in, "data");
	const char *dal = nodo_value(out->a, intervento, "prestazione/dal");

	regola_non_futura(out, in, "data", oggi, "la data");
	if (strcmp(data, dal) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "data"),
		    "prima-dell-inizio", NULL, "il %s l'intervento non era "
		    "ancora cominciato: comincia il %s", data, dal);
}

void
intervento_chiudi(struct arena *a, struct nodo *intervento,
    const struct nodo *in, const char *autore)
{
	static const char *const said[] = { "data", "motivo", "nota" };
	struct nodo *c = nodo_elem(a, intervento, "chiusura");
	size_t i;

	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(a, c, said[i], nodo_value(a, in, said[i]));
	nodo_elem_text(a, c, "autore", autore);
}

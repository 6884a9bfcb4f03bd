/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/repertorio.h"

#include <string.h>

#include "documenti/numero.h"

char *
repertorio_path(struct arena *a, const char *codice)
{
	return arena_printf(a, "repertori/%s.xml", codice);
}

char *
voce_path(struct arena *a, const char *codice, int numero)
{
	return numero_path(a, arena_printf(a, "repertori/%s", codice), numero);
}

struct nodo *
repertorio_make(struct arena *a, const char *codice,
    const char *denominazione, const char *norma, bool attivo)
{
	struct nodo *n = nodo_new(a, "repertorio");

	nodo_elem_text(a, n, "codice", codice);
	nodo_elem_text(a, n, "denominazione", denominazione);
	nodo_elem_text(a, n, "norma", norma);
	nodo_elem_text(a, n, "attivo", attivo ? "si" : "no");
	return n;
}

struct nodo *
voce_make(struct arena *a, const struct nodo *in, int anno, int numero,
    const char *ora, const char *operatore, const char *ufficio)
{
	struct nodo *out = nodo_new(a, "voce-repertorio");
	const struct nodo *c;

	nodo_elem_text(a, out, "repertorio", nodo_value(a, in, "repertorio"));
	nodo_elem_printf(a, out, "anno", "%04d", anno);
	nodo_elem_printf(a, out, "numero", "%d", numero);
	nodo_elem_text(a, out, "ora", ora);
	nodo_elem_text(a, out, "operatore", operatore);
	nodo_elem_text(a, out, "ufficio", ufficio);
	for (c = nodo_child(in, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "repertorio") != 0)
			nodo_add(out, nodo_copy(a, c));
	return out;
}

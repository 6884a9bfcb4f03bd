/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/ricevuta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/istruttoria.h"
#include "documenti/regole.h"

static void
add_file(struct arena *a, struct nodo *n, const char *che,
    const struct nodo *f)
{
	struct nodo *d = nodo_elem(a, n, "documento");

	nodo_elem_text(a, d, "che", che);
	nodo_elem_text(a, d, "nome", nodo_value(a, f, "nome"));
	nodo_elem_text(a, d, "impronta", nodo_value(a, f, "impronta"));
}

static void
add_files(struct arena *a, struct nodo *n, const struct nodo *reg)
{
	const struct nodo *f = nodo_child(reg, "principale");

	if (f != NULL)
		add_file(a, n, "documento", f);
	for (f = nodo_child(reg, "allegato"); f; f = nodo_next(f, "allegato"))
		add_file(a, n, "allegato", f);
}

void
ricevuta_testa(struct arena *a, struct nodo *lettera, const struct nodo *reg)
{
	struct nodo *d = nodo_elem(a, lettera, "destinatario");

	nodo_elem_text(a, d, "denominazione",
	    nodo_value(a, reg, "mittente/denominazione"));
	nodo_elem_printf(a, lettera, "oggetto", "Ricevuta - prot. %s del %s",
	    nodo_value(a, reg, "numero"), giorno_in_cifre(a, nodo_value(a, reg,
	    "ora")));
}

struct nodo *
ricevuta_parti(struct arena *a, const struct nodo *reg,
    const struct ricevuta *d)
{
	const char *ora = nodo_value(a, reg, "ora");
	const char *presented = nodo_value(a, reg, "data-arrivo");
	struct nodo *parti = nodo_new(a, "parti"), *n;
	char entro[GIORNO_LEN + 1];

	if (presented == NULL)
		presented = arena_strndup(a, ora, GIORNO_LEN);
	giorno_piu(entro, presented, d->giorni);
	n = nodo_elem(a, parti, "ricevuta");
	nodo_elem_text(a, n, "presentato", presented);
	nodo_elem_text(a, n, "oggetto", nodo_value(a, reg, "oggetto"));
	nodo_elem_text(a, n, "numero", nodo_value(a, reg, "numero"));
	nodo_elem_text(a, n, "ora", ora);
	add_files(a, n, reg);
	nodo_elem_text(a, n, "cartacei", nodo_value(a, reg, "cartacei/numero"));
	nodo_elem_text(a, n, "ufficio", d->ufficio);
	nodo_elem_printf(a, n, "giorni", "%d", d->giorni);
	nodo_elem_text(a, n, "entro", entro);
	if (d->assenso)
		nodo_elem_text(a, n, "assenso", "si");
	return parti;
}

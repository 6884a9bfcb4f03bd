/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/sosta.h"

#include <string.h>

bool
sosta_chiesta(const struct modulo_dati *d)
{
	const char *v = modulo_valore(d, "_azione");

	return v != NULL && strcmp(v, "leggi") == 0;
}

void
sosta_tenuti(struct nodo *richiesta, struct arena *a,
    const struct modulo_dati *d)
{
	int i;

	for (i = 0; i < d->n; i++)
		if (strcmp(d->campi[i].nome, "_sosta") == 0 &&
		    d->campi[i].valore[0] != '\0')
			nodo_set(a, nodo_elem(a, richiesta, "file"), "sosta",
			    d->campi[i].valore);
}

/* One more pair; the array is a new one. */
static void
add(struct modulo_dati *d, struct arena *a, const char *nome,
    const char *valore)
{
	struct coppia *all = arena_alloc(a, (size_t)(d->n + 1) * sizeof *all);

	if (d->n > 0)
		memcpy(all, d->campi, (size_t)d->n * sizeof *all);
	all[d->n].nome = arena_strdup(a, nome);
	all[d->n].valore = arena_strdup(a, valore);
	d->campi = all;
	d->n++;
}

void
sosta_aggiungi(struct modulo_dati *d, struct arena *a,
    const struct nodo *risposta)
{
	const struct nodo *n;

	for (n = nodo_child(risposta, "sosta"); n; n = nodo_next(n, "sosta"))
		if (nodo_attr(n, "id") != NULL)
			add(d, a, "_sosta", nodo_attr(n, "id"));
}

/* "mittente.pec" is of the group "mittente", "oggetto" of itself. */
static bool
touched(const struct modulo_dati *d, const char *campo)
{
	size_t n = strcspn(campo, ".");
	int i;

	for (i = 0; i < d->n; i++) {
		const char *nome = d->campi[i].nome;

		if (strncmp(nome, campo, n) == 0 &&
		    (nome[n] == '.' || (nome[n] == '\0' && campo[n] == '\0')) &&
		    d->campi[i].valore[0] != '\0')
			return true;
	}
	return false;
}

/* Of one card all fields of a group, though the first has touched it. */
static void
of_card(struct modulo_dati *d, struct arena *a, const struct nodo *card)
{
	const struct modulo_dati before = *d;
	const struct nodo *c;
	const char *nome;

	for (c = nodo_child(card, "campo"); c; c = nodo_next(c, "campo")) {
		nome = nodo_attr(c, "nome");
		if (nome != NULL && !touched(&before, nome))
			add(d, a, nome, nodo_all_text(a, c));
	}
}

void
sosta_proposte(struct modulo_dati *d, struct arena *a,
    const struct nodo *risposta)
{
	const struct nodo *n;

	for (n = nodo_child(risposta, "sosta"); n; n = nodo_next(n, "sosta"))
		of_card(d, a, n);
}

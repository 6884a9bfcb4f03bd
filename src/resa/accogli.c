/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli.c - a model made by hand is taken in: opened, cleaned, mended,
 * looked through, written anew.
 *
 * Refuses what its steps refuse (accogli_*.c), all that can be found in one
 * look, each with its place.  Keeps: what was taken in, taken in again, is the
 * same bytes; nothing of the old package but text, styles, pictures, fonts.
 */
#include <string.h>

#include "resa/accogli.h"

/* <modello titolo="…"> and the names it uses, each once. */
static struct nodo *
card_of(struct accogli *ac)
{
	struct nodo *out = nodo_new(ac->a, "modello");
	const struct nodo *d;
	struct nodo *c;
	int i;

	nodo_set(ac->a, out, "titolo", ac->titolo);
	nomi_sort(&ac->scritti);
	for (i = 0; i < ac->campi.n; i++) {
		d = dizionario_trova(ac->dizionario, ac->a, ac->campi.v[i]);
		c = nodo_elem(ac->a, out, d->nome);
		nodo_set(ac->a, c, "nome", ac->campi.v[i]);
		if (nomi_has(&ac->scritti, ac->campi.v[i]))
			nodo_set(ac->a, c, "scritto", "si");
	}
	return out;
}

int
modello_accogli(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo)
{
	struct accogli ac = { .a = a, .ril = ril, .dizionario = dizionario,
	    .titolo = titolo, .zip = bytes, .n = n };
	int r;

	*scheda = NULL;
	if ((r = accogli_open(&ac)) != 0)
		return r;
	if (ac.contenuto == NULL || ac.stili == NULL)
		return 0;		/* rilievi say why */
	accogli_revisions(&ac);
	accogli_places(&ac);
	accogli_forms(&ac);
	accogli_fields(&ac);
	accogli_names(&ac);
	accogli_language(&ac);
	accogli_fonts(&ac);
	if (ac.errori > 0)
		return 0;
	accogli_declare(&ac);
	if ((r = accogli_write(odt, &ac)) != 0 || ac.errori > 0)
		return r;
	*scheda = card_of(&ac);
	return 0;
}

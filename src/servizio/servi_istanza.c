/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_istanza.c - an istanza that came from a web child, which is not
 * believed: written out by us, and read again like any other.
 *
 * Refuses: the first act of a store; an id that is none.
 */
#include "atti/atto.h"
#include "base/random.h"
#include "servizio/servi_interno.h"
#include "worker/istanza.h"

int
servi_istanza(struct nodo **out, const struct atto **atto,
    struct rilievi *ril, struct arena *a, const struct nodo *n)
{
	const char *nome = n != NULL ? nodo_attr(n, "atto") : NULL;
	const struct atto *t = nome != NULL ? atto_find(nome) : NULL;
	const char *id = n != NULL ? nodo_attr(n, "id") : NULL;
	AUTO_BUF b = { 0 };
	int r;

	*out = NULL;
	if (t == NULL || t->flags & FONDA)
		return err_set(ERR_ABSENT, "l'atto richiesto non esiste");
	if (id == NULL || !random_id_valid(id))
		return err_set(ERR_INVALID, "un'istanza senza forma");
	nodo_write(&b, n);
	if ((r = istanza_leggi(out, ril, a, arena_printf(a, "atti/%s",
	    t->nome), buf_str(&b), b.len)) != 0)
		return r;
	if (ril->errori > 0)
		*out = NULL;
	*atto = t;
	return 0;
}

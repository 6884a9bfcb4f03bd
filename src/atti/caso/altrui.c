/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/altrui.h"

#include <string.h>

#include "atti/atto.h"
#include "documenti/provenienza.h"

/* A path, not words that begin like one. */
static bool
names_theirs(const char *v)
{
	size_t n = strlen(v);

	return percorso_altrui(v) && n > 4 && v[n - 4] == '.' &&
	    strpbrk(v, " \t\n") == NULL;
}

static void
look(struct op *op, const struct nodo *n)
{
	const struct nodo *c;
	const char *v;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (nodo_child(c, NULL) != NULL) {
			look(op, c);
			continue;
		}
		/* an order of ours that ends a measure only cites it */
		if (strcmp(c->nome, "misura") == 0 &&
		    strcmp(n->nome, "cessa") == 0)
			continue;
		v = nodo_all_text(op->a, c);
		if (v != NULL && names_theirs(v))
			rilievo_add(&op->ril, ERRORE, nodo_path(op->a, c),
			    "di-altri", NULL, "%s è di un altro ente: si "
			    "legge, si copia e si espone, ma resta com'è "
			    "arrivato; se serve, scrivine uno tuo che lo cita",
			    v);
	}
}

void
altrui_esamina(struct op *op)
{
	if (!(op->atto->flags & LETTURA))
		look(op, op->in);
}

int
altrui_si_legge(const char *percorso, const char *tipo)
{
	if (strcmp(tipo, TIPO_DI_ALTRI) != 0)
		return 0;
	return err_set(ERR_INVALID, "%s è di un tipo che ha solo l'ente da cui "
	    "è venuto: qui se ne tengono i byte, che escono con «esponi»",
	    percorso);
}

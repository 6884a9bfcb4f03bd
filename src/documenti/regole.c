/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/regole.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

char *
figlio_path(struct arena *a, const struct nodo *in, const char *nome)
{
	return arena_printf(a, "%s/%s", nodo_path(a, in), nome);
}

void
regola_non_futura(struct rilievi *out, const struct nodo *in,
    const char *path, const char *oggi, const char *what)
{
	const char *v = nodo_value(out->a, in, path);

	if (v != NULL && strcmp(v, oggi) > 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, path),
		    "data-futura", NULL, "%s (%s) è nel futuro", what, v);
}

bool
prosa_present(struct arena *a, const struct nodo *in, const char *nome)
{
	const char *text = nodo_value(a, in, nome);

	return text != NULL && !utf8_blank(text);
}

void
regola_prosa(struct rilievi *out, const struct nodo *in, const char *nome,
    const char *perche)
{
	if (!prosa_present(out->a, in, nome))
		rilievo_add(out, ERRORE, figlio_path(out->a, in, nome),
		    arena_printf(out->a, "manca-%s", nome), NULL,
		    "%s: scrivi --%s", perche, nome);
}

void
regola_ordine(struct rilievi *out, const struct nodo *in, const char *dal,
    const char *al)
{
	const char *first = nodo_value(out->a, in, dal);
	const char *last = nodo_value(out->a, in, al);

	if (first != NULL && last != NULL && strcmp(last, first) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, al),
		    "data-anteriore", NULL, "%s viene prima di %s", last,
		    first);
}

const char *
mesi_dopo(struct arena *a, const char *giorno, int mesi)
{
	int all = (int)strtol(giorno, NULL, 10) * 12 +
	    (int)strtol(giorno + 5, NULL, 10) - 1 + mesi;

	return arena_printf(a, "%04d-%02d%s", all / 12, all % 12 + 1,
	    giorno + 7);
}

char *
giorno_in_cifre(struct arena *a, const char *giorno)
{
	return arena_printf(a, "%.2s/%.2s/%.4s", giorno + 8, giorno + 5,
	    giorno);
}

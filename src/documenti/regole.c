/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/regole.h"

#include <string.h>

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

	return text != NULL && text[strspn(text, " \t\n\r")] != '\0';
}

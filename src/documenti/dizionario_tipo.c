/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/dizionario_tipo.h"

#include <string.h>

#include "base/auto.h"

/* Kinds of fields, as dictionaries call them, with an example. */
static const struct {
	const char *campo, *tipo, *esempio;
} kinds[] = {
	{ "data", "data", "18 novembre 2026" },
	{ "prosa", "prosa", "Testo di uno o più capoversi." },
	{ "si-no", "si-no", "sì" },
	{ "intero", "testo", "3" },
	{ "scelta", "parola", NULL },	/* its first word */
	{ "testo", "testo", NULL },	/* its label */
};

/* "stanza.uso" as child names: "stanza/uso". */
static char *
path(struct arena *a, const char *percorso)
{
	char *s = arena_strdup(a, percorso), *c;

	for (c = s; *c != '\0'; c++)
		if (*c == '.')
			*c = '/';
	return s;
}

static void
field(struct nodo *to, struct arena *a, const struct campo *c,
    const char *nome, const char *via)
{
	struct nodo *n = nodo_elem(a, to, "campo");
	const char *tipo = "testo", *esempio = NULL;
	size_t i;

	for (i = 0; i < NELEM(kinds); i++)
		if (strcmp(kinds[i].campo, c->tipo) == 0) {
			tipo = kinds[i].tipo;
			esempio = kinds[i].esempio;
		}
	if (esempio == NULL)
		esempio = c->scelte != NULL && c->scelte[0] != NULL ?
		    c->scelte[0] : c->etichetta;
	nodo_set(a, n, "nome", nome);
	nodo_set(a, n, "via", via);
	nodo_set(a, n, "tipo", tipo);
	nodo_set(a, n, "esempio", esempio);
	nodo_text(a, n, c->etichetta);
}

/* Does c stand below the field of that path?  Everything is below NULL. */
static bool
below(const struct campo *c, const char *percorso)
{
	size_t n = percorso != NULL ? strlen(percorso) : 0;

	return percorso == NULL || (strncmp(c->percorso, percorso, n) == 0 &&
	    c->percorso[n] == '.');
}

/* Adds what stands below `dentro`, which repeats (NULL: below the root);
 * returns the first field that does not. */
static const struct campo *
fields(struct nodo *to, struct arena *a, const struct campo *c,
    const char *dentro, const char *nome)
{
	const char *full, *via;
	struct nodo *elenco;
	bool group;

	while (c->percorso != NULL && below(c, dentro)) {
		group = strcmp(c->tipo, "gruppo") == 0;
		full = arena_printf(a, "%s.%s", nome, c->percorso);
		via = path(a, dentro == NULL ? full :
		    c->percorso + strlen(dentro) + 1);
		if (!c->ripetuto) {
			if (!group)
				field(to, a, c, full, via);
			c++;
			continue;
		}
		elenco = nodo_elem(a, to, "elenco");
		nodo_set(a, elenco, "nome", full);
		nodo_set(a, elenco, "via", via);
		nodo_text(a, elenco, c->etichetta);
		if (!group)
			field(elenco, a, c, arena_printf(a, "%s.valore", full),
			    ".");
		c = fields(elenco, a, c + 1, c->percorso, nome);
	}
	return c;
}

void
dizionario_tipo(struct nodo *d, struct arena *a, const struct campo *campi,
    const char *nome)
{
	fields(d, a, campi, NULL, nome);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/dizionario_tipo.h"

#include <string.h>

#include "base/auto.h"

/* Kinds of fields, as dictionaries call them, with an example. */
static const struct {
	const char *campo, *tipo, *esempio;
} kinds[] = {
	{ "data", "data", "2026-11-18" },
	{ "prosa", "prosa", "Testo di uno o più capoversi." },
	{ "si-no", "si-no", "si" },
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

static struct nodo *
list(struct nodo *to, struct arena *a, const struct campo *c,
    const char *nome)
{
	struct nodo *n = nodo_elem(a, to, "elenco");

	nodo_set(a, n, "nome", arena_printf(a, "%s.%s", nome, c->percorso));
	nodo_set(a, n, "via", arena_printf(a, "%s/%s", nome,
	    path(a, c->percorso)));
	nodo_text(a, n, c->etichetta);
	return n;
}

/* Does c stand below the group? */
static bool
below(const struct campo *c, const struct campo *group)
{
	size_t n = strlen(group->percorso);

	return strncmp(c->percorso, group->percorso, n) == 0 &&
	    c->percorso[n] == '.';
}

void
dizionario_tipo(struct nodo *d, struct arena *a, const struct campo *campi,
    const char *nome)
{
	const struct campo *c, *open = NULL, *shut = NULL;
	struct nodo *elenco = NULL;
	const char *full;
	bool group;

	for (c = campi; c->percorso != NULL; c++) {
		group = strcmp(c->tipo, "gruppo") == 0;
		full = arena_printf(a, "%s.%s", nome, c->percorso);
		if (open != NULL && !below(c, open))
			open = NULL;
		if (shut != NULL && below(c, shut))
			continue;
		if (open != NULL && c->ripetuto)
			shut = c;	/* a list in a list */
		else if (open != NULL && !group)
			field(elenco, a, c, full, path(a, c->percorso +
			    strlen(open->percorso) + 1));
		else if (open == NULL && c->ripetuto) {
			elenco = list(d, a, c, nome);
			if (group)
				open = c;
			else
				field(elenco, a, c, arena_printf(a,
				    "%s.valore", full), ".");
		} else if (open == NULL && !group)
			field(d, a, c, full, arena_printf(a, "%s/%s", nome,
			    path(a, c->percorso)));
	}
}

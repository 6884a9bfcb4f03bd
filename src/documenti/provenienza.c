/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/provenienza.h"

#include <string.h>

#define PRECEDENTI PRECEDENTI_DIR "/"

bool
percorso_altrui(const char *percorso)
{
	return strncmp(percorso, PRECEDENTI, strlen(PRECEDENTI)) == 0;
}

const char *
percorso_proprio(const char *percorso)
{
	const char *p = percorso, *slash;

	while (percorso_altrui(p) &&
	    (slash = strchr(p + strlen(PRECEDENTI), '/')) != NULL)
		p = slash + 1;
	return p;
}

const char *
percorso_accanto(struct arena *a, const char *percorso, const char *altro)
{
	const char *p = percorso_proprio(percorso);

	return p == percorso || altro == NULL ? altro : arena_printf(a,
	    "%.*s%s", (int)(p - percorso), percorso, altro);
}

char *
provenienza_sotto(struct arena *a, const char *ipa, int n)
{
	char *s = arena_strdup(a, ipa), *p;

	for (p = s; *p != '\0'; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		else if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_",
		    *p) == NULL)
			*p = '_';
	}
	return n > 1 ? arena_printf(a, PRECEDENTI "%s-%d", s, n) :
	    arena_printf(a, PRECEDENTI "%s", s);
}

static int
read_document(struct provenienza_documento *out, struct arena *a,
    const struct nodo *n)
{
	*out = (struct provenienza_documento){ nodo_value(a, n, "percorso"),
	    nodo_value(a, n, "tipo"), nodo_value(a, n, "impronta") };
	return out->percorso != NULL && out->tipo != NULL &&
	    out->impronta != NULL ? 0 : ERR_INVALID;
}

int
provenienza_leggi(struct provenienza *out, struct arena *a,
    const struct nodo *doc)
{
	const char *radice = nodo_value(a, doc, "storia/radice");
	struct provenienza p = { .sotto = nodo_value(a, doc, "sotto"),
	    .commit = nodo_value(a, doc, "storia/commit"),
	    .albero = nodo_value(a, doc, "storia/albero"),
	    .radice = radice != NULL && strcmp(radice, "si") == 0 };
	const struct nodo *x;
	int n = 0;

	for (x = nodo_child(doc, "documento"); x; x = nodo_next(x, "documento"))
		n++;
	p.documento = arena_alloc(a, ((size_t)n + 1) *
	    sizeof *p.documento);
	for (x = nodo_child(doc, "documento"); x; x = nodo_next(x, "documento"))
		if (read_document(&p.documento[p.n++], a, x) != 0)
			break;
	if (x != NULL || p.sotto == NULL || !percorso_altrui(p.sotto) ||
	    p.commit == NULL || p.albero == NULL || radice == NULL)
		return err_set(ERR_INVALID, "la provenienza non ha forma");
	*out = p;
	return 0;
}

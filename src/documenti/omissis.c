/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/omissis.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/oscuramento.h"
#include "documenti/provenienza.h"

bool
percorso_omissis(const char *percorso)
{
	return strncmp(percorso_proprio(percorso), OMISSIS_DIR,
	    strlen(OMISSIS_DIR)) == 0;
}

const char *
omissis_originale(const char *percorso)
{
	return percorso_proprio(percorso) + strlen(OMISSIS_DIR);
}

struct nodo *
omissis_fai(struct arena *a, const char *id, const struct omissis *o,
    const struct nodo *omissioni, const struct nodo *stampato)
{
	struct nodo *n = nodo_new(a, OMISSIS), *p;
	const struct nodo *c;

	nodo_set(a, n, "id", id);
	nodo_set(a, n, "versione", "1");
	nodo_elem_text(a, n, "documento-percorso", o->percorso);
	nodo_elem_text(a, n, "documento-tipo", o->tipo);
	if (o->versione > 0)
		nodo_elem_printf(a, n, "documento-versione", "%d",
		    o->versione);
	nodo_elem_text(a, n, "documento-impronta", o->impronta);
	nodo_elem_text(a, n, "destinazione", o->destinazione);
	nodo_elem_text(a, n, "denominazione", o->denominazione);
	p = nodo_elem(a, n, "politica");
	nodo_elem_printf(a, p, "versione", "%d", o->politica);
	nodo_elem_text(a, p, "impronta", o->politica_impronta);
	for (c = nodo_child(omissioni, NULL); c; c = nodo_next(c, NULL))
		nodo_add(n, nodo_copy(a, c));
	nodo_elem_text(a, n, "titolo", nodo_value(a, stampato, "titolo"));
	for (c = nodo_child(stampato, "dato"); c; c = nodo_next(c, "dato"))
		nodo_add(n, nodo_copy(a, c));
	for (c = nodo_child(stampato, "sezione"); c;
	    c = nodo_next(c, "sezione"))
		if (nodo_find(c, "testo") != NULL &&
		    nodo_child(nodo_find(c, "testo"), NULL) != NULL)
			nodo_add(n, nodo_copy(a, c));
	return n;
}

static int
number(struct arena *a, const struct nodo *doc, const char *path)
{
	const char *v = nodo_value(a, doc, path);

	return v != NULL ? (int)strtol(v, NULL, 10) : 0;
}

int
omissis_leggi(struct omissis *out, struct arena *a, const struct nodo *doc)
{
	struct omissis o = {
		.percorso = nodo_value(a, doc, "documento-percorso"),
		.tipo = nodo_value(a, doc, "documento-tipo"),
		.impronta = nodo_value(a, doc, "documento-impronta"),
		.versione = number(a, doc, "documento-versione"),
		.destinazione = nodo_value(a, doc, "destinazione"),
		.denominazione = nodo_value(a, doc, "denominazione"),
		.politica = number(a, doc, "politica/versione"),
		.politica_impronta = nodo_value(a, doc, "politica/impronta"),
	};

	if (strcmp(doc->nome, OMISSIS) != 0 || o.percorso == NULL ||
	    o.tipo == NULL || o.impronta == NULL || o.denominazione == NULL)
		return err_set(ERR_INVALID, "non è una copia con omissis");
	*out = o;
	return 0;
}

struct nodo *
omissis_stampato(struct arena *a, const struct nodo *doc, const char *di)
{
	struct nodo *out = nodo_new(a, "documento");
	const struct nodo *c;

	nodo_elem_printf(a, out, "titolo", "%s (copia con omissis)",
	    nodo_value(a, doc, "titolo"));
	nodo_elem_text(a, out, "di", di);
	for (c = nodo_child(doc, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "dato") == 0 ||
		    strcmp(c->nome, "sezione") == 0)
			nodo_add(out, nodo_copy(a, c));
	return out;
}

const char *
omissis_dice(struct arena *a, const struct nodo *doc)
{
	struct omissis o;

	if (omissis_leggi(&o, a, doc) != 0) {
		err_clear();
		return NULL;
	}
	return arena_printf(a, "Omessi: %s, per la politica di oscuramento "
	    "versione %d, verso %s.", oscuramento_dice(a, doc), o.politica,
	    o.denominazione);
}

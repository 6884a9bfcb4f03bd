/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/soggetti.h"

#include <stdlib.h>
#include <string.h>

#include "registro/corrispondenti.h"

#define ART53 "art. 53 DPR 445/2000"

/* The entry, or the one it is joined to; a rilievo and 1: none. */
static int
find(struct corrispondente *out, struct op *op, const struct nodo *s)
{
	struct registro *reg = op->st->registro;
	int r, codice = (int)strtol(nodo_value(op->a, s, "corrispondente"),
	    NULL, 10);

	r = registro_corrispondente(out, op->a, reg, codice);
	if (r == 0 && out->unito_a != 0)
		r = registro_corrispondente(out, op->a, reg, out->unito_a);
	if (r == ERR_ABSENT) {
		rilievo_add(&op->ril, ERRORE, nodo_path(op->a, nodo_child(s,
		    "corrispondente")), "corrispondente-ignoto", NULL, "%s",
		    err_msg());
		return 1;
	}
	if (r == 0 && !out->attivo) {
		rilievo_add(&op->ril, ERRORE, nodo_path(op->a, nodo_child(s,
		    "corrispondente")), "corrispondente-spento", NULL,
		    "il corrispondente %d non si usa più", out->codice);
		return 1;
	}
	return r;
}

/* The whole element anew: what is written, then what the entry says. */
static void
fill(struct op *op, struct nodo *s, const struct corrispondente *c)
{
	const struct {
		const char *nome, *valore;
	} all[] = {
		{ "denominazione", c->denominazione },
		{ "codice-ipa", c->codice_ipa },
		{ "indirizzo", c->indirizzo }, { "pec", c->pec },
	};
	struct nodo *given[NELEM(all)];
	size_t i;

	for (i = 0; i < NELEM(all); i++)
		if ((given[i] = nodo_child(s, all[i].nome)) != NULL)
			nodo_remove(given[i]);
	for (i = 0; i < NELEM(all); i++)
		if (given[i] != NULL)
			nodo_add(s, given[i]);
		else
			nodo_elem_text(op->a, s, all[i].nome, all[i].valore);
}

static int
complete(struct op *op, struct nodo *s)
{
	struct corrispondente c;
	int r;

	if (nodo_child(s, "corrispondente") != NULL) {
		if ((r = find(&c, op, s)) != 0)
			return r < 0 ? r : 0;
		fill(op, s, &c);
	}
	if (nodo_child(s, "denominazione") == NULL)
		rilievo_add(&op->ril, ERRORE, nodo_path(op->a, s),
		    "manca-denominazione", ART53, "di chi scrive o riceve si "
		    "dice la denominazione, o il codice fra i corrispondenti");
	return 0;
}

int
soggetti_completa(struct op *op)
{
	struct nodo *n;
	int r;

	for (n = nodo_child(op->in, NULL); n != NULL; n = nodo_next(n, NULL))
		if ((strcmp(n->nome, "mittente") == 0 ||
		    strcmp(n->nome, "destinatario") == 0) &&
		    (r = complete(op, n)) != 0)
			return r;
	return 0;
}

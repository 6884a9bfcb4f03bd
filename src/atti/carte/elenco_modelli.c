/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * elenco_modelli.c - the models of papers there are, by kind; and one of them,
 * to be edited in Writer.  Norm: DPR 445/2000 art. 64.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/carte/modelli.h"
#include "atti/table.h"
#include "registro/modelli.h"
#include "resa/modello.h"

/* ---- the list ---- */

static struct nodo *
kind(struct op *op, const char *carta)
{
	struct nodo *k, *d;

	for (k = nodo_child(op->vista, "carta"); k; k = nodo_next(k, "carta"))
		if (strcmp(nodo_attr(k, "nome"), carta) == 0)
			return k;
	k = nodo_elem(op->a, op->vista, "carta");
	nodo_set(op->a, k, "nome", carta);
	if (modello_dizionario(&d, op, carta) == 0)
		nodo_set(op->a, k, "denominazione",
		    nodo_attr(d, "denominazione"));
	err_clear();
	return k;
}

static struct nodo *
entry(struct op *op, const char *nome, const char *carta,
    const char *denominazione, const char *stato)
{
	const char *only = op_campo(op, "carta");
	struct nodo *m;

	if (only != NULL && strcmp(only, carta) != 0)
		return NULL;
	m = nodo_elem(op->a, kind(op, carta), "modello");
	nodo_set(op->a, m, "nome", nome);
	nodo_set(op->a, m, "denominazione", denominazione);
	nodo_set(op->a, m, "stato", stato);
	return m;
}

static void
adopted(struct op *op, const struct modello *m)
{
	struct nodo *n = entry(op, m->nome, m->carta, m->denominazione,
	    m->ritirato ? "ritirato" : "adottato");

	if (n == NULL)
		return;
	nodo_set(op->a, n, "titolo", m->titolo);
	nodo_set(op->a, n, "versione", arena_printf(op->a, "%d", m->versione));
	nodo_set(op->a, n, "ora", m->ora);
	nodo_set(op->a, n, "operatore", m->operatore);
}

static const struct modello *
of_office(const struct modello *list, int n, const char *nome)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].nome, nome) == 0)
			return &list[i];
	return NULL;
}

/* Those of the program in its order, each or the one that takes its place;
 * then those that only the office has. */
static int
applica_modelli(struct op *op)
{
	const struct modello *own;
	struct modello *list;
	struct nodo *indice;
	const struct nodo *m;
	int i, n, r;

	if ((r = modello_spediti(&indice, op->a)) != 0 ||
	    (r = registro_modelli(&list, &n, op->a, op->st->registro)) != 0)
		return r;
	op->vista = nodo_new(op->a, "modelli");
	op->letto = "modelli";
	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello")) {
		own = of_office(list, n, nodo_attr(m, "nome"));
		if (own != NULL && !own->ritirato)
			adopted(op, own);
		else
			entry(op, nodo_attr(m, "nome"), nodo_attr(m, "carta"),
			    nodo_attr(m, "denominazione"), "spedito");
	}
	for (i = 0; i < n; i++) {
		if ((r = modello_in_indice(&m, op->a, list[i].nome)) != 0)
			return r;
		if (m == NULL)
			adopted(op, &list[i]);
	}
	return 0;
}

const struct atto atto_modelli = {
	.nome = "modelli",
	.sommario = "elenca i modelli di lettere e di altre carte",
	.norma = "art. 64 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica_modelli,
};

/* ---- one ---- */

static int
applica_modello(struct op *op)
{
	const char *nome = op_campo(op, "nome");
	const char *versione = op_campo(op, "versione");
	struct modello_scelto m;
	int r;

	r = versione == NULL ? modello_in_uso(&m, op, nome) :
	    modello_versione(&m, op, nome, (int)strtol(versione, NULL, 10));
	op->letto = arena_printf(op->a, "modelli/%s%s%s", nome,
	    versione != NULL ? ";versione=" : "",
	    versione != NULL ? versione : "");
	if (r != 0)
		return r;
	op->vista = nodo_new(op->a, "modello-reso");
	op->bytes = m.p;
	op->n_bytes = m.n;
	return 0;
}

const struct atto atto_modello = {
	.nome = "modello",
	.sommario = "dà un modello, da modificare in Writer",
	.norma = "art. 64 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica_modello,
};

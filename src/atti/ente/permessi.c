/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * permessi.c - who may do what, and on what: role by role, or what one user
 * may do and by which of his roles; and which atti no role may do, as those that
 * are newer than the policy.
 *
 * Refuses by "absent": another user, to whoever has this only for himself.
 * Norm: DPR 445/2000 art. 61, GDPR art. 5.
 */
#include <string.h>

#include "atti/table.h"
#include "documenti/permessi.h"
#include "registro/deleghe.h"

/* The <utente> of that code; absent: none that this eye may ask about. */
static int
find_user(struct nodo **out, struct op *op, const char *codice)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *all = nodo_new(op->a, "utenti"), *x;
	int r;

	if ((r = registro_utenti_ruoli(all, op->a, op->st->registro,
	    &occhio)) != 0)
		return r;
	for (x = nodo_child(all, "utente"); x; x = nodo_next(x, "utente"))
		if (strcmp(nodo_attr(x, "codice"), codice) == 0)
			break;
	if (x == NULL)
		return err_set(ERR_ABSENT, "l'utente %s non c'è, o non puoi "
		    "chiedere di lui", codice);
	*out = x;
	return 0;
}

/* Is this role asked for: by name, or because the user has it? */
static bool
wanted(struct op *op, const struct nodo *ruolo, const struct nodo *utente)
{
	const char *nome = nodo_attr(ruolo, "nome");
	const char *only = op_campo(op, "ruolo");
	const struct nodo *x;

	if (only != NULL && strcmp(only, nome) != 0)
		return false;
	if (utente == NULL)
		return true;
	for (x = nodo_child(utente, "ruolo"); x; x = nodo_next(x, "ruolo"))
		if (strcmp(nodo_all_text(op->a, x), nome) == 0)
			return true;
	return false;
}

static void
add_role(struct op *op, const struct nodo *ruolo)
{
	struct nodo *x = nodo_elem(op->a, op->vista, "ruolo"), *l;
	const struct atto *atto;

	nodo_set(op->a, x, "nome", nodo_attr(ruolo, "nome"));
	permessi_vista_ruolo(x, op->a, ruolo);
	for (l = nodo_child(x, "atto"); l != NULL; l = nodo_next(l, "atto"))
		if ((atto = atto_find(nodo_attr(l, "nome"))) != NULL)
			nodo_set(op->a, l, "sommario", atto->sommario);
}

static bool
gives(const struct nodo *doc, const char *atto)
{
	const struct nodo *x, *l;

	for (x = nodo_child(doc, "ruolo"); x != NULL; x = nodo_next(x, "ruolo"))
		for (l = nodo_child(x, "atto"); l; l = nodo_next(l, "atto"))
			if (strcmp(nodo_attr(l, "nome"), atto) == 0)
				return true;
	return false;
}

static void
add_of_nobody(struct op *op, const struct nodo *doc)
{
	const struct atto *const *t;
	struct nodo *x;

	for (t = atto_table; *t != NULL; t++) {
		if ((*t)->flags & FONDA || gives(doc, (*t)->nome))
			continue;
		x = nodo_elem(op->a, op->vista, "di-nessuno");
		nodo_set(op->a, x, "nome", (*t)->nome);
		nodo_set(op->a, x, "sommario", (*t)->sommario);
	}
}

static int
applica(struct op *op)
{
	const char *codice = op_campo(op, "utente");
	struct nodo *doc, *x, *utente = NULL;
	int r;

	if ((codice != NULL && (r = find_user(&utente, op, codice)) != 0) ||
	    (r = store_documento(&doc, op->a, op->st, "ente",
	    PERMESSI_PERCORSO)) != 0)
		return r;
	op->letto = codice != NULL ? codice : "permessi";
	op->vista = nodo_new(op->a, "permessi-in-vigore");
	if (utente != NULL) {
		nodo_set(op->a, op->vista, "utente", codice);
		nodo_set(op->a, op->vista, "cognome",
		    nodo_attr(utente, "cognome"));
		nodo_set(op->a, op->vista, "nome", nodo_attr(utente, "nome"));
	}
	for (x = nodo_child(doc, "ruolo"); x != NULL; x = nodo_next(x, "ruolo"))
		if (wanted(op, x, utente))
			add_role(op, x);
	if (codice == NULL && op_campo(op, "ruolo") == NULL)
		add_of_nobody(op, doc);
	return 0;
}

const struct atto atto_permessi = {
	.nome = "permessi",
	.sommario = "chi può fare e leggere che cosa: ruolo per ruolo, o un utente",
	.norma = "art. 61 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};

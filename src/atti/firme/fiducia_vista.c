/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fiducia_vista.c - whom the office believes: each set, how many certificates
 * of it today, when its list must be renewed; or one set, certificate by
 * certificate.
 *
 * Norm: Reg. (UE) 910/2014 art. 22.
 */
#include <string.h>

#include "atti/firme/fiducia.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/fiducia.h"

/* Each certificate once, and only what is believed today. */
static int
count(const struct nodo *doc, const char *uso, int64_t ora)
{
	const struct nodo *x;
	int n = 0;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		n += strcmp(nodo_attr(x, "uso"), uso) == 0 &&
		    fiducia_valeva(x, ora);
	return n;
}

/* Was the list to be renewed before today? */
static bool
is_stale(struct arena *a, const struct nodo *doc, int64_t ora)
{
	const char *scade = nodo_value(a, doc, "elenco/@scade");
	int64_t t;

	if (scade == NULL || clock_parse(&t, scade) != 0) {
		err_clear();
		return false;
	}
	return t < ora;
}

static void
show(struct op *op, const struct nodo *doc, bool whole)
{
	struct nodo *n = nodo_elem(op->a, op->vista, "insieme"), *x;
	const struct nodo *e = nodo_child(doc, "elenco");
	int64_t ora = clock_now();

	nodo_set(op->a, n, "nome", nodo_value(op->a, doc, "nome"));
	nodo_set(op->a, n, "adottata", nodo_value(op->a, doc, "adottata"));
	nodo_set(op->a, n, "firma", arena_printf(op->a, "%d",
	    count(doc, FIDUCIA_FIRMA, ora)));
	nodo_set(op->a, n, "marca", arena_printf(op->a, "%d",
	    count(doc, FIDUCIA_MARCA, ora)));
	if (e != NULL)
		nodo_add(n, nodo_copy(op->a, e));
	if (is_stale(op->a, doc, ora))
		nodo_set(op->a, n, "scaduta", "si");
	if (!whole)
		return;
	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		nodo_add(n, nodo_copy(op->a, x));
}

/* How many answers about revocations there are. */
static int
count_revocations(struct op *op)
{
	char **names;
	int r, n = 0;

	r = dir_list(&names, op->a, store_path(op->a, op->st, REVOCHE_DIR));
	if (r == 0)
		while (names[n] != NULL)
			n++;
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	nodo_set(op->a, op->vista, "revoche", arena_printf(op->a, "%d", n));
	return 0;
}

static int
applica(struct op *op)
{
	const char *nome = op_campo(op, "nome");
	struct nodo **docs;
	int r, shown = 0;

	op->letto = nome != NULL ? nome : "fiducia";
	op->vista = nodo_new(op->a, "fiducia-adottata");
	if ((r = fiducia_adottate(&docs, op->a, op->st)) != 0)
		return r;
	for (; *docs != NULL; docs++)
		if (nome == NULL || strcmp(nome, nodo_value(op->a, *docs,
		    "nome")) == 0) {
			show(op, *docs, nome != NULL);
			shown++;
		}
	if (nome != NULL && shown == 0)
		return err_set(ERR_ABSENT, "non c'è un insieme «%s»", nome);
	return count_revocations(op);
}

const struct atto atto_fiducia = {
	.nome = "fiducia",
	.sommario = "a chi si crede quando si verifica una firma, e a chi si è creduto",
	.norma = "art. 22 Reg. (UE) 910/2014",
	.flags = LETTURA,
	.applica = applica,
};

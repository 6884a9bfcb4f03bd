/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bozze.c - the drafts of who asks: a list, one of them, one less.
 *
 * Refuses: another user's, as absent.  Keeps: of a draft that names a case
 * (or anything with a number) its author no longer sees, only that it is there,
 * so that it can be deleted.  Sending one is its own atto: the front takes it
 * from atti/bozza.h.  Norm: GDPR art. 5 (1)(f).
 */
#include <string.h>

#include "atti/bozza.h"
#include "atti/table.h"
#include "xml/xml.h"

static int
esamina(struct op *op)
{
	static const char *const one[] = { "mostra", "manda", "togli" };
	size_t i;
	int n = 0;

	for (i = 0; i < NELEM(one); i++)
		n += op_campo(op, one[i]) != NULL;
	if (n > 1)
		op_errore(op, "", "una-cosa", NULL, "una cosa alla volta: "
		    "--mostra, --manda o --togli");
	if (op_campo(op, "manda") != NULL)
		op_errore(op, "manda", "da-riga-di-comando", NULL,
		    "una bozza si manda con «cartella bozze --manda ID»");
	return 0;
}

/* 1: he may see all that the draft names by number; 0: not. */
static int
sees_all(struct op *op, const struct nodo *n)
{
	struct occhio occhio = { op_agente(op), "mostra" };
	struct nodo *c = nodo_child(n, NULL);
	struct numero num;
	int r;

	if (c == NULL && numero_parse(&num, nodo_all_text(op->a, n)) == 0) {
		r = registro_vede(op->st->registro, &occhio, &num);
		if (r == 0)
			return 1;
		return r == ERR_ABSENT ? 0 : r;
	}
	for (; c != NULL; c = nodo_next(c, NULL))
		if ((r = sees_all(op, c)) != 1)
			return r;
	return 1;
}

static int
add(struct op *op, const struct bozza *b, bool intera)
{
	struct nodo *x = nodo_elem(op->a, op->vista, "bozza"), *istanza;
	int r;

	nodo_set(op->a, x, "id", b->id);
	nodo_set(op->a, x, "ora", b->ora);
	if ((r = xml_parse(&istanza, op->a, b->testo, strlen(b->testo),
	    XML_OURS)) != 0 || (r = sees_all(op, istanza)) < 0)
		return r;
	err_clear();
	if (r == 0) {
		nodo_set(op->a, x, "nascosta", "si");
		return 0;
	}
	nodo_set(op->a, x, "atto", b->atto);
	nodo_set(op->a, x, "riferimento", b->riferimento);
	if (!intera)
		return 0;
	if (nodo_child(istanza, "base") != NULL)
		nodo_add(x, nodo_copy(op->a, nodo_child(istanza, "base")));
	nodo_add(x, nodo_copy(op->a, nodo_child(istanza, b->atto)));
	return 0;
}

static int
list_all(struct op *op, struct bozze *b, const struct autore *chi)
{
	struct bozza *list;
	int r, i, n;

	if ((r = bozze_elenco(&list, &n, op->a, b, chi)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = add(op, &list[i], false)) != 0)
			return r;
	return 0;
}

static int
applica(struct op *op)
{
	const char *mostra = op_campo(op, "mostra");
	const char *togli = op_campo(op, "togli");
	struct autore chi = { op->utente, op->per };
	struct bozze *b = NULL;
	struct bozza one;
	int r;

	op->vista = nodo_new(op->a, "bozze");
	op->letto = mostra != NULL ? mostra : togli != NULL ? togli : "bozze";
	if ((r = bozza_apri(&b, op->st)) != 0)
		return r;
	if (togli != NULL) {
		nodo_set(op->a, op->vista, "tolta", togli);
		return bozze_togli(b, &chi, togli);
	}
	if (mostra == NULL)
		return list_all(op, b, &chi);
	if ((r = bozze_leggi(&one, op->a, b, &chi, mostra)) != 0)
		return r;
	return add(op, &one, true);
}

const struct atto atto_bozze = {
	.nome = "bozze",
	.sommario = "le tue bozze: istanze tenute da parte e non ancora mandate",
	.norma = "art. 5(1)(f) GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

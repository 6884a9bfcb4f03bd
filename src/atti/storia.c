/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * storia.c - the acts of an accesso, a cartella or a fascicolo, in order, with
 * who did them and what each wrote.
 *
 * Refuses by "absent" what the user may not see.  Keeps: of what he may not
 * read neither the document nor the act is shown; no text at all.  Norm: GDPR art. 32.
 */
#include "atti/atto.h"
#include "atti/cartella.h"
#include "atti/table.h"
#include "registro/legami.h"

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		op_errore(op, "riferimento", "senza-storia", NULL,
		    "la storia è di un accesso, di una cartella o di un "
		    "fascicolo: di una registrazione tutto sta in «mostra»");
	return 0;
}

/* Of each act what it does, also of those that are not for his role. */
static void
say_what(struct op *op, struct nodo *vista)
{
	const struct atto *atto;
	struct nodo *n;

	for (n = nodo_child(vista, "atto"); n; n = nodo_next(n, "atto"))
		if ((atto = atto_find(nodo_attr(n, "atto"))) != NULL)
			nodo_set(op->a, n, "sommario", atto->sommario);
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *v = nodo_new(op->a, "storia");
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0)
		return r;
	nodo_set(op->a, v, "riferimento", numero_text(op->a, &n));
	op->vista = v;
	if ((r = caso_persona(v, op, &n)) != 0)
		return r;
	if ((r = registro_storia(v, op->a, op->st->registro, &occhio,
	    &n)) == 0)
		say_what(op, v);
	return r;
}

const struct atto atto_storia = {
	.nome = "storia",
	.sommario = "gli atti di un accesso, di una cartella, di un fascicolo, in ordine",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

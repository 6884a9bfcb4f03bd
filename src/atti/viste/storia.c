/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * storia.c - the acts of an accesso, a cartella or a fascicolo, in order, with
 * who did them and what each wrote.
 *
 * Refuses by "absent" what the user may not see.  Keeps: of what he may not
 * read neither the document nor the act is shown; no text at all.  The acts of
 * another body, whose case it was, are not ours to tell: it is said that there
 * were some, and where what they wrote is.  Norm: GDPR art. 32.
 */
#include <string.h>

#include "atti/atto.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/provenienza.h"
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

/* <precedente ente= codice-ipa= riferimento= sotto= seq=/> of each time the case
 * came from another body. */
static int
add_earlier(struct nodo *v, struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct attuale *list;
	struct nodo *doc, *x;
	int i, r, count;

	r = registro_attuali_visti(&list, &count, op->a, op->st->registro,
	    &occhio, n);
	if (r != 0) {
		if (r == ERR_ABSENT)
			err_clear();
		return r == ERR_ABSENT ? 0 : r;
	}
	for (i = 0; i < count; i++) {
		if (strcmp(list[i].tipo, PROVENIENZA) != 0 ||
		    percorso_altrui(list[i].percorso))
			continue;
		if ((r = store_documento(&doc, op->a, op->st,
		    numero_folder(op->a, n), list[i].percorso)) != 0)
			return r;
		x = nodo_elem(op->a, v, "precedente");
		nodo_set(op->a, x, "ente", nodo_value(op->a, doc, "ente"));
		nodo_set(op->a, x, "codice-ipa", nodo_value(op->a, doc,
		    "codice-ipa"));
		nodo_set(op->a, x, "riferimento", nodo_value(op->a, doc,
		    "cartella"));
		nodo_set(op->a, x, "sotto", nodo_value(op->a, doc, "sotto"));
		nodo_set(op->a, x, "seq", arena_printf(op->a, "%lld",
		    (long long)list[i].seq));
	}
	return 0;
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
	    &n)) != 0)
		return r;
	say_what(op, v);
	return n.serie == SERIE_CARTELLA ? add_earlier(v, op, &n) : 0;
}

const struct atto atto_storia = {
	.nome = "storia",
	.sommario = "gli atti di un accesso, di una cartella, di un fascicolo, in ordine",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartelle.c - the cartelle of who asks: his own, of his équipes, of his
 * office, as his role has it; by number, or by the term that ends first.
 *
 * Refuses: to look for people without a role that may «trova».  Keeps: what he
 * may not see is neither listed nor counted; each one listed leaves its row in
 * the read log, the words looked for never do.  Norm: L. 241/1990 artt. 5, 6.
 */
#include "registro/cartelle.h"

#include <string.h>

#include "atti/table.h"
#include "documenti/scheda.h"
#include "registro/persone.h"

static int
esamina(struct op *op)
{
	int r;

	if (op_campo(op, "persona") == NULL)
		return 0;
	r = registro_permesso(op->st->registro, op_agente(op), "trova");
	if (r != ERR_FORBIDDEN)
		return r;
	err_clear();
	op_errore(op, "persona", "senza-trova", "art. 32 GDPR", "il tuo ruolo "
	    "non cerca persone nelle cartelle: togli il nome e scegli per "
	    "stato, responsabile o ufficio");
	return 0;
}

/* "L. B." of a case whose scheda he may read, as on the scrivania. */
static int
add_initials(struct op *op, struct nodo *x)
{
	struct occhio occhio = { op_agente(op), "mostra" };
	struct persona p;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, nodo_attr(x, "riferimento"))) != 0)
		return r;
	r = registro_interessato(&p, op->a, op->st->registro, &occhio, &n);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0)
		nodo_set(op->a, x, "iniziali", persona_iniziali(op->a, p.nome,
		    p.cognome));
	return r;
}

/* Also the cases that were listed, a row of the read log each. */
static int
name_cases(struct op *op)
{
	struct nodo *x;
	int r;

	for (x = nodo_child(op->vista, "cartella"); x != NULL;
	    x = nodo_next(x, "cartella"))
		if ((r = add_initials(op, x)) != 0)
			return r;
	op_letti_elenco(op, "cartella");
	op->letto = arena_printf(op->a, "cartelle;elencate=%d", op->n_letti);
	return 0;
}

static int
applica(struct op *op)
{
	const char *ordine = op_campo(op, "ordine");
	const char *stato = op_campo(op, "stato");
	struct occhio occhio = op_occhio(op);
	struct numero dopo;
	struct scelta_cartelle s = {
		.stato = stato, .persona = op_campo(op, "persona"),
		.responsabile = op_campo(op, "responsabile"),
		.ufficio = op_campo(op, "ufficio"),
		.per_termine = ordine != NULL && strcmp(ordine, "termine") == 0,
	};
	int r;

	if (stato != NULL && strcmp(stato, "tutte") == 0)
		s.stato = NULL;
	if (op_campo(op, "dopo") != NULL) {
		if ((r = numero_parse(&dopo, op_campo(op, "dopo"))) != 0)
			return r;
		s.dopo = &dopo;
	}
	if ((r = registro_cartelle(&op->vista, op->a, op->st->registro,
	    &occhio, &s)) != 0)
		return r;
	nodo_set(op->a, op->vista, "ordine", s.per_termine ? "termine" :
	    "numero");
	return name_cases(op);
}

const struct atto atto_cartelle = {
	.nome = "cartelle",
	.sommario = "le cartelle che puoi vedere, con il prossimo termine",
	.norma = "artt. 5 e 6 L. 241/1990; art. 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

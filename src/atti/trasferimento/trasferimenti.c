/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimenti.c - the cases offered to other bodies and by them: those that
 * wait, or all; of one, its papers and what may be done now.
 *
 * Keeps: of a cartella that this eye does not see there is nothing; each one
 * listed leaves its row in the read log.  Norm: L. 328/2000 art. 6.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "atti/trasferimento/trasferire.h"

static int
esamina(struct op *op)
{
	bool one = op_campo(op, "trasferimento") != NULL;
	bool of_case = op_campo(op, "cartella") != NULL;

	if ((one && of_case) || ((one || of_case) && (op_campo(op,
	    "tutti") != NULL || op_campo(op, "dopo") != NULL)))
		op_errore(op, one ? "trasferimento" : "cartella", "uno-solo",
		    NULL, "di uno solo non si sceglie altro: togli il resto");
	return 0;
}

static void
add_papers(struct nodo *to, struct op *op, const struct trasferimento *t)
{
	struct nodo *n;
	int i;

	for (i = 0; i < t->n_carte; i++) {
		if (strcmp(t->carte[i].trasferimento, t->lato.patto.id) != 0)
			continue;
		n = nodo_elem(op->a, to, "carta");
		nodo_set(op->a, n, "tipo", t->carte[i].tipo);
		nodo_set(op->a, n, "giorno", t->carte[i].giorno);
		nodo_set(op->a, n, "nostra", t->carte[i].nostra ? "si" :
		    NULL);
	}
}

/* What the table has for us from here, today. */
static void
add_possible(struct nodo *to, struct op *op, const struct trasferimento *t)
{
	static const struct {
		enum tr_evento evento;
		const char *atto;
	} events[] = {
		{ TR_ACCETTA, "accetta-trasferimento" },
		{ TR_RIFIUTA, "rifiuta-trasferimento" },
		{ TR_RILASCIA, "rilascia-trasferimento" },
		{ TR_RITIRA, "ritira-trasferimento" },
		{ TR_RIPETI, "consegna-trasferimento" },
	};
	struct tr_esito e;
	size_t i;

	for (i = 0; i < NELEM(events); i++) {
		e = trasferire_passo(t, op, events[i].evento, NULL, NULL,
		    t->lato.patto.pacchetto);
		if (!e.rifiutato)
			nodo_elem_text(op->a, to, "si-puo", events[i].atto);
	}
}

static int
one(struct op *op)
{
	struct occhio o = op_occhio(op);
	struct trasferimento t;
	struct nodo *x;
	int r;

	if ((r = registro_trasferimento(op->vista, op->a, op->st->registro, &o,
	    op_campo(op, "trasferimento"))) != 0 ||
	    (r = trasferire_detto(&t, op)) != 0)
		return r;
	x = nodo_child(op->vista, "trasferimento");
	op->letto = arena_printf(op->a, "trasferimento=%s",
	    t.lato.patto.id);
	add_papers(x, op, &t);
	add_possible(x, op, &t);
	return 0;
}

/* What waits of a cartella of ours, and what may be done of it; it may be
 * nothing. */
static int
of_case(struct op *op)
{
	struct occhio o = op_occhio(op);
	struct trasferimento t;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "cartella"))) != 0 ||
	    (r = registro_vede(op->st->registro, &o, &n)) != 0 ||
	    (r = trasferire_cartella(&t, op, &n)) != 0)
		return r;
	op->letto = arena_printf(op->a, "%s;trasferimenti",
	    numero_text(op->a, &n));
	if (t.lato.stato == TR_NESSUNO)
		return 0;
	if ((r = registro_trasferimento(op->vista, op->a, op->st->registro, &o,
	    t.lato.patto.id)) == 0)
		add_possible(nodo_child(op->vista, "trasferimento"), op, &t);
	return r;
}

static void
note_cases(struct op *op)
{
	const struct nodo *x;
	int cap = 0;

	for (x = nodo_child(op->vista, "trasferimento"); x != NULL;
	    x = nodo_next(x, "trasferimento")) {
		if (strcmp(nodo_attr(x, "verso"), "uscita") != 0)
			continue;
		op->letti = arena_more(op->a, op->letti, op->n_letti, &cap,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = nodo_attr(x, "riferimento");
	}
}

static int
applica(struct op *op)
{
	const char *dopo = op_campo(op, "dopo");
	struct occhio o = op_occhio(op);
	bool tutti = op_campo(op, "tutti") != NULL &&
	    strcmp(op_campo(op, "tutti"), "si") == 0;
	int r;

	op->vista = nodo_new(op->a, "trasferimenti");
	if (op_campo(op, "cartella") != NULL)
		return of_case(op);
	if (op_campo(op, "trasferimento") != NULL)
		r = one(op);
	else
		r = registro_trasferimenti(op->vista, op->a, op->st->registro,
		    &o, tutti, dopo != NULL ? strtoll(dopo, NULL, 10) : 0);
	if (op->letto == NULL)
		op->letto = tutti ? "trasferimenti;tutti" : "trasferimenti";
	if (r == 0)
		note_cases(op);
	return r;
}

const struct atto atto_trasferimenti = {
	.nome = "trasferimenti",
	.sommario = "le cartelle offerte ad altri enti, o da altri, e che cosa si può fare",
	.norma = TRASFERIRE_NORMA,
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

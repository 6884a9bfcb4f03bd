/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rispondi_termine.c - answer a term that no document answers by itself: with
 * the document that does, or with the reason why nothing more is due.
 *
 * Refuses: a term answered already; an answer with neither; a document that is
 * not in the cartella; an hour or a day to come, or before the term began.
 * Keeps: a term is never taken away, only answered; who said so stays.
 * Norm: L. 241/1990 art. 2.
 */
#include "atti/agenda/termine.h"
#include "atti/table.h"

#include <string.h>

#define ART2 "art. 2 L. 241/1990"

static int
check_document(struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "documento");
	struct occhio occhio = op_occhio(op);
	int r;

	if (path == NULL) {
		if (op_campo(op, "motivo") == NULL)
			op_errore(op, "motivo", "senza-risposta", ART2,
			    "un termine non si toglie: indica --documento che "
			    "vi risponde, o --motivo");
		return 0;
	}
	r = registro_vede_documento(op->st->registro, &occhio, &caso->n, path);
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	op_errore(op, "documento", "documento-ignoto", NULL,
	    "nella cartella non c'è il documento %s", path);
	return 0;
}

static int
check_hour(struct op *op, const struct termine *t)
{
	const char *ora = op_campo(op, "ora");
	int64_t when, start;
	int r;

	if (ora == NULL)
		return 0;
	if ((r = clock_parse(&when, ora)) != 0)
		return r;
	if (op_campo(op, "data") != NULL)
		op_errore(op, "data", "data-e-ora", NULL, "l'ora dice già il "
		    "giorno: lascia --data");
	if (when > (op->ora != 0 ? op->ora : clock_now()))
		op_errore(op, "ora", "data-futura", NULL, "le %s devono ancora "
		    "venire", ora);
	if (t->inizio[DATA_LEN] != 'T')
		return 0;
	if ((r = clock_parse(&start, t->inizio)) != 0)
		return r;
	if (when < start)
		op_errore(op, "ora", "prima-dell-inizio", NULL, "il termine "
		    "corre dalle %s", t->inizio);
	return 0;
}

static int
esamina(struct op *op)
{
	struct termine t;
	struct caso caso;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0)
		return r;
	if (op_campo(op, "ora") == NULL)
		termine_check_giorno(op, &t);
	if ((r = check_hour(op, &t)) != 0)
		return r;
	return check_document(op, &caso);
}

static int
applica(struct op *op)
{
	static const char *const same[] = { "ora", "documento", "motivo",
	    "conclude" };
	struct termine t;
	struct caso caso;
	struct nodo *n;
	size_t i;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0)
		return r;
	n = termine_nodo(op, "risposta-termine", &t);
	if (op_campo(op, "ora") == NULL)
		nodo_elem_text(op->a, n, "data", termine_giorno(op));
	for (i = 0; i < NELEM(same); i++)
		nodo_elem_text(op->a, n, same[i], op_campo(op, same[i]));
	return termine_deposita(op, &caso, n);
}

const struct atto atto_rispondi_termine = {
	.nome = "rispondi-termine",
	.sommario = "risponde a un termine di una cartella",
	.norma = ART2,
	.esamina = esamina,
	.applica = applica,
};

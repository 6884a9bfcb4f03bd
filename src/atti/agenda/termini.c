/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termini.c - the terms of the cartelle: what has ended, ends, stands still;
 * as they are, or as they were at the end of a past day; and, as they are, those
 * of the answers to a request of scarto.
 *
 * Refuses: a day to come; a cartella the user may not see, as one that is not
 * there.  Keeps: the same past day always gives the same list.  Norm:
 * L. 241/1990 art. 2; art. 403 c.c.
 */
#include "registro/termini.h"

#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "registro/scarti.h"

static int
esamina(struct op *op)
{
	const char *al = op_campo(op, "al");

	if (al != NULL && strcmp(al, op_oggi(op)) > 0)
		op_errore(op, "al", "data-futura", NULL, "il %s deve ancora "
		    "venire: per ciò che scadrà, --entro con i giorni", al);
	return 0;
}

/* The sixty days of the Soprintendenza, for who may read the lists.  Of a day
 * that is over nobody is told: they are known as they are now. */
static int
add_scarti(struct op *op, const struct scelta_termini *s)
{
	int r;

	if (s->cartella != NULL || (s->al != NULL &&
	    strcmp(s->al, op_oggi(op)) < 0))
		return 0;
	r = registro_permesso(op->st->registro, op_agente(op), "scarti");
	if (r == ERR_FORBIDDEN)
		err_clear();
	if (r != 0)
		return r == ERR_FORBIDDEN ? 0 : r;
	return registro_scarti_termini(op->vista, op->a, op->st->registro,
	    s->entro);
}

static int
applica(struct op *op)
{
	const char *entro = op_campo(op, "entro"), *al = op_campo(op, "al");
	struct scelta_termini s = { .al = al, .entro = -1,
	    .adesso = op->ora };
	struct occhio occhio = op_occhio(op);
	struct caso caso;
	int r;

	if (op_campo(op, "cartella") != NULL) {
		if ((r = caso_find(&caso, op)) != 0)
			return r;
		s.cartella = &caso.n;
	}
	if (entro != NULL)
		s.entro = (int)strtol(entro, NULL, 10);
	/* a day that is over is looked at from its end */
	if (al != NULL && strcmp(al, op_oggi(op)) < 0)
		s.adesso = scadenza_istante(al, "23:59:59");
	if ((r = registro_termini(&op->vista, op->a, op->st->registro,
	    &occhio, &s)) != 0 || (r = add_scarti(op, &s)) != 0)
		return r;
	if (s.cartella != NULL &&
	    (r = caso_persona(op->vista, op, s.cartella)) != 0)
		return r;
	op->letto = arena_printf(op->a, "%s;al=%s", s.cartella != NULL ?
	    numero_text(op->a, s.cartella) : "termini",
	    al != NULL ? al : op_oggi(op));
	return 0;
}

const struct atto atto_termini = {
	.nome = "termini",
	.sommario = "i termini delle cartelle: scaduti, in scadenza, sospesi",
	.norma = "art. 2 L. 241/1990; art. 403 c.c.",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

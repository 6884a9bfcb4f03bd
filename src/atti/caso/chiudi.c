/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi.c - close a cartella, and the accesso it was born of.
 *
 * Refuses: one already closed; from a state or with guards that
 * ente/procedimento.xml does not allow (a proposta without answer, an open
 * intervento or fascicolo); a reason that is none of a cartella.  Warns: one
 * closed for inactivity in which something happened; one of which it will not
 * be known until when it is kept.  Keeps: why it ended and
 * how, on its cover; nothing is written in it afterwards, but to open it again.
 * Norm: L. 241/1990 art. 2 (a proceeding ends by an express act).
 */
#include "atti/caso/chiudere.h"
#include "atti/table.h"
#include "registro/conservazione.h"

/* Whoever works at the case knows, or can ask; the archivist cannot. */
static int
check_keeping(struct op *op, const struct caso *caso)
{
	const char *perche;
	int r;

	if ((r = registro_conservabile(&perche, op->a, op->st->registro,
	    &caso->n, op_oggi(op))) != 0)
		return r;
	if (perche != NULL)
		op_avviso(op, "", "termine-da-calcolare", "art. 68 DPR "
		    "445/2000", "chiusa così non si saprà fino a quando si "
		    "conserva: %s. Se si può sapere, dillo prima; se no "
		    "conferma con --conferma termine-da-calcolare", perche);
	return 0;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = check_keeping(op, &caso)) != 0)
		return r;
	return chiudere_esamina(op, &caso);
}

static int
applica(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	return chiudere_applica(op, &caso);
}

const struct atto atto_chiudi = {
	.nome = "chiudi",
	.sommario = "chiude una cartella",
	.norma = "art. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

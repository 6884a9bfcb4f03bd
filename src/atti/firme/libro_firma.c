/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * libro_firma.c - what waits for the signature of who asks, and of those who
 * gave him theirs; what was given back to him.
 *
 * Refuses: to show what he may not read; a thing that is not his turn.  Keeps
 * nothing: it is computed from rules, documents and signatures each time, so
 * that there is no entry without its document.
 * Norm: L. 241/1990 art. 5; CAD art. 20.
 */
#include <string.h>

#include "atti/table.h"
#include "documenti/firmabile.h"
#include "registro/deleghe.h"
#include "registro/libro.h"
#include "registro/scrivania.h"

static bool
rules_asked(struct op *op)
{
	const char *v = op_campo(op, "regole");

	return v != NULL && strcmp(v, "si") == 0;
}

/* Those of somebody, by the hand of who asks when it is another. */
static int
add_section(struct op *op, const char *di, const char *mano)
{
	struct occhio o = { di, "firma" };
	struct nodo *s;
	int r;

	r = registro_permesso(op->st->registro, di, "firma");
	if (r == ERR_FORBIDDEN) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	s = nodo_elem(op->a, op->vista, "sezione");
	nodo_set(op->a, s, "per", mano != NULL ? di : NULL);
	return registro_libro(s, op->a, op->st->registro, &o, mano);
}

static int
add_delegated(struct op *op)
{
	const char **d;
	int r;

	if ((r = registro_deleganti(&d, op->a, op->st->registro,
	    op->utente)) != 0)
		return r;
	for (; *d != NULL; d++) {
		r = registro_delega_copre(op->st->registro, op->utente, *d,
		    "firma");
		if (r < 0)
			return r;
		if (r == 1 && (r = add_section(op, *d, op->utente)) != 0)
			return r;
	}
	return 0;
}

/* What he signs by an act of its own, which does more than sign. */
static int
add_others(struct op *op)
{
	static const char *const che[] = { "da-approvare", "da-firmare" };
	struct nodo *n = nodo_new(op->a, "altri-atti");
	size_t i;
	int r;

	for (i = 0; i < NELEM(che); i++)
		if ((r = registro_scrivania_di(n, op->a, op->st->registro,
		    op->utente, che[i])) != 0)
			return r;
	if (nodo_child(n, NULL) != NULL)
		nodo_add(op->vista, n);
	return 0;
}

/* The cases that were shown, a row of the read log each. */
static void
note_cases(struct op *op, const struct nodo *n, int *max)
{
	const char *cs = nodo_attr(n, "cartella");

	if (cs == NULL)
		cs = nodo_attr(n, "riferimento");
	if (cs != NULL) {
		op->letti = arena_more(op->a, op->letti, op->n_letti, max,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = cs;
	}
	for (n = nodo_child(n, NULL); n != NULL; n = nodo_next(n, NULL))
		note_cases(op, n, max);
}

static int
applica(struct op *op)
{
	struct occhio o = { op_agente(op), "firma" };
	int r, max = 0;

	op->letto = "libro-firma";
	if (rules_asked(op))
		return store_documento(&op->vista, op->a, op->st, "ente",
		    FIRME_PERCORSO);
	op->vista = nodo_new(op->a, "libro-firma");
	nodo_set(op->a, op->vista, "utente", op_agente(op));
	/* in another's name: what he may do of it, and not what others gave to
	 * that one */
	if (op->per != NULL)
		r = add_section(op, op->per, op->utente);
	else if ((r = add_section(op, op->utente, NULL)) == 0 &&
	    (r = add_delegated(op)) == 0 && (r = add_others(op)) == 0)
		r = registro_libro_tornati(op->vista, op->a,
		    op->st->registro, &o);
	if (r == 0)
		note_cases(op, op->vista, &max);
	return r;
}

const struct atto atto_libro_firma = {
	.nome = "libro-firma",
	.sommario = "che cosa aspetta la tua firma, e che cosa ti è tornato",
	.norma = "art. 5 L. 241/1990; art. 20 CAD",
	.flags = LETTURA,
	.applica = applica,
};

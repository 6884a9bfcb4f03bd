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

/* The cases that were shown, a row of the read log each. */
static void
note_read(struct op *op)
{
	const struct nodo *s, *x;
	int n = 0;

	for (s = nodo_child(op->vista, "sezione"); s; s = nodo_next(s,
	    "sezione"))
		for (x = nodo_child(s, NULL); x != NULL; x = nodo_next(x, NULL))
			n++;
	for (x = nodo_child(op->vista, "tornata"); x; x = nodo_next(x,
	    "tornata"))
		n++;
	op->letti = arena_alloc(op->a, (size_t)(n + 1) * sizeof *op->letti);
	for (s = nodo_child(op->vista, "sezione"); s; s = nodo_next(s,
	    "sezione"))
		for (x = nodo_child(s, NULL); x != NULL; x = nodo_next(x, NULL))
			op->letti[op->n_letti++] = nodo_attr(x, "cartella");
	for (x = nodo_child(op->vista, "tornata"); x; x = nodo_next(x,
	    "tornata"))
		op->letti[op->n_letti++] = nodo_attr(x, "cartella");
}

static int
applica(struct op *op)
{
	struct occhio o = { op_agente(op), "firma" };
	int r;

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
	    (r = add_delegated(op)) == 0)
		r = registro_libro_tornati(op->vista, op->a,
		    op->st->registro, &o);
	if (r == 0)
		note_read(op);
	return r;
}

const struct atto atto_libro_firma = {
	.nome = "libro-firma",
	.sommario = "che cosa aspetta la tua firma, e che cosa ti è tornato",
	.norma = "art. 5 L. 241/1990; art. 20 CAD",
	.flags = LETTURA,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivania.c - what waits for who asks, and for those who gave him their
 * atti; the deleghe he gave and received.
 *
 * Refuses: to show what he may not see; of a riservata he may only know that
 * it is there, he sees the number.  Keeps nothing: it is computed from the
 * facts each time.  Norm: L. 241/1990 art. 5 (who answers must know of it).
 */
#include "registro/scrivania.h"

#include <stdlib.h>
#include <string.h>

#include "atti/ente/salvataggi.h"
#include "atti/table.h"
#include "documenti/scheda.h"
#include "registro/deleghe.h"
#include "registro/persone.h"

/* "M. R." beside a case whose scheda he may read: a number says little, and a
 * name is not for who passes by the screen. */
static int
add_initials(struct op *op, struct nodo *cosa)
{
	struct occhio occhio = { op_agente(op), "mostra" };
	struct persona p;
	struct numero n;
	int r;

	r = numero_parse(&n, nodo_attr(cosa, "riferimento"));
	if (r == 0 && n.serie != SERIE_CARTELLA)
		return 0;
	if (r == 0)
		r = registro_interessato(&p, op->a, op->st->registro, &occhio,
		    &n);
	if (r == ERR_ABSENT || r == ERR_INVALID) {
		err_clear();	/* a day, a key: not a case */
		return 0;
	}
	if (r == 0)
		nodo_set(op->a, cosa, "iniziali", persona_iniziali(op->a,
		    p.nome, p.cognome));
	return r;
}

/* The same case, earlier on: one may wait for several things. */
static const struct nodo *
before(const struct nodo *vista, const struct nodo *cosa)
{
	const char *rif = nodo_attr(cosa, "riferimento");
	const struct nodo *s, *c;

	for (s = nodo_child(vista, "sezione"); s; s = nodo_next(s, "sezione"))
		for (c = nodo_child(s, "cosa"); c; c = nodo_next(c, "cosa")) {
			if (c == cosa)
				return NULL;
			if (strcmp(nodo_attr(c, "riferimento"), rif) == 0)
				return c;
		}
	return NULL;
}

static int
name_cases(struct op *op, struct nodo *vista)
{
	const struct nodo *same;
	struct nodo *s, *c;
	int r;

	for (s = nodo_child(vista, "sezione"); s; s = nodo_next(s, "sezione"))
		for (c = nodo_child(s, "cosa"); c; c = nodo_next(c, "cosa"))
			if ((same = before(vista, c)) != NULL)
				nodo_set(op->a, c, "iniziali",
				    nodo_attr(same, "iniziali"));
			else if ((r = add_initials(op, c)) != 0)
				return r;
	return 0;
}

/* Of each list so many, but of the one that is asked for whole; `quante` stays
 * what it is. */
static void
shorten(struct op *op, struct nodo *vista)
{
	const char *most = op_campo(op, "al-piu");
	const char *whole = op_campo(op, "tutte");
	struct nodo *s, *c, *next;
	long n, max = most != NULL ? strtol(most, NULL, 10) : 0;

	for (s = nodo_child(vista, "sezione"); s && max > 0;
	    s = nodo_next(s, "sezione")) {
		if (whole != NULL && strcmp(nodo_attr(s, "che"), whole) == 0)
			continue;
		n = 0;
		for (c = nodo_child(s, "cosa"); c != NULL; c = next) {
			next = nodo_next(c, "cosa");
			if (n++ >= max)
				nodo_remove(c);
		}
	}
}

static int
applica(struct op *op)
{
	struct nodo *v = nodo_new(op->a, "scrivania");
	struct registro *reg = op->st->registro;
	int r;

	nodo_set(op->a, v, "utente", op_agente(op));
	nodo_set(op->a, v, "ora", op->ora_iso);
	/* what others gave to the delegante is not his to give on */
	if ((r = registro_scrivania(v, op->a, reg, op_agente(op),
	    op->per == NULL)) != 0 || (r = salvataggi_scrivania(op, v)) != 0)
		return r;
	shorten(op, v);
	if ((r = name_cases(op, v)) != 0 ||
	    (r = registro_deleghe_di(v, op->a, reg, op_agente(op))) != 0)
		return r;
	op->vista = v;
	return 0;
}

const struct atto atto_scrivania = {
	.nome = "scrivania",
	.sommario = "che cosa aspetta te",
	.norma = "art. 5 L. 241/1990",
	.flags = LETTURA,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * famiglia.c - the family of the person of a cartella on a day: who lives with
 * him, since when, who says so; and the same as a drawing.
 *
 * Refuses by "absent" what the user may not see; leaves out the documents he
 * may not read.  Keeps nothing: all comes from the stati di famiglia each time.
 * Norm: GDPR art. 32; L. 184/1983 art. 1 (the family of the minor comes first).
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "documenti/famiglia.h"
#include "documenti/genogramma.h"
#include "documenti/scheda.h"
#include "xml/xml.h"

static int
add_source(struct fonte *fonti, int *n, struct op *op,
    const struct caso *caso, const char *percorso)
{
	struct nodo *doc;
	int r;

	if ((r = caso_documento_visto(&doc, op, caso, percorso)) != 0 || doc == NULL)
		return r;
	if (*n == FONTI_MAX)
		return err_set(ERR_INVALID, "gli stati di famiglia sono più "
		    "di %d", FONTI_MAX);
	fonti[(*n)++] = (struct fonte){ arena_strdup(op->a, percorso),
	    nodo_value(op->a, doc, "data"), nodo_value(op->a, doc, "fonte"),
	    doc };
	return 0;
}

static const char *
day_asked(struct op *op)
{
	const char *al = op_campo(op, "al");

	return al != NULL ? al : op_oggi(op);
}

static int
build(struct famiglia *out, struct op *op, const struct caso *caso)
{
	struct fonte *fonti = arena_alloc(op->a, FONTI_MAX * sizeof *fonti);
	struct attuale *list;
	struct nodo *scheda;
	int r, i, count, n = 0;

	if ((r = caso_documento_visto(&scheda, op, caso, SCHEDA_PERCORSO)) != 0 ||
	    (r = registro_attuali(&list, &count, op->a, op->st->registro,
	    caso->folder)) != 0)
		return r;
	for (i = 0; i < count; i++)
		if (strcmp(list[i].tipo, "stato-di-famiglia") == 0 &&
		    (r = add_source(fonti, &n, op, caso,
		    list[i].percorso)) != 0)
			return r;
	return famiglia_build(out, op->a, scheda, fonti, n, day_asked(op));
}

static int
applica_famiglia(struct op *op)
{
	struct famiglia f;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = build(&f, op, &caso)) != 0)
		return r;
	op->letto = op_campo(op, "cartella");
	op->vista = nodo_new(op->a, "famiglia");
	nodo_set(op->a, op->vista, "cartella", op_campo(op, "cartella"));
	nodo_set(op->a, op->vista, "al", day_asked(op));
	if ((r = caso_persona(op->vista, op, &caso.n)) != 0)
		return r;
	famiglia_vista(op->vista, &f);
	return 0;
}

const struct atto atto_famiglia = {
	.nome = "famiglia",
	.sommario = "la famiglia della persona di una cartella, a un giorno",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.applica = applica_famiglia,
};

/* ---- the drawing ---- */

static const char *
title(struct op *op)
{
	const char *al = day_asked(op);

	return arena_printf(op->a, "Genogramma di %s al %.2s/%.2s/%.4s",
	    op_campo(op, "cartella"), al + 8, al + 5, al);
}

static int
draw(struct op *op, const struct famiglia *f)
{
	const char *iniziali = op_campo(op, "iniziali");
	struct genogramma g;
	AUTO_BUF svg = { 0 };
	int r;

	if ((r = genogramma_build(&g, op->a, f, day_asked(op))) != 0)
		return r;
	op->vista = genogramma_vista(&g, title(op),
	    iniziali != NULL && strcmp(iniziali, "si") == 0);
	if ((r = xml_transform(&svg, "genogramma", op->vista, NULL)) != 0)
		return r;
	nodo_set(op->a, op->vista, "nome", arena_printf(op->a,
	    "genogramma-%s.svg", op_campo(op, "cartella")));
	op->bytes = arena_memdup(op->a, svg.data, svg.len);
	op->n_bytes = svg.len;
	return 0;
}

static int
applica_genogramma(struct op *op)
{
	struct famiglia f;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = build(&f, op, &caso)) != 0)
		return r;
	if (f.n == 0)
		return err_set(ERR_ABSENT, "della famiglia di %s non c'è nulla "
		    "che puoi vedere", op_campo(op, "cartella"));
	op->letto = op_campo(op, "cartella");
	return draw(op, &f);
}

const struct atto atto_genogramma = {
	.nome = "genogramma",
	.sommario = "disegna la famiglia della persona di una cartella (SVG)",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.applica = applica_genogramma,
};

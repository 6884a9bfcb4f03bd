/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annota.c - write an entry in the diary of a cartella.
 *
 * Refuses: a closed cartella, a fact of tomorrow, an entry without words.
 * Keeps: entries are only added; each is a file, under the year of the fact.
 * Norm: L. 241/1990 art. 22 (the diary is an administrative document: who it
 * is about may ask to see it).
 */
#include "atti/cartella.h"
#include "atti/table.h"
#include "documenti/voce_diario.h"

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	voce_diario_check(&op->ril, op->in, caso.c.aperta, op_oggi(op));
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *voce = voce_diario_make(op->a, op->in, op_agente(op),
	    op_oggi(op));
	const char *dir;
	struct caso caso;
	int r, n;

	dir = arena_printf(op->a, "diario/%.4s",
	    nodo_value(op->a, voce, "data"));
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    dir)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path_grouped(op->a, dir, n + 1,
	    ".xml"), voce);
	return 0;
}

const struct atto atto_annota = {
	.nome = "annota",
	.sommario = "scrive una voce nel diario di una cartella",
	.norma = "art. 22 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiudi_intervento.c - an intervento ends.
 *
 * Refuses: one that is not there or has ended already, a day of tomorrow, one
 * carried through before it began (it may be given up before).  Keeps: what was
 * given stays as it was decided; with the last one that ends the cartella is
 * again simply in charge, where one may propose or close.
 * Norm: L. 241/1990 art. 2.
 */
#include <string.h>

#include "atti/caso/caso_passaggio.h"
#include "atti/caso/interventi.h"
#include "atti/table.h"
#include "documenti/regole.h"

/* "ultimo" when no other goes on. */
static int
what_is_left(const char **out, struct op *op, const struct caso *caso)
{
	const char *path, *this = op_campo(op, "intervento");
	struct nodo *doc;
	int r, n, i;

	if ((r = registro_documenti(&n, op->st->registro, caso->folder,
	    "interventi")) != 0)
		return r;
	*out = "ultimo";
	for (i = 1; i <= n; i++) {
		path = ordinale_path(op->a, "interventi", i, ".xml");
		if (strcmp(path, this) == 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, caso->folder,
		    path)) != 0)
			return r;
		if (intervento_aperto(doc))
			*out = "altri";
	}
	return 0;
}

/* One given up, refused, replaced may not even have begun. */
static bool
carried_through(const char *motivo)
{
	return strcmp(motivo, "concluso") == 0 ||
	    strcmp(motivo, "obiettivi-raggiunti") == 0;
}

static int
esamina(struct op *op)
{
	struct nodo *intervento;
	const char *esito;
	struct caso caso;
	int r;

	if ((r = intervento_esamina(&intervento, &caso, op)) != 0 ||
	    (r = what_is_left(&esito, op, &caso)) != 0)
		return r;
	if (intervento != NULL && carried_through(op_campo(op, "motivo")))
		intervento_check_giorno(&op->ril, op->in, intervento,
		    op_oggi(op));
	else
		regola_non_futura(&op->ril, op->in, "data", op_oggi(op),
		    "la data");
	return caso_stato(op, &caso, esito);
}

static int
applica(struct op *op)
{
	const char *path = op_campo(op, "intervento"), *esito;
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, caso.folder,
	    path)) != 0 || (r = what_is_left(&esito, op, &caso)) != 0)
		return r;
	intervento_chiudi(op->a, doc, op->in, op_agente(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, doc);
	return caso_passa(op, &caso, esito);
}

const struct atto atto_chiudi_intervento = {
	.nome = "chiudi-intervento",
	.sommario = "chiude un intervento",
	.norma = "art. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

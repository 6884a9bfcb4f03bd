/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annota.c - write an entry in the diary of a cartella, or the same one in the
 * diary of several: one act, an entry in each.
 *
 * Refuses: a closed cartella, a fact of tomorrow, an entry without words or
 * as long as a relazione, an appointment that is not of the cartella.  Keeps:
 * entries are only added; each is a file, under the year of the fact; written
 * in all or in none.  Norm: L. 241/1990 art. 22 (the diary is an
 * administrative document: who it is about may ask to see it).
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/voci.h"
#include "atti/table.h"
#include "documenti/appuntamento.h"
#include "documenti/voce_diario.h"

/* The appointment is of the one cartella that is written in. */
static int
check_appointment(struct op *op, const struct caso *casi, int n)
{
	const char *path = op_campo(op, "appuntamento");
	struct occhio occhio = op_occhio(op);
	struct attuale at;
	int r;

	if (path == NULL)
		return 0;
	if (n > 1) {
		op_errore(op, "appuntamento", "una-sola-cartella", NULL,
		    "un appuntamento è di una cartella sola: togli "
		    "--appuntamento, o annota le altre a parte");
		return 0;
	}
	if ((r = registro_vede_documento(op->st->registro, &occhio,
	    &casi[0].n, path)) == 0)
		r = registro_attuale(&at, op->a, op->st->registro,
		    casi[0].folder, path);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == ERR_ABSENT || strcmp(at.tipo, APPUNTAMENTO) != 0)
		op_errore(op, "appuntamento", "appuntamento-ignoto", NULL,
		    "nella cartella non c'è l'appuntamento %s", path);
	return 0;
}

static int
esamina(struct op *op)
{
	const char *aperta = "";
	struct caso *casi;
	int r, i, n;

	if ((r = casi_scrivibili(&casi, &n, op)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (strcmp(casi[i].c.aperta, aperta) > 0)
			aperta = casi[i].c.aperta;
	voce_diario_check(&op->ril, op->in, aperta, op_oggi(op));
	return check_appointment(op, casi, n);
}

static int
write_in(struct op *op, const struct caso *caso)
{
	struct nodo *voce = voce_diario_make(op->a, op->in, op_agente(op),
	    op_oggi(op));
	const char *path;
	int r;

	if ((r = voci_posto(&path, op, caso->folder, arena_printf(op->a,
	    "diario/%.4s", nodo_value(op->a, voce, "data")), voce)) != 0)
		return r;
	op_deposita(op, caso->folder, path, voce);
	return 0;
}

static int
applica(struct op *op)
{
	struct caso *casi;
	int r, i, n;

	if ((r = casi_scrivibili(&casi, &n, op)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = write_in(op, &casi[i])) != 0)
			return r;
	/* the history of one does not name the others */
	if (n == 1)
		op->fatto = numero_text(op->a, &casi[0].n);
	return 0;
}

const struct atto atto_annota = {
	.nome = "annota",
	.sommario = "scrive una voce nel diario di una cartella, o di più",
	.norma = "art. 22 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

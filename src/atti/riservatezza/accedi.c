/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accedi.c - a cartella that is not one's own, for a few days and with a
 * reason: the coordinator is told.
 *
 * Refuses: more days than the policy has; who sees it already.  Answers as for
 * a number that is not there where it is closed to him (a conflict, a seal),
 * and looks for it only when nothing else is wrong, so that nobody asks about
 * numbers without leaving his name.  Norm: GDPR artt. 5, 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"

static int
days(struct op *op)
{
	const char *giorni = op_campo(op, "giorni");

	return giorni != NULL ? (int)strtol(giorni, NULL, 10) : 1;
}

static int
esamina(struct op *op)
{
	struct occhio reader = { op_agente(op), "mostra" };
	struct misurato caso;
	int r, max;

	if ((r = registro_straordinario_giorni(&max, op->st->registro)) != 0)
		return r;
	if (days(op) > max) {
		op_errore(op, "giorni", "troppi-giorni", "art. 5 GDPR",
		    "un accesso straordinario dura al più %d giorni", max);
		return 0;
	}
	if ((r = misura_find(&caso, op, "cartella")) != 0)
		return r;
	r = registro_vede(op->st->registro, &reader, &caso.n);
	if (r == 0)
		op_errore(op, "cartella", "gia-vista", NULL,
		    "%s la vedi già: non serve", numero_text(op->a, &caso.n));
	return r == ERR_ABSENT ? 0 : r;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "accesso-straordinario");
	char al[GIORNO_LEN + 1];
	struct misurato caso;
	const char *path;
	int r, i;

	if ((r = misura_find(&caso, op, "cartella")) != 0 ||
	    (r = misura_percorso(&path, op, caso.folder,
	    DIR_STRAORDINARI)) != 0)
		return r;
	memcpy(al, op_oggi(op), sizeof al);
	for (i = 1; i < days(op); i++)
		clock_day_after(al, arena_strdup(op->a, al));
	nodo_elem_text(op->a, n, "utente", op_agente(op));
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "dal", op_oggi(op));
	nodo_elem_text(op->a, n, "al", al);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, n);
	return 0;
}

const struct atto atto_accedi = {
	.nome = "accedi",
	.sommario = "apre per pochi giorni una cartella altrui, e il coordinatore lo sa",
	.norma = "art. 32 GDPR",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

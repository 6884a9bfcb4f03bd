/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conservazione.c - how long what is closed is kept and why, what holds it,
 * whether it was handed to the archivio di deposito; the same of one case; or
 * one list of what was handed over.
 *
 * Keeps: what this eye may not see is neither listed nor counted; each case
 * listed leaves its row in the read log.  Norm: DPR 445/2000 artt. 67, 68.
 */
#include "registro/conservazione.h"

#include <stdlib.h>
#include <string.h>

#include "atti/table.h"

/* The first is listed when nobody says what. */
static const struct elencata {
	const char *cosa, *primo;
	enum serie serie;
} elencate[] = {
	{ "cartelle", "CS-2026-0000001", SERIE_CARTELLA },
	{ "accessi", "AC-2026-0000001", SERIE_ACCESSO },
	{ "fascicoli", "FA-2026-0000001", SERIE_FASCICOLO },
};

static const struct elencata *
listed(const char *cosa)
{
	size_t i;

	for (i = 1; cosa != NULL && i < NELEM(elencate); i++)
		if (strcmp(elencate[i].cosa, cosa) == 0)
			return &elencate[i];
	return &elencate[0];
}

static int
esamina(struct op *op)
{
	const char *cosa = op_campo(op, "cosa"), *dopo = op_campo(op, "dopo");
	const struct elencata *x = listed(cosa);
	bool alone = cosa == NULL && dopo == NULL &&
	    op_campo(op, "filtro") == NULL;

	if (op_campo(op, "deposito") != NULL && (!alone ||
	    op_campo(op, "riferimento") != NULL))
		op_errore(op, "deposito", "una-sola", NULL, "di un elenco di "
		    "deposito non si sceglie altro: togli il resto");
	if (op_campo(op, "riferimento") != NULL && !alone)
		op_errore(op, "riferimento", "una-sola", NULL, "di una sola "
		    "cartella non si sceglie altro: togli cosa, filtro e dopo");
	if (dopo != NULL && strncmp(dopo, x->primo, 2) != 0)
		op_errore(op, "dopo", "dopo-quale", NULL, "continua dopo un "
		    "numero di quelli elencati, come %s", x->primo);
	return 0;
}

static int
list(struct op *op, const struct occhio *o)
{
	const struct elencata *x = listed(op_campo(op, "cosa"));
	const char *dopo = op_campo(op, "dopo");
	const char *filtro = op_campo(op, "filtro");
	struct numero n;
	int r;

	if (filtro == NULL)
		filtro = "tutti";
	nodo_set(op->a, op->vista, "cosa", x->cosa);
	nodo_set(op->a, op->vista, "filtro", filtro);
	if (dopo != NULL && (r = numero_parse(&n, dopo)) != 0)
		return r;
	op->letto = arena_printf(op->a, "conservazione;cosa=%s;filtro=%s",
	    x->cosa, filtro);
	return registro_conservazione(op->vista, op->a, op->st->registro, o,
	    x->serie, filtro, dopo != NULL ? &n : NULL);
}

/* One list of the archivio di deposito. */
static int
handed_over(struct op *op, const struct occhio *o, const char *elenco)
{
	int r;

	nodo_set(op->a, op->vista, "deposito", elenco);
	op->letto = arena_printf(op->a, "conservazione;deposito=%s", elenco);
	if ((r = registro_deposito(op->vista, op->a, op->st->registro, o,
	    (int)strtol(elenco, NULL, 10))) != 0)
		return r;
	op_letti_elenco(op, "consegnata");
	return 0;
}

static int
applica(struct op *op)
{
	const char *una = op_campo(op, "riferimento");
	struct occhio o = op_occhio(op);
	struct numero n;
	int r;

	op->vista = nodo_new(op->a, "conservazione");
	if (op_campo(op, "deposito") != NULL)
		return handed_over(op, &o, op_campo(op, "deposito"));
	if (una == NULL) {
		if ((r = list(op, &o)) != 0)
			return r;
		op_letti_elenco(op, "voce");
		return 0;
	}
	if ((r = numero_parse(&n, una)) != 0)
		return r;
	return registro_conservazione_di(op->vista, op->a, op->st->registro,
	    &o, &n);
}

const struct atto atto_conservazione = {
	.nome = "conservazione",
	.sommario = "fino a quando si conserva ciò che è chiuso, e perché",
	.norma = "artt. 67 e 68 DPR 445/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

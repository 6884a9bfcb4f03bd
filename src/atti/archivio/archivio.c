/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * archivio.c - what the archive holds: cartelle and fascicoli of a year, open
 * and closed; days of the register, formed and sealed.
 *
 * Keeps: it lists what `mostra` would show and nothing else, neither counted;
 * days only to who may read one or keeps the archive.  Norm: DPR 445/2000 artt. 64, 67.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "registro/archivio.h"

static int
number(const struct op *op, const char *campo)
{
	const char *v = op_campo(op, campo);

	return v != NULL ? (int)strtol(v, NULL, 10) : 0;
}

static bool
is(const struct op *op, const char *campo, const char *value)
{
	const char *v = op_campo(op, campo);

	return v != NULL && strcmp(v, value) == 0;
}

/* By the year they were closed in: cartelle, and all of them are closed. */
static void
check_closed(struct op *op)
{
	const char *dopo = op_campo(op, "dopo");

	if (op_campo(op, "cosa") != NULL && !is(op, "cosa", "cartelle"))
		op_errore(op, "anno-di", "solo-cartelle", NULL, "l'anno di "
		    "chiusura si sceglie per le cartelle: togli --anno-di");
	if (is(op, "stato", "aperti"))
		op_errore(op, "stato", "chiuse-nell-anno", NULL, "ciò che si "
		    "è chiuso quell'anno non è aperto: togli lo stato");
	if (dopo != NULL && dopo[0] != 'C')
		op_errore(op, "dopo", "dopo-quale", NULL, "continua dopo il "
		    "numero intero dell'ultima, come CS-2026-0000001");
}

static int
esamina(struct op *op)
{
	const char *dopo = op_campo(op, "dopo");

	if (is(op, "cosa", "giorni") && op_campo(op, "stato") != NULL)
		op_errore(op, "stato", "giorni-tutti", NULL, "dei giorni si "
		    "vedono tutti, ognuno con il suo sigillo se ce l'ha: "
		    "togli lo stato");
	if (is(op, "anno-di", "chiusura"))
		check_closed(op);
	else if (dopo != NULL && dopo[0] == 'C')
		op_errore(op, "dopo", "dopo-quale", NULL, "continua dopo il "
		    "numero d'ordine dell'ultima, come 50");
	return 0;
}

/* The archive's list of what it takes in: closed in that year. */
static int
closed_in(struct op *op, const struct occhio *o, int anno)
{
	const char *dopo = op_campo(op, "dopo");
	struct numero n;
	int r;

	nodo_set(op->a, op->vista, "anno-di", "chiusura");
	if (dopo != NULL && (r = numero_parse(&n, dopo)) != 0)
		return r;
	return registro_archivio_chiuse(op->vista, op->a, op->st->registro, o,
	    anno, dopo != NULL ? &n : NULL);
}

static int
applica(struct op *op)
{
	struct occhio o = { op_agente(op), "mostra" };
	const char *cosa = op_campo(op, "cosa");
	const char *stato = op_campo(op, "stato");
	int anno = number(op, "anno"), r;

	if (anno == 0)
		anno = clock_year(op->ora);
	if (cosa == NULL)
		cosa = "cartelle";
	if (stato == NULL)
		stato = "tutti";
	op->vista = nodo_new(op->a, "archivio");
	nodo_set(op->a, op->vista, "cosa", cosa);
	nodo_set(op->a, op->vista, "anno", arena_printf(op->a, "%d", anno));
	op->letto = arena_printf(op->a, "archivio;cosa=%s;anno=%d", cosa,
	    anno);
	if (strcmp(cosa, "giorni") == 0)
		return registro_archivio_giorni(op->vista, op->a,
		    op->st->registro, &o, anno);
	if (is(op, "anno-di", "chiusura"))
		stato = "chiusi";
	nodo_set(op->a, op->vista, "stato", stato);
	if ((r = is(op, "anno-di", "chiusura") ? closed_in(op, &o, anno) :
	    registro_archivio(op->vista, op->a, op->st->registro, &o,
	    strcmp(cosa, "fascicoli") == 0 ? SERIE_FASCICOLO : SERIE_CARTELLA,
	    anno, number(op, "dopo"), stato)) != 0)
		return r;
	op_letti_elenco(op, "voce");
	return 0;
}

const struct atto atto_archivio = {
	.nome = "archivio",
	.sommario = "le cartelle e i fascicoli di un anno, i giorni e i sigilli",
	.norma = "artt. 64 e 67 DPR 445/2000",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

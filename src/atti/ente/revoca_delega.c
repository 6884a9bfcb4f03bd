/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca_delega.c - end a delega before its time: who gave it, who received
 * it, or the responsible.
 *
 * Refuses: a delega that has ended or was taken back; of others it is not even
 * said that they are there.  Keeps: what was done while it was in force.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "documenti/delega.h"
#include "registro/deleghe.h"

static int
number(struct op *op)
{
	return (int)strtol(op_campo(op, "numero"), NULL, 10);
}

static int
esamina(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	char today[GIORNO_LEN + 1];
	struct delega d;
	int r, n = number(op);

	if ((r = registro_delega(&d, op->a, op->st->registro, &occhio,
	    n)) != 0)
		return r;
	clock_day(today, clock_now());
	if (d.revocata)
		op_errore(op, "numero", "gia-revocata", NULL,
		    "la delega %d è già revocata", n);
	else if (strcmp(d.al, today) < 0)
		op_errore(op, "numero", "gia-finita", NULL,
		    "la delega %d è già finita, il %s", n, d.al);
	return 0;
}

static int
applica(struct op *op)
{
	const char *path = delega_percorso(op->a, number(op));
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, "ente", path)) != 0)
		return r;
	delega_revoca(op->a, doc, op_agente(op), op->ora_iso,
	    op_campo(op, "motivo"));
	op->fatto = arena_printf(op->a, "%d", number(op));
	op_deposita(op, "ente", path, doc);
	return 0;
}

const struct atto atto_revoca_delega = {
	.nome = "revoca-delega",
	.sommario = "mette fine a una delega prima del termine",
	.norma = "art. 17 c. 1-bis D.lgs. 165/2001",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conferma_ora.c - the responsible says that the clock is right.
 *
 * Refuses: a time that is not the clock's; a jump back past the day of the
 * last registration (the day of the register never goes back), or to a day
 * whose register is formed.
 * Norm: DPR 445/2000 art. 53 lett. b; linee guida AgID §3.1.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/table.h"
#include "registro/giorni.h"

#define TOLLERANZA 300	/* seconds between what is confirmed and the clock */

/* A day whose register is formed takes no act any more. */
static int
check_formed(struct op *op, const char *today)
{
	struct giornaliero g;
	int r = registro_ultimo_giornaliero(&g, op->a, op->st->registro);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0 && strcmp(today, g.data) <= 0)
		op_errore(op, "ora", "giorno-formato", "linee guida AgID, "
		    "par. 3.1.6", "il registro è formato fino al %s: non si "
		    "torna al %s; si potrà lavorare dal giorno dopo", g.data,
		    today);
	return r;
}

static int
esamina(struct op *op)
{
	int64_t confirmed, now = op->ora != 0 ? op->ora : clock_now();
	char text[ORA_LEN + 1], today[GIORNO_LEN + 1];
	const char *last;
	int r;

	if ((r = clock_parse(&confirmed, op_campo(op, "ora"))) != 0)
		return r;
	clock_iso(text, now);
	if (llabs(confirmed - now) > TOLLERANZA)
		op_errore(op, "ora", "ora-diversa", NULL,
		    "l'orologio segna %s: si può confermare solo quest'ora",
		    text);
	if ((r = registro_ultima_registrazione(&last, op->a,
	    op->st->registro)) != 0)
		return r;
	clock_day(today, now);
	if ((r = check_formed(op, today)) != 0)
		return r;
	if (last[0] != '\0' && strncmp(today, last, GIORNO_LEN) < 0)
		op_errore(op, "ora", "giorno-passato", "art. 53 DPR 445/2000",
		    "l'ultima registrazione è del %.10s: il registro non può "
		    "tornare al %s; si potrà protocollare da quel giorno",
		    last, today);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "ora-confermata");
	char before[ORA_LEN + 1];
	struct ultimo ultimo;
	int r, count;

	if ((r = registro_ultimo(&ultimo, op->st->registro)) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, "ente",
	    "ore")) != 0)
		return r;
	clock_iso(before, ultimo.ora);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	nodo_elem_text(op->a, n, "precedente", before);
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	op_deposita(op, "ente",
	    ordinale_path_grouped(op->a, "ore", count + 1, ".xml"), n);
	return 0;
}

const struct atto atto_conferma_ora = {
	.nome = "conferma-ora",
	.sommario = "conferma che l'ora dell'orologio è giusta",
	.norma = "art. 53 DPR 445/2000",
	.flags = SENZA_OROLOGIO | ANCHE_KIT,
	.esamina = esamina,
	.applica = applica,
};

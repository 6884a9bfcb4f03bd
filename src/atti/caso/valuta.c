/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * valuta.c - the responsible evaluates the need: with the presupposti the
 * accesso waits for its cartella, without them it is closed.
 *
 * Refuses: an accesso that is closed or already in care, a no without its
 * reasons.  Keeps: one valutazione, whose earlier versions stay in the
 * history.  Norm: L. 328/2000 art. 22; L. 241/1990 art. 3.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/valutazione.h"

static const char *
outcome(struct op *op)
{
	return valutazione_presupposti(op->a, op->in) ? "si" : "no";
}

static int
esamina(struct op *op)
{
	struct accesso acc;
	struct numero ac;
	int r;

	if ((r = accesso_find(&acc, &ac, op)) != 0)
		return r;
	/* whatever the policy shows, the evaluation is the responsible's */
	if (strcmp(acc.responsabile, op_agente(op)) != 0)
		op_errore(op, "accesso", "altro-responsabile",
		    "art. 5 L. 241/1990", "il responsabile dell'accesso è %s",
		    acc.responsabile);
	return passaggio_esamina(op, OGGETTO_ACCESSO, acc.stato, outcome(op));
}

/* A revised evaluation is the same document, in a new version. */
static int
put_evaluation(struct op *op, const char *folder, const char *today)
{
	struct nodo *doc = valutazione_make(op->a, op->in, today,
	    op_agente(op));
	struct attuale before;
	int r;

	r = registro_attuale(&before, op->a, op->st->registro, folder,
	    VALUTAZIONE_PERCORSO);
	if (r == 0)
		nodo_set(op->a, doc, "id", before.id);
	else if (r != ERR_ABSENT)
		return r;
	op_deposita(op, folder, VALUTAZIONE_PERCORSO, doc);
	return 0;
}

static int
applica(struct op *op)
{
	char today[GIORNO_LEN + 1];
	struct nodo *cover;
	const char *folder;
	struct numero ac;
	int r;

	if ((r = numero_parse(&ac, op_campo(op, "accesso"))) != 0)
		return r;
	folder = numero_folder(op->a, &ac);
	if ((r = passaggio_copertina(&cover, op, folder, OGGETTO_ACCESSO,
	    outcome(op))) != 0)
		return r;
	clock_day(today, op->ora);
	if (!valutazione_presupposti(op->a, op->in))
		accesso_chiudi(op->a, cover, today, "presupposti-assenti",
		    NULL);
	op->fatto = numero_text(op->a, &ac);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return put_evaluation(op, folder, today);
}

const struct atto atto_valuta = {
	.nome = "valuta",
	.sommario = "valuta il bisogno e dice se ci sono i presupposti",
	.norma = "art. 22 L. 328/2000; art. 3 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca_chiave.c - with this key nobody signs any more: the responsible says
 * so of any, everybody of his own.
 *
 * Refuses: a key that is not enrolled, or not his; one revoked already, unless
 * more is taken back now; to take back signatures for a reason that takes none
 * back.  Keeps: the key itself and what it signed while it was good.
 * Norm: CAD artt. 20, 32; Reg. (UE) 910/2014 art. 24.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "registro/chiavi.h"

/* Whoever has the key may have signed with it. */
static bool
takes_back(const char *motivo)
{
	return strcmp(motivo, "smarrita") == 0 ||
	    strcmp(motivo, "compromessa") == 0;
}

static void
check_day(struct op *op)
{
	const char *dal = op_campo(op, "dal");

	if (!takes_back(op_campo(op, "motivo"))) {
		if (dal != NULL)
			op_errore(op, "dal", "motivo-senza-dal", NULL,
			    "ciò che una chiave cessata o sostituita ha "
			    "firmato resta firmato: --dal è per una chiave "
			    "smarrita o compromessa");
		return;
	}
	if (dal == NULL)
		op_errore(op, "dal", "manca-dal", NULL, "da quando non si "
		    "crede più alle sue firme? serve --dal: l'ultimo giorno "
		    "in cui era di certo solo di chi firma, o quello in cui "
		    "fu arruolata");
	else if (strcmp(dal, op_oggi(op)) > 0)
		op_errore(op, "dal", "data-futura", NULL,
		    "il %s deve ancora venire", dal);
}

/* Once revoked, only more can be taken back. */
static void
check_again(struct op *op, const struct chiave_arruolata *k)
{
	const char *dal = op_campo(op, "dal");

	if (k->revocata == NULL)
		return;
	if (dal != NULL && (k->compromessa_dal[0] == '\0' ||
	    strcmp(dal, k->compromessa_dal) < 0))
		return;
	op_errore(op, "chiave", "gia-revocata", NULL, "la chiave è già "
	    "revocata (%s)%s%s; la si può revocare di nuovo solo per credere "
	    "meno alle sue firme", k->motivo,
	    k->compromessa_dal[0] != '\0' ? ", e non le si crede dal " : "",
	    k->compromessa_dal);
}

static int
esamina(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct chiave_arruolata k;
	int r;

	r = registro_chiave_vista(&k, op->a, op->st->registro, &occhio,
	    op_campo(op, "chiave"));
	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "chiave", "chiave-ignota", NULL, "questa chiave "
		    "non è arruolata, o non è tua: le elenca «chiavi»");
		return 0;
	}
	if (r != 0)
		return r;
	check_day(op);
	check_again(op, &k);
	return 0;
}

static int
applica(struct op *op)
{
	const char *impronta = op_campo(op, "chiave");
	struct nodo *n = nodo_new(op->a, "revoca-chiave");

	nodo_elem_text(op->a, n, "impronta-chiave", impronta);
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "dal", op_campo(op, "dal"));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, n, "revocata", op->ora_iso);
	op->fatto = impronta;
	return tabella_deposita(op, arena_printf(op->a,
	    "chiavi/%s-revoca.xml", impronta), n);
}

const struct atto atto_revoca_chiave = {
	.nome = "revoca-chiave",
	.sommario = "da ora con questa chiave non si firma più",
	.norma = "artt. 20, 32 CAD",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * smista.c - send a registration to the offices that must act on it or know
 * of it.
 *
 * Refuses: offices that do not exist, one written twice, nobody who must act.
 * Keeps: every smistamento, in order; a later one adds to those before.
 * Norm: DPR 445/2000 art. 56; L. 241/1990 art. 4.
 */
#include "atti/table.h"
#include "documenti/smistamento.h"

static int
check_offices(struct op *op)
{
	const struct nodo *d, *u;
	const char *ignored;
	int r;

	for (d = nodo_child(op->in, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione")) {
		u = nodo_child(d, "ufficio");
		r = registro_ufficio(&ignored, op->a, op->st->registro,
		    nodo_all_text(op->a, u));
		if (r == ERR_ABSENT)
			rilievo_add(&op->ril, ERRORE, nodo_path(op->a, u),
			    "ufficio-ignoto", NULL, "l'ufficio %s non esiste",
			    nodo_all_text(op->a, u));
		else if (r != 0)
			return r;
	}
	return 0;
}

static int
esamina(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0)
		return r;
	smistamento_check(&op->ril, op->in);
	return check_offices(op);
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_smistamenti(&before, op->st->registro, &n)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "smistamenti", n.progressivo, before + 1),
	    smistamento_make(op->a, op->in, before + 1, op->ora_iso,
	    op->utente));
	return 0;
}

const struct atto atto_smista = {
	.nome = "smista",
	.sommario = "manda una registrazione agli uffici",
	.norma = "art. 56 DPR 445/2000; art. 4 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

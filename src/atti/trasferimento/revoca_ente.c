/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca_ente.c - from now on the seal of another body is not believed: nothing
 * it has sealed is taken in any more, until a new key of it is enrolled.
 *
 * Refuses: a body that is not enrolled, or was revoked already.  Keeps: what
 * was taken in before.  Norm: CAD artt. 20, 47.
 */
#include "atti/table.h"
#include "documenti/numero.h"
#include "registro/trasferimenti.h"

static int
esamina(struct op *op)
{
	struct altro_ente e;
	int r = registro_altro_ente(&e, op->a, op->st->registro,
	    op_campo(op, "codice-ipa"));

	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "codice-ipa", "ente-ignoto", NULL, "%s non è "
		    "arruolato: «enti» dice quali lo sono",
		    op_campo(op, "codice-ipa"));
		return 0;
	}
	if (r == 0 && e.revocato != NULL)
		op_errore(op, "codice-ipa", "gia-revocato", NULL, "al sigillo "
		    "di %s non si crede già dal %.10s", e.codice_ipa,
		    e.revocato);
	return r;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "revoca-ente");
	struct altro_ente e;
	int r;

	if ((r = registro_altro_ente(&e, op->a, op->st->registro,
	    op_campo(op, "codice-ipa"))) != 0)
		return r;
	nodo_elem_text(op->a, n, "codice-ipa", e.codice_ipa);
	nodo_elem_text(op->a, n, "impronta-chiave", e.chiave);
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "revocato", op->ora_iso);
	op->fatto = e.codice_ipa;
	op_deposita(op, "ente", ordinale_path(op->a, altro_ente_dir(op->a,
	    e.codice_ipa), e.ordine, "-revoca.xml"), n);
	return 0;
}

const struct atto atto_revoca_ente = {
	.nome = "revoca-ente",
	.sommario = "da ora non si crede più al sigillo di un altro ente",
	.norma = "artt. 20, 47 CAD",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

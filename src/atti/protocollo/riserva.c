/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riserva.c - make a registration riservata, or say that it is so no more.
 *
 * Refuses: who does not read it in clear; an end in the past; what it is
 * already.  Keeps: each time, who, when and why.  Norm: GDPR art. 5;
 * DPR 445/2000 art. 53.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/correzione.h"
#include "registro/titolario.h"

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void
check_change(struct op *op, const struct nodo *v)
{
	bool is = nodo_attr(v, "riservata") != NULL;

	if (riserva_cessa(op->a, op->in)) {
		if (!is)
			op_errore(op, "cessa", "non-riservata", NULL, "la "
			    "registrazione non è riservata: togli --cessa");
		return;
	}
	if (is && same(nodo_value(op->a, v, "riservata-motivo"),
	    op_campo(op, "motivo")) && same(nodo_value(op->a, v,
	    "riservata-fino"), op_campo(op, "fino-al")))
		op_errore(op, "motivo", "valore-uguale", NULL, "è già "
		    "riservata per questo motivo e fino ad allora");
}

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0)
		return r;
	riserva_check(&op->ril, op->in, op_oggi(op));
	check_change(op, v);
	return 0;
}

static int
applica(struct op *op)
{
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n,
	    RISERVE)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    RISERVE, n.progressivo, before + 1), riserva_make(op->a, op->in,
	    before + 1, op->utente, op->ora_iso));
	return 0;
}

const struct atto atto_riserva = {
	.nome = "riserva",
	.sommario = "rende riservata una registrazione, o non più",
	.norma = "art. 5 GDPR; art. 53 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * annulla_kit.c - a kit that will not come back: expired, lost, broken.
 *
 * Refuses: when none is out; a last number that is behind the known one.
 * Keeps: what was numbered in it, if the papers tell, is not numbered again.
 * Norm: DPR 445/2000 art. 63.
 */
#include "atti/emergenza/kit.h"
#include "atti/table.h"

static int
check_number(struct op *op, const struct nodo *kit)
{
	const char *said = op_campo(op, "ultimo");
	const char *known = nodo_value(op->a, kit, "ultimo");
	struct numero n, k;
	int r;

	if (said == NULL)
		return 0;
	if ((r = numero_parse(&n, said)) != 0 ||
	    (known != NULL && (r = numero_parse(&k, known)) != 0))
		return r;
	if (n.anno > clock_year(op->ora != 0 ? op->ora : clock_now()) ||
	    (known != NULL && (n.anno < k.anno || (n.anno == k.anno &&
	    n.progressivo < k.progressivo))))
		op_errore(op, "ultimo", "numero", EMERGENZA_ART63, "%s non può "
		    "essere l'ultimo numero del kit%s%s", said,
		    known != NULL ? ": era già stato usato " : "",
		    known != NULL ? known : "");
	return 0;
}

static int
esamina(struct op *op)
{
	struct nodo *kit;
	int r, ordine;

	if ((r = kit_ultimo(&kit, &ordine, op->a, op->st)) != 0)
		return r;
	if (!kit_fuori(op->a, kit)) {
		op_errore(op, "", "nessun-kit", EMERGENZA_ART63,
		    "non c'è nessun kit fuori");
		return 0;
	}
	return check_number(op, kit);
}

static int
applica(struct op *op)
{
	struct nodo *kit;
	int r, ordine;

	if ((r = kit_ultimo(&kit, &ordine, op->a, op->st)) != 0)
		return r;
	op->fatto = arena_printf(op->a, "%d", ordine);
	op_deposita(op, "ente", kit_path(op->a, ordine), kit_finito(op, kit,
	    "annullato", op_campo(op, "motivo"), NULL,
	    op_campo(op, "ultimo")));
	return 0;
}

const struct atto atto_annulla_kit = {
	.nome = "annulla-kit",
	.sommario = "annulla un kit d'emergenza che non rientrerà",
	.norma = EMERGENZA_ART63,
	.esamina = esamina,
	.applica = applica,
};

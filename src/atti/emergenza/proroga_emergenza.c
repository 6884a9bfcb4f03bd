/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proroga_emergenza.c - a further week of emergency register, on a kit.
 *
 * Refuses: more than a week; when the emergency is not open.  Keeps: every
 * authorisation, in order.  Norm: DPR 445/2000 art. 63.
 */
#include "atti/emergenza/kit.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	char oggi[GIORNO_LEN + 1];
	struct kit kit;
	int r;

	if ((r = kit_aperto(&kit, op)) != 0 || op->ril.errori > 0)
		return r;
	kit_oggi(oggi, op);
	emergenza_check_proroga(&op->ril, op->in, kit.emergenza, oggi);
	return 0;
}

static int
applica(struct op *op)
{
	struct kit kit;
	int r;

	if ((r = kit_read(&kit, op->a, op->st)) != 0)
		return r;
	nodo_add(kit.emergenza, emergenza_autorizzazione(op->a, op->in,
	    op->utente, op->ora_iso));
	op_deposita(op, "ente", KIT_EMERGENZA, kit.emergenza);
	return 0;
}

const struct atto atto_proroga_emergenza = {
	.nome = "proroga-emergenza",
	.sommario = "autorizza un'altra settimana di emergenza, in un kit",
	.norma = EMERGENZA_ART63,
	.flags = SOLO_KIT,
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * apri_emergenza.c - begin the emergency register, on a kit.
 *
 * Refuses: a kit that has expired or was used; an authorisation for more than
 * a week.  Keeps: cause, beginning and authorisation.  A kit lies unused for
 * months, so the clock is held against its days only.
 * Norm: DPR 445/2000 art. 63.
 */
#include <string.h>

#include "atti/emergenza/kit.h"
#include "atti/table.h"

static int
check_clock(struct op *op, const struct kit *kit)
{
	const char *scade = nodo_value(op->a, kit->doc, "scade");
	char oggi[GIORNO_LEN + 1], adesso[ORA_LEN + 1];
	struct ultimo ultimo;
	int64_t now;
	int r;

	kit_oggi(oggi, op);
	kit_adesso(adesso, op);
	if ((r = registro_ultimo(&ultimo, op->st->registro)) != 0 ||
	    (r = clock_parse(&now, adesso)) != 0)
		return r;
	if (strcmp(oggi, scade) > 0)
		op_errore(op, "", "kit-scaduto", EMERGENZA_ART63, "il kit si "
		    "poteva usare fino al %s: le registrazioni di emergenza si "
		    "fanno su carta, e se ne prepara un altro", scade);
	if (now < ultimo.ora)
		op_errore(op, "", "orologio", EMERGENZA_ART63, "l'orologio di "
		    "questa macchina segna %s, ma il kit è di dopo: "
		    "regola l'orologio", adesso);
	return 0;
}

static int
esamina(struct op *op)
{
	char adesso[ORA_LEN + 1];
	struct kit kit;
	int r;

	if ((r = kit_read(&kit, op->a, op->st)) != 0)
		return r;
	if (kit.emergenza != NULL) {
		op_errore(op, "", "gia-aperta", EMERGENZA_ART63,
		    "in questo kit l'emergenza è già stata aperta%s",
		    kit.sigillato ? " e chiusa" : "");
		return 0;
	}
	kit_adesso(adesso, op);
	emergenza_check_apertura(&op->ril, op->in, adesso,
	    nodo_value(op->a, kit.doc, "preparato"));
	return check_clock(op, &kit);
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "emergenza");

	nodo_elem_text(op->a, n, "causa", op_campo(op, "causa"));
	nodo_elem_text(op->a, n, "inizio", op_campo(op, "inizio"));
	nodo_add(n, emergenza_autorizzazione(op->a, op->in, op->utente,
	    op->ora_iso));
	op_deposita(op, "ente", KIT_EMERGENZA, n);
	return 0;
}

const struct atto atto_apri_emergenza = {
	.nome = "apri-emergenza",
	.sommario = "comincia il registro di emergenza, in un kit",
	.norma = EMERGENZA_ART63,
	.flags = SOLO_KIT | SENZA_OROLOGIO,
	.esamina = esamina,
	.applica = applica,
};

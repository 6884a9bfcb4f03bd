/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controlla_servizio.c - the office of controls says how a service is carried
 * out.
 *
 * Refuses: an intervento that is not there or has ended, a day of tomorrow or
 * before it began.  Keeps: a control is only added.
 * Norm: convention with the body that controls; Prato procedure, step 7.
 */
#include "atti/caso/interventi.h"
#include "atti/table.h"

static int
applica(struct op *op)
{
	const char *ufficio;
	int r;

	if ((r = registro_ufficio_di(&ufficio, op->a, op->st->registro,
	    op_agente(op))) != 0)
		return r;
	return intervento_veduto(op, "controllo", ufficio);
}

const struct atto atto_controlla_servizio = {
	.nome = "controlla-servizio",
	.sommario = "scrive l'esito di un controllo su un intervento",
	.norma = "art. 14 L. 328/2000",
	.esamina = intervento_esamina_veduto,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * affidare.c - whom a case may be given to.  Refuses: who does not exist, is
 * no longer active, is no social worker; an office that does not exist.
 * Norm: L. 241/1990 art. 5.
 */
#include "atti/caso/affidare.h"

#define ART5 "art. 5 L. 241/1990"

static int
check_worker(struct op *op)
{
	const char *codice = op_campo(op, "assistente");
	struct registro *reg = op->st->registro;
	struct utente u;
	int r;

	r = registro_utente(&u, op->a, reg, codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "assistente", "utente-ignoto", NULL,
		    "l'utente %s non esiste", codice);
		return 0;
	}
	if (r != 0)
		return r;
	if (!u.attivo) {
		op_errore(op, "assistente", "utente-inattivo", NULL,
		    "l'utente %s non è più attivo", codice);
		return 0;
	}
	if ((r = registro_ha_ruolo(reg, codice, "assistente-sociale")) == 0)
		op_errore(op, "assistente", "altro-ruolo", ART5,
		    "%s non è assistente sociale: il caso va a chi lo è",
		    codice);
	return r < 0 ? r : 0;
}

static int
check_office(struct op *op)
{
	const char *codice = op_campo(op, "ufficio"), *ignored;
	int r;

	if (codice == NULL)
		return 0;
	r = registro_ufficio(&ignored, op->a, op->st->registro, codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "ufficio", "ufficio-ignoto", NULL,
		    "l'ufficio %s non esiste", codice);
		return 0;
	}
	return r;
}

int
affidare_esamina(struct op *op)
{
	int r = check_worker(op);

	return r != 0 ? r : check_office(op);
}

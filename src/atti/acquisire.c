/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire.c - the case of another body becomes a cartella (acquisire.h).
 *
 * Refuses: all, until the package is looked at by the code that is being
 * written (docs/trasferimento.md).
 */
#include "atti/acquisire.h"

struct pacchetto_altrui {
	const char *impronta, *persona;
};

int
acquisire_guarda(struct pacchetto_altrui **out, struct op *op, int dirfd,
    const char *sottodir, const struct ente_altrui *di)
{
	(void)dirfd;
	(void)sottodir;
	(void)di;
	*out = NULL;
	op_errore(op, "", "pacchetto", NULL,
	    "i pacchetti di altri enti non si prendono ancora");
	return 0;
}

const char *
acquisire_impronta(const struct pacchetto_altrui *p)
{
	return p->impronta;
}

const char *
acquisire_persona(const struct pacchetto_altrui *p)
{
	return p->persona;
}

int
acquisire_esamina(struct op *op, const struct pacchetto_altrui *p,
    const struct presa *presa)
{
	(void)op;
	(void)p;
	(void)presa;
	return 0;
}

int
acquisire_applica(struct numero *out, struct op *op,
    const struct pacchetto_altrui *p, const struct tr_lettera *patto,
    const struct presa *presa)
{
	(void)out;
	(void)op;
	(void)p;
	(void)patto;
	(void)presa;
	return err_set(ERR_FAULT, "nessun pacchetto è stato guardato");
}

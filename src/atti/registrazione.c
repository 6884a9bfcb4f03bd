/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/registrazione.h"

#include "registro/smistamento.h"

int
registrazione_valida(struct op *op, const char *path, const struct numero *n)
{
	int r = registro_smistabile(op->st->registro, n);

	if (r == 0)
		op_errore(op, path, "annullata", "art. 54 DPR 445/2000",
		    "la registrazione %s è annullata: resta com'era",
		    numero_text(op->a, n));
	return r;
}

int
registrazione_in_chiaro(struct nodo **vista, struct numero *n, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_vista_registrazione(vista, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (nodo_attr(*vista, "oscurata") != NULL)
		return err_set(ERR_ABSENT, "%s è riservata: lo fa chi può "
		    "leggerla", numero_text(op->a, n));
	return 0;
}

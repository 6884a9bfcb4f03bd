/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/percorso.h"

#include <string.h>

#include "atti/protocollo/registrazione.h"

/* Why it is not for who acts. */
static int
not_his(struct op *op, const struct numero *n)
{
	struct registro *reg = op->st->registro;
	const char *chi;
	int r, sent;

	if ((r = registro_smistamenti(&sent, reg, n)) != 0)
		return r;
	if (sent == 0) {
		op_errore(op, "protocollo", "non-smistata", NULL, "la "
		    "registrazione %s non è ancora stata smistata: prima lo "
		    "fa il protocollo con «smista»", numero_text(op->a, n));
		return 1;
	}
	r = registro_destinatario(&chi, op->a, reg, n, op_agente(op));
	if (r == 0)
		op_errore(op, "protocollo", "altro-destinatario", NULL, "la "
		    "registrazione %s è stata smistata a %s: tocca a lui, o "
		    "il protocollo la smista di nuovo", numero_text(op->a, n),
		    chi);
	else if (r == ERR_ABSENT)
		op_errore(op, "protocollo", "non-competente",
		    "art. 5 L. 241/1990", "la registrazione %s non è smistata "
		    "per competenza a te o a un tuo ufficio",
		    numero_text(op->a, n));
	return r == 0 || r == ERR_ABSENT ? 1 : r;
}

int
percorso_destinazione(struct destinazione *out, struct numero *n,
    struct op *op)
{
	struct registro *reg = op->st->registro;
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_vede(reg, &occhio, n)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", n)) < 0)
		return r;
	if (r == 0)
		return 1;
	r = registro_destinazione(out, op->a, reg, &occhio, n);
	return r == ERR_ABSENT ? not_his(op, n) : r;
}

int
percorso_in_attesa(struct op *op, const struct numero *n,
    const struct destinazione *d)
{
	const char *chi, *ora;
	int r;

	if (strcmp(d->stato, DESTINAZIONE_SMISTATA) == 0 ||
	    strcmp(d->stato, DESTINAZIONE_VISTA) == 0)
		return 0;
	r = registro_in_carico_a(&chi, &ora, op->a, op->st->registro, n, d);
	if (r == 0)
		op_errore(op, "protocollo", "gia-in-carico", NULL, "la "
		    "registrazione %s è già in carico a %s, dal %.10s",
		    numero_text(op->a, n), chi, ora);
	else if (r == ERR_ABSENT)
		op_errore(op, "protocollo", "gia-assegnata", NULL, "dalla "
		    "registrazione %s è già nato un accesso",
		    numero_text(op->a, n));
	return r == ERR_ABSENT ? 0 : r;
}

int
percorso_passo(struct smistamento_destinazione *out, int *ordine,
    struct numero *n, struct op *op, const char *che)
{
	struct registro *reg = op->st->registro;
	struct occhio occhio = op_occhio(op);
	struct destinazione d;
	int r, before;

	if ((r = numero_parse(n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_destinazione(&d, op->a, reg, &occhio, n)) != 0 ||
	    (r = registro_passi(&before, reg, n, che)) != 0)
		return r;
	*out = (struct smistamento_destinazione){ d.ordine, d.ufficio,
	    d.utente };
	*ordine = before + 1;
	op->fatto = numero_text(op->a, n);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * classifica.c - give a registration another class.
 *
 * Refuses: an annulled one; the class it has; one the titolario has not.
 * Keeps: the class it had, who changed it, when, by which titolario.
 * Norm: DPR 445/2000 artt. 56, 64 c. 4.
 */
#include <string.h>

#include "atti/protocollo/classificare.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/classificazione.h"
#include "registro/titolario.h"

#define DIR "classificazioni"

static int
find(struct numero *n, struct classificata *c, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, n)) != 0)
		return r;
	return registro_classificata(c, op->a, op->st->registro, n);
}

static int
esamina(struct op *op)
{
	const char *to = op_campo(op, "classifica");
	struct classificata c;
	struct numero n;
	int r;

	if ((r = find(&n, &c, op)) != 0)
		return r;
	if ((r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	if (strcmp(c.classifica, to) == 0)
		op_errore(op, "classifica", "stessa-classifica", NULL,
		    "la registrazione %s è già in %s", numero_text(op->a, &n),
		    to);
	return classifica_check(op, "classifica", to);
}

static int
applica(struct op *op)
{
	struct titolario t = { .nome = NULL };
	struct classificata c;
	struct numero n;
	int r, before;

	if ((r = find(&n, &c, op)) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n, DIR)) != 0)
		return r;
	r = registro_titolario(&t, op->a, op->st->registro, op_oggi(op));
	if (r != 0 && r != ERR_ABSENT)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    DIR, n.progressivo, before + 1), classificazione_make(op->a,
	    op->in, before + 1, c.classifica, t.nome, op->ora_iso,
	    op->utente));
	return 0;
}

const struct atto atto_classifica = {
	.nome = "classifica",
	.sommario = "cambia la classificazione di una registrazione",
	.norma = "artt. 56 e 64 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allega_copia.c - add to a registration the copies of its papers.
 *
 * Refuses: a registration that has its document already, unless the copy is
 * said to be a further one; no file at all.  Keeps: what was registered; a
 * copy adds and never replaces.  Norm: CAD artt. 22, 23-ter; DPR 445/2000
 * art. 53.
 */
#include <string.h>

#include "atti/file_ricevuti.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/registrazione.h"
#include "registro/registrazioni.h"

#define ART22 "art. 22 CAD"

static bool
further(const struct op *op)
{
	const char *v = op_campo(op, "ulteriore");

	return v != NULL && strcmp(v, "si") == 0;
}

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	if (nodo_child(v, "principale") != NULL && !further(op))
		op_errore(op, "protocollo", "documento-presente", ART22, "la "
		    "registrazione %s ha già il suo documento, che non si "
		    "sostituisce: per aggiungere una copia indica "
		    "--ulteriore si", op_campo(op, "protocollo"));
	if (op->n_file == 0)
		op_errore(op, "file", "manca-file", ART22,
		    "indica il file della copia");
	return 0;
}

static int
prepara(struct op *op)
{
	int r = file_prendi(op);

	return r != 0 ? r : esamina(op);
}

static int
applica(struct op *op)
{
	struct nodo *out = nodo_new(op->a, "copia-acquisita");
	const struct nodo *f;
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_copie(&before, op->st->registro, &n)) != 0)
		return r;
	nodo_elem_text(op->a, out, "protocollo", numero_text(op->a, &n));
	nodo_elem_printf(op->a, out, "ordine", "%d", before + 1);
	nodo_elem_text(op->a, out, "conformita", op_campo(op, "conformita"));
	nodo_elem_text(op->a, out, "nota", op_campo(op, "nota"));
	for (f = nodo_child(op->in, "file"); f; f = nodo_next(f, "file"))
		nodo_add(out, nodo_copy(op->a, f));
	nodo_elem_text(op->a, out, "operatore", op->utente);
	nodo_elem_text(op->a, out, "ora", op->ora_iso);
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "copie", n.progressivo, before + 1), out);
	return 0;
}

const struct atto atto_allega_copia = {
	.nome = "allega-copia",
	.sommario = "aggiunge a una registrazione la copia delle sue carte",
	.norma = "artt. 22 e 23-ter CAD",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

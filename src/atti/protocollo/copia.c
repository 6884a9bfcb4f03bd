/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * copia.c - the courtesy copy of a registered PDF, with the segnatura on its
 * first page; of what cannot bear it, a label to put beside it.
 *
 * Refuses: what the user may not see in clear.  Keeps: the registered bytes
 * untouched; the copy is made in a cage and is no longer PDF/A nor signed.
 * Norm: DPR 445/2000 art. 55; CAD art. 23.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/protocollo/registrazione.h"
#include "atti/protocollo/segno.h"
#include "atti/table.h"
#include "base/file.h"

#define PDF_MAX ((size_t)64 * 1024 * 1024)	/* bytes */

/* invalid: no such PDF can be stamped, the message says why. */
static int
stamp(struct op *op, const struct nodo *reg, int anno)
{
	const char *tipo = nodo_value(op->a, reg, "principale/tipo");
	AUTO_BUF pdf = { 0 };
	AUTO_FD int fd = -1;
	int r;

	if (strcmp(tipo, "application/pdf") != 0)
		return err_set(ERR_INVALID, "il documento è %s", tipo);
	if ((r = registrazione_apri(&fd, op, nodo_child(reg, "principale"),
	    anno)) != 0 ||
	    (r = file_read_fd(&pdf, fd, PDF_MAX)) != 0)
		return r;
	return segno_timbro(op, reg, pdf.data, pdf.len);
}

static int
label(struct op *op, const struct nodo *reg)
{
	nodo_elem_printf(op->a, op->vista, "nota", "la segnatura non sta sul "
	    "documento (%s): questa è un'etichetta da unire alla copia",
	    err_msg());
	err_clear();
	return segno_etichetta(op, reg);
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *reg;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0)
		return r;
	/* of a riservata one may know the number and not the content */
	if (nodo_child(reg, "principale") == NULL)
		return err_set(ERR_ABSENT, "di %s non c'è un documento che "
		    "puoi vedere", op_campo(op, "riferimento"));
	op->vista = nodo_new(op->a, "copia");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	r = stamp(op, reg, n.anno);
	return r == ERR_INVALID ? label(op, reg) : r;
}

const struct atto atto_copia = {
	.nome = "copia",
	.sommario = "copia di cortesia di un PDF, con la segnatura",
	.norma = "art. 55 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};

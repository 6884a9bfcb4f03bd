/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * copia.c - the courtesy copy of a registered PDF, with the segnatura on its
 * first page.
 *
 * Refuses: what the user may not see in clear, a main document that is no
 * PDF.  Keeps: the registered bytes untouched; the copy is made in a cage and
 * is no longer PDF/A nor signed.  Norm: DPR 445/2000 art. 55; CAD art. 23.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/table.h"
#include "base/file.h"
#include "worker/worker.h"

#define PDF_MAX ((size_t)64 * 1024 * 1024)	/* bytes */

static int
stamp(struct op *op, const struct nodo *reg, const struct buf *pdf)
{
	const char *ora = nodo_value(op->a, reg, "ora");
	const char *righe[4] = { 0 };
	AUTO_BUF out = { 0 };
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	righe[0] = ente.denominazione;
	righe[1] = arena_printf(op->a, "%s - %s", ente.codice_ipa,
	    ente.codice_aoo);
	righe[2] = arena_printf(op->a, "Prot. %s del %.2s/%.2s/%.4s",
	    op_campo(op, "riferimento"), ora + 8, ora + 5, ora);
	if ((r = worker_stamp(&out, pdf->data, pdf->len, righe)) != 0)
		return r;
	op->bytes = arena_memdup(op->a, out.data, out.len);
	op->n_bytes = out.len;
	return 0;
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	const char *tipo, *impronta;
	struct nodo *reg;
	AUTO_BUF pdf = { 0 };
	AUTO_FD int fd = -1;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0)
		return r;
	tipo = nodo_value(op->a, reg, "principale/tipo");
	impronta = nodo_value(op->a, reg, "principale/impronta");
	/* of a riservata one may know the number and not the content */
	if (impronta == NULL)
		return err_set(ERR_ABSENT, "di %s non c'è un documento che "
		    "puoi vedere", op_campo(op, "riferimento"));
	if (strcmp(tipo, "application/pdf") != 0)
		return err_set(ERR_INVALID, "il documento di %s è %s: la "
		    "segnatura si stampa solo su un PDF",
		    op_campo(op, "riferimento"), tipo);
	if ((r = allegato_open(&fd, store_allegati(op->a, op->st, n.anno),
	    impronta)) != 0 || (r = file_read_fd(&pdf, fd, PDF_MAX)) != 0)
		return r;
	op->vista = nodo_new(op->a, "copia");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	return stamp(op, reg, &pdf);
}

const struct atto atto_copia = {
	.nome = "copia",
	.sommario = "copia di cortesia di un PDF, con la segnatura",
	.norma = "art. 55 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};

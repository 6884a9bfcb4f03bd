/* SPDX-License-Identifier: EUPL-1.2 */
/* lavoro_pdf_testo.c - the text of a PDF of others, given as fd 3, mapped where
 * it lies. */
#include "resa/pdf_testo.h"
#include "worker/operaio.h"
#include "worker/worker.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = operaio_mappa(&p, &n, "PDF")) != 0)
		return r;
	if (n == 0)
		return err_set(ERR_INVALID, "il PDF è vuoto");
	return resa_pdf_testo(out, p, n);
}

const struct lavoro lavoro_pdf_testo = {
	.nome = "pdf-testo",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 10,
	    .memoria = 2048 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/* lavoro_pdf_testo.c - the text of a PDF of others, given as fd 3, mapped where
 * it lies. */
#include <sys/mman.h>
#include <sys/stat.h>

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
	struct stat st;
	void *p;

	(void)dettaglio;
	if (fstat(3, &st) != 0)
		return err_sys("PDF");
	if (st.st_size == 0)
		return err_set(ERR_INVALID, "il PDF è vuoto");
	if ((p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, 3,
	    0)) == MAP_FAILED)
		return err_sys("PDF");
	return resa_pdf_testo(out, p, (size_t)st.st_size);
}

const struct lavoro lavoro_pdf_testo = {
	.nome = "pdf-testo",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 10,
	    .memoria = 2048 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

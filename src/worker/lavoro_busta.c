/* SPDX-License-Identifier: EUPL-1.2 */
/* lavoro_busta.c - a zip of others, given as fd 3, into its files. */
#include <string.h>

#include "worker/operaio.h"
#include "worker/worker.h"
#include "zip/zip.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return 0;
}

static int
put(void *arg, const struct zip_part *p)
{
	struct buf *out = arg;

	buf_block(out, p->nome, strlen(p->nome));
	buf_block(out, p->p, p->n);
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = operaio_mappa(&p, &n, "busta")) != 0)
		return r;
	return zip_each(p, n, BUSTA_FILE, BUSTA_APERTA, put, out);
}

const struct lavoro lavoro_busta = {
	.nome = "busta",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 120,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

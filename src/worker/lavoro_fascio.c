/* SPDX-License-Identifier: EUPL-1.2 */
/* lavoro_fascio.c - a git bundle of others, given as fd 3, into its objects. */
#include "archivio/archivio.h"
#include "worker/operaio.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return archivio_init();
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = operaio_mappa(&p, &n, "fascio")) != 0)
		return r;
	if (n == 0)
		return err_set(ERR_INVALID, "il fascio di git è vuoto");
	return bundle_unpack(out, p, n);
}

const struct lavoro lavoro_fascio = {
	.nome = "fascio",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 120,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

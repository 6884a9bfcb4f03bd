/* SPDX-License-Identifier: EUPL-1.2 */
/* lavoro_fascio.c - a git bundle of others, given as fd 3, into its objects. */
#include <sys/mman.h>
#include <sys/stat.h>

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
	struct stat st;
	void *p;

	(void)dettaglio;
	if (fstat(3, &st) != 0)
		return err_sys("fascio");
	if (st.st_size == 0)
		return err_set(ERR_INVALID, "il fascio di git è vuoto");
	if ((p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, 3,
	    0)) == MAP_FAILED)
		return err_sys("fascio");
	return bundle_unpack(out, p, (size_t)st.st_size);
}

const struct lavoro lavoro_fascio = {
	.nome = "fascio",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 120,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_csv.c - reads a table of texts, given as fd 3, where it lies: mapped,
 * never copied, never written.  `dettaglio` is the separator, NULL: guessed.
 */
#include <sys/mman.h>
#include <sys/stat.h>

#include "worker/csv.h"
#include "worker/operaio.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct csv t;
	struct stat st;
	void *p = NULL;
	int r;

	if (fstat(3, &st) != 0)
		return err_sys("tabella");
	if (st.st_size > 0 && (p = mmap(NULL, (size_t)st.st_size, PROT_READ,
	    MAP_PRIVATE, 3, 0)) == MAP_FAILED)
		return err_sys("tabella");
	if ((r = csv_read(&t, a, p != NULL ? p : "", (size_t)st.st_size,
	    dettaglio != NULL ? dettaglio[0] : 0)) != 0)
		return r;
	csv_pack(out, &t);
	return 0;
}

const struct lavoro lavoro_csv = {
	.nome = "csv",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

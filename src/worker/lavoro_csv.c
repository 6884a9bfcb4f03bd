/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_csv.c - reads a table of texts, given as fd 3, where it lies: mapped,
 * never copied, never written.  `dettaglio` is the separator, NULL: guessed.
 */
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
	const void *p;
	size_t n;
	int r;

	if ((r = operaio_mappa(&p, &n, "tabella")) != 0 ||
	    (r = csv_read(&t, a, p, n, dettaglio != NULL ? dettaglio[0] :
	    0)) != 0)
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

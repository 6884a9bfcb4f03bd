/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_rientro.c - a draft that came back from Writer: the prosa of its
 * sections (resa/rientro.h says what is refused).
 */
#include "base/file.h"
#include "resa/rientro.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF in = { 0 };
	struct nodo *root;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, RIENTRO_MAX)) != 0 ||
	    (r = rientro_leggi(&root, a, buf_str(&in), in.len)) != 0)
		return r;
	nodo_pack(out, root);
	return 0;
}

const struct lavoro lavoro_rientro = {
	.nome = "rientro",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

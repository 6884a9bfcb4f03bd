/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_eml.c - opens an e-mail, given as fd 3, where it lies: mapped, never
 * copied, never written.
 */
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();		/* daticert.xml */
	posta_init();
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct messaggio m;
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = operaio_mappa(&p, &n, "messaggio")) != 0 ||
	    (r = posta_read(&m, a, p, n)) != 0)
		return r;
	messaggio_pack(out, &m);
	return 0;
}

const struct lavoro lavoro_eml = {
	.nome = "eml",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 6144 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

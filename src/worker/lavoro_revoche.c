/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_revoche.c - a file about revocations, given as fd 3: what it is.
 */
#include "base/clock.h"
#include "base/file.h"
#include "firme/revoche.h"
#include "worker/operaio.h"
#include "worker/worker.h"

static int
prepara(const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct revoche x;

	(void)dettaglio;
	if (revoche_read(&x, a, "0", 1) != 0)	/* libcrypto wakes up */
		err_clear();
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "revoche");
	AUTO_BUF in = { 0 };
	char ora[ORA_LEN + 1];
	struct revoche x;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 3, REVOCHE_MAX)) != 0 ||
	    (r = revoche_read(&x, a, buf_str(&in), in.len)) != 0)
		return r;
	nodo_set(a, n, "tipo", x.tipo);
	nodo_set(a, n, "emittente", x.emittente);
	clock_iso(ora, x.dal);
	nodo_set(a, n, "dal", ora);
	if (x.al != 0) {
		clock_iso(ora, x.al);
		nodo_set(a, n, "al", ora);
	}
	nodo_pack(out, n);
	return 0;
}

const struct lavoro lavoro_revoche = {
	.nome = "revoche",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 30,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

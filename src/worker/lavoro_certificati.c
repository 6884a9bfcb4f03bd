/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_certificati.c - certificates that others gave, each read and
 * described alone: one that cannot be read says why and stops no other.
 *
 * libcrypto reads its configuration at first use: that is before the door is
 * closed.
 */
#include "base/clock.h"
#include "base/file.h"
#include "firme/cms.h"
#include "worker/operaio.h"
#include "worker/worker.h"

static int
prepara(const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct certificato c;

	(void)dettaglio;
	if (certificato_read(&c, a, "0", 1) != 0)
		err_clear();
	return 0;
}

static void
describe(struct nodo *n, struct arena *a, const struct certificato *c)
{
	char ora[ORA_LEN + 1];

	nodo_set(a, n, "impronta", c->impronta);
	nodo_set(a, n, "soggetto", c->soggetto);
	nodo_set(a, n, "nome", c->nome);
	nodo_set(a, n, "emittente", c->emittente);
	nodo_set(a, n, "seriale", c->seriale);
	nodo_set(a, n, "algoritmo", c->algoritmo);
	clock_iso(ora, c->dal);
	nodo_set(a, n, "dal", ora);
	clock_iso(ora, c->al);
	nodo_set(a, n, "al", ora);
	if (c->puo_firmare)
		nodo_set(a, n, "puo-firmare", "si");
	if (c->autorita)
		nodo_set(a, n, "autorita", "si");
	if (c->qualificato)
		nodo_set(a, n, "qualificato", "si");
}

static void
read_one(struct nodo *out, struct arena *a, const void *p, size_t n)
{
	struct certificato c;
	AUTO_BUF pem = { 0 };
	struct nodo *x;

	if (certificato_read(&c, a, p, n) != 0 ||
	    certificato_pem(&pem, p, n) != 0) {
		nodo_elem_text(a, out, "illeggibile", err_msg());
		err_clear();
		return;
	}
	x = nodo_elem_text(a, out, "certificato", buf_str(&pem));
	describe(x, a, &c);
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct nodo *tree = nodo_new(a, "certificati");
	AUTO_BUF in = { 0 };
	struct cursor c;
	const void *p;
	size_t n;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, 2 * CERTIFICATI_MAX)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)buf_str(&in), in.len };
	while (c.left > 0) {
		if (cursor_block(&p, &n, &c) != 0)
			return err_set(ERR_FAULT, "richiesta senza forma");
		read_one(tree, a, p, n);
	}
	nodo_pack(out, tree);
	return 0;
}

const struct lavoro lavoro_certificati = {
	.nome = "certificati",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

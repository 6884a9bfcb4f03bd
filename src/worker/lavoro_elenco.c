/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_elenco.c - a national trust list into the services it vouches for
 * (firme/elenco.c).  Its signature is looked at by another job.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "firme/xades.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

/* Names of services are words of others. */
static int
clean(struct nodo *elenco, struct arena *a)
{
	struct nodo *s;
	char *nfc;
	int r;

	for (s = nodo_child(elenco, "servizio"); s != NULL;
	    s = nodo_next(s, "servizio")) {
		if ((r = utf8_nfc(&nfc, a, nodo_attr(s, "nome"))) != 0)
			return r;
		nodo_set(a, s, "nome", utf8_strip(a, nfc));
	}
	return 0;
}

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
	struct nodo *elenco;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, ELENCO_MAX)) != 0 ||
	    (r = elenco_fiducia(&elenco, a, buf_str(&in), in.len)) != 0 ||
	    (r = clean(elenco, a)) != 0)
		return r;
	nodo_pack(out, elenco);
	return 0;
}

const struct lavoro lavoro_elenco = {
	.nome = "elenco",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_modello.c - a model of letters made by others, taken in: what opens
 * its package, reads its text and writes both anew stands in the cage.
 *
 * Refuses what modello_accogli does; its findings come back as rilievi.
 */
#include <string.h>

#include "base/file.h"
#include "resa/modello.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();
	return xml_preload_sheet("modello");
}

/* What the parent asks: title, dictionary, then the bytes of the model. */
struct domanda {
	const char *titolo;
	struct nodo *dizionario;
	const void *p;
	size_t n;
};

static int
read_question(struct domanda *out, struct arena *a, struct cursor *c)
{
	const void *t;
	size_t n;
	int r;

	if ((r = cursor_block(&t, &n, c)) != 0 ||
	    (r = nodo_unpack(&out->dizionario, a, c)) != 0 ||
	    (r = cursor_block(&out->p, &out->n, c)) != 0)
		return r;
	out->titolo = arena_strndup(a, t, n);
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF in = { 0 }, odt = { 0 };
	struct rilievi ril = { .a = a };
	struct nodo *scheda = NULL;
	struct domanda d;
	struct cursor c;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, MODELLO_MAX + 2 * MB)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)in.data, in.len };
	if ((r = read_question(&d, a, &c)) != 0 ||
	    (r = modello_accogli(&odt, &scheda, &ril, a, d.p, d.n,
	    d.dizionario, d.titolo)) != 0)
		return r;
	nodo_pack(out, rilievi_nodo(a, &ril));
	buf_u32(out, scheda != NULL);
	if (scheda == NULL)
		return 0;
	buf_block(out, odt.data, odt.len);
	nodo_pack(out, scheda);
	return 0;
}

const struct lavoro lavoro_modello = {
	.nome = "modello",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 1024 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

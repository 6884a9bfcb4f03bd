/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_firme.c - the signatures of a file of others, given as fd 3: mapped,
 * never copied, never written.  On stdin comes what the parent has of his own:
 * whom we trust, what is known of revocations, and a signature that is apart
 * from its file.
 *
 * libcrypto and xmlsec read their configuration and make their tables at first
 * use: that use is before the door is closed, on bytes of ours.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "firme/xades.h"
#include "worker/firme_trovate.h"
#include "worker/operaio.h"
#include "worker/richiesta_firme.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	static const unsigned char nothing[] = { 0x30, 0x80, 0x00, 0x00 };
	AUTO_BUF empty = { 0 };
	const struct fiducia nobody = { 0 };
	AUTO(arena) a = arena_new();
	struct prova *prove = NULL;
	struct nodo *tree;
	int cms, xades;

	(void)dettaglio;
	xml_init();
	nodo_write(&empty, nodo_new(a, "vuoto"));
	cms = verifica_cms(&tree, NULL, &prove, a, nothing, sizeof nothing,
	    NULL, &nobody);
	xades = verifica_xades(&tree, &prove, a, empty.data, empty.len,
	    &nobody);
	if (cms == 0 || xades == 0)
		return err_set(ERR_FAULT, "si verifica ciò che non è firmato");
	err_clear();
	return 0;
}

static void
answer(struct buf *out, const struct nodo *firme,
    const struct buf *contenuto, const struct prova *prove)
{
	const struct prova *p;
	uint32_t n = 0;

	nodo_pack(out, firme);
	buf_block(out, contenuto->len > 0 ? contenuto->data : "",
	    contenuto->len);
	for (p = prove; p != NULL; p = p->succ)
		n++;
	buf_u32(out, n);
	for (p = prove; p != NULL; p = p->succ) {
		buf_block(out, p->tipo, strlen(p->tipo));
		buf_block(out, p->p, p->n);
	}
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF in = { 0 }, contenuto = { 0 };
	struct richiesta_firme q;
	struct prova *prove = NULL;
	struct byte_dati file;
	struct nodo *firme;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, RICHIESTA_FIRME_MAX)) != 0 ||
	    (r = richiesta_firme_unpack(&q, a, &in)) != 0 ||
	    (r = operaio_mappa(&file.p, &file.n, "file firmato")) != 0)
		return r;
	if (q.staccata)
		r = firme_trovate(&firme, NULL, &prove, a, &q.firma, &file,
		    &q.fiducia);
	else
		r = firme_trovate(&firme, &contenuto, &prove, a, &file, NULL,
		    &q.fiducia);
	if (r != 0)
		return r;
	answer(out, firme, &contenuto, prove);
	return 0;
}

const struct lavoro lavoro_firme = {
	.nome = "firme",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 4096 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};

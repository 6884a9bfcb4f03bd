/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_openpgp.c - many OpenPGP signatures of ours at once, on stdin with
 * the public keys they are of; a byte of answer for each.  It keeps librnp out
 * of all other processes.
 */
#include <string.h>

#include "base/file.h"
#include "firme/firme.h"
#include "firme/rapida.h"
#include "worker/operaio.h"
#include "worker/worker.h"

static struct rapida *rapida;

/* librnp makes its tables and wants random numbers at first use. */
static int
prepara(const char *dettaglio)
{
	static const char nothing[] = "-----BEGIN PGP SIGNATURE-----\n"
	    "\niAYEABYKAAA=\n-----END PGP SIGNATURE-----\n";
	int r;

	(void)dettaglio;
	if ((r = rapida_new(&rapida)) == 0)
		(void)rapida_vale(rapida, "", nothing, sizeof nothing - 1, "x",
		    1);
	return r;
}

static int
take_keys(struct cursor *c)
{
	const void *p;
	uint32_t i, n;
	size_t len;
	int r;

	if ((r = cursor_u32(&n, c)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if ((r = cursor_block(&p, &len, c)) != 0)
			return r;
		rapida_key(rapida, p, len);
	}
	return 0;
}

static int
look_at_one(struct buf *out, struct cursor *c)
{
	char chiave[CHIAVE_LEN + 1] = "";
	const void *who, *firma, *data;
	size_t len, firma_n, n;
	int r;

	if ((r = cursor_block(&who, &len, c)) != 0 ||
	    (r = cursor_block(&firma, &firma_n, c)) != 0 ||
	    (r = cursor_block(&data, &n, c)) != 0)
		return r;
	if (len != CHIAVE_LEN)
		return err_set(ERR_INVALID, "non è l'impronta di una chiave");
	memcpy(chiave, who, len);
	buf_putc(out, rapida_vale(rapida, chiave, firma, firma_n, data, n));
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO_BUF in = { 0 }, said = { 0 };
	struct cursor c;
	uint32_t i, n;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, OPENPGP_MAX)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)buf_str(&in), in.len };
	if ((r = take_keys(&c)) != 0 || (r = cursor_u32(&n, &c)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = look_at_one(&said, &c)) != 0)
			return r;
	buf_block(out, buf_str(&said), said.len);
	return 0;
}

const struct lavoro lavoro_openpgp = {
	.nome = "openpgp",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 120,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui,
};

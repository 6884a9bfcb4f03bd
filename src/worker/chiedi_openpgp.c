/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi_openpgp.c - the parent's side of the job `openpgp`.  What it answers
 * is one byte for each signature, 0 or 1, and nothing else.
 */
#include <string.h>

#include "worker/operaio.h"
#include "worker/worker.h"

int
worker_openpgp(bool *vale, const struct firma_da_vedere *firme, int n,
    const struct byte_dati *chiavi, int n_chiavi)
{
	AUTO_BUF in = { 0 }, answer = { 0 };
	struct richiesta q = { .lavoro = "openpgp", .pesante = true,
	    .secondi = 180, .out_max = 64 + (size_t)n };
	const void *said;
	struct cursor c;
	size_t len;
	int r, i;

	buf_u32(&in, (uint32_t)n_chiavi);
	for (i = 0; i < n_chiavi; i++)
		buf_block(&in, chiavi[i].p, chiavi[i].n);
	buf_u32(&in, (uint32_t)n);
	for (i = 0; i < n; i++) {
		buf_block(&in, firme[i].chiave, strlen(firme[i].chiave));
		buf_block(&in, firme[i].firma.p, firme[i].firma.n);
		buf_block(&in, firme[i].dati.p, firme[i].dati.n);
	}
	if (in.len > OPENPGP_MAX)
		return err_set(ERR_INVALID, "troppe firme in una volta");
	q.p = in.data;
	q.n = in.len;
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	if (cursor_block(&said, &len, &c) != 0 || c.left != 0 ||
	    len != (size_t)n)
		return chiedi_lie();
	for (i = 0; i < n; i++)
		vale[i] = ((const char *)said)[i] == 1;
	return 0;
}

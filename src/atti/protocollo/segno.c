/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/segno.h"

#include "documenti/segnatura.h"
#include "registro/registro.h"
#include "resa/resa.h"
#include "worker/worker.h"

static int
read_ente(struct segnatura_ente *out, struct op *op)
{
	struct ente e;
	int r;

	if ((r = registro_ente(&e, op->a, op->st->registro)) != 0)
		return r;
	*out = (struct segnatura_ente){ e.denominazione, e.codice_ipa,
	    e.codice_aoo };
	return 0;
}

static void
hand_over(struct op *op, const struct buf *out)
{
	op->bytes = arena_memdup(op->a, out->data, out->len);
	op->n_bytes = out->len;
}

int
segno_etichetta(struct op *op, const struct nodo *reg)
{
	const char *righe[SEGNATURA_RIGHE];
	struct segnatura_ente ente;
	AUTO_BUF out = { 0 };
	int r;

	if ((r = read_ente(&ente, op)) != 0)
		return r;
	segnatura_righe(righe, op->a, &ente, reg, true);
	if ((r = resa_label(&out, righe,
	    segnatura_qr(op->a, &ente, reg))) != 0)
		return r;
	hand_over(op, &out);
	return 0;
}

int
segno_timbro(struct op *op, const struct nodo *reg, const void *pdf, size_t n)
{
	const char *righe[SEGNATURA_RIGHE];
	struct segnatura_ente ente;
	AUTO_BUF out = { 0 };
	int r;

	if ((r = read_ente(&ente, op)) != 0)
		return r;
	segnatura_righe(righe, op->a, &ente, reg, false);
	if ((r = worker_stamp(&out, pdf, n, righe,
	    segnatura_qr(op->a, &ente, reg))) != 0)
		return r;
	hand_over(op, &out);
	return 0;
}

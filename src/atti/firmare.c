/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firmare.h"

#include "firme/firme.h"

/* With the enrolled public key alone, as `verifica` will do it. */
static int
check(struct op *op, const char *chiave, const struct buf *sig, const void *p,
    size_t n)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF key = { 0 };
	struct chiave ignored;
	struct verdetto v;
	int r;

	if ((r = store_bytes(&key, op->st, "ente", arena_printf(op->a,
	    "chiavi/%s.asc", chiave))) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&ignored, op->a, ring, key.data,
	    key.len)) != 0 ||
	    (r = verifica_openpgp(&v, op->a, ring, chiave, sig->data, sig->len,
	    p, n)) != 0)
		return r;
	if (v.esito != FIRMA_VALIDA)
		return err_set(ERR_INVALID, "la firma appena fatta non si "
		    "verifica: %s", v.testo);
	return 0;
}

int
firmare(struct buf *out, const char **chiave, struct op *op, const void *p,
    size_t n)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF sig = { 0 };
	int r;

	if ((r = registro_chiave_di(chiave, op->a, op->st->registro,
	    op->utente)) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_open(&ring, op->portachiavi)) != 0 ||
	    (r = firma_openpgp(&sig, ring, *chiave, p, n)) != 0 ||
	    (r = check(op, *chiave, &sig, p, n)) != 0)
		return r;
	buf_append(out, sig.data, sig.len);
	return 0;
}

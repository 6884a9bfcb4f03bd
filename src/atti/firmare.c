/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firmare.h"

#include "firme/firme.h"

int
firmare_esamina(struct op *op)
{
	const char *chiave;
	int r;

	if (op->per != NULL)
		op_errore(op, "", "firma-altrui", "art. 20 CAD",
		    "una firma è personale: non si firma per conto di %s",
		    op->per);
	r = registro_chiave_di(&chiave, op->a, op->st->registro, op->utente);
	if (r == ERR_ABSENT) {
		op_errore(op, "", "senza-chiave", "art. 20 CAD", "per questo "
		    "atto si firma, e non hai una chiave: il responsabile la "
		    "lega a te con «arruola-chiave»");
		return 0;
	}
	return r;
}

/* With the operator's own keyring; what a person can mend is a rilievo. */
static int
sign(struct buf *out, struct op *op, const char *chiave, const void *p,
    size_t n)
{
	AUTO(portachiavi) own = NULL;
	int r;

	if ((r = portachiavi_open(&own, op->mezzi.portachiavi)) == 0)
		r = firma_openpgp(out, own, chiave, p, n);
	if (r == ERR_ABSENT || r == ERR_FORBIDDEN || r == ERR_INVALID) {
		op_errore(op, "", "firma-non-fatta", NULL, "la chiave %s non "
		    "ha firmato: %s", chiave, err_msg());
		err_clear();
		return 1;
	}
	return r;
}

/* Is it good for the key that is enrolled, and for no other? */
static int
confirm(struct op *op, const char *chiave, const struct buf *asc,
    const void *p, size_t n)
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
	    (r = verifica_openpgp(&v, op->a, ring, chiave, asc->data,
	    asc->len, p, n)) != 0)
		return r;
	if (v.esito == FIRMA_VALIDA)
		return 0;
	op_errore(op, "", "firma-non-valida", "art. 20 CAD",
	    "la firma non vale con la chiave arruolata: %s", v.testo);
	return 1;
}

int
firmare(struct buf *out, const char **chiave, struct op *op, const void *p,
    size_t n)
{
	AUTO_BUF asc = { 0 };
	int r;

	if ((r = registro_chiave_di(chiave, op->a, op->st->registro,
	    op->utente)) != 0 || (r = firme_init()) != 0 ||
	    (r = sign(&asc, op, *chiave, p, n)) != 0 ||
	    (r = confirm(op, *chiave, &asc, p, n)) != 0)
		return r;
	buf_append(out, asc.data, asc.len);
	return 0;
}

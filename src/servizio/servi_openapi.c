/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_openapi.c - the description of /api/v1, for a web child, which has no
 * table of atti.  It is the same for everybody and needs no session.
 */
#include "servizio/openapi.h"
#include "servizio/servi.h"

/* Made once a process. */
static struct buf description;

static int
openapi(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	int r;

	(void)richiesta;
	(void)c;
	if (description.len == 0 &&
	    (r = servizio_openapi(&description)) != 0) {
		buf_clear(&description);
		return r;
	}
	return servi_rendi(risposta, s, "openapi.json", "application/json",
	    description.data, description.len);
}

const struct servi_riga servi_righe_openapi[] = {
	{ "openapi", CODA_LETTURE, SERVI_SENZA_SESSIONE | SERVI_SENZA_CSRF,
	    openapi },
	{ 0 }
};

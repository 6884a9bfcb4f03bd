/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * caso_passaggio.c - the state of a cartella: asked before the act, written on
 * its cover by it.  Refuses what passaggio.c refuses.
 */
#include <string.h>

#include "atti/caso/caso_passaggio.h"
#include "atti/caso/passaggio.h"
#include "documenti/cartella.h"

int
caso_stato(struct op *op, const struct caso *caso, const char *esito)
{
	return passaggio_esamina(op, OGGETTO_CARTELLA, caso->c.stato, esito);
}

int
caso_passa(struct op *op, const struct caso *caso, const char *esito)
{
	struct nodo *cover;
	int r;

	if ((r = passaggio_copertina(&cover, op, caso->folder,
	    OGGETTO_CARTELLA, esito)) != 0)
		return r;
	if (strcmp(nodo_value(op->a, cover, "stato"), caso->c.stato) != 0)
		op_deposita(op, caso->folder, CARTELLA_COPERTINA, cover);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoca_liberatoria.c - a liberatoria is taken back: from that day it holds
 * no more.
 *
 * Refuses: a closed cartella; a liberatoria that is not there, or was taken
 * back already; a day before its signature.  Keeps: the liberatoria as it was
 * signed; what other bodies consulted by it is closed to them.  Norm: GDPR art. 7 (3).
 */
#include <string.h>

#include "atti/caso/schede.h"
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/liberatoria.h"

static const struct scrittura revoca = {
	.tipo = "revoca-liberatoria",
	.che = "la revoca",
	.dir = "liberatorie",
};

/* Was it taken back before? */
static int
check_earlier(struct op *op, const struct caso *caso, const char *path)
{
	const char *by;
	int r = schede_revocata(&by, op, caso->folder, path);

	if (r == 0 && by != NULL)
		op_errore(op, "liberatoria", "gia-revocata", NULL,
		    "%s è già revocata da %s", path, by);
	return r;
}

static int
esamina(struct op *op)
{
	const char *path = op_campo(op, "liberatoria");
	struct attuale at;
	struct nodo *lib;
	struct caso caso;
	int r;

	if ((r = scrivere_esamina(op, &revoca)) != 0 ||
	    (r = scrivere_protocollo(op)) != 0 ||
	    (r = caso_find(&caso, op)) != 0)
		return r;
	r = registro_attuale(&at, op->a, op->st->registro, caso.folder, path);
	if (r == ERR_ABSENT || (r == 0 &&
	    strcmp(at.tipo, "liberatoria") != 0)) {
		op_errore(op, "liberatoria", "liberatoria-ignota", NULL,
		    "nella cartella non c'è la liberatoria %s", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&lib, op->a, op->st, caso.folder,
	    path)) != 0)
		return r;
	revoca_liberatoria_check(&op->ril, op->in, lib, op_oggi(op));
	return check_earlier(op, &caso, path);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &revoca);
}

const struct atto atto_revoca_liberatoria = {
	.nome = "revoca-liberatoria",
	.sommario = "revoca una liberatoria: da quel giorno non vale più",
	.norma = "art. 7(3) GDPR",
	.esamina = esamina,
	.applica = applica,
};

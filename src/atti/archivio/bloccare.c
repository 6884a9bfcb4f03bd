/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/archivio/bloccare.h"

#include <stdlib.h>

/* The hold of that number, if it is in force. */
static int
find_hold(struct bloccato *out, struct op *op, const char *numero)
{
	struct attuale now;
	struct nodo *doc;
	const char *path;
	int r;

	path = ordinale_path(op->a, DIR_BLOCCHI,
	    (int)strtol(numero, NULL, 10), ".xml");
	r = registro_attuale(&now, op->a, op->st->registro, out->folder, path);
	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "blocco", "nessun-blocco", NULL, "su %s non c'è "
		    "un blocco %s: «conservazione» dice quali ci sono",
		    numero_text(op->a, &out->c.n), numero);
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, out->folder,
	    path)) != 0)
		return r;
	if (nodo_child(doc, "cessazione") != NULL)
		op_errore(op, "blocco", "blocco-tolto", NULL, "il blocco %s "
		    "non vale più dal %s", numero,
		    nodo_value(op->a, doc, "cessazione/data"));
	out->percorso = path;
	return 0;
}

int
blocco_find(struct bloccato *out, struct op *op)
{
	const char *numero = op_campo(op, "blocco");
	int r;

	*out = (struct bloccato){ .percorso = NULL };
	if ((r = contenitore_find(&out->c, op, op_campo(op,
	    "riferimento"))) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->c.n);
	/* one that was there before it became a cartella can be looked at */
	if (out->c.livello > 1 && numero == NULL)
		op_errore(op, "riferimento", "sta-in-altro", NULL, "%s sta in "
		    "altro, e si conserva con ciò che lo contiene: si blocca "
		    "quello", numero_text(op->a, &out->c.n));
	return numero != NULL ? find_hold(out, op, numero) : 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/schede.h"

#include "atti/cartella.h"
#include "documenti/liberatoria.h"
#include "documenti/scheda_segretariato.h"

void
schede_esamina(struct op *op)
{
	const struct nodo *scheda = nodo_child(op->in, "scheda"), *l;
	const char *oggi = op_oggi(op);

	if (scheda != NULL)
		scheda_segretariato_check(&op->ril, scheda, oggi);
	for (l = nodo_child(op->in, "liberatoria"); l != NULL;
	    l = nodo_next(l, "liberatoria"))
		liberatoria_check(&op->ril, l, oggi);
}

int
schede_liberatorie(struct op *op, const char *folder)
{
	const struct nodo *l;
	int r, n;

	if ((r = registro_documenti(&n, op->st->registro, folder,
	    "liberatorie")) != 0)
		return r;
	for (l = nodo_child(op->in, "liberatoria"); l != NULL;
	    l = nodo_next(l, "liberatoria"))
		op_deposita(op, folder, ordinale_path(op->a, "liberatorie",
		    ++n, ".xml"), nodo_copy(op->a, l));
	return 0;
}

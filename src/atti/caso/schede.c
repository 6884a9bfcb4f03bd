/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/schede.h"

#include <string.h>

#include "atti/caso/cartella.h"
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

int
schede_revocata(const char **out, struct op *op, const char *folder,
    const char *liberatoria)
{
	struct attuale *list;
	struct nodo *doc;
	int r, i, n;

	*out = NULL;
	if ((r = registro_attuali(&list, &n, op->a, op->st->registro,
	    folder)) != 0)
		return r;
	for (i = 0; i < n && *out == NULL; i++) {
		if (strcmp(list[i].tipo, "revoca-liberatoria") != 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, folder,
		    list[i].percorso)) != 0)
			return r;
		if (strcmp(nodo_value(op->a, doc, "liberatoria"),
		    liberatoria) == 0)
			*out = list[i].percorso;
	}
	return 0;
}

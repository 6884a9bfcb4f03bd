/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/voci.h"

#include <string.h>

#include "documenti/numero.h"
#include "documenti/voce_diario.h"
#include "registro/diario.h"

int
voci_correzioni(struct nodo *doc, struct op *op, const struct numero *cartella,
    const char *percorso)
{
	struct occhio occhio = op_occhio(op);
	const char **paths;
	struct nodo *c;
	int r, i, n;

	if (strcmp(doc->nome, VOCE_DIARIO) != 0)
		return 0;
	if ((r = registro_correzioni_voce(&paths, &n, op->a, op->st->registro,
	    &occhio, cartella, percorso)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if ((r = store_documento(&c, op->a, op->st,
		    numero_folder(op->a, cartella), paths[i])) != 0)
			return r;
		nodo_add(doc, c);
	}
	return 0;
}

int
voci_leggi(struct nodo **out, struct op *op, const struct numero *cartella,
    const char *percorso)
{
	int r;

	if ((r = store_documento(out, op->a, op->st, numero_folder(op->a,
	    cartella), percorso)) != 0)
		return r;
	return voci_correzioni(*out, op, cartella, percorso);
}

int
voci_posto(const char **out, struct op *op, const char *folder,
    const char *dir, const struct nodo *doc)
{
	int r, n;

	if (voce_diario_riservata(op->a, doc)) {
		*out = arena_printf(op->a, "%s/%.2s/%s.xml", RISERVATE_DIR,
		    op->id, op->id);
		return 0;
	}
	if ((r = registro_documenti(&n, op->st->registro, folder, dir)) != 0)
		return r;
	*out = ordinale_path_grouped(op->a, dir, n + 1, ".xml");
	return 0;
}

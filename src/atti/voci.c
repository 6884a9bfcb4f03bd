/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/voci.h"

#include <string.h>

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

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra_403.c - the hours of an urgent placement of a minor, and of what
 * followed it: notice to the PM, written transmission, the PM's request, the
 * decree, the hearing.  The terms in hours are counted from them.
 *
 * Refuses: a closed cartella, hours to come, a step without the one before it.
 * Warns: the PM not yet told, an hour other than was said.  Keeps: what is
 * added is a new version, each of them stays.  Norm: art. 403 c.c.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/collocamento.h"

#define TIPO "collocamento-403"
#define DIR "provvedimenti"

/* The placement to add to; *prima NULL: a new one. */
static int
find_earlier(struct attuale *out, struct nodo **prima, struct op *op,
    const struct caso *caso)
{
	const char *path = op_campo(op, "collocamento");
	int r;

	*prima = NULL;
	memset(out, 0, sizeof *out);
	if (path == NULL)
		return 0;
	r = registro_attuale(out, op->a, op->st->registro, caso->folder, path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(out->tipo, TIPO) != 0)) {
		err_clear();
		op_errore(op, "collocamento", "collocamento-ignoto", NULL,
		    "nella cartella non c'è il collocamento %s", path);
		return 0;
	}
	if (r != 0)
		return r;
	return store_documento(prima, op->a, op->st, caso->folder, path);
}

static int
esamina(struct op *op)
{
	struct attuale earlier;
	struct nodo *prima;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = find_earlier(&earlier, &prima, op, &caso)) != 0)
		return r;
	if (prima != NULL || op_campo(op, "collocamento") == NULL)
		collocamento_check(&op->ril, op->in, prima,
		    op->ora != 0 ? op->ora : clock_now());
	return 0;
}

static int
applica(struct op *op)
{
	struct attuale earlier;
	struct nodo *prima, *doc;
	struct caso caso;
	int r, n;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = find_earlier(&earlier, &prima, op, &caso)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    DIR)) != 0)
		return r;
	doc = collocamento_make(op->a, op->in, prima, op_agente(op));
	if (prima != NULL)
		nodo_set(op->a, doc, "id", earlier.id);
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, prima != NULL ? earlier.percorso :
	    ordinale_path(op->a, DIR, n + 1, ".xml"), doc);
	return 0;
}

const struct atto atto_registra_403 = {
	.nome = "registra-403",
	.sommario = "registra le ore di un collocamento di urgenza",
	.norma = "art. 403 c.c.",
	.esamina = esamina,
	.applica = applica,
};

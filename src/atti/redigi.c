/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * redigi.c - write a relazione, or write it again.
 *
 * Refuses: a closed cartella; a relazione that mixes or leaves out what was
 * found, what was said, what is thought of it; one con esito without its
 * proposal; a signed one (a new one is written).  Keeps: a new version has the
 * id of the old.  Norm: art. 473-bis.27 c.p.c.
 */
#include <string.h>

#include "atti/cartella.h"
#include "atti/table.h"
#include "documenti/relazione.h"

/* The relazione to be written again; id NULL: a new one. */
static int
find_earlier(struct attuale *out, struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "relazione");
	int r;

	memset(out, 0, sizeof *out);
	if (path == NULL)
		return 0;
	r = registro_attuale(out, op->a, op->st->registro, caso->folder, path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(out->tipo, "relazione") != 0)) {
		memset(out, 0, sizeof *out);
		op_errore(op, "relazione", "relazione-ignota", NULL,
		    "nella cartella non c'è la relazione %s", path);
		return 0;
	}
	return r;
}

static int
check_unsigned(struct op *op, const struct attuale *earlier)
{
	struct firma_riga *firme;
	int r, n;

	if (earlier->id == NULL)
		return 0;
	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    earlier->id)) != 0)
		return r;
	if (n > 0)
		op_errore(op, "relazione", "relazione-firmata", "art. 20 CAD",
		    "%s è firmata da %s: non si riscrive, se ne redige una "
		    "nuova", earlier->percorso, firme[0].utente);
	return 0;
}

static int
esamina(struct op *op)
{
	struct attuale earlier;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = find_earlier(&earlier, op, &caso)) != 0 ||
	    (r = check_unsigned(op, &earlier)) != 0)
		return r;
	relazione_check(&op->ril, op->in);
	return 0;
}

static int
applica(struct op *op)
{
	struct attuale earlier;
	struct nodo *doc;
	struct caso caso;
	int r, n;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = find_earlier(&earlier, op, &caso)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    "relazioni")) != 0)
		return r;
	doc = relazione_make(op->a, op->in, op_agente(op), op_oggi(op));
	if (earlier.id != NULL)
		nodo_set(op->a, doc, "id", earlier.id);
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, earlier.id != NULL ? earlier.percorso :
	    ordinale_path(op->a, "relazioni", n + 1, ".xml"), doc);
	return 0;
}

const struct atto atto_redigi = {
	.nome = "redigi",
	.sommario = "scrive una relazione, o la riscrive finché non è firmata",
	.norma = "art. 473-bis.27 c.p.c.",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/riservatezza/misura.h"

#include "atti/atto.h"
#include "documenti/equipe.h"

int
misura_find(struct misurato *out, struct op *op, const char *path)
{
	struct occhio occhio = op_occhio(op);
	struct cartella cartella;
	struct accesso accesso;
	int r;

	if ((r = numero_parse(&out->n, op_campo(op, path))) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	if (out->n.serie == SERIE_ACCESSO) {
		r = registro_accesso(&accesso, op->a, op->st->registro,
		    &occhio, &out->n);
		out->responsabile = r == 0 ? accesso.responsabile : NULL;
		return r;
	}
	r = registro_cartella(&cartella, op->a, op->st->registro, &occhio,
	    &out->n);
	out->responsabile = r == 0 ? cartella.responsabile : NULL;
	return r;
}

int
misura_utente(struct op *op, const char *path, const char *codice)
{
	struct utente u;
	int r = registro_utente(&u, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT || (r == 0 && !u.attivo))
		op_errore(op, path, "utente-ignoto", NULL,
		    "%s non è un utente in servizio", codice);
	return r == ERR_ABSENT ? 0 : r;
}

int
misura_percorso(const char **out, struct op *op, const char *folder,
    const char *dir)
{
	int r, n;

	if ((r = registro_documenti(&n, op->st->registro, folder, dir)) != 0)
		return r;
	*out = ordinale_path_grouped(op->a, dir, n + 1, ".xml");
	return 0;
}

int
misura_togli(struct op *op, const struct luogo *l, const char *data)
{
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, l->cartella,
	    l->percorso)) != 0)
		return r;
	misura_cessa(op->a, doc, data, op_agente(op), op_campo(op, "motivo"),
	    op_campo(op, "provvedimento"));
	op_deposita(op, l->cartella, l->percorso, doc);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/determine.h"

#include <string.h>

#include "documenti/regole.h"

int
determina_trova(struct nodo **out, struct op *op, const struct caso *caso,
    bool bozza)
{
	const char *path = op_campo(op, "determinazione");
	struct attuale at;
	struct nodo *doc;
	int r;

	*out = NULL;
	r = registro_attuale(&at, op->a, op->st->registro, caso->folder,
	    path);
	if (r == ERR_ABSENT ||
	    (r == 0 && strcmp(at.tipo, "determinazione") != 0)) {
		op_errore(op, "determinazione", "non-determinazione", NULL,
		    "%s non è una determinazione di questa cartella", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, caso->folder,
	    path)) != 0)
		return r;
	if (determinazione_bozza(op->a, doc) == bozza)
		*out = doc;
	else if (bozza)
		op_errore(op, "determinazione", "gia-adottata",
		    "art. 107 D.lgs 267/2000", "%s è già adottata, con il "
		    "numero %s: non si riscrive", path,
		    nodo_value(op->a, doc, "adozione/numero"));
	else
		op_errore(op, "determinazione", "non-adottata", NULL,
		    "%s è ancora una bozza: prima il dirigente la firma con "
		    "«determina»", path);
	return 0;
}

int
determina_pendente(const char **out, struct op *op, const struct caso *caso)
{
	const char *path;
	struct nodo *doc;
	int r, n;

	*out = NULL;
	if ((r = registro_documenti(&n, op->st->registro, caso->folder,
	    "determinazioni")) != 0 || n == 0)
		return r;
	/* only the last can be one */
	path = ordinale_path(op->a, "determinazioni", n, ".xml");
	if ((r = store_documento(&doc, op->a, op->st, caso->folder,
	    path)) != 0)
		return r;
	if (determinazione_bozza(op->a, doc))
		*out = path;
	return 0;
}

void
determina_motiva(struct op *op, const struct istruttoria *is,
    const struct nodo *doc)
{
	if (strcmp(nodo_value(op->a, doc, "esito"), ESITO_RESPINTA) != 0 ||
	    is->osservazioni == 0 || prosa_present(op->a, doc, "osservazioni"))
		return;
	op_errore(op, op_campo(op, "esito") != NULL ? "osservazioni" :
	    "determinazione", "osservazioni-ignorate",
	    "art. 10-bis L. 241/1990", "sono arrivate osservazioni: la bozza "
	    "deve dire perché non si accolgono (--osservazioni)");
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prepara_determina.c - the draft of a determinazione, or the draft again.
 *
 * Refuses: an inquiry that has not begun, a second draft while one waits, one
 * that is adopted; what is granted without its interventi, or for more than
 * is committed; a no that says nothing of the observations received.  Warns:
 * an oggetto that names the person, for it is published.
 * Norm: L. 241/1990 artt. 3, 6; D.lgs 33/2013 art. 26 c. 4.
 */
#include "atti/caso/caso_passaggio.h"
#include "atti/caso/determine.h"
#include "atti/table.h"

static int
check_one_draft(struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "determinazione"), *waiting;
	struct nodo *ignored;
	int r;

	if (path != NULL)
		return determina_trova(&ignored, op, caso, true);
	if ((r = determina_pendente(&waiting, op, caso)) != 0)
		return r;
	if (waiting != NULL)
		op_errore(op, "determinazione", "bozza-in-attesa", NULL,
		    "una bozza aspetta già la firma: riscrivila con "
		    "--determinazione %s", waiting);
	return 0;
}

/* The offices that are to control what is granted. */
static int
check_offices(struct op *op)
{
	const struct nodo *x = nodo_child(op->in, "intervento");
	const char *ufficio, *ignored;
	int r;

	for (; x != NULL; x = nodo_next(x, "intervento")) {
		if ((ufficio = nodo_value(op->a, x, "controllo")) == NULL)
			continue;
		r = registro_ufficio(&ignored, op->a, op->st->registro,
		    ufficio);
		if (r == ERR_ABSENT)
			op_errore(op, "intervento/controllo",
			    "ufficio-ignoto", NULL, "l'ufficio %s non esiste",
			    ufficio);
		else if (r != 0)
			return r;
	}
	return 0;
}

static int
esamina(struct op *op)
{
	struct istruttoria is;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = caso_stato(op, &caso, NULL)) != 0 ||
	    (r = istruttoria_avviata(&is, op, &caso)) != 0 ||
	    (r = check_one_draft(op, &caso)) != 0 ||
	    (r = check_offices(op)) != 0)
		return r;
	determinazione_check(&op->ril, op->in);
	if (is.doc != NULL)
		determina_motiva(op, &is, op->in);
	return caso_senza_nome(op, &caso, "oggetto", op_campo(op, "oggetto"));
}

static int
applica(struct op *op)
{
	const char *path = op_campo(op, "determinazione");
	struct nodo *doc, *earlier = NULL;
	struct istruttoria is;
	struct caso caso;
	int r, n;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = istruttoria_leggi(&is, op, &caso)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, caso.folder,
	    "determinazioni")) != 0)
		return r;
	if (path != NULL && (r = store_documento(&earlier, op->a, op->st,
	    caso.folder, path)) != 0)
		return r;
	doc = determinazione_make(op->a, op->in, is.percorso, nodo_value(
	    op->a, is.doc, "responsabile"), op_agente(op), op_oggi(op));
	if (earlier != NULL)
		nodo_set(op->a, doc, "id", nodo_attr(earlier, "id"));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path != NULL ? path : ordinale_path(
	    op->a, "determinazioni", n + 1, ".xml"), doc);
	return caso_passa(op, &caso, NULL);
}

const struct atto atto_prepara_determina = {
	.nome = "prepara-determina",
	.sommario = "scrive la bozza di una determinazione, o la riscrive",
	.norma = "artt. 3 e 6 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_titolario.c - the plan of classification of the body, from a table
 * (CSV) of titoli, classi and sottoclassi.
 *
 * Refuses: rows that are no voce of a plan, each named by its line; a plan
 * that begins before the last one.  Warns: it begins in the past, and lacks
 * classes registrations have had since.  Keeps: every plan; those registered
 * before keep their class and its name.  Norm: DPR 445/2000 artt. 50, 64.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "registro/titolario.h"
#include "worker/worker.h"

#define ART64 "art. 64 DPR 445/2000"
#define RIGHE_MAX 4000

static const char *const colonne[] = { "titolo", "classe", "denominazione",
    "sottoclasse" };
#define OBBLIGATORIE 3

/* ---- rules ---- */

static int
check_order(struct op *op)
{
	const char *dal = op_campo(op, "valido-dal"), *last;
	int r, numero;

	if ((r = registro_titolario_ultimo(&numero, &last, op->a,
	    op->st->registro)) != 0)
		return r;
	if (numero > 0 && strcmp(dal, last) < 0)
		op_errore(op, "valido-dal", "prima-dell-ultimo", ART64,
		    "il titolario adottato per ultimo vale dal %s: il nuovo "
		    "non può valere da prima", last);
	return 0;
}

static bool
has_voce(const struct nodo *doc, const char *indice)
{
	const struct nodo *v;

	for (v = nodo_child(doc, "voce"); v != NULL; v = nodo_next(v, "voce"))
		if (strcmp(nodo_attr(v, "indice"), indice) == 0)
			return true;
	return false;
}

/* What was registered since its first day, with classes it has not. */
static int
check_past(struct op *op, const struct nodo *doc)
{
	const char *dal = op_campo(op, "valido-dal"), **used;
	AUTO_BUF list = { 0 };
	int r, i, n = 0;

	if ((r = registro_classifiche_dal(&used, op->a, op->st->registro,
	    dal)) != 0)
		return r;
	for (i = 0; used[i] != NULL; i++)
		if (!has_voce(doc, used[i]) && n++ < 10)
			buf_printf(&list, "%s%s", n > 1 ? ", " : "", used[i]);
	if (n > 0)
		op_avviso(op, "valido-dal", "classi-mancanti", ART64,
		    "dal %s sono state usate classi che questo titolario non "
		    "ha (%s%s): quelle registrazioni le tengono; se va bene, "
		    "conferma con --conferma classi-mancanti", dal,
		    buf_str(&list), n > 10 ? ", …" : "");
	return 0;
}

static int
esamina(struct op *op)
{
	int r;

	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: la "
		    "tabella CSV con le colonne titolo, classe, "
		    "denominazione");
	if ((r = check_order(op)) != 0)
		return r;
	return op->prep != NULL ? check_past(op, op->prep) : 0;
}

/* ---- the table ---- */

/* Where each column stands; -1: nowhere. */
static bool
find_columns(int where[NELEM(colonne)], struct op *op, const struct csv *t)
{
	const struct csv_riga *first = t->righe;
	size_t c;
	int i;

	for (c = 0; c < NELEM(colonne); c++) {
		where[c] = -1;
		for (i = 0; t->n > 0 && i < first->n; i++)
			if (strcmp(first->campi[i], colonne[c]) == 0)
				where[c] = i;
		if (c < OBBLIGATORIE && where[c] < 0) {
			op_errore(op, "", "colonne", NULL, "nella prima riga "
			    "della tabella manca la colonna «%s»: servono "
			    "titolo, classe, denominazione e, se ci sono, "
			    "sottoclasse", colonne[c]);
			return false;
		}
	}
	return true;
}

/* The rows that have as many fields as the heading. */
static struct titolario_riga *
rows(int *n, struct op *op, const struct csv *t,
    const int where[NELEM(colonne)])
{
	struct titolario_riga *out = arena_alloc(op->a,
	    ((size_t)t->n + 1) * sizeof *out);
	const struct csv_riga *x;

	*n = 0;
	for (x = t->righe + 1; x < t->righe + t->n; x++) {
		if (x->n != t->righe->n) {
			op_errore(op, "", "campi", NULL, "riga %d: ha %d "
			    "campi e la prima riga ne ha %d; un testo che "
			    "contiene il separatore va fra virgolette",
			    x->riga, x->n, t->righe->n);
			continue;
		}
		out[(*n)++] = (struct titolario_riga){ x->riga,
		    x->campi[where[0]], x->campi[where[1]],
		    where[3] < 0 ? "" : x->campi[where[3]],
		    x->campi[where[2]] };
	}
	return out;
}

static int
prepara(struct op *op)
{
	struct nodo *doc = nodo_new(op->a, "titolario");
	struct titolario_riga *list;
	int where[NELEM(colonne)], n, r;
	struct csv t;

	r = worker_csv(&t, op->a, op->file[0].fd, 0);
	if (r == ERR_INVALID) {
		op_errore(op, "", "tabella", NULL, "%s", err_msg());
		return 0;
	}
	if (r != 0)
		return r;
	if (t.n > RIGHE_MAX) {
		op_errore(op, "", "tabella", NULL, "la tabella ha %d righe: "
		    "un titolario ne ha al più %d", t.n, RIGHE_MAX);
		return 0;
	}
	if (!find_columns(where, op, &t))
		return 0;
	list = rows(&n, op, &t, where);
	titolario_leggi(&op->ril, doc, "/adotta-titolario", list, n);
	if (op->ril.errori > 0)
		return 0;
	op->prep = doc;
	return check_past(op, doc);
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "titolario");
	const struct nodo *v, *voci = op->prep;
	const char *ignored;
	int r, last;

	if (voci == NULL)
		return err_set(ERR_FAULT, "la tabella non è stata letta");
	if ((r = registro_titolario_ultimo(&last, &ignored, op->a,
	    op->st->registro)) != 0)
		return r;
	nodo_elem_printf(op->a, n, "ordine", "%d", last + 1);
	nodo_elem_text(op->a, n, "nome", op_campo(op, "nome"));
	nodo_elem_text(op->a, n, "valido-dal", op_campo(op, "valido-dal"));
	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	for (v = nodo_child(voci, "voce"); v != NULL; v = nodo_next(v, "voce"))
		nodo_add(n, nodo_copy(op->a, v));
	op_deposita(op, "ente", ordinale_path(op->a, "titolari", last + 1,
	    ".xml"), n);
	return 0;
}

const struct atto atto_adotta_titolario = {
	.nome = "adotta-titolario",
	.sommario = "adotta il titolario di classificazione, da una tabella",
	.norma = "artt. 50 e 64 DPR 445/2000",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_versamento.c - the package of a versamento, to be put where the
 * conservatore takes it; as often as it is lost.
 *
 * Refuses: a package that would not be, byte for byte, the one that was written
 * down, because something in it has changed since; what this operator may not
 * read.  Keeps: a row of the read log for each thing in it before a byte leaves;
 * with a seal of the office enrolled it is sealed, or it is not made.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/archivio/versare.h"
#include "atti/table.h"
#include "atti/trasferimento/imballo.h"
#include "registro/versamenti.h"

/* With which renditions; how many there were none of. */
static int
how_made(struct versare *v, const struct nodo *doc)
{
	const struct nodo *n;

	v->rese = nodo_child(doc, "rese") != NULL;
	for (n = nodo_child(doc, "senza-resa"); n != NULL;
	    n = nodo_next(n, "senza-resa")) {
		v->senza = arena_more(v->op->a, v->senza, v->n_senza,
		    &v->cap_senza, sizeof *v->senza);
		v->senza[v->n_senza++] = nodo_all_text(v->op->a, n);
	}
	return v->n_senza;
}

/* The package once more, from what the versamento says. */
static int
again(struct versare *v, struct op *op, const struct versamento *was)
{
	const struct nodo *u;
	struct nodo *doc;
	int r, known;

	if ((r = store_documento(&doc, op->a, op->st, "ente",
	    ordinale_path_grouped(op->a, DIR_VERSAMENTI, was->numero,
	    ".xml"))) != 0 ||
	    (r = versare_apri(v, op, was->formato, was->utente)) != 0)
		return r;
	known = how_made(v, doc);
	for (u = nodo_child(doc, "unita"); u; u = nodo_next(u, "unita"))
		if ((r = versare_aggiungi(v, nodo_value(op->a, u,
		    "numero"))) != 0)
			return r;
	if (v->n_senza > known)
		op_errore(op, "versamento", "senza-resa", ALLEGATO2, "di %d "
		    "documenti il PDF/A, che c'era, ora non si può fare (%s): "
		    "riprova quando si può, o formane uno nuovo con «versa»",
		    v->n_senza - known, v->perche);
	return op->ril.errori > 0 ? 0 : versare_chiudi(v);
}

static int
esamina(struct op *op)
{
	struct versare *v = arena_alloc(op->a, sizeof *v);
	const char *n = op_campo(op, "versamento");
	struct versamento was;
	int r;

	if ((r = registro_versamento(&was, op->a, op->st->registro,
	    n != NULL ? (int)strtol(n, NULL, 10) : 0)) != 0 ||
	    (r = again(v, op, &was)) != 0)
		return r;
	if (op->ril.errori == 0 && strcmp(v->impronta, was.pacchetto) != 0)
		op_errore(op, "versamento", "cambiato", ART44, "da quando fu "
		    "formato il versamento %d qualcosa è cambiato, e il "
		    "pacchetto sarebbe un altro: formane uno nuovo con «versa»",
		    was.numero);
	op->letto = arena_printf(op->a, "versamento;numero=%d", was.numero);
	op->prep = v;
	return 0;
}

/* A row for each thing; of a day, the day. */
static void
read_rows(struct op *op, const struct versare *v)
{
	int i;

	op->letti = arena_alloc(op->a, ((size_t)v->n_unita + 1) *
	    sizeof *op->letti);
	for (i = 0; i < v->n_unita; i++)
		op->letti[op->n_letti++] = arena_printf(op->a,
		    "%s;versamento;file=%d", v->unita[i].nome, v->unita[i].n);
}

static int
applica(struct op *op)
{
	struct versare *v = op->prep;
	int r;

	if ((r = imballo_sigilla(&v->borsa, op, v->sigillo)) != 0)
		return r;
	read_rows(op, v);
	imballo_rendi(op, &v->borsa);
	op->vista = v->indice;
	return 0;
}

const struct atto atto_pacchetto_versamento = {
	.nome = "pacchetto-versamento",
	.sommario = "dà il pacchetto di un versamento, per il conservatore",
	.norma = "art. 44 CAD; linee guida AgID, par. 4; UNI 11386",
	.flags = LETTURA | RENDE_DIRECTORY,
	.esamina = esamina,
	.applica = applica,
};

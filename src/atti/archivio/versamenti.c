/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versamenti.c - what was handed to the conservatore, what he answered, what
 * waits; or one versamento, with his words.
 *
 * Keeps: what this eye may not see is neither listed nor counted, and its
 * reasons are not told; the report is opened in a cage each time, and nothing of
 * its words stands in the register.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "atti/trasferimento/imballo.h"
#include "base/file.h"
#include "documenti/rapporto_versamento.h"
#include "registro/versamenti.h"
#include "worker/worker.h"

static int
esamina(struct op *op)
{
	if (op_campo(op, "versamento") != NULL && (op_campo(op,
	    "filtro") != NULL || op_campo(op, "prima") != NULL))
		op_errore(op, "versamento", "uno-solo", NULL, "di un solo "
		    "versamento non si sceglie altro: togli filtro e prima");
	return 0;
}

/* ---- the report ---- */

static int
read_report(struct nodo **out, struct op *op, const char *impronta)
{
	struct rilievi none = { .a = op->a };
	AUTO_BUF data = { 0 };
	AUTO_FD int fd = -1;
	const char *path;
	size_t size;
	int r;

	if ((r = imballo_bytes(&path, &size, op, impronta)) != 0)
		return r;
	if ((fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)) < 0)
		return err_sys("%s", path);
	if ((r = file_read_fd(&data, fd, ALTRUI_MAX)) != 0)
		return r;
	return worker_documento(out, &none, op->a,
	    "pacchetto/rapporto-versamento", data.data, data.len);
}

/* His words, of what is listed. */
static int
add_words(struct op *op, struct nodo *x)
{
	const char *impronta = nodo_attr(x, "rapporto");
	struct nodo *report = NULL, *u;
	int r;

	if (impronta == NULL)
		return 0;
	if ((r = read_report(&report, op, impronta)) != 0 || report == NULL)
		return r;
	nodo_set(op->a, x, "risponde", nodo_value(op->a, report,
	    "conservatore"));
	for (u = nodo_child(x, "unita"); u != NULL; u = nodo_next(u, "unita"))
		if (strcmp(nodo_attr(u, "esito"), "rifiutato") == 0)
			nodo_text(op->a, u, rapporto_parole(op->a, report,
			    nodo_attr(u, "numero")));
	return 0;
}

/* ---- the readings ---- */

static int
one(struct op *op, const struct occhio *o, const char *versamento)
{
	int r;

	if ((r = registro_versamento_vista(op->vista, op->a,
	    op->st->registro, o, (int)strtol(versamento, NULL, 10))) != 0)
		return r;
	op->letto = arena_printf(op->a, "versamento;numero=%s", versamento);
	return add_words(op, nodo_child(op->vista, "versamento"));
}

/* On the first page, what waits: of this year, and of the one before. */
static int
waiting(struct op *op, const struct occhio *o)
{
	int anno = (int)strtol(op_oggi(op), NULL, 10);

	return registro_da_versare(op->vista, op->a, op->st->registro, o,
	    anno);
}

static int
list(struct op *op, const struct occhio *o)
{
	const char *filtro = op_campo(op, "filtro");
	const char *prima = op_campo(op, "prima");
	int r;

	if (filtro == NULL)
		filtro = "tutti";
	nodo_set(op->a, op->vista, "filtro", filtro);
	op->letto = arena_printf(op->a, "versamenti;filtro=%s", filtro);
	if (prima == NULL && strcmp(filtro, "tutti") == 0 &&
	    (r = waiting(op, o)) != 0)
		return r;
	return registro_versamenti(op->vista, op->a, op->st->registro, o,
	    filtro, prima != NULL ? (int)strtol(prima, NULL, 10) : 0);
}

/* Who knows of a cartella is not always who may hand it over. */
static int
mark_own(struct op *op, const struct nodo *in, const char *nome)
{
	struct occhio o = { op_agente(op), "versa" };
	struct numero n;
	struct nodo *x;
	int r;

	for (x = nodo_child(in, nome); x != NULL; x = nodo_next(x, nome)) {
		const char *numero = nodo_attr(x, "numero");

		if (numero[0] != 'C' && numero[0] != 'F')
			continue;
		if ((r = numero_parse(&n, numero)) != 0)
			return r;
		r = registro_vede(op->st->registro, &o, &n);
		if (r == 0)
			nodo_set(op->a, x, "versabile", "si");
		else if (r == ERR_ABSENT)
			err_clear();
		else
			return r;
	}
	return 0;
}

/* A row for each case that is named; a day is none. */
static void
read_rows(struct op *op, const struct nodo *in, const char *nome)
{
	const struct nodo *x;
	int max = op->n_letti;

	for (x = nodo_child(in, nome); x != NULL; x = nodo_next(x, nome)) {
		const char *numero = nodo_attr(x, "numero");

		if (numero[0] != 'C' && numero[0] != 'F')
			continue;
		op->letti = arena_more(op->a, op->letti, op->n_letti, &max,
		    sizeof *op->letti);
		op->letti[op->n_letti++] = numero;
	}
}

static int
applica(struct op *op)
{
	const char *versamento = op_campo(op, "versamento");
	struct occhio o = op_occhio(op);
	const struct nodo *v;
	int r;

	op->vista = nodo_new(op->a, "versamenti");
	if ((r = versamento != NULL ? one(op, &o, versamento) :
	    list(op, &o)) != 0 ||
	    (r = mark_own(op, op->vista, "da-versare")) != 0)
		return r;
	for (v = nodo_child(op->vista, "versamento"); v != NULL;
	    v = nodo_next(v, "versamento"))
		if ((r = mark_own(op, v, "unita")) != 0)
			return r;
	read_rows(op, op->vista, "da-versare");
	if (versamento != NULL)
		read_rows(op, nodo_child(op->vista, "versamento"), "unita");
	return 0;
}

const struct atto atto_versamenti = {
	.nome = "versamenti",
	.sommario = "che cosa fu versato al conservatore, e che cosa ha risposto",
	.norma = "art. 44 CAD; linee guida AgID, par. 4",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

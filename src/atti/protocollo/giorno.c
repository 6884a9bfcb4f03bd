/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorno.c - read the register of a formed day, or have the signed paper of a
 * sealed one.
 *
 * Refuses: who may not see riservate, because a day holds them all in clear;
 * a day not formed; a paper whose bytes are not the registered ones.
 * Norm: linee guida AgID §3.1.6.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/protocollo/giorni.h"
#include "atti/table.h"
#include "base/file.h"

#define PDF_MAX ((size_t)256 * 1024 * 1024)	/* bytes */

static int
give_paper(struct op *op, const char *data)
{
	AUTO_FD int fd = -1;
	AUTO_BUF pdf = { 0 };
	struct chiusura c;
	const char *dir;
	int r;

	if ((r = registro_chiusura(&c, op->a, op->st->registro, data)) != 0)
		return r;
	dir = store_allegati(op->a, op->st, c.anno);
	if ((r = allegato_check(dir, c.pdf)) != 0 ||
	    (r = allegato_open(&fd, dir, c.pdf)) != 0 ||
	    (r = file_read_fd(&pdf, fd, PDF_MAX)) != 0)
		return r;
	op->bytes = arena_memdup(op->a, pdf.data, pdf.len);
	op->n_bytes = pdf.len;
	return 0;
}

static void
add_seal(struct op *op, const char *data)
{
	struct nodo *n;
	struct chiusura c;

	if (registro_chiusura(&c, op->a, op->st->registro, data) != 0) {
		err_clear();
		return;
	}
	n = nodo_elem(op->a, op->vista, "chiusura");
	nodo_elem_text(op->a, n, "operatore", c.utente);
	nodo_elem_text(op->a, n, "ora", c.ora);
	nodo_elem_text(op->a, n, "chiave", c.chiave);
	nodo_elem_text(op->a, n, "pdf", c.pdf);
	nodo_elem_text(op->a, n, "firma", c.firma);
}

static int
applica(struct op *op)
{
	const char *data = op_campo(op, "giorno");
	const char *pdf = op_campo(op, "pdf");
	struct nodo *doc;
	int r;

	if ((r = giorno_documento(&doc, op, data)) != 0)
		return r;
	op->vista = nodo_new(op->a, "giorno");
	if (pdf != NULL && strcmp(pdf, "si") == 0)
		return give_paper(op, data);
	nodo_add(op->vista, doc);
	add_seal(op, data);
	return 0;
}

const struct atto atto_giorno = {
	.nome = "giorno",
	.sommario = "mostra il registro di un giorno, o ne dà il PDF firmato",
	.norma = "linee guida AgID, par. 3.1.6",
	.flags = LETTURA,
	.applica = applica,
};

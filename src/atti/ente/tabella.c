/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tabella.c - a table of the body that comes as a file.  Refuses what is
 * larger than any table, and, in a cage, what its schema refuses.
 */
#include "atti/ente/tabella.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "worker/worker.h"

#define TABELLA_MAX ((size_t)1024 * 1024)	/* bytes */

/* What a document bears and a file written by hand need not. */
static const struct {
	const char *nome, *scritto;
} segni[] = {
	{ " id=", " id=\"00000000000000000000000000000000\"" },
	{ " versione=", " versione=\"1\"" },
};

/* The root with the attributes of a document, where it has none. */
static void
complete(struct buf *out, const struct buf *in, const char *radice)
{
	AUTO(arena) a = arena_new();
	const char *tag = arena_printf(a, "<%s", radice);
	const char *root = in->len > 0 ? strstr(in->data, tag) : NULL;
	const char *end = root != NULL ? strchr(root, '>') : NULL;
	const char *found;
	size_t head, i;

	if (end == NULL) {
		buf_append(out, in->data, in->len);
		return;
	}
	head = (size_t)(root - in->data) + strlen(tag);
	buf_append(out, in->data, head);
	for (i = 0; i < NELEM(segni); i++) {
		found = strstr(root, segni[i].nome);
		if (found == NULL || found > end)
			buf_puts(out, segni[i].scritto);
	}
	buf_append(out, in->data + head, in->len - head);
}

int
tabella_leggi(struct nodo **out, struct op *op, const char *radice)
{
	AUTO_BUF raw = { 0 };
	AUTO_BUF whole = { 0 };
	int r;

	*out = NULL;
	if (lseek(op->file[0].fd, 0, SEEK_SET) < 0)
		return err_sys("%s", op->file[0].nome);
	r = file_read_fd(&raw, op->file[0].fd, TABELLA_MAX);
	if (r == ERR_INVALID) {
		op_errore(op, "", "file-grande", NULL, "%s", err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	buf_str(&raw);
	complete(&whole, &raw, radice);
	return worker_documento(out, &op->ril, op->a,
	    arena_printf(op->a, "documenti/%s", radice), buf_str(&whole),
	    whole.len);
}

int
tabella_deposita(struct op *op, const char *percorso, struct nodo *doc)
{
	struct attuale now;
	int r;

	r = registro_attuale(&now, op->a, op->st->registro, "ente", percorso);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	nodo_set(op->a, doc, "id", r == 0 ? now.id : NULL);
	op_deposita(op, "ente", percorso, doc);
	return 0;
}

/* ---- acts that do nothing else ---- */

int
tabella_esamina(struct op *op, const struct adozione *t)
{
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: %s",
		    t->file);
	return op->prep != NULL && t->confronta != NULL ?
	    t->confronta(op, op->prep) : 0;
}

int
tabella_prepara(struct op *op, const struct adozione *t)
{
	struct nodo *doc;
	int r;

	if ((r = tabella_leggi(&doc, op, t->radice)) != 0 || doc == NULL)
		return r;
	t->check(&op->ril, doc);
	if (op->ril.errori > 0)
		return 0;
	op->prep = doc;
	return t->confronta != NULL ? t->confronta(op, doc) : 0;
}

/* What the file holds, behind the `provvedimento` of the istanza. */
int
tabella_applica(struct op *op, const struct adozione *t)
{
	struct nodo *n = nodo_new(op->a, t->radice);
	const struct nodo *doc = op->prep, *c;

	if (doc == NULL)
		return err_set(ERR_FAULT, "il file non è stato letto");
	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	for (c = nodo_child(doc, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "provvedimento") != 0)
			nodo_add(n, nodo_copy(op->a, c));
	return tabella_deposita(op, t->percorso, n);
}

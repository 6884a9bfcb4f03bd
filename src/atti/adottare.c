/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/adottare.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "worker/worker.h"

#define TABELLA_MAX ((size_t)1024 * 1024)	/* bytes */
/* what a document bears and a file written by hand need not */
#define SEGNI " id=\"00000000000000000000000000000000\" versione=\"1\""

/* The root with the attributes of a document, where it has none. */
static void
complete(struct buf *out, const struct buf *in, const char *tag)
{
	const char *root = in->len > 0 ? strstr(in->data, tag) : NULL;
	const char *end = root != NULL ? strchr(root, '>') : NULL;
	const char *id = root != NULL ? strstr(root, " id=") : NULL;
	size_t head;

	if (end == NULL || (id != NULL && id < end)) {
		buf_append(out, in->data, in->len);
		return;
	}
	head = (size_t)(root - in->data) + strlen(tag);
	buf_append(out, in->data, head);
	buf_puts(out, SEGNI);
	buf_append(out, in->data + head, in->len - head);
}

int
adottare_legge(struct nodo **out, struct op *op, const char *radice)
{
	AUTO_BUF raw = { 0 };
	AUTO_BUF whole = { 0 };
	int r;

	if ((r = file_read_fd(&raw, op->file[0].fd, TABELLA_MAX)) != 0)
		return r;
	complete(&whole, &raw, arena_printf(op->a, "<%s", radice));
	return worker_documento(out, &op->ril, op->a,
	    arena_printf(op->a, "documenti/%s", radice), buf_str(&whole),
	    whole.len);
}

int
adottare_deposita(struct nodo **out, struct op *op, const char *percorso,
    const struct nodo *table)
{
	struct nodo *n = nodo_new(op->a, table->nome);
	struct attuale now;
	const struct nodo *c;
	int r;

	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	for (c = nodo_child(table, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "provvedimento") != 0)
			nodo_add(n, nodo_copy(op->a, c));
	r = registro_attuale(&now, op->a, op->st->registro, "ente", percorso);
	if (r == 0)
		nodo_set(op->a, n, "id", now.id);
	else if (r != ERR_ABSENT)
		return r;
	err_clear();
	op_deposita(op, "ente", percorso, n);
	*out = n;
	return 0;
}

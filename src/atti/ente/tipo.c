/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/ente/tipo.h"

#include <string.h>

#include "documenti/tipo.h"
#include "worker/worker.h"
#include "xml/xml.h"

int
tipo_trova(struct tipo *out, struct op *op)
{
	AUTO_BUF names = { 0 };
	struct tipo *list;
	int r, i, n;

	r = registro_tipo(out, op->a, op->st->registro, op_campo(op, "tipo"));
	if (r != ERR_ABSENT)
		return r;
	if ((r = registro_tipi(&list, &n, op->a, op->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", list[i].nome);
	op_errore(op, "tipo", "tipo-ignoto", NULL, "non c'è il tipo «%s»; %s"
	    "%s", op_campo(op, "tipo"), n > 0 ? "ci sono: " : "nessuno è "
	    "stato adottato: lo fa il responsabile con «adotta-tipo»",
	    buf_str(&names));
	return ERR_ABSENT;
}

const struct op_file *
tipo_parte(const struct op *op, const char *coda)
{
	size_t len, tail = strlen(coda);
	int i;

	for (i = 0; i < op->n_file; i++) {
		len = strlen(op->file[i].nome);
		if (len > tail &&
		    strcmp(op->file[i].nome + len - tail, coda) == 0)
			return &op->file[i];
	}
	return NULL;
}

/* The sheet of a version; empty when it has none (that of a version before may
 * still stand in ente/). */
static int
sheet_of(struct buf *out, struct op *op, const char *nome, int versione)
{
	struct registro *reg = op->st->registro;
	AUTO_BUF about = { 0 };
	struct nodo *tipo;
	int r;

	if ((r = store_tipo(&about, op->st, reg, nome, versione,
	    "tipo.xml")) != 0 ||
	    (r = xml_parse(&tipo, op->a, about.data, about.len,
	    XML_OURS)) != 0)
		return r;
	return nodo_child(tipo, "foglio") == NULL ? 0 :
	    store_tipo(out, op->st, reg, nome, versione, "foglio.xsl");
}

int
tipo_testo(struct op *op)
{
	int versione = tipo_versione(op->vista), r;
	AUTO_BUF sheet = { 0 };
	AUTO_BUF text = { 0 };

	if (versione == 0)
		return 0;
	if ((r = sheet_of(&sheet, op, op->vista->nome, versione)) != 0 ||
	    sheet.len == 0)
		return r;
	if ((r = worker_foglio(&text, sheet.data, sheet.len,
	    op->vista)) != 0)
		return r;
	op->testo = arena_strdup(op->a, buf_str(&text));
	return 0;
}

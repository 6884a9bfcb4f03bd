/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_procedimento.c - the table of states and passages of the body, from
 * a file like ente/procedimento.xml.
 *
 * Refuses: a file that is no such table; an atto, a state or a guard that is
 * not ours; a state nobody comes to, or that has no way to its end; what would
 * be written in a closed cartella; fewer guards than the law wants.  Keeps:
 * one document, whose versions are the tables adopted before.
 * Norm: L. 241/1990 artt. 1, 2, 7.
 */
#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "base/file.h"
#include "documenti/procedimento.h"
#include "worker/worker.h"

#define FILE_MAX ((size_t)1024 * 1024)	/* bytes */

static int
esamina(struct op *op)
{
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: la "
		    "tabella, come quella di ente/procedimento.xml");
	return 0;
}

/* Rilievi of the file, as they are. */
static int
read_table(struct nodo **out, struct op *op)
{
	AUTO_BUF bytes = { 0 };
	int r;

	r = file_read_fd(&bytes, op->file[0].fd, FILE_MAX);
	if (r == ERR_INVALID) {
		op_errore(op, "", "file-grande", NULL, "%s", err_msg());
		*out = NULL;
		return 0;
	}
	if (r != 0)
		return r;
	return worker_documento(out, &op->ril, op->a,
	    "documenti/procedimento", bytes.data, bytes.len);
}

static int
prepara(struct op *op)
{
	struct nodo *doc;
	int r;

	if ((r = read_table(&doc, op)) != 0 || doc == NULL)
		return r;
	procedimento_check(&op->ril, doc);
	op->prep = doc;
	return 0;
}

static int
applica(struct op *op)
{
	if (op->prep == NULL)
		return err_set(ERR_FAULT, "la tabella non è stata letta");
	return tabella_deposita(op, PROCEDIMENTO_PERCORSO, op->prep);
}

const struct atto atto_adotta_procedimento = {
	.nome = "adotta-procedimento",
	.sommario = "adotta gli stati e i passaggi del procedimento, da un file",
	.norma = "artt. 1, 2 e 7 L. 241/1990",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

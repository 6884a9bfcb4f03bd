/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_file.c - files at hand: which signatures they bear, and what the
 * register knows of these very bytes.
 *
 * Keeps nothing: what is found now is shown and forgotten, what was found when
 * they were registered is told by verdicts.  Norm: CAD artt. 20, 24.
 */
#include <unistd.h>

#include "atti/firme/firme_ricevute.h"
#include "atti/table.h"
#include "base/hash.h"
#include "registro/verdetti.h"

static int
esamina(struct op *op)
{
	if (op->n_file == 0)
		op_errore(op, "", "manca-file", NULL,
		    "indica il file di cui verificare le firme");
	return 0;
}

static int
list_files(struct file_firmato *file, struct op *op)
{
	char impronta[IMPRONTA_LEN + 1];
	int r, i;

	for (i = 0; i < op->n_file; i++) {
		if (lseek(op->file[i].fd, 0, SEEK_SET) != 0)
			return err_sys("%s", op->file[i].nome);
		if ((r = hash_fd(impronta, op->file[i].fd)) != 0)
			return r;
		file[i] = (struct file_firmato){ .nome = op->file[i].nome,
		    .impronta = arena_strdup(op->a, impronta),
		    .fd = op->file[i].fd };
	}
	return 0;
}

static int
show(struct op *op, const struct file_firmato *file, int which)
{
	struct nodo *v = nodo_elem(op->a, op->vista, "file"), *firme;
	struct occhio occhio = op_occhio(op);
	int r;

	nodo_set(op->a, v, "nome", file[which].nome);
	nodo_set(op->a, v, "impronta", file[which].impronta);
	if ((r = firme_ricevute_guarda(&firme, op, file, op->n_file, which,
	    op->ora)) != 0)
		return r;
	if (firme != NULL)
		nodo_add(v, firme);
	return registro_verdetti_impronta(v, op->a, op->st->registro, &occhio,
	    file[which].impronta);
}

static int
applica(struct op *op)
{
	struct file_firmato *file = arena_alloc(op->a,
	    ((size_t)op->n_file + 1) * sizeof *file);
	int r, i;

	if ((r = list_files(file, op)) != 0)
		return r;
	op->vista = nodo_new(op->a, "verifica-file");
	for (i = 0; i < op->n_file; i++)
		if ((r = show(op, file, i)) != 0)
			return r;
	op->letto = arena_printf(op->a, "file;quanti=%d", op->n_file);
	return 0;
}

const struct atto atto_verifica_file = {
	.nome = "verifica-file",
	.sommario = "le firme di un file che hai in mano, e che cosa ne sa il "
	    "registro",
	.norma = "artt. 20 e 24 CAD",
	.flags = LETTURA | FILE_AMMESSI,
	.esamina = esamina,
	.applica = applica,
};

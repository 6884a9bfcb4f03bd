/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * originale.c - the bytes of a registered document, or of an attachment that
 * came with the case of another body, exactly as they came.
 *
 * Refuses by "absent" what the user may not see in clear.  Keeps: the row of
 * the read log stands before the bytes leave.  Norm: DPR 445/2000 art. 53
 * c. 1 lett. f; CAD art. 43.
 */
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "base/file.h"
#include "registro/altrui.h"

#define FILE_MAX ((size_t)2 * 1024 * 1024 * 1024)	/* bytes */

/* What came later: a copy, a receipt with its file. */
static const struct nodo *
find_later(const struct nodo *reg, const char *nome, const char *ordine)
{
	const struct nodo *n;

	for (n = nodo_child(reg, nome); n != NULL; n = nodo_next(n, nome))
		if (strcmp(nodo_attr(n, "ordine"), ordine) == 0 &&
		    nodo_child(n, "impronta") != NULL)
			return n;
	return NULL;
}

/* What the file of the verdict signed, when it was taken out of it. */
static const struct nodo *
find_content(struct arena *a, const struct nodo *reg, const char *ordine)
{
	const char *mine = nodo_value(a, reg, "numero");
	const struct nodo *n;
	struct nodo *f;

	for (n = nodo_child(reg, "verdetto"); n; n = nodo_next(n, "verdetto"))
		if (strcmp(nodo_attr(n, "ordine"), ordine) == 0 &&
		    strcmp(nodo_attr(n, "protocollo"), mine) == 0 &&
		    nodo_attr(n, "su") != NULL)
			break;
	if (n == NULL)
		return NULL;
	f = nodo_new(a, "contenuto");
	nodo_set(a, f, "ora", nodo_attr(n, "ora"));
	nodo_set(a, f, "distrutto", nodo_attr(n, "distrutto"));
	nodo_elem_text(a, f, "impronta", nodo_attr(n, "su"));
	return f;
}

/* The n-th <allegato> (from 1), the copy "c1.2", the receipt "r1", the content
 * "v1" of a signed file. */
static const struct nodo *
find(struct arena *a, const struct nodo *reg, const char *which)
{
	const struct nodo *n;
	long i;

	if (which[0] == 'v')
		return find_content(a, reg, which + 1);
	if (which[0] == 'c')
		return find_later(reg, "copia-acquisita", which + 1);
	if (which[0] == 'r')
		return find_later(reg, "ricevuta-spedizione", which + 1);
	if ((i = strtol(which, NULL, 10)) == 0)
		return nodo_child(reg, "principale");
	for (n = nodo_child(reg, "allegato"); n != NULL && --i > 0;
	    n = nodo_next(n, "allegato"))
		continue;
	return n;
}

/* The year whose store of bytes has them: a copy may have come later. */
static int
year_of(const struct nodo *f, const struct numero *n)
{
	const char *ora = nodo_attr(f, "ora");

	return ora != NULL ? (int)strtol(ora, NULL, 10) : n->anno;
}

/* What came with the case of another body, by its impronta. */
static int
find_theirs(struct nodo **f, int *anno, struct op *op, const struct numero *n,
    const char *impronta)
{
	struct occhio occhio = op_occhio(op);
	struct allegato_altrui al;
	int r;

	if ((r = registro_allegato_altrui(&al, op->a, op->st->registro,
	    &occhio, n, impronta)) != 0)
		return r;
	*f = nodo_new(op->a, "allegato");
	nodo_elem_text(op->a, *f, "nome", al.nome);
	nodo_elem_text(op->a, *f, "impronta", impronta);
	*anno = al.anno;
	return 0;
}

static int
find_registered(struct nodo **out, int *anno, struct op *op,
    const struct numero *n, const char *which)
{
	struct occhio occhio = op_occhio(op);
	const struct nodo *f;
	struct nodo *reg;
	int r;

	if ((r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if ((f = find(op->a, reg, which)) == NULL)
		return err_set(ERR_ABSENT, "di %s non c'è un file %s che puoi "
		    "vedere", op_campo(op, "riferimento"), which);
	*out = nodo_copy(op->a, f);
	*anno = year_of(f, n);
	return 0;
}

static int
esamina(struct op *op)
{
	const char *which = op_campo(op, "file");
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie != SERIE_PROTOCOLLO && n.serie != SERIE_CARTELLA)
		op_errore(op, "riferimento", "senza-file", NULL,
		    "i file sono di una registrazione, o sono gli allegati "
		    "venuti con una cartella");
	else if ((n.serie == SERIE_CARTELLA) != (which != NULL &&
	    hash_valid(which)))
		op_errore(op, "file", "quale-file", NULL,
		    "di una cartella si dice l'impronta dell'allegato (la dice "
		    "la provenienza), di una registrazione il posto del file");
	return 0;
}

static int
applica(struct op *op)
{
	const char *which = op_campo(op, "file");
	AUTO_BUF bytes = { 0 };
	AUTO_FD int fd = -1;
	struct numero n;
	struct nodo *f = NULL;
	int r, anno = 0;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	r = n.serie == SERIE_CARTELLA ?
	    find_theirs(&f, &anno, op, &n, which) :
	    find_registered(&f, &anno, op, &n, which != NULL ? which : "0");
	if (r != 0)
		return r;
	if ((r = registrazione_apri(&fd, op, f, anno)) != 0 ||
	    (r = file_read_fd(&bytes, fd, FILE_MAX)) != 0)
		return r;
	op->vista = nodo_new(op->a, "originale");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	nodo_add(op->vista, f);
	op->bytes = arena_memdup(op->a, buf_str(&bytes), bytes.len);
	op->n_bytes = bytes.len;
	return 0;
}

const struct atto atto_originale = {
	.nome = "originale",
	.sommario = "consegna un documento registrato, byte per byte",
	.norma = "art. 43 CAD",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

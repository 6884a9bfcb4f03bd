/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_tipo.c - a new type of document without C: a schema (.xsd), and
 * perhaps a stylesheet for its text (.xsl) and a model (.odt), given as files.
 *
 * Refuses: a schema outside the small profile (documenti/tipo.h); a sheet that
 * reads, includes, or makes no text; the name of a document of ours.  Keeps:
 * every version; a document says by which one it is to be read. Norm: DPR
 * 445/2000 art. 64.
 */
#include <string.h>
#include <unistd.h>

#include "atti/caso/cartella.h"
#include "atti/ente/tipo.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/tipo.h"
#include "worker/worker.h"

#define FILE_TIPO_MAX ((size_t)1024 * 1024)	/* bytes of one file */

enum { SCHEMA, FOGLIO, MODELLO, FILES };

static const struct {
	const char *coda, *nome;
	const char *elemento;	/* of <tipo> */
} parti[FILES] = {
	{ ".xsd", "schema.xsd", "schema" },
	{ ".xsl", "foglio.xsl", "foglio" },
	{ ".odt", "modello.odt", "modello" },
};

struct prep {
	struct buf file[FILES];		/* bytes in the arena; data NULL: none */
	int versione;			/* that the schema was closed for */
};

/* ---- rules ---- */

static void
check_files(struct op *op)
{
	int i, known = 0;

	for (i = 0; i < FILES; i++)
		known += tipo_parte(op, parti[i].coda) != NULL;
	if (tipo_parte(op, ".xsd") == NULL)
		op_errore(op, "", "manca-schema", NULL, "serve il file dello "
		    "schema (.xsd); con lui, se servono, un foglio di stile "
		    "(.xsl) e un modello (.odt)");
	else if (known != op->n_file)
		op_errore(op, "", "file-di-troppo", NULL, "i file di un tipo "
		    "sono al più tre, uno .xsd, uno .xsl, uno .odt");
}

static int
esamina(struct op *op)
{
	const char *nome = op_campo(op, "nome");

	check_files(op);
	if (!tipo_nome_libero(nome))
		op_errore(op, "nome", "nome-occupato", NULL, "«%s» è già il "
		    "nome di un documento del programma: scegline un altro",
		    nome);
	return 0;
}

/* ---- the files ---- */

static int
next_version(int *out, struct op *op)
{
	struct tipo t;
	int r = registro_tipo(&t, op->a, op->st->registro,
	    op_campo(op, "nome"));

	if (r != 0 && r != ERR_ABSENT)
		return r;
	*out = r == 0 ? t.versione + 1 : 1;
	return 0;
}

/* 1: too large, and a rilievo says so. */
static int
read_file(struct buf *out, struct op *op, int i)
{
	const struct op_file *f = tipo_parte(op, parti[i].coda);
	AUTO_BUF b = { 0 };
	int r;

	if (f == NULL)
		return 0;
	if (lseek(f->fd, 0, SEEK_SET) < 0)
		return err_sys("%s", f->nome);
	r = file_read_fd(&b, f->fd, FILE_TIPO_MAX);
	if (r == ERR_INVALID) {
		op_errore(op, "", "file-grande", NULL, "%s: un file di un tipo "
		    "ha al più %zu kB", f->nome, FILE_TIPO_MAX / 1024);
		return 1;
	}
	if (r != 0)
		return r;
	out->data = arena_memdup(op->a, buf_str(&b), b.len + 1);
	out->len = b.len;
	return 0;
}

/* What a person can mend; anything else stays an error. */
static int
mend(struct op *op, const char *codice, const char *file, int r)
{
	if (r != ERR_INVALID)
		return r;
	op_errore(op, "", codice, NULL, "%s: %s", file, err_msg());
	err_clear();
	return 0;
}

static int
close_schema(struct op *op, struct prep *p)
{
	const char *file = tipo_parte(op, ".xsd")->nome;
	AUTO_BUF closed = { 0 };
	struct nodo *tree;
	int r;

	if ((r = worker_xml_altrui(&tree, op->a, p->file[SCHEMA].data,
	    p->file[SCHEMA].len)) != 0)
		return mend(op, "schema-illeggibile", file, r);
	if ((r = tipo_chiudi(&closed, &op->ril, tree, op_campo(op, "nome"),
	    p->versione)) != 0)
		return r;
	if (op->ril.errori > 0)
		return 0;
	p->file[SCHEMA].data = arena_memdup(op->a, closed.data, closed.len);
	p->file[SCHEMA].len = closed.len;
	return 0;
}

/* The sheet, tried on a document that says nothing. */
static int
try_sheet(struct op *op, const struct prep *p)
{
	AUTO_BUF text = { 0 };
	int r;

	if (p->file[FOGLIO].data == NULL)
		return 0;
	r = worker_foglio(&text, p->file[FOGLIO].data, p->file[FOGLIO].len,
	    nodo_new(op->a, op_campo(op, "nome")));
	return mend(op, "foglio", tipo_parte(op, ".xsl")->nome, r);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	int i, r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = next_version(&p->versione, op)) != 0)
		return r;
	for (i = 0; i < FILES; i++)
		if ((r = read_file(&p->file[i], op, i)) != 0)
			return r < 0 ? r : 0;
	if ((r = close_schema(op, p)) != 0 || (r = try_sheet(op, p)) != 0)
		return r;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct prep *p)
{
	struct nodo *n = nodo_new(op->a, "tipo");
	char impronta[IMPRONTA_LEN + 1];
	int i;

	nodo_elem_text(op->a, n, "nome", op_campo(op, "nome"));
	nodo_elem_printf(op->a, n, "ordine", "%d", p->versione);
	nodo_elem_text(op->a, n, "denominazione",
	    op_campo(op, "denominazione"));
	nodo_elem_text(op->a, n, "provvedimento",
	    op_campo(op, "provvedimento"));
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	for (i = 0; i < FILES; i++) {
		if (p->file[i].data == NULL)
			continue;
		hash_hex(impronta, p->file[i].data, p->file[i].len);
		nodo_elem_text(op->a, n, parti[i].elemento, impronta);
	}
	return n;
}

/* A version keeps the id of its type. */
static int
keep_id(struct op *op, struct nodo *doc, const char *path)
{
	struct attuale at;
	int r = registro_attuale(&at, op->a, op->st->registro, "ente", path);

	if (r == 0)
		nodo_set(op->a, doc, "id", at.id);
	return r == ERR_ABSENT ? 0 : r;
}

static int
applica(struct op *op)
{
	const char *nome = op_campo(op, "nome"), *path;
	const struct prep *p = op->prep;
	struct nodo *doc;
	int i, r;

	if (p == NULL)
		return err_set(ERR_FAULT, "i file non sono stati letti");
	path = tipo_percorso(op->a, nome, "tipo.xml");
	doc = document(op, p);
	if ((r = keep_id(op, doc, path)) != 0)
		return r;
	op_deposita(op, "ente", path, doc);
	for (i = 0; i < FILES; i++)
		if (p->file[i].data != NULL)
			op_deposita_bytes(op, "ente", tipo_percorso(op->a,
			    nome, parti[i].nome), p->file[i].data,
			    p->file[i].len);
	return 0;
}

const struct atto atto_adotta_tipo = {
	.nome = "adotta-tipo",
	.sommario = "adotta un nuovo tipo di documento, da uno schema e un foglio di stile",
	.norma = "art. 64 DPR 445/2000",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

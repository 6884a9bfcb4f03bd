/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firma.c - sign a document of a case, or a list of scarto and its verbale,
 * with one's own key: a manifesto that binds the XML, what people read of it
 * and what goes with it.  With files:
 * the very manifesto of «prepara-firma», signed now or signed elsewhere.
 *
 * Refuses: to sign for another; without an enrolled key; the same version
 * twice; what is not signed; a manifesto that was not prepared here for who
 * signs, that is older than seven days or is of other bytes than those there
 * are now; a signature that the enrolled key does not confirm at once.  Keeps:
 * the manifesto and its signature are files that gpg alone can check in forty
 * years.  Norm: CAD art. 20 (an OpenPGP signature is freely assessable).
 */
#include <string.h>

#include "atti/firme/da_firmare.h"
#include "atti/firme/firmare.h"
#include "atti/firme/sede_firma.h"
#include "atti/table.h"
#include "base/file.h"
#include "firme/cms.h"

#define FILE_FIRMA_MAX ((size_t)64 * 1024 * 1024)	/* bytes */

struct prep {
	const char *id, *impronta;	/* of the version signed */
	struct firmato f;
};

struct portati {		/* the files, told apart by what is in them */
	struct byte_dati manifesto, pdf, firma;
};

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = sede_firma_scrivibile(&caso, op)) != 0)
		return r;
	/* with which key a manifesto was prepared is said in it */
	if ((r = op->n_file > 0 ? firmare_esamina_chiave(op, NULL) :
	    firmare_esamina(op, FIRMA_PROPRIA)) != 0)
		return r;
	if (op->n_file > 0 && op_campo(op, "resa") != NULL)
		op_errore(op, "resa", "resa-gia-fatta", NULL, "con i file di "
		    "«prepara-firma» la resa c'è già: togli --resa");
	return da_firmare_esamina(op, &caso);
}

/* ---- the files of prepara-firma ---- */

static bool
begins(const struct byte_dati *b, const char *con)
{
	size_t n = strlen(con);

	return b->n >= n && memcmp(b->p, con, n) == 0;
}

/* 1: what it is can be seen from its first bytes, but there is one already. */
static int
put(struct byte_dati *to, const struct byte_dati *b)
{
	if (to->p != NULL)
		return 1;
	*to = *b;
	return 0;
}

static int
sort_file(struct portati *x, struct op *op, const struct op_file *file)
{
	AUTO_BUF b = { 0 };
	struct byte_dati d;
	int r;

	if ((r = file_read_fd(&b, file->fd, FILE_FIRMA_MAX)) != 0)
		return err_prefix(r, "%s", file->nome);
	d = (struct byte_dati){ arena_memdup(op->a, buf_str(&b), b.len + 1),
	    b.len };
	if (begins(&d, "<"))		/* no signature begins so */
		r = put(&x->manifesto, &d);
	else if (begins(&d, "%PDF-"))
		r = put(&x->pdf, &d);
	else
		r = put(&x->firma, &d);
	if (r != 0)
		op_errore(op, "", "file-di-troppo", NULL, "%s: servono il "
		    "manifesto, il PDF e al più una firma, uno per ciascuno",
		    file->nome);
	return r;
}

static int
sort_files(struct portati *x, struct op *op)
{
	int r, i;

	for (i = 0; i < op->n_file; i++)
		if ((r = sort_file(x, op, &op->file[i])) != 0)
			return r;
	if (x->manifesto.p != NULL)
		return 0;
	op_errore(op, "", "manca-manifesto", NULL, "fra i file non c'è il "
	    "manifesto: si firma quello fatto con «prepara-firma»");
	return 1;
}

/* 1: it is not so, and a rilievo says what is not. */
static int
check_prepared(struct op *op, struct da_firmare *d,
    const struct portati *x, const struct firmato *f)
{
	int r;

	if ((r = da_firmare_preparato(op, f->impronta)) < 0)
		return r;
	if (r == 0) {
		op_errore(op, "", "manifesto-ignoto", NULL, "questo manifesto "
		    "non è stato preparato qui per te: prima «prepara-firma»");
		return 1;
	}
	return da_firmare_confronta(d, op, f->manifesto, x->pdf.p, x->pdf.n);
}

/* ---- the signature ---- */

/* The PDF that was signed stays in the cartella, by its impronta. */
static int
keep_pdf(struct op *op, const struct caso *caso, const struct da_firmare *d)
{
	struct op_allegato *al;
	int r;

	if (d->p == NULL)
		return 0;
	if ((r = op_ricevi_bytes(&al, op, d->p, d->n_p, d->nome)) != 0)
		return r;
	al->lega_a = caso->folder;
	return 0;
}

static int
sign_prepared(struct firmato *f, struct da_firmare *d, struct op *op)
{
	struct portati x = { 0 };
	struct firmato read;
	int r;

	if ((r = sort_files(&x, op)) != 0 ||
	    (r = firmare_leggi(&read, op, x.manifesto.p,
	    x.manifesto.n)) != 0 ||
	    (r = check_prepared(op, d, &x, &read)) != 0)
		return r;
	return firmare_altrove(f, op, &read, x.firma.p, x.firma.n);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct da_firmare d;
	struct caso caso;
	int r;

	if ((r = sede_firma_dipende(&caso, op)) != 0 ||
	    (r = op_dipende(op, "ente")) != 0 ||
	    (r = da_firmare_leggi(&d, op, &caso)) != 0)
		return r;
	if (op->n_file > 0)
		r = sign_prepared(&p->f, &d, op);
	else if ((r = da_firmare_resa(&d, op, &caso)) == 0)
		r = firmare(&p->f, op, FIRMA_PROPRIA, d.scopo, d.oggetti,
		    d.n);
	if (r != 0 || (r = keep_pdf(op, &caso, &d)) != 0)
		return r < 0 ? r : 0;
	p->id = d.doc.id;
	p->impronta = d.doc.impronta;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la firma non è stata preparata");
	if ((r = sede_firma(&caso, op)) != 0 ||
	    (r = da_firmare_ancora(op, &caso, p->id, p->impronta)) != 0 ||
	    (r = firmare_ancora(op, &p->f)) != 0)
		return r;
	op->fatto = sede_firma_detta(op, &caso, op_campo(op, "documento"));
	return firmare_deposita(op, caso.folder, &p->f);
}

const struct atto atto_firma = {
	.nome = "firma",
	.sommario = "firma una relazione, una proposta, un progetto con la propria chiave",
	.norma = "art. 20 CAD",
	.flags = RICHIEDE_FIRMA | FILE_AMMESSI | PER_DELEGA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_pades.c - the signatures of a PDF: each a detached CMS over the bytes
 * that the file had when it was signed.
 *
 * What was added behind the last signature is covered by none: it is said,
 * what was signed is given back as content, and the file as a whole is not
 * called valid, however good its signatures are.  The same of a document time
 * stamp, which we cannot check, and of a signature that the form of the
 * document does not show.  Norm: ETSI EN 319 142-1; ISO 32000-1 12.8.
 */
#include <string.h>

#include "resa/firme_pdf.h"
#include "worker/firme_trovate.h"

/* The kinds whose CMS is over the very bytes. */
static bool
is_detached(const char *filtro)
{
	return strcmp(filtro, "ETSI.CAdES.detached") == 0 ||
	    strcmp(filtro, "adbe.pkcs7.detached") == 0;
}

static struct nodo *
found(struct arena *a, struct nodo *firme, enum esito e)
{
	struct nodo *n = nodo_elem(a, firme, "firma");

	nodo_set(a, n, "esito", esito_nome(e));
	return n;
}

/* Those of the CMS, in order, into the list of the PDF. */
static void
take(struct nodo *firme, struct arena *a, struct nodo *cms,
    const struct pdf_firma *f)
{
	struct nodo *n, *next, *m;
	const char *profilo;

	for (n = nodo_child(cms, "firma"); n != NULL; n = next) {
		next = nodo_next(n, "firma");
		nodo_remove(n);
		nodo_add(firme, n);
		profilo = nodo_attr(n, "profilo");
		if (profilo != NULL && strncmp(profilo, "CAdES", 5) == 0 &&
		    strncmp(f->filtro, "ETSI.", 5) == 0)
			nodo_set(a, n, "profilo",
			    arena_printf(a, "PAdES%s", profilo + 5));
		/* what was said of the CMS as a whole */
		for (m = nodo_child(cms, "motivo"); m != NULL;
		    m = nodo_next(m, "motivo"))
			firme_motivo(a, n, nodo_attr(m, "codice"), "%s",
			    nodo_all_text(a, m));
		firme_peggiora(a, n, firme_esito(cms));
	}
}

static int
verify(struct nodo *firme, struct prova **prove, struct arena *a,
    const struct pdf_firma *f, const struct byte_dati *pdf,
    const struct fiducia *fiducia)
{
	AUTO_BUF signed_bytes = { 0 };
	struct prova *evidence = NULL;
	struct byte_dati over;
	struct nodo *cms, *n;
	int r;

	if ((r = pdf_firmati(&signed_bytes, f, pdf->p, pdf->n)) != 0)
		return r;
	over = (struct byte_dati){ signed_bytes.data, signed_bytes.len };
	r = verifica_cms(&cms, NULL, &evidence, a, f->firma, f->firma_n, &over,
	    fiducia);
	if (r == ERR_INVALID) {
		n = found(a, firme, FIRMA_NON_VALIDA);
		firme_motivo(a, n, "illeggibile", "la firma non si legge: %s",
		    err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	if (nodo_child(cms, "firma") == NULL)
		firme_motivo(a, found(a, firme, FIRMA_NON_VALIDA), "vuota",
		    "la firma non ha firmatari");
	take(firme, a, cms, f);
	firme_prove(prove, evidence);
	return 0;
}

static int
add(struct nodo *firme, struct prova **prove, struct arena *a,
    const struct pdf_firma *f, const struct byte_dati *pdf,
    const struct fiducia *fiducia)
{
	if (f->guasto != NULL) {
		firme_motivo(a, found(a, firme, FIRMA_NON_VALIDA),
		    "byte-firmati", "la firma %s", f->guasto);
		return 0;
	}
	if (strcmp(f->filtro, "ETSI.RFC3161") == 0) {
		firme_motivo(a, found(a, firme, FIRMA_NON_VERIFICATA),
		    "marca-del-documento",
		    "marca temporale del documento, non verificata");
		return 0;
	}
	if (!is_detached(f->filtro)) {
		firme_motivo(a, found(a, firme, FIRMA_NON_VERIFICATA),
		    "forma-non-verificata", "firma di una forma che non si "
		    "verifica (%s)", f->filtro[0] != '\0' ? f->filtro :
		    "non detta");
		return 0;
	}
	return verify(firme, prove, a, f, pdf, fiducia);
}

/* A signature is of the file as it was: says of which part of it. */
static void
say_covered(struct nodo *from, struct arena *a, const struct pdf_firma *f,
    bool last, size_t len)
{
	struct nodo *n;

	for (n = from; n != NULL; n = nodo_next(n, "firma"))
		if (f->guasto == NULL && f->coperti < len)
			firme_motivo(a, n, last ? "aggiunte-dopo" :
			    "versione-precedente", "firma i primi %zu byte "
			    "del file%s", f->coperti, last ?
			    ": il resto è stato aggiunto dopo" :
			    ", com'era allora");
}

/* ---- the file as a whole ---- */

/* What was signed last, given back because the file has grown since. */
static void
give_back(struct nodo *firme, struct buf *contenuto, struct arena *a,
    const struct byte_dati *pdf, size_t n)
{
	struct nodo *c = nodo_new(a, "contenuto");
	char impronta[IMPRONTA_LEN + 1];

	hash_hex(impronta, pdf->p, n);
	nodo_set(a, c, "impronta", impronta);
	nodo_set(a, c, "dimensione", arena_printf(a, "%zu", n));
	nodo_add_before(nodo_child(firme, "firma"), c);
	if (contenuto != NULL)
		buf_append(contenuto, pdf->p, n);
}

static void
judge(struct nodo *firme, struct buf *contenuto, struct arena *a,
    const struct byte_dati *pdf, size_t covered)
{
	const struct nodo *n;

	for (n = nodo_child(firme, "firma"); n; n = nodo_next(n, "firma"))
		firme_peggiora(a, firme, firme_esito(n));
	if (covered == 0 || covered >= pdf->n)
		return;
	firme_peggiora(a, firme, FIRMA_NON_VERIFICATA);
	firme_motivo(a, firme, "aggiunte-dopo", "dopo l'ultima firma sono stati "
	    "aggiunti %zu byte, che nessuna firma copre", pdf->n - covered);
	give_back(firme, contenuto, a, pdf, covered);
}

/* It speaks of a signature, and shows none. */
static int
hidden(struct nodo **out, struct arena *a, const struct byte_dati *pdf)
{
	struct nodo *firme;

	if (!pdf_sembra_firmato(pdf->p, pdf->n))
		return err_set(ERR_ABSENT, "nel PDF non ci sono firme");
	firme = firme_nuove(a, "pades", FIRMA_NON_VERIFICATA);
	firme_motivo(a, firme, "firma-non-mostrata", "nel file c'è una firma "
	    "che il documento non mostra: può essere stata tolta");
	*out = firme;
	return 0;
}

static int
each(struct nodo *firme, struct prova **prove, struct arena *a,
    const struct pdf_firma *list, int n, const struct byte_dati *pdf,
    const struct fiducia *f)
{
	struct nodo *before, *mine;
	int r, i;

	for (i = 0; i < n; i++) {
		before = firme->ultimo;
		if ((r = add(firme, prove, a, &list[i], pdf, f)) != 0)
			return r;
		mine = before == NULL ? firme->primo : before->succ;
		say_covered(mine, a, &list[i], i == n - 1, pdf->n);
	}
	return 0;
}

/* ---- what it brings of revocations ---- */

static const struct byte_dati *
joined(struct arena *a, const struct byte_dati *ours,
    const struct pdf_pezzo *theirs)
{
	struct byte_dati *list;
	size_t i, n = 0, k = 0;

	while (ours != NULL && ours[n].p != NULL)
		n++;
	while (theirs[k].p != NULL)
		k++;
	list = arena_alloc(a, (n + k + 1) * sizeof *list);
	for (i = 0; i < n; i++)
		list[i] = ours[i];
	for (i = 0; i < k; i++)
		list[n + i] = (struct byte_dati){ theirs[i].p, theirs[i].n };
	list[n + k] = (struct byte_dati){ NULL, 0 };
	return list;
}

/* They are signed by who says so: it does not matter who brings them. */
static int
with_theirs(struct fiducia *out, struct arena *a, const struct fiducia *f,
    const struct byte_dati *pdf)
{
	struct pdf_pezzo *crl, *ocsp;
	int r;

	if ((r = pdf_revoche(&crl, &ocsp, a, pdf->p, pdf->n)) != 0)
		return r;
	*out = *f;
	out->crl = joined(a, f->crl, crl);
	out->ocsp = joined(a, f->ocsp, ocsp);
	return 0;
}

int
firme_pades(struct nodo **out, struct buf *contenuto, struct prova **prove,
    struct arena *a, const struct byte_dati *pdf, const struct fiducia *f)
{
	struct nodo *firme = firme_nuove(a, "pades", FIRMA_VALIDA);
	struct pdf_firma *list;
	struct fiducia more;
	int r, n;

	r = pdf_firme(&list, &n, a, pdf->p, pdf->n);
	if (r == ERR_INVALID && !pdf_sembra_firmato(pdf->p, pdf->n))
		return err_set(ERR_ABSENT, "nel PDF non ci sono firme");
	if (r != 0)
		return r;
	if (n == 0)
		return hidden(out, a, pdf);
	if ((r = with_theirs(&more, a, f, pdf)) != 0 ||
	    (r = each(firme, prove, a, list, n, pdf, &more)) != 0)
		return r;
	judge(firme, contenuto, a, pdf, list[n - 1].coperti);
	*out = firme;
	return 0;
}

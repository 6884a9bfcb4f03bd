/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_pdf.h - where the signatures of a PDF are, and which bytes each is of
 * (ISO 32000-1 12.8; ETSI EN 319 142-1).  Whether one is good is told by
 * firme/cms.h.  Foreign bytes: only in a cage.
 */
#ifndef RESA_FIRME_PDF_H
#define RESA_FIRME_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#define PDF_FIRME_MAX 50	/* signatures of one file */

struct pdf_firma {
	const char *guasto;	/* Italian: why it is of no known bytes; NULL */
	const char *filtro;	/* "ETSI.CAdES.detached"; "" when not said */
	size_t coperti;		/* from the start of the file: what was there
				 * when it was signed; 0 with a guasto */
	size_t buco, buco_n;	/* in them: the signature itself */
	const void *firma;	/* the CMS, in the arena, padding left out */
	size_t firma_n;		/* bytes */
};

/*
 * The signatures of the form of the document, those that cover least first.
 * Each of them is of all bytes from the first to `coperti` but for the hole,
 * and in the hole stands nothing but the signature: what says otherwise has a
 * guasto.  0 and *n = 0: none.  invalid: the PDF cannot be read, or is
 * encrypted.
 */
int pdf_firme(struct pdf_firma **out, int *n, struct arena *a, const void *pdf,
    size_t len) MUST;

struct pdf_pezzo {		/* bytes, in the arena */
	const void *p;
	size_t n;
};

/*
 * What the document brings of revocations (/DSS: CRLs and OCSP responses), for
 * who verifies them; two lists that end with p NULL.  What cannot be read of
 * it is left out.
 */
int pdf_revoche(struct pdf_pezzo **crl, struct pdf_pezzo **ocsp,
    struct arena *a, const void *pdf, size_t len) MUST;

/* The bytes that signature is of; invalid with a guasto. */
int pdf_firmati(struct buf *out, const struct pdf_firma *f, const void *pdf,
    size_t len) MUST;

/* Is it a PDF?  Does it speak of a signature anywhere, whatever its form
 * says? */
bool pdf_sembra(const void *p, size_t n);
bool pdf_sembra_firmato(const void *p, size_t n);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf_testo.h - what the first page of a PDF of others says, as text.  Called
 * only inside a worker.
 *
 * A guess for the eyes of an operator, never evidence: what is seen is
 * not always what the codes say, and a scan says nothing.
 */
#ifndef RESA_PDF_TESTO_H
#define RESA_PDF_TESTO_H

#include "base/buf.h"
#include "base/err.h"

#define PDF_TESTO_MAX ((size_t)64 * 1024)	/* bytes */

/* UTF-8, a line each as they stand in the page's own order; nothing when there
 * is no text.  invalid: no PDF, or an encrypted one. */
int resa_pdf_testo(struct buf *out, const void *pdf, size_t n) MUST;

#endif

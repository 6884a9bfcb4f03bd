/* SPDX-License-Identifier: EUPL-1.2 */
/* pdf_caratteri.h - the codes of a font of a PDF as characters.  Internal to
 * resa/. */
#ifndef RESA_PDF_CARATTERI_H
#define RESA_PDF_CARATTERI_H

#include <stdbool.h>
#include <stdint.h>

#include <qpdf/qpdf-c.h>

#include "base/buf.h"

#define CODICI 65536

struct caratteri {
	bool largo;			/* a code has two bytes */
	uint32_t di[CODICI];		/* 0: it says nothing */
};

void caratteri_leggi(struct caratteri *out, qpdf_data q, qpdf_oh font);
/* The string of a Tj, without controls. */
void caratteri_scrivi(struct buf *out, const struct caratteri *f,
    const unsigned char *p, size_t n);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - what the files of this room share: the look at an ODT before
 * LibreOffice sees it, the opening of a PDF, the encoding of its own fonts.
 */
#ifndef RESA_INTERNO_H
#define RESA_INTERNO_H

#include <stddef.h>

#include <qpdf/qpdf-c.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"
#include "zip/zip.h"

#define PDF_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a PDF we make */

/*
 * Is it an ODT?  invalid: no - no zip, the wrong mimetype, a content.xml that
 * does not parse.  LibreOffice itself takes garbage for text and succeeds.
 */
int odt_check(const void *odt, size_t n) MUST;

/* META-INF/manifest.xml of a text with those parts besides its own three. */
void odt_manifest(struct buf *out, const struct zip_part *parte, int n);
/* The text: mimetype first, its parts, at most PARTI_MAX others. */
#define PARTI_MAX 200
int odt_pack(struct buf *out, const struct buf *contenuto,
    const struct buf *stili, const struct buf *meta,
    const struct buf *manifest, const struct zip_part *altre, int n) MUST;

/*
 * Opens the PDF; `pdf` must outlive the handle.  invalid: it cannot be read,
 * or is encrypted (even with an empty password).
 */
int pdf_open(qpdf_data *out, const void *pdf, size_t n) MUST;
void pdf_close(qpdf_data q);
AUTO_DEFINE(_qpdf_data, pdf_close)
/* invalid when the library met an error since the last call; else 0. */
int pdf_error(qpdf_data q) MUST;

/* Takes away the claim of PDF/A (the XMP metadata) from a changed copy. */
void pdfa_disclaim(qpdf_data q);

/* UTF-8 → WinAnsi; what it has not becomes '?'.  invalid: not UTF-8. */
int winansi_encode(struct buf *out, const char *text) MUST;
/* Two decimals with a point, whatever the locale says, and a blank. */
void pdf_number(struct buf *b, double v);

/*
 * Draws a QR code of `text` and the light edge it needs in a square of `side`
 * points; (x, y) is its lower left corner.  invalid: the text is too long.
 */
int qr_draw(struct buf *out, const char *text, double x, double y,
    double side) MUST;

/* Width in Helvetica, in thousandths of the font size. */
int winansi_width(const char *s, size_t n);

#endif

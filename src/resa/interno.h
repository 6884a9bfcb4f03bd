/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - what the files of this room share: the look at an ODT before
 * LibreOffice sees it, the opening of a PDF, the encoding of its own fonts.
 */
#ifndef RESA_INTERNO_H
#define RESA_INTERNO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "base/auto.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"
#include "zip/zip.h"

#define PDF_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a PDF we make */

/* resa_pdf in the form that is asked: tests want the one (PDF/A-1b) that the
 * validator of Debian knows, with its metadata mended as ours are. */
enum pdf_forma { PDF_A2B, PDF_A1B };
int pdf_make(struct buf *out, const char *profilo, const char *lavoro,
    const void *odt, size_t n, enum pdf_forma forma) MUST;

/* The style of what follows a paragraph of `stile` (compila_seguito.c): of the
 * part that is being made (`uscita`), or of the common ones. */
const char *stile_seguito(struct arena *a, struct nodo *uscita,
    const struct nodo *stili, const char *stile);

/* When the ODT says it was made; 0: it does not say. */
int odt_creata(int64_t *out, const void *odt, size_t n) MUST;

/* ---- the package of a text we make (pacco.c) ---- */

#define PARTI_MAX 200		/* pictures and fonts in one */

struct odt_parti {
	const struct buf *contenuto, *stili, *meta, *manifest;
	const struct zip_part *altre;	/* at most PARTI_MAX */
	int n_altre;
};

/* META-INF/manifest.xml with those parts besides content, styles, meta. */
void odt_manifest(struct buf *out, struct arena *a,
    const struct zip_part *parte, int n);
int odt_pack(struct buf *out, const struct odt_parti *p) MUST;

/*
 * Opens the PDF; `pdf` must outlive the handle.  invalid: it cannot be read,
 * or is encrypted (even with an empty password).
 */
int pdf_open(qpdf_data *out, const void *pdf, size_t n) MUST;
void pdf_close(qpdf_data q);
AUTO_DEFINE(_qpdf_data, pdf_close)
/* invalid when the library met an error since the last call; else 0. */
int pdf_error(qpdf_data q) MUST;

/* The XMP metadata, unpacked; invalid: there are none. */
int pdf_metadata(struct buf *out, qpdf_data q) MUST;
/*
 * The claim of PDF/UA-1 in the metadata `xmp` of a PDF just made by LibreOffice:
 * `vale`, it is completed (xmp.c), else taken away.  No byte moves.  fault: it
 * cannot be done in place.
 */
int xmp_ua(struct buf *pdf, struct buf *xmp, bool vale) MUST;
/* Where there is no such claim: only what is escaped twice. */
int xmp_mend(struct buf *pdf, struct buf *xmp) MUST;
/* A PDF just made by LibreOffice as it would be each time (fissa.c), with `ora`
 * (clock.h) for now.  fault: it has not the form LibreOffice writes. */
int pdf_fissa(struct buf *pdf, int64_t ora) MUST;
/* Is there anything that PDF/A forbids?  Lets go of all handles of q. */
int pdfa_oggetti(qpdf_data q) MUST;
/* Can it be claimed to be PDF/UA-1?  invalid: no, and why. */
int pdfua_check(qpdf_data q) MUST;

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

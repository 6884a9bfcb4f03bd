/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * resa.h - data into paper: ODT by stylesheet, PDF/A-2b and PDF/UA-1 by
 * LibreOffice, the stamp of the segnatura on a copy.
 */
#ifndef RESA_RESA_H
#define RESA_RESA_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * A text whose shape the office does not make (the daily register): stylesheet
 * "xslt/<foglio>.xsl" makes content.xml from `dati`, "xslt/odt-meta.xsl"
 * meta.xml with the title (shown at the head of the following pages); styles
 * and manifest come from "templates/<modello>/".  Papers of an office are
 * made from models: resa/modello.h.
 * Same data, same bytes.  Refuses (invalid) an empty title and a content.xml
 * that does not parse; absent: no such model or sheet.
 */
int resa_odt(struct buf *out, const char *modello, const char *foglio,
    const struct nodo *dati, const char *titolo) MUST;

/*
 * A paper made already (trusted bytes: ours), with words that its model does
 * not have: children of `words`, in order, <avviso> (a line above all), <p> (at
 * the end, small), <titolo> (a page of its own begins, for the <p> that
 * follow), <creata> (the time it says it was made, ISO: its PDF is then always
 * the same).  Same bytes for the same.  invalid: not an ODT; no such time.
 */
int resa_aggiungi(struct buf *out, const void *odt, size_t n,
    const struct nodo *words) MUST;

/*
 * Is it an ODT that can become a PDF?  invalid: no - no zip, the wrong
 * mimetype, a content.xml that does not parse, no title in meta.xml.  *peso:
 * bytes of its content.xml, which say how long the conversion may take.
 */
int resa_odt_check(size_t *peso, const void *odt, size_t n) MUST;

/*
 * ODT → PDF/A-2b, inside the process that calls it (a worker): loads
 * LibreOffice from /usr/lib/libreoffice/program once, with the profile
 * directory `profilo` (seeded at every start, made when missing; the same in
 * all later calls); `lavoro` is a directory for two short-lived files.  Both
 * are absolute paths; nothing is written elsewhere (HOME and TMPDIR of this
 * process then point into the profile).  Refuses (invalid) bytes that are not
 * an ODT with a title.  The PDF says that it is PDF/UA-1 too when nothing in
 * it is known to forbid it (no links, no notes, pictures described, titles in
 * order); fault: resa_pdfa_check refuses what came out.  An ODT that says when
 * it was made (<creata>, resa_aggiungi) gives the same bytes each time, as long as
 * LibreOffice and its fonts are the same.  The process must end with _exit().
 */
int resa_pdf(struct buf *out, const char *profilo, const char *lavoro,
    const void *odt, size_t n) MUST;
/*
 * Loads it and stays in its event loop, which calls `servi` whenever it has
 * nothing else to do; from there resa_pdf may be called, and the process ended.
 * So nothing of LibreOffice runs beside a conversion: outside of this loop a
 * thread of its own counts words and paints pages nobody sees, and holds up a
 * long document for ten times as long as its conversion takes.  Comes back
 * only with an error.
 */
int resa_pdf_loop(const char *profilo, void (*servi)(void *dati),
    void *dati) MUST;

/*
 * Is the PDF what we say of ours: not encrypted, PDF/A part 2 conformance B
 * with its output intent, a title, a language, a structure, every font inside,
 * no scripts, no files, no actions; if it claims PDF/UA-1, in the form PDF/A
 * wants and without what is known to forbid it; sound for qpdf.  invalid: no;
 * the message says what is wrong first.
 */
int resa_pdfa_check(const void *pdf, size_t n) MUST;

/*
 * A copy of the PDF whose first page bears `righe` (NULL-ended, UTF-8, 1 to 4
 * lines) at the top right in a thin box, with a QR code of `qr` unless it is
 * NULL.  The original bytes are not touched;
 * the copy no longer claims to be PDF/A.  invalid: the PDF cannot be opened,
 * is encrypted, or its page is too small.
 */
int resa_stamp(struct buf *out, const void *pdf, size_t n,
    const char *const *righe, const char *qr) MUST;

/*
 * A PDF of one page of 100 x 50 mm with the same lines (1 to 4) and code: a
 * label for paper.  No bytes of others enter it: it needs no cage.
 */
int resa_label(struct buf *out, const char *const *righe, const char *qr)
    MUST;

/* A QR code as the path of an SVG of `lato` × `lato` units, margin included.
 * invalid: too long a text. */
int resa_qr(struct buf *percorso, int *lato, const char *testo) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * qr.c - a QR code as marks on a PDF page, or as the path of an SVG: one filled
 * rectangle for each run of dark modules of a row, black on what is below.
 *
 * Refuses a text too long for the largest code.  Same text, same bytes.
 */
#include <qrencode.h>

#include <errno.h>
#include <math.h>
#include <stdbool.h>

#include "resa/interno.h"
#include "resa/resa.h"

#define QUIET 4		/* light modules around, which readers want */

static inline void
auto_qr(QRcode **q)
{
	QRcode_free(*q);
}

static bool
dark(const QRcode *q, int row, int col)
{
	return q->data[row * q->width + col] & 1;
}

/* The first column at or after col that is dark, or is not; or the width. */
static int
next(const QRcode *q, int row, int col, bool is_dark)
{
	while (col < q->width && dark(q, row, col) != is_dark)
		col++;
	return col;
}

static int
encode(QRcode **out, const char *text)
{
	*out = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (*out == NULL)
		return errno == ERANGE ? err_set(ERR_INVALID,
		    "il testo non sta in un codice QR") : err_sys("codice QR");
	return 0;
}

int
qr_draw(struct buf *out, const char *text, double x, double y, double side)
{
	__attribute__((cleanup(auto_qr))) QRcode *q = NULL;
	int row, col, end, n, r;
	double module;

	if ((r = encode(&q, text)) != 0)
		return r;
	n = q->width;
	/* to the cent of a point, which is how it is written */
	module = floor(side / (n + 2 * QUIET) * 100) / 100;
	buf_puts(out, "q ");
	pdf_number(out, module);
	buf_puts(out, "0 0 ");
	pdf_number(out, module);
	pdf_number(out, x + module * QUIET);
	pdf_number(out, y + module * QUIET);
	buf_puts(out, "cm 0 g\n");
	for (row = 0; row < n; row++)
		for (col = next(q, row, 0, true); col < n;
		    col = next(q, row, end, true)) {
			end = next(q, row, col, false);
			buf_printf(out, "%d %d %d 1 re\n", col, n - 1 - row,
			    end - col);
		}
	buf_puts(out, "f Q\n");
	return 0;
}

int
resa_qr(struct buf *percorso, int *lato, const char *testo)
{
	__attribute__((cleanup(auto_qr))) QRcode *q = NULL;
	int row, col, end, r;

	if ((r = encode(&q, testo)) != 0)
		return r;
	for (row = 0; row < q->width; row++)
		for (col = next(q, row, 0, true); col < q->width;
		    col = next(q, row, end, true)) {
			end = next(q, row, col, false);
			buf_printf(percorso, "M%d %dh%dv1h-%dz", col + QUIET,
			    row + QUIET, end - col, end - col);
		}
	*lato = q->width + 2 * QUIET;
	return 0;
}

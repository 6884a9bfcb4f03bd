/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * etichetta.c - the segnatura on a label of 100 x 50 mm: for a document on
 * paper, or beside a file that cannot bear a stamp.  The first line stands
 * across the top, the others left of the code, each as large as fits.
 *
 * Same lines, same bytes.
 */
#include "resa/resa.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "resa/interno.h"

#define MM (72 / 25.4)		/* points */
#define WIDTH (100 * MM)
#define HEIGHT (50 * MM)
#define MARGIN (3 * MM)
#define TOP (7 * MM)		/* of the first line */
#define SIDE (HEIGHT - 2 * MARGIN - TOP)	/* of the code */
#define SIZE_MAX_PT 14.0
#define SIZE_MIN_PT 4.0		/* what is longer runs over the edge */

/* One line with its base at y; its size in points. */
static int
put_line(struct buf *b, const char *text, double y, double width, double max)
{
	AUTO_BUF line = { 0 };
	double size;
	char hex[3];
	size_t k;
	int r;

	if ((r = winansi_encode(&line, text)) != 0)
		return r;
	size = fmin(max, width * 1000 /
	    fmax(1, winansi_width(line.data, line.len)));
	buf_puts(b, "BT /F ");
	pdf_number(b, fmax(size, SIZE_MIN_PT));
	buf_puts(b, "Tf ");
	pdf_number(b, MARGIN);
	pdf_number(b, y);
	buf_puts(b, "Td <");
	for (k = 0; k < line.len; k++) {
		hex_encode(hex, &line.data[k], 1);
		buf_puts(b, hex);
	}
	buf_puts(b, "> Tj ET\n");
	return 0;
}

static int
draw(struct buf *b, const char *const *righe, const char *qr)
{
	const double left = WIDTH - 3 * MARGIN - SIDE;
	double y = HEIGHT - MARGIN - TOP;
	int i, r;

	if (righe[0] == NULL)
		return err_set(ERR_INVALID, "l'etichetta non ha righe");
	if ((r = put_line(b, righe[0], y + 2 * MM, WIDTH - 2 * MARGIN,
	    10)) != 0)
		return r;
	for (i = 1; righe[i] != NULL; i++) {
		y -= 8 * MM;
		if (y < MARGIN)
			return err_set(ERR_INVALID,
			    "l'etichetta ha troppe righe");
		if ((r = put_line(b, righe[i], y, left, SIZE_MAX_PT)) != 0)
			return r;
	}
	return qr_draw(b, qr, WIDTH - MARGIN - SIDE, MARGIN, SIDE);
}

/* A whole file of the objects given, in order from 1. */
static void
put_pdf(struct buf *out, const char *const *object, int n)
{
	size_t at[8], start;
	int i;

	buf_puts(out, "%PDF-1.4\n");
	for (i = 0; i < n; i++) {
		at[i] = out->len;
		buf_printf(out, "%d 0 obj\n%s\nendobj\n", i + 1, object[i]);
	}
	start = out->len;
	buf_printf(out, "xref\n0 %d\n0000000000 65535 f \n", n + 1);
	for (i = 0; i < n; i++)
		buf_printf(out, "%010zu 00000 n \n", at[i]);
	buf_printf(out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n"
	    "%zu\n%%%%EOF\n", n + 1, start);
}

int
resa_label(struct buf *out, const char *const *righe, const char *qr)
{
	static const char font[] = "<< /Type /Font /Subtype /Type1 "
	    "/BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
	const char *object[] = {
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		NULL, font, NULL,
	};
	AUTO_BUF page = { 0 }, marks = { 0 }, stream = { 0 };
	int r;

	if ((r = draw(&marks, righe, qr)) != 0)
		return r;
	buf_puts(&page, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ");
	pdf_number(&page, WIDTH);
	pdf_number(&page, HEIGHT);
	buf_puts(&page, "] /Resources << /Font << /F 4 0 R >> >> "
	    "/Contents 5 0 R >>");
	buf_printf(&stream, "<< /Length %zu >>\nstream\n%sendstream",
	    marks.len, buf_str(&marks));
	object[2] = buf_str(&page);
	object[4] = buf_str(&stream);
	put_pdf(out, object, NELEM(object));
	return 0;
}

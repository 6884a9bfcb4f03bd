/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * timbro.c - the segnatura on a copy: up to four lines in a thin box, and
 * their QR code in the corner, at the top right of page 1 as a reader sees it
 * (DPCM 3/12/2013: the registered document itself is never changed).
 *
 * Refuses a PDF that cannot be opened or is encrypted, and a page on which
 * the lines would be unreadably small.  Neither has a background: the text of
 * the page shows through.  A copy of a PDF/A loses its XMP metadata, because
 * with a font that is not embedded their claim would be false.
 * Same PDF and lines, same bytes.
 */
#include "resa/resa.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "resa/interno.h"

#define LINES_MAX 4
#define SIZE_MAX_PT 8.0		/* font size, points */
#define SIZE_MIN_PT 4.0
#define MARGIN 14.0		/* from the edges of the page, points */
#define STEP 70.0		/* from one stamp down to the next, points */
#define QR_SIDE 6.5		/* of the code, in sizes of the font */
#define SIDE_MAX 20000.0	/* of a page, points */

struct box {
	double x, y, w, h;	/* points, in the page's own space */
};

struct stamp {
	struct buf line[LINES_MAX];	/* WinAnsi */
	int n;
	const char *qr;			/* what the code says; NULL: none */
	double size, w, h;		/* points */
	double side;			/* of the code, points; 0: none */
	double lines_h;			/* of the box of the lines, points */
	int before;			/* stamps the page already bears */
};

static bool
box_read(struct box *out, qpdf_data q, qpdf_oh page, const char *key)
{
	qpdf_oh a = qpdf_oh_get_key(q, page, key);
	double v[4];
	int i;

	if (!qpdf_oh_is_array(q, a) || qpdf_oh_get_array_n_items(q, a) != 4)
		return false;
	for (i = 0; i < 4; i++) {
		qpdf_oh item = qpdf_oh_get_array_item(q, a, i);

		if (!qpdf_oh_get_value_as_number(q, item, &v[i]) ||
		    !(fabs(v[i]) <= SIDE_MAX))
			return false;
	}
	*out = (struct box){ fmin(v[0], v[2]), fmin(v[1], v[3]),
	    fabs(v[2] - v[0]), fabs(v[3] - v[1]) };
	return out->w >= 1 && out->h >= 1;
}

/* What a reader shows of the page: the CropBox inside the MediaBox. */
static int
box_visible(struct box *out, qpdf_data q, qpdf_oh page)
{
	struct box media = { 0 }, crop = { 0 };
	double x, y;

	if (!box_read(&media, q, page, "/MediaBox"))
		return err_set(ERR_INVALID,
		    "la prima pagina del PDF non ha dimensioni leggibili");
	*out = media;
	if (!box_read(&crop, q, page, "/CropBox"))
		return 0;
	x = fmax(media.x, crop.x);
	y = fmax(media.y, crop.y);
	crop.w = fmin(media.x + media.w, crop.x + crop.w) - x;
	crop.h = fmin(media.y + media.h, crop.y + crop.h) - y;
	if (crop.w >= 1 && crop.h >= 1)
		*out = (struct box){ x, y, crop.w, crop.h };
	return 0;
}

/* Quarter turns clockwise, 0..3. */
static int
turns(qpdf_data q, qpdf_oh page)
{
	qpdf_oh r = qpdf_oh_get_key(q, page, "/Rotate");
	long long degrees;

	if (!qpdf_oh_get_value_as_longlong(q, r, &degrees))
		return 0;
	return (int)(((degrees % 360) + 360) % 360 / 90);
}

/*
 * The matrix that puts the stamp at the top right of the page as shown:
 * (u, v) is its lower left corner in the page as the reader sees it.
 */
static void
put_matrix(struct buf *b, const struct box *page, int turn,
    const struct stamp *s)
{
	static const int axis[4][4] = {
		{ 1, 0, 0, 1 }, { 0, 1, -1, 0 }, { -1, 0, 0, -1 },
		{ 0, -1, 1, 0 },
	};
	double u = (turn % 2 ? page->h : page->w) - MARGIN - s->w;
	double v = fmax(MARGIN, (turn % 2 ? page->w : page->h) - MARGIN -
	    s->h - s->before * STEP);
	const double x[4] = { u, page->w - v, page->w - u, v };
	const double y[4] = { v, u, page->h - v, page->h - u };
	int i;

	for (i = 0; i < 4; i++)
		buf_printf(b, "%d ", axis[turn][i]);
	pdf_number(b, page->x + x[turn]);
	pdf_number(b, page->y + y[turn]);
	buf_puts(b, "cm ");
}

static void
stamp_free(struct stamp *s)
{
	int i;

	for (i = 0; i < s->n; i++)
		buf_free(&s->line[i]);
}

static int
stamp_lines(struct stamp *out, const char *const *righe)
{
	int r;

	for (; *righe != NULL; righe++) {
		if (out->n == LINES_MAX)
			return err_set(ERR_INVALID,
			    "il timbro ha al più %d righe", LINES_MAX);
		r = winansi_encode(&out->line[out->n++], *righe);
		if (r != 0)
			return r;
	}
	if (out->n == 0)
		return err_set(ERR_INVALID, "il timbro non ha righe");
	return 0;
}

/* As large as fits in two thirds of the width shown, 8 points at most. */
static int
stamp_size(struct stamp *s, double width, double height)
{
	int i, longest = 1, w;
	double ems;

	for (i = 0; i < s->n; i++) {
		w = winansi_width(s->line[i].data, s->line[i].len);
		longest = w > longest ? w : longest;
	}
	ems = longest / 1000.0 + (s->qr != NULL ? QR_SIDE : 0);
	s->size = fmin(SIZE_MAX_PT, width * 2 / 3 / ems);
	s->side = s->qr != NULL ? s->size * QR_SIDE : 0;
	s->w = s->size * (ems + 1.2);
	s->lines_h = s->size * (1.25 * s->n + 0.75);
	s->h = fmax(s->lines_h, s->side);
	if (s->size < SIZE_MIN_PT || s->w + 2 * MARGIN > width ||
	    s->h + 2 * MARGIN > height)
		return err_set(ERR_INVALID,
		    "la pagina è troppo piccola per il timbro");
	return 0;
}

static void
put_text(struct buf *b, const struct stamp *s)
{
	char hex[3];
	size_t k;
	int i;

	buf_puts(b, "0.6 w 0 G 0 g 0.30 ");
	pdf_number(b, s->h - s->lines_h + 0.3);
	pdf_number(b, s->w - s->side - 0.6);
	pdf_number(b, s->lines_h - 0.6);
	buf_puts(b, "re S BT /F ");
	pdf_number(b, s->size);
	buf_puts(b, "Tf ");
	pdf_number(b, s->size * 1.25);
	buf_puts(b, "TL ");
	pdf_number(b, s->size * 0.6);
	pdf_number(b, s->h - s->size * 1.3);
	buf_puts(b, "Td\n");
	for (i = 0; i < s->n; i++) {
		buf_putc(b, '<');
		for (k = 0; k < s->line[i].len; k++) {
			hex_encode(hex, &s->line[i].data[k], 1);
			buf_puts(b, hex);
		}
		buf_puts(b, "> Tj T*\n");
	}
	buf_puts(b, "ET");
}

static qpdf_oh
stream_new(qpdf_data q, const char *bytes, size_t n)
{
	qpdf_oh s = qpdf_oh_new_stream(q);

	qpdf_oh_replace_stream_data(q, s, (const unsigned char *)bytes, n,
	    qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	return s;
}

static void
set_parsed(qpdf_data q, qpdf_oh dict, const char *key, const char *value)
{
	qpdf_oh_replace_key(q, dict, key, qpdf_oh_parse(q, value));
}

/* The stamp as a form of its own: its font meets no name of the page. */
static int
form_new(qpdf_oh *out, qpdf_data q, const struct stamp *s)
{
	AUTO_BUF text = { 0 }, box = { 0 };
	qpdf_oh form, dict;
	int r;

	put_text(&text, s);
	buf_putc(&text, '\n');
	if (s->qr != NULL &&
	    (r = qr_draw(&text, s->qr, s->w - s->side, s->h - s->side,
	    s->side)) != 0)
		return r;
	buf_puts(&box, "[0 0 ");
	pdf_number(&box, s->w);
	pdf_number(&box, s->h);
	buf_puts(&box, "]");
	form = stream_new(q, text.data, text.len);
	dict = qpdf_oh_get_dict(q, form);
	set_parsed(q, dict, "/Type", "/XObject");
	set_parsed(q, dict, "/Subtype", "/Form");
	set_parsed(q, dict, "/BBox", buf_str(&box));
	set_parsed(q, dict, "/Resources", "<< /Font << /F << /Type /Font "
	    "/Subtype /Type1 /BaseFont /Helvetica "
	    "/Encoding /WinAnsiEncoding >> >> >>");
	*out = form;
	return 0;
}

/* A dictionary may be shared with other pages: it is copied, not changed. */
static qpdf_oh
dict_copy(qpdf_data q, qpdf_oh from)
{
	qpdf_oh copy = qpdf_oh_new_dictionary(q);
	const char *key;

	if (!qpdf_oh_is_dictionary(q, from))
		return copy;
	qpdf_oh_begin_dict_key_iter(q, from);
	while (qpdf_oh_dict_more_keys(q)) {
		key = qpdf_oh_dict_next_key(q);
		qpdf_oh_replace_key(q, copy, key,
		    qpdf_oh_get_key(q, from, key));
	}
	return copy;
}

/*
 * Puts the form among the page's resources; its name, with slash, in name.
 * Returns how many stamps of ours the page bore before.
 */
static int
resource_add(struct buf *name, qpdf_data q, qpdf_oh page, qpdf_oh form)
{
	qpdf_oh res = dict_copy(q, qpdf_oh_get_key(q, page, "/Resources"));
	qpdf_oh forms = dict_copy(q, qpdf_oh_get_key(q, res, "/XObject"));
	int before = 0;

	buf_puts(name, "/Segnatura");
	while (qpdf_oh_has_key(q, forms, buf_str(name))) {
		buf_clear(name);
		buf_printf(name, "/Segnatura%d", ++before + 1);
	}
	qpdf_oh_replace_key(q, forms, buf_str(name), form);
	qpdf_oh_replace_key(q, res, "/XObject", forms);
	qpdf_oh_replace_key(q, page, "/Resources", res);
	return before;
}

/* The page's own contents between q and Q, then the stamp. */
static void
contents_wrap(qpdf_data q, qpdf_oh page, const char *draw, size_t n)
{
	qpdf_oh old = qpdf_oh_get_key(q, page, "/Contents");
	qpdf_oh all = qpdf_oh_new_array(q);
	int i, items;

	qpdf_oh_append_item(q, all, stream_new(q, "q\n", 2));
	if (qpdf_oh_is_array(q, old)) {
		items = qpdf_oh_get_array_n_items(q, old);
		for (i = 0; i < items; i++)
			qpdf_oh_append_item(q, all,
			    qpdf_oh_get_array_item(q, old, i));
	} else if (qpdf_oh_is_stream(q, old)) {
		qpdf_oh_append_item(q, all, old);
	}
	qpdf_oh_append_item(q, all, stream_new(q, draw, n));
	qpdf_oh_replace_key(q, page, "/Contents", all);
}

static int
page_stamp(qpdf_data q, qpdf_oh page, struct stamp *s)
{
	AUTO_BUF draw = { 0 }, name = { 0 };
	struct box box = { 0 };
	int r, turn = turns(q, page);
	qpdf_oh form;

	if ((r = box_visible(&box, q, page)) != 0 ||
	    (r = stamp_size(s, turn % 2 ? box.h : box.w,
	    turn % 2 ? box.w : box.h)) != 0 ||
	    (r = form_new(&form, q, s)) != 0)
		return r;
	s->before = resource_add(&name, q, page, form);
	buf_puts(&draw, "\nQ q ");
	put_matrix(&draw, &box, turn, s);
	buf_printf(&draw, "%s Do Q\n", buf_str(&name));
	contents_wrap(q, page, draw.data, draw.len);
	return pdf_error(q);
}

static int
pdf_write(struct buf *out, qpdf_data q)
{
	int r;

	if (qpdf_init_write_memory(q) & QPDF_ERRORS)
		return pdf_error(q);
	qpdf_set_stream_data_mode(q, qpdf_s_preserve);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	if (qpdf_write(q) & QPDF_ERRORS) {
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_FAULT,
		    "scrittura della copia timbrata");
	}
	buf_append(out, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
	return 0;
}

static int
copy_stamp(struct buf *out, const void *pdf, size_t n, struct stamp *s)
{
	AUTO(_qpdf_data) q = NULL;
	int r;

	if ((r = pdf_open(&q, pdf, n)) != 0)
		return r;
	if (qpdf_push_inherited_attributes_to_page(q) & QPDF_ERRORS) {
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_INVALID, "PDF non leggibile");
	}
	if ((r = page_stamp(q, qpdf_get_page_n(q, 0), s)) != 0)
		return r;
	pdfa_disclaim(q);
	return pdf_write(out, q);
}

int
resa_stamp(struct buf *out, const void *pdf, size_t n,
    const char *const *righe, const char *qr)
{
	struct stamp s = { .qr = qr };
	int r;

	if ((r = stamp_lines(&s, righe)) == 0)
		r = copy_stamp(out, pdf, n, &s);
	stamp_free(&s);
	return r;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf_testo.c - the text operators of the first page (ISO 32000-1 §9.4).
 *
 * Where a line ends is told by where the next piece is put; how wide a letter
 * is, is not asked: a piece put further on the same line is another word.
 * Bounded by the bytes of the page, of the text, and by the fonts.
 */
#include "resa/pdf_testo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resa/interno.h"
#include "resa/pdf_caratteri.h"

#define PAGINA_MAX ((size_t)8 * 1024 * 1024)	/* bytes of its operators */
#define OPERANDI 8
#define FONT_MAX 24
#define LIVELLI 16			/* of pages above a page */
#define SPAZIO (-180.0)			/* thousandths: a TJ this far leaves a blank */

struct font {
	char nome[64];
	struct caratteri c;
};

struct lettura_pdf {
	qpdf_data q;
	qpdf_oh fonts;
	const unsigned char *p, *end;
	struct buf *out;
	struct buf testo;		/* of the last string operand, or array */
	double numeri[OPERANDI];
	int n_numeri;
	char nome[64];			/* the last name */
	bool array;
	struct font *font[FONT_MAX];
	int n_font;
	struct font *ora;		/* in use; NULL */
	double riga;			/* the height of the line */
};

/* ---- fonts ---- */

static struct font *
font_named(struct lettura_pdf *l, const char *nome)
{
	struct font *f;
	qpdf_oh dict;
	int i;

	for (i = 0; i < l->n_font; i++)
		if (strcmp(l->font[i]->nome, nome) == 0)
			return l->font[i];
	if (l->n_font == FONT_MAX)
		return NULL;
	dict = qpdf_oh_get_key(l->q, l->fonts, nome);
	if (!qpdf_oh_is_dictionary(l->q, dict) ||
	    (f = calloc(1, sizeof *f)) == NULL)
		return NULL;
	snprintf(f->nome, sizeof f->nome, "%s", nome);
	caratteri_leggi(&f->c, l->q, dict);
	return l->font[l->n_font++] = f;
}

/* ---- what stands between operators ---- */

static bool
blank(unsigned char c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	    c == ' ';
}

static bool
delimiter(unsigned char c)
{
	return strchr("()<>[]{}/%", c) != NULL && c != 0;
}

static void
say(struct lettura_pdf *l, const unsigned char *p, size_t n)
{
	if (l->ora != NULL && l->testo.len < PDF_TESTO_MAX)
		caratteri_scrivi(&l->testo, &l->ora->c, p, n);
}

static int
hex_digit(unsigned char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *d = memchr(digits, c | 0x20, 16);

	return d != NULL ? (int)(d - digits) : -1;
}

static void
hex_string(struct lettura_pdf *l)
{
	AUTO_BUF b = { 0 };
	int high = -1, d;

	for (l->p++; l->p < l->end && *l->p != '>'; l->p++) {
		if ((d = hex_digit(*l->p)) < 0)
			continue;
		if (high < 0) {
			high = d;
			continue;
		}
		buf_putc(&b, (char)(high << 4 | d));
		high = -1;
	}
	if (high >= 0)
		buf_putc(&b, (char)(high << 4));
	if (l->p < l->end)
		l->p++;
	say(l, (const unsigned char *)buf_str(&b), b.len);
}

/* Behind a backslash. */
static void
escape(struct lettura_pdf *l, struct buf *b)
{
	static const char what[] = "nrtbf", means[] = "\n\r\t\b\f";
	const char *w;
	int v = 0, i;

	if (*l->p >= '0' && *l->p <= '7') {
		for (i = 0; i < 3 && l->p < l->end && *l->p >= '0' &&
		    *l->p <= '7'; i++)
			v = v << 3 | (*l->p++ - '0');
		buf_putc(b, (char)v);
		return;
	}
	if (*l->p == '\r' || *l->p == '\n') {
		l->p++;
		return;
	}
	w = memchr(what, *l->p, 5);
	buf_putc(b, w != NULL ? means[w - what] : (char)*l->p);
	l->p++;
}

static void
plain_string(struct lettura_pdf *l)
{
	AUTO_BUF b = { 0 };
	int depth = 1;

	for (l->p++; l->p < l->end; ) {
		if (*l->p == '\\' && l->p + 1 < l->end) {
			l->p++;
			escape(l, &b);
			continue;
		}
		depth += (*l->p == '(') - (*l->p == ')');
		if (depth == 0) {
			l->p++;
			break;
		}
		buf_putc(&b, (char)*l->p++);
	}
	say(l, (const unsigned char *)buf_str(&b), b.len);
}

static void
name(struct lettura_pdf *l)
{
	size_t n = 0;

	l->nome[n++] = '/';
	for (l->p++; l->p < l->end && !blank(*l->p) && !delimiter(*l->p);
	    l->p++)
		if (n + 1 < sizeof l->nome)
			l->nome[n++] = (char)*l->p;
	l->nome[n] = '\0';
}

/* ---- where it is put ---- */

static void
line_end(struct lettura_pdf *l)
{
	if (l->out->len > 0 && l->out->data[l->out->len - 1] != '\n')
		buf_putc(l->out, '\n');
}

static void
word_end(struct buf *b)
{
	if (b->len > 0 && b->data[b->len - 1] != ' ' &&
	    b->data[b->len - 1] != '\n')
		buf_putc(b, ' ');
}

static double
operand(const struct lettura_pdf *l, int from_end)
{
	return l->n_numeri >= from_end ? l->numeri[l->n_numeri - from_end] : 0;
}

static void
moved(struct lettura_pdf *l, double up)
{
	if (up > 0.5 || up < -0.5)
		line_end(l);
	else
		word_end(l->out);
}

static void
number(struct lettura_pdf *l, const char *word)
{
	double v = strtod(word, NULL);

	if (l->array) {
		if (v < SPAZIO)
			word_end(&l->testo);
		return;
	}
	if (l->n_numeri == OPERANDI)
		memmove(l->numeri, l->numeri + 1,
		    (OPERANDI - 1) * sizeof l->numeri[0]);
	else
		l->n_numeri++;
	l->numeri[l->n_numeri - 1] = v;
}

static void
show(struct lettura_pdf *l)
{
	if (l->out->len < PDF_TESTO_MAX && l->testo.len > 0)
		buf_append(l->out, l->testo.data, l->testo.len);
}

/* An image within the operators ends with EI between blanks. */
static void
skip_image(struct lettura_pdf *l)
{
	for (; l->p + 3 < l->end; l->p++)
		if (blank(l->p[0]) && l->p[1] == 'E' && l->p[2] == 'I' &&
		    blank(l->p[3])) {
			l->p += 3;
			return;
		}
	l->p = l->end;
}

static void
operate(struct lettura_pdf *l, const char *op)
{
	if (strcmp(op, "Tj") == 0 || strcmp(op, "TJ") == 0) {
		show(l);
	} else if (strcmp(op, "'") == 0 || strcmp(op, "\"") == 0) {
		line_end(l);
		show(l);
	} else if (strcmp(op, "Tf") == 0) {
		l->ora = font_named(l, l->nome);
	} else if (strcmp(op, "Td") == 0 || strcmp(op, "TD") == 0) {
		moved(l, operand(l, 1));
	} else if (strcmp(op, "Tm") == 0) {
		moved(l, operand(l, 1) - l->riga);
		l->riga = operand(l, 1);
	} else if (strcmp(op, "T*") == 0) {
		line_end(l);
	} else if (strcmp(op, "BI") == 0) {
		skip_image(l);
	}
	l->n_numeri = 0;
	buf_clear(&l->testo);
}

static void
word(struct lettura_pdf *l)
{
	char text[32];
	size_t n = 0;

	while (l->p < l->end && !blank(*l->p) && !delimiter(*l->p)) {
		if (n + 1 < sizeof text)
			text[n++] = (char)*l->p;
		l->p++;
	}
	text[n] = '\0';
	if (strchr("+-.0123456789", text[0]) != NULL)
		number(l, text);
	else
		operate(l, text);
}

static void
step(struct lettura_pdf *l)
{
	switch (*l->p) {
	case '(':
		plain_string(l);
		break;
	case '<':
		if (l->p + 1 < l->end && l->p[1] == '<')
			l->p += 2;
		else
			hex_string(l);
		break;
	case '/':
		name(l);
		break;
	case '[':
	case ']':
		l->array = *l->p++ == '[';
		break;
	case '%':
		while (l->p < l->end && *l->p != '\n' && *l->p != '\r')
			l->p++;
		break;
	default:
		if (blank(*l->p) || delimiter(*l->p))
			l->p++;
		else
			word(l);
	}
}

/* ---- the page ---- */

/* Its own, or of the pages above it. */
static qpdf_oh
fonts_of(qpdf_data q, qpdf_oh page)
{
	qpdf_oh res;
	int i;

	for (i = 0; i < LIVELLI && qpdf_oh_is_dictionary(q, page); i++) {
		res = qpdf_oh_get_key(q, page, "/Resources");
		if (qpdf_oh_is_dictionary(q, res))
			return qpdf_oh_get_key(q, res, "/Font");
		page = qpdf_oh_get_key(q, page, "/Parent");
	}
	return qpdf_oh_new_null(q);
}

int
resa_pdf_testo(struct buf *out, const void *pdf, size_t n)
{
	AUTO(_qpdf_data) q = NULL;
	struct lettura_pdf l = { .out = out };
	unsigned char *bytes = NULL;
	size_t len = 0;
	qpdf_oh page;
	int r;

	if ((r = pdf_open(&q, pdf, n)) != 0)
		return r;
	page = qpdf_get_page_n(q, 0);
	l.q = q;
	l.fonts = fonts_of(q, page);
	if (!(qpdf_oh_get_page_content_data(q, page, &bytes, &len) &
	    QPDF_ERRORS) && bytes != NULL && len <= PAGINA_MAX &&
	    qpdf_oh_is_dictionary(q, l.fonts))
		for (l.p = bytes, l.end = bytes + len; l.p < l.end &&
		    out->len < PDF_TESTO_MAX; )
			step(&l);
	free(bytes);
	while (l.n_font > 0)
		free(l.font[--l.n_font]);
	buf_free(&l.testo);
	if (qpdf_has_error(q))
		qpdf_get_error(q);	/* said, and forgotten: a page without text */
	return 0;
}

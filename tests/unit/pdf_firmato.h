/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf_firmato.h - signed PDFs written by hand, one revision behind the other,
 * so that each byte of them can be made wrong.
 */
#ifndef UNIT_PDF_FIRMATO_H
#define UNIT_PDF_FIRMATO_H

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"

#define PDF_ROOM 6000		/* bytes for a signature */

struct pdf_prova {
	struct buf b;
	size_t at[40];		/* of the objects of this revision; 0: none */
	size_t prev;		/* of the last cross reference table; 0 */
};

static inline void
pdf_begin(struct pdf_prova *p)
{
	if (p->b.len == 0)
		buf_puts(&p->b, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
	memset(p->at, 0, sizeof p->at);
}

static inline void
pdf_obj(struct pdf_prova *p, int n, const char *text)
{
	p->at[n] = p->b.len;
	buf_printf(&p->b, "%d 0 obj\n%s\nendobj\n", n, text);
}

static inline void
pdf_end(struct pdf_prova *p)
{
	size_t start = p->b.len;
	int i;

	buf_puts(&p->b, "xref\n0 1\n0000000000 65535 f \n");
	for (i = 1; i < 40; i++)
		if (p->at[i] != 0)
			buf_printf(&p->b, "%d 1\n%010zu 00000 n \n", i,
			    p->at[i]);
	buf_puts(&p->b, "trailer\n<< /Size 40 /Root 1 0 R ");
	if (p->prev != 0)
		buf_printf(&p->b, "/Prev %zu ", p->prev);
	buf_printf(&p->b, ">>\nstartxref\n%zu\n%%%%EOF\n", start);
	p->prev = start;
}

/* The catalog, whose form has these fields. */
static inline void
pdf_catalog(struct pdf_prova *p, struct arena *a, const char *fields)
{
	pdf_obj(p, 1, arena_printf(a, "<< /Type /Catalog /Pages 2 0 R "
	    "/AcroForm << /SigFlags 3 /Fields [%s] >> >>", fields));
}

static inline void
pdf_pages(struct pdf_prova *p)
{
	pdf_obj(p, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
	pdf_obj(p, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
	    "/Resources << >> >>");
}

/* Field n, whose value n + 1 has room for a signature. */
static inline void
pdf_field(struct pdf_prova *p, struct arena *a, int n, const char *filtro)
{
	char *zeros = arena_alloc(a, 2 * PDF_ROOM + 1);

	memset(zeros, '0', 2 * PDF_ROOM);
	zeros[2 * PDF_ROOM] = '\0';
	pdf_obj(p, n, arena_printf(a, "<< /FT /Sig /T (Firma%d) /V %d 0 R "
	    "/Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R >>", n,
	    n + 1));
	pdf_obj(p, n + 1, arena_printf(a, "<< /Type /Sig /Filter "
	    "/Adobe.PPKLite /SubFilter /%s /ByteRange "
	    "[0 0000000000 0000000000 0000000000] /Contents <%s> >>", filtro,
	    zeros));
}

/* The last of something before `end`. */
static inline size_t
pdf_last(const struct buf *b, const char *what)
{
	size_t i = b->len - strlen(what);

	while (memcmp(b->data + i, what, strlen(what)) != 0) {
		assert(i > 0);
		i--;
	}
	return i;
}

typedef void pdf_signer(struct buf *der, const struct buf *data, void *arg);

/* Signs all there is with the last field. */
static inline void
pdf_sign(struct pdf_prova *p, pdf_signer *fn, void *arg)
{
	size_t range = pdf_last(&p->b, "/ByteRange [0 ") + 14;
	size_t hole = pdf_last(&p->b, "/Contents <") + 10;
	size_t after = hole + 2 * PDF_ROOM + 2;
	AUTO_BUF der = { 0 }, data = { 0 };
	char words[33], *hex;

	snprintf(words, sizeof words, "%010zu %010zu %010zu", hole, after,
	    p->b.len - after);
	memcpy(p->b.data + range, words, 32);
	buf_append(&data, p->b.data, hole);
	buf_append(&data, p->b.data + after, p->b.len - after);
	fn(&der, &data, arg);
	assert(der.len <= PDF_ROOM);
	hex = malloc(2 * der.len + 1);
	hex_encode(hex, der.data, der.len);
	memcpy(p->b.data + hole + 1, hex, 2 * der.len);
	free(hex);
}

/* One page, one signature. */
static inline void
pdf_uno(struct pdf_prova *p, struct arena *a, const char *filtro,
    pdf_signer *fn, void *arg)
{
	pdf_begin(p);
	pdf_catalog(p, a, "5 0 R");
	pdf_pages(p);
	pdf_field(p, a, 5, filtro);
	pdf_end(p);
	pdf_sign(p, fn, arg);
}

/* A revision that changes the page. */
static inline void
pdf_aggiunta(struct pdf_prova *p)
{
	pdf_begin(p);
	pdf_obj(p, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] "
	    "/Resources << >> >>");
	pdf_end(p);
}

/* A revision that brings a CRL. */
static inline void
pdf_dss(struct pdf_prova *p, struct arena *a, const void *crl, size_t n)
{
	char *hex = arena_alloc(a, 2 * n + 1);

	hex_encode(hex, crl, n);
	pdf_begin(p);
	pdf_obj(p, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags "
	    "3 /Fields [5 0 R] >> /DSS << /CRLs [9 0 R 10 0 R 3 0 R] >> >>");
	pdf_obj(p, 9, arena_printf(a, "<< /Length %zu /Filter "
	    "/ASCIIHexDecode >>\nstream\n%s>\nendstream", 2 * n + 1, hex));
	pdf_obj(p, 10, "<< /Length 6 >>\nstream\nguasto\nendstream");
	pdf_end(p);
}

/* A second signature, in a revision of its own. */
static inline void
pdf_due(struct pdf_prova *p, struct arena *a, const char *filtro,
    pdf_signer *fn, void *arg)
{
	pdf_begin(p);
	pdf_catalog(p, a, "5 0 R 7 0 R");
	pdf_field(p, a, 7, filtro);
	pdf_end(p);
	pdf_sign(p, fn, arg);
}

#endif

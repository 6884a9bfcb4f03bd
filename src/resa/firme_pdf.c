/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_pdf.c - the signatures of a PDF: the fields of its form, in each
 * /ByteRange and /Contents.
 *
 * The known attacks are on what lies between the two: a hole larger than the
 * signature, ranges that leave out more than it, a /Contents that is not what
 * stands in the hole.  So the hole is read from the file itself, must be one
 * string of hex digits, and must be what the parser calls /Contents.  What was
 * added behind a signature is for the caller to say: `coperti` is shorter than
 * the file.
 */
#include "resa/firme_pdf.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "resa/interno.h"

#define FIELD_DEPTH 32
#define FIELDS_MAX 20000	/* looked at: a form may name itself */
#define PIECES_MAX 200		/* CRLs, and as many OCSP responses */
#define PIECE_MAX ((size_t)16 * 1024 * 1024)
#define SIGNATURE_MAX ((size_t)4 * 1024 * 1024)

struct walk {
	qpdf_data q;
	struct arena *a;
	const unsigned char *pdf;
	size_t len;
	struct pdf_firma *list;
	int n, cap, seen;
};

/* ---- one signature ---- */

static bool
damaged(struct pdf_firma *f, const char *why)
{
	f->guasto = why;
	f->coperti = 0;
	return false;
}

/* [0 a b c]: from the first byte to a, and from b on c bytes. */
static bool
read_range(struct pdf_firma *f, const struct walk *w, qpdf_oh dict)
{
	qpdf_oh range = qpdf_oh_get_key(w->q, dict, "/ByteRange");
	long long v[4];
	int i;

	if (!qpdf_oh_is_array(w->q, range) ||
	    qpdf_oh_get_array_n_items(w->q, range) != 4)
		return damaged(f, "non dice quali byte firma");
	for (i = 0; i < 4; i++)
		if (!qpdf_oh_get_value_as_longlong(w->q,
		    qpdf_oh_get_array_item(w->q, range, i), &v[i]) ||
		    v[i] < 0 || (unsigned long long)v[i] > w->len)
			return damaged(f, "dice di firmare byte che nel file "
			    "non ci sono");
	if (v[0] != 0 || v[1] == 0 || v[2] <= v[1] ||
	    (size_t)v[2] + (size_t)v[3] > w->len)
		return damaged(f, "dice di firmare byte che nel file non ci "
		    "sono");
	f->buco = (size_t)v[1];
	f->buco_n = (size_t)(v[2] - v[1]);
	f->coperti = (size_t)v[2] + (size_t)v[3];
	return true;
}

/* <3082…>, whole pairs of digits and nothing else. */
static bool
read_hole(unsigned char **out, size_t *n, struct pdf_firma *f,
    const struct walk *w)
{
	const unsigned char *p = w->pdf + f->buco;
	size_t i, digits = f->buco_n - 2;
	unsigned char *bytes;
	char pair[3] = "";

	if (f->buco_n < 4 || p[0] != '<' || p[f->buco_n - 1] != '>' ||
	    digits % 2 != 0 || digits / 2 > SIGNATURE_MAX)
		return damaged(f, "lascia fuori altro dalla firma stessa");
	bytes = arena_alloc(w->a, digits / 2);
	for (i = 0; i < digits; i += 2) {
		pair[0] = (char)p[1 + i];
		pair[1] = (char)p[2 + i];
		if (!isxdigit((unsigned char)pair[0]) ||
		    !isxdigit((unsigned char)pair[1]))
			return damaged(f, "lascia fuori altro dalla firma "
			    "stessa");
		bytes[i / 2] = (unsigned char)strtol(pair, NULL, 16);
	}
	*out = bytes;
	*n = digits / 2;
	return true;
}

/* How long the DER object at p is; the room behind it is padding. */
static size_t
der_length(const unsigned char *p, size_t n)
{
	size_t i, octets, len = 0;

	if (n < 2)
		return n;
	if (p[1] < 0x80)
		return (size_t)p[1] + 2 < n ? (size_t)p[1] + 2 : n;
	octets = p[1] & 0x7f;
	/* of indefinite length: its own end is within */
	if (octets == 0 || octets > 4 || octets + 2 > n)
		return n;
	for (i = 0; i < octets; i++)
		len = len << 8 | p[2 + i];
	return len + octets + 2 < n ? len + octets + 2 : n;
}

static bool
read_contents(struct pdf_firma *f, const struct walk *w, qpdf_oh dict)
{
	qpdf_oh contents = qpdf_oh_get_key(w->q, dict, "/Contents");
	unsigned char *bytes;
	const char *said;
	size_t n, said_n;

	if (!read_hole(&bytes, &n, f, w))
		return false;
	if (!qpdf_oh_is_string(w->q, contents))
		return damaged(f, "non contiene una firma");
	said = qpdf_oh_get_binary_string_value(w->q, contents, &said_n);
	if (said == NULL || said_n != n || memcmp(said, bytes, n) != 0)
		return damaged(f, "non sta dove dice di stare");
	f->firma = bytes;
	f->firma_n = der_length(bytes, n);
	return true;
}

static const char *
name_of(const struct walk *w, qpdf_oh dict, const char *key)
{
	qpdf_oh v = qpdf_oh_get_key(w->q, dict, key);
	const char *s = qpdf_oh_is_name(w->q, v) ?
	    qpdf_oh_get_name(w->q, v) : NULL;

	return s != NULL && s[0] == '/' ? arena_strdup(w->a, s + 1) : "";
}

static int
add(struct walk *w, qpdf_oh dict)
{
	struct pdf_firma f = { .filtro = name_of(w, dict, "/SubFilter") };

	if (w->n == PDF_FIRME_MAX)
		return err_set(ERR_INVALID, "il PDF ha più di %d firme",
		    PDF_FIRME_MAX);
	if (read_range(&f, w, dict))
		(void)read_contents(&f, w, dict);
	w->list = arena_more(w->a, w->list, w->n, &w->cap, sizeof *w->list);
	w->list[w->n++] = f;
	return pdf_error(w->q);
}

/* ---- the form ---- */

/* A field of the form; `sign`: what its parents are of. */
static int
look(struct walk *w, qpdf_oh field, bool sign, int depth)
{
	qpdf_oh type, value, kids;
	int r, i, n;

	if (!qpdf_oh_is_dictionary(w->q, field))
		return 0;
	if (depth == FIELD_DEPTH || w->seen++ == FIELDS_MAX)
		return err_set(ERR_INVALID, "il modulo del PDF non finisce");
	type = qpdf_oh_get_key(w->q, field, "/FT");
	if (qpdf_oh_is_name(w->q, type))
		sign = qpdf_oh_is_name_and_equals(w->q, type, "/Sig");
	value = qpdf_oh_get_key(w->q, field, "/V");
	if (sign && qpdf_oh_is_dictionary(w->q, value) &&
	    (r = add(w, value)) != 0)
		return r;
	kids = qpdf_oh_get_key(w->q, field, "/Kids");
	n = qpdf_oh_is_array(w->q, kids) ?
	    qpdf_oh_get_array_n_items(w->q, kids) : 0;
	for (i = 0; i < n; i++)
		if ((r = look(w, qpdf_oh_get_array_item(w->q, kids, i), sign,
		    depth + 1)) != 0)
			return r;
	return 0;
}

static int
look_form(struct walk *w)
{
	qpdf_oh form = qpdf_oh_get_key(w->q, qpdf_get_root(w->q), "/AcroForm");
	qpdf_oh fields = qpdf_oh_get_key_if_dict(w->q, form, "/Fields");
	int r, i, n = qpdf_oh_is_array(w->q, fields) ?
	    qpdf_oh_get_array_n_items(w->q, fields) : 0;

	for (i = 0; i < n; i++)
		if ((r = look(w, qpdf_oh_get_array_item(w->q, fields, i),
		    false, 0)) != 0)
			return r;
	return pdf_error(w->q);
}

static int
covers_less(const void *a, const void *b)
{
	const struct pdf_firma *x = a, *y = b;

	return (x->coperti > y->coperti) - (x->coperti < y->coperti);
}

int
pdf_firme(struct pdf_firma **out, int *n, struct arena *a, const void *pdf,
    size_t len)
{
	AUTO(_qpdf_data) q = NULL;
	struct walk w = { .a = a, .pdf = pdf, .len = len };
	int r;

	if ((r = pdf_open(&q, pdf, len)) != 0)
		return r;
	w.q = q;
	if ((r = look_form(&w)) != 0)
		return r;
	if (w.n > 1)
		qsort(w.list, (size_t)w.n, sizeof *w.list, covers_less);
	*out = w.list;
	*n = w.n;
	return 0;
}

/* ---- revocations ---- */

static struct pdf_pezzo
piece(struct arena *a, qpdf_data q, qpdf_oh stream)
{
	struct pdf_pezzo p = { NULL, 0 };
	unsigned char *bytes = NULL;
	size_t n = 0;

	if (qpdf_oh_is_stream(q, stream) && !(qpdf_oh_get_stream_data(q,
	    stream, qpdf_dl_generalized, NULL, &bytes, &n) & QPDF_ERRORS) &&
	    n > 0 && n <= PIECE_MAX)
		p = (struct pdf_pezzo){ arena_memdup(a, bytes, n), n };
	free(bytes);
	if (qpdf_has_error(q))
		qpdf_get_error(q);	/* said, and forgotten */
	return p;
}

static struct pdf_pezzo *
pieces(struct arena *a, qpdf_data q, qpdf_oh dss, const char *key)
{
	qpdf_oh list = qpdf_oh_get_key_if_dict(q, dss, key);
	struct pdf_pezzo *out;
	int i, n, used = 0;

	n = qpdf_oh_is_array(q, list) ? qpdf_oh_get_array_n_items(q, list) : 0;
	if (n > PIECES_MAX)
		n = PIECES_MAX;
	out = arena_alloc(a, ((size_t)n + 1) * sizeof *out);
	for (i = 0; i < n; i++) {
		out[used] = piece(a, q, qpdf_oh_get_array_item(q, list, i));
		used += out[used].p != NULL;
	}
	out[used] = (struct pdf_pezzo){ NULL, 0 };
	return out;
}

int
pdf_revoche(struct pdf_pezzo **crl, struct pdf_pezzo **ocsp, struct arena *a,
    const void *pdf, size_t len)
{
	AUTO(_qpdf_data) q = NULL;
	qpdf_oh dss;
	int r;

	if ((r = pdf_open(&q, pdf, len)) != 0)
		return r;
	dss = qpdf_oh_get_key(q, qpdf_get_root(q), "/DSS");
	*crl = pieces(a, q, dss, "/CRLs");
	*ocsp = pieces(a, q, dss, "/OCSPs");
	return 0;
}

int
pdf_firmati(struct buf *out, const struct pdf_firma *f, const void *pdf,
    size_t len)
{
	const char *p = pdf;
	size_t second = f->buco + f->buco_n;

	if (f->guasto != NULL || f->coperti > len || second > f->coperti)
		return err_set(ERR_INVALID, "la firma %s",
		    f->guasto != NULL ? f->guasto : "è di un altro file");
	buf_append(out, p, f->buco);
	buf_append(out, p + second, f->coperti - second);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fissa.c - a PDF that LibreOffice has just made, without what makes each making
 * another: the same ODT then gives the same PDF, as long as LibreOffice, its
 * fonts and qpdf are the same.
 *
 * The time of making gives way to one that is given, in the three places that
 * tell it: the document's data, its metadata, the colour profile.  The
 * identifier is drawn from the bytes.  What each object says stays.
 * Refuses (fault) what has not the form LibreOffice writes.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "resa/interno.h"

#define XMP_PRIMA "<xmp:CreateDate>"
#define XMP_DOPO "/xmp:CreateDate>"	/* behind its "<" */
#define ICC_TESTA 128	/* bytes of the head of a profile */
#define ICC_ORA 24	/* where it says when it was made */

static int
strange(const char *what)
{
	return err_set(ERR_FAULT, "il PDF di LibreOffice non ha la forma "
	    "attesa: %s", what);
}

static int
split(struct tm *out, int64_t ora)
{
	time_t t = (time_t)ora;

	if (gmtime_r(&t, out) == NULL || out->tm_year < 0 ||
	    out->tm_year > 9999 - 1900)
		return err_set(ERR_INVALID, "un PDF non può avere quella ora");
	return 0;
}

static void
replace(qpdf_data q, qpdf_oh stream, const void *p, size_t n)
{
	qpdf_oh_replace_stream_data(q, stream, p, n, qpdf_oh_new_null(q),
	    qpdf_oh_new_null(q));
}

/* ---- when ---- */

static int
set_info(qpdf_data q, const struct tm *ora)
{
	qpdf_oh info = qpdf_oh_get_key(q, qpdf_get_trailer(q), "/Info");
	char text[32];

	if (!qpdf_oh_is_dictionary(q, info))
		return strange("/Info");
	strftime(text, sizeof text, "D:%Y%m%d%H%M%SZ", ora);
	qpdf_oh_replace_key(q, info, "/CreationDate",
	    qpdf_oh_new_string(q, text));
	/* drawn at random; LibreOffice's own, over what has changed now */
	qpdf_oh_remove_key(q, qpdf_get_trailer(q), "/ID");
	qpdf_oh_remove_key(q, qpdf_get_trailer(q), "/DocChecksum");
	return 0;
}

static int
set_xmp(qpdf_data q, const struct tm *ora)
{
	AUTO_BUF xmp = { 0 }, new = { 0 };
	const char *from, *to;
	char text[32];
	int r;

	if ((r = pdf_metadata(&xmp, q)) != 0)
		return r;
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", ora);
	from = strstr(buf_str(&xmp), XMP_PRIMA);
	if (from == NULL || strstr(from + 1, XMP_PRIMA) != NULL ||
	    (to = strstr(from, XMP_DOPO)) == NULL)
		return strange(XMP_PRIMA);
	from += strlen(XMP_PRIMA);
	to--;
	buf_append(&new, xmp.data, (size_t)(from - xmp.data));
	buf_puts(&new, text);
	buf_append(&new, to, xmp.len - (size_t)(to - xmp.data));
	replace(q, qpdf_oh_get_key(q, qpdf_get_root(q), "/Metadata"),
	    new.data, new.len);
	return 0;
}

/* ICC.1, 7.2.8: year, month, day, hour, minute, second, two bytes each. */
static void
put_icc_time(unsigned char *p, const struct tm *ora)
{
	const int part[] = { ora->tm_year + 1900, ora->tm_mon + 1,
	    ora->tm_mday, ora->tm_hour, ora->tm_min, ora->tm_sec };
	size_t i;

	for (i = 0; i < NELEM(part); i++) {
		p[2 * i] = (unsigned char)(part[i] >> 8);
		p[2 * i + 1] = (unsigned char)part[i];
	}
}

static int
set_profile(qpdf_data q, const struct tm *ora)
{
	qpdf_oh list = qpdf_oh_get_key(q, qpdf_get_root(q), "/OutputIntents");
	qpdf_oh icc = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_array_item(q,
	    list, 0), "/DestOutputProfile");
	unsigned char *p = NULL;
	size_t n = 0;
	int r = 0;

	if (!qpdf_oh_is_stream(q, icc))
		return strange("/OutputIntents");
	if (qpdf_oh_get_stream_data(q, icc, qpdf_dl_generalized, NULL, &p,
	    &n) & QPDF_ERRORS || n < ICC_TESTA) {
		r = pdf_error(q);
		if (r == 0)
			r = strange("/DestOutputProfile");
	} else {
		put_icc_time(p + ICC_ORA, ora);
		replace(q, icc, p, n);
	}
	free(p);
	return r;
}

/* ---- all of it ---- */

static int
write_all(struct buf *out, qpdf_data q)
{
	int r;

	if (qpdf_init_write_memory(q) & QPDF_ERRORS)
		return pdf_error(q);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_object_stream_mode(q, qpdf_o_disable);
	/* ISO 19005-2, 6.1.7.1 */
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	if (qpdf_write(q) & QPDF_ERRORS) {
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_FAULT,
		    "il PDF non si è potuto scrivere");
	}
	buf_clear(out);
	buf_append(out, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
	return 0;
}

int
pdf_fissa(struct buf *pdf, int64_t ora)
{
	AUTO(_qpdf_data) q = NULL;
	AUTO_BUF was = { 0 };
	struct tm tm;
	int r;

	buf_append(&was, pdf->data, pdf->len);
	if ((r = split(&tm, ora)) != 0 ||
	    (r = pdf_open(&q, was.data, was.len)) != 0 ||
	    (r = set_info(q, &tm)) != 0 || (r = set_xmp(q, &tm)) != 0 ||
	    (r = set_profile(q, &tm)) != 0 || (r = pdf_error(q)) != 0)
		return r;
	return write_all(pdf, q);
}

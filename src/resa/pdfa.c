/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdfa.c - opening a PDF, and what it says of itself: PDF/A-2b, PDF/UA-1?
 *
 * Refuses a PDF that is encrypted, whose XMP does not claim part 2 and
 * conformance B or has no title, that has no output intent with a colour
 * profile, no structure, no language; one that claims PDF/UA and does not say
 * so as PDF/A wants it, or cannot be it (pdfua.c); one with something in it
 * that PDF/A forbids (pdfa_oggetti.c); one in which qpdf finds a defect.
 * It checks what we claim (ISO 19005-2, ISO 14289-1), on every PDF we make: a
 * full validation is the work of a validator.
 */
#include "resa/resa.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "resa/interno.h"

#define PDFAID "http://www.aiim.org/pdfa/ns/id/"
#define UAID "http://www.aiim.org/pdfua/ns/id/"

void
pdf_close(qpdf_data q)
{
	if (q != NULL)
		qpdf_cleanup(&q);
}

int
pdf_error(qpdf_data q)
{
	if (!qpdf_has_error(q))
		return 0;
	return err_set(ERR_INVALID, "PDF non leggibile: %s",
	    qpdf_get_error_message_detail(q, qpdf_get_error(q)));
}

int
pdf_open(qpdf_data *out, const void *pdf, size_t n)
{
	AUTO(_qpdf_data) q = qpdf_init();
	int r;

	if (q == NULL)
		return err_set(ERR_FAULT, "libqpdf non si avvia");
	if (n == 0)
		return err_set(ERR_INVALID, "il PDF è vuoto");
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "PDF", pdf, n, NULL) & QPDF_ERRORS) {
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_INVALID, "PDF non leggibile");
	}
	if (qpdf_is_encrypted(q))
		return err_set(ERR_INVALID, "il PDF è cifrato");
	if (qpdf_get_num_pages(q) < 1) {
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_INVALID,
		    "il PDF non ha pagine");
	}
	*out = MOVE(q);
	return 0;
}

/* <pdfaid:part>2</…> or pdfaid:part="2"; the prefix is fixed by the norm. */
static bool
xmp_says(const char *xmp, const char *name, char value)
{
	const char *s = xmp;
	size_t len = strlen(name);

	while ((s = strstr(s, name)) != NULL) {
		s += len;
		if (s[0] == '>' && s[1] == value && s[2] == '<')
			return true;
		if (s[0] == '=' && (s[1] == '"' || s[1] == '\'') &&
		    s[2] == value && s[3] == s[1])
			return true;
	}
	return false;
}

int
pdf_metadata(struct buf *out, qpdf_data q)
{
	qpdf_oh xmp = qpdf_oh_get_key(q, qpdf_get_root(q), "/Metadata");
	unsigned char *bytes = NULL;
	size_t len = 0;
	int r;

	if (!qpdf_oh_is_stream(q, xmp))
		return err_set(ERR_INVALID, "il PDF non ha metadati XMP");
	if (qpdf_oh_get_stream_data(q, xmp, qpdf_dl_generalized, NULL, &bytes,
	    &len) & QPDF_ERRORS) {
		free(bytes);
		r = pdf_error(q);
		return r != 0 ? r : err_set(ERR_INVALID,
		    "metadati XMP non leggibili");
	}
	buf_append(out, bytes, len);
	free(bytes);
	return 0;
}

void
pdfa_disclaim(qpdf_data q)
{
	qpdf_oh root = qpdf_get_root(q);
	AUTO_BUF xmp = { 0 };

	/* metadata that cannot be read claim nothing we could keep true */
	if (!qpdf_oh_has_key(q, root, "/Metadata") ||
	    (pdf_metadata(&xmp, q) == 0 &&
	    memmem(xmp.data, xmp.len, PDFAID, strlen(PDFAID)) == NULL))
		return;
	qpdf_oh_remove_key(q, root, "/Metadata");
}

static bool
has_output_intent(qpdf_data q, qpdf_oh root)
{
	qpdf_oh all = qpdf_oh_get_key(q, root, "/OutputIntents");
	int i, n;

	if (!qpdf_oh_is_array(q, all))
		return false;
	n = qpdf_oh_get_array_n_items(q, all);
	for (i = 0; i < n; i++) {
		qpdf_oh one = qpdf_oh_get_array_item(q, all, i);
		qpdf_oh kind = qpdf_oh_get_key_if_dict(q, one, "/S");
		qpdf_oh profile = qpdf_oh_get_key_if_dict(q, one,
		    "/DestOutputProfile");

		if (qpdf_oh_is_name_and_equals(q, kind, "/GTS_PDFA1") &&
		    qpdf_oh_is_stream(q, profile))
			return true;
	}
	return false;
}

/* A claim of PDF/UA is one, and described as PDF/A wants it. */
static int
ua_claimed(bool *out, const char *xmp)
{
	*out = strstr(xmp, UAID) != NULL && strstr(xmp, "pdfuaid:part") != NULL;
	if (!*out)
		return 0;
	if (!xmp_says(xmp, "pdfuaid:part", '1'))
		return err_set(ERR_INVALID, "il PDF dichiara una parte di "
		    "PDF/UA che non è la 1");
	if (strstr(xmp, "<pdfaExtension:schemas>") == NULL ||
	    strstr(xmp, "<pdfaSchema:namespaceURI>" UAID "<") == NULL ||
	    strstr(xmp, "<pdfaSchema:prefix>pdfuaid<") == NULL)
		return err_set(ERR_INVALID, "il PDF dichiara PDF/UA senza la "
		    "descrizione (pdfaExtension) che PDF/A richiede");
	return 0;
}

/* <dc:title><rdf:Alt><rdf:li xml:lang="…">text, and text there must be. */
static bool
has_title(const char *xmp)
{
	const char *end, *s = strstr(xmp, "<dc:title>");

	if (s == NULL || (end = strstr(s, "/dc:title>")) == NULL ||
	    (s = strstr(s, "<rdf:li")) == NULL || s > end ||
	    (s = strchr(s, '>')) == NULL || s > end)
		return false;
	s++;
	s += strspn(s, " \t\r\n");
	return *s != '<';
}

static int
claims_check(bool *ua, const char *xmp)
{
	if (strstr(xmp, PDFAID) == NULL || !xmp_says(xmp, "pdfaid:part", '2'))
		return err_set(ERR_INVALID, "il PDF non dichiara PDF/A-2");
	if (!xmp_says(xmp, "pdfaid:conformance", 'B'))
		return err_set(ERR_INVALID,
		    "il PDF non dichiara la conformità B di PDF/A-2");
	if (!has_title(xmp))
		return err_set(ERR_INVALID, "il PDF non ha un titolo");
	return ua_claimed(ua, xmp);
}

static int
catalog_check(qpdf_data q)
{
	qpdf_oh root = qpdf_get_root(q);
	qpdf_oh lang = qpdf_oh_get_key(q, root, "/Lang");
	qpdf_oh marked = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_key(q, root,
	    "/MarkInfo"), "/Marked");

	if (!has_output_intent(q, root))
		return err_set(ERR_INVALID, "il PDF non ha il profilo di "
		    "colore (OutputIntent) che PDF/A richiede");
	if (!qpdf_oh_is_bool(q, marked) || !qpdf_oh_get_bool_value(q, marked) ||
	    !qpdf_oh_is_dictionary(q, qpdf_oh_get_key(q, root,
	    "/StructTreeRoot")))
		return err_set(ERR_INVALID, "il PDF non è strutturato "
		    "(MarkInfo, StructTreeRoot)");
	if (!qpdf_oh_is_string(q, lang) ||
	    qpdf_oh_get_utf8_value(q, lang)[0] == '\0')
		return err_set(ERR_INVALID, "il PDF non dice la sua lingua");
	return pdf_error(q);
}

/* qpdf reads the whole file once more; a warning is enough to refuse: what we
 * made must be clean. */
static int
qpdf_check(qpdf_data q)
{
	int r;

	if (qpdf_check_pdf(q) == QPDF_SUCCESS && !qpdf_more_warnings(q))
		return 0;
	if ((r = pdf_error(q)) != 0)
		return r;
	return err_set(ERR_INVALID, "il PDF è danneggiato: %s",
	    qpdf_get_error_message_detail(q, qpdf_next_warning(q)));
}

int
resa_pdfa_check(const void *pdf, size_t n)
{
	AUTO(_qpdf_data) q = NULL;
	AUTO_BUF xmp = { 0 };
	bool ua;
	int r;

	if ((r = pdf_open(&q, pdf, n)) != 0 ||
	    (r = pdf_metadata(&xmp, q)) != 0 ||
	    (r = claims_check(&ua, buf_str(&xmp))) != 0 ||
	    (r = catalog_check(q)) != 0 ||
	    (ua && (r = pdfua_check(q)) != 0) ||
	    (r = pdfa_oggetti(q)) != 0)
		return r;
	return qpdf_check(q);
}

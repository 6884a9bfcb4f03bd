/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdfua.c - may this PDF say that it is PDF/UA-1 (ISO 14289-1)?
 *
 * Not a validator: it looks for what LibreOffice 7.4 is known to leave wrong,
 * in what came out and not in what went in.  Annotations (links, also those of
 * cross references, 7.18.5) and notes (7.9) are badly tagged; pictures may
 * have no text in their place (7.3); titles may jump a level (7.4.2).
 */
#include <string.h>

#include "resa/interno.h"

#define LIVELLI 200		/* of the structure */
#define ELEMENTI 4000000

struct albero {
	qpdf_data q;
	qpdf_oh ruoli;		/* own names → those of the norm */
	int elementi;
	int titolo;		/* level of the last one; 0: none yet */
};

static int element(struct albero *t, qpdf_oh e, int livello) MUST;

static int
unfit(const char *why)
{
	return err_set(ERR_INVALID, "il PDF non può dirsi PDF/UA-1: %s", why);
}

/* The name in the norm; that of a style leads there in a few steps. */
static const char *
role(const struct albero *t, qpdf_oh e)
{
	qpdf_oh s = qpdf_oh_get_key(t->q, e, "/S"), next;
	int i;

	for (i = 0; i < 8 && qpdf_oh_is_name(t->q, s); i++) {
		next = qpdf_oh_get_key_if_dict(t->q, t->ruoli,
		    qpdf_oh_get_name(t->q, s));
		if (!qpdf_oh_is_name(t->q, next))
			break;
		s = next;
	}
	return qpdf_oh_is_name(t->q, s) ? qpdf_oh_get_name(t->q, s) : "";
}

static bool
has_text(qpdf_data q, qpdf_oh e)
{
	qpdf_oh alt = qpdf_oh_get_key(q, e, "/Alt");
	qpdf_oh actual = qpdf_oh_get_key(q, e, "/ActualText");

	return (qpdf_oh_is_string(q, alt) &&
	    qpdf_oh_get_utf8_value(q, alt)[0] != '\0') ||
	    qpdf_oh_is_string(q, actual);
}

static int
element_check(struct albero *t, qpdf_oh e)
{
	const char *s = role(t, e);
	int n;

	if (strcmp(s, "/Note") == 0)
		return unfit("ha note");
	if (strcmp(s, "/Form") == 0)
		return unfit("ha campi da compilare");
	if ((strcmp(s, "/Figure") == 0 || strcmp(s, "/Formula") == 0) &&
	    !has_text(t->q, e))
		return unfit("un'immagine non ha un testo che la descriva");
	if (s[0] == '/' && s[1] == 'H' && s[2] >= '1' && s[2] <= '6' &&
	    s[3] == '\0') {
		n = s[2] - '0';
		if (n > t->titolo + 1)
			return unfit("i titoli saltano un livello");
		t->titolo = n;
	}
	return 0;
}

static int
children(struct albero *t, qpdf_oh k, int livello)
{
	int i, r, n;
	qpdf_oh one;

	if (!qpdf_oh_is_array(t->q, k))
		return element(t, k, livello);
	n = qpdf_oh_get_array_n_items(t->q, k);
	for (i = 0; i < n; i++) {
		one = qpdf_oh_get_array_item(t->q, k, i);
		r = element(t, one, livello);
		qpdf_oh_release(t->q, one);
		if (r != 0)
			return r;
	}
	return 0;
}

/* A number, or a dictionary without "/S", is a piece of a page. */
static int
element(struct albero *t, qpdf_oh e, int livello)
{
	int r;

	if (!qpdf_oh_is_dictionary(t->q, e) ||
	    !qpdf_oh_has_key(t->q, e, "/S"))
		return 0;
	if (livello > LIVELLI || ++t->elementi > ELEMENTI)
		return unfit("la sua struttura è troppo profonda");
	if ((r = element_check(t, e)) != 0)
		return r;
	return children(t, qpdf_oh_get_key(t->q, e, "/K"), livello + 1);
}

static int
pages_check(qpdf_data q)
{
	int i, n = qpdf_get_num_pages(q);
	qpdf_oh list;

	for (i = 0; i < n; i++) {
		list = qpdf_oh_get_key(q, qpdf_get_page_n(q, (size_t)i),
		    "/Annots");
		if (!qpdf_oh_is_null(q, list) &&
		    (!qpdf_oh_is_array(q, list) ||
		    qpdf_oh_get_array_n_items(q, list) > 0))
			return unfit("ha collegamenti o annotazioni");
	}
	return 0;
}

int
pdfua_check(qpdf_data q)
{
	qpdf_oh root = qpdf_get_root(q);
	qpdf_oh view = qpdf_oh_get_key(q, root, "/ViewerPreferences");
	qpdf_oh tree = qpdf_oh_get_key(q, root, "/StructTreeRoot");
	qpdf_oh show = qpdf_oh_get_key_if_dict(q, view, "/DisplayDocTitle");
	struct albero t = { .q = q,
	    .ruoli = qpdf_oh_get_key_if_dict(q, tree, "/RoleMap") };
	int r;

	if (!qpdf_oh_is_bool(q, show) || !qpdf_oh_get_bool_value(q, show))
		return unfit("non mostra il suo titolo");
	if (!qpdf_oh_is_dictionary(q, tree))
		return unfit("non ha una struttura");
	if ((r = pages_check(q)) != 0 || (r = children(&t,
	    qpdf_oh_get_key(q, tree, "/K"), 0)) != 0)
		return r;
	return pdf_error(q);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdfa_oggetti.c - every object that the trailer of a PDF leads to, each once:
 * what PDF/A forbids in any place of a document.
 *
 * Refuses a font whose program is not inside (ISO 19005-2, 6.2.11.4), actions
 * that do more than lead somewhere (6.5.1), scripts, files within the file and
 * annotations that play or carry something (6.3.1, 6.8); a stream that does not
 * unpack.  Objects wait their
 * turn in a list, not on the stack: a chain of them may be long.
 */
#include <stdlib.h>
#include <string.h>

#include "resa/interno.h"

#define OGGETTI_MAX 8000000	/* the highest number of an object */
#define LIVELLI 64		/* arrays and dictionaries in one object */

struct visita {
	qpdf_data q;
	unsigned char *visti;	/* one a number */
	int *attesa;		/* numbers still to be looked at */
	int n, primo, cap;
};

static int value(struct visita *v, qpdf_oh o, int livello) MUST;

static bool
is_one_of(const char *s, const char *const *list)
{
	for (; s != NULL && *list != NULL; list++)
		if (strcmp(s, *list) == 0)
			return true;
	return false;
}

static const char *
name_of(qpdf_data q, qpdf_oh dict, const char *key)
{
	qpdf_oh o = qpdf_oh_get_key_if_dict(q, dict, key);

	return qpdf_oh_is_name(q, o) ? qpdf_oh_get_name(q, o) : NULL;
}

static bool
name_is(qpdf_data q, qpdf_oh dict, const char *key, const char *value)
{
	const char *name = name_of(q, dict, key);

	return name != NULL && strcmp(name, value) == 0;
}

/* The keys of a dictionary, each ended by a NUL. */
static void
keys_of(struct buf *out, qpdf_data q, qpdf_oh dict)
{
	const char *s;

	qpdf_oh_begin_dict_key_iter(q, dict);
	while (qpdf_oh_dict_more_keys(q)) {
		s = qpdf_oh_dict_next_key(q);
		buf_append(out, s, strlen(s) + 1);
	}
}

static const char *
key_next(const struct buf *keys, const char *s)
{
	if (s == NULL)
		return keys->data;
	s += strlen(s) + 1;
	return s < keys->data + keys->len ? s : NULL;
}

/* ---- fonts ---- */

static int
descriptor_check(qpdf_data q, qpdf_oh d)
{
	if (qpdf_oh_is_dictionary(q, d) &&
	    (qpdf_oh_is_stream(q, qpdf_oh_get_key(q, d, "/FontFile")) ||
	    qpdf_oh_is_stream(q, qpdf_oh_get_key(q, d, "/FontFile2")) ||
	    qpdf_oh_is_stream(q, qpdf_oh_get_key(q, d, "/FontFile3"))))
		return 0;
	return err_set(ERR_INVALID, "il PDF usa un carattere che non contiene");
}

static int
font_check(qpdf_data q, qpdf_oh font)
{
	qpdf_oh parts;

	/* the glyphs of a Type 3 are drawings of the document itself */
	if (name_is(q, font, "/Subtype", "/Type3"))
		return 0;
	if (!name_is(q, font, "/Subtype", "/Type0"))
		return descriptor_check(q, qpdf_oh_get_key_if_dict(q, font,
		    "/FontDescriptor"));
	parts = qpdf_oh_get_key(q, font, "/DescendantFonts");
	if (!qpdf_oh_is_array(q, parts))
		return descriptor_check(q, parts);
	return descriptor_check(q, qpdf_oh_get_key_if_dict(q,
	    qpdf_oh_get_array_item(q, parts, 0), "/FontDescriptor"));
}

/* "/Font" of resources: each of its entries is one, whatever it says. */
static int
fonts_check(qpdf_data q, qpdf_oh fonts)
{
	AUTO_BUF keys = { 0 };
	const char *s = NULL;
	int r;

	keys_of(&keys, q, fonts);
	while ((s = key_next(&keys, s)) != NULL)
		if ((r = font_check(q, qpdf_oh_get_key(q, fonts, s))) != 0)
			return r;
	return 0;
}

/* ---- what a dictionary is ---- */

static int
type_check(qpdf_data q, qpdf_oh d)
{
	static const char *const actions[] = { "/Launch", "/JavaScript",
	    "/Sound", "/Movie", "/ResetForm", "/ImportData", "/SubmitForm",
	    "/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView",
	    NULL };
	static const char *const annotations[] = { "/FileAttachment",
	    "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia", NULL };
	const char *action = name_of(q, d, "/S");

	/* a tag of the structure may have any name, that of a style too */
	if (is_one_of(action, actions) &&
	    !name_is(q, d, "/Type", "/StructElem"))
		return err_set(ERR_INVALID, "il PDF contiene un'azione che "
		    "PDF/A non ammette (%s)", action + 1);
	if (name_is(q, d, "/Type", "/Annot") &&
	    is_one_of(name_of(q, d, "/Subtype"), annotations))
		return err_set(ERR_INVALID, "il PDF contiene un'annotazione "
		    "che PDF/A non ammette");
	if (name_is(q, d, "/Type", "/FontDescriptor"))
		return descriptor_check(q, d);
	return name_is(q, d, "/Type", "/Font") ? font_check(q, d) : 0;
}

/* `dict`: the value must be a dictionary; a name there is something else's. */
static int
key_check(qpdf_data q, const char *key, qpdf_oh o)
{
	const bool dict = qpdf_oh_is_dictionary(q, o);

	if (strcmp(key, "/Font") == 0 && dict)
		return fonts_check(q, o);
	if ((strcmp(key, "/JS") == 0 && !qpdf_oh_is_name(q, o)) ||
	    (strcmp(key, "/JavaScript") == 0 && dict))
		return err_set(ERR_INVALID, "il PDF contiene un programma "
		    "(JavaScript)");
	if ((strcmp(key, "/EF") == 0 || strcmp(key, "/EmbeddedFiles") == 0) &&
	    dict)
		return err_set(ERR_INVALID, "il PDF contiene altri file");
	if (strcmp(key, "/AA") == 0 && dict)
		return err_set(ERR_INVALID, "il PDF contiene azioni "
		    "automatiche");
	return 0;
}

/* ---- the walk ---- */

static int
push(struct visita *v, qpdf_oh o)
{
	int id = qpdf_oh_get_object_id(v->q, o);

	if (id < 0 || id >= OGGETTI_MAX)
		return err_set(ERR_INVALID, "il PDF ha troppi oggetti");
	if (v->visti[id])
		return 0;
	v->visti[id] = 1;
	if (v->n == v->cap) {
		v->cap = v->cap > 0 ? 2 * v->cap : 256;
		v->attesa = realloc(v->attesa, (size_t)v->cap *
		    2 * sizeof *v->attesa);
		if (v->attesa == NULL)
			abort();
	}
	v->attesa[2 * v->n] = id;
	v->attesa[2 * v->n++ + 1] = qpdf_oh_get_generation(v->q, o);
	return 0;
}

static int
dictionary(struct visita *v, qpdf_oh d, int livello)
{
	AUTO_BUF keys = { 0 };
	const char *s = NULL;
	qpdf_oh o;
	int r;

	if ((r = type_check(v->q, d)) != 0)
		return r;
	keys_of(&keys, v->q, d);
	while ((s = key_next(&keys, s)) != NULL) {
		o = qpdf_oh_get_key(v->q, d, s);
		if ((r = key_check(v->q, s, o)) != 0 ||
		    (r = qpdf_oh_is_indirect(v->q, o) ? push(v, o) :
		    value(v, o, livello)) != 0)
			return r;
	}
	return 0;
}

static int
array(struct visita *v, qpdf_oh list, int livello)
{
	int i, r, n = qpdf_oh_get_array_n_items(v->q, list);
	qpdf_oh o;

	for (i = 0; i < n; i++) {
		o = qpdf_oh_get_array_item(v->q, list, i);
		r = qpdf_oh_is_indirect(v->q, o) ? push(v, o) :
		    value(v, o, livello);
		qpdf_oh_release(v->q, o);
		if (r != 0)
			return r;
	}
	return 0;
}

/* qpdf's own check copies packed streams as they are: here they are opened. */
static int
stream(struct visita *v, qpdf_oh o, int livello)
{
	unsigned char *bytes = NULL;
	QPDF_BOOL filtered;
	QPDF_ERROR_CODE e;
	size_t n;
	int r;

	e = qpdf_oh_get_stream_data(v->q, o, qpdf_dl_specialized, &filtered,
	    &bytes, &n);
	free(bytes);
	if ((r = pdf_error(v->q)) != 0)
		return r;
	if (e != QPDF_SUCCESS || qpdf_more_warnings(v->q))
		return err_set(ERR_INVALID, "il PDF è danneggiato: una sua "
		    "parte non si legge");
	return dictionary(v, qpdf_oh_get_dict(v->q, o), livello + 1);
}

static int
value(struct visita *v, qpdf_oh o, int livello)
{
	if (livello > LIVELLI)
		return err_set(ERR_INVALID, "il PDF ha oggetti troppo "
		    "annidati");
	if (qpdf_oh_is_dictionary(v->q, o))
		return dictionary(v, o, livello + 1);
	if (qpdf_oh_is_stream(v->q, o))
		return stream(v, o, livello);
	if (qpdf_oh_is_array(v->q, o))
		return array(v, o, livello + 1);
	return 0;
}

static int
walk(struct visita *v)
{
	int r;

	if ((r = value(v, qpdf_get_trailer(v->q), 0)) != 0)
		return r;
	for (; v->primo < v->n; v->primo++) {
		r = value(v, qpdf_get_object_by_id(v->q,
		    v->attesa[2 * v->primo], v->attesa[2 * v->primo + 1]), 0);
		if (r != 0)
			return r;
		qpdf_oh_release_all(v->q);
	}
	return pdf_error(v->q);
}

int
pdfa_oggetti(qpdf_data q)
{
	struct visita v = { .q = q, .visti = calloc(OGGETTI_MAX, 1) };
	int r;

	if (v.visti == NULL)
		abort();
	r = walk(&v);
	free(v.visti);
	free(v.attesa);
	return r;
}

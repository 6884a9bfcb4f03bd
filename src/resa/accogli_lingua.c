/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_lingua.c - the language and the fonts of a model.
 *
 * A document that does not say its language is read aloud in the wrong one
 * (PDF/UA-1, 7.2): Italian is put where none is.  A font that neither the
 * model nor the converter has is replaced by another of other widths: who
 * made the model is told.
 */
#include <string.h>

#include "resa/accogli.h"

/* ---- language ---- */

/* office:styles; made where it stands, behind the fonts, when there is none. */
static struct nodo *
styles_of(struct arena *a, struct nodo *root)
{
	struct nodo *s = nodo_child(root, "office:styles"), *c;

	if (s != NULL)
		return s;
	for (c = nodo_child(root, NULL); c != NULL; c = nodo_next(c, NULL))
		if (!accogli_is(c, "office:font-face-decls"))
			break;
	s = nodo_new(a, "office:styles");
	if (c != NULL)
		nodo_add_before(c, s);
	else
		nodo_add(root, s);
	return s;
}

static struct nodo *
text_properties(struct arena *a, struct nodo *style)
{
	struct nodo *t = nodo_child(style, "style:text-properties");

	return t != NULL ? t : nodo_elem(a, style, "style:text-properties");
}

/* The default style of paragraphs; made, first, when there is none. */
static struct nodo *
default_paragraph(struct arena *a, struct nodo *styles)
{
	struct nodo *s;
	const char *f;

	for (s = nodo_child(styles, "style:default-style"); s != NULL;
	    s = nodo_next(s, "style:default-style"))
		if ((f = nodo_attr(s, "style:family")) != NULL &&
		    strcmp(f, "paragraph") == 0)
			return s;
	s = nodo_new(a, "style:default-style");
	nodo_set(a, s, "style:family", "paragraph");
	nodo_add_first(styles, s);
	return s;
}

static bool
unsaid(const char *lang)
{
	return lang == NULL || lang[0] == '\0' || strcmp(lang, "none") == 0 ||
	    strcmp(lang, "zxx") == 0;
}

void
accogli_language(struct accogli *ac)
{
	struct nodo *t = text_properties(ac->a, default_paragraph(ac->a,
	    styles_of(ac->a, ac->stili)));
	const char *lang = nodo_attr(t, "fo:language");

	if (unsaid(lang)) {
		nodo_set(ac->a, t, "fo:language", "it");
		nodo_set(ac->a, t, "fo:country", "IT");
		accogli_warn(ac, "lingua", "il modello non diceva la sua "
		    "lingua: è stato messo l'italiano");
	} else if (strcmp(lang, "it") != 0)
		accogli_warn(ac, "lingua", "la lingua del modello è «%.20s», "
		    "non l'italiano: la si cambi in Writer (Strumenti, Lingua, "
		    "Per tutto il testo) se la lettera è in italiano", lang);
}

/* ---- fonts ---- */

/* Those the converter has, and those it has the widths of. */
static const char *const nostri[] = { "Liberation Serif", "Liberation Sans",
	"Liberation Mono", "Times New Roman", "Arial", "Courier New",
	"OpenSymbol", "StarSymbol", "starbats", NULL };

struct caratteri {
	struct accogli *ac;
	struct nomi usati;	/* style:name of fonts, and families */
	struct nomi stili;	/* styles in use */
};

static bool
ours(const char *family)
{
	int i;

	for (i = 0; nostri[i] != NULL; i++)
		if (strcmp(nostri[i], family) == 0)
			return true;
	return false;
}

/* Whatever names a style uses it: paragraphs, lists, pages, other styles. */
static void
styles_used(struct caratteri *c, const struct nodo *n)
{
	const struct attr *at;
	const struct nodo *x;
	const char *colon;

	for (at = n->attr; at != NULL; at = at->succ) {
		colon = strchr(at->nome, ':');
		if (colon != NULL && strlen(colon) > 11 &&
		    strcmp(colon + strlen(colon) - 11, "-style-name") == 0)
			nomi_add(&c->stili, c->ac->a, at->valore);
		else if (colon != NULL && strcmp(colon, ":style-name") == 0)
			nomi_add(&c->stili, c->ac->a, at->valore);
	}
	for (x = nodo_child(n, NULL); x != NULL; x = nodo_next(x, NULL))
		styles_used(c, x);
}

static void
fonts_below(struct caratteri *c, const struct nodo *n)
{
	const char *s;
	const struct nodo *x;

	if (accogli_is(n, "style:text-properties")) {
		if ((s = nodo_attr(n, "style:font-name")) != NULL ||
		    (s = nodo_attr(n, "fo:font-family")) != NULL)
			nomi_add(&c->usati, c->ac->a, s);
	}
	for (x = nodo_child(n, NULL); x != NULL; x = nodo_next(x, NULL))
		fonts_below(c, x);
}

/* The fonts of the styles in `group` that are in use, or the default. */
static void
fonts_of(struct caratteri *c, const struct nodo *root, const char *group)
{
	const struct nodo *g = nodo_child(root, group), *s;
	const char *nome;

	if (g == NULL)
		return;
	for (s = nodo_child(g, NULL); s != NULL; s = nodo_next(s, NULL)) {
		nome = nodo_attr(s, "style:name");
		if (nome == NULL || nomi_has(&c->stili, nome))
			fonts_below(c, s);
	}
}

/* A family without the quotes it may stand in: 'Times New Roman'. */
static const char *
family_of(struct arena *a, const struct nodo *face)
{
	const char *s = nodo_attr(face, "svg:font-family");
	size_t n;

	if (s == NULL && (s = nodo_attr(face, "style:name")) == NULL)
		return "";
	n = strlen(s);
	if (n > 1 && (s[0] == '\'' || s[0] == '"') && s[n - 1] == s[0])
		return arena_strndup(a, s + 1, n - 2);
	return s;
}

/* Those that are declared, used, and nowhere. */
static void
missing(struct nomi *out, struct caratteri *c, const struct nodo *root)
{
	const struct nodo *g = nodo_child(root, "office:font-face-decls"), *f;
	const char *family, *nome;

	if (g == NULL)
		return;
	for (f = nodo_child(g, "style:font-face"); f != NULL;
	    f = nodo_next(f, "style:font-face")) {
		family = family_of(c->ac->a, f);
		nome = nodo_attr(f, "style:name");
		if (nome == NULL || !nomi_has(&c->usati, nome) ||
		    ours(family) || nodo_child(f, "svg:font-face-src") != NULL)
			continue;
		nomi_add(out, c->ac->a, family);
	}
}

void
accogli_fonts(struct accogli *ac)
{
	struct caratteri c = { .ac = ac };
	struct nomi out = { 0 };
	AUTO_BUF list = { 0 };
	int i;

	styles_used(&c, ac->contenuto);
	styles_used(&c, ac->stili);
	nomi_sort(&c.stili);
	fonts_of(&c, ac->contenuto, "office:automatic-styles");
	fonts_of(&c, ac->stili, "office:automatic-styles");
	fonts_of(&c, ac->stili, "office:styles");
	nomi_sort(&c.usati);
	missing(&out, &c, ac->contenuto);
	missing(&out, &c, ac->stili);
	nomi_sort(&out);
	for (i = 0; i < out.n; i++)
		buf_printf(&list, "%s«%.60s»", i > 0 ? ", " : "", out.v[i]);
	if (out.n > 0)
		accogli_warn(ac, "caratteri", "caratteri che il convertitore "
		    "non ha: %s. Si usino Liberation Serif o Liberation Sans, "
		    "o li si incorpori nel modello (File, Proprietà, Tipo di "
		    "carattere)", buf_str(&list));
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accolta.h - models for the tests of the intake: packages made of what the
 * test says, a small dictionary, and the question what comes of them.
 */
#ifndef UNIT_ACCOLTA_H
#define UNIT_ACCOLTA_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resa/modello.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NOMI " xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS \
	"text:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:table=\"" OASIS \
	"table:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:fo=\"" OASIS \
	"xsl-fo-compatible:1.0\" xmlns:svg=\"" OASIS "svg-compatible:1.0\"" \
	" xmlns:meta=\"" OASIS "meta:1.0\" xmlns:script=\"" OASIS \
	"script:1.0\" xmlns:form=\"" OASIS "form:1.0\"" \
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
	" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define ODT "application/vnd.oasis.opendocument.text"

static const char accolta_dizionario[] =
    "<dizionario xmlns=\"urn:cartella:1\" carta=\"lettera\">"
    "<campo nome=\"oggetto\" via=\"oggetto\" tipo=\"testo\" "
    "esempio=\"Un oggetto\">l'oggetto</campo>"
    "<campo nome=\"data\" via=\"data\" tipo=\"data\" "
    "esempio=\"1° dicembre 2026\">il giorno</campo>"
    "<campo nome=\"ente.codice-ipa\" via=\"ente/codice-ipa\" tipo=\"testo\" "
    "esempio=\"c_b000\">il codice</campo>"
    "<campo nome=\"destinatario.denominazione\" "
    "via=\"destinatario/denominazione\" tipo=\"testo\" "
    "esempio=\"Scuola &quot;Rodari&quot; &lt;media&gt;\">a chi</campo>"
    "<campo nome=\"caso.aperta\" via=\"caso/aperta\" tipo=\"si-no\" "
    "esempio=\"sì\">se è aperta</campo>"
    "<campo nome=\"corpo\" via=\"corpo\" tipo=\"prosa\" "
    "esempio=\"Il testo.\">il testo</campo>"
    "<elenco nome=\"famiglia\" via=\"famiglia/componente\">chi ne fa parte"
    "<campo nome=\"famiglia.cognome\" via=\"cognome\" tipo=\"testo\" "
    "esempio=\"Rossi\">il cognome</campo>"
    "<campo nome=\"famiglia.nome\" via=\"nome\" tipo=\"testo\" "
    "esempio=\"Anna\">il nome</campo></elenco>"
    "<elenco nome=\"riferimenti\" via=\"riferimento\">a che si risponde"
    "<campo nome=\"riferimenti.testo\" via=\".\" tipo=\"testo\" "
    "esempio=\"prot. 1\">uno</campo></elenco></dizionario>";

static const char accolta_stili[] =
    "<office:document-styles" NOMI " office:version=\"1.3\">"
    "<office:styles><style:default-style style:family=\"paragraph\">"
    "<style:text-properties fo:language=\"it\" fo:country=\"IT\"/>"
    "</style:default-style></office:styles></office:document-styles>";

static const char accolta_meta[] =
    "<office:document-meta" NOMI " office:version=\"1.3\"><office:meta>"
    "<dc:title>Una lettera</dc:title></office:meta></office:document-meta>";

/* What came of a model. */
struct accolta {
	int r;
	struct rilievi ril;
	struct buf odt;
	struct nodo *scheda;
};

static inline struct nodo *
accolta_campi(struct arena *a)
{
	struct nodo *d = NULL;

	if (xml_parse(&d, a, accolta_dizionario, strlen(accolta_dizionario),
	    XML_OURS) != 0)
		abort();
	return d;
}

static inline void
accolta_try(struct accolta *out, struct arena *a, const void *p, size_t n,
    const char *titolo)
{
	*out = (struct accolta){ .ril = { .a = a } };
	out->r = modello_accogli(&out->odt, &out->scheda, &out->ril, a, p, n,
	    accolta_campi(a), titolo);
}

/* A package: those of `parts` before the usual ones, unless of their name. */
static inline void
accolta_zip(struct buf *out, struct arena *a, const char *content,
    const char *styles, const struct zip_part *parts, int n)
{
	const struct zip_part usual[] = {
		{ "mimetype", ODT, strlen(ODT), 1 },
		{ "content.xml", content, strlen(content), 0 },
		{ "styles.xml", styles, strlen(styles), 0 },
		{ "meta.xml", accolta_meta, strlen(accolta_meta), 0 },
	};
	struct zip_part *all = arena_alloc(a, ((size_t)n + 4) * sizeof *all);
	int i, k, m = 0;

	for (i = 0; i < n; i++)
		all[m++] = parts[i];
	for (i = 0; i < 4; i++) {
		for (k = 0; k < n; k++)
			if (strcmp(parts[k].nome, usual[i].nome) == 0)
				break;
		if (k == n)
			all[m++] = usual[i];
	}
	if (zip_write(out, all, m) != 0)
		abort();
}

/* content.xml with `body` in office:text and `automatic` styles. */
static inline char *
accolta_content(struct arena *a, const char *automatic, const char *body)
{
	return arena_printf(a, "<office:document-content" NOMI
	    " office:version=\"1.3\"><office:automatic-styles>%s"
	    "</office:automatic-styles><office:body><office:text>%s"
	    "</office:text></office:body></office:document-content>",
	    automatic, body);
}

/* Styles whose page has a head or foot. */
static inline char *
accolta_testata(struct arena *a, const char *what, const char *in)
{
	return arena_printf(a, "<office:document-styles" NOMI
	    " office:version=\"1.3\"><office:styles><style:default-style "
	    "style:family=\"paragraph\"><style:text-properties "
	    "fo:language=\"it\" fo:country=\"IT\"/></style:default-style>"
	    "</office:styles><office:master-styles><style:master-page "
	    "style:name=\"Standard\"><style:%s>%s</style:%s>"
	    "</style:master-page></office:master-styles>"
	    "</office:document-styles>", what, in, what);
}

/* An entry of the model taken in, as text; "" when there is none. */
static inline const char *
accolta_part(struct arena *a, struct accolta *x, const char *nome)
{
	AUTO_BUF b = { 0 };

	if (zip_read(&b, x->odt.data, x->odt.len, nome, MODELLO_MAX) != 0)
		return "";
	return arena_strdup(a, buf_str(&b));
}

/* "campo:oggetto elenco:famiglia", as the card lists them. */
static inline const char *
accolta_usati(struct arena *a, const struct nodo *scheda)
{
	AUTO_BUF b = { 0 };
	const struct nodo *c;

	for (c = nodo_child(scheda, NULL); c != NULL; c = nodo_next(c, NULL))
		buf_printf(&b, "%s%s:%s", b.len > 0 ? " " : "", c->nome,
		    nodo_attr(c, "nome"));
	return arena_strdup(a, buf_str(&b));
}

static inline const char *
accolta_rilievi(struct arena *a, const struct rilievi *ril)
{
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		buf_printf(&b, "%s %s: %s\n", r->grado == ERRORE ? "E" : "A",
		    r->codice, r->testo);
	return arena_strdup(a, buf_str(&b));
}

#define P(x) "<text:p>" x "</text:p>"
#define IMG(href) P("<draw:frame draw:name=\"F\"><draw:image xlink:href=\"" \
	href "\"/></draw:frame>")

#endif

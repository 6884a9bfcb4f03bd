/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli.h - models for tests: a dictionary with a field of each kind, a
 * model from what stands in its text, the text of the letter it makes.
 */
#ifndef UNIT_MODELLI_H
#define UNIT_MODELLI_H

#include <stdlib.h>
#include <string.h>

#include "resa/modello.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"
#include "odf_sano.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NOMI " xmlns:office='" OASIS "office:1.0' xmlns:style='" OASIS \
	"style:1.0' xmlns:text='" OASIS "text:1.0' xmlns:table='" OASIS \
	"table:1.0' xmlns:draw='" OASIS "drawing:1.0' xmlns:fo='" OASIS \
	"xsl-fo-compatible:1.0' xmlns:svg='" OASIS "svg-compatible:1.0' " \
	"xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org" \
	"/dc/elements/1.1/' xmlns:ooow='http://openoffice.org/2004/writer' "
#define CAMPO(nome) "<text:user-field-get text:name='" nome "'>esempio" \
	"</text:user-field-get>"
#define P(testo) "<text:p text:style-name='Testo'>" testo "</text:p>"
#define CELLA(in) "<table:table-cell>" P(in) "</table:table-cell>"
#define SEZIONE(nome, in) "<text:section text:name='" nome "' " \
	"text:style-name='S1'>" in "</text:section>"

/* ---- a dictionary, a model, data ---- */

static const char dizionario[] =
    "<dizionario xmlns='urn:cartella:1' carta='prova'>"
    "<campo nome='oggetto' via='oggetto' tipo='testo'/>"
    "<campo nome='caso.numero' via='caso/@numero' tipo='testo'/>"
    "<campo nome='caso.stato' via='caso/stato' tipo='parola'/>"
    "<campo nome='data' via='quando' tipo='data'/>"
    "<campo nome='giorno' via='quando' tipo='giorno'/>"
    "<campo nome='ora' via='quando' tipo='ora'/>"
    "<campo nome='spesa' via='spesa' tipo='importo'/>"
    "<campo nome='urgente' via='urgente' tipo='si-no'/>"
    "<campo nome='corpo' via='corpo' tipo='prosa'/>"
    "<campo nome='storto' via='../@x' tipo='testo'/>"
    "<campo nome='vuoto' via='' tipo='testo'/>"
    "<campo nome='chiamata' via=\"document('x')\" tipo='testo'/>"
    "<elenco nome='rif' via='rif'><campo nome='rif.testo' via='.'/></elenco>"
    "<elenco nome='famiglia' via='famiglia/componente'>"
    "<campo nome='famiglia.nome' via='nome' tipo='testo'/>"
    "<campo nome='famiglia.nota' via='nota' tipo='prosa'/>"
    "<elenco nome='famiglia.recapiti' via='recapito'>"
    "<campo nome='famiglia.recapiti.numero' via='numero' tipo='testo'/>"
    "</elenco></elenco></dizionario>";

static const char stili_base[] =
    "<office:document-styles office:version='1.3'" NOMI "><office:styles>"
    "<style:style style:name='Standard' style:family='paragraph'/>"
    "<style:style style:name='Testo' style:family='paragraph'/>"
    "</office:styles><office:master-styles/></office:document-styles>";

static inline struct nodo *
parsed(struct arena *a, const char *text, int flags)
{
	struct nodo *n;

	if (xml_parse(&n, a, text, strlen(text), flags) != 0)
		fail_msg("%s", err_msg());
	return n;
}

static inline struct nodo *
odf(struct arena *a, const char *text)
{
	struct nodo *n;

	if (odf_parse(&n, a, text, strlen(text)) != 0)
		fail_msg("%s", err_msg());
	return n;
}

/* content.xml with that in its text. */
static inline char *
content(struct arena *a, const char *corpo)
{
	return arena_printf(a, "<office:document-content office:version='1.3'"
	    NOMI "><office:automatic-styles><style:style style:name='S1' "
	    "style:family='section'/></office:automatic-styles><office:body>"
	    "<office:text>%s</office:text></office:body>"
	    "</office:document-content>", corpo);
}

static inline int
compiled(struct buf *foglio, const char *corpo, const char *stili)
{
	AUTO(arena) a = arena_new();

	return modello_compila(foglio, odf(a, content(a, corpo)),
	    odf(a, stili), parsed(a, dizionario, XML_OURS));
}

/* A model taken in: what modello_riempi asks of one. */
static inline void
model(struct buf *out, const char *corpo, const char *stili)
{
	AUTO_BUF foglio = { 0 };
	static const char meta[] = "<office:document-meta" NOMI
	    "><office:meta><dc:title>Prova</dc:title></office:meta>"
	    "</office:document-meta>";
	struct zip_part part[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text", 39,
		    1 },
		{ "meta.xml", meta, strlen(meta), 0 },
		{ "Pictures/x.png", "\x89PNG", 4, 0 },
		{ "Fonts/f.ttf", "\0\1\0\0", 4, 0 },
		{ "Basic/Standard/x.xml", "<x/>", 4, 0 },
		{ "settings.xml", "<x/>", 4, 0 },
		{ MODELLO_FOGLIO, NULL, 0, 0 }
	};

	if (compiled(&foglio, corpo, stili) != 0)
		fail_msg("%s", err_msg());
	part[6].p = foglio.data;
	part[6].n = foglio.len;
	assert_int_equal(zip_write(out, part, (int)NELEM(part)), 0);
}

static inline void
part_of(struct buf *out, const struct buf *odt, const char *nome)
{
	if (zip_read(out, odt->data, odt->len, nome, 1 << 26) != 0)
		fail_msg("%s: %s", nome, err_msg());
}

/* What stands in the text of the letter. */
static inline char *
body(struct arena *a, const struct buf *odt)
{
	AUTO_BUF b = { 0 };
	const char *s, *end;

	part_of(&b, odt, "content.xml");
	s = strstr(buf_str(&b), "<office:text>");
	end = strstr(buf_str(&b), "</office:text>");
	if (s == NULL || end == NULL)
		return arena_strdup(a, "");
	s += strlen("<office:text>");
	return arena_strndup(a, s, (size_t)(end - s));
}

static inline char *
filled(struct arena *a, const char *corpo, const char *dati, int modo)
{
	AUTO_BUF m = { 0 }, odt = { 0 };
	const char *guasto;
	struct nodo *manca;

	model(&m, corpo, stili_base);
	if (modello_riempi(&odt, &manca, a, m.data, m.len,
	    parsed(a, arena_printf(a, "<dati xmlns='urn:cartella:1'>%s</dati>",
	    dati), XML_OURS), "Prova", modo) != 0)
		fail_msg("%s", err_msg());
	if (manca != NULL)
		fail_msg("manca %s", nodo_attr(nodo_child(manca, NULL),
		    "nome"));
	if ((guasto = odf_sano(a, odt.data, odt.len)) != NULL)
		fail_msg("%s", guasto);
	return body(a, &odt);
}

#define BECOMES(corpo, dati, atteso) do {				\
	AUTO(arena) a_ = arena_new();					\
	assert_string_equal(filled(a_, corpo, dati, 0), atteso);	\
} while (0)

#define DRAFT(corpo, dati, atteso) do {					\
	AUTO(arena) a_ = arena_new();					\
	assert_string_equal(filled(a_, corpo, dati, RIEMPI_BOZZA), atteso); \
} while (0)

#define T(testo) "<text:p text:style-name=\"Testo\">" testo "</text:p>"

#endif

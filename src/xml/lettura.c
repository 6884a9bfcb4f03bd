/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lettura.c - bytes into a libxml2 tree, or a refusal.
 *
 * Refuses: DOCTYPE and processing instructions (where they are met, before
 * anything in them is looked at), external anything, any declared encoding
 * but UTF-8, NUL, prefixes without a namespace, more depth than libxml2 allows
 * without HUGE (256).
 *
 * Documents of others (XML_ALTRUI) may have a DOCTYPE and instructions: they
 * are passed over.  A DOCTYPE that declares entities or attributes would
 * change what is read, and is refused.  Messages never quote the document: it may be about
 * someone, and messages end in logs.
 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "xml/interno.h"

#define SIZE_LIMIT ((size_t)INT32_MAX / 2)	/* bytes; libxml2 counts in int */

/* The first thing wrong, as the parser met it. */
struct reading {
	const char *refused;	/* what we refuse ourselves */
	int code;		/* what libxml2 does; 0: nothing */
	int line;
};

/* Nothing outside the bytes given is ever loaded. */
static xmlParserInputPtr
refuse(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

static void
silent(void *arg, const char *fmt, ...)
{
	(void)arg;
	(void)fmt;
}

static void
silent_structured(void *arg, xmlErrorPtr e)
{
	(void)arg;
	(void)e;
}

void
xml_init(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	LIBXML_TEST_VERSION
	xmlInitParser();
	xmlSetExternalEntityLoader(refuse);
	xmlSetGenericErrorFunc(NULL, silent);
	xmlSetStructuredErrorFunc(NULL, silent_structured);
}

/* ---- what the parser meets ---- */

static void
stop(xmlParserCtxtPtr ctxt, const char *what)
{
	struct reading *r = ctxt->_private;

	if (r->refused == NULL && r->code == 0) {
		r->refused = what;
		r->line = xmlSAX2GetLineNumber(ctxt);
	}
	xmlStopParser(ctxt);
}

static void
on_doctype(void *ctxt, const xmlChar *name, const xmlChar *id,
    const xmlChar *url)
{
	(void)name;
	(void)id;
	(void)url;
	stop(ctxt, "il DOCTYPE non è ammesso");
}

static void
on_instruction(void *ctxt, const xmlChar *target, const xmlChar *data)
{
	(void)target;
	(void)data;
	stop(ctxt, "le istruzioni di elaborazione non sono ammesse");
}

static void
on_entity(void *ctxt, const xmlChar *name, int type, const xmlChar *id,
    const xmlChar *url, xmlChar *content)
{
	(void)name;
	(void)type;
	(void)id;
	(void)url;
	(void)content;
	stop(ctxt, "il DOCTYPE dichiara entità");
}

static void
on_unparsed(void *ctxt, const xmlChar *name, const xmlChar *id,
    const xmlChar *url, const xmlChar *notation)
{
	(void)name;
	(void)id;
	(void)url;
	(void)notation;
	stop(ctxt, "il DOCTYPE dichiara entità");
}

static void
on_attribute(void *ctxt, const xmlChar *elem, const xmlChar *name, int type,
    int def, const xmlChar *value, xmlEnumerationPtr tree)
{
	(void)elem;
	(void)name;
	(void)type;
	(void)def;
	(void)value;
	xmlFreeEnumeration(tree);
	stop(ctxt, "il DOCTYPE dichiara attributi");
}

static void
on_error(void *arg, xmlErrorPtr e)
{
	xmlParserCtxtPtr ctxt = arg;
	struct reading *r = ctxt->_private;

	if (e->level < XML_ERR_ERROR || r->refused != NULL || r->code != 0)
		return;
	r->code = e->code;
	r->line = e->line;
}

static const char *
words(int code)
{
	static const struct {
		int code;
		const char *testo;
	} list[] = {
		{ XML_ERR_DOCUMENT_EMPTY, "non comincia con un elemento" },
		{ XML_ERR_DOCUMENT_END, "c'è altro dopo la fine" },
		{ XML_ERR_TAG_NAME_MISMATCH,
		    "un elemento è chiuso con un altro nome" },
		{ XML_ERR_TAG_NOT_FINISHED, "un elemento non è chiuso" },
		{ XML_ERR_GT_REQUIRED, "un elemento non è chiuso" },
		{ XML_ERR_UNDECLARED_ENTITY, "un'entità non è dichiarata" },
		{ XML_WAR_UNDECLARED_ENTITY, "un'entità non è dichiarata" },
		{ XML_ERR_ENTITYREF_SEMICOL_MISSING,
		    "«&» da sola: si scrive «&amp;»" },
		{ XML_ERR_NAME_REQUIRED, "manca un nome dopo «<» o «&»" },
		{ XML_ERR_INVALID_CHAR, "un carattere non è ammesso" },
		{ XML_ERR_INVALID_CHARREF, "un carattere non è ammesso" },
		{ XML_ERR_ATTRIBUTE_REDEFINED, "un attributo è ripetuto" },
		{ XML_ERR_ATTRIBUTE_NOT_STARTED,
		    "il valore di un attributo è senza virgolette" },
		{ XML_ERR_ATTRIBUTE_NOT_FINISHED,
		    "il valore di un attributo non è chiuso" },
		{ XML_ERR_LT_IN_ATTRIBUTE,
		    "«<» nel valore di un attributo" },
		{ XML_ERR_RESERVED_XML_NAME, "la dichiarazione XML non è "
		    "all'inizio" },
		{ XML_NS_ERR_UNDEFINED_NAMESPACE,
		    "un prefisso non ha spazio dei nomi" },
		{ XML_ERR_INTERNAL_ERROR, "è troppo annidato o troppo grande" },
	};
	size_t i;

	for (i = 0; i < NELEM(list); i++)
		if (list[i].code == code)
			return list[i].testo;
	return "non è ben formato";
}

/* ---- reading ---- */

/*
 * Only what is declared is looked at here, the bytes are UTF-8 already:
 * another encoding would make other characters of them.
 */
static bool
encoding_ok(const void *bytes, size_t len)
{
	size_t n;
	const char *name = xml_declared(&n, bytes, len);

	return name == NULL || (n == 5 && strncasecmp(name, "UTF-8", 5) == 0);
}

static int
check_bytes(const void *bytes, size_t len, bool ours)
{
	if (len == 0)
		return err_set(ERR_INVALID, "il documento è vuoto");
	if (len > SIZE_LIMIT)
		return err_set(ERR_INVALID, "il documento è troppo grande");
	if (!utf8_valid(bytes, len))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	if (ours && !encoding_ok(bytes, len))
		return err_set(ERR_INVALID,
		    "la codifica dichiarata non è UTF-8");
	return 0;
}

static int
verdict(const struct reading *r, const xmlParserCtxt *ctxt, const xmlDoc *doc)
{
	if (r->refused != NULL)
		return err_set(ERR_INVALID, "XML rifiutato alla riga %d: %s",
		    r->line, r->refused);
	if (r->code != 0)
		return err_set(ERR_INVALID, "XML mal formato alla riga %d: %s",
		    r->line, words(r->code));
	if (doc == NULL || !ctxt->wellFormed || !ctxt->nsWellFormed ||
	    doc->intSubset != NULL || doc->extSubset != NULL)
		return err_set(ERR_INVALID, "XML mal formato");
	return 0;
}

static void
meet_ours(xmlSAXHandlerPtr sax)
{
	sax->internalSubset = on_doctype;
	sax->processingInstruction = on_instruction;
}

/*
 * A DOCTYPE makes nothing: no subset in the tree, nothing fetched, no value
 * that an element has because it is said elsewhere.
 */
static void
meet_altrui(xmlSAXHandlerPtr sax)
{
	sax->internalSubset = NULL;
	sax->externalSubset = NULL;
	sax->elementDecl = NULL;
	sax->notationDecl = NULL;
	sax->entityDecl = on_entity;
	sax->unparsedEntityDecl = on_unparsed;
	sax->attributeDecl = on_attribute;
	sax->processingInstruction = NULL;
	sax->comment = NULL;
}

/* A signature covers instructions and comments too: they stay. */
static void
meet_signed(xmlSAXHandlerPtr sax)
{
	sax->internalSubset = on_doctype;
}

static int
read_bytes(xmlDocPtr *out, const void *bytes, size_t len, bool ours,
    void (*meet)(xmlSAXHandlerPtr sax))
{
	struct reading reading = { 0 };
	xmlParserCtxtPtr ctxt;
	AUTO_DOC doc = NULL;
	int r;

	xml_init();
	if ((r = check_bytes(bytes, len, ours)) != 0)
		return r;
	if ((ctxt = xmlNewParserCtxt()) == NULL)
		abort();
	ctxt->_private = &reading;
	meet(ctxt->sax);
	ctxt->sax->serror = on_error;
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)len, NULL, "UTF-8",
	    XML_PARSE_NONET);
	r = verdict(&reading, ctxt, doc);
	xmlFreeParserCtxt(ctxt);
	if (r == 0)
		*out = MOVE(doc);
	return r;
}

int
xml_bytes(xmlDocPtr *out, const void *bytes, size_t len)
{
	return read_bytes(out, bytes, len, true, meet_ours);
}

static int
read_altrui(xmlDocPtr *out, const void *bytes, size_t len,
    void (*meet)(xmlSAXHandlerPtr sax))
{
	AUTO_BUF utf8 = { 0 };
	int r;

	if (len > SIZE_LIMIT / 3)
		return err_set(ERR_INVALID, "il documento è troppo grande");
	if ((r = xml_to_utf8(&utf8, bytes, len)) != 0)
		return r;
	return read_bytes(out, buf_str(&utf8), utf8.len, false, meet);
}

int
xml_bytes_altrui(xmlDocPtr *out, const void *bytes, size_t len)
{
	return read_altrui(out, bytes, len, meet_altrui);
}

int
xml_bytes_firmati(xmlDocPtr *out, const void *bytes, size_t len)
{
	return read_altrui(out, bytes, len, meet_signed);
}

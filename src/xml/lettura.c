/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lettura.c - bytes into a libxml2 tree, or a refusal.
 *
 * Refuses: DOCTYPE and processing instructions (where they are met, before
 * anything in them is looked at), external anything, any declared encoding
 * but UTF-8, NUL, prefixes without a namespace, more depth than libxml2 allows
 * without HUGE (256).  Messages never quote the document: it may be about
 * someone, and messages end in logs.
 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <ctype.h>
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
encoding_ok(const char *p, size_t len)
{
	const char *end, *e;

	if (len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		len -= 3;
	}
	if (len < 5 || memcmp(p, "<?xml", 5) != 0 ||
	    (end = memmem(p, len, "?>", 2)) == NULL ||
	    (e = memmem(p, (size_t)(end - p), "encoding", 8)) == NULL)
		return true;
	for (e += 8; e < end && (isspace((unsigned char)*e) || *e == '='); e++)
		continue;
	return end - e >= 7 && (*e == '"' || *e == '\'') && e[6] == *e &&
	    strncasecmp(e + 1, "UTF-8", 5) == 0;
}

static int
check_bytes(const void *bytes, size_t len)
{
	if (len == 0)
		return err_set(ERR_INVALID, "il documento è vuoto");
	if (len > SIZE_LIMIT)
		return err_set(ERR_INVALID, "il documento è troppo grande");
	if (!utf8_valid(bytes, len))
		return err_set(ERR_INVALID, "il testo non è UTF-8 valido");
	if (!encoding_ok(bytes, len))
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

int
xml_bytes(xmlDocPtr *out, const void *bytes, size_t len)
{
	struct reading reading = { 0 };
	xmlParserCtxtPtr ctxt;
	AUTO_DOC doc = NULL;
	int r;

	xml_init();
	if ((r = check_bytes(bytes, len)) != 0)
		return r;
	if ((ctxt = xmlNewParserCtxt()) == NULL)
		abort();
	ctxt->_private = &reading;
	ctxt->sax->internalSubset = on_doctype;
	ctxt->sax->processingInstruction = on_instruction;
	ctxt->sax->serror = on_error;
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)len, NULL, "UTF-8",
	    XML_PARSE_NONET);
	r = verdict(&reading, ctxt, doc);
	xmlFreeParserCtxt(ctxt);
	if (r == 0)
		*out = MOVE(doc);
	return r;
}

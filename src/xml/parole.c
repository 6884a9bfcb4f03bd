/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.c - one fault of libxml2's XSD validator, said in Italian.
 *
 * The code words are stable (manca, inatteso, formato, valore, lunghezza,
 * vuoto); what the texts need beyond the code (names, limits, allowed values)
 * is read in libxml2's message, whose form these functions alone know.
 */
#include <libxml/xmlerror.h>
#include <string.h>

#include "base/buf.h"
#include "xml/parole.h"

#define SHOWN_MAX 60		/* bytes of a value that is repeated */
#define LIST_MAX 400		/* bytes of the list of allowed values */

/* At most n bytes, never half a character. */
static const char *
cut(struct arena *a, const char *s, size_t n)
{
	if (strlen(s) <= n)
		return s;
	while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(a, "%s…", arena_strndup(a, s, n));
}

/* "{urn:cartella:1}mittente" -> "mittente" */
static const char *
local(struct arena *a, const char *s, size_t n)
{
	const char *close = memchr(s, '}', n);

	if (close != NULL) {
		n -= (size_t)(close + 1 - s);
		s = close + 1;
	}
	return arena_strndup(a, s, n);
}

/* What stands in quotes right after `before`; "" when nothing does. */
static const char *
quoted_after(struct arena *a, const char *message, const char *before)
{
	const char *s = strstr(message, before), *e;

	if (s == NULL || (e = strchr(s += strlen(before), '\'')) == NULL)
		return "";
	return local(a, s, (size_t)(e - s));
}

/*
 * "Element 'x', attribute 'a': …" and "Element 'x': The attribute 'a' …".
 * Only there: farther on, the message quotes what a person wrote.
 */
const char *
parole_attribute(struct arena *a, const char *message)
{
	static const char first[] = "', attribute '";
	static const char second[] = "': The attribute '";
	const char *s = strchr(message, '\'');

	if (s == NULL || (s = strchr(s + 1, '\'')) == NULL)
		return NULL;
	if (strncmp(s, first, sizeof first - 1) == 0)
		return quoted_after(a, s, first);
	if (strncmp(s, second, sizeof second - 1) == 0)
		return quoted_after(a, s, second);
	return NULL;
}

/* The names libxml2 expected: "( {ns}a, {ns}b )" -> "«a» o «b»". */
static const char *
expected(struct arena *a, const char *message)
{
	const char *open = strstr(message, "( "), *end, *comma;
	AUTO_BUF b = { 0 };

	if (open == NULL || (end = strstr(open, " )")) == NULL)
		return NULL;
	for (open += 2; open < end; open = comma + 2) {
		comma = strstr(open, ", ");
		if (comma == NULL || comma > end)
			comma = end;
		buf_printf(&b, "%s«%s»", b.len ? " o " : "",
		    local(a, open, (size_t)(comma - open)));
	}
	return b.len ? arena_strdup(a, b.data) : NULL;
}

/* "… of the set {'a', 'b'}." -> "«a», «b»"; the value may have braces. */
static const char *
allowed(struct arena *a, const char *message)
{
	const char *s = strrchr(message, '{'), *e;
	AUTO_BUF b = { 0 };

	for (s = s != NULL ? strchr(s, '\'') : NULL; s != NULL;
	    s = strchr(e + 1, '\'')) {
		if ((e = strchr(s + 1, '\'')) == NULL)
			break;
		buf_puts(&b, b.len ? ", «" : "«");
		buf_append(&b, s + 1, (size_t)(e - s - 1));
		buf_puts(&b, "»");
	}
	return cut(a, arena_strdup(a, buf_str(&b)), LIST_MAX);
}

static const char *
wanted(const char *message)
{
	const char *type = message, *s;

	/* the message ends "… atomic type 'xs:date'."; a value stands before */
	for (s = message; (s = strstr(s, "type '")) != NULL; s++)
		type = s;
	if (strstr(type, "}data'") || strstr(type, "'xs:date'"))
		return "una data che esiste, come 2026-11-20";
	if (strstr(type, "}ora'") || strstr(type, "'xs:dateTime'"))
		return "data e ora con il fuso, come 2026-11-20T10:15:00+01:00";
	if (strstr(type, "nteger'"))
		return "un numero intero";
	return "un valore di altra forma";
}

static const char *
limit_text(struct arena *a, int code, const char *message)
{
	const char *limit = quoted_after(a, message, "('");
	bool least = code == XML_SCHEMAV_CVC_MININCLUSIVE_VALID ||
	    code == XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID;

	return arena_printf(a, least ? "è troppo piccolo: il limite è %s" :
	    "è troppo grande: il limite è %s", limit);
}

bool
parole_of_value(int code)
{
	return (code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 &&
	    code <= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3) ||
	    (code >= XML_SCHEMAV_CVC_FACET_VALID &&
	    code <= XML_SCHEMAV_CVC_ENUMERATION_VALID);
}

static struct parole
value_fault(struct arena *a, int code, const char *message, const char *value)
{
	const char *v = cut(a, value, SHOWN_MAX);

	if (value[strspn(value, " \t\r\n")] == '\0')
		return (struct parole){ "vuoto", "non può essere vuoto" };
	switch (code) {
	case XML_SCHEMAV_CVC_ENUMERATION_VALID:
		return (struct parole){ "valore", arena_printf(a,
		    "«%s» non è fra i valori ammessi: %s", v,
		    allowed(a, message)) };
	case XML_SCHEMAV_CVC_MINLENGTH_VALID:
		return (struct parole){ "lunghezza", arena_printf(a,
		    "è troppo corto: almeno %s caratteri",
		    quoted_after(a, message, "minimum length of '")) };
	case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
		return (struct parole){ "lunghezza", arena_printf(a,
		    "è troppo lungo: al massimo %s caratteri",
		    quoted_after(a, message, "maximum length of '")) };
	case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
	case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID:
	case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID:
	case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID:
		return (struct parole){ "valore", limit_text(a, code,
		    message) };
	case XML_SCHEMAV_CVC_PATTERN_VALID:
		return (struct parole){ "formato", arena_printf(a,
		    "«%s» non ha la forma richiesta", v) };
	default:
		return (struct parole){ "formato", arena_printf(a,
		    "«%s» non va bene: ci vuole %s", v, wanted(message)) };
	}
}

bool
parole_of_missing(int code, const char *message)
{
	return code == XML_SCHEMAV_ELEMENT_CONTENT &&
	    strstr(message, "Missing child") != NULL;
}

static struct parole
content_fault(struct arena *a, const char *message, const char *manca)
{
	const char *want = expected(a, message);

	if (manca == NULL)
		manca = want;
	if (parole_of_missing(XML_SCHEMAV_ELEMENT_CONTENT, message) &&
	    manca != NULL)
		return (struct parole){ "manca",
		    arena_printf(a, "manca %s", manca) };
	if (want != NULL)
		return (struct parole){ "inatteso", arena_printf(a,
		    "non ci vuole qui: ci vuole %s", want) };
	return (struct parole){ "inatteso", "non ci vuole" };
}

struct parole
parole_of(struct arena *a, int code, const char *message, const char *value,
    const char *manca)
{
	const char *name = parole_attribute(a, message);

	if (name == NULL)
		name = "";
	if (parole_of_value(code))
		return value_fault(a, code, message, value);
	switch (code) {
	case XML_SCHEMAV_ELEMENT_CONTENT:
		return content_fault(a, message, manca);
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
	case XML_SCHEMAV_CVC_TYPE_3_1_1:
		return (struct parole){ "inatteso", arena_printf(a,
		    "l'attributo «%s» non ci vuole", name) };
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		return (struct parole){ "manca", arena_printf(a,
		    "manca l'attributo «%s»", name) };
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
		return (struct parole){ "inatteso", "dev'essere vuoto" };
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
	case XML_SCHEMAV_CVC_TYPE_3_1_2:
		return (struct parole){ "inatteso",
		    "ci vuole solo testo, senza altri elementi" };
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
		return (struct parole){ "inatteso",
		    "c'è del testo dove vanno solo elementi" };
	case XML_SCHEMAV_CVC_ELT_1:
		return (struct parole){ "inatteso",
		    "non è un documento di questo tipo" };
	case XML_SCHEMAV_CVC_AU:
		return (struct parole){ "valore", arena_printf(a,
		    "dev'essere «%s»",
		    quoted_after(a, message, "value constraint '")) };
	default:
		return (struct parole){ "formato", "non è valido" };
	}
}

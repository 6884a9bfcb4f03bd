/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carattere.c - what may stand in an XML document, said once for reading,
 * writing and building.
 */
#include <libxml/tree.h>
#include <string.h>

#include "xml/interno.h"

bool
xml_blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

bool
xml_verbatim(const struct nodo *n)
{
	static const char *const names[] = { "p", "voce", "punto", "titolo",
	    "cella" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(n->nome, names[i]) == 0)
			return true;
	return false;
}

/* XML 1.0 §2.2: no controls but TAB, LF and CR; no U+FFFE, U+FFFF. */
size_t
xml_illegal(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	if (p[0] < 0x20 && p[0] != '\0' && p[0] != '\t' && p[0] != '\n' &&
	    p[0] != '\r')
		return 1;
	if (p[0] == 0xef && p[1] == 0xbf && (p[2] == 0xbe || p[2] == 0xbf))
		return 3;
	return 0;
}

bool
xml_text_valid(const char *s)
{
	for (; *s != '\0'; s++)
		if (xml_illegal(s) != 0)
			return false;
	return true;
}

bool
xml_name_valid(const char *s)
{
	return xmlValidateNCName((const xmlChar *)s, 0) == 0;
}

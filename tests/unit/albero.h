/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * albero.h - a tree of ours from a few words of its text.  Read after cmocka.h.
 */
#ifndef UNIT_ALBERO_H
#define UNIT_ALBERO_H

#include <string.h>

#include "xml/xml.h"

/* <nome> with `inside`; the namespace is added here. */
static inline struct nodo *
tree(struct arena *a, const char *nome, const char *inside)
{
	const char *text = arena_printf(a, "<%s xmlns=\"%s\">%s</%s>", nome,
	    XML_NS, inside, nome);
	struct nodo *n;

	if (xml_parse(&n, a, text, strlen(text), XML_OURS) != 0)
		fail_msg("%s", err_msg());
	return n;
}

#endif

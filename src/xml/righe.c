/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * righe.c - rows as XML.  Names are those of tables and columns of ours, and
 * so names of elements too; values are escaped.
 */
#include "xml/righe.h"

#include <string.h>

static void
escape(struct buf *out, const char *s)
{
	size_t n;

	for (;;) {
		n = strcspn(s, "<>&\r");
		buf_append(out, s, n);
		s += n;
		if (*s == '\0')
			return;
		buf_puts(out, *s == '<' ? "&lt;" : *s == '>' ? "&gt;" :
		    *s == '&' ? "&amp;" : "&#13;");
		s++;
	}
}

void
righe_apri(struct buf *out, const char *tabella)
{
	buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<tabella nome=\"%s\">\n", tabella);
}

void
righe_riga(struct buf *out, const char *const *nome,
    const char *const *valore, int n)
{
	int i;

	buf_puts(out, "  <riga>");
	for (i = 0; i < n; i++) {
		if (valore[i] == NULL)
			continue;
		buf_printf(out, "<%s>", nome[i]);
		escape(out, valore[i]);
		buf_printf(out, "</%s>", nome[i]);
	}
	buf_puts(out, "</riga>\n");
}

void
righe_chiudi(struct buf *out)
{
	buf_puts(out, "</tabella>\n");
}

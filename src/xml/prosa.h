/* SPDX-License-Identifier: EUPL-1.2 */
/* prosa.h - what reading prosa and showing it share.  Internal to xml/. */
#ifndef XML_PROSA_H
#define XML_PROSA_H

#include <stdbool.h>

#include "xml/nodo.h"

/* One line of text, with its marks, into text and elements below `to`. */
void prosa_linea(struct arena *a, struct nodo *to, const char *s,
    const char *end);
/* Is it "| … |"? */
bool prosa_riga(const char *s, const char *end);
/* "12. testo": 12, *testo behind the dot; 0: it does not begin so. */
int prosa_numero(const char **testo, const char *s, const char *end);
/* A backslash before what would begin a heading or an item. */
bool prosa_sfuggito(const char *s, const char *end);

#endif

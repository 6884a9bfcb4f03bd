/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * righe.h - a table as XML, a row at a time: for what is too long for a tree.
 */
#ifndef XML_RIGHE_H
#define XML_RIGHE_H

#include "base/buf.h"

void righe_apri(struct buf *out, const char *tabella);
/* n values, each in an element of its name; NULL: no element. */
void righe_riga(struct buf *out, const char *const *nome,
    const char *const *valore, int n);
void righe_chiudi(struct buf *out);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.h - back from Writer: the named sections of an edited draft into
 * prosa.
 */
#ifndef RESA_RIENTRO_H
#define RESA_RIENTRO_H

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * Sections of an ODT whose name is a word (fatti-accertati), each as prosa:
 * paragraphs, headings, lists, numbered lists, bold, italic, simple tables.
 * Revisions are taken as accepted, notes in the margin left out.  What the
 * profile does not have is kept as text where it has text, and told:
 * <tralasciato sezione="…" che="colori" volte="3"/>.  In a worker.
 */
int rientro_leggi(struct nodo **out, struct arena *a, const void *odt,
    size_t n) MUST;

#endif

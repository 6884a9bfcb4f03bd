/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rientro.h - back from Writer: the named sections of an edited draft into
 * prosa.
 */
#ifndef RESA_RIENTRO_H
#define RESA_RIENTRO_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * The sections of an ODT by the name of the field they stand for
 * ("relazione.fatti-accertati"; digits at the end do not count), each as prosa
 * in its normal form (prosa_normale): paragraphs, headings, lists, numbered
 * lists, bold, italic, simple tables.  A section with another name is there
 * too, for somebody to say that it belongs to nothing; one inside another is a
 * part of it, unless it has the name of a field.  A paragraph «field» left
 * where there was no text yet is none.
 *
 * Revisions are taken as accepted, notes in the margin left out.  What the
 * profile does not have is kept as text where it has text (of a footnote, of a
 * frame in brackets), and told, section by section:
 *   <sezioni><dato nome="cartella.numero">CS-2026-0000001</dato>…
 *   <sezione nome="relazione.metodo"><p>…</p>…</sezione>
 *   <tralasciato sezione="relazione.metodo" che="colori" volte="3"/>…
 * dato: the user-defined fields of the file named cartella.*.  In a worker.
 * invalid: it is not an ODT, is encrypted, too large; the message says which.
 */
int rientro_leggi(struct nodo **out, struct arena *a, const void *odt,
    size_t n) MUST;

/*
 * The same ODT, made by us, with such data: the <dato nome= > below `dati`.
 * They come back as rientro_leggi gives them.
 */
int rientro_segna(struct buf *out, const void *odt, size_t n,
    const struct nodo *dati) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarti_carta.h - a list of scarto, or the verbale of its destruction, on
 * paper, by the office's model of that kind.  Internal to atti/.
 *
 * Keeps: it says what the documents say, as they were written.
 * Norm: D.lgs 42/2004 art. 21; DPR 37/2001 art. 8.
 */
#ifndef ATTI_ARCHIVIO_SCARTI_CARTA_H
#define ATTI_ARCHIVIO_SCARTI_CARTA_H

#include "atti/archivio/scarti.h"
#include "documenti/scarto.h"

/* Its ODT, appended; che: SCARTO_ELENCO or SCARTO_VERBALE.  invalid: the model
 * wants what there is not, and the message says what. */
int scarti_carta(struct buf *odt, struct op *op,
    const struct scarto_elenco *e, const char *che) MUST;

#endif

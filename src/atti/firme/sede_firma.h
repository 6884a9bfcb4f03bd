/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sede_firma.h - where a document that is signed stands: a cartella, or ente,
 * where the lists of scarto and their verbali are.  Internal to atti/.
 *
 * Refuses: of ente, whatever is no list and no verbale, and who may not read
 * them; of a cartella, what it always refuses.
 */
#ifndef ATTI_FIRME_SEDE_FIRMA_H
#define ATTI_FIRME_SEDE_FIRMA_H

#include "atti/caso/cartella.h"

#define SEDE_ENTE "ente"

/* The folder of the field `cartella`.  Of ente, n is of nothing and c empty.
 * absent: none, or hidden. */
int sede_firma(struct caso *out, struct op *op) MUST;
/* The same of that name, which another field gave. */
int sede_firma_di(struct caso *out, struct op *op, const char *nome) MUST;
/* The same, with a rilievo when nothing is written there any more. */
int sede_firma_scrivibile(struct caso *out, struct op *op) MUST;
/* The same in prepara: it is prepared again if the folder moves. */
int sede_firma_dipende(struct caso *out, struct op *op) MUST;

bool sede_di_ente(const struct caso *sede);

/* May these eyes read that document there?  absent: no, or it is not there. */
int sede_firma_legge(struct op *op, const struct caso *sede,
    const char *percorso) MUST;

/* "CS-2026-0000001"; of ente, what the document is: "elenco di scarto 1". */
const char *sede_firma_detta(struct op *op, const struct caso *sede,
    const char *percorso);

#endif

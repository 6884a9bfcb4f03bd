/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * imbusta.h - files as one that only the seal of the body they go to
 * opens (docs/formato.md §21).  Internal to atti/ and servizio/.
 */
#ifndef ATTI_TRASFERIMENTO_IMBUSTA_H
#define ATTI_TRASFERIMENTO_IMBUSTA_H

#include "atti/op.h"
#include "base/buf.h"
#include "zip/zip.h"

/* What is said of more than a busta takes (BUSTA_APERTA, BUSTA_FILE). */
int imbusta_troppo(void);

/* Appends the busta of the files for that enrolled body.  invalid: it is not
 * enrolled, not believed any more, or its key cannot encrypt. */
int imbusta(struct buf *out, struct arena *a, struct store *st,
    const char *codice_ipa, const struct zip_part *part, int n) MUST;
/* A reading hands over that file, named so, in the place of op->resi.  The same
 * errors. */
int imbusta_resi(struct op *op, const char *codice_ipa, const char *nome) MUST;

#endif

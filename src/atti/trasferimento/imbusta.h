/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * imbusta.h - a consegna as one file that only the seal of the body it goes to
 * opens (docs/formato.md §21).  Internal to atti/ and servizio/.
 */
#ifndef ATTI_TRASFERIMENTO_IMBUSTA_H
#define ATTI_TRASFERIMENTO_IMBUSTA_H

#include "atti/store.h"
#include "base/buf.h"
#include "zip/zip.h"

/* What is said of more than a busta takes (BUSTA_APERTA, BUSTA_FILE). */
int imbusta_troppo(void);

/* Appends the busta of the files for that enrolled body.  invalid: it is not
 * enrolled, not believed any more, or its key cannot encrypt. */
int imbusta(struct buf *out, struct arena *a, struct store *st,
    const char *codice_ipa, const struct zip_part *part, int n) MUST;

#endif

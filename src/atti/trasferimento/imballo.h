/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * imballo.h - what every bag that leaves the office has in common: the seal,
 * the bytes of attachments wherever they are, how it is handed over.  Internal
 * to atti/.
 */
#ifndef ATTI_TRASFERIMENTO_IMBALLO_H
#define ATTI_TRASFERIMENTO_IMBALLO_H

#include "atti/op.h"
#include "base/err.h"
#include "pacchi/borsa.h"

/* Fingerprint of the office's seal in force; NULL: none, and no bag is sealed. */
int imballo_sigillo(const char **out, struct op *op) MUST;
/* Last of all: the signature over the list of the lists.  sigillo NULL: none. */
int imballo_sigilla(struct borsa *b, struct op *op, const char *sigillo) MUST;

/* Where the bytes of an attachment are, whatever year they came in.  fault: also
 * when they are nowhere, since what names them has not been destroyed. */
int imballo_bytes(const char **path, size_t *size, struct op *op,
    const char *impronta) MUST;
/* What stands behind the dot of a name, if that is plain; else "bin". */
const char *imballo_coda(struct arena *a, const char *nome);

/* All its files into op->resi. */
void imballo_rendi(struct op *op, const struct borsa *b);

#endif

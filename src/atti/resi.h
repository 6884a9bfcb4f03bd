/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * resi.h - the files that a reading hands over (op->resi), as bytes: those of
 * the store are read and held against their impronta.
 */
#ifndef ATTI_RESI_H
#define ATTI_RESI_H

#include "atti/op.h"
#include "zip/zip.h"

/* As many as op->n_resi, in that order; what they point at is a's.  fault:
 * bytes that are not those kept. */
int resi_parti(struct zip_part **out, struct arena *a, const struct op *op)
    MUST;

#endif

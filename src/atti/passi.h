/* SPDX-License-Identifier: EUPL-1.2 */
/* passi.h - steps that acts and readings share.  Internal to the runner. */
#ifndef ATTI_PASSI_H
#define ATTI_PASSI_H

#include <stdbool.h>

#include "atti/op.h"
#include "base/err.h"

/* Permission and rules on the facts as they are now. */
int runner_guarda(struct op *op) MUST;
/* Do its rilievi stop it?  Says so in op->stato. */
bool runner_rifiutato(struct op *op);
/* The error becomes the outcome of this op. */
void runner_guasto(struct op *op, int code);

#endif

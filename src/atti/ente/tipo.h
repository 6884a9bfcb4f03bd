/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tipo.h - documents of the types an office has adopted, on their way in and
 * out.  Internal to atti/.
 */
#ifndef ATTI_ENTE_TIPO_H
#define ATTI_ENTE_TIPO_H

#include "atti/op.h"
#include "registro/carte.h"

/* The type of field `tipo`; absent: with a rilievo that names those there
 * are. */
int tipo_trova(struct tipo *out, struct op *op) MUST;

/* A file argument by its end (".xsd"); NULL: none. */
const struct op_file *tipo_parte(const struct op *op, const char *coda);

/* op->testo of a vista that is a document of an adopted type, by the sheet of
 * its version; nothing when it has none. */
int tipo_testo(struct op *op) MUST;

#endif

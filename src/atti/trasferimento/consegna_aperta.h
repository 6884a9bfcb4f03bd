/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * consegna_aperta.h - what another body has sent, as the directory it was: given
 * as one, or as a file that holds it, a zip or a busta (docs/formato.md §21).
 * Internal to atti/ and servizio/.
 *
 * Keeps: a busta is opened by the office's seal alone; what is in it comes out
 * of a cage, and stands in a directory whole or not at all.
 */
#ifndef ATTI_TRASFERIMENTO_CONSEGNA_APERTA_H
#define ATTI_TRASFERIMENTO_CONSEGNA_APERTA_H

#include "atti/op.h"
#include "base/buf.h"

#define CONSEGNA_CIFRATA_MAX (BUSTA_APERTA + BUSTA_APERTA / 2)	/* bytes */

struct consegna_aperta {
	int fd;			/* of the directory; -1 */
	const char *dove;	/* where it was unpacked; NULL: it was given so */
};

/* prepara: the FILE of op.  1: a rilievo says what it is not. */
int consegna_apri(struct consegna_aperta *out, struct op *op) MUST;
/* What was unpacked is gone; twice is once. */
int consegna_richiudi(struct consegna_aperta *x) MUST;

/* A zip of others into the new directory `dove`.  invalid: it is none, or one
 * that is not taken; then nothing is there. */
int consegna_disfa(struct arena *a, int zip, const char *dove) MUST;

#endif

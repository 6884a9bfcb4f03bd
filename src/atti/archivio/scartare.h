/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scartare.h - one cartella, accesso or fascicolo destroyed, with all that goes with it.
 * Internal to atti/.
 */
#ifndef ATTI_ARCHIVIO_SCARTARE_H
#define ATTI_ARCHIVIO_SCARTARE_H

#include "atti/archivio/scarti.h"

struct da_scartare {
	const struct scarto_elenco *elenco;
	const struct scarto_voce *voce;
	const char *const *cartelle;	/* its folders, its own first */
	int n;
	const char *const *tutte;	/* and those of all that the act destroys */
	int n_tutte;
};

/* applica: every document of its folders becomes a lapide, a <scarto> in each
 * says so, bytes that nothing else names go. */
int scartare(struct op *op, const struct da_scartare *s) MUST;

#endif

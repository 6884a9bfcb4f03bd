/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * appuntamenti.h - what the atti on an appointment have in common: the case,
 * the document, who is busy meanwhile.  Internal to atti/.
 */
#ifndef ATTI_AGENDA_APPUNTAMENTI_H
#define ATTI_AGENDA_APPUNTAMENTI_H

#include "atti/op.h"
#include "documenti/appuntamento.h"

struct fissato {
	struct numero n;
	const char *folder;
	const char *percorso;	/* NULL: not made yet */
	struct nodo *doc;
};

/* The case of the field `caso`; a rilievo when it is closed.  absent: none, or
 * hidden. */
int appuntamenti_caso(struct fissato *out, struct op *op) MUST;
/* The same with the document of the field `appuntamento`; doc is NULL, and a
 * rilievo says so, when it is none. */
int appuntamenti_trova(struct fissato *out, struct op *op) MUST;

/* Rilievi on when, on who takes part (the fields `utente` of `doc`, an
 * istanza or a document) and on a place that names the person. */
int appuntamenti_controlla(struct op *op, const struct fissato *f,
    const struct nodo *doc, const struct durata *d) MUST;

/* applica: the appointment of the field ended by a `come`, "disdetta" or
 * "esito", with what the istanza says of it. */
int appuntamenti_concludi(struct op *op, const char *come) MUST;

/* The moment of the act; before the lock, now. */
int64_t appuntamenti_adesso(const struct op *op);

#endif

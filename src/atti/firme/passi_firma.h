/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * passi_firma.h - the order of signatures (ente/firme.xml), for the act that
 * signs and for those that need a document signed.  Internal to atti/.
 */
#ifndef ATTI_FIRME_PASSI_FIRMA_H
#define ATTI_FIRME_PASSI_FIRMA_H

#include "atti/caso/cartella.h"

/*
 * esamina of what signs or gives back: the document of the field `documento`.
 * A rilievo, and id NULL, when there is none, this eye may not read it, or it
 * is not one that is signed.
 */
int passi_firma_documento(struct attuale *out, struct op *op,
    const struct caso *caso) MUST;

/*
 * esamina of `firma`: is it the operator's turn?  Rilievi: the version was
 * given back; it is not the one he saw (field `impronta`); somebody signs
 * before him, or has signed behind him; the rule names others only; for
 * another, without a delega for this or what is not to be given.
 */
int passi_firma_esamina(struct op *op, const struct attuale *doc) MUST;

/* prepara: why he signs, for the manifesto: the scopo of his step; when none
 * is his, of his own document a sottoscrizione, of another's a visto. */
int passi_firma_scopo(const char **out, struct op *op,
    const struct attuale *at, const struct nodo *doc) MUST;

/* esamina of what gives back: is a step of his open? */
int passi_firma_tocca(struct op *op, const struct attuale *doc) MUST;

/*
 * esamina of an act that builds on a document: a rilievo at `campo` when an
 * obligatory signature of it is missing, which says whose, or one is no more
 * believed (its key was compromised then); none when there is a rilievo of the
 * code `gia` already (NULL: never).
 */
int passi_firma_complete(struct op *op, const char *campo,
    const char *folder, const char *percorso, const char *gia) MUST;

/* The same for what goes out of the house: unsigned it goes as the draft it
 * is, but signed by some it would pass for signed. */
int passi_firma_a_meta(struct op *op, const char *campo, const char *folder,
    const char *percorso) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bozza.h - an istanza kept for later instead of being done; for the fronts,
 * that make it and send it.
 *
 * Refuses to keep an atto that is not of the operator's role.  What a draft
 * says is shown only while he may see every number it names.
 */
#ifndef ATTI_BOZZA_H
#define ATTI_BOZZA_H

#include "accesso/bozze.h"
#include "atti/op.h"

/* The drafts of a store, which keeps them open. */
int bozza_apri(struct bozze **out, struct store *st) MUST;

/* Keeps the istanza of op, which is not run. */
int bozza_tieni(struct op *op) MUST;

/* The istanza as it was kept. */
int bozza_prendi(struct bozza *out, struct arena *a, struct store *st,
    const struct autore *chi, const char *id) MUST;
/* It was sent: it is no draft any more, unless it was written over since. */
int bozza_mandata(struct store *st, const struct autore *chi,
    const struct bozza *x) MUST;
/* 1: its istanza was done already; 0: not. */
int bozza_compiuta(struct store *st, const struct bozza *x) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espunzioni.h - the end of an erasure: what is left of it outside the git
 * folders.  Internal to servizio/; how one is finished: servizio.h.
 */
#ifndef SERVIZIO_ESPUNZIONI_H
#define SERVIZIO_ESPUNZIONI_H

#include "atti/store.h"

/* Drafts about the folders of erasures to be finished go. */
int espunzioni_bozze(struct store *st) MUST;
/* The register that was put aside, where something was erased, is removed. */
int espunzioni_precedente(struct store *st) MUST;

#endif

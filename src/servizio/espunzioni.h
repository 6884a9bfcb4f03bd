/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espunzioni.h - the end of an erasure: what is left of it outside the git
 * folders.  Internal to servizio/ but for servizio_espunzioni (servizio.h).
 */
#ifndef SERVIZIO_ESPUNZIONI_H
#define SERVIZIO_ESPUNZIONI_H

#include "atti/store.h"

/* 1: an erasure has happened and is not finished: the register was not made
 * again, or an old one that holds what was erased stands beside. */
int espunzioni_sospese(struct store *st) MUST;

/* Drafts about the folders of which the register at `path` says that something
 * was erased go, if st's own register has an erasure to be finished. */
int espunzioni_bozze(struct store *st, const char *path) MUST;
/* The register at `path` in its file alone, without a log. */
int espunzioni_raccogli(const char *path) MUST;
/* The register that was put aside, where something was erased, is removed. */
int espunzioni_precedente(struct store *st) MUST;

#endif

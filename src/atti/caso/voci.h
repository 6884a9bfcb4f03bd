/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * voci.h - entries of a diary as they are read: each with what corrects it.
 * Internal to atti/.
 */
#ifndef ATTI_CASO_VOCI_H
#define ATTI_CASO_VOCI_H

#include "atti/op.h"

/* The entry at that path, with one <correzione-voce> inside for each
 * correction, oldest first, of what the eye of this act may read.  The caller
 * has asked whether it may read the entry. */
int voci_leggi(struct nodo **out, struct op *op, const struct numero *cartella,
    const char *percorso) MUST;

/* The same for a document already read; what is no entry stays as it is. */
int voci_correzioni(struct nodo *doc, struct op *op,
    const struct numero *cartella, const char *percorso) MUST;

/* Where a new entry, or a correction, goes: the next of `dir`; a riservata has
 * a place of its own, named after the istanza, so that the places of the others
 * leave no gap that tells of it. */
int voci_posto(const char **out, struct op *op, const char *folder,
    const char *dir, const struct nodo *doc) MUST;

#endif

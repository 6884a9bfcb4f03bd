/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * percorso.h - what the path of a document tells (docs/formato.md §3).
 */
#ifndef DOCUMENTI_PERCORSO_H
#define DOCUMENTI_PERCORSO_H

/* The type of a document that is not XML of ours ("chiave-openpgp",
 * "firma-openpgp", "schema-di-tipo", "foglio-di-tipo", "modello-di-tipo",
 * "modello-di-carta"); NULL: it is, and its root tells. */
const char *percorso_tipo(const char *percorso);

#endif

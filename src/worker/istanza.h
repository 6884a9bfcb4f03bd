/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istanza.h - bytes into an istanza, or a document of ours, that its schema
 * accepts: the one way in, whoever has written them.
 *
 * Foreign bytes only inside a cage (worker_istanza); in another process only
 * what that process has written out itself (servizio/servi_istanza.c).
 */
#ifndef WORKER_ISTANZA_H
#define WORKER_ISTANZA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Is "schema/<nome>.xsd" one of ours? */
bool schema_shipped(const char *nome);

/*
 * Rilievi say what is wrong, and *out is then whatever was read, or NULL; 0
 * also then.  schema "atti/registra"; NULL: what its root says.  The text is
 * in NFC, without controls and what turns it.
 */
int istanza_leggi(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n) MUST;
/* The same of a document: as it stands. */
int documento_leggi(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme_trovate.h - what is found of the signatures of one file, by what its
 * bytes are.  Inside the cage.
 */
#ifndef WORKER_FIRME_TROVATE_H
#define WORKER_FIRME_TROVATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "firme/cms.h"
#include "firme/firme.h"
#include "xml/nodo.h"

/* As worker_firme, of bytes. */
int firme_trovate(struct nodo **out, struct buf *contenuto,
    struct prova **prove, struct arena *a, const struct byte_dati *file,
    const struct byte_dati *staccato, const struct fiducia *f) MUST;

/* firme_pades.c: of a PDF; absent: there is none in it. */
int firme_pades(struct nodo **out, struct buf *contenuto,
    struct prova **prove, struct arena *a, const struct byte_dati *pdf,
    const struct fiducia *f) MUST;

/* ---- the tree (schema/documenti/verdetto.xsd) ---- */

struct nodo *firme_nuove(struct arena *a, const char *formato,
    enum esito esito);
/* A reason, cut to what its field holds, where the schema wants it. */
void firme_motivo(struct arena *a, struct nodo *n, const char *codice,
    const char *fmt, ...) PRINTF(4, 5);
enum esito firme_esito(const struct nodo *n);
/* Not better than that. */
void firme_peggiora(struct arena *a, struct nodo *n, enum esito e);

/* Those of `piu` behind those of *lista. */
void firme_prove(struct prova **lista, struct prova *piu);

#endif

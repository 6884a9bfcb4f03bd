/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * voce_diario.h - an entry of the diary: what the schema cannot say, and the
 * document.
 */
#ifndef DOCUMENTI_VOCE_DIARIO_H
#define DOCUMENTI_VOCE_DIARIO_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define VOCE_DIARIO "voce-diario"
#define RISERVATE_DIR "diario/riservate"
#define VOCE_CARATTERI 20000	/* code points of a text, at most */

/* Looks at <annota>.  Refuses a fact of tomorrow, an empty text and one that
 * nobody will read; warns of a fact older than the cartella. */
void voce_diario_check(struct rilievi *out, const struct nodo *in,
    const char *aperta, const char *oggi);

/* The text of an entry, or of its correction: neither empty nor without end. */
void voce_diario_testo(struct rilievi *out, const struct nodo *in);

/* An entry, or the correction of one. */
bool voce_diario_riservata(struct arena *a, const struct nodo *doc);

/* <voce-diario> from <annota>. */
struct nodo *voce_diario_make(struct arena *a, const struct nodo *in,
    const char *autore, const char *oggi);

#endif

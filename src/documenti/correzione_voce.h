/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * correzione_voce.h - an entry of the diary is corrected by a document beside
 * it: what was wrong and the new text; the entry stays as it was written.
 */
#ifndef DOCUMENTI_CORREZIONE_VOCE_H
#define DOCUMENTI_CORREZIONE_VOCE_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

#define CORREZIONE_VOCE "correzione-voce"
#define CORREZIONI_DIR "diario/correzioni"

/* Looks at <correggi-voce> and at the entry, with its corrections in it.
 * Refuses who has neither written it nor answers for the cartella, an empty or
 * endless text, and one that says what the entry says by now. */
void correzione_voce_check(struct rilievi *out, const struct nodo *in,
    const struct nodo *voce, const char *agente, const char *responsabile);

/* <correzione-voce>.  Of a riservata it is riservata, and opens to whom the
 * entry opens: it carries the entry's author. */
struct nodo *correzione_voce_make(struct arena *a, const struct nodo *in,
    const struct nodo *voce, const char *agente, const char *oggi);

#endif

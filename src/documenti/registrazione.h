/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registrazione.h - the rules of a registrazione di protocollo (DPR 445/2000
 * artt. 53-56) that the schema cannot say.  Pure.
 */
#ifndef DOCUMENTI_REGISTRAZIONE_H
#define DOCUMENTI_REGISTRAZIONE_H

#include <stdint.h>

#include "base/arena.h"
#include "documenti/calendario.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/*
 * Looks at <registra>; `oggi` is the day of the act ("2026-11-20"), NULL
 * when it is not known yet; `cal` the working days of the body.
 */
void registrazione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi, const struct calendario *cal);

/* <registrazione> from <registra>: the same fields behind number, time and
 * operator. */
struct nodo *registrazione_make(struct arena *a, const struct nodo *in,
    const struct numero *n, const char *ora, const char *operatore);

/* <principale> or <allegato> at the end of a registration's fields. */
void registrazione_file(struct arena *a, struct nodo *padre, const char *elem,
    const char *nome, const char *impronta, const char *tipo,
    int64_t dimensione, const char *nota);

/* "Comune di X (c_x, AOO) - prot. 0000001/2026 del 20/11/2026": the text of
 * the segnatura (art. 55). */
char *segnatura_text(struct arena *a, const char *ente, const char *codice_ipa,
    const char *codice_aoo, const char *numero, const char *ora);

#endif

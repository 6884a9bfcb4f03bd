/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiusura.h - why a cartella ends: the four reasons of the regional model,
 * and the nine of the national flow (SINBA MotivazioneChiusuraCarico) below
 * them.  Pure.
 */
#ifndef DOCUMENTI_CHIUSURA_H
#define DOCUMENTI_CHIUSURA_H

#include "xml/nodo.h"
#include "xml/rilievo.h"

/*
 * Looks at <chiudi>.  Refuses: "presupposti-assenti", which is the end of an
 * accesso; a detail of another reason; the situation of a dead person.
 */
void chiusura_check(struct rilievi *out, const struct nodo *in);

/* The code of the flow, 1 to 9: of the detail or, without one, of a reason
 * that has but one; 0: not known. */
int chiusura_sinba(const char *motivo, const char *dettaglio);

#endif

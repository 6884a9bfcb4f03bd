/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lettera.h - a letter of the office: to whom it may go, and what the register
 * says of it.  Pure.  Norm: DPR 445/2000 artt. 53, 56.
 */
#ifndef DOCUMENTI_LETTERA_H
#define DOCUMENTI_LETTERA_H

#include "base/arena.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/* Looks at <destinatario> and <mezzo> of what goes out: an address, and the
 * one its means needs. */
void lettera_check_recapito(struct rilievi *out, const struct nodo *in);

/* <smista> that sends registration `protocollo` to the office that must act. */
struct nodo *lettera_smista(struct arena *a, const char *protocollo,
    const char *ufficio);
/* The same to one of its people, who must know of it. */
struct nodo *lettera_fa_sapere(struct arena *a, const char *protocollo,
    const char *ufficio, const char *utente);

/*
 * <registra> of a letter, but for its files: from the office that writes to
 * the addressee, riservata.  mezzo may be NULL.
 */
struct nodo *lettera_registra(struct arena *a, const struct nodo *lettera,
    const char *flusso, const char *mezzo, const char *classifica);

/* Copies a prosa (NULL: none) into a text. */
void corpo_prosa(struct arena *a, struct nodo *corpo,
    const struct nodo *prosa);

#endif

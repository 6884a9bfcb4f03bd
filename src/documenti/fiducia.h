/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fiducia.h - whom we believe when they vouch for a certificate: certificates
 * given by hand, or the trust list of a State, each with the time in which it
 * was believed.  Pure.
 *
 * A signature is judged by who was believed when it was made: a service that
 * was taken off the list still vouches for what it did before.
 * Norm: Reg. (UE) 910/2014 art. 22; ETSI TS 119 612.
 *
 *   <fiducia>
 *     <nome>elenco-it</nome>
 *     <elenco impronta="…" firmatario="…" paese="IT" numero="91" emesso="…"
 *         scade="…"/>?				by hand: none
 *     <radice uso="firma|marca" impronta="…" posto="1" nome="…"
 *         [stato="granted"] [dal="…"] [al="…"]/>*	dal on, before al
 *     <ritirata/>?
 *     <adottata>…</adottata>
 *   </fiducia>
 */
#ifndef DOCUMENTI_FIDUCIA_H
#define DOCUMENTI_FIDUCIA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

#define FIDUCIA_FIRMA "firma"
#define FIDUCIA_MARCA "marca"

/* In ente/: the document, and the certificates it names, each once, at its
 * posto. */
const char *fiducia_percorso(struct arena *a, const char *nome);
const char *fiducia_certificati(struct arena *a, const char *nome);

/* Was this <radice> believed at that moment? */
bool fiducia_valeva(const struct nodo *radice, int64_t ora);

/*
 * Adds a <radice> to `doc` for each time in which the list (worker_elenco)
 * believed a certificate.  certificato[i] is what was read of the text of the
 * i-th <servizio> (worker_certificati), NULL when it cannot be read: skipped.
 */
int fiducia_periodi(struct nodo *doc, struct arena *a,
    const struct nodo *elenco, const struct nodo *const *certificato) MUST;

/* One that is believed without an end, by hand. */
void fiducia_aggiungi(struct nodo *doc, struct arena *a, const char *uso,
    const struct nodo *certificato);

/* Until then each <radice> has its certificate as its text: takes them out,
 * each once, into what stands beside the document. */
void fiducia_stacca(struct buf *out, struct nodo *doc);

/* The pieces of a text that holds certificates in PEM; NULL-ended. */
int fiducia_pezzi(const char ***out, struct arena *a, const char *pem,
    size_t n) MUST;

#endif

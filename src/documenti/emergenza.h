/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * emergenza.h - the rules of the emergency register (DPR 445/2000 art. 63):
 * how long it may be used, how its rows are numbered, what seals it.  Pure.
 */
#ifndef DOCUMENTI_EMERGENZA_H
#define DOCUMENTI_EMERGENZA_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/hash.h"
#include "documenti/numero.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define EMERGENZA_ART63 "art. 63 DPR 445/2000"
#define EMERGENZA_GIORNI 7	/* an authorisation is for a week at most */

/* The day n days after `giorno` ("2026-11-20"). */
void giorno_dopo(char out[GIORNO_LEN + 1], const char *giorno, int n);

/* <apri-emergenza> at the time `adesso`, on a kit made ready at
 * `preparato`. */
void emergenza_check_apertura(struct rilievi *out, const struct nodo *in,
    const char *adesso, const char *preparato);
/* <proroga-emergenza> of an <emergenza>. */
void emergenza_check_proroga(struct rilievi *out, const struct nodo *in,
    const struct nodo *emergenza, const char *oggi);

/* The last day authorised. */
const char *emergenza_fino(struct arena *a, const struct nodo *emergenza);

/* <autorizzazione> of an istanza, as it is registered. */
struct nodo *emergenza_autorizzazione(struct arena *a, const struct nodo *in,
    const char *operatore, const char *ora);

/*
 * The number that follows `ultimo` (progressivo 0: none) in the year of the
 * row: the sequence restarts with the year, never with an interruption.
 */
struct numero emergenza_seguente(const struct numero *ultimo, int anno);

/*
 * The seal: HMAC-SHA-256, under the key of the kit, of the impronta of the
 * link before it, LF, and the document <emergenza> without its <prova>.
 */
void emergenza_prova(char out[IMPRONTA_LEN + 1], struct arena *a,
    const struct nodo *emergenza, const char *precedente, const char *chiave);

/* <registrazione-emergenza> from the fields of an istanza; and the fields
 * again, as <registra>, from it. */
struct nodo *emergenza_riga(struct arena *a, const struct nodo *in,
    const struct numero *n, const char *ora, const char *operatore);
struct nodo *emergenza_campi(struct arena *a, const struct nodo *riga);

/* Puts <emergenza> (number, time, operator of the row) at the end of the
 * fields of the registration that comes from it. */
void emergenza_lega(struct arena *a, struct nodo *campi,
    const struct nodo *riga);

#endif

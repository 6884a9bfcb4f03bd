/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * impara.h - what a form can learn of a file before it is registered.
 *
 * Nothing is said here that `registra` would not find by itself, but the
 * subject of a message, its day, and who of the address book has its address;
 * the operator reads it all before he sends the form.
 */
#ifndef SERVIZIO_IMPARA_H
#define SERVIZIO_IMPARA_H

#include "atti/store.h"
#include "base/arena.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * Puts <campo nome= da=>, <parte>, <avviso codice=> (servizio/sosta.h) into the
 * card of a file.  forbidden: `registra` is of no role of the user, and nothing
 * is put.
 */
int impara(struct nodo *scheda, struct arena *a, struct store *st,
    const char *utente, const char *per, int fd) MUST;

#endif

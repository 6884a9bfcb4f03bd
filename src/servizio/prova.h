/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prova.h - a copy of a store in which acts can be tried and their effects
 * thrown away: all its rules, numbers and powers, of its folders the body's and
 * the register's, and others as they are asked for.
 *
 * Keeps: nothing of the store changes, and nothing stays of the copy; of a
 * process that was killed the next one removes it (base/casa.h).
 */
#ifndef SERVIZIO_PROVA_H
#define SERVIZIO_PROVA_H

#include "atti/store.h"
#include "base/auto.h"
#include "base/err.h"

struct prova;

/* Of the store as it is now, while others work. */
int prova_apri(struct prova **out, struct store *st) MUST;
/* Its own store, the prova's. */
struct store *prova_archivio(struct prova *p);
/* Brings the folder of an accesso, a cartella, a fascicolo into it, unless it is
 * there.  absent: the store has none. */
int prova_numero(struct prova *p, const char *numero) MUST;
void prova_free(struct prova *p);
AUTO_DEFINE(prova, prova_free)

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * porta.h - the door: accesso.sqlite as those see it who let people in
 * (credenziali.h, sessioni.h, gettoni.h, eventi.h).
 *
 * One for each process; it is opened after a fork, never across one.
 */
#ifndef ACCESSO_PORTA_H
#define ACCESSO_PORTA_H

#include "base/auto.h"
#include "base/err.h"

struct porta;

/* Makes the file, 0600, when there is none. */
int porta_open(struct porta **out, const char *path) MUST;
/* Only to look; absent: there is no file. */
int porta_guarda(struct porta **out, const char *path) MUST;
void porta_close(struct porta *p);
AUTO_DEFINE(porta, porta_close)

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura_arrivo.h - the segnatura.xml that comes within a message.
 */
#ifndef ATTI_PROTOCOLLO_SEGNATURA_ARRIVO_H
#define ATTI_PROTOCOLLO_SEGNATURA_ARRIVO_H

#include "atti/op.h"
#include "posta/posta.h"

/*
 * prepara of an entrata: reads the segnatura among the parts of the message,
 * fills what the istanza left out (never what it says), notes on the parts
 * what they are.  What is wrong becomes an avviso; the message is kept as it
 * is all the same.
 */
int segnatura_arrivo(struct op *op, struct messaggio *m) MUST;

#endif

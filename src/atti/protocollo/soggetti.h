/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * soggetti.h - senders and addressees that are named by their code in the
 * address book.
 */
#ifndef ATTI_PROTOCOLLO_SOGGETTI_H
#define ATTI_PROTOCOLLO_SOGGETTI_H

#include "atti/op.h"

/*
 * prepara: fills what a <mittente> or <destinatario> with a <corrispondente>
 * left out; the entry it is joined to stands for a joined one.  What cannot
 * be filled is a rilievo.
 */
int soggetti_completa(struct op *op) MUST;

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esterno.h - where the body's register of protocol is another product, the
 * number is asked of it, through a small program (docs/adattatore.md).
 *
 * Refuses: a program that others could have written, an answer out of form, a
 * number that another registration has.  Keeps: our own number, chain and
 * rules as they are; the number of the other register stands beside, unique.
 */
#ifndef ATTI_PROTOCOLLO_ESTERNO_H
#define ATTI_PROTOCOLLO_ESTERNO_H

#include "atti/op.h"

/*
 * prepara: asks for the number of the registration with these fields, when
 * ente.xml says so; 0 and nothing asked otherwise.  Called once for each
 * registration of the act, in their order.  The same istanza asks again with
 * the same identity, and must get the same number.  A refusal is a rilievo.
 */
int esterno_chiedi(struct op *op, const struct nodo *campi) MUST;

/* applica: 1: all numbers the body wants are there; else busy: the mode has
 * changed since prepara. */
int esterno_pronto(struct op *op) MUST;

/* applica: the next one asked for, NULL when none is. */
struct nodo *esterno_prossimo(struct op *op);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra.h - what registra shares with the emergency register: the rules of
 * a registration and the taking in of its files.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_REGISTRA_H
#define ATTI_PROTOCOLLO_REGISTRA_H

#include "atti/op.h"

int registra_esamina(struct op *op) MUST;
int registra_prepara(struct op *op) MUST;

#endif

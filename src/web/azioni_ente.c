/* SPDX-License-Identifier: EUPL-1.2 */
/* azioni_ente.c - administration. */
#include "web/azione.h"

const struct azione azioni_ente[] = {
	{ 0 }
};

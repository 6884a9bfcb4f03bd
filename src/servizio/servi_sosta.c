/* SPDX-License-Identifier: EUPL-1.2 */
/* servi_sosta.c - files that a browser sent before the act that takes them. */
#include "servizio/servi.h"

const struct servi_riga servi_righe_sosta[] = {
	{ 0 }
};

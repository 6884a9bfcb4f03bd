/* SPDX-License-Identifier: EUPL-1.2 */
/* azioni_registro.c - files kept aside while a registration is written. */
#include "web/azione.h"

const struct azione azioni_registro[] = {
	{ .via = "/sosta", .tipo = "sosta-metti", .coda = CODA_LENTE,
	    .poi = "/registro/nuova" },
	{ .via = "/sosta/togli", .tipo = "sosta-togli", .coda = CODA_LENTE,
	    .poi = "/registro/nuova" },
	{ 0 }
};

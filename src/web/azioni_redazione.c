/* SPDX-License-Identifier: EUPL-1.2 */
/* azioni_redazione.c - drafts. */
#include "web/azione.h"

const struct azione azioni_redazione[] = {
	{ .via = "/bozze/togli", .tipo = "bozza-togli", .coda = CODA_LENTE,
	    .poi = "/" },
	{ 0 }
};

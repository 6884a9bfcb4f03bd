/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_caso.c - the scrivania, the accesso, the cartella and what is done in it. */
#include "web/pagina.h"

static const struct parte scrivania[] = {
	{ .atto = "scrivania" }, { 0 }
};

const struct pagina pagine_caso[] = {
	{ .via = "/", .foglio = "scrivania", .titolo = "Scrivania",
	    .sezione = "scrivania", .parti = scrivania, .aiuto = "scrivania" },
	{ 0 }
};

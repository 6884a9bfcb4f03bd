/* SPDX-License-Identifier: EUPL-1.2 */
/* azioni_accesso.c - the way in, the own profile, sessions. */
#include "web/azione.h"

const struct azione azioni_accesso[] = {
	{ .via = "/entra", .tipo = "entra", .coda = CODA_LENTE,
	    .segreti = "_parola", .poi = "/", .pagina = "/entra" },
	{ .via = "/secondo-fattore", .tipo = "secondo", .coda = CODA_LENTE,
	    .segreti = "_codice", .poi = "/", .pagina = "/secondo-fattore" },
	{ .via = "/esci", .tipo = "esci", .coda = CODA_LENTE,
	    .poi = "/entra" },
	{ .via = "/profilo/parola", .tipo = "parola", .coda = CODA_LENTE,
	    .segreti = "_parola _nuova", .poi = "/profilo",
	    .pagina = "/profilo" },
	{ 0 }
};

/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_redazione.c - writing and signing. */
#include "web/pagina.h"

static const struct parte libro[] = {
	{ .atto = "libro-firma" },
	{ .atto = "chiavi", .facoltativa = true },
	{ 0 }
};

static const char *const firmando[] = {
	"riferimento", "?cartella", "documento", "?documento", NULL
};
static const struct parte da_firmare[] = {
	{ .atto = "libro-firma" },
	{ .atto = "mostra", .campi = firmando },
	{ .atto = "chiavi", .facoltativa = true },
	{ 0 }
};

const struct pagina pagine_redazione[] = {
	{ .via = "/libro-firma", .foglio = "libro-firma",
	    .titolo = "Libro firma", .sezione = "firma", .parti = libro,
	    .aiuto = "libro-firma" },
	{ .via = "/libro-firma/documento", .foglio = "libro-firma-documento",
	    .titolo = "Da firmare", .sezione = "firma",
	    .parti = da_firmare, .aiuto = "libro-firma" },
	{ 0 }
};

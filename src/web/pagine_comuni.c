/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_comuni.c - the form of any atto, outcomes, errors, the help. */
#include "web/pagina.h"

const struct pagina pagine_comuni[] = {
	{ .via = "/atto/{nome}", .foglio = "atto", .titolo = "Modulo",
	    .sezione = "", .aiuto = "moduli" },
	{ .via = "/esito/{id}", .foglio = "esito",
	    .titolo = "Che cosa è stato scritto", .sezione = "" },
	{ .via = "/aiuto", .foglio = "aiuto", .titolo = "Aiuto",
	    .sezione = "aiuto", .aperta = true },
	{ .via = "/aiuto/{capitolo}", .foglio = "aiuto", .titolo = "Aiuto",
	    .sezione = "aiuto", .aperta = true },
	{ 0 }
};

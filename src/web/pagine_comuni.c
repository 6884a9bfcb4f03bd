/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_comuni.c - the form of any atto, outcomes, errors, the help. */
#include "web/pagina.h"

/* forms that ask for a person or an office: they are chosen by name */
static const struct parte uffici[] = {
	{ .atto = "uffici", .facoltativa = true }, { 0 }
};
#define CON_UFFICI(indirizzo)						\
	{ .via = (indirizzo), .foglio = "atto", .titolo = "Modulo",	\
	    .sezione = "", .parti = uffici, .aiuto = "moduli" }

const struct pagina pagine_comuni[] = {
	CON_UFFICI("/atto/approva"),
	CON_UFFICI("/atto/assegna"),
	CON_UFFICI("/atto/delega"),
	CON_UFFICI("/atto/riassegna"),
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

/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_accesso.c - the way in, the own profile, who is in. */
#include "web/pagina.h"

const struct pagina pagine_accesso[] = {
	{ .via = "/entra", .foglio = "entra", .titolo = "Entra",
	    .sezione = "entra", .aiuto = "entrare", .aperta = true },
	{ .via = "/secondo-fattore", .foglio = "secondo-fattore",
	    .titolo = "Ancora un passo per entrare", .sezione = "entra",
	    .tipo = "passo", .aiuto = "entrare" },
	{ .via = "/profilo", .foglio = "profilo", .titolo = "Il tuo accesso",
	    .sezione = "profilo", .tipo = "profilo", .aiuto = "entrare" },
	{ .via = "/amministrazione/accessi", .foglio = "accessi",
	    .titolo = "Accessi e sessioni", .sezione = "amministrazione",
	    .tipo = "accessi", .aiuto = "entrare" },
	{ 0 }
};

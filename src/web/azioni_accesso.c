/* SPDX-License-Identifier: EUPL-1.2 */
/* azioni_accesso.c - the way in, the own profile, sessions. */
#include "web/azione.h"

#define PASSO "/secondo-fattore"

const struct azione azioni_accesso[] = {
	{ .via = "/entra", .tipo = "entra", .coda = CODA_LENTE,
	    .segreti = "_parola", .poi = "/", .pagina = "/entra" },
	{ .via = "/entra/senza-parola", .tipo = "entra", .coda = CODA_LENTE,
	    .poi = "/", .pagina = "/entra" },
	{ .via = "/esci", .tipo = "esci", .coda = CODA_LETTURE,
	    .poi = "/entra?detto=uscito", .pagina = "/profilo" },

	/* of a session that is not whole yet */
	{ .via = PASSO, .tipo = "secondo", .coda = CODA_LENTE,
	    .segreti = "_codice", .poi = "/", .pagina = PASSO },
	{ .via = PASSO "/parola", .tipo = "parola", .coda = CODA_LENTE,
	    .segreti = "_parola _nuova", .poi = "/", .pagina = PASSO },
	{ .via = PASSO "/prepara", .tipo = "secondo-prepara",
	    .coda = CODA_LENTE, .poi = PASSO, .pagina = PASSO },
	{ .via = PASSO "/attiva", .tipo = "secondo-attiva",
	    .coda = CODA_LENTE, .segreti = "_parola _codice", .poi = "/",
	    .pagina = PASSO },

	{ .via = "/profilo/parola", .tipo = "parola", .coda = CODA_LENTE,
	    .segreti = "_parola _nuova", .poi = "/profilo?detto=parola",
	    .pagina = "/profilo" },
	{ .via = "/profilo/prepara", .tipo = "secondo-prepara",
	    .coda = CODA_LENTE, .poi = "/profilo#secondo",
	    .pagina = "/profilo" },
	{ .via = "/profilo/attiva", .tipo = "secondo-attiva",
	    .coda = CODA_LENTE, .segreti = "_parola _codice",
	    .poi = "/profilo?detto=secondo-attivo", .pagina = "/profilo" },
	{ .via = "/profilo/togli", .tipo = "secondo-togli",
	    .coda = CODA_LENTE, .segreti = "_parola",
	    .poi = "/profilo?detto=secondo-tolto", .pagina = "/profilo" },
	{ .via = "/profilo/chiudi", .tipo = "sessione-chiudi",
	    .coda = CODA_LETTURE, .poi = "/profilo?detto=chiuse" },
	{ .via = "/profilo/per", .tipo = "sessione-per",
	    .coda = CODA_LETTURE, .poi = "/" },

	{ .via = "/amministrazione/accessi/blocca", .tipo = "accesso-blocca",
	    .coda = CODA_LETTURE, .poi = "/amministrazione/accessi" },
	{ .via = "/amministrazione/accessi/chiudi", .tipo = "accesso-chiudi",
	    .coda = CODA_LETTURE, .poi = "/amministrazione/accessi" },
	{ 0 }
};

/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_archivio.c - what the archive holds: cartelle, fascicoli, days and
 * seals.  Repertories and titolario are pages of the register. */
#include "web/pagina.h"

static const char *const di_cartelle[] = { "cosa", "cartelle",
    "anno", "?anno", "anno-di", "?anno-di", "stato", "?stato|tutti",
    "dopo", "?dopo", NULL };
static const char *const di_fascicoli[] = { "cosa", "fascicoli",
    "anno", "?anno", "stato", "?stato|tutti", "dopo", "?dopo", NULL };
static const char *const di_giorni[] = { "cosa", "giorni",
    "anno", "?anno", NULL };
static const struct parte cartelle[] = {
	{ .atto = "archivio", .campi = di_cartelle }, { 0 }
};
static const struct parte fascicoli[] = {
	{ .atto = "archivio", .campi = di_fascicoli }, { 0 }
};
static const struct parte giorni[] = {
	{ .atto = "archivio", .campi = di_giorni }, { 0 }
};

static const char *const di_fascicolo[] = { "riferimento", "{fascicolo}",
    NULL };
static const struct parte fascicolo[] = {
	{ .atto = "mostra", .campi = di_fascicolo }, { 0 }
};

static const char *const di_conservazione[] = { "cosa", "?cosa|cartelle",
    "filtro", "?filtro|tutti", "dopo", "?dopo", NULL };
static const struct parte conservazione[] = {
	{ .atto = "conservazione", .campi = di_conservazione }, { 0 }
};

static const struct parte massimario[] = {
	{ .atto = "massimario" }, { 0 }
};

static const char *const di_deposito[] = { "deposito", "{deposito}", NULL };
static const struct parte deposito[] = {
	{ .atto = "conservazione", .campi = di_deposito }, { 0 }
};

static const char *const di_scarti[] = { "elenco", "?elenco", NULL };
static const struct parte scarti[] = {
	{ .atto = "scarti", .campi = di_scarti }, { 0 }
};

static const char *const di_giorno[] = { "giorno", "{giorno}", NULL };
static const struct parte giorno[] = {
	{ .atto = "giorno", .campi = di_giorno }, { 0 }
};

static const char *const di_versamenti[] = { "filtro", "?filtro|tutti",
    "prima", "?prima", NULL };
static const struct parte versamenti[] = {
	{ .atto = "versamenti", .campi = di_versamenti }, { 0 }
};
static const char *const di_versamento[] = { "versamento", "{versamento}",
    NULL };
static const struct parte versamento[] = {
	{ .atto = "versamenti", .campi = di_versamento }, { 0 }
};

#define ARCHIVIO .sezione = "archivio", .aiuto = "archivio"

const struct pagina pagine_archivio[] = {
	{ .via = "/archivio", .foglio = "archivio",
	    .titolo = "Archivio: cartelle", .parti = cartelle, ARCHIVIO },
	{ .via = "/archivio/fascicoli", .foglio = "archivio",
	    .titolo = "Archivio: fascicoli", .parti = fascicoli, ARCHIVIO },
	{ .via = "/archivio/fascicolo/{fascicolo}",
	    .foglio = "archivio-fascicolo", .titolo = "Fascicolo",
	    .parti = fascicolo, ARCHIVIO },
	{ .via = "/archivio/conservazione",
	    .foglio = "archivio-conservazione", .titolo = "Conservazione",
	    .parti = conservazione, .sezione = "archivio",
	    .aiuto = "conservazione" },
	{ .via = "/archivio/massimario", .foglio = "archivio-massimario",
	    .titolo = "Massimario", .parti = massimario,
	    .sezione = "archivio", .aiuto = "conservazione" },
	{ .via = "/archivio/deposito/{deposito}",
	    .foglio = "archivio-deposito", .titolo = "Elenco di deposito",
	    .parti = deposito, .sezione = "archivio",
	    .aiuto = "conservazione" },
	{ .via = "/archivio/scarti", .foglio = "archivio-scarti",
	    .titolo = "Scarto", .parti = scarti, .sezione = "archivio",
	    .aiuto = "conservazione" },
	{ .via = "/archivio/versamenti", .foglio = "archivio-versamenti",
	    .titolo = "Versamenti al conservatore", .parti = versamenti,
	    .sezione = "archivio", .aiuto = "versamenti" },
	{ .via = "/archivio/versamento/{versamento}",
	    .foglio = "archivio-versamenti", .titolo = "Un versamento",
	    .parti = versamento, .sezione = "archivio",
	    .aiuto = "versamenti" },
	{ .via = "/archivio/giorni", .foglio = "archivio-giorni",
	    .titolo = "Giorni e sigilli", .parti = giorni, ARCHIVIO },
	{ .via = "/archivio/giorno/{giorno}", .foglio = "archivio-giorno",
	    .titolo = "Un giorno del registro", .parti = giorno, ARCHIVIO },
	{ 0 }
};

/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_redazione.c - writing and signing. */
#include "web/pagina.h"
#include "web/redazione.h"

/* ---- writing ---- */

/* with what is signed, since that is not written again, and with the words by
 * which a document is chosen */
static const char *const coi_titoli[] = { "riferimento", "{cartella}",
    "titoli", "si", "diario", "no", NULL };
static const char *const questo_documento[] = { "riferimento", "{cartella}",
    "documento", "?documento", NULL };
static const char *const questa_bozza[] = { "mostra", "{id}", NULL };

static const struct parte scrivania_di_chi_scrive[] = {
	{ .atto = "bozze" },
	{ .atto = "libro-firma", .facoltativa = true },
	{ 0 }
};
static const struct parte di_cartella[] = {
	{ .atto = "mostra", .campi = coi_titoli },
	{ .atto = "bozze", .facoltativa = true },
	{ .atto = "modelli", .facoltativa = true },
	{ 0 }
};
static const struct parte da_scrivere[] = {
	{ .atto = "mostra", .campi = coi_titoli },
	{ .atto = "mostra", .campi = questo_documento, .se = "documento" },
	{ 0 }
};
static const struct parte lettera[] = {
	{ .atto = "mostra", .campi = coi_titoli },
	{ .atto = "modelli", .facoltativa = true },
	{ .atto = "corrispondenti", .facoltativa = true },
	{ 0 }
};
static const struct parte da_riprendere[] = {
	{ .atto = "bozze", .campi = questa_bozza }, { 0 }
};

/* ---- signing ---- */

static const struct parte libro[] = {
	{ .atto = "libro-firma" },
	{ .atto = "chiavi", .facoltativa = true },
	{ 0 }
};
static const char *const firmando[] = { "riferimento", "?cartella",
    "documento", "?documento", NULL };
static const struct parte da_firmare[] = {
	{ .atto = "libro-firma" },
	{ .atto = "mostra", .campi = firmando },
	{ .atto = "chiavi", .facoltativa = true },
	{ 0 }
};

static const char *const di_elenco[] = { "elenco", "?elenco", NULL };
static const struct parte scarto_da_firmare[] = {
	{ .atto = "libro-firma" },
	{ .atto = "scarti", .campi = di_elenco },
	{ .atto = "chiavi", .facoltativa = true },
	{ 0 }
};

const struct pagina pagine_redazione[] = {
	{ .via = "/redazione", .foglio = "redazione-elenco",
	    .titolo = "Che cosa sto scrivendo", .sezione = "cartelle",
	    .parti = scrivania_di_chi_scrive, .aiuto = "scrivere" },
	{ .via = "/redazione/bozza/{id}", .foglio = "redazione",
	    .titolo = "Riprendi la bozza", .sezione = "cartelle",
	    .parti = da_riprendere, .aiuto = "scrivere",
	    .completa = redazione_completa },
	{ .via = "/redazione/rientro", .foglio = "redazione-rientro",
	    .titolo = "Riprendi un testo da Writer", .sezione = "cartelle",
	    .aiuto = "scrivere" },
	{ .via = "/redazione/{cartella}", .foglio = "redazione-cartella",
	    .titolo = "Scrivi", .sezione = "cartelle",
	    .parti = di_cartella, .aiuto = "scrivere" },
	{ .via = "/redazione/{cartella}/lettera", .foglio = "redazione",
	    .titolo = "Scrivi una lettera", .sezione = "cartelle",
	    .parti = lettera, .aiuto = "scrivere",
	    .completa = redazione_completa },
	{ .via = "/redazione/{cartella}/{che}", .foglio = "redazione",
	    .titolo = "Scrivi", .sezione = "cartelle",
	    .parti = da_scrivere, .aiuto = "scrivere",
	    .completa = redazione_completa },
	{ .via = "/libro-firma", .foglio = "libro-firma",
	    .titolo = "Libro firma", .sezione = "firma", .parti = libro,
	    .aiuto = "libro-firma" },
	{ .via = "/libro-firma/documento", .foglio = "libro-firma-documento",
	    .titolo = "Da firmare", .sezione = "firma",
	    .parti = da_firmare, .aiuto = "libro-firma" },
	{ .via = "/libro-firma/scarto", .foglio = "libro-firma-documento",
	    .titolo = "Da firmare", .sezione = "firma",
	    .parti = scarto_da_firmare, .aiuto = "libro-firma" },
	{ 0 }
};

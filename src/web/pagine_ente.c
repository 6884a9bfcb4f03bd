/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_ente.c - the body: administration and indicators. */
#include "web/pagina.h"

/* ---- indicators ---- */

static const char *const periodo[] = { "nome", "?nome", "dal", "?dal",
    "al", "?al", NULL };
static const struct parte indicatori[] = {
	{ .atto = "indicatori", .campi = periodo, .facoltativa = true }, { 0 }
};

/* ---- administration ---- */

static const char *const due_mesi[] = { "entro", "60", NULL };
static const struct parte amministrazione[] = {
	{ .atto = "stato-archivio", .facoltativa = true },
	{ .atto = "chiavi", .campi = due_mesi, .facoltativa = true },
	{ .atto = "utenti", .facoltativa = true },
	{ .atto = "deleghe", .facoltativa = true },
	{ 0 }
};

static const struct parte utenti[] = { { .atto = "utenti" }, { 0 } };

static const char *const di_utente[] = { "utente", "{utente}", NULL };
static const struct parte utente[] = {
	{ .atto = "utenti", .campi = di_utente },
	{ .atto = "permessi", .campi = di_utente, .facoltativa = true },
	{ .atto = "chiavi", .campi = di_utente, .facoltativa = true },
	{ .atto = "deleghe", .campi = di_utente, .facoltativa = true },
	{ 0 }
};

static const char *const anche_finite[] = { "finite", "?finite", NULL };
static const struct parte deleghe[] = {
	{ .atto = "deleghe", .campi = anche_finite }, { 0 }
};

static const char *const di_ruolo[] = { "ruolo", "?ruolo", NULL };
static const struct parte permessi[] = {
	{ .atto = "permessi", .campi = di_ruolo }, { 0 }
};

static const char *const di_carta[] = { "carta", "?carta", NULL };
static const struct parte modelli[] = {
	{ .atto = "modelli", .campi = di_carta }, { 0 }
};
static const char *const quale_carta[] = { "carta", "{carta}", NULL };
static const struct parte campi[] = {
	{ .atto = "campi", .campi = quale_carta }, { 0 }
};

static const char *const di_chi[] = { "utente", "?utente", "entro", "?entro",
    NULL };
static const struct parte chiavi[] = {
	{ .atto = "chiavi", .campi = di_chi }, { 0 }
};

static const char *const insieme[] = { "nome", "?nome", NULL };
static const struct parte fiducia[] = {
	{ .atto = "fiducia", .campi = insieme }, { 0 }
};

static const char *const regole[] = { "regole", "si", NULL };
static const char *const oggetto[] = { "oggetto", "?oggetto", "termini", "si",
    NULL };
static const char *const per[] = { "per", "?per", NULL };
static const struct parte regolamento[] = {
	{ .atto = "procedimento", .campi = oggetto, .facoltativa = true },
	{ .atto = "oscuramento", .campi = per, .facoltativa = true },
	{ .atto = "libro-firma", .campi = regole, .facoltativa = true },
	{ 0 }
};

#define PAGINA(address, sheet, title, readings)				\
	{ .via = "/amministrazione" address, .foglio = (sheet),		\
	    .titolo = (title), .sezione = "amministrazione",		\
	    .parti = (readings), .aiuto = "amministrazione" }

const struct pagina pagine_ente[] = {
	{ .via = "/indicatori", .foglio = "indicatori",
	    .titolo = "Indicatori", .sezione = "indicatori",
	    .parti = indicatori, .aiuto = "indicatori" },
	PAGINA("", "amministrazione", "Amministrazione", amministrazione),
	PAGINA("/utenti", "ente-utenti", "Persone", utenti),
	PAGINA("/utenti/{utente}", "ente-utente", "Persona", utente),
	PAGINA("/deleghe", "ente-deleghe", "Deleghe", deleghe),
	PAGINA("/permessi", "ente-permessi", "Ruoli e permessi", permessi),
	PAGINA("/modelli", "ente-modelli", "Modelli", modelli),
	PAGINA("/modelli/{carta}", "ente-campi", "Campi di un modello", campi),
	PAGINA("/chiavi", "ente-chiavi", "Chiavi di firma", chiavi),
	PAGINA("/fiducia", "ente-fiducia", "Di chi ci si fida", fiducia),
	PAGINA("/regole", "ente-regole", "Regole del lavoro", regolamento),
	/* what a POST of a reading with a file is shown by (via_lettura.c) */
	{ .via = "/lettura/prova-permessi", .foglio = "ente-prova",
	    .titolo = "Prova dei permessi", .sezione = "amministrazione",
	    .aiuto = "amministrazione" },
	{ .via = "/lettura/prova-modello", .foglio = "ente-prova",
	    .titolo = "Prova di un modello", .sezione = "amministrazione",
	    .aiuto = "amministrazione" },
	{ 0 }
};

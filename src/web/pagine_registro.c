/* SPDX-License-Identifier: EUPL-1.2 */
/* pagine_registro.c - the protocol register. */
#include "web/pagina.h"

/* ---- the list ---- */

static const char *const criteri[] = {
	"parole", "?parole", "numero", "?numero", "anno", "?anno",
	"dal", "?dal", "al", "?al", "flusso", "?flusso",
	"corrispondente", "?corrispondente",
	"protocollo-mittente", "?protocollo-mittente",
	"classifica", "?classifica", "operatore", "?operatore",
	"ufficio", "?ufficio", "annullate", "?annullate",
	"riservate", "?riservate", "impronta", "?impronta",
	"emergenza", "?emergenza", "dopo", "?continua", NULL
};
static const struct parte registro[] = {
	{ .atto = "cerca", .campi = criteri },
	{ .atto = "uffici", .facoltativa = true },
	{ .atto = "titolario", .facoltativa = true },
	{ 0 }
};

/* ---- a new one ---- */

static const struct parte nuova[] = {
	{ .atto = "titolario", .facoltativa = true },
	{ .atto = "corrispondenti", .facoltativa = true },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};

/* ---- one ---- */

static const char *const questa[] = { "riferimento", "{numero}/{anno}", NULL };
static const struct parte registrazione[] = {
	{ .atto = "mostra", .campi = questa },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};
static const struct parte firme[] = {
	{ .atto = "mostra", .campi = questa },
	{ .atto = "verifica-firma", .campi = questa, .facoltativa = true },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};
static const struct parte correzioni[] = {
	{ .atto = "mostra", .campi = questa },
	{ .atto = "titolario", .facoltativa = true },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};

/* ---- what waits ---- */

static const struct parte smistare[] = {
	{ .atto = "scrivania" },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};

/* ---- days ---- */

static const char *const del_giorno[] = { "giorno", "?giorno", NULL };
static const char *const formato[] = { "giorno", "?giorno", NULL };
static const struct parte giorno[] = {
	{ .atto = "elenco", .campi = del_giorno },
	{ .atto = "giorno", .campi = formato, .se = "giorno",
	    .facoltativa = true },
	{ .atto = "scrivania", .facoltativa = true },
	{ 0 }
};

/* ---- beside the register ---- */

static const struct parte repertori[] = { { .atto = "repertori" }, { 0 } };
static const char *const repertorio[] = {
	"repertorio", "{codice}", "anno", "?anno", "dopo", "?continua", NULL
};
static const struct parte voci[] = {
	{ .atto = "repertori", .campi = repertorio },
	{ .atto = "repertori" },
	{ 0 }
};
static const char *const una_voce[] = {
	"repertorio", "{codice}", "anno", "{anno}", "numero", "{numero}", NULL
};
static const struct parte voce[] = {
	{ .atto = "repertori", .campi = una_voce }, { 0 }
};

static const char *const parola[] = { "parola", "?parola", NULL };
static const struct parte corrispondenti[] = {
	{ .atto = "corrispondenti", .campi = parola }, { 0 }
};
static const char *const codice[] = { "codice", "{codice}", NULL };
static const struct parte corrispondente[] = {
	{ .atto = "corrispondenti", .campi = codice }, { 0 }
};

static const char *const di_titolario[] = { "al", "?al",
    "parola", "?parola", NULL };
static const struct parte titolario[] = {
	{ .atto = "titolario", .campi = di_titolario, .facoltativa = true },
	{ 0 }
};

#define REGISTRO .sezione = "registro", .aiuto = "registro"

/* The fixed addresses before those that have a year in their place. */
const struct pagina pagine_registro[] = {
	{ .via = "/registro", .foglio = "registro",
	    .titolo = "Registro di protocollo", REGISTRO, .parti = registro },
	{ .via = "/registro/nuova", .foglio = "registro-nuova",
	    .titolo = "Registra un documento", .sezione = "registro",
	    .aiuto = "registrare-un-documento", .parti = nuova,
	    .atto = "registra" },
	/* the same form, when it comes back with what is wrong */
	{ .via = "/atto/registra", .foglio = "registro-nuova",
	    .titolo = "Registra un documento", .sezione = "registro",
	    .aiuto = "registrare-un-documento", .parti = nuova,
	    .atto = "registra" },
	{ .via = "/registro/giorno", .foglio = "registro-giorno",
	    .titolo = "Registro del giorno", REGISTRO, .parti = giorno },
	{ .via = "/registro/stampa", .foglio = "registro-stampa",
	    .titolo = "Stampa del registro", REGISTRO,
	    .atto = "stampa-registro" },
	{ .via = "/registro/emergenza", .foglio = "registro-emergenza",
	    .titolo = "Registro di emergenza", REGISTRO,
	    .atto = "prepara-emergenza" },
	{ .via = "/registro/repertori", .foglio = "registro-repertori",
	    .titolo = "Repertori", REGISTRO, .parti = repertori },
	{ .via = "/registro/repertori/{codice}",
	    .foglio = "registro-repertorio", .titolo = "Repertorio", REGISTRO,
	    .parti = voci },
	{ .via = "/registro/repertori/{codice}/{anno}/{numero}",
	    .foglio = "registro-voce", .titolo = "Voce di repertorio",
	    REGISTRO, .parti = voce },
	{ .via = "/registro/corrispondenti",
	    .foglio = "registro-corrispondenti", .titolo = "Corrispondenti",
	    REGISTRO, .parti = corrispondenti },
	{ .via = "/registro/corrispondenti/{codice}",
	    .foglio = "registro-corrispondente", .titolo = "Corrispondente",
	    REGISTRO, .parti = corrispondente },
	{ .via = "/registro/titolario", .foglio = "registro-titolario",
	    .titolo = "Titolario di classificazione", REGISTRO,
	    .parti = titolario },
	{ .via = "/registro/{anno}/{numero}", .foglio = "registro-una",
	    .titolo = "Registrazione", REGISTRO, .parti = registrazione },
	{ .via = "/registro/{anno}/{numero}/firme",
	    .foglio = "registro-firme", .titolo = "Firme e file", REGISTRO,
	    .parti = firme },
	{ .via = "/registro/{anno}/{numero}/correggi",
	    .foglio = "registro-correggi", .titolo = "Correggi", REGISTRO,
	    .parti = correzioni },
	{ .via = "/registro/{anno}/{numero}/segnatura",
	    .foglio = "registro-segnatura", .titolo = "Segnatura", REGISTRO,
	    .parti = registrazione },
	{ .via = "/da-smistare", .foglio = "registro-smistare",
	    .titolo = "Da smistare", .sezione = "smistare",
	    .aiuto = "smistare", .parti = smistare },
	{ 0 }
};

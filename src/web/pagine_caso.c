/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pagine_caso.c - the scrivania, the accesso, the cartella and what is done in
 * it, people, the agenda.
 *
 * Each page of a case asks no more than it shows: every reading is a row in
 * the read log of the case.
 */
#include "web/pagina.h"

#define CARTELLA "/cartella/{cartella}"

/* ---- what is not of one case ---- */

static const char *const poche[] = { "al-piu", "12", "tutte", "?tutte", NULL };
static const struct parte scrivania[] = {
	{ .atto = "scrivania", .campi = poche },
	{ .atto = "bozze", .facoltativa = true },
	{ 0 }
};

static const char *const scelte[] = {
	"stato", "?stato|aperte", "responsabile", "?responsabile", "ufficio",
	"?ufficio", "persona", "?persona", "ordine", "?ordine", "dopo",
	"?dopo", NULL
};
static const struct parte cartelle[] = {
	{ .atto = "cartelle", .campi = scelte, .facoltativa = true },
	{ .atto = "uffici", .facoltativa = true },
	{ 0 }
};

static const char *const nome_cercato[] = { "cercato", "?testo", NULL };
static const char *const parole_cercate[] = {
	"parole", "?testo", "dopo", "?dopo", NULL
};
static const char *const registro_cercato[] = {
	"parole", "?testo", "limite", "10", NULL
};
static const struct parte cerca[] = {
	{ .atto = "persone", .campi = nome_cercato, .se = "testo",
	    .facoltativa = true },
	{ .atto = "trova", .campi = parole_cercate, .se = "testo",
	    .facoltativa = true },
	{ .atto = "cerca", .campi = registro_cercato, .se = "testo",
	    .facoltativa = true },
	{ 0 }
};

static const char *const giorni[] = {
	"dal", "?dal", "al", "?al", "di", "?di", NULL
};
static const struct parte agenda[] = {
	{ .atto = "agenda", .campi = giorni }, { 0 }
};

static const char *const scadenze[] = { "entro", "?entro|30", NULL };
static const struct parte termini[] = {
	{ .atto = "termini", .campi = scadenze }, { 0 }
};

/* ---- an accesso ---- */

static const char *const accesso_intero[] = {
	"riferimento", "{accesso}", "titoli", "si", NULL
};
static const char *const accesso_riferito[] = {
	"riferimento", "{accesso}", NULL
};
static const char *const accesso_impegni[] = { "caso", "{accesso}", NULL };
static const struct parte accesso[] = {
	{ .atto = "mostra", .campi = accesso_intero },
	{ .atto = "agenda", .campi = accesso_impegni, .facoltativa = true },
	{ 0 }
};
static const char *const accesso_un_documento[] = {
	"riferimento", "{accesso}", "documento", "?quale", NULL
};
static const struct parte accesso_documento[] = {
	{ .atto = "mostra", .campi = accesso_un_documento },
	{ .atto = "storia", .campi = accesso_riferito, .facoltativa = true },
	{ 0 }
};
static const struct parte accesso_storia[] = {
	{ .atto = "storia", .campi = accesso_riferito }, { 0 }
};
static const char *const accesso_versioni[] = {
	"riferimento", "{accesso}", "documento", "?quale", "da", "?da", "a",
	"?a", NULL
};
static const struct parte accesso_confronta[] = {
	{ .atto = "confronta", .campi = accesso_versioni }, { 0 }
};
static const char *const accesso_lette[] = {
	"riferimento", "{accesso}", "dal", "?dal", "al", "?al", "dopo",
	"?dopo", NULL
};
static const struct parte accesso_letture[] = {
	{ .atto = "chi-ha-letto", .campi = accesso_lette }, { 0 }
};

/* ---- a cartella ---- */

/* not its diary, which has pages of its own */
static const char *const intera[] = {
	"riferimento", "{cartella}", "titoli", "si", "diario", "no", NULL
};
static const char *const riferita[] = { "riferimento", "{cartella}", NULL };
static const char *const sua[] = { "cartella", "{cartella}", NULL };
static const char *const suo_caso[] = { "caso", "{cartella}", NULL };
static const char *const ultime[] = {
	"riferimento", "{cartella}", "limite", "5", NULL
};
static const struct parte copertina[] = {
	{ .atto = "mostra", .campi = intera },
	{ .atto = "diario", .campi = ultime, .facoltativa = true },
	{ .atto = "termini", .campi = sua, .facoltativa = true },
	{ .atto = "agenda", .campi = suo_caso, .facoltativa = true },
	{ .atto = "trasferimenti", .campi = sua, .facoltativa = true },
	{ 0 }
};

static const struct parte documenti[] = {
	{ .atto = "mostra", .campi = intera }, { 0 }
};

static const char *const un_documento[] = {
	"riferimento", "{cartella}", "documento", "?quale", "al", "?al", NULL
};
static const char *const firmato[] = {
	"riferimento", "{cartella}", "documento", "?quale", NULL
};
static const struct parte documento[] = {
	{ .atto = "mostra", .campi = un_documento },
	{ .atto = "verifica-firma", .campi = firmato, .facoltativa = true },
	{ .atto = "storia", .campi = riferita, .facoltativa = true },
	{ 0 }
};

static const char *const voci[] = {
	"riferimento", "{cartella}", "dal", "?dal", "al", "?al", "tipo",
	"?tipo", "parole", "?parole", "continua", "?continua", NULL
};
static const struct parte diario[] = {
	{ .atto = "diario", .campi = voci }, { 0 }
};

static const char *const di_allora[] = {
	"cartella", "{cartella}", "al", "?al", NULL
};
static const struct parte famiglia[] = {
	{ .atto = "famiglia", .campi = di_allora },
	{ .atto = "genogramma", .campi = di_allora, .facoltativa = true },
	{ 0 }
};

static const char *const visto_da[] = {
	"riferimento", "{cartella}", "al", "?al", NULL
};
static const struct parte equipe[] = {
	{ .atto = "mostra", .campi = intera },
	{ .atto = "chi-vede", .campi = visto_da, .facoltativa = true },
	{ .atto = "consultazioni", .campi = sua, .facoltativa = true },
	{ 0 }
};

static const struct parte consultazioni[] = {
	{ .atto = "consultazioni" }, { 0 }
};

static const char *const di_trasferimenti[] = {
	"tutti", "?tutti", "dopo", "?dopo", NULL
};
static const struct parte trasferimenti[] = {
	{ .atto = "trasferimenti", .campi = di_trasferimenti }, { 0 }
};

static const struct parte suoi_termini[] = {
	{ .atto = "termini", .campi = di_allora }, { 0 }
};

static const char *const suoi_impegni[] = {
	"dal", "?dal", "al", "?al", "caso", "{cartella}", NULL
};
static const struct parte appuntamenti[] = {
	{ .atto = "agenda", .campi = suoi_impegni }, { 0 }
};

static const struct parte storia[] = {
	{ .atto = "storia", .campi = riferita }, { 0 }
};

static const char *const due_versioni[] = {
	"riferimento", "{cartella}", "documento", "?quale", "da", "?da", "a",
	"?a", NULL
};
static const struct parte confronta[] = {
	{ .atto = "confronta", .campi = due_versioni }, { 0 }
};

static const char *const com_era[] = {
	"riferimento", "{cartella}", "al", "?al", NULL
};
static const struct parte allora[] = {
	{ .atto = "mostra", .campi = com_era, .se = "al" },
	{ .atto = "termini", .campi = di_allora, .se = "al",
	    .facoltativa = true },
	{ 0 }
};

static const char *const sue_parole[] = {
	"parole", "?testo", "cartella", "{cartella}", "dopo", "?dopo", NULL
};
static const struct parte cerca_qui[] = {
	{ .atto = "trova", .campi = sue_parole, .se = "testo" }, { 0 }
};

static const char *const lette[] = {
	"riferimento", "{cartella}", "dal", "?dal", "al", "?al", "dopo",
	"?dopo", NULL
};
static const struct parte letture[] = {
	{ .atto = "chi-ha-letto", .campi = lette }, { 0 }
};

/* ---- */

#define PAGINA(indirizzo, sheet, title, menu, readings, help)		\
	{ .via = (indirizzo), .foglio = (sheet), .titolo = (title),	\
	    .sezione = (menu), .parti = (readings), .aiuto = (help) }
#define DELLA_CARTELLA(dove, sheet, title, readings)			\
	PAGINA(CARTELLA dove, sheet, title, "cartelle", readings,	\
	    "cartella")

const struct pagina pagine_caso[] = {
	PAGINA("/", "scrivania", "Scrivania", "scrivania", scrivania,
	    "scrivania"),
	PAGINA("/cartelle", "cartelle", "Cartelle", "cartelle", cartelle,
	    "cartella"),
	PAGINA("/cerca", "cerca", "Cerca", "cartelle", cerca, "ricerca"),
	PAGINA("/agenda", "agenda", "Agenda", "agenda", agenda, "agenda"),
	PAGINA("/termini", "termini", "Termini", "cartelle", termini,
	    "termini"),
	PAGINA("/consultazioni", "consultazioni", "Consultazioni", "cartelle",
	    consultazioni, "cartella"),
	PAGINA("/trasferimenti", "trasferimenti", "Trasferimenti", "cartelle",
	    trasferimenti, "cartella"),
	PAGINA("/accesso/{accesso}", "accesso", "Accesso", "cartelle",
	    accesso, "accesso"),
	PAGINA("/accesso/{accesso}/documento", "documento",
	    "Documento dell'accesso", "cartelle", accesso_documento,
	    "accesso"),
	PAGINA("/accesso/{accesso}/storia", "cartella-storia",
	    "Storia dell'accesso", "cartelle", accesso_storia, "accesso"),
	PAGINA("/accesso/{accesso}/confronta", "cartella-confronta",
	    "Che cosa è cambiato", "cartelle", accesso_confronta, "accesso"),
	PAGINA("/accesso/{accesso}/letture", "cartella-letture",
	    "Chi ha letto", "cartelle", accesso_letture, "accesso"),
	DELLA_CARTELLA("", "cartella", "Cartella", copertina),
	DELLA_CARTELLA("/diario", "cartella-diario", "Diario", diario),
	DELLA_CARTELLA("/documenti", "cartella-documenti", "Documenti",
	    documenti),
	DELLA_CARTELLA("/documento", "documento", "Documento", documento),
	DELLA_CARTELLA("/famiglia", "cartella-famiglia", "Famiglia", famiglia),
	DELLA_CARTELLA("/equipe", "cartella-equipe", "Équipe e chi vede",
	    equipe),
	DELLA_CARTELLA("/termini", "cartella-termini", "Termini",
	    suoi_termini),
	DELLA_CARTELLA("/appuntamenti", "cartella-appuntamenti",
	    "Appuntamenti", appuntamenti),
	DELLA_CARTELLA("/storia", "cartella-storia", "Storia", storia),
	DELLA_CARTELLA("/confronta", "cartella-confronta", "Che cosa è cambiato",
	    confronta),
	DELLA_CARTELLA("/allora", "cartella-allora", "Com'era", allora),
	DELLA_CARTELLA("/cerca", "cerca", "Cerca nella cartella", cerca_qui),
	DELLA_CARTELLA("/letture", "cartella-letture", "Chi ha letto",
	    letture),
	{ 0 }
};

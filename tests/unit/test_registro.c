/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The register without a store: numbers without gaps, the chain, who may see
 * what, heads and moves, the comparison, and the plan of every statement.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "registro/registrazioni.h"
#include "atto_prova.h"

#define REG "registro/2026.git"

struct esperimento {
	struct arena *a;
	char *dir;
	const char *path;
	struct registro *r;
	struct ultimo ultimo;
};

/* The code of the first step that fails. */
static int
act_on(struct esperimento *p, struct registro *r, int64_t seq, const char *cartella,
    const char *percorso, const char *xml)
{
	int e = atto_scrivi(r, p->a, seq, cartella, percorso,
	    atto_parsed(p->a, xml), NULL);

	return e != 0 ? e : registro_ultimo(&p->ultimo, r);
}

static int
act(struct esperimento *p, const char *cartella, const char *percorso,
    const char *xml)
{
	return act_on(p, p->r, p->ultimo.seq + 1, cartella, percorso, xml);
}

static const char *
user(struct esperimento *p, const char *codice, const char *more)
{
	return arena_printf(p->a, "<utente" NS " codice=\"%s\"><cognome>X"
	    "</cognome><nome>Y</nome>%s</utente>", codice, more);
}

#define ATTIVO "<attivo>si</attivo>"

static const char *
registration(struct esperimento *p, const char *numero, const char *operatore,
    const char *more)
{
	return arena_printf(p->a, "<registrazione" NS "><numero>%s</numero>"
	    "<ora>" ORA "</ora><operatore>%s</operatore><flusso>entrata"
	    "</flusso><oggetto>Segnalazione</oggetto>%s<mittente>"
	    "<denominazione>Scuola</denominazione></mittente><classifica>VII/9"
	    "</classifica><principale><nome>a.pdf</nome><impronta>%064d"
	    "</impronta><tipo>application/pdf</tipo><dimensione>7"
	    "</dimensione></principale></registrazione>", numero, operatore,
	    more, 7);
}

#define RISERVATA "<riservata><motivo>minori</motivo></riservata>"

/* 1 plain, 2 riservata and sent to the office soc, both of tizio. */
static void
people_and_papers(struct esperimento *p)
{
	assert_int_equal(act(p, "ente", "permessi.xml", "<permessi" NS ">"
	    "<ruolo nome=\"protocollo\"><atto ambito=\"tutti\" "
	    "nome=\"mostra\"/></ruolo><ruolo nome=\"coordinatore\">"
	    "<atto ambito=\"ufficio\" nome=\"mostra\"/></ruolo>"
	    "<ruolo nome=\"dirigente\"><atto ambito=\"tutti\" "
	    "nome=\"mostra\"/><atto ambito=\"tutti\" nome=\"vedi-riservate\"/>"
	    "</ruolo></permessi>"), 0);
	assert_int_equal(act(p, "ente", "utenti/tizio.xml", user(p, "tizio",
	    "<login>tz</login><ruolo>protocollo</ruolo>" ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/livia.xml", user(p, "livia",
	    "<ruolo>protocollo</ruolo>" ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/caio.xml", user(p, "caio",
	    "<ruolo>coordinatore</ruolo><ufficio>soc</ufficio>" ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/altra.xml", user(p, "altra",
	    "<ruolo>coordinatore</ruolo><ufficio>nord</ufficio>" ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/capo.xml", user(p, "capo",
	    "<ruolo>dirigente</ruolo>" ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/nulla.xml", user(p, "nulla",
	    ATTIVO)), 0);
	assert_int_equal(act(p, "ente", "utenti/ex.xml", user(p, "ex",
	    "<login>ex</login><ruolo>dirigente</ruolo>"
	    "<attivo>no</attivo>")), 0);
	assert_int_equal(act(p, REG, "registrazioni/1", registration(p,
	    "0000001/2026", "tizio", "")), 0);
	assert_int_equal(act(p, REG, "registrazioni/2", registration(p,
	    "0000002/2026", "tizio", RISERVATA)), 0);
	assert_int_equal(act(p, REG, "smistamenti/2", "<smistamento" NS ">"
	    "<protocollo>0000002/2026</protocollo><ordine>1</ordine>"
	    "<destinazione><ufficio>soc</ufficio><titolo>competenza</titolo>"
	    "</destinazione></smistamento>"), 0);
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	assert_int_equal(dir_temporary(&p->dir, a), 0);
	p->path = arena_printf(a, "%s/registro.sqlite", p->dir);
	assert_int_equal(registro_open(&p->r, p->path, REGISTRO_CREATE), 0);
	assert_int_equal(registro_ultimo(&p->ultimo, p->r), 0);
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;
	int r;

	registro_close(p->r);
	r = dir_remove(p->dir);
	arena_free(p->a);
	return r;
}

/* ---- numbers and chain ---- */

static void
numbers_have_no_gap(void **state)
{
	struct esperimento *p = *state;
	struct numero n;
	int v;

	people_and_papers(p);
	assert_int_equal(registro_numero(&v, p->r, SERIE_PROTOCOLLO, 2026), 0);
	assert_int_equal(v, 3);
	/* a new year begins again */
	assert_int_equal(registro_numero(&v, p->r, SERIE_PROTOCOLLO, 2027), 0);
	assert_int_equal(v, 1);
	assert_int_equal(registro_numero(&v, p->r, SERIE_CARTELLA, 2026), 0);
	assert_int_equal(v, 1);
	/* below the application */
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act(p, REG, "registrazioni/4", registration(p,
	    "0000004/2026", "tizio", "")), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non segue"));
	registro_undo(p->r);
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act(p, REG, "registrazioni/2b", registration(p,
	    "0000002/2026", "tizio", "")), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non segue"));
	registro_undo(p->r);
	assert_int_equal(act(p, REG, "registrazioni/3", registration(p,
	    "0000003/2026", "tizio", "")), 0);
	assert_int_equal(registro_doppione_file(&n, p->r,
	    arena_printf(p->a, "%064d", 7), true), 0);
	assert_int_equal(n.progressivo, 1);
	assert_int_equal(registro_doppione_file(&n, p->r,
	    arena_printf(p->a, "%064d", 7), false), 0);
	assert_int_equal(registro_doppione_file(&n, p->r,
	    arena_printf(p->a, "%064d", 8), false), ERR_ABSENT);
}

static int
count_links(void *arg, const struct anello *an, const char *giornale)
{
	char is[IMPRONTA_LEN + 1];
	int *n = arg;

	anello_compute(is, an);
	assert_string_equal(is, an->impronta);
	assert_string_equal(giornale, "atti/x");
	assert_int_equal(an->seq, ++*n);
	return 0;
}

static void
the_chain(void **state)
{
	struct esperimento *p = *state;
	int64_t seq = 0;
	int n = 0;

	assert_int_equal(p->ultimo.seq, 0);
	assert_string_equal(p->ultimo.impronta, ANELLO_GENESI);
	people_and_papers(p);
	assert_int_equal(p->ultimo.seq, 11);
	assert_int_equal(registro_catena(p->r, count_links, &n), 0);
	assert_int_equal(n, 11);
	/* neither a gap nor the same place again */
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act_on(p, p->r, 13, "ente", "x", user(p, "y",
	    ATTIVO)), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non segue"));
	registro_undo(p->r);
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act_on(p, p->r, 11, "ente", "x", user(p, "y",
	    ATTIVO)), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non segue"));
	registro_undo(p->r);
	assert_int_equal(registro_istanza(&seq, p->r,
	    "0000000000000000000000000000003f"), 0);
	assert_int_equal(seq, 3);
	assert_int_equal(registro_istanza(&seq, p->r,
	    "0000000000000000000000000000099f"), ERR_ABSENT);
}

/* ---- who may see what ---- */

/* 'c' in clear, 'o' masked, '-' absent. */
static char
sees(struct esperimento *p, const char *utente, int progressivo)
{
	struct occhio o = { utente, "mostra" };
	struct numero n = { SERIE_PROTOCOLLO, 2026, progressivo };
	struct nodo *v = NULL;
	int e = registro_vista_registrazione(&v, p->a, p->r, &o, &n);

	assert_int_equal(e, registro_vede(p->r, &o, &n));
	if (e == ERR_ABSENT) {
		assert_null(v);
		return '-';
	}
	assert_int_equal(e, 0);
	assert_string_equal(nodo_value(p->a, v, "classifica"), "VII/9");
	if (nodo_attr(v, "oscurata") == NULL) {
		assert_string_equal(nodo_value(p->a, v, "oggetto"),
		    "Segnalazione");
		assert_non_null(nodo_child(v, "mittente"));
		assert_non_null(nodo_child(v, "principale"));
		return 'c';
	}
	assert_null(nodo_child(v, "oggetto"));
	assert_null(nodo_child(v, "mittente"));
	assert_null(nodo_child(v, "principale"));
	assert_null(nodo_child(v, "riservata-motivo"));
	return 'o';
}

static void
permission_is_in_the_query(void **state)
{
	static const struct {
		const char *utente;
		char plain, reserved;
	} table[] = {
		{ "tizio", 'c', 'c' },	/* registered them */
		{ "livia", 'c', 'o' },	/* may look at all of them */
		{ "caio", '-', 'c' },	/* of the office it was sent to */
		{ "altra", '-', '-' },	/* of another office */
		{ "capo", 'c', 'c' },	/* may see what is riservata */
		{ "nulla", '-', '-' },	/* no role */
		{ "ex", '-', '-' },	/* no longer active */
		{ "nessuno", '-', '-' },
		{ "", '-', '-' },
		{ "tizio' OR '1'='1", '-', '-' },
	};
	struct esperimento *p = *state;
	size_t i;

	people_and_papers(p);
	for (i = 0; i < NELEM(table); i++) {
		assert_int_equal(sees(p, table[i].utente, 1), table[i].plain);
		assert_int_equal(sees(p, table[i].utente, 2),
		    table[i].reserved);
		assert_int_equal(sees(p, table[i].utente, 3), '-');
	}
}

/* What is hidden and what is not there get the same answer. */
static void
hidden_is_absent(void **state)
{
	struct occhio o = { "altra", "mostra" };
	struct numero hidden = { SERIE_PROTOCOLLO, 2026, 2 };
	struct numero none = { SERIE_PROTOCOLLO, 2026, 9 };
	struct esperimento *p = *state;
	const char *first, *second;
	struct nodo *v;

	people_and_papers(p);
	assert_int_equal(registro_vista_registrazione(&v, p->a, p->r, &o,
	    &hidden), ERR_ABSENT);
	first = arena_strdup(p->a, err_msg());
	assert_int_equal(registro_vista_registrazione(&v, p->a, p->r, &o,
	    &none), ERR_ABSENT);
	second = arena_strdup(p->a, err_msg());
	assert_memory_equal(first, "0000002/2026", 12);
	assert_memory_equal(second, "0000009/2026", 12);
	assert_string_equal(first + 12, second + 12);
	/* another word than the one allowed */
	o = (struct occhio){ "capo", "smista" };
	assert_int_equal(registro_vede(p->r, &o, &hidden), ERR_ABSENT);
}

static void
people(void **state)
{
	struct esperimento *p = *state;
	const char *who;
	struct utente u;

	people_and_papers(p);
	assert_int_equal(registro_utente_login(&who, p->a, p->r, "tz"), 0);
	assert_string_equal(who, "tizio");
	assert_int_equal(registro_utente_login(&who, p->a, p->r, "ex"),
	    ERR_ABSENT);
	assert_int_equal(registro_utente(&u, p->a, p->r, "ex"), 0);
	assert_false(u.attivo);
	assert_int_equal(registro_utente(&u, p->a, p->r, "zz"), ERR_ABSENT);
	assert_int_equal(registro_permesso(p->r, "tizio", "mostra"), 0);
	assert_int_equal(registro_permesso(p->r, "tizio", "nomina"),
	    ERR_FORBIDDEN);
	assert_int_equal(registro_permesso(p->r, "ex", "mostra"),
	    ERR_FORBIDDEN);
	assert_int_equal(registro_ha_ruolo(p->r, "capo", "dirigente"), 1);
	assert_int_equal(registro_ha_ruolo(p->r, "ex", "dirigente"), 0);
	assert_int_equal(registro_in_ufficio(p->r, "caio", "soc"), 1);
	assert_int_equal(registro_in_ufficio(p->r, "caio", "nord"), 0);
	/* a user's new document takes away what the old one gave */
	assert_int_equal(act(p, "ente", "utenti/caio.xml", user(p, "caio",
	    "<ufficio>nord</ufficio>" ATTIVO)), 0);
	assert_int_equal(registro_permesso(p->r, "caio", "mostra"),
	    ERR_FORBIDDEN);
	assert_int_equal(sees(p, "caio", 2), '-');
}

/* ---- heads, moves, savepoints ---- */

static void
heads_and_moves(void **state)
{
	struct esperimento *p = *state;
	char commit[TESTA_LEN + 1];
	struct mossa *m;
	int n;

	assert_int_equal(registro_testa(commit, &n, p->r, "ente"), 0);
	assert_string_equal(commit, "");
	assert_int_equal(n, 0);
	assert_int_equal(registro_testa_set(p->r, "ente",
	    "00112233445566778899aabbccddeeff00112233", 3), 0);
	assert_int_equal(registro_testa_set(p->r, "ente",
	    "ff112233445566778899aabbccddeeff00112233", 4), 0);
	assert_int_equal(registro_testa(commit, &n, p->r, "ente"), 0);
	assert_int_equal(n, 4);
	assert_memory_equal(commit, "ff11", 4);
	assert_int_equal(registro_testa_set(p->r, "guasta", "ff11", 1), 0);
	assert_int_equal(registro_testa(commit, &n, p->r, "guasta"), ERR_FAULT);
	assert_string_equal(commit, "");

	assert_int_equal(registro_mossa(p->r, "ente", "", "a", false), 0);
	assert_int_equal(registro_mossa(p->r, "ente", "a", "b", false), 0);
	assert_int_equal(registro_mosse(&m, &n, p->a, p->r, "boot"), 0);
	assert_int_equal(n, 2);
	assert_string_equal(m[0].da, "");
	assert_string_equal(m[1].a, "b");
	assert_int_equal(registro_mosse_fatte(p->r, "boot"), 0);
	assert_int_equal(registro_mosse(&m, &n, p->a, p->r, "boot"), 0);
	assert_int_equal(n, 0);
	/* after another boot they are done again */
	assert_int_equal(registro_mosse(&m, &n, p->a, p->r, "altro"), 0);
	assert_int_equal(n, 2);
	assert_int_equal(registro_mosse_togli(p->r, "altro"), 0);
	assert_int_equal(registro_mosse(&m, &n, p->a, p->r, "altro"), 0);
	assert_int_equal(n, 2);
	assert_int_equal(registro_mosse_togli(p->r, "boot"), 0);
	assert_int_equal(registro_mosse(&m, &n, p->a, p->r, "altro"), 0);
	assert_int_equal(n, 0);
}

static void
savepoints(void **state)
{
	struct esperimento *p = *state;

	assert_int_equal(registro_begin(p->r), 0);
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act(p, "ente", "utenti/a.xml", user(p, "a",
	    ATTIVO)), 0);
	assert_int_equal(registro_release(p->r), 0);
	assert_int_equal(registro_savepoint(p->r), 0);
	assert_int_equal(act(p, "ente", "utenti/b.xml", user(p, "b",
	    ATTIVO)), 0);
	registro_undo(p->r);
	assert_int_equal(registro_commit(p->r), 0);
	assert_false(registro_in_transaction(p->r));
	assert_int_equal(registro_ultimo(&p->ultimo, p->r), 0);
	assert_int_equal(p->ultimo.seq, 1);
	assert_int_equal(registro_begin(p->r), 0);
	/* without a savepoint there is nothing to go back to */
	registro_undo(p->r);
	assert_true(registro_in_transaction(p->r));
	registro_rollback(p->r);
	registro_rollback(p->r);
	assert_false(registro_in_transaction(p->r));
}

/* ---- comparison ---- */

static void
note_difference(void *arg, const char *tabella, const char *riga,
    const char *che)
{
	(void)riga;
	buf_printf(arg, "%s: %s\n", tabella, che);
}

static void
two_registers(void **state)
{
	struct esperimento *p = *state, q = *p;
	AUTO(registro) other = NULL;
	AUTO_BUF b = { 0 };

	q.path = arena_printf(p->a, "%s/nuovo.sqlite", p->dir);
	assert_int_equal(registro_open(&other, q.path, REGISTRO_CREATE), 0);
	q.r = other;
	people_and_papers(p);
	people_and_papers(&q);
	assert_int_equal(registro_confronta(p->r, q.path, note_difference,
	    &b), 0);
	assert_string_equal(buf_str(&b), "");
	assert_int_equal(act(&q, "ente", "utenti/b.xml", user(&q, "b",
	    ATTIVO)), 0);
	assert_int_equal(registro_confronta(p->r, q.path, note_difference,
	    &b), 0);
	assert_string_equal(buf_str(&b),
	    "catena: i documenti la dicono e non c'è\n"
	    "catena_cartella: i documenti la dicono e non c'è\n"
	    "documento: i documenti la dicono e non c'è\n"
	    "posto: i documenti la dicono e non c'è\n"
	    "utente: i documenti la dicono e non c'è\n"
	    "attuale: i documenti la dicono e non c'è\n"
	    "storia_operatore: i documenti la dicono e non c'è\n");
}

/* ---- plans ---- */

/* Statements that may read a whole table, each for its reason. */
static const struct {
	const char *query, *why;
} whole[] = {
	{ "ULTIMO", "the last row only: LIMIT 1 from the end" },
	{ "CATENA_ALL", "verifica reads all" },
	{ "ALLEGATI", "verifica reads all" },
	{ "ANNI", "verifica reads all" },
	{ "OGNI_FIRMA", "verifica reads all" },
	{ "OGNI_FIRMA_FILE", "verifica reads all" },
	{ "OGNI_TAG", "verifica reads all" },
	{ "DISTRUTTI_TUTTI", "verifica reads all: what was destroyed is not missing" },
	{ "GIORNO_CHIUSO", "from the end, to the first that is closed" },
	{ "ULTIMO_SIGILLATO_Q", "from the end, to the first believed" },
	{ "DA_SIGILLARE_Q", "from the end, to the first believed" },
	{ "DA_SIGILLARE_N", "from the end, to the first believed" },
	{ "TESTE", "verifica reads all" },
	{ "MOSSE", "as many as one batch of acts" },
	{ "MOSSE_FATTE", "as many as one batch of acts" },
	{ "MOSSE_TOGLI", "as many as one batch of acts" },
	{ "RICERCA_VOCE", "the first term from a point of the index on" },
	{ "TESTO_VOCE", "the first term from a point of the index on" },
	{ "CONTENUTO_AL", "the registrations of one fascicolo, found first" },
	{ "REPERTORI", "a handful" },
	{ "IMPORTAZIONI", "a handful" },
	{ "CORRISPONDENTI", "an address book of bodies" },
	{ "TIPI", "the few types a body has adopted" },
	{ "MODELLI", "the few models a body has adopted" },
	{ "ULTIMO_ORDINARIO", "the last row but for confirmations: LIMIT 1" },
	{ "FIDUCIE", "a handful" },
	{ "FIDUCIA_FINE_Q", "a handful" },
	{ "FIDUCIA_FINE_N", "a handful" },
	{ "CHIAVI_VISTE", "the keys of the people of an office" },
	{ "UTENTI_RUOLI", "the people of an office" },
	{ "UTENTI_VISTI", "the people of an office" },
	{ "PERSONA_LOGIN", "the people of an office" },
	{ "UFFICI", "the offices of a body" },
	{ "DELEGHE_VISTE", "the newest: LIMIT 500 from the end" },
	{ "UTENTI_ATTIVI", "the people of an office" },
	{ "UFFICI_NOMI", "the offices of a body" },
	{ "STRAORDINARI_Q", "those nobody has noted yet" },
	{ "STRAORDINARI_N", "those nobody has noted yet" },
	{ "IND_OPERATORI", "as many as the people of an office" },
	{ "LIBRO_RICALCOLA_TUTTO", "when a body adopts its rules, seldom" },
	{ "VOCE_NOTA", "the titolari a body has had" },
	{ "CLASSI_IN_USO", "when a body adopts its massimario, seldom" },
	{ "UTENTE_LOGIN_TOGLI", "as many as the people of an office" },
	{ "ESPUNZIONI_SOSPESE", "what was ever erased: only when it is ended" },
	{ "POSTO_SCATTO", "the schema" },
	{ "ESPUNTO_QUALCOSA", "one row: LIMIT 1" },
	{ "SCARTO_ELENCHI", "the lists a body has made, one or two a year" },
	{ "SCARTO_TERMINI", "the lists a body has made, one or two a year" },
	{ "SCARTI_SCRIVANIA", "the lists a body has made, one or two a year" },
	{ "SCARTI_SCRIVANIA_N", "the lists a body has made, one or two a year" },
	{ "VERSAMENTI", "the newest: LIMIT 21 from the end" },
	{ "RIFIUTATE_Q", "what was refused, and stays so: few: an index of its own" },
	{ "RIFIUTATE_N", "what was refused, and stays so: few: an index of its own" },
	{ "SENZA_RAPPORTO_Q", "what has no report yet: an index of its own" },
	{ "SENZA_RAPPORTO_N", "what has no report yet: an index of its own" },
	{ "GIORNI_DA_VERSARE", "the sealed days that wait, a few" },
	{ "GIORNI_CHE_ASPETTANO", "the sealed days that wait, a few" },
	{ "GIORNI_RITARDO", "the sealed days that wait, a few" },
	{ "GIORNI_RITARDO_N", "the sealed days that wait, a few" },
	{ "ALTRI_ENTI", "the bodies an office deals with" },
};

static bool seen[NELEM(whole)];

static bool
allowed(const char *query)
{
	size_t i;

	for (i = 0; i < NELEM(whole); i++)
		if (strcmp(whole[i].query, query) == 0)
			return seen[i] = true;
	return false;
}

/* Rows a statement has just found, few by its own LIMIT or, mio, the ambiti of
 * one user, or, quali, the folders of the acts behind one, or, dentro, the
 * registrations of one case: not a table. */
static bool
own_rows(const char *scan)
{
	static const char *const names[] = {
		"SCAN prime", "SCAN una", "SCAN mio", "SCAN quali",
		"SCAN dentro", "SCAN (subquery-",
	};
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strncmp(scan, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

static void
no_statement_reads_a_table_whole(void **state)
{
	struct esperimento *p = *state;
	AUTO_BUF b = { 0 };
	char *line, *next, *tab, *full;
	int n = 0;
	size_t i;

	if (registro_piani(&b, p->r) != 0)
		fail_msg("%s", err_msg());
	for (line = b.data; *line != '\0'; line = next, n++) {
		next = strchr(line, '\n');
		*next++ = '\0';
		tab = strchr(line, '\t');
		*tab++ = '\0';
		/* an index made for the occasion reads the table too */
		if (strncmp(tab, "SCAN ", 5) != 0 &&
		    strstr(tab, "AUTOMATIC") == NULL)
			continue;
		/* of the full text only what a query finds (M) */
		if ((full = strstr(tab, "VIRTUAL TABLE INDEX ")) != NULL &&
		    strchr(full + 20, 'M') != NULL)
			continue;
		if (strcmp(tab, "SCAN CONSTANT ROW") != 0 && !own_rows(tab) &&
		    !allowed(line))
			fail_msg("%s: %s", line, tab);
	}
	assert_true(n > 80);
	for (i = 0; i < NELEM(whole); i++)
		if (!seen[i])
			fail_msg("%s no longer does", whole[i].query);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(numbers_have_no_gap), T(the_chain),
		T(permission_is_in_the_query), T(hidden_is_absent), T(people),
		T(heads_and_moves), T(savepoints), T(two_registers),
		T(no_statement_reads_a_table_whole),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

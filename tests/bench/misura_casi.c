/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misura_casi STORE [CARTELLA] - what it costs to work on the cases of a store
 * that casi made: to open a cartella, to read its diary, to write in it, to
 * see what waits, to look for a person while the name is typed, to look for
 * words; through the runner and, when the program is given, as a process.
 * `as` is whoever answers for the case that is drawn, of all; `coord` has one
 * office in thirty, `nulla` has no case and is shown nothing.
 */
#include "misurare.h"
#include "numeri.h"

enum { APRE, DOCUMENTO, DIARIO, STORIA, ANNOTA, SCRIVANIA, TERMINI, PERSONE,
	PERSONE_NOME, TROVA_COMUNE, TROVA_RARA, TROVA_DUE, TIPI };

static const struct {
	const char *nome, *atto;
} tipi[TIPI] = {
	[APRE] = { "apre una cartella", "mostra" },
	[DOCUMENTO] = { "un documento", "mostra" },
	[DIARIO] = { "il diario", "diario" },
	[STORIA] = { "la storia", "storia" },
	[ANNOTA] = { "annota", "annota" },
	[SCRIVANIA] = { "scrivania", "scrivania" },
	[TERMINI] = { "termini", "termini" },
	[PERSONE] = { "persone: un inizio", "persone" },
	[PERSONE_NOME] = { "persone: nome e cognome", "persone" },
	[TROVA_COMUNE] = { "trova: parola comune", "trova" },
	[TROVA_RARA] = { "trova: parola rara", "trova" },
	[TROVA_DUE] = { "trova: due parole", "trova" },
};

struct banco {
	struct store *st;
	const char *dir, *program;
	uint64_t caso;
	struct numeri q;
};

static unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

/* ---- what is asked ---- */

/* One of all for `as`, one of his for who has an office. */
static int
some_case(struct banco *b, const char *utente)
{
	int i = (int)draw(b, (unsigned)b->q.n);

	if (strcmp(utente, "coord") == 0)
		i = i / UFFICI * UFFICI + 6;
	return i < b->q.n ? i : 6;
}

static const char *
words(struct banco *b, struct arena *a, int n)
{
	const char *s = "";

	while (n-- > 0)
		s = arena_printf(a, "%s%s%s", s, *s ? " " : "",
		    comuni[draw(b, NELEM(comuni))]);
	return s;
}

static const char *
looked_for(struct banco *b, struct arena *a, int tipo)
{
	const char *nome = surname(a, surname_draw(&b->caso));

	switch (tipo) {
	case PERSONE:
		return arena_strndup(a, nome, 3 + draw(b, 4));
	case PERSONE_NOME:
		return arena_printf(a, "%s g", nome);
	case TROVA_RARA:
		return nome;
	default:
		return words(b, a, tipo == TROVA_DUE ? 2 : 1);
	}
}

static void
ask(struct domanda *d, struct banco *b, struct arena *a, int tipo,
    const char *utente)
{
	int i = some_case(b, utente);

	if (strcmp(utente, "as") == 0)
		utente = numeri_assistente(a, i);
	*d = (struct domanda){ .atto = tipi[tipo].atto, .utente = utente,
	    .nascosta = tipo < ANNOTA && strcmp(utente, "nulla") == 0 };
	switch (tipo) {
	case APRE:
	case DOCUMENTO:
	case STORIA:
	case DIARIO:
		field(d, "riferimento", numeri_cartella(a, &b->q, i));
		if (tipo == DOCUMENTO)
			field(d, "documento", "scheda.xml");
		break;
	case ANNOTA:
		field(d, "cartella", numeri_cartella(a, &b->q, i));
		field(d, "tipo", "colloquio");
		field(d, "testo", words(b, a, 40));
		break;
	case PERSONE:
	case PERSONE_NOME:
		field(d, "cercato", looked_for(b, a, tipo));
		break;
	case TROVA_COMUNE:
	case TROVA_RARA:
	case TROVA_DUE:
		field(d, "parole", looked_for(b, a, tipo));
		break;
	}
}

/* ---- measures ---- */

static void
measure(struct banco *b, int tipo, const char *utente, bool process)
{
	struct cifre c = { 0 };
	int i, n = process ? PROCESSI : PROVE;

	for (i = -5; i < n; i++) {	/* the first ones warm up */
		AUTO(arena) a = arena_new();
		struct domanda d;

		ask(&d, b, a, tipo, utente);
		if (i <= 0)
			c = (struct cifre){ 0 };
		if (process)
			ask_process(&c, b->program, b->dir, &d);
		else
			ask_once(&c, b->st, &d);
	}
	print(&c, tipi[tipo].nome, utente);
}

int
main(int argc, char **argv)
{
	static const struct {
		int tipo;
		const char *utente;
	} list[] = {
		{ APRE, "as" }, { APRE, "coord" }, { APRE, "nulla" },
		{ DOCUMENTO, "as" }, { DIARIO, "as" }, { DIARIO, "coord" },
		{ STORIA, "as" }, { ANNOTA, "as" }, { SCRIVANIA, "as" },
		{ SCRIVANIA, "coord" }, { SCRIVANIA, "nulla" },
		{ TERMINI, "as" }, { TERMINI, "coord" }, { PERSONE, "as" },
		{ PERSONE, "coord" }, { PERSONE, "nulla" },
		{ PERSONE_NOME, "as" }, { PERSONE_NOME, "coord" },
		{ TROVA_COMUNE, "as" }, { TROVA_COMUNE, "coord" },
		{ TROVA_COMUNE, "nulla" }, { TROVA_RARA, "as" },
		{ TROVA_RARA, "coord" }, { TROVA_RARA, "nulla" },
		{ TROVA_DUE, "as" }, { TROVA_DUE, "coord" },
	};
	struct banco b = { .caso = 7 };
	size_t i;

	if (argc < 2)
		return 2;
	xml_init();
	b.dir = argv[1];
	b.program = argc > 2 ? argv[2] : NULL;
	if (store_open(&b.st, b.dir, 0) != 0 ||
	    numeri_read(&b.q, b.st) != 0) {
		fprintf(stderr, "misura_casi: %s\n", err_msg());
		return 1;
	}
	for (i = 0; i < NELEM(list); i++)
		if (atto_find(tipi[list[i].tipo].atto) != NULL)
			measure(&b, list[i].tipo, list[i].utente, false);
	printf("  memoria di questo processo: %ld MB\n",
	    resident_most() / 1024);
	store_close(b.st);
	for (i = 0; i < NELEM(list) && b.program != NULL; i++)
		if (atto_find(tipi[list[i].tipo].atto) != NULL)
			measure(&b, list[i].tipo, list[i].utente, true);
	return 0;
}

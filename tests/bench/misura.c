/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misura STORE N [CARTELLA] - what each kind of reading costs in a store that
 * importa made, through the runner (permission, query, row of the read log,
 * tree of the answer) and, when the program is given, as a process.  The
 * office of amm and coord has fifty registrations to take in charge; for coord
 * one in forty of the whole register is in charge and still to be assigned.
 */
#include "misurare.h"

#define ANNI 5

enum { MOSTRA, RARA, COMUNE, NOME_ANNO, ELENCO, ELENCO_IERI, SCRIVANIA, TIPI };

struct banco {
	struct store *st;
	const char *dir, *program;
	uint64_t caso;
	int n;
	int64_t oggi;		/* noon of today, UTC */
};

static const char *const tipi[TIPI] = {
	[MOSTRA] = "numero esatto", [RARA] = "cerca: parola rara",
	[COMUNE] = "cerca: parola comune", [NOME_ANNO] = "cerca: nome e anno",
	[ELENCO] = "elenco di un giorno", [ELENCO_IERI] = "elenco di ieri",
	[SCRIVANIA] = "scrivania",
};

static unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

static const char *
some_day(struct banco *b, struct arena *a, int back)
{
	char day[GIORNO_LEN + 1];

	clock_day(day, b->oggi - (int64_t)back * 86400);
	return arena_strdup(a, day);
}

/* A whole year behind: numbers up to a tenth of N are surely there. */
static void
ask(struct domanda *d, struct banco *b, struct arena *a, int tipo,
    const char *utente)
{
	int anno = clock_year(b->oggi) - 1 - (int)draw(b, ANNI - 1);

	*d = (struct domanda){ .atto = "cerca", .utente = utente };
	switch (tipo) {
	case MOSTRA:
		d->atto = "mostra";
		field(d, "riferimento", arena_printf(a, "%07u/%d",
		    1 + draw(b, (unsigned)b->n / 10), anno));
		break;
	case RARA:
		field(d, "parole", arena_printf(a, "rif%07u",
		    draw(b, (unsigned)b->n)));
		break;
	case COMUNE:
		field(d, "parole", comuni[draw(b, NELEM(comuni))]);
		break;
	case NOME_ANNO:
		field(d, "corrispondente", surname(a, surname_draw(&b->caso)));
		field(d, "anno", arena_printf(a, "%d", anno));
		break;
	case ELENCO:
	case ELENCO_IERI:
		d->atto = "elenco";
		field(d, "giorno", some_day(b, a, tipo == ELENCO_IERI ? 1 :
		    2 + (int)draw(b, ANNI * 365 - 10)));
		break;
	case SCRIVANIA:
		d->atto = "scrivania";
		break;
	}
}

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
	print(&c, tipi[tipo], utente);
}

int
main(int argc, char **argv)
{
	static const struct {
		int tipo;
		const char *utente;
	} list[] = {
		{ MOSTRA, "prot1" }, { RARA, "prot1" }, { COMUNE, "prot1" },
		{ NOME_ANNO, "prot1" }, { ELENCO, "prot1" },
		{ ELENCO_IERI, "prot1" }, { RARA, "as07" },
		{ COMUNE, "as07" }, { SCRIVANIA, "prot1" },
		{ SCRIVANIA, "amm" }, { SCRIVANIA, "coord" },
	};
	struct banco b = { .caso = 7 };
	size_t i;

	if (argc < 3 || (b.n = (int)strtol(argv[2], NULL, 10)) < 100)
		return 2;
	xml_init();
	b.dir = argv[1];
	b.program = argc > 3 ? argv[3] : NULL;
	b.oggi = clock_now() / 86400 * 86400 + 43200;
	if (store_open(&b.st, b.dir, 0) != 0) {
		fprintf(stderr, "misura: %s\n", err_msg());
		return 1;
	}
	for (i = 0; i < NELEM(list); i++)
		measure(&b, list[i].tipo, list[i].utente, false);
	for (i = 0; i < NELEM(list) && b.program != NULL; i++)
		measure(&b, list[i].tipo, list[i].utente, true);
	store_close(b.st);
	return 0;
}

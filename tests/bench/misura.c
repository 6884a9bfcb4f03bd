/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * misura STORE N [CARTELLA] - what reading costs in a store that importa made:
 * p50 and p99 in milliseconds of each kind of reading, in this process through
 * the runner (permission, query, row of the read log, tree of the answer) and,
 * when the program is given, as a process of its own from fork to exit.  The
 * office of amm and coord has fifty registrations to take in charge; for coord
 * one in forty of the whole register is in charge and still to be assigned.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "xml/xml.h"
#include "parole.h"

#define PROVE 500		/* readings of a kind through the runner */
#define PROCESSI 50		/* and as processes */
#define ANNI 5

enum { MOSTRA, RARA, COMUNE, NOME_ANNO, ELENCO, ELENCO_IERI, SCRIVANIA, TIPI };

struct banco {
	struct store *st;
	const char *dir, *program;
	uint64_t caso;
	int n;
	int64_t oggi;		/* noon of today, UTC */
};

struct domanda {		/* what is asked, in istanza and command line */
	const char *atto, *utente;
	const char *campo[2], *valore[2];
	int n;
};

static const char *const tipi[TIPI] = {
	[MOSTRA] = "numero esatto", [RARA] = "cerca: parola di una sola",
	[COMUNE] = "cerca: parola comune", [NOME_ANNO] = "cerca: nome e anno",
	[ELENCO] = "elenco di un giorno", [ELENCO_IERI] = "elenco di ieri",
	[SCRIVANIA] = "scrivania",
};

static unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

static void
field(struct domanda *d, const char *campo, const char *valore)
{
	d->campo[d->n] = campo;
	d->valore[d->n++] = valore;
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

/* ---- asking ---- */

static void
through_runner(struct banco *b, const struct domanda *d)
{
	AUTO(arena) a = arena_new();
	struct nodo *root = nodo_new(a, "istanza"), *in;
	AUTO(op) op = NULL;
	char id[ID_LEN + 1];
	int i;

	random_id(id);
	nodo_set(a, root, "atto", d->atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	in = nodo_elem(a, root, d->atto);
	for (i = 0; i < d->n; i++)
		nodo_elem_text(a, in, d->campo[i], d->valore[i]);
	op = op_new(b->st, atto_find(d->atto), root, d->utente, NULL);
	if (runner_esegui(op) != 0 || op->stato != OP_FATTO) {
		fprintf(stderr, "misura: %s %s: %s\n", d->atto,
		    d->n > 0 ? d->valore[0] : "", err_msg());
		exit(1);
	}
}

static void
child(struct banco *b, const struct domanda *d)
{
	const char *argv[16] = { b->program, "--store", b->dir, "--come",
	    d->utente, d->atto };
	int i, n = 6, null = open("/dev/null", O_WRONLY);

	for (i = 0; i < d->n; i++) {
		/* mostra has its only field as an argument */
		if (strcmp(d->campo[i], "riferimento") != 0 &&
		    asprintf((char **)&argv[n++], "--%s", d->campo[i]) < 0)
			abort();
		argv[n++] = d->valore[i];
	}
	if (dup2(null, 1) != 1)
		abort();
	execv(b->program, (char **)argv);
	_exit(127);
}

static void
as_process(struct banco *b, const struct domanda *d)
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		child(b, d);
	if (waitpid(pid, &status, 0) != pid || status != 0) {
		fprintf(stderr, "misura: %s: stato %d\n", d->atto, status);
		exit(1);
	}
}

/* ---- figures ---- */

static int
compare(const void *x, const void *y)
{
	const double *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

static void
measure(struct banco *b, int tipo, const char *utente,
    void (*how)(struct banco *, const struct domanda *), int n)
{
	double ms[PROVE];
	int i;

	for (i = -5; i < n; i++) {	/* the first ones warm up */
		AUTO(arena) a = arena_new();
		struct domanda d;
		int64_t start;

		ask(&d, b, a, tipo, utente);
		start = clock_mono();
		how(b, &d);
		if (i >= 0)
			ms[i] = (double)(clock_mono() - start) / 1e6;
	}
	qsort(ms, (size_t)n, sizeof ms[0], compare);
	printf("  %-27s %-6s %-9s p50 %7.2f  p99 %7.2f\n", tipi[tipo], utente,
	    how == as_process ? "processo" : "runner", ms[n / 2],
	    ms[n * 99 / 100]);
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
		measure(&b, list[i].tipo, list[i].utente, through_runner,
		    PROVE);
	for (i = 0; i < NELEM(list) && b.program != NULL; i++)
		measure(&b, list[i].tipo, list[i].utente, as_process,
		    PROCESSI);
	store_close(b.st);
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lunga STORE ATTI - the first cartella of a store that casi made is written
 * in, act after act, until it has ATTI of them; then what one entry more costs
 * there is held against one more in another, by turns, each time another one.
 * Before each the store is opened afresh and a third cartella is written in:
 * a process that is at work meets both for the first time.
 */
#include "misurare.h"
#include "numeri.h"

struct banco {
	struct store *st;
	const char *dir;
	uint64_t caso;
	struct numeri q;
};

static void
must(int e)
{
	if (e == 0)
		return;
	fprintf(stderr, "lunga: %s\n", err_msg());
	exit(1);
}

static void
write_in(struct cifre *c, struct banco *b, int i)
{
	AUTO(arena) a = arena_new();
	struct domanda d = { .atto = "annota",
	    .utente = numeri_assistente(a, i) };
	const char *s = "";
	int k;

	for (k = 0; k < 40; k++)
		s = arena_printf(a, "%s %s", s,
		    comuni[draw_from(&b->caso, NELEM(comuni))]);
	field(&d, "cartella", numeri_cartella(a, &b->q, i));
	field(&d, "tipo", "colloquio");
	field(&d, "testo", s + 1);
	ask_once(c, b->st, &d);
}

/* Again a process that has written, but not there. */
static void
afresh(struct banco *b, struct cifre *none)
{
	store_close(b->st);
	must(store_open(&b->st, b->dir, 0));
	none->n = 0;
	write_in(none, b, b->q.n - 1);
}

int
main(int argc, char **argv)
{
	static struct cifre none, una, altre;
	struct banco b = { .caso = 3 };
	int i, atti;

	if (argc != 3 || (atti = (int)strtol(argv[2], NULL, 10)) < 1)
		return 2;
	xml_init();
	b.dir = argv[1];
	must(store_open(&b.st, b.dir, 0));
	must(numeri_read(&b.q, b.st));
	if (b.q.n < 10)
		return 2;
	for (i = 0; i < atti; i++) {
		none.n = 0;
		write_in(&none, &b, 0);
	}
	for (i = 1; i < b.q.n - 1 && i <= PROVE; i++) {
		afresh(&b, &none);
		write_in(&altre, &b, i);
		afresh(&b, &none);
		write_in(&una, &b, 0);
	}
	print(&altre, "annota in una breve", "as");
	print(&una, "annota in una lunga", "as");
	printf("  una voce di più dopo %d atti: x%.2f (p50 del processore)\n",
	    atti, una.cpu[una.n / 2] / altre.cpu[altre.n / 2]);
	store_close(b.st);
	return 0;
}

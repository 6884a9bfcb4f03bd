/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * anni.c - an office that works for years, day by day, with its clock moved by
 * hand: registrations, reads, holidays, new years, summer time, clocks that go
 * back and that leap.
 *
 *	anni STORE USER CHIEF FIRST LAST
 *
 * USER registers, CHIEF (responsabile-protocollo) confirms the time.  Days are
 * "2027-01-01".  Whatever must be refused and is not, or the other way round,
 * is said on stderr, and the exit is 1.  Prints what it did, a word and a
 * count a line.  Only in test builds, whose clock can be moved.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define GIORNO 86400

struct ufficio {
	struct store *st;
	const char *user, *chief;
	int registrate, letture, rifiutate, confermate, giorni, sbagli;
};

static void
wrong(struct ufficio *u, const char *what)
{
	fprintf(stderr, "%s: %s\n", getenv("CARTELLA_ORA"), what);
	u->sbagli++;
}

static void
clock_at(const char *ora)
{
	if (setenv("CARTELLA_ORA", ora, 1) != 0)
		exit(2);
}

/* The moment `seconds` behind the midnight that begins a day, as the clock on
 * the wall says it. */
static int64_t
moment(const char *day, int seconds)
{
	char text[ORA_LEN + 1];
	int64_t t;

	snprintf(text, sizeof text, "%.10sT12:00:00+01:00", day);
	if (clock_parse(&t, text) != 0)
		exit(2);
	t -= 12 * 3600;			/* winter time */
	t += seconds;
	return t - (clock_offset(t) - 3600);
}

static void
clock_of(int64_t t)
{
	char text[ORA_LEN + 1];

	clock_iso(text, t);
	clock_at(text);
}

/* ---- acts ---- */

static struct nodo *
istanza(struct arena *a, const char *atto, struct nodo **in)
{
	struct nodo *root = nodo_new(a, "istanza"), *c;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	c = nodo_elem(a, nodo_elem(a, root, "conferme"), "conferma");
	nodo_set(a, c, "codice", "senza-documento");
	*in = nodo_elem(a, root, atto);
	return root;
}

/* Was it done?  Prints nothing: the caller knows what ought to be. */
static bool
act(struct ufficio *u, const char *atto, const char *who,
    const struct nodo *root)
{
	AUTO(op) op = op_new(u->st, atto_find(atto), root, who, NULL);
	int r = runner_esegui(op);
	bool done = r == 0 && op->stato == OP_FATTO;

	if (r != 0 && r != ERR_INVALID)
		wrong(u, err_msg());
	err_clear();
	return done;
}

static bool
try_register(struct ufficio *u)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(a, "registra", &in);
	bool out = u->registrate % 3 == 2;

	nodo_elem_text(a, in, "flusso", out ? "uscita" : "entrata");
	nodo_elem_printf(a, in, "oggetto", "lettera n. %d", u->registrate + 1);
	nodo_elem_text(a, nodo_elem(a, in, out ? "destinatario" : "mittente"),
	    "denominazione", "Scuola di Prova");
	nodo_elem_text(a, in, "classifica", "VII/9");
	return act(u, "registra", u->user, root);
}

static void
registers(struct ufficio *u)
{
	if (!try_register(u))
		wrong(u, "non si registra");
	else
		u->registrate++;
}

static void
refuses(struct ufficio *u)
{
	if (try_register(u)) {
		wrong(u, "si registra, e non si doveva");
		u->registrate++;
	}
	u->rifiutate++;
}

static bool
try_confirm(struct ufficio *u)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(a, "conferma-ora", &in);

	nodo_elem_text(a, in, "ora", getenv("CARTELLA_ORA"));
	nodo_elem_text(a, in, "motivo", "orologio controllato");
	return act(u, "conferma-ora", u->chief, root);
}

static void
confirms(struct ufficio *u)
{
	if (!try_confirm(u))
		wrong(u, "l'ora non si conferma");
	u->confermate++;
}

static void
does_not_confirm(struct ufficio *u)
{
	if (try_confirm(u))
		wrong(u, "l'ora si conferma, e non si doveva");
	u->rifiutate++;
}

static void
reads(struct ufficio *u)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(a, "mostra", &in);

	nodo_elem_printf(a, in, "riferimento", "0000001/%.4s",
	    getenv("CARTELLA_ORA"));
	/* what is not there is asked for as well: it leaves its row */
	act(u, "mostra", u->chief, root);
	u->letture++;
}

/* ---- what days are like ---- */

static bool
ends(const char *day, const char *end)
{
	return strcmp(day + 5, end) == 0;
}

/* Two weeks in August, one day in eleven, and Sundays. */
static bool
is_closed(const char *day, int n)
{
	if (strcmp(day + 5, "08-09") >= 0 && strcmp(day + 5, "08-23") <= 0)
		return true;
	return n % 7 == 0 || n % 11 == 0;
}

/* The closing was longer than the clock may leap. */
static void
come_back(struct ufficio *u, const char *day)
{
	clock_of(moment(day, 8 * 3600));
	refuses(u);
	confirms(u);
	registers(u);
}

/* An hour back is confirmed; yesterday, which is formed, is not. */
static void
go_back(struct ufficio *u, const char *day)
{
	clock_of(moment(day, 14 * 3600));
	registers(u);
	clock_of(moment(day, 13 * 3600));
	refuses(u);
	confirms(u);
	registers(u);
	clock_of(moment(day, 13 * 3600) - GIORNO);
	refuses(u);
	does_not_confirm(u);
}

/* Two years ahead, confirmed by mistake, and taken back before anything is
 * written there. */
static void
leap(struct ufficio *u, const char *day)
{
	clock_of(moment(day, 15 * 3600) + (int64_t)730 * GIORNO);
	refuses(u);
	confirms(u);
	clock_of(moment(day, 15 * 3600 + 60));
	refuses(u);
	confirms(u);
	registers(u);
}

/* The hours that summer time takes away and gives twice. */
static void
summer_time(struct ufficio *u, const char *day)
{
	int64_t night = moment(day, 3600);	/* one o'clock */

	if (clock_offset(night) == clock_offset(night + 4 * 3600))
		return;
	clock_of(night + 3599);
	registers(u);
	clock_of(night + 3600 + 1800);	/* half past two, or three */
	registers(u);
	clock_of(night + 2 * 3600 + 1800);
	registers(u);
}

static void
office_day(struct ufficio *u, const char *day, int n)
{
	int i;

	for (i = 0; i <= n % 4; i++) {
		clock_of(moment(day, (9 + i) * 3600 + n % 3600));
		registers(u);
	}
	if (n % 4 == 0)
		reads(u);
	if (ends(day, "03-15") || ends(day, "09-15"))
		go_back(u, day);
	if (ends(day, "05-20") || ends(day, "12-10"))
		leap(u, day);
}

static void
one_day(struct ufficio *u, const char *day, int n)
{
	if (ends(day, "01-01")) {
		clock_of(moment(day, 0));
		registers(u);
	}
	summer_time(u, day);
	if (ends(day, "08-24"))
		come_back(u, day);
	if (!is_closed(day, n) || ends(day, "02-29"))
		office_day(u, day, n);
	if (ends(day, "12-31")) {
		clock_of(moment(day, GIORNO - 1));
		registers(u);
	}
	u->giorni++;
}

int
main(int argc, char **argv)
{
	struct ufficio u = { 0 };
	AUTO(store) st = NULL;
	char day[GIORNO_LEN + 1];
	int n;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc != 6 || !clock_day_valid(argv[4]) ||
	    !clock_day_valid(argv[5])) {
		fprintf(stderr, "uso: anni STORE USER CHIEF FIRST LAST\n");
		return 2;
	}
	umask(077);
	xml_init();
	if (store_open(&st, argv[1], 0) != 0) {
		fprintf(stderr, "anni: %s\n", err_msg());
		return 2;
	}
	u.st = st;
	u.user = argv[2];
	u.chief = argv[3];
	memcpy(day, argv[4], sizeof day);
	for (n = 0; strcmp(day, argv[5]) <= 0; n++) {
		one_day(&u, day, n + 1);
		clock_day_after(day, day);
	}
	printf("giorni %d\nregistrate %d\nletture %d\nrifiutate %d\n"
	    "confermate %d\nsbagli %d\n", u.giorni, u.registrate, u.letture,
	    u.rifiutate, u.confermate, u.sbagli);
	return u.sbagli != 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trasferimenti.c - what can happen to cases between two bodies, step by step,
 * with what trasferimento_passo says comes of it; to be done again with two
 * real stores (tests/cli/trasferimento-casi.t).
 *
 *	trasferimenti SEED STEPS
 *
 * Two bodies, a and b; case 1 is a's and case 2 is b's.  Each line:
 * WHO WHAT ARG OTHER HOW RESULT
 *	a offri CASE TRANSFER	a ritira|rilascia CASE TRANSFER
 *	a accetta|rifiuta TRANSFER -
 *	a consegna TRANSFER MESSAGE	what is due goes into a file
 *	a arriva MESSAGE TRANSFER	it is delivered: never, late, twice
 * HOW: intero; prima, dopo: the process dies before or behind COMMIT.  RESULT:
 * the state of that transfer at WHO afterwards, or no: it is refused.  Then
 * "= CASE a|b|-": who owns each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "documenti/trasferimento.h"

#define OGGI "2026-11-20"
#define SCADE "2026-12-20"
#define CASI 2
#define MAX 64

static const char *const ente[] = { "c_x000", "c_x001" };

struct viaggio {		/* a transfer */
	char id[8], pacchetto[8], finale[8];
	int caso, da;
};

struct messaggio {
	enum tr_messaggio tipo;
	int viaggio, a;
};

static struct viaggio viaggi[MAX];
static struct messaggio messaggi[MAX];
static int n_viaggi, n_messaggi, detti;
static struct tr_lato lati[2][MAX];
static bool nostra[2][CASI], avuta[2][CASI];
static const char *const caso_id[] = { "1", "2" };
static unsigned long long seme;

static unsigned
pick(unsigned n)
{
	seme ^= seme << 13;
	seme ^= seme >> 7;
	seme ^= seme << 17;
	return (unsigned)(seme >> 11) % n;
}

static struct tr_lettera
letter(int v, enum tr_messaggio tipo)
{
	const struct viaggio *x = &viaggi[v];

	return (struct tr_lettera){ .tipo = tipo, .id = x->id,
	    .caso = caso_id[x->caso], .da = ente[x->da],
	    .a = ente[1 - x->da], .pacchetto = x->pacchetto,
	    .finale = tipo == TR_M_RILASCIO ? x->finale : NULL,
	    .scade = tipo == TR_M_OFFERTA ? SCADE : NULL };
}

/* The transfer of that case which waits at this side; -1. */
static int
waiting(int chi, int caso)
{
	int v;

	for (v = 0; v < n_viaggi; v++)
		if (viaggi[v].caso == caso &&
		    (lati[chi][v].stato == TR_OFFERTA ||
		    lati[chi][v].stato == TR_ACCETTATA))
			return v;
	return -1;
}

static struct tr_esito
step(int chi, int v, enum tr_evento evento, const struct tr_lettera *m,
    const char *pacchetto)
{
	int caso = viaggi[v].caso, other = waiting(chi, caso);
	const struct tr_fatto f = { .evento = evento, .lettera = m,
	    .noi = ente[chi], .firmatario = ente[1 - chi],
	    .pacchetto = pacchetto, .oggi = OGGI,
	    .in_carico = nostra[chi][caso],
	    .altra_offerta = other >= 0 && other != v };

	return trasferimento_passo(&lati[chi][v], &f);
}

static const char *
how(bool done)
{
	unsigned x = done ? pick(8) : 7;

	return x == 0 ? "prima" : x == 1 ? "dopo" : "intero";
}

/* Says it, and does it unless the process dies too early. */
static void
say(int chi, const char *che, const char *arg, const char *other, int v,
    const struct tr_esito *e)
{
	bool same = e->rifiutato || (v >= 0 &&
	    e->dopo.stato == lati[chi][v].stato);
	const char *come = how(!same);

	/* a refusal changes nothing: some of them are enough */
	if (same && pick(4) != 0)
		return;
	detti++;
	if (!same && strcmp(come, "prima") != 0) {
		lati[chi][v] = e->dopo;
		if (e->effetto != TR_RESTA) {
			nostra[chi][viaggi[v].caso] =
			    e->effetto == TR_PRENDE;
			avuta[chi][viaggi[v].caso] = true;
		}
		printf("%c %s %s %s %s %s\n", "ab"[chi], che, arg, other,
		    come, tr_stato_nome(e->dopo.stato));
	} else {
		printf("%c %s %s %s %s %s\n", "ab"[chi], che, arg, other,
		    come, same ? "no" : tr_stato_nome(lati[chi][v].stato));
	}
}

/* ---- what can be tried ---- */

static void
offer(int chi, int caso)
{
	struct viaggio *x = &viaggi[n_viaggi];
	struct tr_lettera m;
	struct tr_esito e;
	char c[2] = { "12"[caso], 0 };

	if (!avuta[chi][caso] || n_viaggi == MAX - 1)
		return;
	x->caso = caso;
	x->da = chi;
	snprintf(x->id, sizeof x->id, "t%d", n_viaggi);
	snprintf(x->pacchetto, sizeof x->pacchetto, "p%d", n_viaggi);
	snprintf(x->finale, sizeof x->finale, "f%d", n_viaggi);
	m = letter(n_viaggi, TR_M_OFFERTA);
	e = step(chi, n_viaggi, TR_OFFRI, &m, m.pacchetto);
	say(chi, "offri", c, x->id, n_viaggi, &e);
	if (lati[chi][n_viaggi].stato != TR_NESSUNO)
		n_viaggi++;
}

static void
of_case(int chi, int caso, const char *che, enum tr_evento evento)
{
	struct tr_esito none = { .rifiutato = true }, e;
	char c[2] = { "12"[caso], 0 };
	int v = waiting(chi, caso);

	if (!avuta[chi][caso])
		return;
	e = v < 0 ? none : step(chi, v, evento, NULL, viaggi[v].finale);
	say(chi, che, c, v < 0 ? "-" : viaggi[v].id, v, &e);
}

static void
of_transfer(int chi, int v, const char *che, enum tr_evento evento)
{
	struct tr_esito e;

	if (lati[chi][v].stato == TR_NESSUNO)
		return;
	e = step(chi, v, evento, NULL, NULL);
	say(chi, che, viaggi[v].id, "-", v, &e);
}

static void
hand_over(int chi, int v)
{
	struct tr_esito e;

	if (lati[chi][v].stato == TR_NESSUNO || n_messaggi == MAX)
		return;
	e = step(chi, v, TR_RIPETI, NULL, NULL);
	if (e.rifiutato && pick(4) != 0)
		return;
	detti++;
	printf("%c consegna %s m%d intero %s\n", "ab"[chi], viaggi[v].id,
	    n_messaggi, e.rifiutato ? "no" : "si");
	if (!e.rifiutato)
		messaggi[n_messaggi++] = (struct messaggio){ e.manda, v,
		    1 - chi };
}

static void
deliver(int i)
{
	const struct messaggio *x = &messaggi[i];
	struct tr_lettera m = letter(x->viaggio, x->tipo);
	struct tr_esito e;
	char nome[8];

	e = step(x->a, x->viaggio, TR_E_OFFERTA + ((int)x->tipo -
	    (int)TR_M_OFFERTA), &m, x->tipo == TR_M_RILASCIO ? m.finale :
	    m.pacchetto);
	snprintf(nome, sizeof nome, "m%d", i);
	say(x->a, "arriva", nome, viaggi[x->viaggio].id, x->viaggio, &e);
}

/* A decision or a message; what was just decided mostly goes out, and what goes
 * out mostly arrives: else nothing would ever come of it. */
static void
something(void)
{
	int chi = (int)pick(2), caso = (int)pick(CASI);
	int v = n_viaggi > 0 ? (int)pick((unsigned)n_viaggi) : -1;

	switch (pick(n_messaggi > 0 ? 14 : v >= 0 ? 9 : 1)) {
	case 0:
		offer(chi, caso);
		break;
	case 1:
		of_case(chi, caso, "ritira", TR_RITIRA);
		break;
	case 2: case 3:
		of_case(viaggi[v].da, viaggi[v].caso, "rilascia",
		    TR_RILASCIA);
		break;
	case 4: case 5:
		of_transfer(1 - viaggi[v].da, v, "accetta", TR_ACCETTA);
		break;
	case 6:
		of_transfer(1 - viaggi[v].da, v, "rifiuta", TR_RIFIUTA);
		break;
	case 7: case 8:
		hand_over(chi, v);
		break;
	case 9:
		deliver((int)pick((unsigned)n_messaggi));
		break;
	default:
		deliver(n_messaggi - 1);
	}
}

/* One transfer of case 1, all of it, with what was lost sent again. */
static void
straight(void)
{
	int v = n_viaggi, chi = nostra[0][0] ? 0 : 1;
	int i;

	offer(chi, 0);
	for (i = 0; i < 3 && n_viaggi > v; i++)
		hand_over(chi, v);
	if (n_messaggi == 0 || n_viaggi == v)
		return;
	deliver(n_messaggi - 1);
	of_transfer(1 - chi, v, "accetta", TR_ACCETTA);
	hand_over(1 - chi, v);
	deliver(n_messaggi - 1);
	of_case(chi, 0, "rilascia", TR_RILASCIA);
	hand_over(chi, v);
	deliver(n_messaggi - 1);
}

static const char *
owner(int caso)
{
	return nostra[0][caso] ? (nostra[1][caso] ? "ab" : "a") :
	    nostra[1][caso] ? "b" : "-";
}

int
main(int argc, char **argv)
{
	int i, steps;

	if (argc != 3)
		return 2;
	seme = strtoull(argv[1], NULL, 10) * 2654435761u + 88172645463325252u;
	steps = (int)strtol(argv[2], NULL, 10);
	nostra[0][0] = avuta[0][0] = true;
	nostra[1][1] = avuta[1][1] = true;
	for (i = 0; i < 20; i++)
		pick(2);
	if (argv[1][strlen(argv[1]) - 1] % 2 == 1)
		straight();
	for (detti = i = 0; detti < steps && i < 1000; i++)
		something();
	for (i = 0; i < CASI; i++)
		printf("= %d - - - %s\n", i + 1, owner(i));
	return 0;
}

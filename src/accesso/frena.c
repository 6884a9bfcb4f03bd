/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/frena.h"

#include "accesso/interno.h"

#define GIORNO (24 * 60 * 60)

struct stato {
	int64_t tentativi, ultimo, fino, taciuti;
};

static int
load(struct stato *out, struct porta *p, const char *chi, int64_t ora)
{
	AUTO_STMT s = NULL;
	int e;

	*out = (struct stato){ 0 };
	if ((e = db_query(&s, p->db, P_FRENO, "s", chi)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 1 && ora - stmt_int(s, 1) < GIORNO)
		*out = (struct stato){ stmt_int(s, 0), stmt_int(s, 1),
		    stmt_int(s, 2), stmt_int(s, 3) };
	return 0;
}

static int64_t
pause_after(int64_t tentativi, int liberi)
{
	int64_t n = tentativi - liberi, wait = FRENA_PRIMA;

	if (n < 0)
		return 0;
	while (n-- > 0 && wait < FRENA_MAX)
		wait *= 2;
	return wait < FRENA_MAX ? wait : FRENA_MAX;
}

/* *fra for the one that waits longest. */
static int
must_wait(int *fra, bool *nuovo, struct porta *p, const struct freno *f,
    int n, int64_t ora)
{
	struct stato x;
	int64_t left;
	int e, i;

	*fra = 0;
	*nuovo = false;
	for (i = 0; i < n; i++) {
		if ((e = load(&x, p, f[i].chi, ora)) != 0)
			return e;
		left = x.fino - ora;
		if (left <= 0)
			continue;
		/* a clock put back makes nobody wait longer */
		if (left > FRENA_MAX)
			left = FRENA_MAX;
		*nuovo |= x.taciuti == 0;
		if (left > *fra)
			*fra = (int)left;
		if ((e = db_run(p->db, P_FRENO_TACE, "s", f[i].chi)) != 0)
			return e;
	}
	return 0;
}

static int
count(struct porta *p, const struct freno *f, int n, int64_t ora)
{
	struct stato x;
	int e, i;

	for (i = 0; i < n; i++) {
		if ((e = load(&x, p, f[i].chi, ora)) != 0 ||
		    (e = db_run(p->db, P_FRENO_METTI, "siii", f[i].chi,
		    x.tentativi + 1, ora,
		    ora + pause_after(x.tentativi + 1, f[i].liberi))) != 0)
			return e;
	}
	return 0;
}

int
frena_prova(int *fra, bool *nuovo, struct porta *p, const struct freno *f,
    int n, int64_t ora)
{
	int e;

	if ((e = db_exec(p->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	if ((e = must_wait(fra, nuovo, p, f, n, ora)) == 0 && *fra == 0)
		e = count(p, f, n, ora);
	return porta_chiudi(p, e);
}

int
frena_riuscita(struct porta *p, const char *chi)
{
	return db_run(p->db, P_FRENO_TOGLI, "s", chi);
}

int
frena_perdona(struct porta *p, const char *chi)
{
	return db_run(p->db, P_FRENO_PERDONA, "s", chi);
}

int
frena_pulisci(struct porta *p, int64_t ora)
{
	return db_run(p->db, P_FRENI_VECCHI, "i", ora - GIORNO);
}

char *
frena_parole(struct arena *a, int secondi)
{
	int m = (secondi + 59) / 60;

	if (secondi < 60)
		return arena_printf(a, secondi == 1 ? "%d secondo" :
		    "%d secondi", secondi);
	return arena_printf(a, m == 1 ? "%d minuto" : "%d minuti", m);
}

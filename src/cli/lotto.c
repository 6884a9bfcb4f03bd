/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lotto.c - mail merge: one letter (`comunica`) for each row of a table.
 *
 * Refuses to send any when one row cannot be sent, unless told to pass over
 * it.  Keeps: each letter is an act of its own, whose istanza has the same id
 * whenever the same row of the same lotto is sent; so a run that was killed
 * and is begun again does what is missing and registers nothing twice.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/chi.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/clock.h"
#include "cli/lotto.h"

#define GUASTI_MAX 5		/* one after the other: something is broken */
#define NS INT64_C(1000000000)

/* ---- what is said ---- */

const char *
lotto_rilievi(struct arena *a, const struct rilievi *ril)
{
	const struct rilievo *x;
	AUTO_BUF b = { 0 };

	for (x = ril->primo; x != NULL; x = x->succ)
		buf_printf(&b, "%s%s: %s%s%s [%s]", b.len > 0 ? "\n" : "",
		    x->grado == ERRORE ? "errore" : "avviso", x->percorso,
		    x->percorso[0] != '\0' ? ": " : "", x->testo, x->codice);
	return arena_strdup(a, buf_str(&b));
}

static int
count(const struct lotto *l, enum lotto_stato stato)
{
	int i, n = 0;

	for (i = 0; i < l->n; i++)
		n += l->righe[i].stato == stato;
	return n;
}

static int
count_before(const struct lotto *l)
{
	int i, n = 0;

	for (i = 0; i < l->n; i++)
		n += l->righe[i].prima;
	return n;
}

static void
say_refused(const struct lotto *l)
{
	const char *s, *end;
	int i;

	for (i = 0; i < l->n; i++) {
		if (l->righe[i].stato != LOTTO_RIFIUTATA)
			continue;
		for (s = l->righe[i].perche; *s != '\0'; s = end) {
			end = s + strcspn(s, "\n");
			fprintf(stderr, "riga %d: ", l->righe[i].riga);
			stampa_testo(stderr, arena_strndup(l->a, s,
			    (size_t)(end - s)));
			fputc('\n', stderr);
			end += *end == '\n';
		}
	}
}

static void
say_done(const struct lotto_riga *x)
{
	printf("riga %d: %s\n", x->riga, x->numero);
	fflush(stdout);
}

/* "137 di 500, circa 4 minuti"; a line now and then where nobody watches. */
struct corsa {
	bool terminale, scritta;
	int64_t inizio, ultimo;		/* ns */
	int fatte;			/* in this run */
};

static void
wipe(struct corsa *c)
{
	if (c->scritta)
		fputs("\r\033[K", stderr);
	c->scritta = false;
}

static void
progress(struct corsa *c, const struct lotto *l, int fino)
{
	int64_t now = clock_mono(), left;

	if (c->fatte == 0 ||
	    now - c->ultimo < (c->terminale ? NS / 5 : 10 * NS))
		return;
	c->ultimo = now;
	left = (now - c->inizio) / c->fatte * (l->n - fino) / NS;
	wipe(c);
	if (left < 60)
		fprintf(stderr, "%d di %d, meno di un minuto", fino, l->n);
	else
		fprintf(stderr, "%d di %d, circa %lld minut%s", fino, l->n,
		    (long long)(left + 30) / 60, left < 90 ? "o" : "i");
	if (!c->terminale)
		fputc('\n', stderr);
	c->scritta = c->terminale;
	fflush(stderr);
}

/* ---- one row ---- */

static void
take_outcome(struct lotto *l, struct lotto_riga *x, const struct op *op)
{
	if (op->stato == OP_FATTO) {
		x->stato = LOTTO_FATTA;
		x->prima = op->ripetuta;
		x->numero = arena_strdup(l->a, nodo_value(l->a, op->vista,
		    "protocollo"));
	} else if (op->stato == OP_RIFIUTATO) {
		x->stato = LOTTO_RIFIUTATA;
		x->perche = lotto_rilievi(l->a, &op->ril);
	}
}

/* absent, invalid: of this row; anything else is of the whole. */
static int
of_row(struct lotto *l, struct lotto_riga *x, int r)
{
	if (r != ERR_ABSENT && r != ERR_INVALID)
		return r;
	x->stato = LOTTO_RIFIUTATA;
	x->perche = arena_strdup(l->a, err_msg());
	err_clear();
	return 0;
}

static int
check(struct lotto *l, struct store *st, const struct chi *chi)
{
	struct lotto_riga *x;
	int i, r;

	for (i = 0; i < l->n; i++) {
		x = &l->righe[i];
		if (x->stato != LOTTO_DA_FARE)
			continue;
		AUTO(op) op = op_new(st, l->atto, x->istanza, chi->utente,
		    chi->per);
		op->mezzi = l->r->mezzi;
		op->saggio = true;
		r = runner_esamina(op);
		if ((r = of_row(l, x, r)) != 0)
			return r;
		take_outcome(l, x, op);
	}
	return 0;
}

/* A fault of one letter (its PDF, say) is told with it; of many in a row, it
 * is not the letters. */
static int
send(struct lotto *l, struct store *st, const struct chi *chi,
    struct corsa *c)
{
	struct lotto_riga *x;
	int i, r, faults = 0;

	for (i = 0; i < l->n; i++) {
		x = &l->righe[i];
		if (x->stato == LOTTO_DA_FARE) {
			AUTO(op) op = op_new(st, l->atto, x->istanza,
			    chi->utente, chi->per);
			op->mezzi = l->r->mezzi;
			c->fatte++;
			r = runner_esegui(op);
			faults = r == 0 ? 0 : faults + 1;
			if (r != 0 && faults == GUASTI_MAX)
				return r;
			if (r != 0) {
				x->stato = LOTTO_RIFIUTATA;
				x->perche = arena_strdup(l->a, err_msg());
				err_clear();
			} else
				take_outcome(l, x, op);
		}
		progress(c, l, i + 1);
		if (x->stato == LOTTO_FATTA) {
			wipe(c);
			say_done(x);
		}
	}
	return 0;
}

/* ---- the whole ---- */

static int
tried(const struct lotto *l)
{
	int bad = count(l, LOTTO_RIFIUTATA);

	say_refused(l);
	fprintf(stderr, "%d righe: %d da mandare, %d già protocollate, %d che "
	    "non si possono mandare\n", l->n, count(l, LOTTO_DA_FARE),
	    count(l, LOTTO_FATTA), bad);
	return bad > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}

static int
run(struct lotto *l, struct store *st, const struct chi *chi)
{
	struct corsa c = { .terminale = isatty(2), .inizio = clock_mono() };
	int r, bad;

	c.ultimo = c.inizio;
	r = send(l, st, chi, &c);
	wipe(&c);
	if (r != 0) {
		stampa_errore(r);
		fputs("cartella: è lo stesso guasto per più lettere di "
		    "seguito, e mi fermo\n", stderr);
	}
	bad = count(l, LOTTO_RIFIUTATA);
	say_refused(l);
	fprintf(stderr, "%d righe: %d protocollate (%d lo erano già), %d "
	    "rifiutate, %d non ancora mandate\n", l->n,
	    count(l, LOTTO_FATTA), count_before(l), bad,
	    count(l, LOTTO_DA_FARE));
	if (bad + count(l, LOTTO_DA_FARE) > 0)
		fputs("le righe protocollate lo restano: con lo stesso comando "
		    "si mandano solo le altre\n", stderr);
	return r != 0 ? USCITA_GUASTO :
	    bad > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}

/* The rows as they are now: nothing is sent before all are looked at. */
static int
read_and_check(struct lotto *l, struct store *st, struct chi *chi)
{
	int r;

	if ((r = chi_agisce(chi, l->a, st, esegui_login(),
	    l->r->come)) != 0 || (r = lotto_chiave(l->chiave, st, l->nome,
	    l->prova)) != 0 || (r = lotto_leggi(l, l->r->resto[0])) != 0)
		return r;
	return check(l, st, chi);
}

static int
open_and_run(struct lotto *l)
{
	AUTO(store) st = NULL;
	struct chi chi;
	int r;

	if ((r = store_open(&st, l->r->store, 0)) != 0 ||
	    (r = read_and_check(l, st, &chi)) != 0)
		return stampa_errore(r);
	if (l->prova)
		return tried(l);
	if (count(l, LOTTO_RIFIUTATA) > 0 && !l->salta) {
		tried(l);
		fputs("non ho mandato niente: correggi quelle righe, o manda "
		    "le altre con --salta si\n", stderr);
		return USCITA_RILIEVI;
	}
	return run(l, st, &chi);
}

/* Our own words; the others are fields that all letters have. */
static int
take_options(struct lotto *l)
{
	const struct riga *r = l->r;
	const char *const *c;
	int i, e;

	l->comuni = arena_alloc(l->a, (size_t)(r->n_campi + 1) *
	    sizeof *l->comuni);
	for (i = 0; i < r->n_campi; i++) {
		c = r->campi[i];
		e = 0;
		if (strcmp(c[0], "nome") == 0)
			l->nome = c[1];
		else if (strcmp(c[0], "prova") == 0)
			e = riga_si_no(&l->prova, c);
		else if (strcmp(c[0], "salta") == 0)
			e = riga_si_no(&l->salta, c);
		else
			memcpy(l->comuni[l->n_comuni++], c,
			    sizeof *l->comuni);
		if (e != 0)
			return e;
	}
	if (l->nome == NULL || l->nome[0] == '\0')
		return err_set(ERR_INVALID, "lotto vuole un nome, lo stesso "
		    "quando si riprende: --nome convocazioni-2026-12");
	if (r->n_resto != 1)
		return err_set(ERR_INVALID, "lotto vuole un file: la tabella "
		    "(CSV) con una riga per lettera");
	if (r->id != NULL || r->xml != NULL || r->bozza)
		return err_set(ERR_INVALID, "lotto non prende --id, --xml, "
		    "--bozza");
	return 0;
}

int
lotto(struct arena *a, const struct riga *r)
{
	struct lotto l = { .a = a, .r = r, .atto = &atto_comunica };
	int e;

	if ((e = take_options(&l)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	return open_and_run(&l);
}

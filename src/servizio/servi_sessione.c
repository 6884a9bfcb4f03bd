/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_sessione.c - <sessione>: who asks, his roles, and what he may do, for
 * the menus of a page.
 *
 * The list of atti is kept for as long as ente/ and the day stand: both in the
 * head of the folder and the civil date, by which deleghe begin and end.  It
 * opens nothing: each act is asked for again by the runner.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atti/atto.h"
#include "atti/chi.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "registro/deleghe.h"
#include "registro/legami.h"
#include "servizio/servi_interno.h"

#define KEPT 64			/* lists of atti of a process */

struct known {
	char *chi;		/* "utente per" */
	char testa[TESTA_LEN + 1], giorno[GIORNO_LEN + 1];
	bool *may;		/* one an atto, in the order of the table */
};

static struct known kept[KEPT];
static int next_kept;

static int
n_atti(void)
{
	int n = 0;

	while (atto_table[n] != NULL)
		n++;
	return n;
}

static struct known *
find(const char *chi)
{
	int i;

	for (i = 0; i < KEPT; i++)
		if (kept[i].chi != NULL && strcmp(kept[i].chi, chi) == 0)
			return &kept[i];
	return NULL;
}

static struct known *
place(const char *chi)
{
	struct known *k = &kept[next_kept];
	size_t n = (size_t)n_atti();

	assert(n > 0);
	next_kept = (next_kept + 1) % KEPT;
	free(k->chi);
	free(k->may);
	k->chi = strdup(chi);
	k->may = calloc(n, sizeof *k->may);
	if (k->chi == NULL || k->may == NULL)
		abort();
	k->testa[0] = '\0';
	return k;
}

static int
fill(struct known *k, struct servi *s)
{
	struct op op = { .a = s->a, .st = s->st, .utente = s->chi.utente,
	    .per = s->chi.per };
	int i, r;

	for (i = 0; atto_table[i] != NULL; i++) {
		op.atto = atto_table[i];
		r = op.atto->flags & FONDA ? ERR_FORBIDDEN :
		    runner_permesso(&op);
		if (r != 0 && r != ERR_FORBIDDEN)
			return r;
		k->may[i] = r == 0;
	}
	err_clear();
	return 0;
}

static int
known_atti(const struct known **out, struct servi *s)
{
	const char *chi = arena_printf(s->a, "%s %s", s->chi.utente,
	    s->chi.per != NULL ? s->chi.per : "");
	char testa[TESTA_LEN + 1], giorno[GIORNO_LEN + 1];
	struct known *k = find(chi);
	int r, atti;

	clock_day(giorno, clock_now());
	if ((r = registro_testa(testa, &atti, s->st->registro, "ente")) != 0)
		return r;
	if (k == NULL)
		k = place(chi);
	if (strcmp(k->testa, testa) != 0 || strcmp(k->giorno, giorno) != 0) {
		k->testa[0] = '\0';
		if ((r = fill(k, s)) != 0)
			return r;
		memcpy(k->testa, testa, sizeof testa);
		memcpy(k->giorno, giorno, sizeof giorno);
	}
	*out = k;
	return 0;
}

static int
add_atti(struct nodo *to, struct servi *s)
{
	const struct known *k = NULL;
	struct nodo *p;
	int i, r;

	if ((r = known_atti(&k, s)) != 0)
		return r;
	for (i = 0; atto_table[i] != NULL; i++) {
		if (!k->may[i] || (s->chi.ammette != NULL &&
		    !s->chi.ammette(&s->chi, atto_table[i]->nome)))
			continue;
		p = nodo_elem(s->a, to, "puo");
		nodo_set(s->a, p, "atto", atto_table[i]->nome);
		nodo_set(s->a, p, "sommario", atto_table[i]->sommario);
		nodo_set(s->a, p, "norma", atto_table[i]->norma);
		if (atto_table[i]->flags & FILE_AMMESSI)
			nodo_set(s->a, p, "file", "si");
		if (atto_table[i]->flags & RICHIEDE_FIRMA)
			nodo_set(s->a, p, "firma", "si");
		if (servi_lettera(atto_table[i]->nome))
			nodo_set(s->a, p, "lettera", "si");
	}
	return 0;
}

/* Those of whom he acts for: that is whose eyes he has. */
static int
add_roles(struct nodo *to, struct servi *s, const char *agente)
{
	struct occhio o = { agente, "" };	/* its own only */
	struct nodo *all = nodo_new(s->a, "utenti"), *u, *x, *ruolo;
	const char *ufficio;
	int r;

	if ((r = registro_utenti_ruoli(all, s->a, s->st->registro,
	    &o)) != 0 || (r = registro_ufficio_di(&ufficio, s->a,
	    s->st->registro, agente)) != 0)
		return r;
	if ((u = nodo_child(all, "utente")) == NULL)
		return 0;
	for (x = nodo_child(u, "ruolo"); x != NULL; x = nodo_next(x, "ruolo")) {
		ruolo = nodo_elem(s->a, to, "ruolo");
		nodo_set(s->a, ruolo, "nome", nodo_all_text(s->a, x));
		nodo_set(s->a, ruolo, "ufficio",
		    ufficio[0] != '\0' ? ufficio : NULL);
	}
	return 0;
}

/* Whether a menu leads him to cartelle, and to which. */
static int
add_covers(struct nodo *to, struct servi *s, const char *agente)
{
	static const char *const said[] = { "no", "chiuse", "si" };
	int r = registro_copertine(s->st->registro, agente);

	if (r < 0)
		return r;
	nodo_set(s->a, to, "cartelle", said[r]);
	return 0;
}

/* In whose name he may choose to act. */
static int
add_deleganti(struct nodo *to, struct servi *s)
{
	const char **list;
	struct utente u;
	struct nodo *x;
	int i, r;

	if ((r = registro_deleganti(&list, s->a, s->st->registro,
	    s->chi.utente)) != 0)
		return r;
	for (i = 0; list[i] != NULL; i++) {
		if ((r = registro_utente(&u, s->a, s->st->registro,
		    list[i])) != 0)
			return r;
		x = nodo_elem(s->a, to, "delegante");
		nodo_set(s->a, x, "codice", u.codice);
		nodo_set(s->a, x, "nome", arena_printf(s->a, "%s %s",
		    u.nome, u.cognome));
	}
	return 0;
}

static int
describe(struct nodo *n, struct servi *s)
{
	const struct richiedente *chi = &s->chi;
	struct utente u;
	struct ente ente;
	int r;

	if ((r = registro_utente(&u, s->a, s->st->registro,
	    chi->utente)) != 0 ||
	    (r = registro_ente(&ente, s->a, s->st->registro)) != 0)
		return r;
	nodo_set(s->a, n, "utente", chi->utente);
	nodo_set(s->a, n, "nome", arena_printf(s->a, "%s %s", u.nome,
	    u.cognome));
	nodo_set(s->a, n, "qualifica", u.qualifica);
	nodo_set(s->a, n, "ente", ente.denominazione);
	nodo_set(s->a, n, "per", chi->per);
	nodo_set(s->a, n, "csrf", chi->csrf);
	nodo_set(s->a, n, "scade", chi->scade);
	if (ente.dimostrativo)
		nodo_set(s->a, n, "dimostrativo", "si");
	return 0;
}

int
servi_sessione(struct nodo *risposta, struct servi *s, bool menu)
{
	const char *agente = s->chi.per != NULL ? s->chi.per : s->chi.utente;
	struct nodo *n = nodo_elem(s->a, risposta, "sessione");
	int r;

	if ((r = registro_read_begin(s->st->registro)) != 0)
		return r;
	if ((r = describe(n, s)) == 0)
		r = add_roles(n, s, agente);
	if (r == 0 && menu && (r = add_covers(n, s, agente)) == 0 &&
	    (r = add_deleganti(n, s)) == 0)
		r = add_atti(n, s);
	registro_read_end(s->st->registro);
	return r;
}

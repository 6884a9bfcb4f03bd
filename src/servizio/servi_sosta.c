/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_sosta.c - files that a browser sent before the act that takes them.
 *
 * Refuses: a session that is none.  Keeps: what is learned of a file beside it,
 * so that a page that is loaded again need not open it again.
 */
#include "servizio/sosta.h"

#include <unistd.h>

#include "servizio/impara.h"

static char *
casa_of(struct servi *s)
{
	return sosta_casa(s->a, s->dir, s->chi.utente, s->chi.sessione);
}

/* The next <file> of a request. */
static const struct nodo *
next_file(const struct nodo *richiesta, const struct nodo *x)
{
	return x == NULL ? nodo_child(richiesta, "file") :
	    nodo_next(x, "file");
}

static const char *
kept_id(const struct nodo *file)
{
	return nodo_attr(file, "sosta");
}

static void
drop(struct servi *s, const struct nodo *richiesta)
{
	const struct nodo *x = NULL;

	while ((x = next_file(richiesta, x)) != NULL)
		if (kept_id(x) != NULL)
			sosta_togli(s->a, casa_of(s), kept_id(x));
}

/* ---- the kinds ---- */

/* A file that tells nothing, or to somebody who does not register, is kept all
 * the same: other acts take files too. */
static int
learn(struct nodo *scheda, struct servi *s, const char *casa, int fd)
{
	int r = impara(scheda, s->a, s->st, s->chi.utente, s->chi.per, fd);

	if (r == ERR_FORBIDDEN) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : sosta_annota(s->a, casa, scheda);
}

static int
metti(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const char *casa = casa_of(s);
	const struct nodo *f = NULL;
	struct nodo *scheda;
	int i = 0, r;

	sosta_pulisci(s->dir);
	while (i < c->n_fd && (f = next_file(richiesta, f)) != NULL) {
		if (kept_id(f) != NULL)
			continue;
		if ((r = sosta_metti(&scheda, s->a, casa, c->fd[i],
		    nodo_attr(f, "nome"))) != 0 ||
		    (r = learn(scheda, s, casa, c->fd[i])) != 0)
			return r;
		nodo_add(risposta, scheda);
		i++;
	}
	return 0;
}

static int
togli(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	(void)risposta;
	(void)c;
	drop(s, richiesta);
	return 0;
}

const struct servi_riga servi_righe_sosta[] = {
	{ "sosta-metti", CODA_LENTE, 0, metti },
	{ "sosta-togli", CODA_LENTE, 0, togli },
	{ 0 }
};

/* ---- for the acts and the pages ---- */

static int
take(struct servi_file *f, struct servi *s, const struct nodo *x,
    const struct consegna *c, int *arrived)
{
	struct op_file *to = &f->file[f->n];
	struct nodo *scheda;
	int r;

	if (f->n == SOSTA_FILE)
		return err_set(ERR_INVALID, "troppi file insieme: %d al più",
		    SOSTA_FILE);
	if (kept_id(x) == NULL) {
		if (*arrived == c->n_fd)
			return err_set(ERR_INVALID, "un file non è arrivato");
		*to = (struct op_file){ c->fd[(*arrived)++],
		    nodo_attr(x, "nome") };
	} else {
		if ((r = sosta_apri(&to->fd, &scheda, s->a, casa_of(s),
		    kept_id(x))) != 0)
			return r;
		to->nome = nodo_attr(scheda, "nome");
		f->tenuto[f->n] = true;
	}
	f->n++;
	return 0;
}

int
servi_file(struct servi_file *out, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	struct servi_file f = { 0 };
	const struct nodo *x = NULL;
	int arrived = 0, r;

	f.file = arena_alloc(s->a, SOSTA_FILE * sizeof *f.file);
	f.tenuto = arena_alloc(s->a, SOSTA_FILE * sizeof *f.tenuto);
	while ((x = next_file(richiesta, x)) != NULL)
		if ((r = take(&f, s, x, c, &arrived)) != 0) {
			servi_file_chiudi(&f, s, richiesta, false);
			return r;
		}
	*out = f;
	return 0;
}

void
servi_file_chiudi(struct servi_file *f, struct servi *s,
    const struct nodo *richiesta, bool fatto)
{
	int i;

	for (i = 0; i < f->n; i++)
		if (f->tenuto[i])
			close(f->file[i].fd);
	f->n = 0;
	if (fatto)
		drop(s, richiesta);
}

int
servi_sosta_schede(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta)
{
	const struct nodo *x = NULL;
	struct nodo *scheda;
	int r;

	while ((x = next_file(richiesta, x)) != NULL) {
		if (kept_id(x) == NULL)
			continue;
		r = sosta_apri(NULL, &scheda, s->a, casa_of(s), kept_id(x));
		if (r == ERR_ABSENT) {
			err_clear();
			scheda = nodo_new(s->a, "sosta");
			nodo_set(s->a, scheda, "id", kept_id(x));
			nodo_set(s->a, scheda, "manca", "si");
		} else if (r != 0) {
			return r;
		}
		nodo_add(risposta, scheda);
	}
	return 0;
}

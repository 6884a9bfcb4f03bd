/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_sosta.c - files that a browser sent before the act that takes them.
 *
 * Refuses: a session that is none.  Keeps: what is learned of a file beside it,
 * so that a page that is loaded again need not open it again.
 */
#include "servizio/sosta.h"

#include "servizio/impara.h"

static char *
casa_of(struct servi *s)
{
	return sosta_casa(s->a, s->dir, s->chi.utente, s->chi.sessione);
}

/* The cards of a request, one after the other. */
static const struct nodo *
next_named(const struct nodo *richiesta, const struct nodo *x)
{
	return x == NULL ? nodo_child(richiesta, "sosta") :
	    nodo_next(x, "sosta");
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
	const struct nodo *f = nodo_child(richiesta, "file");
	const char *casa = casa_of(s);
	struct nodo *scheda;
	int i, r;

	sosta_pulisci(s->dir);
	for (i = 0; f != NULL && i < c->n_fd; f = nodo_next(f, "file"), i++) {
		if ((r = sosta_metti(&scheda, s->a, casa, c->fd[i],
		    nodo_attr(f, "nome"))) != 0 ||
		    (r = learn(scheda, s, casa, c->fd[i])) != 0)
			return r;
		nodo_add(risposta, scheda);
	}
	return 0;
}

static int
leggi(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const struct nodo *x = NULL;
	const char *casa = casa_of(s);
	struct nodo *scheda;
	int r;

	(void)c;
	while ((x = next_named(richiesta, x)) != NULL) {
		if ((r = sosta_apri(NULL, &scheda, s->a, casa,
		    nodo_attr(x, "id"))) != 0)
			return r;
		nodo_add(risposta, scheda);
	}
	return 0;
}

static int
togli(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const struct nodo *x = NULL;
	const char *casa = casa_of(s);

	(void)risposta;
	(void)c;
	while ((x = next_named(richiesta, x)) != NULL)
		sosta_togli(s->a, casa, nodo_attr(x, "id"));
	return 0;
}

const struct servi_riga servi_righe_sosta[] = {
	{ "sosta-metti", CODA_LENTE, 0, metti },
	{ "sosta-leggi", CODA_LETTURE, SERVI_SENZA_CSRF, leggi },
	{ "sosta-togli", CODA_LETTURE, 0, togli },
	{ 0 }
};

/* ---- for the acts ---- */

static int
open_kept(struct servi_file *f, struct servi *s, const struct nodo *richiesta)
{
	const struct nodo *x = NULL;
	const char *casa = casa_of(s);
	struct nodo *scheda;
	int r;

	while ((x = next_named(richiesta, x)) != NULL) {
		if (f->n == SOSTA_FILE)
			return err_set(ERR_INVALID, "troppi file insieme");
		if ((r = sosta_apri(&f->file[f->n].fd, &scheda, s->a, casa,
		    nodo_attr(x, "id"))) != 0)
			return r;
		f->file[f->n++].nome = nodo_attr(scheda, "nome");
		f->n_tenuti = f->n;
	}
	return 0;
}

int
servi_file(struct servi_file *out, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	const struct nodo *x = nodo_child(richiesta, "file");
	struct servi_file f = { 0 };
	int i, r;

	f.file = arena_alloc(s->a, (SOSTA_FILE + CANALE_FD) * sizeof *f.file);
	if ((r = open_kept(&f, s, richiesta)) != 0) {
		servi_file_chiudi(&f, s, richiesta, false);
		return r;
	}
	for (i = 0; x != NULL && i < c->n_fd; x = nodo_next(x, "file"), i++)
		f.file[f.n++] = (struct op_file){ c->fd[i],
		    nodo_attr(x, "nome") };
	*out = f;
	return 0;
}

void
servi_file_chiudi(struct servi_file *f, struct servi *s,
    const struct nodo *richiesta, bool fatto)
{
	const struct nodo *x = NULL;
	int i;

	for (i = 0; i < f->n_tenuti; i++)
		close(f->file[i].fd);
	while (fatto && (x = next_named(richiesta, x)) != NULL)
		sosta_togli(s->a, casa_of(s), nodo_attr(x, "id"));
	f->n = f->n_tenuti = 0;
}

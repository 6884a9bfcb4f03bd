/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi.c - one request: opened, known, answered.
 *
 * Refuses: an act without the csrf of its session, whoever asks; what comes as
 * a file and is none.  Keeps: each request is answered once, or handed on once.
 */
#include "servizio/servi.h"

#include <assert.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "colloquio/avvio.h"
#include "colloquio/cronaca.h"
#include "servizio/servi_interno.h"

/* ---- the table ---- */

static const struct servi_riga *const tables[] = {
	servi_righe_atti, servi_righe_accesso, servi_righe_sosta,
	servi_righe_bozze, servi_righe_openapi,
};

const struct servi_riga *
servi_trova(const char *tipo)
{
	const struct servi_riga *r;
	size_t i;

	for (i = 0; tipo != NULL && i < NELEM(tables); i++)
		for (r = tables[i]; r->tipo != NULL; r++)
			if (strcmp(r->tipo, tipo) == 0)
				return r;
	return NULL;
}

/* ---- what a kind may use ---- */

void
servi_esito(struct nodo *risposta, struct servi *s, enum esito_web e,
    const char *messaggio)
{
	nodo_set(s->a, risposta, "esito", esito_web_parola(e));
	if (messaggio != NULL)
		nodo_set(s->a, risposta, "messaggio", messaggio);
}

/* <campo nome="x"> or <x>. */
const char *
servi_campo(const struct servi *s, const struct nodo *richiesta,
    const char *nome)
{
	const struct nodo *campi = nodo_child(richiesta, "campi"), *c;
	const char *n;

	for (c = campi != NULL ? nodo_child(campi, NULL) : NULL; c != NULL;
	    c = nodo_next(c, NULL)) {
		n = nodo_attr(c, "nome");
		if (strcmp(n != NULL ? n : c->nome, nome) == 0)
			return nodo_all_text(s->a, c);
	}
	return NULL;
}

/* A file that is open, with the answer; takes fd. */
static int
servi_rendi_fd(struct nodo *risposta, struct servi *s, const char *nome,
    const char *tipo, int fd)
{
	struct lavoro_servi *l = s->lavoro;
	struct nodo *n;

	if (l->n_resi == RESI_MAX) {
		close(fd);
		return err_set(ERR_INVALID, "troppi file in una risposta");
	}
	n = nodo_elem(s->a, risposta, "reso");
	nodo_set(s->a, n, "nome", nome);
	nodo_set(s->a, n, "tipo", tipo);
	l->reso[l->n_resi++] = fd;
	return 0;
}

int
servi_rendi(struct nodo *risposta, struct servi *s, const char *nome,
    const char *tipo, const void *p, size_t n)
{
	int fd, r;

	if ((r = canale_file(&fd, p, n)) != 0)
		return r;
	return servi_rendi_fd(risposta, s, nome, tipo, fd);
}

/* ---- a request ---- */

void
lavoro_entra(struct servi *s, struct lavoro_servi *l)
{
	s->lavoro = l;
	s->a = l->a;
	s->riga = l->riga;
	s->chi = l->chi;
	/* what was asked before this was perhaps another's */
	registro_mano(s->st->registro, l->chi.per != NULL ? l->chi.utente :
	    NULL);
}

void
lavoro_free(struct lavoro_servi *l)
{
	int i;

	for (i = 0; i < l->n_op; i++)
		op_free(l->op[i]);
	for (i = 0; i < l->files.n; i++)
		if (l->files.tenuto[i])
			close(l->files.file[i].fd);
	for (i = 0; i < l->n_resi; i++)
		close(l->reso[i]);
	segreto_free(l->frase);
	consegna_free(&l->c);
	arena_free(l->a);
}

static void
count(struct servi *s, const struct lavoro_servi *l, enum esito_web e)
{
	quadro_conta(s->posto, (long)((clock_mono() - l->inizio) / 1000), e);
	if (e == WEB_GUASTO)
		cronaca_errore("guasto", l->riga != NULL ? l->riga->tipo : "?",
		    nodo_attr(l->risposta, "messaggio"));
}

void
lavoro_rispondi(struct servi *s, struct lavoro_servi *l)
{
	int r = colloquio_rispondi(&l->c, l->risposta, l->reso, l->n_resi);

	if (r != 0) {		/* too large: say at least that */
		while (l->risposta->primo != NULL)
			nodo_remove(l->risposta->primo);
		servi_esito(l->risposta, s, esito_web_di_errore(r), err_msg());
		if (colloquio_rispondi(&l->c, l->risposta, NULL, 0) != 0)
			err_clear();
	}
	count(s, l, esito_web_di(nodo_attr(l->risposta, "esito")));
}

static void
refuse(struct servi *s, struct lavoro_servi *l, enum esito_web e,
    const char *why)
{
	servi_esito(l->risposta, s, e, why);
	lavoro_rispondi(s, l);
	l->riga = NULL;
}

/* It came into a queue that is not its own. */
static bool
handed_on(struct servi *s, struct lavoro_servi *l)
{
	static const enum coda mine[M_N] = { [M_LETTORE] = CODA_LETTURE,
	    [M_SCRITTORE] = CODA_SCRITTURE, [M_COMPOSITORE] = CODA_LENTE };
	enum coda coda = servi_lenta(l) ? CODA_LENTE : l->riga->coda;
	int to = s->metti[coda];

	/* who does slow things does all, rather than send them round */
	if (coda == mine[s->mestiere] || s->mestiere == M_COMPOSITORE)
		return false;
	/* no web child of ours makes the scrittore read: what is not its own
	 * and cannot be sent back would hold up every act */
	if (to < 0)
		refuse(s, l, WEB_SCORRETTA, "la richiesta non è di questa "
		    "coda");
	else if (canale_inoltra(&l->c, to) != 0)
		refuse(s, l, WEB_OCCUPATO, err_msg());
	l->riga = NULL;
	return true;
}

/* Constant in time where they are as long. */
static bool
same_csrf(const char *a, const char *b)
{
	unsigned char diff = 0;
	size_t i, n;

	if (a == NULL || b == NULL || (n = strlen(a)) != strlen(b) || n == 0)
		return false;
	for (i = 0; i < n; i++)
		diff |= (unsigned char)(a[i] ^ b[i]);
	return diff == 0;
}

/* The kinds that take it: a page of before, his own or of who was in then. */
static int
older_page(bool *yes, struct servi *s, struct lavoro_servi *l)
{
	struct richiedente was = { 0 };
	int r;

	*yes = false;
	if (!(l->riga->flags & SERVI_ANCHE_FINITA))
		return 0;
	r = servi_chi_era(&was, s, l->richiesta);
	if (r != 0 || was.utente == NULL)
		return r;
	if (strcmp(was.utente, l->chi.utente) != 0) {
		was.prima = true;
		l->chi = was;
		lavoro_entra(s, l);
	}
	*yes = true;
	return 0;
}

static void
refuse_old(struct servi *s, struct lavoro_servi *l)
{
	if (servi_accesso_rifiuto(s, l->richiesta, l->chi.utente,
	    "modulo di un'altra sessione") != 0)
		cronaca_errore("rifiuto-non-annotato", NULL, err_msg());
	nodo_set(l->a, l->risposta, "vecchia", "si");
	refuse(s, l, WEB_SCORRETTA, "la pagina da cui viene la richiesta non "
	    "vale più: riaprila e riprova");
}

/* Who asks, and may he: *flags* of its row say what is wanted. */
static void
identify(struct servi *s, struct lavoro_servi *l)
{
	const char *menu = nodo_attr(l->richiesta, "menu");
	const int flags = l->riga->flags;
	enum esito_web e;
	bool older;

	s->riga = l->riga;
	if (flags & SERVI_SENZA_SESSIONE)
		return;
	err_clear();
	e = servi_chi(&l->chi, s, l->richiesta);
	lavoro_entra(s, l);
	if (e != WEB_FATTO && !(flags & SERVI_CHIUNQUE)) {
		refuse(s, l, e, err_msg()[0] != '\0' ? err_msg() : NULL);
		return;
	}
	if (l->chi.utente == NULL || e != WEB_FATTO)
		return;
	if (!(flags & SERVI_SENZA_CSRF) && l->chi.csrf != NULL &&
	    !same_csrf(l->chi.csrf, nodo_attr(l->richiesta, "csrf"))) {
		if (older_page(&older, s, l) != 0)
			refuse(s, l, WEB_GUASTO, err_msg());
		else if (!older)
			refuse_old(s, l);
		if (l->riga == NULL || l->chi.prima)
			return;
	}
	if (servi_sessione(l->risposta, s,
	    menu != NULL && strcmp(menu, "si") == 0) != 0)
		refuse(s, l, WEB_GUASTO, err_msg());
}

/* What comes with a request are plain files: to read another thing might never
 * end. */
static bool
plain_files(const struct consegna *c)
{
	struct stat st;
	int i;

	for (i = 0; i < c->n_fd; i++)
		if (fstat(c->fd[i], &st) != 0 || !S_ISREG(st.st_mode))
			return false;
	return true;
}

struct lavoro_servi *
lavoro_new(struct servi *s, struct consegna *c)
{
	struct arena *a = arena_new();
	struct lavoro_servi *l = arena_alloc(a, sizeof *l);
	struct nodo *ask;

	l->a = a;
	l->c = *c;
	l->inizio = clock_mono();
	l->risposta = nodo_new(a, "risposta");
	lavoro_entra(s, l);
	servi_esito(l->risposta, s, WEB_FATTO, NULL);
	if (colloquio_apri(&ask, a, &l->c) != 0) {
		refuse(s, l, WEB_SCORRETTA, err_msg());
		return l;
	}
	if (!plain_files(&l->c)) {
		refuse(s, l, WEB_SCORRETTA, "non sono file");
		return l;
	}
	l->richiesta = ask;
	l->riga = servi_trova(nodo_attr(ask, "tipo"));
	if (l->riga == NULL) {
		refuse(s, l, WEB_SCORRETTA, "richiesta sconosciuta");
		return l;
	}
	if (!handed_on(s, l))
		identify(s, l);
	return l;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vie_api.c - the ways of programs: between a request and api.h.
 *
 * A cookie is not looked at here: who asks shows a token that no browser sends
 * by itself.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "web/api.h"
#include "web/chiamata.h"

void
chiamata_domanda(struct api_domanda *out, const struct chiamata *c)
{
	*out = (struct api_domanda){ .metodo = c->metodo == VIA_POST ?
	    "POST" : "GET", .via = c->in.via, .query = c->in.query,
	    .n_query = c->in.n_query, .accetta = c->t.accept,
	    .tipo = c->t.content_type };
	if (c->corpo == NULL)
		return;
	out->corpo = c->corpo->grezzo;
	out->n_corpo = c->corpo->n_grezzo;
	out->campi = c->corpo->campi;
	out->n_campi = c->corpo->n_campi;
}

/* The descriptor that is the answer. */
static void
as_file(struct chiamata *c, const struct api_risposta *r)
{
	struct stat st;
	int fd = r->file < c->arrivata->n_fd ? c->arrivata->fd[r->file] : -1;

	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (c->r.fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)) < 0) {
		chiamata_errore(c, 500, NULL, NULL);
		return;
	}
	c->r.n_fd = (uint64_t)st.st_size;
	chiamata_testata(c, "Content-Disposition", chiamata_disposizione(c,
	    "attachment", r->nome_file));
}

void
chiamata_api(struct chiamata *c, struct api_risposta *r)
{
	chiamata_bytes(c, r->stato, r->tipo, buf_str(&r->corpo),
	    r->corpo.len);
	if (r->consenti != NULL)
		chiamata_testata(c, "Allow", r->consenti);
	if (r->autentica != NULL)
		chiamata_testata(c, "WWW-Authenticate", r->autentica);
	if (r->fra > 0)
		chiamata_testata(c, "Retry-After", arena_printf(c->a, "%d",
		    r->fra));
	if (r->file >= 0 && c->arrivata != NULL)
		as_file(c, r);
	buf_free(&r->corpo);
}

static int
asks(struct chiamata *c)
{
	struct api_risposta r = { .file = -1 };
	struct api_domanda d;
	struct nodo *q;
	enum coda coda;

	chiamata_domanda(&d, c);
	if (!c->gettone)
		c->sessione = NULL;
	q = chiamata_chiede(c, "leggi", CODA_LETTURE);
	if (api_chiede(q, &coda, &r, c->a, &d)) {
		c->coda = coda;
		chiamata_file(q, c);
		return 0;
	}
	c->richiesta = NULL;
	chiamata_api(c, &r);
	return 0;
}

static int
answers(struct chiamata *c, const struct nodo *risposta)
{
	struct api_risposta r = { .file = -1 };
	struct api_domanda d;

	chiamata_domanda(&d, c);
	api_risponde(&r, c->a, &d, risposta);
	chiamata_api(c, &r);
	return 0;
}

const struct via vie_api[] = {
	{ "/api/v1/", VIA_GET | VIA_POST, asks, answers },
	{ 0 }
};

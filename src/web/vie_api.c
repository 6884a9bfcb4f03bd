/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vie_api.c - the ways of programs: /api/v1/… (api.h).
 *
 * Refuses a secret that came as a cookie: a page of somebody else's can make a
 * browser send that, and no csrf is asked here.
 */
#include <string.h>

#include "web/api.h"
#include "web/chiamata.h"
#include "web/vie.h"

struct scambio {		/* between asking and the answer */
	struct api_domanda in;
	struct api_risposta out;
};

/* ---- what came ---- */

/* Fields but the secrets, which go another way. */
static void
fields(struct api_domanda *in, const struct chiamata *c)
{
	struct coppia *list = arena_alloc(c->a,
	    ((size_t)c->corpo->n_campi + 1) * sizeof *list);
	int i;

	for (i = 0; i < c->corpo->n_campi; i++)
		if (!corpo_segreto(c->corpo->campi[i].nome))
			list[in->n_campi++] = c->corpo->campi[i];
	in->campi = list;
}

void
chiamata_domanda(struct api_domanda *in, const struct chiamata *c)
{
	*in = (struct api_domanda){
		.metodo = c->metodo == VIA_POST ? "POST" : "GET",
		.via = c->in.via,
		.query = c->in.query, .n_query = c->in.n_query,
		.accetta = c->t.accept, .tipo = c->t.content_type,
	};
	if (c->corpo != NULL) {
		fields(in, c);
		in->corpo = c->corpo->grezzo;
		in->n_corpo = c->corpo->n_grezzo;
	}
}

static struct scambio *
exchange(struct chiamata *c)
{
	struct scambio *x = arena_alloc(c->a, sizeof *x);

	chiamata_domanda(&x->in, c);
	x->out = (struct api_risposta){ .file = -1 };
	c->stato_via = x;
	return x;
}

/* ---- what goes ---- */

static void
header(struct chiamata *c, const char *nome, const char *valore)
{
	if (valore != NULL)
		chiamata_testata(c, nome, valore);
}

void
chiamata_api(struct chiamata *c, struct api_risposta *out)
{
	chiamata_bytes(c, out->stato, out->tipo, buf_str(&out->corpo),
	    out->corpo.len);
	buf_free(&out->corpo);
	header(c, "Allow", out->consenti);
	header(c, "WWW-Authenticate", out->autentica);
	if (out->fra > 0)
		header(c, "Retry-After", arena_printf(c->a, "%d", out->fra));
}

static bool
open_to_all(const struct nodo *richiesta)
{
	return strcmp(nodo_attr(richiesta, "tipo"), "openapi") == 0;
}

static int
api_asks(struct chiamata *c)
{
	struct scambio *x = exchange(c);
	struct nodo *q;
	enum coda coda;

	if (!c->gettone)
		c->sessione = NULL;
	q = chiamata_chiede(c, "leggi", CODA_LETTURE);
	if (!api_chiede(q, &coda, &x->out, c->a, &x->in)) {
		c->richiesta = NULL;
		chiamata_api(c, &x->out);
		return 0;
	}
	if (c->sessione == NULL && !open_to_all(q)) {
		c->richiesta = NULL;
		api_errore(&x->out, &x->in, 401, "manca il gettone: "
		    "Authorization: Bearer …");
		chiamata_api(c, &x->out);
		return 0;
	}
	c->coda = coda;
	chiamata_file(q, c);
	return corpo_campo(c->corpo, "_frase") != NULL ?
	    chiamata_segreti(q, c, "_frase") : 0;
}

/* The descriptor of the file that is the answer, and its <reso>. */
static bool
file_of(struct chiamata *c, const struct api_risposta *out,
    const struct nodo *risposta)
{
	const struct nodo *reso = nodo_child(risposta, "reso");
	int i;

	if (out->file < 0 || out->file >= c->arrivata->n_fd)
		return false;
	for (i = 0; i < out->file && reso != NULL; i++)
		reso = nodo_next(reso, "reso");
	if (reso == NULL)
		return false;
	via_file_rendi(c, c->arrivata->fd[out->file], reso,
	    chiamata_parametro(c, "_vedi") != NULL);
	return true;
}

static int
api_answers(struct chiamata *c, const struct nodo *risposta)
{
	struct scambio *x = c->stato_via;

	api_risponde(&x->out, c->a, &x->in, risposta);
	if (x->out.stato == 200 && file_of(c, &x->out, risposta)) {
		buf_free(&x->out.corpo);
		return 0;
	}
	if (x->out.file >= 0)
		api_errore(&x->out, &x->in, 500, "il file non è arrivato");
	chiamata_api(c, &x->out);
	return 0;
}

const struct via vie_api[] = {
	{ "/api/v1/", VIA_GET | VIA_POST, api_asks, api_answers },
	{ 0 }
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_file.c - /file/ATTO?campo=valore: the bytes that a reading hands over;
 * and what is of the program itself, /statici/EDITION/NAME.
 *
 * Bytes of others are never shown as a page of ours: they are saved, or, of a
 * PDF that was asked for with _vedi=si, shown by the browser in a sandbox.
 */
#include <string.h>
#include <sys/stat.h>
#include <fcntl.h>

#include "base/random.h"
#include "web/statici.h"
#include "web/vie.h"
#include "xml/campi.h"

#define CAMPI_MAX 32

/* ---- bytes of a reading ---- */

static int
reading(struct nodo **out, struct chiamata *c, const char *atto)
{
	const char *pairs[CAMPI_MAX][2];
	struct nodo *body, *root;
	char id[ID_LEN + 1];
	int i, n = 0, r;

	for (i = 0; i < c->in.n_query && n < CAMPI_MAX; i++) {
		const struct coppia *q = &c->in.query[i];

		if (q->nome[0] == '_' || q->valore[0] == '\0')
			continue;
		pairs[n][0] = q->nome;
		pairs[n++][1] = q->valore;
	}
	if ((r = campi_build(&body, c->a, arena_printf(c->a, "atti/%s", atto),
	    atto, (const char *const (*)[2])pairs, n)) != 0)
		return r;
	root = nodo_new(c->a, "istanza");
	random_id(id);
	nodo_set(c->a, root, "atto", atto);
	nodo_set(c->a, root, "id", id);
	nodo_set(c->a, root, "versione", "1");
	nodo_add(root, body);
	*out = root;
	return 0;
}

int
via_file_chiede(struct chiamata *c)
{
	struct nodo *one, *q;

	if (reading(&one, c, c->in.pezzi[0].valore) != 0) {
		err_clear();
		return via_manca(c);
	}
	q = chiamata_chiede(c, "leggi", CODA_LENTE);
	nodo_set(c->a, q, "menu", "si");	/* of the page that says why not */
	nodo_add(nodo_elem(c->a, q, "lettura"), one);
	return 0;
}

void
via_file_rendi(struct chiamata *c, int fd, const struct nodo *reso,
    bool vedi)
{
	const char *type = nodo_attr(reso, "tipo");
	struct stat st;
	bool inside;

	if (type == NULL || strpbrk(type, "\r\n") != NULL)
		type = "application/octet-stream";
	inside = vedi && strcmp(type, "application/pdf") == 0;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (c->r.fd = fcntl(fd, F_DUPFD_CLOEXEC, 3)) < 0) {
		chiamata_errore(c, 500, NULL, NULL);
		return;
	}
	c->r.n_fd = (uint64_t)st.st_size;
	c->r.stato = 200;
	c->r.tipo = type;
	chiamata_testata(c, "Content-Disposition", chiamata_disposizione(
	    c, inside ? "inline" : "attachment", nodo_attr(reso, "nome")));
	chiamata_testata(c, "Content-Security-Policy",
	    "default-src 'none'; style-src 'unsafe-inline'; "
	    "frame-ancestors 'self'; sandbox");
}

int
via_file_risponde(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const struct nodo *p = nodo_child(risposta, "parte");
	const struct nodo *reso = nodo_child(risposta, "reso");
	const char *which = chiamata_parametro(c, "_quale");
	int i = 0;

	if (e != WEB_FATTO) {
		chiamata_esito(c, risposta);
		return 0;
	}
	e = p != NULL ? esito_web_di(nodo_attr(p, "esito")) : WEB_GUASTO;
	if (e == WEB_ASSENTE || e == WEB_VIETATO || e == WEB_SCORRETTA)
		e = WEB_ASSENTE;
	for (; which != NULL && reso != NULL; reso = nodo_next(reso, "reso")) {
		if (strcmp(nodo_attr(reso, "nome"), which) == 0)
			break;
		i++;
	}
	if (e != WEB_FATTO)
		chiamata_errore(c, esito_web_http(e), nodo_attr(p,
		    "messaggio"), risposta);
	else if (reso == NULL || i >= c->arrivata->n_fd)
		chiamata_errore(c, 404, NULL, risposta);
	else
		via_file_rendi(c, c->arrivata->fd[i], reso,
		    chiamata_parametro(c, "_vedi") != NULL);
	return 0;
}

/* ---- of the program itself ---- */

static bool
takes_gzip(const struct chiamata *c)
{
	const char *a = c->t.accept_encoding;

	return a != NULL && strstr(a, "gzip") != NULL &&
	    strstr(a, "gzip;q=0") == NULL;
}

static void
serve(struct chiamata *c, const char *name, const struct resource *r)
{
	const struct resource *z = statici_trova(arena_printf(c->a, "%s.gz",
	    name));
	const char *tag = arena_printf(c->a, "\"%s\"", statici_edizione());

	chiamata_testata(c, "ETag", tag);
	chiamata_testata(c, "Vary", "Accept-Encoding");
	c->r.tipo = statici_tipo(name);
	c->r.conserva = true;
	if (c->t.if_none_match != NULL &&
	    strstr(c->t.if_none_match, tag) != NULL) {
		c->r.stato = 304;
		return;
	}
	if (z != NULL && takes_gzip(c)) {
		chiamata_testata(c, "Content-Encoding", "gzip");
		r = z;
	}
	c->r.stato = 200;
	c->r.fissi = r->data;
	c->r.n_fissi = r->size;
}

int
via_statici(struct chiamata *c)
{
	const char *name = c->in.via + 1, *edition = statici_edizione();
	const struct resource *r;
	size_t n = strlen(edition);

	if (strncmp(name, "statici/", 8) == 0) {
		name += 8;
		/* of another edition: what is asked for is no more */
		if (strncmp(name, edition, n) != 0 || name[n] != '/') {
			chiamata_errore(c, 404, NULL, NULL);
			return 0;
		}
		name += n + 1;
	}
	if ((r = statici_trova(name)) == NULL)
		chiamata_errore(c, 404, NULL, NULL);
	else
		serve(c, name, r);
	return 0;
}

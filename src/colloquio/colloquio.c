/* SPDX-License-Identifier: EUPL-1.2 */
#include "colloquio/colloquio.h"

#include <string.h>

static const struct {
	const char *parola;
	int http;
} esiti[WEB_N] = {
	[WEB_FATTO] = { "fatto", 200 },
	[WEB_RIFIUTATO] = { "rifiutato", 422 },
	[WEB_CONFLITTO] = { "conflitto", 409 },
	[WEB_ASSENTE] = { "assente", 404 },
	[WEB_VIETATO] = { "vietato", 403 },
	[WEB_ENTRA] = { "entra", 401 },
	[WEB_SECONDO] = { "secondo", 401 },
	[WEB_FRENA] = { "frena", 429 },
	[WEB_SCORRETTA] = { "scorretta", 400 },
	[WEB_OCCUPATO] = { "occupato", 503 },
	[WEB_GUASTO] = { "guasto", 500 },
};

const char *
esito_web_parola(enum esito_web e)
{
	return esiti[e].parola;
}

enum esito_web
esito_web_di(const char *parola)
{
	int i;

	for (i = 0; parola != NULL && i < WEB_N; i++)
		if (strcmp(esiti[i].parola, parola) == 0)
			return (enum esito_web)i;
	return WEB_GUASTO;
}

int
esito_web_http(enum esito_web e)
{
	return esiti[e].http;
}

enum esito_web
esito_web_di_errore(int code)
{
	switch (code) {
	case 0:
		return WEB_FATTO;
	case ERR_ABSENT:
		return WEB_ASSENTE;
	case ERR_BUSY:
		return WEB_OCCUPATO;
	case ERR_FORBIDDEN:
		return WEB_VIETATO;
	case ERR_INVALID:
		return WEB_SCORRETTA;
	default:
		return WEB_GUASTO;
	}
}

int
colloquio_chiedi(int *attesa, int coda, const struct nodo *richiesta,
    const int *fd, int n)
{
	AUTO_BUF b = { 0 };

	nodo_pack(&b, richiesta);
	return canale_chiedi(attesa, coda, &b, fd, n);
}

int
colloquio_apri(struct nodo **out, struct arena *a, const struct consegna *c)
{
	struct cursor cur = { (const unsigned char *)c->testo.data,
	    c->testo.len };

	return nodo_unpack(out, a, &cur);
}

int
colloquio_rispondi(const struct consegna *c, const struct nodo *risposta,
    const int *fd, int n)
{
	AUTO_BUF b = { 0 };

	nodo_pack(&b, risposta);
	return canale_rispondi(c, &b, fd, n);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/emergenza.h"

#include <assert.h>
#include <string.h>

#include "documenti/registrazione.h"

#define GIORNO 86400

void
giorno_dopo(char out[GIORNO_LEN + 1], const char *giorno, int n)
{
	char noon[] = "0000-00-00T12:00:00Z";
	int64_t t;
	int r;

	memcpy(noon, giorno, GIORNO_LEN);
	r = clock_parse(&t, noon);
	assert(r == 0);
	clock_day(out, t + (int64_t)n * GIORNO);
}

/* ---- how long ---- */

static void
check_autorizzazione(struct rilievi *out, const struct nodo *in,
    const char *oggi, const char *limite)
{
	const char *path = arena_printf(out->a, "/%s/autorizzazione/", in->nome);
	const char *data = nodo_value(out->a, in, "autorizzazione/data");
	const char *fino = nodo_value(out->a, in, "autorizzazione/fino-al");

	if (strcmp(data, oggi) > 0)
		rilievo_add(out, ERRORE, arena_printf(out->a, "%sdata", path),
		    "data-futura", EMERGENZA_ART63,
		    "il provvedimento è del %s, che è nel futuro", data);
	if (strcmp(fino, oggi) < 0)
		rilievo_add(out, ERRORE, arena_printf(out->a, "%sfino-al",
		    path), "data-passata", EMERGENZA_ART63,
		    "l'autorizzazione finirebbe il %s, che è già passato",
		    fino);
	if (strcmp(fino, limite) > 0)
		rilievo_add(out, ERRORE, arena_printf(out->a, "%sfino-al",
		    path), "oltre-la-settimana", EMERGENZA_ART63,
		    "si autorizza una settimana alla volta: al più fino al %s, "
		    "poi con «proroga-emergenza»", limite);
}

void
emergenza_check_apertura(struct rilievi *out, const struct nodo *in,
    const char *adesso, const char *preparato)
{
	const char *inizio = nodo_value(out->a, in, "inizio");
	char limite[GIORNO_LEN + 1], day[GIORNO_LEN + 1], oggi[GIORNO_LEN + 1];
	int64_t begun, now, ready;

	if (clock_parse(&begun, inizio) != 0 ||
	    clock_parse(&now, adesso) != 0 ||
	    clock_parse(&ready, preparato) != 0) {
		rilievo_add(out, ERRORE, "/apri-emergenza/inizio", "formato",
		    NULL, "l'ora di inizio non esiste: si scrive come "
		    "2026-11-20T09:00:00+01:00");
		err_clear();
		return;
	}
	if (begun > now)
		rilievo_add(out, ERRORE, "/apri-emergenza/inizio",
		    "inizio-futuro", EMERGENZA_ART63,
		    "l'inizio è dopo adesso (%s)", adesso);
	if (begun < ready)
		rilievo_add(out, ERRORE, "/apri-emergenza/inizio",
		    "inizio-prima-del-kit", EMERGENZA_ART63, "il registro "
		    "funzionava ancora alle %s, quando ha preparato questo kit",
		    preparato);
	clock_day(day, begun);
	clock_day(oggi, now);
	giorno_dopo(limite, day, EMERGENZA_GIORNI);
	check_autorizzazione(out, in, oggi, limite);
}

void
emergenza_check_proroga(struct rilievi *out, const struct nodo *in,
    const struct nodo *emergenza, const char *oggi)
{
	const char *was = emergenza_fino(out->a, emergenza);
	const char *data = nodo_value(out->a, in, "autorizzazione/data");
	const char *fino = nodo_value(out->a, in, "autorizzazione/fino-al");
	char limite[GIORNO_LEN + 1];

	/* from the end of the last one, or from the measure when that had
	 * already run out */
	giorno_dopo(limite, strcmp(data, was) > 0 && strcmp(data, oggi) <= 0 ?
	    data : was, EMERGENZA_GIORNI);
	check_autorizzazione(out, in, oggi, limite);
	if (strcmp(fino, was) <= 0)
		rilievo_add(out, ERRORE,
		    "/proroga-emergenza/autorizzazione/fino-al",
		    "gia-autorizzata", EMERGENZA_ART63,
		    "l'emergenza è già autorizzata fino al %s", was);
}

const char *
emergenza_fino(struct arena *a, const struct nodo *emergenza)
{
	const struct nodo *n, *last = NULL;

	for (n = nodo_child(emergenza, "autorizzazione"); n != NULL;
	    n = nodo_next(n, "autorizzazione"))
		last = n;
	assert(last != NULL);
	return nodo_value(a, last, "fino-al");
}

struct nodo *
emergenza_autorizzazione(struct arena *a, const struct nodo *in,
    const char *operatore, const char *ora)
{
	struct nodo *n = nodo_copy(a, nodo_child(in, "autorizzazione"));

	nodo_elem_text(a, n, "operatore", operatore);
	nodo_elem_text(a, n, "ora", ora);
	return n;
}

/* ---- numbers and the seal ---- */

struct numero
emergenza_seguente(const struct numero *ultimo, int anno)
{
	struct numero n = { SERIE_EMERGENZA, anno, 1 };

	if (ultimo->anno == anno)
		n.progressivo = ultimo->progressivo + 1;
	return n;
}

void
emergenza_prova(char out[IMPRONTA_LEN + 1], struct arena *a,
    const struct nodo *emergenza, const char *precedente, const char *chiave)
{
	struct nodo *n = nodo_copy(a, emergenza);
	struct nodo *prova = nodo_find(n, "chiusura/prova");
	AUTO_BUF b = { 0 };

	if (prova != NULL)
		nodo_remove(prova);
	buf_printf(&b, "%s\n", precedente);
	nodo_write(&b, n);
	hash_hmac_hex(out, chiave, strlen(chiave), b.data, b.len);
}

/* ---- rows ---- */

struct nodo *
emergenza_riga(struct arena *a, const struct nodo *in, const struct numero *n,
    const char *ora, const char *operatore)
{
	struct nodo *riga = registrazione_make(a, in, n, ora, operatore);

	riga->nome = "registrazione-emergenza";
	return riga;
}

static const char *const own[] = { "numero", "ora", "operatore" };

struct nodo *
emergenza_campi(struct arena *a, const struct nodo *riga)
{
	struct nodo *n = nodo_copy(a, riga);
	size_t i;

	n->nome = "registra";
	n->attr = NULL;
	for (i = 0; i < NELEM(own); i++)
		nodo_remove(nodo_child(n, own[i]));
	return n;
}

void
emergenza_lega(struct arena *a, struct nodo *campi, const struct nodo *riga)
{
	struct nodo *n = nodo_elem(a, campi, "emergenza");
	size_t i;

	for (i = 0; i < NELEM(own); i++)
		nodo_elem_text(a, n, own[i], nodo_value(a, riga, own[i]));
}

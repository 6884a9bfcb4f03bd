/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * api_risposta.c - a <risposta> into what another program is given: XML, or
 * JSON when it says so.  One shape for what was done and for what was not; the
 * status says which.
 */
#include "web/api.h"

#include <stdlib.h>
#include <string.h>

#include "xml/json.h"

/* ---- which of the two ---- */

static bool
wants_json(const struct api_domanda *in)
{
	const char *f = api_parametro(in, "_formato"), *j, *x;

	if (f != NULL)
		return strcmp(f, "json") == 0;
	if (in->accetta == NULL)
		return false;
	j = strstr(in->accetta, "application/json");
	x = strstr(in->accetta, "application/xml");
	return j != NULL && (x == NULL || j < x);
}

/* ---- what is said ---- */

/* <sessione> and <parte> are ours, not the program's; <testo> is what the
 * command line prints. */
static bool
belongs(const struct nodo *n)
{
	static const char *const not_said[] = { "sessione", "parte", "reso",
	    "testo" };
	size_t i;

	for (i = 0; i < NELEM(not_said); i++)
		if (strcmp(n->nome, not_said[i]) == 0)
			return false;
	return true;
}

/* The <risposta> of the answer: that of its only part, or its own. */
static struct nodo *
said(struct arena *a, const struct nodo *risposta, enum esito_web *esito)
{
	static const char *const words[] = { "messaggio", "id", "fra",
	    "ripetuta" };
	const struct nodo *part = nodo_child(risposta, "parte"), *c;
	struct nodo *out = nodo_new(a, "risposta");
	const char *v;
	size_t i;

	*esito = esito_web_di(nodo_attr(risposta, "esito"));
	if (part == NULL)
		part = risposta;
	else if (*esito == WEB_FATTO && nodo_attr(part, "esito") != NULL)
		*esito = esito_web_di(nodo_attr(part, "esito"));
	nodo_set(a, out, "esito", esito_web_parola(*esito));
	for (i = 0; i < NELEM(words); i++) {
		v = nodo_attr(part, words[i]);
		nodo_set(a, out, words[i], v != NULL ? v :
		    nodo_attr(risposta, words[i]));
	}
	for (c = nodo_child(part, NULL); c != NULL; c = nodo_next(c, NULL))
		if (belongs(c))
			nodo_add(out, nodo_copy(a, c));
	for (c = nodo_child(risposta, "reso"); c; c = nodo_next(c, "reso"))
		nodo_add(out, nodo_copy(a, c));
	return out;
}

/* ---- as JSON ---- */

static void
members(struct json *j, const struct nodo *n)
{
	const struct attr *at;
	AUTO(arena) a = arena_new();

	json_object(j, NULL);
	for (at = n->attr; at != NULL; at = at->succ)
		json_string(j, at->nome, at->valore);
	if (n->primo != NULL)
		json_string(j, "testo", nodo_all_text(a, n));
	json_end(j);
}

/* An array of what is below `list`, whose members are attributes and a text. */
static void
list(struct json *j, const char *nome, const struct nodo *from,
    const char *child)
{
	const struct nodo *c;

	if (from == NULL || nodo_child(from, child) == NULL)
		return;
	json_array(j, nome);
	for (c = nodo_child(from, child); c; c = nodo_next(c, child))
		members(j, c);
	json_end(j);
}

static void
as_json(struct buf *out, struct arena *a, const struct nodo *n)
{
	struct nodo *vista = nodo_new(a, "vista");
	struct json j = { .out = out };
	const struct nodo *c;
	const struct attr *at;

	json_object(&j, NULL);
	for (at = n->attr; at != NULL; at = at->succ)
		json_string(&j, at->nome, at->valore);
	list(&j, "base", nodo_child(n, "base"), "testa");
	list(&j, "rilievi", nodo_child(n, "rilievi"), "rilievo");
	list(&j, "resi", n, "reso");
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "base") != 0 && strcmp(c->nome,
		    "rilievi") != 0 && strcmp(c->nome, "reso") != 0)
			nodo_add(vista, nodo_copy(a, c));
	if (nodo_child(vista, NULL) != NULL)
		json_nodo(&j, "vista", vista);
	json_end(&j);
	buf_putc(out, '\n');
}

static void
say(struct api_risposta *out, struct arena *a, const struct api_domanda *in,
    const struct nodo *n)
{
	bool json = wants_json(in);

	out->tipo = json ? "application/json" :
	    "application/xml; charset=utf-8";
	buf_clear(&out->corpo);
	if (json)
		as_json(&out->corpo, a, n);
	else
		nodo_write(&out->corpo, n);
}

/* ---- files ---- */

static int
how_many(const struct nodo *risposta)
{
	const struct nodo *c;
	int n = 0;

	for (c = nodo_child(risposta, "reso"); c; c = nodo_next(c, "reso"))
		n++;
	return n;
}

/* One file is the answer; of several, the one that ?_reso=N names. */
static bool
hands_over(struct api_risposta *out, struct arena *a,
    const struct api_domanda *in, const struct nodo *risposta)
{
	const char *which = api_parametro(in, "_reso"), *type;
	const struct nodo *c = nodo_child(risposta, "reso");
	int n = how_many(risposta), i, wanted = 1;

	if (which != NULL)
		wanted = (int)strtol(which, NULL, 10);
	else if (n != 1)
		return false;
	if (wanted < 1 || wanted > n)
		return false;
	for (i = 1; i < wanted; i++)
		c = nodo_next(c, "reso");
	type = nodo_attr(c, "tipo");
	out->file = wanted - 1;
	out->nome_file = nodo_attr(c, "nome");
	out->tipo = type != NULL ? arena_strdup(a, type) :
	    "application/octet-stream";
	return true;
}

/* ---- the answer ---- */

void
api_errore(struct api_risposta *out, const struct api_domanda *in, int stato,
    const char *messaggio)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "risposta");
	int e;

	for (e = WEB_N - 1; e > WEB_FATTO; e--)
		if (esito_web_http((enum esito_web)e) == stato)
			break;
	if (e == WEB_FATTO)
		e = stato < 500 ? WEB_SCORRETTA : WEB_GUASTO;
	nodo_set(a, n, "esito", esito_web_parola((enum esito_web)e));
	nodo_set(a, n, "messaggio", messaggio);
	out->stato = stato;
	out->file = -1;
	out->autentica = stato == 401 ? "Bearer realm=\"cartella\"" : NULL;
	say(out, a, in, n);
}

void
api_risponde(struct api_risposta *out, struct arena *a,
    const struct api_domanda *in, const struct nodo *risposta)
{
	enum esito_web esito;
	const char *fra;
	struct nodo *n;

	out->file = -1;
	if (risposta == NULL) {
		api_errore(out, in, 503, "nessuno ha risposto: riprova con la "
		    "stessa istanza");
		return;
	}
	n = said(a, risposta, &esito);
	out->stato = esito_web_http(esito);
	out->autentica = out->stato == 401 ? "Bearer realm=\"cartella\"" :
	    NULL;
	fra = nodo_attr(n, "fra");
	out->fra = fra != NULL ? (int)strtol(fra, NULL, 10) : 0;
	if (esito != WEB_FATTO || !hands_over(out, a, in, risposta))
		say(out, a, in, n);
}

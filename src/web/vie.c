/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vie.c - the ways that are no atto: pages, forms of the way in, outcomes.
 *
 * A page is there when all readings it cannot do without are; else it is
 * absent, whoever asks and whatever the reason.
 */
#include "web/vie.h"

#include <string.h>

#include "base/random.h"
#include "web/azione.h"
#include "web/guardia.h"

/* ---- finding it ---- */

static bool
fits(struct chiamata *c, const char *modello)
{
	size_t n = strlen(modello);

	if (modello[n - 1] == '/' && n > 1)
		return strncmp(c->in.via, modello, n) == 0;
	return indirizzo_combacia(c->a, modello, &c->in);
}

static const struct via *
in_tables(struct chiamata *c, bool *other)
{
	static const struct via *const tables[] = { vie_comuni, vie_redazione,
	    vie_api };
	const struct via *v;
	size_t i;

	for (i = 0; i < NELEM(tables); i++)
		for (v = tables[i]; v->modello != NULL; v++)
			if (fits(c, v->modello)) {
				if (v->metodi & c->metodo)
					return v;
				*other = true;
			}
	return NULL;
}

void
vie_trova(struct chiamata *c)
{
	bool other = false;

	/* the pieces of the address are those of what was tried last */
	c->pagina = pagina_trova(c->a, &c->in);
	if ((c->via = in_tables(c, &other)) != NULL)
		return;
	c->pagina = pagina_trova(c->a, &c->in);
	if (c->metodo == VIA_POST && azione_trova(c->in.via) != NULL)
		c->via = &via_azione;
	else if (c->metodo == VIA_GET && c->pagina != NULL)
		c->via = &via_pagina;
	else
		c->via = other || c->pagina != NULL ||
		    azione_trova(c->in.via) != NULL ? &via_non_cosi :
		    &via_assente;
}

/* ---- pages ---- */

/* What stands in its address goes with it. */
static int
ask_kind(struct chiamata *c, const struct pagina *p)
{
	struct nodo *q = chiamata_chiede(c, p->tipo, CODA_LETTURE), *to, *x;
	int i;

	nodo_set(c->a, q, "menu", "si");
	to = nodo_elem(c->a, q, "campi");
	for (i = 0; i < c->in.n_query; i++)
		if ((x = nodo_elem_text(c->a, to, "campo",
		    c->in.query[i].valore)) != NULL)
			nodo_set(c->a, x, "nome", c->in.query[i].nome);
	return 0;
}

static int
ask_page(struct chiamata *c, const struct pagina *p)
{
	struct nodo *q;

	if (p->tipo != NULL)
		return ask_kind(c, p);
	q = chiamata_chiede(c, "leggi", CODA_LETTURE);
	nodo_set(c->a, q, "menu", "si");
	if (p->parti != NULL && pagina_chiede(q, c->a, p, &c->in) != 0) {
		err_clear();
		return via_manca(c);
	}
	if (nodo_child(q, "lettura") == NULL)
		nodo_set(c->a, q, "tipo", "sessione");
	return 0;
}

static int
page_asks(struct chiamata *c)
{
	return ask_page(c, c->pagina);
}

/* The first reading that the page cannot do without and that is not there. */
static enum esito_web
worst(const struct nodo *richiesta, const struct nodo *risposta)
{
	const struct nodo *q = nodo_child(richiesta, "lettura");
	const struct nodo *p = nodo_child(risposta, "parte");
	enum esito_web e;

	for (; q != NULL; q = nodo_next(q, "lettura")) {
		if (p == NULL)
			return WEB_GUASTO;
		e = esito_web_di(nodo_attr(p, "esito"));
		if (e != WEB_FATTO && nodo_attr(q, "facoltativa") == NULL)
			return e;
		p = nodo_next(p, "parte");
	}
	return WEB_FATTO;
}

/* A page that is a form has it; the address may say what is in its fields. */
static void
show_page(struct chiamata *c, int stato, const struct nodo *risposta)
{
	struct modulo_dati d = { .atto = c->pagina->atto,
	    .campi = c->in.query, .n = c->in.n_query };
	struct nodo *form = NULL;

	if (d.atto != NULL && (form = via_atto_modulo(c, &d, risposta,
	    NULL)) == NULL)
		chiamata_errore(c, 404, NULL, risposta);
	else
		chiamata_stampa(c, c->pagina, stato, risposta, form);
}

static int
page_answers(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));

	if (c->pagina->aperta && (e == WEB_ENTRA || e == WEB_SECONDO)) {
		chiamata_stampa(c, c->pagina, 200, NULL, NULL);
		return 0;
	}
	if (e != WEB_FATTO) {
		chiamata_esito(c, risposta);
		return 0;
	}
	e = worst(c->richiesta, risposta);
	if (e == WEB_FATTO || e == WEB_RIFIUTATO)
		show_page(c, esito_web_http(e), risposta);
	else if (e == WEB_ASSENTE || e == WEB_VIETATO)
		chiamata_errore(c, 404, NULL, risposta);
	else
		chiamata_errore(c, esito_web_http(e), NULL, risposta);
	return 0;
}

const struct via via_pagina = { "", VIA_GET, page_asks, page_answers };

/* ---- forms that are no atto ---- */

struct moduletto {		/* between asking and the answer */
	const struct azione *z;
	struct nodo *prima;	/* what was said of it, while its page is read */
};

/* The form's page is found by its address, which is not this one; where the
 * form would have gone stays in it. */
static const struct pagina *
page_at(struct chiamata *c, const char *via)
{
	struct indirizzo in = { .via = via };
	const struct pagina *p = pagina_trova(c->a, &in);
	struct coppia *back = arena_alloc(c->a, sizeof *back);

	if (p == NULL)
		return NULL;
	*back = (struct coppia){ "_ritorno", chiamata_campo(c, "_ritorno") };
	c->in = (struct indirizzo){ .via = via, .query = back,
	    .n_query = chiamata_locale(back->valore) ? 1 : 0 };
	return p;
}

static int
form_asks(struct chiamata *c)
{
	const struct azione *z = azione_trova(c->in.via);
	struct nodo *q = chiamata_chiede(c, z->tipo, z->coda);
	struct moduletto *m = arena_alloc(c->a, sizeof *m);
	int r;

	m->z = z;
	c->stato_via = m;
	chiamata_campi(q, c);
	chiamata_file(q, c);
	nodo_set(c->a, q, "menu", z->pagina != NULL ? "si" : NULL);
	if (z->segreti != NULL &&
	    (r = chiamata_segreti(q, c, z->segreti)) != 0)
		return r;
	return 0;
}

static void
keep_secret(struct chiamata *c, const struct nodo *risposta)
{
	const char *s = nodo_attr(risposta, "sessione");

	if (s != NULL)
		chiamata_testata(c, "Set-Cookie", guardia_set_cookie(c->a, s,
		    nodo_attr(risposta, "dura"), c->cifrata));
}

/* The answer as a tree, without the secret, for a script of ours. */
static void
form_as_xml(struct chiamata *c, const struct nodo *risposta)
{
	struct nodo *tree = nodo_copy(c->a, risposta);
	AUTO_BUF b = { 0 };

	nodo_set(c->a, tree, "sessione", NULL);
	nodo_write(&b, tree);
	chiamata_bytes(c, esito_web_http(esito_web_di(nodo_attr(risposta,
	    "esito"))), "application/xml", buf_str(&b), b.len);
}

/* Its page as it is now, with what was said of the form. */
static void
show_again(struct chiamata *c, const struct nodo *prima,
    const struct nodo *risposta)
{
	struct nodo *tree = nodo_copy(c->a, risposta);
	const struct nodo *x;

	if (esito_web_di(nodo_attr(risposta, "esito")) != WEB_FATTO) {
		chiamata_esito(c, prima);
		return;
	}
	nodo_set(c->a, tree, "esito", nodo_attr(prima, "esito"));
	nodo_set(c->a, tree, "messaggio", nodo_attr(prima, "messaggio"));
	nodo_set(c->a, tree, "fra", nodo_attr(prima, "fra"));
	for (x = nodo_child(prima, NULL); x != NULL; x = nodo_next(x, NULL))
		if (strcmp(x->nome, "sessione") != 0)
			nodo_add(tree, nodo_copy(c->a, x));
	chiamata_stampa(c, c->pagina, esito_web_http(esito_web_di(
	    nodo_attr(prima, "esito"))), tree, NULL);
}

static int
refused_form(struct chiamata *c, struct moduletto *m,
    const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));

	if (m->z->pagina == NULL || e == WEB_SECONDO ||
	    (c->pagina = page_at(c, m->z->pagina)) == NULL) {
		chiamata_esito(c, risposta);
		return 0;
	}
	if (c->pagina->aperta) {
		chiamata_stampa(c, c->pagina, esito_web_http(e), risposta,
		    NULL);
		return 0;
	}
	m->prima = nodo_copy(c->a, risposta);
	return ask_page(c, c->pagina);
}

static int
form_answers(struct chiamata *c, const struct nodo *risposta)
{
	struct moduletto *m = c->stato_via;
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const char *back = chiamata_campo(c, "_ritorno");

	if (m->prima != NULL) {
		show_again(c, m->prima, risposta);
		return 0;
	}
	keep_secret(c, risposta);
	if (chiamata_vuole_xml(c)) {
		form_as_xml(c, risposta);
	} else if (e == WEB_FATTO) {
		chiamata_rimanda(c, chiamata_locale(back) ? back : m->z->poi);
	} else {
		return refused_form(c, m, risposta);
	}
	return 0;
}

const struct via via_azione = { "", VIA_POST, form_asks, form_answers };

/* ---- what became of an istanza ---- */

static int
outcome_asks(struct chiamata *c)
{
	const char *id = c->in.pezzi[0].valore;
	struct nodo *q;

	if (!random_id_valid(id) || c->pagina == NULL)
		return via_manca(c);
	q = chiamata_chiede(c, "esito", CODA_LETTURE);
	nodo_set(c->a, q, "menu", "si");
	nodo_set(c->a, nodo_elem_text(c->a, nodo_elem(c->a, q, "campi"),
	    "campo", id), "nome", "id");
	return 0;
}

static int
outcome_answers(struct chiamata *c, const struct nodo *risposta)
{
	if (esito_web_di(nodo_attr(risposta, "esito")) == WEB_FATTO)
		chiamata_stampa(c, c->pagina, 200, risposta, NULL);
	else
		chiamata_esito(c, risposta);
	return 0;
}

/* ---- nothing ---- */

/* Who is in keeps his menu, as on any page. */
static int
say(struct chiamata *c, int stato)
{
	if (c->sessione != NULL && !chiamata_vuole_xml(c))
		nodo_set(c->a, chiamata_chiede(c, "sessione",
		    CODA_LETTURE), "menu", "si");
	else
		chiamata_errore(c, stato, NULL, NULL);
	return 0;
}

int
via_manca(struct chiamata *c)
{
	c->via = &via_assente;
	return say(c, 404);
}

static int
absent(struct chiamata *c, const struct nodo *risposta)
{
	chiamata_errore(c, 404, NULL, risposta);
	return 0;
}

static int
asked_otherwise(struct chiamata *c)
{
	return say(c, 405);
}

static int
not_so(struct chiamata *c, const struct nodo *risposta)
{
	chiamata_errore(c, 405, NULL, risposta);
	return 0;
}

const struct via via_assente = { "", VIA_GET | VIA_POST, via_manca, absent };
const struct via via_non_cosi = { "", VIA_GET | VIA_POST,
    asked_otherwise, not_so };

const struct via vie_comuni[] = {
	{ "/statici/", VIA_GET, via_statici, NULL },
	{ "/favicon.ico", VIA_GET, via_statici, NULL },
	{ "/salute", VIA_GET, via_salute, NULL },
	{ "/metriche", VIA_GET, via_metriche, NULL },
	{ "/atto/{nome}", VIA_GET | VIA_POST, via_atto_chiede,
	    via_atto_risponde },
	{ "/bozze", VIA_POST, via_bozza_chiede, via_atto_risponde },
	{ "/esito/{id}", VIA_GET, outcome_asks, outcome_answers },
	{ "/lettura/{atto}", VIA_POST, via_lettura_chiede,
	    via_lettura_risponde },
	{ "/file/{atto}", VIA_GET, via_file_chiede, via_file_risponde },
	{ 0 }
};

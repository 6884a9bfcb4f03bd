/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_modulo.c - the form of an atto, shown: empty, or as it was typed with
 * what is wrong, in a page of its own or in the one it came from.
 *
 * Refuses: a form to whoever may not do the atto.  Keeps: what was typed, and
 * the files that came with it.
 */
#include "web/via_atto.h"

#include <string.h>

#include "web/sosta.h"
#include "web/suggeriti.h"

struct compito *
compito_new(struct chiamata *c)
{
	struct compito *t = arena_alloc(c->a, sizeof *t);
	AUTO_BUF b = { 0 };
	int i;

	t->dati.atto = c->in.n_pezzi > 0 ? c->in.pezzi[0].valore :
	    chiamata_campo(c, "_atto");
	t->dati.campi = c->metodo == VIA_POST && c->corpo != NULL ?
	    c->corpo->campi : c->in.query;
	t->dati.n = c->metodo == VIA_POST ? c->corpo != NULL ?
	    c->corpo->n_campi : 0 : c->in.n_query;
	for (i = 0; c->corpo != NULL && i < c->corpo->n_file; i++)
		buf_printf(&b, "%s %llu\n", c->corpo->file[i].nome,
		    (unsigned long long)c->corpo->file[i].n);
	/* with another file it is another act */
	for (i = 0; i < t->dati.n; i++)
		if (strcmp(t->dati.campi[i].nome, "_sosta") == 0)
			buf_printf(&b, "%s\n", t->dati.campi[i].valore);
	if (b.len > 0)
		t->dati.file = arena_strdup(c->a, buf_str(&b));
	c->stato_via = t;
	return t;
}

static const struct nodo *
row_of_menu(const struct nodo *risposta, const char *atto)
{
	const struct nodo *s = nodo_child(risposta, "sessione"), *p;

	for (p = s != NULL ? nodo_child(s, "puo") : NULL; p != NULL;
	    p = nodo_next(p, "puo"))
		if (strcmp(nodo_attr(p, "atto"), atto) == 0)
			return p;
	return NULL;
}

struct nodo *
via_atto_modulo(struct chiamata *c, struct modulo_dati *d,
    const struct nodo *risposta, const struct nodo *rilievi)
{
	const struct nodo *row = row_of_menu(risposta, d->atto);
	struct nodo *form;

	if (row == NULL)
		return NULL;
	/* what a file tells is for the page that says so */
	if (c->pagina != NULL && c->pagina->parti != NULL)
		sosta_proposte(d, c->a, risposta);
	if (modulo_albero(&form, c->a, row, d, rilievi) != 0) {
		err_clear();
		return NULL;
	}
	return form;
}

void
via_modulo_mostra(struct chiamata *c, int stato,
    const struct nodo *risposta, const struct nodo *rilievi)
{
	struct compito *t = c->stato_via;
	struct nodo *form = via_atto_modulo(c, &t->dati, risposta, rilievi);

	if (form == NULL || c->pagina == NULL) {
		chiamata_errore(c, 404, NULL, risposta);
		return;
	}
	if (c->pagina->parti == NULL)
		suggeriti_metti(form, c->a, risposta);
	chiamata_stampa(c, c->pagina, stato, risposta, form);
}

void
via_modulo_sessione(struct chiamata *c)
{
	struct compito *t = c->stato_via;
	bool page = c->pagina != NULL && c->pagina->parti != NULL;
	struct nodo *q = chiamata_chiede(c, "leggi", CODA_LETTURE);

	nodo_set(c->a, q, "menu", "si");
	if (page && pagina_chiede(q, c->a, c->pagina, &c->in) != 0) {
		err_clear();
		c->richiesta = NULL;
		chiamata_errore(c, 404, NULL, NULL);
		return;
	}
	if (!page)
		suggeriti_chiede(q, c->a, &t->dati);
	sosta_tenuti(q, c->a, &t->dati);
	if (nodo_child(q, "lettura") == NULL && nodo_child(q, "file") == NULL)
		nodo_set(c->a, q, "tipo", "sessione");
}

/* "/redazione/CS-2026-0000001/relazione?x=y" into c->in. */
static bool
own_address(struct chiamata *c, const char *s)
{
	struct indirizzo in = { 0 };
	char *path = arena_strdup(c->a, s), *query = strchr(path, '?');
	struct coppia *pairs;

	if (query != NULL) {
		*query++ = '\0';
		if (coppie_leggi(&pairs, &in.n_query, c->a, query, 64) != 0)
			return false;
		in.query = pairs;
	}
	if (decodifica(path, false) != 0)
		return false;
	in.via = path;
	c->in = in;
	return true;
}

/*
 * A form that has a page of its own (_pagina) comes back in it, among what the
 * page shows now.  false: it has none, nothing was asked.
 */
static bool
ask_own_page(struct chiamata *c)
{
	const char *page = chiamata_campo(c, "_pagina");
	const struct indirizzo before = c->in;
	const struct pagina *p;
	struct nodo *q;

	if (page == NULL || !chiamata_locale(page))
		return false;
	if (own_address(c, page) &&
	    (p = pagina_trova(c->a, &c->in)) != NULL && p->completa != NULL) {
		q = chiamata_chiede(c, "leggi", CODA_LETTURE);
		nodo_set(c->a, q, "menu", "si");
		if (pagina_chiede(q, c->a, p, &c->in) == 0) {
			c->pagina = p;
			return true;
		}
	}
	err_clear();
	c->richiesta = NULL;
	c->in = before;
	return false;
}

int
via_modulo_chiede(struct chiamata *c, int stato, const struct nodo *rilievi)
{
	struct compito *t = c->stato_via;

	t->mostra = stato;
	t->rilievi = rilievi != NULL ? nodo_copy(c->a, rilievi) : NULL;
	if (c->corpo != NULL && c->corpo->n_file > 0 && !t->tenuti) {
		t->tiene = true;
		chiamata_file(chiamata_chiede(c, "sosta-metti", CODA_LENTE), c);
	} else if (!ask_own_page(c)) {
		via_modulo_sessione(c);
	}
	return 0;
}

/* What could not be kept must be chosen again: the form says so. */
int
via_modulo_tenuti(struct chiamata *c, const struct nodo *risposta,
    enum esito_web e)
{
	struct compito *t = c->stato_via;

	t->tiene = false;
	t->tenuti = true;
	if (e == WEB_FATTO)
		sosta_aggiungi(&t->dati, c->a, risposta);
	return via_modulo_chiede(c, t->mostra, t->rilievi);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vie_redazione.c - what is sent from the pages of writing and signing and is
 * no atto: a draft to be looked at as a PDF, one that comes back from Writer,
 * many signatures at once.
 */
#include <string.h>

#include "web/modulo.h"
#include "web/redazione.h"
#include "web/vie.h"

/* ---- as it will look ---- */

static const struct scritto *
written_by(const char *atto)
{
	const struct scritto *s;

	for (s = scritti; s->che != NULL; s++)
		if (s->tipo != NULL && strcmp(s->atto, atto) == 0)
			return s;
	return NULL;
}

/* What is in the form is kept as a draft, of which the PDF is made. */
static int
look_asks(struct chiamata *c)
{
	const char *atto = chiamata_campo(c, "_atto");
	struct modulo_dati d = { .atto = atto };
	struct nodo *one;

	if (atto != NULL && written_by(atto) != NULL) {
		d.campi = c->corpo->campi;
		d.n = c->corpo->n_campi;
		if (modulo_bozza(&one, c->a, &d) == 0) {
			nodo_add(chiamata_chiede(c, "bozza-tieni",
			    CODA_LENTE), one);
			return 0;
		}
		err_clear();
	}
	chiamata_errore(c, 400, NULL, NULL);
	return 0;
}

static int
look_answers(struct chiamata *c, const struct nodo *risposta)
{
	const struct nodo *b = nodo_child(risposta, "bozza");
	const char *cs = chiamata_campo(c, "cartella");

	if (esito_web_di(nodo_attr(risposta, "esito")) != WEB_FATTO ||
	    b == NULL || cs == NULL || cs[strspn(cs, "CS-0123456789")] != '\0')
		chiamata_esito(c, risposta);
	else
		chiamata_rimanda(c, arena_printf(c->a, "/file/bozza?cartella="
		    "%s&tipo=%s&da=%s&pdf=si&_vedi=si", cs,
		    written_by(chiamata_campo(c, "_atto"))->tipo,
		    nodo_attr(b, "id")));
	return 0;
}

/* ---- from Writer ---- */

static int
return_asks(struct chiamata *c)
{
	struct nodo *q = chiamata_chiede(c, "bozza-rientro", CODA_LENTE);

	nodo_set(c->a, q, "menu", "si");
	chiamata_file(q, c);
	return 0;
}

/* On with the draft that was made of it; what Writer had and prosa has not is
 * told first. */
static int
return_answers(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const struct nodo *b = nodo_child(risposta, "bozza");

	if (e == WEB_FATTO && b != NULL &&
	    nodo_child(risposta, "detto") == NULL)
		chiamata_rimanda(c, arena_printf(c->a, "/redazione/bozza/%s",
		    nodo_attr(b, "id")));
	else if (e == WEB_FATTO)
		chiamata_stampa(c, c->pagina, 200, risposta, NULL);
	else if (e == WEB_SCORRETTA)	/* it says what to do with the file */
		chiamata_stampa(c, c->pagina, 422, risposta, NULL);
	else
		chiamata_esito(c, risposta);
	return 0;
}

/* ---- many signatures ---- */

static const struct pagina firmati = {
	.via = "/libro-firma", .foglio = "libro-firma-firmati",
	.titolo = "Firme", .sezione = "firma", .aiuto = "libro-firma",
};

static int
sign_asks(struct chiamata *c)
{
	struct nodo *q = chiamata_chiede(c, "firma-tutte", CODA_LENTE);

	nodo_set(c->a, q, "menu", "si");
	chiamata_campi(q, c);
	nodo_set(c->a, q, "modulo", chiamata_campo(c, "_id"));
	return chiamata_campo(c, "_frase") != NULL ?
	    chiamata_segreti(q, c, "_frase") : 0;
}

static int
sign_answers(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));

	if (e == WEB_FATTO)
		chiamata_stampa(c, &firmati, 200, risposta, NULL);
	else
		chiamata_esito(c, risposta);
	return 0;
}

const struct via vie_redazione[] = {
	{ "/redazione/anteprima", VIA_POST, look_asks, look_answers },
	{ "/redazione/rientro", VIA_POST, return_asks, return_answers },
	{ "/libro-firma", VIA_POST, sign_asks, sign_answers },
	{ 0 }
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vie_redazione.c - what is sent from the pages of writing and signing and is
 * no atto: a draft that comes back from Writer, many signatures at once.
 */
#include <string.h>

#include "web/vie.h"

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
	{ "/redazione/rientro", VIA_POST, return_asks, return_answers },
	{ "/libro-firma", VIA_POST, sign_asks, sign_answers },
	{ 0 }
};

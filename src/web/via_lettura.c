/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_lettura.c - /lettura/NOME: a reading that takes files, so that it has to
 * be sent; its page (pagina.h) shows what was found.  Changes nothing.
 *
 * Refuses a reading without a page of that address.
 */
#include "web/modulo.h"
#include "web/vie.h"

int
via_lettura_chiede(struct chiamata *c)
{
	struct modulo_dati data = { .atto = c->in.via + sizeof "/lettura/" - 1 };
	struct rilievi ril = { .a = c->a };
	struct nodo *one = NULL, *q;

	if (c->pagina == NULL || c->corpo == NULL) {
		chiamata_errore(c, 404, NULL, NULL);
		return 0;
	}
	data.campi = c->corpo->campi;
	data.n = c->corpo->n_campi;
	if (modulo_istanza(&one, &ril, c->a, &data) != 0 || one == NULL) {
		err_clear();
		chiamata_errore(c, 400, NULL, NULL);
		return 0;
	}
	q = chiamata_chiede(c, "leggi", CODA_LENTE);
	nodo_set(c->a, q, "menu", "si");
	nodo_add(nodo_elem(c->a, q, "lettura"), one);
	chiamata_file(q, c);
	return 0;
}

int
via_lettura_risponde(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const struct nodo *p = nodo_child(risposta, "parte");
	const struct nodo *reso = nodo_child(risposta, "reso");

	if (e != WEB_FATTO) {
		chiamata_esito(c, risposta);
		return 0;
	}
	e = p != NULL ? esito_web_di(nodo_attr(p, "esito")) : WEB_GUASTO;
	if (e == WEB_FATTO && reso != NULL && c->arrivata->n_fd > 0)
		via_file_rendi(c, c->arrivata->fd[0], reso,
		    chiamata_parametro(c, "_vedi") != NULL);
	else if (e == WEB_ASSENTE || e == WEB_VIETATO)
		chiamata_errore(c, 404, NULL, risposta);
	else
		chiamata_stampa(c, c->pagina, esito_web_http(e), risposta,
		    NULL);
	return 0;
}

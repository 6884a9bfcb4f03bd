/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * richiedi_scarto.c - a list of scarto was sent to the Soprintendenza, which
 * answers within sixty days; a question of hers stops them, our answer lets
 * them go on.
 *
 * Warns: of a list that was not signed here.  Refuses: a request made twice; a
 * question while another waits, an answer to none; a registration of the wrong
 * flow, or older than what it follows.
 * Keeps: silence authorises nothing.  Norm: D.lgs 42/2004 artt. 21, 22.
 */
#include <string.h>

#include "atti/archivio/scarti.h"
#include "atti/table.h"
#include "documenti/scarto.h"

enum fatto { RICHIESTA, DOMANDA, RISPOSTA };

static enum fatto
which(const struct op *op)
{
	const char *v = op_campo(op, "fatto");

	if (v == NULL || strcmp(v, "richiesta") == 0)
		return RICHIESTA;
	return strcmp(v, "domanda") == 0 ? DOMANDA : RISPOSTA;
}

static int
esamina(struct op *op)
{
	static const char *const first[] = { "proposto", NULL };
	static const char *const running[] = { "richiesto", NULL };
	static const char *const asked[] = { "sospeso", NULL };
	enum fatto f = which(op);
	struct scarto_elenco e;
	const char *giorno;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, f == RICHIESTA ? first : f == DOMANDA ?
	    running : asked);
	if ((r = scarto_registrazione(&giorno, op, f == DOMANDA ? "entrata" :
	    "uscita")) != 0)
		return r;
	if (f == RICHIESTA &&
	    (r = scarto_firmato(op, &e, SCARTO_ELENCO)) != 0)
		return r;
	scarto_segue(op, giorno, "prima-di-quella", f == RICHIESTA ?
	    "l'elenco" : f == DOMANDA ? "la richiesta" : "la domanda",
	    f == RICHIESTA ? e.data : f == DOMANDA ? e.inviata : e.sospesa);
	return 0;
}

static void
add_question(struct op *op, struct nodo *doc, const char *giorno)
{
	struct nodo *n = nodo_elem(op->a, doc, "domanda");

	nodo_elem_text(op->a, n, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, n, "arrivata", giorno);
}

static void
add_answer(struct op *op, struct nodo *doc, const char *giorno)
{
	struct nodo *d, *last = NULL, *n;

	for (d = doc->primo; d != NULL; d = d->succ)
		if (d->nome != NULL && strcmp(d->nome, "domanda") == 0)
			last = d;
	n = nodo_elem(op->a, last, "risposta");
	nodo_elem_text(op->a, n, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, n, "inviata", giorno);
}

static int
applica(struct op *op)
{
	enum fatto f = which(op);
	struct scarto_elenco e;
	const char *giorno, *path;
	struct nodo *doc;
	int r;

	if ((r = scarto_find(&e, op)) != 0 ||
	    (r = scarto_registrazione(&giorno, op, f == DOMANDA ? "entrata" :
	    "uscita")) != 0)
		return r;
	path = scarto_percorso(op->a, e.numero, SCARTO_RICHIESTA);
	if (f == RICHIESTA) {
		doc = scarto_richiesta(op, e.numero, op_campo(op,
		    "protocollo"), giorno);
	} else if ((r = store_documento(&doc, op->a, op->st, "ente",
	    path)) != 0) {
		return r;
	} else if (f == DOMANDA) {
		add_question(op, doc, giorno);
	} else {
		add_answer(op, doc, giorno);
	}
	op->fatto = arena_printf(op->a, "elenco di scarto %d", e.numero);
	op_deposita(op, "ente", path, doc);
	return 0;
}

const struct atto atto_richiedi_scarto = {
	.nome = "richiedi-scarto",
	.sommario = "lega un elenco di scarto alla richiesta alla Soprintendenza",
	.norma = "artt. 21 e 22 D.lgs 42/2004",
	.esamina = esamina,
	.applica = applica,
};

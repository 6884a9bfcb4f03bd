/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * richiedi_scarto.c - a list of scarto was sent to the Soprintendenza, which
 * answers within sixty days; a question of hers stops them, our answer lets
 * them go on.
 *
 * Of confidential rows the Ministero dell'interno is asked as well.
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

enum fatto { RICHIESTA, DOMANDA, RISPOSTA, MINISTERO };

static enum fatto
which(const struct op *op)
{
	const char *v = op_campo(op, "fatto");

	if (v == NULL || strcmp(v, "richiesta") == 0)
		return RICHIESTA;
	if (strcmp(v, "ministero") == 0)
		return MINISTERO;
	return strcmp(v, "domanda") == 0 ? DOMANDA : RISPOSTA;
}

static const char *
flow(enum fatto f)
{
	return f == DOMANDA ? "entrata" : "uscita";
}

/* Of rows that are confidential it is asked too, once. */
static void
check_ministry(struct op *op, const struct scarto_elenco *e)
{
	if (!e->del_ministero)
		op_errore(op, "fatto", "nessuna-riservata", MINISTERO_NORMA,
		    "nell'elenco %d non c'è una riga riservata: al Ministero "
		    "dell'interno non si chiede niente", e->numero);
	else if (e->ministero_chiesto != NULL)
		op_errore(op, "fatto", "gia-chiesto", MINISTERO_NORMA, "al "
		    "Ministero dell'interno si è già chiesto il %s",
		    e->ministero_chiesto);
}

/* What the registration must not come before. */
static void
check_order(struct op *op, const struct scarto_elenco *e, enum fatto f,
    const char *giorno)
{
	const struct {
		const char *che, *dopo;
	} behind[] = {
		[RICHIESTA] = { "l'elenco", e->data },
		[DOMANDA] = { "la richiesta", e->inviata },
		[RISPOSTA] = { "la domanda", e->sospesa },
		[MINISTERO] = { "l'elenco", e->data },
	};

	scarto_segue(op, giorno, "prima-di-quella", behind[f].che,
	    behind[f].dopo);
}

static int
esamina(struct op *op)
{
	static const char *const first[] = { "proposto", NULL };
	static const char *const running[] = { "richiesto", NULL };
	static const char *const asked[] = { "sospeso", NULL };
	static const char *const sent[] = { "richiesto", "sospeso", NULL };
	const char *const *in[] = { [RICHIESTA] = first, [DOMANDA] = running,
	    [RISPOSTA] = asked, [MINISTERO] = sent };
	enum fatto f = which(op);
	struct scarto_elenco e;
	const char *giorno;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, in[f]);
	if (f == MINISTERO)
		check_ministry(op, &e);
	if ((r = scarto_registrazione(&giorno, op, "protocollo",
	    flow(f))) != 0)
		return r;
	if (f == RICHIESTA &&
	    (r = scarto_firmato(op, &e, SCARTO_ELENCO)) != 0)
		return r;
	check_order(op, &e, f, giorno);
	return 0;
}

/* What was asked of the Ministero stands last. */
static void
add_question(struct op *op, struct nodo *doc, const char *giorno)
{
	struct nodo *last = nodo_child(doc, "ministero"), *n;

	if (last != NULL)
		nodo_remove(last);
	n = nodo_elem(op->a, doc, "domanda");
	nodo_elem_text(op->a, n, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, n, "arrivata", giorno);
	if (last != NULL)
		nodo_add(doc, last);
}

static void
add_ministry(struct op *op, struct nodo *doc, const char *giorno)
{
	struct nodo *n = nodo_elem(op->a, doc, "ministero");

	nodo_elem_text(op->a, n, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, n, "inviata", giorno);
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
	    (r = scarto_registrazione(&giorno, op, "protocollo",
	    flow(f))) != 0)
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
	} else if (f == MINISTERO) {
		add_ministry(op, doc, giorno);
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

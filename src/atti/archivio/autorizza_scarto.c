/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * autorizza_scarto.c - what the Soprintendenza answered to a list of scarto:
 * all of it, some rows not and why, or nothing.
 *
 * Of confidential rows also what the Ministero dell'interno answered.
 *
 * Refuses: an answer to what was not asked, or while a question of hers waits;
 * a registration that did not come in, or before the request; a row that is
 * not there, left out already, or named twice; a confidential row without the
 * Ministero's.  Keeps: an answer is given
 * once.  Norm: D.lgs 42/2004 artt. 21, 169.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/archivio/scarti.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/regole.h"
#include "documenti/scarto.h"

static bool
denied(const struct op *op)
{
	const char *v = op_campo(op, "esito");

	return v != NULL && strcmp(v, "negato") == 0;
}

static void
check_row(struct op *op, const struct nodo *x, const struct scarto_voce *v,
    int n)
{
	const char *riga = nodo_value(op->a, x, "riga");
	long k = strtol(riga, NULL, 10);
	const struct nodo *y;

	if (k > n) {
		op_errore(op, "escludi", "riga-ignota", NULL, "l'elenco ha "
		    "%d righe, non una riga %ld", n, k);
		return;
	}
	if (strcmp(v[k - 1].stato, "escluso") == 0)
		op_errore(op, "escludi", "gia-esclusa", ART21, "la riga %ld "
		    "era già esclusa: non si era proposta", k);
	for (y = nodo_next(x, "escludi"); y; y = nodo_next(y, "escludi"))
		if (strcmp(nodo_value(op->a, y, "riga"), riga) == 0)
			op_errore(op, "escludi", "doppio", NULL, "la riga %ld "
			    "è esclusa due volte", k);
}

static int
check_rows(struct op *op, int elenco)
{
	struct scarto_voce *v;
	const struct nodo *x;
	int r, n, i, left = 0, out = 0;

	if ((r = registro_scarto_voci(&v, &n, op->a, op->st->registro,
	    elenco)) != 0)
		return r;
	for (x = nodo_child(op->in, "escludi"); x; x = nodo_next(x,
	    "escludi")) {
		check_row(op, x, v, n);
		out++;
	}
	for (i = 0; i < n; i++)
		left += strcmp(v[i].stato, "escluso") != 0;
	if (denied(op) && out > 0)
		op_errore(op, "escludi", "negato-tutto", NULL, "se niente è "
		    "autorizzato non c'è una riga da escludere");
	else if (out > 0 && out >= left && op->ril.errori == 0)
		op_errore(op, "escludi", "esclusa-ogni-riga", NULL, "se "
		    "niente è autorizzato l'esito è «negato»");
	return 0;
}

/* Rows of the list that are put forward, confidential, and stay authorised. */
static int
confidential(int *left, struct op *op, int elenco)
{
	struct scarto_voce *v;
	const struct nodo *x;
	int r, n, i;

	*left = 0;
	if ((r = registro_scarto_voci(&v, &n, op->a, op->st->registro,
	    elenco)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (v[i].riservata == NULL ||
		    strcmp(v[i].stato, "escluso") == 0)
			continue;
		for (x = nodo_child(op->in, "escludi"); x; x = nodo_next(x,
		    "escludi"))
			if (strtol(nodo_value(op->a, x, "riga"), NULL,
			    10) == v[i].voce)
				break;
		*left += x == NULL;
	}
	return 0;
}

/* Without the Ministero's no confidential row is authorised. */
static int
check_ministry(struct op *op, const struct scarto_elenco *e)
{
	bool said = nodo_child(op->in, "ministero") != NULL;
	const char *giorno;
	int r, left;

	if ((r = confidential(&left, op, e->numero)) != 0)
		return r;
	if (denied(op))
		left = 0;
	if (left > 0 && !said)
		op_errore(op, "ministero", "manca-ministero", MINISTERO_NORMA,
		    "nell'elenco %d %s: serve anche l'autorizzazione del "
		    "Ministero dell'interno, con la registrazione, il numero e "
		    "il giorno (--ministero.protocollo …); se non c'è, quelle "
		    "righe si escludono con --escludi, e si propongono di "
		    "nuovo", left, left == 1 ? "riga è riservata" :
		    "righe sono riservate");
	if (left == 0 && said)
		op_errore(op, "ministero", "nessuna-riservata",
		    MINISTERO_NORMA, "non c'è una riga riservata che si "
		    "autorizza: togli ciò che si dice del Ministero");
	if (!said)
		return 0;
	if ((r = scarto_registrazione(&giorno, op, "ministero/protocollo",
	    "entrata")) != 0)
		return r;
	scarto_segue(op, giorno, "prima-della-richiesta", "la richiesta",
	    e->ministero_chiesto != NULL ? e->ministero_chiesto : e->inviata);
	regola_non_futura(&op->ril, op->in, "ministero/del", op_oggi(op),
	    "l'autorizzazione del Ministero");
	return 0;
}

static int
esamina(struct op *op)
{
	static const char *const asked[] = { "richiesto", NULL };
	struct scarto_elenco e;
	const char *giorno;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, asked);
	if ((r = scarto_registrazione(&giorno, op, "protocollo",
	    "entrata")) != 0)
		return r;
	scarto_segue(op, giorno, "prima-della-richiesta", "la richiesta",
	    e.inviata);
	regola_non_futura(&op->ril, op->in, "del", op_oggi(op),
	    "l'autorizzazione");
	if ((r = check_rows(op, e.numero)) != 0 || op->ril.errori > 0)
		return r;
	return check_ministry(op, &e);
}

static int
applica(struct op *op)
{
	struct scarto_elenco e;
	const struct nodo *x;
	struct nodo *doc, *n;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	doc = scarto_nodo(op, "autorizzazione-scarto", e.numero);
	nodo_elem_text(op->a, doc, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, doc, "numero", op_campo(op, "numero"));
	nodo_elem_text(op->a, doc, "del", op_campo(op, "del"));
	nodo_elem_printf(op->a, doc, "estremi", "autorizzazione n. %.120s del "
	    "%s", op_campo(op, "numero"), giorno_in_cifre(op->a, op_campo(op,
	    "del")));
	nodo_elem_text(op->a, doc, "esito", denied(op) ? "negato" :
	    "autorizzato");
	if (nodo_child(op->in, "ministero") != NULL)
		nodo_add(doc, nodo_copy(op->a, nodo_child(op->in,
		    "ministero")));
	for (x = nodo_child(op->in, "escludi"); x; x = nodo_next(x,
	    "escludi")) {
		n = nodo_copy(op->a, x);
		n->nome = "escluso";
		nodo_add(doc, n);
	}
	op->fatto = arena_printf(op->a, "elenco di scarto %d", e.numero);
	op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
	    SCARTO_AUTORIZZAZIONE), doc);
	return 0;
}

const struct atto atto_autorizza_scarto = {
	.nome = "autorizza-scarto",
	.sommario = "registra che cosa la Soprintendenza ha autorizzato",
	.norma = "art. 21 D.lgs 42/2004",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

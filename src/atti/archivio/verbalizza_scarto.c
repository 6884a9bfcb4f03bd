/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verbalizza_scarto.c - the verbale of a destruction: where, by whom, how, what
 * became of the copies; and that it was sent, or that the Soprintendenza knows
 * of a list withdrawn, which ends the scarto.
 *
 * Refuses: a verbale of nothing; a second one; an end before it.  What was
 * authorised and still stands is said, and stays.  Norm: DPR 37/2001 art. 8.
 */
#include <string.h>

#include "atti/archivio/scarti.h"
#include "atti/table.h"
#include "documenti/scarto.h"

#define ART8 "art. 8 DPR 37/2001"

static int
esamina(struct op *op)
{
	static const char *const done[] = { "distrutto", "in-corso", NULL };
	struct scarto_elenco e;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, done);
	if (strcmp(e.stato, "in-corso") == 0)
		op_avviso(op, "elenco", "righe-rimaste", ART8, "non tutto ciò "
		    "che fu autorizzato è distrutto: «scarti» dice che cosa e "
		    "perché. Con il verbale ciò che resta non si distrugge "
		    "più con questo elenco; se è giusto, conferma con "
		    "--conferma righe-rimaste");
	return 0;
}

/* <versato> for each thing that was destroyed here and a conservatore has. */
static int
add_handed(struct nodo *doc, struct op *op, int elenco)
{
	struct scarto_voce *row;
	struct versato *list;
	struct nodo *x;
	int r, i, k, n, count;

	if ((r = registro_scarto_voci(&row, &n, op->a, op->st->registro,
	    elenco)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(row[i].stato, "distrutto") != 0)
			continue;
		if ((r = registro_scarto_versati(&list, &count, op->a,
		    op->st->registro, &row[i].n)) != 0)
			return r;
		for (k = 0; k < count; k++) {
			x = nodo_elem(op->a, doc, "versato");
			nodo_elem_text(op->a, x, "unita", list[k].unita);
			nodo_elem_printf(op->a, x, "versamento", "%d",
			    list[k].versamento);
			nodo_elem_text(op->a, x, "conservatore",
			    list[k].conservatore);
			nodo_elem_text(op->a, x, "identificativo",
			    list[k].identificativo);
		}
	}
	return 0;
}

static int
applica(struct op *op)
{
	struct scarto_elenco e;
	const struct nodo *x;
	struct nodo *doc;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	doc = scarto_nodo(op, "verbale-scarto", e.numero);
	nodo_elem_text(op->a, doc, "ora", op->ora_iso);
	for (x = nodo_child(op->in, NULL); x != NULL; x = nodo_next(x, NULL))
		if (strcmp(x->nome, "elenco") != 0)
			nodo_add(doc, nodo_copy(op->a, x));
	if ((r = add_handed(doc, op, e.numero)) != 0)
		return r;
	op->fatto = arena_printf(op->a, "elenco di scarto %d", e.numero);
	op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
	    SCARTO_VERBALE), doc);
	return 0;
}

const struct atto atto_verbalizza_scarto = {
	.nome = "verbalizza-scarto",
	.sommario = "attesta come si è distrutto ciò che fu autorizzato",
	.norma = "art. 8 DPR 37/2001",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

/* ---- the end ---- */

/* It may have been written before the list was withdrawn here. */
static void
check_withdrawal(struct op *op, const struct scarto_elenco *e,
    const char *giorno)
{
	if (e->richiesta != NULL &&
	    strcmp(op_campo(op, "protocollo"), e->richiesta) == 0)
		op_errore(op, "protocollo", "e-la-richiesta", ART21, "%s è la "
		    "richiesta stessa: serve la registrazione con cui si è "
		    "scritto che è ritirata", e->richiesta);
	scarto_segue(op, giorno, "prima-della-richiesta", "la richiesta",
	    e->inviata);
}

static int
esamina_fine(struct op *op)
{
	static const char *const told[] = { "verbalizzato",
	    "ritiro-da-comunicare", NULL };
	struct scarto_elenco e;
	const char *giorno;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	scarto_in_stato(op, &e, told);
	if ((r = scarto_registrazione(&giorno, op, "protocollo",
	    "uscita")) != 0 ||
	    (e.verbale != NULL &&
	    (r = scarto_firmato(op, &e, SCARTO_VERBALE)) != 0))
		return r;
	scarto_segue(op, giorno, "prima-del-verbale", "il verbale", e.verbale);
	if (e.ritirato != NULL)
		check_withdrawal(op, &e, giorno);
	return 0;
}

static int
applica_fine(struct op *op)
{
	struct scarto_elenco e;
	int r;

	if ((r = scarto_find(&e, op)) != 0)
		return r;
	op->fatto = arena_printf(op->a, "elenco di scarto %d", e.numero);
	op_deposita(op, "ente", scarto_percorso(op->a, e.numero,
	    SCARTO_CHIUSURA), scarto_chiusura(op, e.numero, op_campo(op,
	    "protocollo")));
	return 0;
}

const struct atto atto_chiudi_scarto = {
	.nome = "chiudi-scarto",
	.sommario = "lega il verbale, o il ritiro, alla sua lettera, e conclude lo scarto",
	.norma = "art. 21 D.lgs 42/2004; art. 8 DPR 37/2001",
	.esamina = esamina_fine,
	.applica = applica_fine,
};

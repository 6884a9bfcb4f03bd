/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * componi_equipe.c - say who works together on a case; the list replaces the
 * one before, which stays in the history.
 *
 * Refuses: a closed cartella; somebody who is no user in service, or who is in
 * conflict of interest; the same person twice on a day.  Keeps: members who
 * are users read and write in the cartella from day to day, and no more when
 * their time is over.  Norm: L. 328/2000 art. 22; zona Firenze 2019.
 */
#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "documenti/equipe.h"

static int
check_member(struct op *op, const struct caso *caso, const struct nodo *c)
{
	const char *utente = nodo_value(op->a, c, "utente");
	struct luogo ignored;
	int r;

	if (utente == NULL)
		return 0;
	if ((r = misura_utente(op, "componente", utente)) != 0)
		return r;
	r = registro_conflitto(&ignored, op->a, op->st->registro, &caso->n,
	    utente);
	if (r == 0)
		op_errore(op, "componente", "in-conflitto", "art. 6-bis "
		    "L. 241/1990", "%s è in conflitto di interessi su questo "
		    "caso: non può farne parte", utente);
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	const struct nodo *c;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	for (c = nodo_child(op->in, "componente"); c != NULL;
	    c = nodo_next(c, "componente"))
		if ((r = check_member(op, &caso, c)) != 0)
			return r;
	equipe_check(&op->ril, op->in);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *doc = equipe_make(op->a, op->in, op_agente(op),
	    op_oggi(op));
	struct attuale earlier;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	r = registro_attuale(&earlier, op->a, op->st->registro, caso.folder,
	    EQUIPE_PERCORSO);
	if (r == 0)
		nodo_set(op->a, doc, "id", earlier.id);
	else if (r != ERR_ABSENT)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, EQUIPE_PERCORSO, doc);
	return 0;
}

const struct atto atto_componi_equipe = {
	.nome = "componi-equipe",
	.sommario = "compone l'équipe di una cartella, o la cambia",
	.norma = "art. 22 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};

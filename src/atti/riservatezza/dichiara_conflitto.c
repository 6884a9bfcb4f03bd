/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dichiara_conflitto.c - somebody has an interest of his own in a case: from
 * now on it is not there for him, whatever his roles.
 *
 * Refuses: who answers for the case, as long as he does; a colleague declared
 * by who may not end one; a conflict declared twice.  Keeps: an accesso and the
 * cartella born of it close together.
 * Norm: L. 241/1990 art. 6-bis; DPR 62/2013 art. 7.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/riservatezza/misura.h"
#include "atti/table.h"
#include "registro/deleghe.h"
#include "registro/legami.h"

static const char *
who(struct op *op)
{
	const char *utente = op_campo(op, "utente");

	return utente != NULL ? utente : op_agente(op);
}

static int
check_other(struct op *op)
{
	struct registro *reg = op->st->registro;
	const char *agente = op_agente(op);
	int r;

	if (strcmp(who(op), agente) == 0)
		return 0;
	if ((r = registro_ambito(reg, agente, "cessa-conflitto",
	    "ufficio")) == 0)
		r = registro_ambito(reg, agente, "cessa-conflitto", "tutti");
	if (r < 0)
		return r;
	if (r == 0)
		op_errore(op, "utente", "conflitto-altrui", "art. 6-bis "
		    "L. 241/1990", "di un collega lo dichiara il coordinatore: "
		    "tu dichiari il tuo");
	return misura_utente(op, "utente", who(op));
}

/* Of a case of which he reads nothing he is not told that it is there. */
static int
check_read(struct op *op, const struct numero *n)
{
	int r = registro_legge(op->a, op->st->registro, op_agente(op), n);

	if (r == 0)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose "
		    "che puoi vedere", numero_text(op->a, n));
	return r < 0 ? r : 0;
}

static int
esamina(struct op *op)
{
	struct luogo ignored;
	struct misurato caso;
	int r;

	if ((r = misura_find(&caso, op, "riferimento")) != 0 ||
	    (r = check_read(op, &caso.n)) != 0 || (r = check_other(op)) != 0)
		return r;
	if (strcmp(who(op), caso.responsabile) == 0)
		op_errore(op, "utente", "responsabile-in-conflitto",
		    "art. 6-bis L. 241/1990", "%s risponde del caso: prima il "
		    "coordinatore lo riassegna a un altro, poi si dichiara il "
		    "conflitto", who(op));
	r = registro_conflitto(&ignored, op->a, op->st->registro, &caso.n,
	    who(op));
	if (r == 0)
		op_errore(op, "utente", "gia-dichiarato", NULL,
		    "il conflitto di %s è già dichiarato", who(op));
	return r == ERR_ABSENT ? 0 : r;
}

static int
applica(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "conflitto");
	struct misurato caso;
	const char *path;
	int r;

	if ((r = misura_find(&caso, op, "riferimento")) != 0 ||
	    (r = misura_percorso(&path, op, caso.folder,
	    DIR_CONFLITTI)) != 0)
		return r;
	nodo_elem_text(op->a, n, "utente", who(op));
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "dichiarato-da", op_agente(op));
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, path, n);
	return 0;
}

const struct atto atto_dichiara_conflitto = {
	.nome = "dichiara-conflitto",
	.sommario = "dichiara un conflitto di interessi: il caso si chiude a chi lo ha",
	.norma = "art. 6-bis L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

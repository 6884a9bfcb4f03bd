/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nomina.c - give a person roles and offices, change them, or take them away.
 *
 * Refuses: offices that do not exist, a login of somebody else, leaving the
 * register without a responsible, a role of another body (comune-remoto,
 * ente-esterno) without its name or beside another role.  Norm: DPR 445/2000 art. 61.
 */
#include <string.h>

#include "atti/table.h"

static int
check_offices(struct op *op)
{
	const struct nodo *u;
	const char *codice, *ignored;
	int r;

	for (u = nodo_child(op->in, "ufficio"); u; u = nodo_next(u, "ufficio")) {
		codice = nodo_all_text(op->a, u);
		r = registro_ufficio(&ignored, op->a, op->st->registro, codice);
		if (r == ERR_ABSENT)
			op_errore(op, "ufficio", "ufficio-ignoto", NULL,
			    "l'ufficio %s non esiste", codice);
		else if (r != 0)
			return r;
	}
	return 0;
}

static int
check_logins(struct op *op)
{
	const char *codice = op_campo(op, "codice"), *owner, *login;
	const struct nodo *l;
	int r;

	for (l = nodo_child(op->in, "login"); l; l = nodo_next(l, "login")) {
		login = nodo_all_text(op->a, l);
		r = registro_utente_login(&owner, op->a, op->st->registro,
		    login);
		if (r == 0 && strcmp(owner, codice) != 0)
			op_errore(op, "login", "login-altrui", NULL,
			    "l'accesso %s è già di %s", login, owner);
		else if (r != 0 && r != ERR_ABSENT)
			return r;
	}
	return 0;
}

/* Will this person still be the responsible of the register? */
static bool
stays_responsible(struct op *op)
{
	const char *attivo = op_campo(op, "attivo");
	const struct nodo *n;

	if (attivo != NULL && strcmp(attivo, "no") == 0)
		return false;
	for (n = nodo_child(op->in, "ruolo"); n; n = nodo_next(n, "ruolo"))
		if (strcmp(nodo_all_text(op->a, n),
		    "responsabile-protocollo") == 0)
			return true;
	return false;
}

/* A role of whoever is of another body, and the field that says of which. */
static const struct estraneo {
	const char *ruolo, *campo, *serve, *solo;
} estranei[] = {
	{ "comune-remoto", "comune", "di quale comune? serve il codice "
	    "catastale, come G999", "il comune si indica solo per il ruolo "
	    "comune-remoto" },
	{ "ente-esterno", "ente", "di quale ente? scrivine il nome in --ente",
	    "l'ente si indica solo per il ruolo ente-esterno" },
};

/* Who looks for another body looks for nothing else. */
static void
check_stranger(struct op *op, const struct estraneo *e)
{
	const char *field = op_campo(op, e->campo);
	const struct nodo *n;
	int it = 0, others = 0;

	for (n = nodo_child(op->in, "ruolo"); n; n = nodo_next(n, "ruolo"))
		if (strcmp(nodo_all_text(op->a, n), e->ruolo) == 0)
			it++;
		else
			others++;
	if (it > 0 && others > 0)
		op_errore(op, "ruolo", "ruoli-incompatibili", NULL,
		    "chi ha il ruolo %s non ne ha altri", e->ruolo);
	if ((it > 0) != (field != NULL))
		op_errore(op, e->campo, e->campo, NULL, "%s", it > 0 ?
		    e->serve : e->solo);
}

static int
esamina(struct op *op)
{
	size_t i;
	int r;

	for (i = 0; i < NELEM(estranei); i++)
		check_stranger(op, &estranei[i]);
	if ((r = check_offices(op)) != 0 || (r = check_logins(op)) != 0)
		return r;
	if (strcmp(op_campo(op, "codice"), op_agente(op)) == 0 &&
	    !stays_responsible(op))
		op_errore(op, "ruolo", "senza-responsabile",
		    "art. 61 DPR 445/2000", "non puoi togliere a te stesso il "
		    "ruolo di responsabile: nomina prima un altro");
	return 0;
}

static int
applica(struct op *op)
{
	static const char *const before[] = { "cognome", "nome", "qualifica" };
	static const char *const lists[] = { "login", "ruolo", "ufficio" };
	struct nodo *n = nodo_new(op->a, "utente");
	const char *codice = op_campo(op, "codice");
	const char *attivo = op_campo(op, "attivo");
	const struct nodo *x;
	size_t i;

	nodo_set(op->a, n, "codice", codice);
	for (i = 0; i < NELEM(before); i++)
		nodo_elem_text(op->a, n, before[i], op_campo(op, before[i]));
	for (i = 0; i < NELEM(lists); i++)
		for (x = nodo_child(op->in, lists[i]); x != NULL;
		    x = nodo_next(x, lists[i]))
			nodo_add(n, nodo_copy(op->a, x));
	nodo_elem_text(op->a, n, "comune", op_campo(op, "comune"));
	nodo_elem_text(op->a, n, "ente", op_campo(op, "ente"));
	nodo_elem_text(op->a, n, "attivo", attivo != NULL ? attivo : "si");
	op->fatto = codice;
	op_deposita(op, "ente",
	    arena_printf(op->a, "utenti/%s.xml", codice), n);
	return 0;
}

const struct atto atto_nomina = {
	.nome = "nomina",
	.sommario = "dà a una persona ruoli e uffici, o glieli toglie",
	.norma = "art. 61 DPR 445/2000",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

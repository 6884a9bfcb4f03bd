/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * delega.c - give another person some of one's own atti, or all of those that
 * can be given, for a time; the responsible does it for others too.
 *
 * Refuses: who is not there or not in service, oneself, giving oneself what is
 * of another, a time that is past or ends before it begins, atti that are not
 * of the delegante, or personal (a signature is, but for the visto of a role:
 * CAD art. 20).  Warns: of atti that the delegato could not do by a role of
 * his own.  Keeps: the list of what was given, as it was then.
 * Norm: D.lgs. 165/2001 art. 17 c. 1-bis; DPR 445/2000 art. 61.
 */
#include "documenti/delega.h"

#include <string.h>

#include "atti/chi.h"
#include "atti/table.h"
#include "registro/deleghe.h"

static const char *
delegante(struct op *op)
{
	const char *v = op_campo(op, "delegante");

	return v != NULL ? v : op_agente(op);
}

/* ---- who ---- */

static int
check_person(struct op *op, const char *path, const char *codice)
{
	struct utente u;
	int r = registro_utente(&u, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT)
		op_errore(op, path, "utente-ignoto", NULL,
		    "l'utente %s non esiste", codice);
	else if (r == 0 && !u.attivo)
		op_errore(op, path, "utente-inattivo", NULL,
		    "l'utente %s non è più attivo", codice);
	return r == ERR_ABSENT ? 0 : r;
}

static int
check_people(struct op *op)
{
	const char *from = delegante(op), *to = op_campo(op, "delegato");
	int r;

	if (strcmp(from, op_agente(op)) != 0) {
		r = registro_ambito(op->st->registro, op_agente(op), "delega",
		    "tutti");
		if (r == 0)
			op_errore(op, "delegante", "delega-altrui",
			    "art. 61 DPR 445/2000", "puoi delegare solo gli "
			    "atti tuoi: per altri lo fa il responsabile");
		if (r < 0)
			return r;
	}
	/* whoever may give what is of others has no use of their eyes */
	if (strcmp(from, op_agente(op)) != 0 &&
	    (strcmp(to, op_agente(op)) == 0 || strcmp(to, op->utente) == 0))
		op_errore(op, "delegato", "a-proprio-favore",
		    "art. 61 DPR 445/2000", "non puoi dare a te stesso gli "
		    "atti di %s: indica un altro delegato", from);
	if (strcmp(from, to) == 0)
		op_errore(op, "delegato", "a-se-stesso", NULL,
		    "%s non può delegare se stesso", from);
	if ((r = check_person(op, "delegante", from)) != 0)
		return r;
	return check_person(op, "delegato", to);
}

/* ---- when ---- */

static void
check_days(struct op *op)
{
	const char *dal = op_campo(op, "dal"), *al = op_campo(op, "al");
	char today[GIORNO_LEN + 1];

	clock_day(today, clock_now());
	if (strcmp(al, dal) < 0)
		op_errore(op, "al", "prima-dell-inizio", NULL,
		    "la delega finirebbe (%s) prima di cominciare (%s)", al,
		    dal);
	else if (strcmp(al, today) < 0)
		op_errore(op, "al", "gia-finita", NULL,
		    "la delega sarebbe già finita, il %s", al);
}

/* ---- what ---- */

/* Which of the atti of the table: named ones, or none named, all that can be
 * given.  NULL-ended, in the order of the table. */
static int
given(const char ***out, struct op *op)
{
	const struct nodo *first = nodo_child(op->in, "atto"), *t;
	const struct atto *const *x;
	const char **list;
	size_t n = 0;
	int r;

	for (x = atto_table; *x != NULL; x++)
		n++;
	list = arena_alloc(op->a, (n + 1) * sizeof *list);
	for (n = 0, x = atto_table; *x != NULL; x++) {
		for (t = first; t != NULL; t = nodo_next(t, "atto"))
			if (strcmp(nodo_all_text(op->a, t), (*x)->nome) == 0)
				break;
		if ((first != NULL && t == NULL) || !chi_delegabile(*x))
			continue;
		/* a signature is given by its name, or not at all */
		if (first == NULL && ((*x)->flags & RICHIEDE_FIRMA))
			continue;
		r = registro_permesso(op->st->registro, delegante(op),
		    (*x)->nome);
		if (r != 0 && r != ERR_FORBIDDEN)
			return r;
		if (r == 0)
			list[n++] = (*x)->nome;
	}
	err_clear();
	*out = list;
	return 0;
}

/* Each one named is an atto, can be given, and is of the delegante. */
static int
check_named(struct op *op)
{
	const struct atto *atto;
	const struct nodo *t;
	const char *nome;
	int r;

	for (t = nodo_child(op->in, "atto"); t; t = nodo_next(t, "atto")) {
		nome = nodo_all_text(op->a, t);
		if ((atto = atto_find(nome)) == NULL) {
			op_errore(op, "atto", "atto-ignoto", NULL,
			    "«%s» non è un atto: «cartella aiuto» li elenca",
			    nome);
			continue;
		}
		if (!chi_delegabile(atto)) {
			op_errore(op, "atto", "non-delegabile", "art. 20 CAD",
			    "«%s» è personale: non si delega", nome);
			continue;
		}
		r = registro_permesso(op->st->registro, delegante(op), nome);
		if (r == ERR_FORBIDDEN)
			op_errore(op, "atto", "atto-non-suo", NULL,
			    "nessun ruolo di %s consente l'atto «%s»: non può "
			    "darlo", delegante(op), nome);
		else if (r != 0)
			return r;
	}
	err_clear();
	return 0;
}

/* What a colleague of the same trade could do anyway raises no question. */
static int
check_trade(struct op *op, const char *const *atti)
{
	const char *to = op_campo(op, "delegato"), *list = "";
	int r;

	if (atti[0] == NULL && op->ril.errori == 0)
		op_errore(op, "atto", "niente-da-delegare", NULL,
		    "nessun ruolo di %s ha atti che si possano delegare",
		    delegante(op));
	for (; *atti != NULL; atti++) {
		r = registro_permesso(op->st->registro, to, *atti);
		if (r == ERR_FORBIDDEN)
			list = arena_printf(op->a, "%s%s%s", list,
			    list[0] ? ", " : "", *atti);
		else if (r != 0)
			return r;
	}
	err_clear();
	if (list[0] != '\0')
		op_avviso(op, "delegato", "altro-ruolo", NULL, "nessun ruolo "
		    "di %s gli consente, di suo: %s", to, list);
	return 0;
}

static int
esamina(struct op *op)
{
	const char **atti;
	int r;

	check_days(op);
	if ((r = check_people(op)) != 0 || (r = check_named(op)) != 0 ||
	    (r = given(&atti, op)) != 0)
		return r;
	return check_trade(op, atti);
}

static int
applica(struct op *op)
{
	const char **atti;
	int r, before;

	if ((r = given(&atti, op)) != 0 ||
	    (r = registro_documenti(&before, op->st->registro, "ente",
	    "deleghe")) != 0)
		return r;
	op->fatto = arena_printf(op->a, "%d", before + 1);
	op_deposita(op, "ente", delega_percorso(op->a, before + 1),
	    delega_make(op->a, op->in, before + 1, delegante(op), atti));
	return 0;
}

const struct atto atto_delega = {
	.nome = "delega",
	.sommario = "dà a un altro i propri atti, o alcuni, per un periodo",
	.norma = "art. 17 c. 1-bis D.lgs. 165/2001; art. 61 DPR 445/2000",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};

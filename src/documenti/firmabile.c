/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/firmabile.h"

#include <string.h>

#include "base/auto.h"
#include "documenti/manifesto.h"

/* What is signed in a case: until when it waits, and what the law wants. */
static const struct riga {
	const char *tipo;
	const char *specie;	/* the field that says of which kind; NULL */
	const char *stato, *finche;	/* it waits while that field is so */
	const char *norma;	/* that wants the author's signature; NULL */
	bool ente;		/* it stands in ente */
} table[] = {
	{ "relazione", "tipo", NULL, NULL, "art. 6 L. 241/1990", false },
	{ "proposta", NULL, "stato", "inviata", NULL, false },
	{ "progetto", NULL, NULL, NULL, "art. 14 L. 328/2000", false },
	{ "verbale", "tipo", "stato", "svolta", NULL, false },
	{ "affidamento", NULL, NULL, NULL, "art. 4 L. 184/1983", false },
	{ "determinazione", NULL, "stato", "bozza", NULL, false },
	{ .tipo = "elenco-scarto", .ente = true },
	{ .tipo = "verbale-scarto", .ente = true },
};

static const struct riga *
find(const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(table); i++)
		if (strcmp(table[i].tipo, tipo) == 0)
			return &table[i];
	return NULL;
}

bool
firmabile_tipo(const char *tipo)
{
	return find(tipo) != NULL;
}

bool
firmabile_di_ente(const char *tipo)
{
	const struct riga *t = find(tipo);

	return t != NULL && t->ente;
}

bool
firmabile(struct firmabile *out, struct arena *a, const struct nodo *doc)
{
	const struct riga *t = find(doc->nome);
	const char *v;

	if (t == NULL)
		return false;
	*out = (struct firmabile){ .tipo = t->tipo, .specie = "",
	    .autore = "", .attende = true };
	if (t->specie != NULL &&
	    (v = nodo_value(a, doc, t->specie)) != NULL)
		out->specie = v;
	if ((v = nodo_value(a, doc, t->ente ? "utente" : "autore")) != NULL)
		out->autore = v;
	if (t->stato != NULL) {
		v = nodo_value(a, doc, t->stato);
		out->attende = v != NULL && strcmp(v, t->finche) == 0;
	}
	return true;
}

/* ---- the rules of a body ---- */

static const char *
attr(const struct nodo *n, const char *nome)
{
	const char *v = nodo_attr(n, nome);

	return v != NULL ? v : "";
}

static bool
same(const struct nodo *x, const struct nodo *y, const char *p, const char *q)
{
	return strcmp(attr(x, p), attr(y, p)) == 0 &&
	    strcmp(attr(x, q), attr(y, q)) == 0;
}

static void
check_step(struct rilievi *out, const struct nodo *regola,
    const struct nodo *p)
{
	bool ruolo = strcmp(attr(p, "chi"), PASSO_RUOLO) == 0;
	const struct nodo *x;

	if (ruolo != (nodo_attr(p, "ruolo") != NULL))
		rilievo_add(out, ERRORE, "", ruolo ? "manca-ruolo" :
		    "ruolo-di-troppo", NULL, "%s: un passo dice di quale ruolo "
		    "è se, e solo se, è di un ruolo", attr(regola, "tipo"));
	if (strcmp(attr(p, "chi"), PASSO_RESPONSABILE) == 0 &&
	    firmabile_di_ente(attr(regola, "tipo")))
		rilievo_add(out, ERRORE, "", "senza-responsabile", NULL,
		    "%s non è di una cartella, e non ha un responsabile: il "
		    "passo è di chi l'ha scritto, o di un ruolo",
		    attr(regola, "tipo"));
	for (x = nodo_next(p, "passo"); x != NULL; x = nodo_next(x, "passo"))
		if (same(p, x, "chi", "ruolo"))
			rilievo_add(out, ERRORE, "", "passo-doppio", NULL, "%s: %s %s "
			    "firma due volte", attr(regola, "tipo"),
			    attr(p, "chi"), attr(p, "ruolo"));
}

/* Does who wrote it sign before anybody else, and must he? */
static bool
author_first(const struct nodo *regola)
{
	const struct nodo *p = nodo_child(regola, "passo");

	return p != NULL && strcmp(attr(p, "chi"), PASSO_AUTORE) == 0 &&
	    strcmp(attr(p, "obbligo"), "si") == 0 &&
	    strcmp(attr(p, "scopo"), SCOPO_SOTTOSCRIZIONE) == 0;
}

static void
check_rule(struct rilievi *out, const struct nodo *regola)
{
	const char *tipo = attr(regola, "tipo");
	const struct riga *t = find(tipo);
	const struct nodo *x;

	if (t == NULL) {
		rilievo_add(out, ERRORE, "", "non-si-firma", NULL, "«%s» non è fra i "
		    "documenti che si firmano", tipo);
		return;
	}
	if (nodo_attr(regola, "specie") != NULL && t->specie == NULL)
		rilievo_add(out, ERRORE, "", "senza-specie", NULL, "«%s» è di una "
		    "specie sola: togli specie", tipo);
	for (x = nodo_next(regola, "regola"); x != NULL;
	    x = nodo_next(x, "regola"))
		if (same(regola, x, "tipo", "specie"))
			rilievo_add(out, ERRORE, "", "regola-doppia", NULL, "per «%s» "
			    "ci sono due regole", tipo);
	for (x = nodo_child(regola, "passo"); x; x = nodo_next(x, "passo"))
		check_step(out, regola, x);
	if (t->norma != NULL && !author_first(regola))
		rilievo_add(out, ERRORE, "", "firma-di-legge", t->norma, "«%s»: il "
		    "primo passo è la sottoscrizione, obbligatoria, di chi "
		    "l'ha scritto", tipo);
}

void
firme_check(struct rilievi *out, const struct nodo *doc)
{
	const struct nodo *r;
	size_t i;

	for (r = nodo_child(doc, "regola"); r; r = nodo_next(r, "regola"))
		check_rule(out, r);
	/* the rule of those that no other rule is of */
	for (i = 0; i < NELEM(table); i++) {
		if (table[i].norma == NULL)
			continue;
		for (r = nodo_child(doc, "regola"); r != NULL;
		    r = nodo_next(r, "regola"))
			if (strcmp(attr(r, "tipo"), table[i].tipo) == 0 &&
			    nodo_attr(r, "specie") == NULL)
				break;
		if (r == NULL)
			rilievo_add(out, ERRORE, "", "firma-di-legge",
			    table[i].norma, "per «%s» manca la regola: la "
			    "legge vuole la firma di chi l'ha scritto",
			    table[i].tipo);
	}
}

const char *
passo_in_parole(struct arena *a, const char *chi, const char *ruolo)
{
	if (strcmp(chi, PASSO_AUTORE) == 0)
		return "chi l'ha scritto";
	if (strcmp(chi, PASSO_RESPONSABILE) == 0)
		return "il responsabile della cartella";
	return arena_printf(a, "il ruolo %s", ruolo);
}

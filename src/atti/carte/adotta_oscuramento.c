/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_oscuramento.c - the policy of redaction of the body, from a file: of
 * which documents which fields are given to whom.
 *
 * Refuses: what the schema refuses, a destination twice or with nothing.
 * Warns: a destination that the new policy has no more; a field given that was
 * not.  Keeps: every policy; a copy already made says by which it was made.
 * Norm: GDPR art. 25.
 */
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "documenti/oscuramento.h"

/* Does an earlier policy say the same? */
static bool
has_same(const struct nodo *d, const struct nodo *rule)
{
	const struct nodo *r;

	for (r = nodo_child(d, rule->nome); r != NULL;
	    r = nodo_next(r, rule->nome))
		if (strcmp(nodo_attr(r, "tipo"), nodo_attr(rule, "tipo")) == 0 &&
		    strcmp(nodo_attr(r, "campo"), nodo_attr(rule,
		    "campo")) == 0)
			return true;
	return false;
}

/* What is given to a destination and was not. */
static void
check_wider(struct op *op, const struct nodo *was, const struct nodo *now)
{
	AUTO_BUF list = { 0 };
	const struct nodo *r;

	for (r = nodo_child(now, "tieni"); r != NULL;
	    r = nodo_next(r, "tieni"))
		if (was == NULL || !has_same(was, r))
			buf_printf(&list, "%s%s %s", list.len > 0 ? ", " : "",
			    nodo_attr(r, "tipo"), nodo_attr(r, "campo"));
	if (was != NULL)
		for (r = nodo_child(was, "togli"); r != NULL;
		    r = nodo_next(r, "togli"))
			if (!has_same(now, r))
				buf_printf(&list, "%s%s %s (non si toglie "
				    "più)", list.len > 0 ? ", " : "",
				    nodo_attr(r, "tipo"), nodo_attr(r, "campo"));
	if (!oscuramento_protegge(now) && (was == NULL ||
	    oscuramento_protegge(was)))
		buf_printf(&list, "%sl'indirizzo protetto", list.len > 0 ?
		    ", " : "");
	if (list.len > 0)
		op_avviso(op, "", "si-da-di-piu", "art. 25 GDPR",
		    "a «%s» si darebbe ciò che finora non si dava: %s; se va "
		    "bene, conferma con --conferma si-da-di-piu",
		    nodo_attr(now, "nome"), buf_str(&list));
}

/* Fields that told a protected address and would stay in. */
static void
check_protected(struct op *op, const struct nodo *was, const struct nodo *now)
{
	const struct nodo *p, *x;

	for (p = nodo_child(was, "protetto"); p != NULL;
	    p = nodo_next(p, "protetto")) {
		for (x = nodo_child(now, "protetto"); x != NULL;
		    x = nodo_next(x, "protetto"))
			if (strcmp(nodo_attr(x, "campo"), nodo_attr(p,
			    "campo")) == 0)
				break;
		if (x == NULL)
			op_avviso(op, "", "si-da-di-piu", "art. 25 GDPR",
			    "un indirizzo protetto non si toglierebbe più da "
			    "%s; se va bene, conferma con --conferma "
			    "si-da-di-piu", nodo_attr(p, "campo"));
	}
}

static int
check_change(struct op *op, const struct nodo *doc)
{
	struct nodo *prima;
	const struct nodo *d;
	int r;

	r = store_documento(&prima, op->a, op->st, "ente",
	    OSCURAMENTO_PERCORSO);
	if (r == ERR_ABSENT) {
		err_clear();
		prima = nodo_new(op->a, "oscuramento");
	} else if (r != 0)
		return r;
	for (d = nodo_child(doc, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		check_wider(op, oscuramento_destinazione(prima,
		    nodo_attr(d, "nome")), d);
	check_protected(op, prima, doc);
	for (d = nodo_child(prima, "destinazione"); d != NULL;
	    d = nodo_next(d, "destinazione"))
		if (oscuramento_destinazione(doc, nodo_attr(d, "nome")) == NULL)
			op_avviso(op, "", "destinazione-tolta", NULL,
			    "a «%s» non si potrebbero più dare copie; se va "
			    "bene, conferma con --conferma destinazione-tolta",
			    nodo_attr(d, "nome"));
	return 0;
}

static const struct adozione oscuramento = {
	.radice = "oscuramento",
	.percorso = OSCURAMENTO_PERCORSO,
	.file = "la politica di oscuramento, come ente/oscuramento.xml",
	.check = oscuramento_check,
	.confronta = check_change,
};

static int
esamina(struct op *op)
{
	return tabella_esamina(op, &oscuramento);
}

static int
prepara(struct op *op)
{
	return tabella_prepara(op, &oscuramento);
}

static int
applica(struct op *op)
{
	return tabella_applica(op, &oscuramento);
}

const struct atto atto_adotta_oscuramento = {
	.nome = "adotta-oscuramento",
	.sommario = "adotta la politica di oscuramento delle copie, da un file",
	.norma = "art. 25 GDPR",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_firme.c - who signs the documents of a case, and in which order, from
 * a file like ente/firme.xml.
 *
 * Refuses: a type that is not signed, a rule or a signer twice, fewer
 * signatures than the law wants, a step of a role that cannot sign.  Warns: an
 * obligatory signature that is no more.  Keeps: every version; a signature
 * already made counts for the step it was.
 * Norm: L. 241/1990 art. 6; L. 328/2000 art. 14; CAD art. 20.
 */
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "base/buf.h"
#include "documenti/firmabile.h"
#include "registro/libro.h"

/* A step that nobody could ever do would stop its documents for ever. */
static int
check_roles(struct op *op, const struct nodo *doc)
{
	const struct nodo *r, *p;
	const char *ruolo;
	int e;

	for (r = nodo_child(doc, "regola"); r; r = nodo_next(r, "regola"))
		for (p = nodo_child(r, "passo"); p != NULL;
		    p = nodo_next(p, "passo")) {
			if ((ruolo = nodo_attr(p, "ruolo")) == NULL)
				continue;
			e = registro_ruolo_firma(op->st->registro, ruolo,
			    firmabile_di_ente(nodo_attr(r, "tipo")));
			if (e < 0)
				return e;
			if (e == 0)
				op_errore(op, "", "ruolo-senza-firma", NULL,
				    "%s: il ruolo %s non ha l'atto «firma»%s: "
				    "prima glielo si dà con «adotta-permessi»",
				    nodo_attr(r, "tipo"), ruolo,
				    firmabile_di_ente(nodo_attr(r, "tipo")) ?
				    ", o «scarti»" : " per le cartelle");
		}
	return 0;
}

static bool
same(const struct nodo *x, const struct nodo *y, const char *nome)
{
	const char *p = nodo_attr(x, nome), *q = nodo_attr(y, nome);

	return strcmp(p != NULL ? p : "", q != NULL ? q : "") == 0;
}

static bool
obligatory(const struct nodo *passo)
{
	return strcmp(nodo_attr(passo, "obbligo"), "si") == 0;
}

/* Does the rule that is for those documents now ask that signature? */
static bool
asks(const struct nodo *doc, const struct nodo *regola,
    const struct nodo *passo)
{
	const struct nodo *r, *p;

	for (r = nodo_child(doc, "regola"); r; r = nodo_next(r, "regola"))
		if (same(r, regola, "tipo") && same(r, regola, "specie"))
			for (p = nodo_child(r, "passo"); p != NULL;
			    p = nodo_next(p, "passo"))
				if (obligatory(p) && same(p, passo, "chi") &&
				    same(p, passo, "ruolo"))
					return true;
	return false;
}

static int
check_fewer(struct op *op, const struct nodo *doc)
{
	const struct nodo *r, *p;
	AUTO_BUF list = { 0 };
	struct nodo *prima;
	int e;

	e = store_documento(&prima, op->a, op->st, "ente", FIRME_PERCORSO);
	if (e == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (e != 0)
		return e;
	for (r = nodo_child(prima, "regola"); r; r = nodo_next(r, "regola"))
		for (p = nodo_child(r, "passo"); p != NULL;
		    p = nodo_next(p, "passo"))
			if (obligatory(p) && !asks(doc, r, p))
				buf_printf(&list, "%s%s: %s", list.len > 0 ?
				    "; " : "", nodo_attr(r, "tipo"),
				    passo_in_parole(op->a, nodo_attr(p, "chi"),
				    nodo_attr(p, "ruolo")));
	if (list.len > 0)
		op_avviso(op, "", "firma-tolta", "art. 6 L. 241/1990",
		    "non sarebbero più obbligatorie: %s; se va bene, conferma "
		    "con --conferma firma-tolta", buf_str(&list));
	return 0;
}

static int
check(struct op *op, const struct nodo *doc)
{
	int r = check_roles(op, doc);

	return r != 0 ? r : check_fewer(op, doc);
}

static const struct adozione firme = {
	.radice = "firme",
	.percorso = FIRME_PERCORSO,
	.file = "le regole, come quelle di ente/firme.xml",
	.check = firme_check,
	.confronta = check,
};

static int
esamina(struct op *op)
{
	return tabella_esamina(op, &firme);
}

static int
prepara(struct op *op)
{
	return tabella_prepara(op, &firme);
}

static int
applica(struct op *op)
{
	return tabella_applica(op, &firme);
}

const struct atto atto_adotta_firme = {
	.nome = "adotta-firme",
	.sommario = "adotta chi firma i documenti di una cartella, e in che ordine",
	.norma = "art. 6 L. 241/1990; art. 20 CAD",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

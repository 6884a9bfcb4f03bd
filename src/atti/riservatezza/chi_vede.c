/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chi_vede.c - who sees an accesso or a cartella, by which role and relation,
 * and which documents of it; now, or as it was at the end of a day.
 *
 * Refuses: a day to come; by "absent" what the user does not see today.
 * Keeps: for a day that was, the documents of then (policy, users, the case)
 * are projected into a register in memory that is asked the same questions:
 * there is no second account of who sees what.  Norm: GDPR artt. 5, 32.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/percorso.h"
#include "documenti/regole.h"
#include "registro/legami.h"
#include "xml/xml.h"

static int
esamina(struct op *op)
{
	regola_non_futura(&op->ril, op->in, "al", op_oggi(op), "il giorno");
	return 0;
}

/* ---- as it was ---- */

/* What of ente/ says who may see what. */
static bool
matters(const struct posizione *p)
{
	return strcmp(p->cartella, "ente") != 0 ||
	    strcmp(p->tipo, "permessi") == 0 ||
	    strcmp(p->tipo, "utente") == 0 || strcmp(p->tipo, "ente") == 0;
}

/* A version, from the commit it stands in; its bytes checked. */
static int
load(struct nodo **out, struct op *op, const struct scritto *x)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	*out = NULL;
	if (percorso_tipo(x->p.percorso) != NULL)
		return 0;
	if ((r = store_folder(&f, op->st, x->p.cartella, false)) != 0 ||
	    (r = folder_read(&b, f, x->commit, x->p.percorso)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	if (strcmp(impronta, x->p.impronta) != 0)
		return err_set(ERR_FAULT, "%s dell'atto %lld non è quello "
		    "registrato: eseguire «cartella verifica»",
		    x->p.percorso, (long long)x->p.seq);
	return xml_parse(out, op->a, b.data, b.len, XML_OURS);
}

static int
replay(struct registro *then, struct op *op, const char *folder,
    const char *giorno)
{
	struct scritto *list;
	struct nodo *doc;
	int r, i, n;

	if ((r = registro_folder_al(&list, &n, op->a, op->st->registro,
	    folder, giorno)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (matters(&list[i].p) &&
		    ((r = load(&doc, op, &list[i])) != 0 ||
		    (r = registro_proietta(then, &list[i].p, doc)) != 0))
			return r;
	return 0;
}

/* A measure over a cartella is one over its accesso: both are there. */
static int
replay_other(struct registro *then, struct op *op, const struct numero *n,
    const char *giorno)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct numero other;
	int r;

	if (n->serie == SERIE_CARTELLA) {
		r = registro_cartella(&c, op->a, op->st->registro, &occhio, n);
		other = c.accesso;
	} else {
		r = registro_cartella_di(&other, op->st->registro, n);
	}
	if (r == ERR_ABSENT || (r == 0 && other.progressivo == 0)) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : replay(then, op, numero_folder(op->a, &other),
	    giorno);
}

static int
as_it_was(struct registro **out, struct op *op, const struct numero *n,
    const char *giorno)
{
	AUTO(registro) then = NULL;
	int r;

	if ((r = registro_prova(&then, giorno)) != 0 ||
	    (r = registro_begin(then)) != 0 ||
	    (r = replay(then, op, "ente", giorno)) != 0 ||
	    (r = replay_other(then, op, n, giorno)) != 0 ||
	    (r = replay(then, op, numero_folder(op->a, n), giorno)) != 0 ||
	    (r = registro_commit(then)) != 0)
		return r;
	*out = MOVE(then);
	return 0;
}

/* ---- answer ---- */

static int
applica(struct op *op)
{
	const char *giorno = op_campo(op, "al");
	struct occhio occhio = op_occhio(op);
	AUTO(registro) then = NULL;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0)
		return r;
	op->vista = nodo_new(op->a, "chi-vede");
	nodo_set(op->a, op->vista, "riferimento", numero_text(op->a, &n));
	nodo_set(op->a, op->vista, "al", giorno);
	if ((r = caso_persona(op->vista, op, &n)) != 0)
		return r;
	if (giorno != NULL && (r = as_it_was(&then, op, &n, giorno)) != 0)
		return r;
	return registro_chi_vede(op->vista, op->a,
	    then != NULL ? then : op->st->registro, &n);
}

const struct atto atto_chi_vede = {
	.nome = "chi-vede",
	.sommario = "chi vede un accesso o una cartella, perché, e quali documenti",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};

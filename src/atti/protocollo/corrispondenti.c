/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corrispondenti.c - the address book: a body enters it or changes, two
 * entries are found to be one body, and parted again when they were not.
 *
 * Refuses: what does not exist, what is joined already, itself.  Warns: a body
 * that is there with the same name or IPA code.  Keeps: every version, and
 * what a joined entry said.  Norm: DPR 445/2000 art. 53; AgID, Linee guida,
 * Allegato 5.
 */
#include <stdlib.h>

#include "atti/table.h"
#include "documenti/corrispondente.h"
#include "registro/corrispondenti.h"

#define ART53 "art. 53 DPR 445/2000"

static int
code(const struct op *op, const char *campo)
{
	const char *v = op_campo(op, campo);

	return v != NULL ? (int)strtol(v, NULL, 10) : 0;
}

/* 0 and *out, or a rilievo on `campo` and 1, or an error. */
static int
find(struct corrispondente *out, struct op *op, const char *campo)
{
	int r = registro_corrispondente(out, op->a, op->st->registro,
	    code(op, campo));

	if (r != ERR_ABSENT)
		return r;
	op_errore(op, campo, "corrispondente-ignoto", NULL, "%s", err_msg());
	return 1;
}

/* ---- a body, new or changed ---- */

static int
esamina_iscrivi(struct op *op)
{
	struct corrispondente c;
	int r, other;

	if (code(op, "codice") != 0 && (r = find(&c, op, "codice")) != 0)
		return r < 0 ? r : 0;
	r = registro_corrispondente_pari(&other, op->st->registro,
	    op_campo(op, "denominazione"), op_campo(op, "codice-ipa"),
	    code(op, "codice"));
	if (r == 0)
		op_avviso(op, "denominazione", "corrispondente-simile", NULL,
		    "c'è già il corrispondente %d con lo stesso nome o codice "
		    "IPA: se è un altro, conferma con --conferma "
		    "corrispondente-simile", other);
	return r == ERR_ABSENT ? 0 : r;
}

/* The document as it stands; its id goes on. */
static int
present(struct nodo **out, struct op *op, int codice)
{
	return store_documento(out, op->a, op->st, "ente",
	    corrispondente_path(op->a, codice));
}

static void
put(struct op *op, int codice, struct nodo *doc)
{
	op->fatto = arena_printf(op->a, "%d", codice);
	op_deposita(op, "ente", corrispondente_path(op->a, codice), doc);
}

static int
applica_iscrivi(struct op *op)
{
	int r, codice = code(op, "codice");
	struct nodo *doc, *was;

	if (codice == 0) {
		if ((r = registro_corrispondente_numero(&codice,
		    op->st->registro)) != 0)
			return r;
		put(op, codice, corrispondente_make(op->a, op->in, codice));
		return 0;
	}
	if ((r = present(&was, op, codice)) != 0)
		return r;
	doc = corrispondente_make(op->a, op->in, codice);
	nodo_set(op->a, doc, "id", nodo_attr(was, "id"));
	if (nodo_child(was, "unito-a") != NULL)
		corrispondente_unisci(op->a, doc,
		    (int)strtol(nodo_value(op->a, was, "unito-a"), NULL, 10));
	put(op, codice, doc);
	return 0;
}

const struct atto atto_iscrivi_corrispondente = {
	.nome = "iscrivi-corrispondente",
	.sommario = "iscrive un ente fra i corrispondenti, o lo cambia",
	.norma = ART53,
	.esamina = esamina_iscrivi,
	.applica = applica_iscrivi,
};

/* ---- one body written twice ---- */

static int
esamina_unisci(struct op *op)
{
	struct corrispondente c, con;
	int r;

	if ((r = find(&c, op, "codice")) != 0 || (r = find(&con, op,
	    "con")) != 0)
		return r < 0 ? r : 0;
	if (c.codice == con.codice)
		op_errore(op, "con", "se-stesso", NULL,
		    "è lo stesso corrispondente: indica l'altro");
	else if (c.unito_a != 0)
		op_errore(op, "codice", "gia-unito", NULL, "il corrispondente "
		    "%d è già unito al %d: prima si separa con "
		    "«separa-corrispondente»", c.codice, c.unito_a);
	else if (con.unito_a != 0)
		op_errore(op, "con", "gia-unito", NULL, "il corrispondente %d "
		    "è unito al %d: indica quello", con.codice, con.unito_a);
	return 0;
}

static int
join(struct op *op, int con)
{
	int r, codice = code(op, "codice");
	struct nodo *doc;

	if ((r = present(&doc, op, codice)) != 0)
		return r;
	corrispondente_unisci(op->a, doc, con);
	put(op, codice, doc);
	return 0;
}

static int
applica_unisci(struct op *op)
{
	return join(op, code(op, "con"));
}

const struct atto atto_unisci_corrispondenti = {
	.nome = "unisci-corrispondenti",
	.sommario = "unisce due corrispondenti che sono lo stesso ente",
	.norma = ART53,
	.esamina = esamina_unisci,
	.applica = applica_unisci,
};

static int
esamina_separa(struct op *op)
{
	struct corrispondente c;
	int r;

	if ((r = find(&c, op, "codice")) != 0)
		return r < 0 ? r : 0;
	if (c.unito_a == 0)
		op_errore(op, "codice", "non-unito", NULL,
		    "il corrispondente %d non è unito a nessuno", c.codice);
	return 0;
}

static int
applica_separa(struct op *op)
{
	return join(op, 0);
}

const struct atto atto_separa_corrispondente = {
	.nome = "separa-corrispondente",
	.sommario = "separa un corrispondente unito per errore",
	.norma = ART53,
	.esamina = esamina_separa,
	.applica = applica_separa,
};

/* ---- looking ---- */

static int
applica_corrispondenti(struct op *op)
{
	if (code(op, "codice") != 0)
		return registro_vista_corrispondente(&op->vista, op->a,
		    op->st->registro, code(op, "codice"));
	return registro_corrispondenti(&op->vista, op->a, op->st->registro,
	    op_campo(op, "parola"));
}

const struct atto atto_corrispondenti = {
	.nome = "corrispondenti",
	.sommario = "cerca fra i corrispondenti dell'ente",
	.norma = ART53,
	.flags = LETTURA,
	.applica = applica_corrispondenti,
};

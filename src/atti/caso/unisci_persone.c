/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * unisci_persone.c - the people of two cartelle are found to be one; and parted
 * again, when they were not.
 *
 * Refuses: a cartella with itself, one that is not seen, two closed ones, what
 * is joined already, to part what is not joined.  Warns: another codice fiscale
 * or birth.  Keeps: each cartella as it is, nothing goes from one to the other;
 * a document in each says so, and why.  In a closed one nothing is written: a
 * person who comes back is joined from the new one.
 * Norm: GDPR art. 5(1)(d).
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/cartella.h"
#include "registro/persone.h"

#define PERSONE_DIR "persone"
#define GDPR "art. 5(1)(d) GDPR"

struct coppia {
	struct numero n[2];
	const char *folder[2];
	bool aperta[2];
};

static int
find_one(struct coppia *out, struct op *op, int i, const char *campo)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	int r;

	if ((r = numero_parse(&out->n[i], op_campo(op, campo))) != 0)
		return r;
	out->folder[i] = numero_folder(op->a, &out->n[i]);
	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &out->n[i])) != 0)
		return r;
	out->aperta[i] = cartella_scrivibile(c.stato);
	return 0;
}

static int
find(struct coppia *out, struct op *op)
{
	int r;

	if ((r = find_one(out, op, 0, "cartella")) != 0)
		return r;
	return find_one(out, op, 1, "con");
}

/* 1: two cartelle, both seen; 0: a rilievo; or an error. */
static int
two(struct coppia *out, struct op *op)
{
	int r;

	if ((r = find(out, op)) != 0)
		return r;
	if (numero_equal(&out->n[0], &out->n[1]))
		op_errore(op, "con", "se-stessa", NULL,
		    "è la stessa cartella: indica l'altra");
	else if (!out->aperta[0] && !out->aperta[1])
		op_errore(op, "con", "cartella-chiusa", NULL, "le due cartelle "
		    "sono chiuse, e non vi si scrive più: prima se ne riapre "
		    "una");
	else
		return 1;
	return 0;
}

/* ---- joining ---- */

static bool
differ(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) != 0;
}

static int
check_identity(struct op *op, const struct coppia *c)
{
	struct occhio occhio = op_occhio(op);
	struct registro *reg = op->st->registro;
	struct persona p[2];
	int r;

	if ((r = registro_interessato(&p[0], op->a, reg, &occhio,
	    &c->n[0])) != 0 ||
	    (r = registro_interessato(&p[1], op->a, reg, &occhio,
	    &c->n[1])) != 0)
		return r;
	if (differ(p[0].codice_fiscale, p[1].codice_fiscale) ||
	    differ(p[0].nascita, p[1].nascita) ||
	    strcmp(p[0].suono, p[1].suono) != 0)
		op_avviso(op, "con", "persone-diverse", GDPR, "le due schede "
		    "dicono un altro nome, un'altra nascita o un altro codice "
		    "fiscale: se è davvero la stessa persona, conferma con "
		    "--conferma persone-diverse");
	return 0;
}

static int
esamina_unisci(struct op *op)
{
	struct coppia c;
	int r;

	if ((r = two(&c, op)) <= 0)
		return r;
	if ((r = registro_persona_unita(op->st->registro, &c.n[0],
	    &c.n[1])) < 0)
		return r;
	if (r == 1) {
		op_errore(op, "con", "gia-unite", NULL, "le persone di %s e "
		    "di %s sono già unite: si separano con «separa-persone»",
		    op_campo(op, "cartella"), op_campo(op, "con"));
		return 0;
	}
	return check_identity(op, &c);
}

/* The same said in both that are open; the first is its home. */
static int
say(struct op *op, const char *tipo)
{
	struct coppia c;
	struct nodo *doc;
	int i, r, n;

	if ((r = find(&c, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &c.n[0]);
	for (i = 0; i < 2; i++) {
		if (!c.aperta[i])
			continue;
		if ((r = registro_documenti(&n, op->st->registro, c.folder[i],
		    PERSONE_DIR)) != 0)
			return r;
		doc = nodo_new(op->a, tipo);
		nodo_elem_text(op->a, doc, "con", numero_text(op->a,
		    &c.n[1 - i]));
		nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
		nodo_elem_text(op->a, doc, "autore", op_agente(op));
		nodo_elem_text(op->a, doc, "data", op_oggi(op));
		op_deposita(op, c.folder[i], ordinale_path(op->a, PERSONE_DIR,
		    n + 1, ".xml"), doc);
	}
	return 0;
}

static int
applica_unisci(struct op *op)
{
	return say(op, "unione-persone");
}

const struct atto atto_unisci_persone = {
	.nome = "unisci-persone",
	.sommario = "dice che due cartelle sono della stessa persona",
	.norma = GDPR,
	.esamina = esamina_unisci,
	.applica = applica_unisci,
};

/* ---- parting ---- */

static int
esamina_separa(struct op *op)
{
	struct coppia c;
	int r;

	if ((r = two(&c, op)) <= 0)
		return r;
	if ((r = registro_persona_unita(op->st->registro, &c.n[0],
	    &c.n[1])) < 0)
		return r;
	if (r == 0)
		op_errore(op, "con", "non-unite", NULL, "le persone di %s e "
		    "di %s non sono unite fra loro", op_campo(op, "cartella"),
		    op_campo(op, "con"));
	return 0;
}

static int
applica_separa(struct op *op)
{
	return say(op, "separazione-persone");
}

const struct atto atto_separa_persone = {
	.nome = "separa-persone",
	.sommario = "separa due persone unite per errore",
	.norma = GDPR,
	.esamina = esamina_separa,
	.applica = applica_separa,
};

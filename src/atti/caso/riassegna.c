/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riassegna.c - a case goes to another social worker: an accesso, or a
 * cartella and the accesso it was born of.
 *
 * Refuses: whoever has it already, is no active social worker or is in
 * conflict; what is closed.  Keeps: from whom, to whom, why, beside the cover.
 * Norm: L. 241/1990 artt. 5 and 6-bis.
 */
#include <string.h>

#include "atti/caso/affidare.h"
#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/table.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"

#define ART5 "art. 5 L. 241/1990"

struct coppia {			/* an accesso and its cartella */
	struct numero ac, cs;	/* progressivo 0: it has none */
	const char *stato_ac, *stato_cs;
	const char *responsabile, *ufficio;
};

static int
from_cartella(struct coppia *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct accesso acc;
	int r;

	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &out->cs)) != 0)
		return r;
	out->stato_cs = c.stato;
	out->responsabile = c.responsabile;
	out->ufficio = c.ufficio;
	out->ac = c.accesso;
	if (c.accesso.progressivo == 0)
		return 0;
	if ((r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    &out->ac)) != 0)
		return r;
	out->stato_ac = acc.stato;
	return 0;
}

static int
from_accesso(struct coppia *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct accesso acc;
	int r;

	if ((r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    &out->ac)) != 0)
		return r;
	r = registro_cartella_di(&out->cs, op->st->registro, &out->ac);
	if (r == 0)
		return from_cartella(out, op);
	if (r != ERR_ABSENT)
		return r;
	out->cs = (struct numero){ 0 };
	out->stato_ac = acc.stato;
	out->responsabile = acc.responsabile;
	out->ufficio = acc.ufficio;
	return 0;
}

static int
find(struct coppia *out, struct op *op)
{
	const char *cartella = op_campo(op, "cartella");
	int r;

	memset(out, 0, sizeof *out);
	if (cartella != NULL)
		return (r = numero_parse(&out->cs, cartella)) != 0 ? r :
		    from_cartella(out, op);
	return (r = numero_parse(&out->ac, op_campo(op, "accesso"))) != 0 ?
	    r : from_accesso(out, op);
}

/* ---- rules ---- */

static int
esamina(struct op *op)
{
	const char *ufficio = op_campo(op, "ufficio");
	struct coppia c;
	int r;

	if ((r = find(&c, op)) != 0)
		return r;
	if (c.cs.progressivo != 0 && (r = passaggio_esamina(op,
	    OGGETTO_CARTELLA, c.stato_cs, NULL)) != 0)
		return r;
	if (op->ril.errori == 0 && c.ac.progressivo != 0 &&
	    (r = passaggio_esamina(op, OGGETTO_ACCESSO, c.stato_ac,
	    NULL)) != 0)
		return r;
	if (op->ril.errori == 0 &&
	    strcmp(c.responsabile, op_campo(op, "assistente")) == 0 &&
	    (ufficio == NULL || strcmp(c.ufficio, ufficio) == 0))
		op_errore(op, "assistente", "stesso-responsabile", ART5,
		    "il caso è già di %s", c.responsabile);
	return affidare_esamina(op);
}

/* ---- effect ---- */

static const char *
new_office(struct op *op, const struct coppia *c)
{
	const char *ufficio = op_campo(op, "ufficio");

	return ufficio != NULL ? ufficio : c->ufficio;
}

/* The cover, with the new responsible, written again. */
static int
entrust(struct op *op, const struct coppia *c, const struct numero *n,
    const char *oggetto, const char *percorso)
{
	const char *folder = numero_folder(op->a, n);
	struct nodo *cover;
	int r;

	if (n->progressivo == 0)
		return 0;
	if ((r = passaggio_copertina(&cover, op, folder, oggetto, NULL)) != 0)
		return r;
	copertina_affida(op->a, cover, op_campo(op, "assistente"),
	    new_office(op, c));
	op_deposita(op, folder, percorso, cover);
	return 0;
}

static int
record(struct op *op, const struct coppia *c, const struct numero *n)
{
	const char *folder = numero_folder(op->a, n);
	struct nodo *doc = nodo_new(op->a, "riassegnazione");
	int r, count;

	if ((r = registro_documenti(&count, op->st->registro, folder,
	    "riassegnazioni")) != 0)
		return r;
	nodo_elem_text(op->a, doc, "da", c->responsabile);
	nodo_elem_text(op->a, doc, "a", op_campo(op, "assistente"));
	nodo_elem_text(op->a, doc, "ufficio-da", c->ufficio);
	nodo_elem_text(op->a, doc, "ufficio-a", new_office(op, c));
	nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, doc, "data", op_oggi(op));
	nodo_elem_text(op->a, doc, "autore", op_agente(op));
	op_deposita(op, folder, ordinale_path(op->a, "riassegnazioni",
	    count + 1, ".xml"), doc);
	return 0;
}

static int
applica(struct op *op)
{
	struct coppia c;
	int r;

	if ((r = find(&c, op)) != 0)
		return r;
	/* the fuller folder is the home of the act */
	if ((r = entrust(op, &c, &c.cs, OGGETTO_CARTELLA,
	    CARTELLA_COPERTINA)) != 0 || (r = entrust(op, &c, &c.ac,
	    OGGETTO_ACCESSO, ACCESSO_COPERTINA)) != 0)
		return r;
	op->fatto = numero_text(op->a, c.cs.progressivo != 0 ? &c.cs : &c.ac);
	return record(op, &c, c.cs.progressivo != 0 ? &c.cs : &c.ac);
}

const struct atto atto_riassegna = {
	.nome = "riassegna",
	.sommario = "affida un caso a un'altra assistente sociale, e dice perché",
	.norma = "artt. 5 e 6-bis L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

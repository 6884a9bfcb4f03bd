/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prendi_visione.c - somebody of an office declares to have seen what was
 * sent to it.
 *
 * Refuses: a registration not yet sent to any office, or to none of the
 * user's; a second declaration of the same person.  Until the case is assigned
 * the head of the office answers for it: L. 241/1990 art. 5 c. 2.
 */
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/smistamento.h"
#include "registro/smistamento.h"

/* Who registered it sees it too: the office must have received it. */
static int
check_received(struct op *op, const struct numero *n)
{
	struct registro *reg = op->st->registro;
	const char *ignored;
	int r, count;

	if ((r = registro_smistamenti(&count, reg, n)) != 0)
		return r;
	if (count == 0) {
		op_errore(op, "protocollo", "non-smistata", NULL, "la "
		    "registrazione %s non è ancora stata smistata: prima lo "
		    "fa il protocollo con «smista»", numero_text(op->a, n));
		return 0;
	}
	r = registro_smistata_a(&ignored, op->a, reg, n, op_agente(op), NULL);
	if (r == ERR_ABSENT) {
		op_errore(op, "protocollo", "altro-ufficio", NULL, "la "
		    "registrazione %s è stata smistata ad altri uffici, non "
		    "al tuo", numero_text(op->a, n));
		return 0;
	}
	return r;
}

static int
check_first(struct op *op, const struct numero *n)
{
	int r = registro_visione_di(op->st->registro, n, op_agente(op));

	if (r != 1)
		return r;
	/* unless it was sent again, and waits again */
	r = registro_visione_serve(op->st->registro, n, op_agente(op));
	if (r == 0)
		op_errore(op, "protocollo", "gia-vista", NULL,
		    "hai già preso visione della registrazione %s",
		    numero_text(op->a, n));
	return r < 0 ? r : 0;
}

static int
esamina(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_vede(op->st->registro, &occhio, &n)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0 ||
	    (r = check_received(op, &n)) != 0)
		return r;
	return check_first(op, &n);
}

static int
applica(struct op *op)
{
	const char **uffici;
	struct numero n;
	int r, before;

	if ((r = numero_parse(&n, op_campo(op, "protocollo"))) != 0 ||
	    (r = registro_visioni(&before, op->st->registro, &n)) != 0 ||
	    (r = registro_smistata_uffici(&uffici, op->a, op->st->registro, &n,
	    op_agente(op))) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    "prese-visione", n.progressivo, before + 1),
	    presa_visione_make(op->a, &n, before + 1, uffici, op_agente(op),
	    op->ora_iso));
	return 0;
}

const struct atto atto_prendi_visione = {
	.nome = "prendi-visione",
	.sommario = "dichiara di aver visto una registrazione smistata",
	.norma = "art. 5 c. 2 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

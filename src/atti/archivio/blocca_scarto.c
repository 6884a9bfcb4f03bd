/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * blocca_scarto.c - a hold: nothing of a cartella, accesso or fascicolo may be
 * disposed of, whatever the massimario says; or a hold looked at again, and confirmed.
 *
 * Refuses: what stands in something else; a hold that is not there, or over;
 * a review further away than a year, or in the past.  Keeps: every review.
 * Norm: DPR 445/2000 art. 68; DPR 37/2001 art. 6; GDPR art. 17 c. 3.
 */
#include <stdlib.h>

#include "atti/archivio/bloccare.h"
#include "atti/caso/cartella.h"
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/blocco.h"
#include "documenti/calendario.h"

/* By when it is looked at again. */
static const char *
review(struct op *op)
{
	const char *said = op_campo(op, "rivedere");
	char *year;

	if (said != NULL)
		return said;
	year = arena_alloc(op->a, DATA_LEN + 1);
	calendario_mesi(year, op_oggi(op), BLOCCO_MESI);
	return year;
}

static void
check_review(struct op *op)
{
	const char *said = op_campo(op, "rivedere");
	char last[DATA_LEN + 1];

	if (said == NULL)
		return;
	calendario_mesi(last, op_oggi(op), BLOCCO_MESI);
	if (calendario_fra(op_oggi(op), said) <= 0)
		op_errore(op, "rivedere", "data-passata", NULL, "un blocco si "
		    "rivede da domani in poi");
	else if (calendario_fra(said, last) < 0)
		op_errore(op, "rivedere", "oltre-un-anno", NULL, "un blocco si "
		    "rivede ogni anno: al più il %s", last);
}

static int
esamina(struct op *op)
{
	bool again = op_campo(op, "blocco") != NULL;
	struct bloccato b;
	int r;

	if ((r = blocco_find(&b, op)) != 0)
		return r;
	check_review(op);
	if (!again && op_campo(op, "motivo") == NULL)
		op_errore(op, "motivo", "manca-motivo", NULL, "di' che cosa "
		    "chiede il blocco: un giudice, una causa, un accesso agli "
		    "atti");
	if (again && op_campo(op, "motivo") != NULL)
		op_errore(op, "motivo", "gia-detto", NULL, "il motivo del "
		    "blocco resta quello: togli --motivo");
	if (again && op_campo(op, "protocollo") != NULL)
		op_errore(op, "protocollo", "gia-detto", NULL, "la "
		    "registrazione si dice quando si mette il blocco");
	return scrivere_protocollo(op);
}

static struct nodo *
make(struct op *op)
{
	struct nodo *n = nodo_new(op->a, "blocco");

	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "estremi", op_campo(op, "estremi"));
	nodo_elem_text(op->a, n, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, n, "utente", op_agente(op));
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_elem_text(op->a, n, "rivedere", review(op));
	return n;
}

static void
confirm(struct op *op, struct nodo *doc)
{
	struct nodo *n = nodo_elem(op->a, doc, "revisione");

	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_elem_text(op->a, n, "utente", op_agente(op));
	nodo_elem_text(op->a, n, "estremi", op_campo(op, "estremi"));
	nodo_elem_text(op->a, n, "rivedere", review(op));
}

static int
applica(struct op *op)
{
	struct bloccato b;
	struct nodo *doc;
	int r, n;

	if ((r = blocco_find(&b, op)) != 0)
		return r;
	op->fatto = numero_text(op->a, &b.c.n);
	if (b.percorso != NULL) {
		if ((r = store_documento(&doc, op->a, op->st, b.folder,
		    b.percorso)) != 0)
			return r;
		confirm(op, doc);
		op_deposita(op, b.folder, b.percorso, doc);
		return 0;
	}
	if ((r = registro_documenti(&n, op->st->registro, b.folder,
	    DIR_BLOCCHI)) != 0)
		return r;
	op_deposita(op, b.folder, ordinale_path(op->a, DIR_BLOCCHI, n + 1,
	    ".xml"), make(op));
	return 0;
}

const struct atto atto_blocca_scarto = {
	.nome = "blocca-scarto",
	.sommario = "ferma lo scarto di un caso o di un fascicolo, o conferma il blocco",
	.norma = "art. 68 DPR 445/2000; art. 17 GDPR",
	.esamina = esamina,
	.applica = applica,
};

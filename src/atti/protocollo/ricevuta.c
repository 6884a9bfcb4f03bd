/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricevuta.c - the receipt for whoever has presented a document: at once, at
 * the desk, as a PDF.
 *
 * Refuses: what the user may not see in clear, a document that did not come
 * in, an annulled one.  Keeps nothing: it says what the register says.  Norm:
 * L. 241/1990 art. 18-bis.
 */
#include "documenti/ricevuta.h"

#include <stdlib.h>
#include <string.h>

#include "atti/carte/carta.h"
#include "atti/table.h"
#include "worker/worker.h"

#define ART18 "art. 18-bis L. 241/1990"
#define GIORNI 30	/* L. 241/1990 art. 2 c. 2 */

/* Whose head the paper has: the user's own, or who registered it. */
static int
issuing(const char **codice, struct op *op, const struct nodo *reg)
{
	struct registro *g = op->st->registro;
	int r = registro_ufficio_di(codice, op->a, g, op_agente(op));

	if (r == 0 && (*codice)[0] == '\0')
		r = registro_ufficio_di(codice, op->a, g, nodo_value(op->a,
		    reg, "operatore"));
	if (r == 0 && (*codice)[0] == '\0')
		return err_set(ERR_INVALID, "non sei di un ufficio: di' a nome "
		    "di quale rilasci la ricevuta («ufficio»)");
	return r;
}

/* The office that answers, by its name; NULL when none is known yet. */
static int
office(const char **codice, const char **nome, struct op *op,
    const struct nodo *reg)
{
	const struct nodo *s;
	const char *titolo;

	*codice = op_campo(op, "ufficio");
	for (s = nodo_child(reg, "smistamento"); *codice == NULL && s != NULL;
	    s = nodo_next(s, "smistamento")) {
		titolo = nodo_attr(s, "titolo");
		if (titolo != NULL && strcmp(titolo, "competenza") == 0)
			*codice = nodo_attr(s, "ufficio");
	}
	*nome = NULL;
	if (*codice == NULL)
		return issuing(codice, op, reg);
	return registro_ufficio(nome, op->a, op->st->registro, *codice);
}

static int
check(struct op *op, const struct nodo *reg)
{
	if (nodo_attr(reg, "oscurata") != NULL)
		return err_set(ERR_ABSENT, "di %s non c'è una ricevuta che "
		    "puoi rilasciare", op_campo(op, "riferimento"));
	if (strcmp(nodo_value(op->a, reg, "flusso"), "entrata") != 0)
		return err_set(ERR_INVALID, "%s non è in entrata: la ricevuta "
		    "è di un documento presentato (" ART18 ")",
		    op_campo(op, "riferimento"));
	if (nodo_attr(reg, "annullata") != NULL)
		return err_set(ERR_INVALID, "la registrazione %s è annullata",
		    op_campo(op, "riferimento"));
	return 0;
}

static int
letter(struct nodo **out, struct op *op, const struct modello_scelto *m,
    const struct nodo *reg)
{
	const char *termine = op_campo(op, "termine");
	const char *assenso = op_campo(op, "silenzio-assenso");
	struct ricevuta d = { 0 };
	const char *codice;
	int r;

	if ((r = office(&codice, &d.ufficio, op, reg)) != 0 ||
	    (r = carta_lettera(out, op, codice, NULL)) != 0)
		return r;
	d.giorni = termine != NULL ? (int)strtol(termine, NULL, 10) : GIORNI;
	d.assenso = assenso != NULL && strcmp(assenso, "si") == 0;
	ricevuta_testa(op->a, *out, reg);
	if ((r = carta_parti(*out, op, CARTA_LETTERA, m, NULL,
	    ricevuta_parti(op->a, reg, &d))) != 0)
		return r;
	return carta_firmatario(*out, op);
}

/* The PDF, by the model. */
static int
make(struct buf *pdf, struct op *op, const struct nodo *reg)
{
	struct carta_da_fare f = { .tipo = CARTA_LETTERA,
	    .titolo = "Ricevuta" };
	struct modello_scelto modello;
	AUTO_BUF odt = { 0 };
	struct nodo *manca;
	int r;

	if ((r = modello_scegli(&modello, op, MODELLO_RICEVUTA,
	    CARTA_LETTERA)) != 0 ||
	    (r = letter(&f.dati, op, &modello, reg)) != 0)
		return r;
	f.modello = &modello;
	if ((r = carta_riempi(&odt, &manca, op, &f)) < 0)
		return r;
	if (r == 1)
		return err_set(ERR_INVALID, "il modello «%s» vuole ciò che "
		    "una ricevuta non ha: %s", modello.nome,
		    carta_manca_in_parole(op->a, manca));
	return worker_pdf(pdf, odt.data, odt.len);
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	AUTO_BUF pdf = { 0 };
	struct nodo *reg;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, &n)) != 0 || (r = check(op, reg)) != 0 ||
	    (r = make(&pdf, op, reg)) != 0)
		return r;
	op->vista = nodo_new(op->a, "ricevuta");
	nodo_elem_text(op->a, op->vista, "riferimento",
	    op_campo(op, "riferimento"));
	op->bytes = arena_memdup(op->a, pdf.data, pdf.len);
	op->n_bytes = pdf.len;
	return 0;
}

const struct atto atto_ricevuta = {
	.nome = "ricevuta",
	.sommario = "la ricevuta per chi ha presentato un documento",
	.norma = ART18,
	.flags = LETTURA,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * osserva.c - take in what the applicant answers to a preavviso.
 *
 * Refuses: a registration that is not an entrata, or that the user does not
 * see; an answer to a preavviso never sent, or that came before it.  Warns:
 * one that came late.  Keeps: the registration is in the cartella from now on.
 * Norm: L. 241/1990 art. 10-bis.
 */
#include <string.h>

#include "atti/caso/caso_passaggio.h"
#include "atti/caso/istruttoria.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"

#define ART10BIS "art. 10-bis L. 241/1990"

/* The day on which registration `protocollo` came; NULL and a rilievo when it
 * cannot be an answer. */
static int
arrival(const char **out, struct op *op)
{
	struct nodo *v;
	struct numero n;
	const char *day;
	int r;

	*out = NULL;
	r = registrazione_in_chiaro(&v, &n, op);
	if (r == ERR_ABSENT) {
		op_errore(op, "protocollo", "protocollo-ignoto", NULL, "%s",
		    err_msg());
		return 0;
	}
	if (r != 0 || (r = registrazione_valida(op, "protocollo", &n)) < 0)
		return r;
	if (strcmp(nodo_value(op->a, v, "flusso"), "entrata") != 0) {
		op_errore(op, "protocollo", "non-entrata", ART10BIS,
		    "le osservazioni arrivano: %s non è un'entrata",
		    op_campo(op, "protocollo"));
		return 0;
	}
	day = nodo_value(op->a, v, "data-arrivo");
	if (day == NULL)
		day = nodo_value(op->a, v, "ora");
	if (r == 1)
		*out = arena_printf(op->a, "%.10s", day);
	return 0;
}

static void
check_days(struct op *op, const struct istruttoria *is, const char *day)
{
	const char *sent = nodo_value(op->a, is->preavviso_doc, "data");
	char end[GIORNO_LEN + 1];

	giorno_piu(end, sent, PREAVVISO_GIORNI);
	if (strcmp(day, sent) < 0)
		op_errore(op, "protocollo", "prima-del-preavviso", ART10BIS,
		    "è arrivata il %s, prima del preavviso del %s", day, sent);
	else if (strcmp(day, end) > 0)
		op_avviso(op, "protocollo", "osservazioni-tardive", ART10BIS,
		    "sono arrivate il %s, oltre %d giorni dal preavviso del "
		    "%s: se chi scrive lo ricevette dopo, o le si esamina lo "
		    "stesso, conferma con --conferma osservazioni-tardive",
		    day, PREAVVISO_GIORNI, sent);
}

static int
esamina(struct op *op)
{
	struct istruttoria is;
	const char *day;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = caso_stato(op, &caso, NULL)) != 0 ||
	    (r = istruttoria_avviata(&is, op, &caso)) != 0)
		return r;
	if (is.doc != NULL && is.preavviso == NULL)
		op_errore(op, "cartella", "senza-preavviso", ART10BIS,
		    "le osservazioni rispondono a un preavviso, e non ne è "
		    "stato comunicato nessuno: prima «preavvisa»");
	if ((r = arrival(&day, op)) != 0)
		return r;
	if (is.preavviso != NULL && day != NULL)
		check_days(op, &is, day);
	return 0;
}

static int
applica(struct op *op)
{
	struct nodo *doc = nodo_new(op->a, "osservazioni");
	struct istruttoria is;
	const char *day;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = istruttoria_leggi(&is, op, &caso)) != 0 ||
	    (r = arrival(&day, op)) != 0)
		return r;
	nodo_elem_text(op->a, doc, "preavviso", is.preavviso);
	nodo_elem_text(op->a, doc, "protocollo", op_campo(op, "protocollo"));
	nodo_elem_text(op->a, doc, "data", day);
	if (nodo_child(op->in, "testo") != NULL)
		nodo_add(doc, nodo_copy(op->a, nodo_child(op->in, "testo")));
	nodo_elem_text(op->a, doc, "autore", op_agente(op));
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path(op->a, "istruttoria",
	    is.prossima, ".xml"), doc);
	return caso_passa(op, &caso, NULL);
}

const struct atto atto_osserva = {
	.nome = "osserva",
	.sommario = "acquisisce le osservazioni a un preavviso di rigetto",
	.norma = "art. 10-bis L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};

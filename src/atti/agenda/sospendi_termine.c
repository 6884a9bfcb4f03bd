/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sospendi_termine.c - a term of a cartella stands still, for a reason that
 * the table of terms knows.
 *
 * Refuses: a term answered, one that this reason does not suspend, a reason
 * that only a document of its own begins; a second time where the law wants
 * one; days in which it stands still already; a day to come.  Keeps: the
 * suspension is a document, the end of the term is counted from it.
 * Norm: L. 241/1990 art. 2 c. 7.
 */
#include "atti/agenda/termine.h"
#include "atti/table.h"

#include <string.h>

#define ART2 "art. 2 c. 7 L. 241/1990"

/* The reasons that may be given for this term, for the message. */
static const char *
reasons(struct op *op, const struct termini *tab, const struct termine *t)
{
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < tab->n_motivi; i++)
		if (tab->motivi[i].inizia.n == 0 &&
		    motivo_sospende(&tab->motivi[i], t->chiave))
			buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
			    tab->motivi[i].motivo);
	return b.len > 0 ? arena_strdup(op->a, buf_str(&b)) : "nessuno";
}

/* NULL when a rilievo says why not. */
static const struct motivo *
check_reason(struct op *op, const struct termini *tab, const struct termine *t)
{
	const char *word = op_campo(op, "motivo");
	const struct motivo *m = termini_motivo(tab, word);

	if (m != NULL && m->inizia.n == 0 && motivo_sospende(m, t->chiave))
		return m;
	op_errore(op, "motivo", m == NULL ? "motivo-ignoto" :
	    m->inizia.n > 0 ? "motivo-di-documento" : "non-sospende", ART2,
	    "«%s» non si può dare per il termine n. %d (%s); motivi che lo "
	    "sospendono: %s", word, t->ordine, t->nome, reasons(op, tab, t));
	return NULL;
}

static int
check_others(struct op *op, const struct termine *t, const struct motivo *m)
{
	struct sosta mine = { termine_giorno(op), NULL }, x;
	struct sospensione_riga *s;
	bool once = false, meets = false;
	int r, i, n;

	if ((r = registro_sospensioni(&s, &n, op->a, op->st->registro,
	    t)) != 0)
		return r;
	mine.fine = sosta_fine(op->a, m, mine.inizio, NULL);
	for (i = 0; i < n; i++) {
		x = (struct sosta){ s[i].inizio, s[i].fine };
		once = once || strcmp(s[i].motivo, m->motivo) == 0;
		meets = meets || sosta_urta(&mine, &x);
	}
	if (once && m->una_volta)
		op_errore(op, "motivo", "gia-sospeso", ART2, "il termine è "
		    "già stato sospeso per «%s», e si può una volta sola",
		    m->nome);
	if (meets)
		op_errore(op, "data", "sospensioni-sovrapposte", NULL,
		    "in quei giorni il termine è già sospeso: riprendilo "
		    "prima con «riprendi-termine»");
	return 0;
}

static int
esamina(struct op *op)
{
	const struct termini *tab;
	const struct motivo *m;
	struct termine t;
	struct caso caso;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0 ||
	    (r = registro_tabella_termini(&tab, op->st->registro)) != 0)
		return r;
	termine_check_giorno(op, &t);
	if ((m = check_reason(op, tab, &t)) == NULL)
		return 0;
	return check_others(op, &t, m);
}

static int
applica(struct op *op)
{
	struct termine t;
	struct caso caso;
	struct nodo *n;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0)
		return r;
	n = termine_nodo(op, "sospensione-termine", &t);
	nodo_elem_text(op->a, n, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, n, "data", termine_giorno(op));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	return termine_deposita(op, &caso, n);
}

const struct atto atto_sospendi_termine = {
	.nome = "sospendi-termine",
	.sommario = "sospende un termine di una cartella",
	.norma = ART2,
	.esamina = esamina,
	.applica = applica,
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riprendi_termine.c - a term that stood still runs again: what was waited for
 * has come.
 *
 * Refuses: a term that no sospendi-termine holds; a day to come, or before the
 * suspension.  Keeps: both days stay, the end is counted from them.
 * Norm: L. 241/1990 art. 2 c. 7.
 */
#include "atti/agenda/termine.h"
#include "atti/table.h"

#include <string.h>

#define ART2 "art. 2 c. 7 L. 241/1990"

/* The suspension begun by hand and not ended; NULL when a rilievo says that
 * there is none. */
static int
held(struct sospensione_riga **out, struct op *op, const struct termine *t)
{
	const char *giorno = termine_giorno(op);
	const struct termini *tab;
	struct sospensione_riga *s;
	const struct motivo *m;
	int r, i, n;

	*out = NULL;
	if ((r = registro_tabella_termini(&tab, op->st->registro)) != 0 ||
	    (r = registro_sospensioni(&s, &n, op->a, op->st->registro,
	    t)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		m = termini_motivo(tab, s[i].motivo);
		if (s[i].ripresa == NULL && (m == NULL || m->inizia.n == 0) &&
		    (s[i].fine == NULL || strcmp(giorno, s[i].fine) <= 0))
			*out = &s[i];
	}
	if (*out == NULL)
		op_errore(op, "termine", "non-sospeso", NULL, "il termine "
		    "n. %d (%s) non è sospeso con «sospendi-termine»: non c'è "
		    "niente da riprendere", t->ordine, t->nome);
	return 0;
}

static int
esamina(struct op *op)
{
	struct sospensione_riga *s;
	struct termine t;
	struct caso caso;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0)
		return r;
	termine_check_giorno(op, &t);
	if ((r = held(&s, op, &t)) != 0)
		return r;
	if (s != NULL && strcmp(termine_giorno(op), s->inizio) < 0)
		op_errore(op, "data", "prima-della-sospensione", NULL,
		    "è sospeso dal %s: non può riprendere il %s", s->inizio,
		    termine_giorno(op));
	return 0;
}

static int
applica(struct op *op)
{
	struct sospensione_riga *s;
	struct termine t;
	struct caso caso;
	struct nodo *n;
	int r;

	if ((r = termine_aperto(&caso, &t, op)) <= 0 ||
	    (r = held(&s, op, &t)) != 0 || s == NULL)
		return r;
	n = termine_nodo(op, "ripresa-termine", &t);
	nodo_elem_text(op->a, n, "sospensione", s->documento);
	nodo_elem_text(op->a, n, "data", termine_giorno(op));
	nodo_elem_text(op->a, n, "nota", op_campo(op, "nota"));
	return termine_deposita(op, &caso, n);
}

const struct atto atto_riprendi_termine = {
	.nome = "riprendi-termine",
	.sommario = "fa ripartire un termine sospeso",
	.norma = ART2,
	.esamina = esamina,
	.applica = applica,
};

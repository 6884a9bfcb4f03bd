/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilascia_trasferimento.c - a cartella whose offer was accepted is let go: a
 * package of it as it is now, the rilascio sealed, the cartella closed.  From
 * COMMIT on it is not this body's any more; the original stays, to be read.
 *
 * Refuses: what was not accepted; what `chiudi` refuses.  Keeps: what stayed
 * behind in the offer stays behind now.  Norm: L. 328/2000 art. 6; L. 241/1990
 * art. 2; GDPR art. 32.
 */
#include <string.h>

#include "atti/caso/chiudere.h"
#include "atti/table.h"
#include "atti/trasferimento/consegne.h"
#include "atti/trasferimento/trasferire.h"

struct prep {
	const char *finale;
	struct spedita rilascio;
	const char *nota;		/* what the package lacks; NULL */
};

/* What the offer kept here. */
static int
kept_here(struct tr_stesura *out, struct op *op,
    const struct trasferimento *t)
{
	struct nodo *doc;
	int i, r;

	for (i = 0; i < t->n_carte; i++)
		if (strcmp(t->carte[i].trasferimento, t->lato.patto.id) == 0)
			break;
	if (i == t->n_carte)
		return err_set(ERR_FAULT, "manca l'offerta che si rilascia");
	if ((r = trasferire_carta(&doc, op, t, t->carte[i].ordine)) != 0)
		return r;
	trasferire_riserve(out, op->a, doc);
	return 0;
}

/* ---- rules ---- */

/* It ends as `chiudi` would end it, for this reason. */
static void
be_closing(struct op *op)
{
	op->passaggio = "chiudi";
	if (op_campo(op, "motivo") == NULL)
		nodo_elem_text(op->a, op->in, "motivo", "trasferimento");
}

static int
esamina(struct op *op)
{
	const struct prep *p = op->prep;
	struct tr_stesura offerta = { 0 };
	struct trasferimento t;
	struct caso caso;
	int r;

	be_closing(op);
	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = trasferire_sigillo(op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0)
		return r;
	if (t.lato.stato == TR_NESSUNO) {
		op_errore(op, "cartella", "trasferimento", NULL, "la cartella "
		    "non è offerta a nessuno: prima «offri-trasferimento»");
		return 0;
	}
	trasferire_decidi(&t, op, "cartella", TR_RILASCIA, NULL,
	    p != NULL ? p->finale : t.lato.patto.pacchetto);
	/* the policy may have changed since */
	if ((r = kept_here(&offerta, op, &t)) != 0 ||
	    (r = trasferire_riserve_esamina(op, &caso.n, &offerta,
	    "cartella")) != 0)
		return r;
	return chiudere_esamina(op, &caso);
}

/* ---- the package and the rilascio ---- */

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct tr_stesura how = { .motivo = NULL }, offerta = how;
	struct trasferimento t;
	struct tr_lettera m;
	struct caso caso;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = caso_dipende(&caso, op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0 ||
	    (r = kept_here(&offerta, op, &t)) != 0 ||
	    (r = trasferire_pacchetto(&p->finale, &p->nota, op, &caso.n,
	    &offerta)) != 0)
		return r;
	m = t.lato.patto;
	m.finale = p->finale;
	if ((r = trasferire_sigilla(&p->rilascio, op, TR_M_RILASCIO, &m,
	    &how)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct trasferimento t;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "il rilascio non è stato preparato");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op->nota = p->nota;
	if ((r = consegna_poni(op, p->finale)) != 0 ||
	    (r = chiudere_applica(op, &caso)) != 0)
		return r;
	return trasferire_spedisci(op, &t, 0, &p->rilascio);
}

const struct atto atto_rilascia_trasferimento = {
	.nome = "rilascia-trasferimento",
	.sommario = "lascia una cartella all'ente che ne ha accettato l'offerta, e la chiude",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

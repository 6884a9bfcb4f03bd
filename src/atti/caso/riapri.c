/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riapri.c - take a person in charge again: a closed cartella, and its
 * accesso, are open as they were.
 *
 * Refuses: one that is open; a day to come, or before the one it was closed
 * on.  Keeps: the end it had, and why it begins again, on its cover.  It is
 * the one act that writes in a closed cartella.  Norm: L. 328/2000 art. 22.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/table.h"
#include "atti/trasferimento/trasferire.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "documenti/regole.h"
#include "registro/scarti.h"

/* It waits to be destroyed: whoever opens it must know that it stays now. */
static int
check_list(struct op *op, const struct numero *n)
{
	struct scartata s;
	int r, elenco;

	if ((r = registro_scartata(&s, op->a, op->st->registro,
	    numero_folder(op->a, n))) < 0)
		return r;
	if (r == 1)
		return err_set(ERR_INVALID, "%s è stata scartata il %s (%s): "
		    "non si riapre più", numero_text(op->a, n), s.data,
		    s.autorizzazione);
	if ((r = registro_scarto_atteso(&elenco, op->st->registro, n)) != 0)
		return r;
	if (elenco > 0)
		op_avviso(op, "cartella", "in-elenco-scarto",
		    "art. 21 D.lgs 42/2004", "%s è nell'elenco di scarto %d: "
		    "se la riapri non si distrugge più con quell'elenco. Se è "
		    "giusto, conferma con --conferma in-elenco-scarto",
		    numero_text(op->a, n), elenco);
	return 0;
}

/* What was released is another body's: it comes back by a transfer. */
static int
check_ours(struct op *op, const struct caso *caso)
{
	struct trasferimento t;
	int r;

	if ((r = trasferire_cartella(&t, op, &caso->n)) != 0)
		return r;
	if (!t.tutti.in_carico)
		op_errore(op, "cartella", "rilasciata", NULL, "la cartella è "
		    "stata trasferita a un altro ente: qui si può solo "
		    "leggere, e torna con un trasferimento");
	return 0;
}

static int
esamina(struct op *op)
{
	const char *dal = op_campo(op, "presa-in-carico");
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	regola_non_futura(&op->ril, op->in, "presa-in-carico", op_oggi(op),
	    "il giorno della presa in carico");
	if (dal != NULL && caso.c.chiusa != NULL &&
	    strcmp(dal, caso.c.chiusa) < 0)
		op_errore(op, "presa-in-carico", "prima-della-chiusura", NULL,
		    "la cartella è stata chiusa il %s: non può essere in "
		    "carico di nuovo da prima", caso.c.chiusa);
	if ((r = check_ours(op, &caso)) != 0 ||
	    (r = check_list(op, &caso.n)) != 0)
		return r;
	return passaggio_esamina(op, OGGETTO_CARTELLA, caso.c.stato, NULL);
}

static int
reopen_origin(struct op *op, const struct numero *accesso)
{
	const char *folder = numero_folder(op->a, accesso);
	struct nodo *cover;
	int r;

	if ((r = passaggio_copertina(&cover, op, folder,
	    OGGETTO_ACCESSO, NULL)) != 0)
		return r;
	accesso_riapri(cover);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return 0;
}

static int
applica(struct op *op)
{
	struct riapertura again = { .oggi = op_oggi(op),
	    .autore = op_agente(op), .motivo = op_campo(op, "motivo"),
	    .presa_in_carico = op_campo(op, "presa-in-carico") };
	struct nodo *cover;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = passaggio_copertina(&cover, op, caso.folder,
	    OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	if (again.presa_in_carico == NULL)
		again.presa_in_carico = again.oggi;
	cartella_riapri(op->a, cover, &again);
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, CARTELLA_COPERTINA, cover);
	if (caso.c.accesso.progressivo == 0)
		return 0;
	return reopen_origin(op, &caso.c.accesso);
}

const struct atto atto_riapri = {
	.nome = "riapri",
	.sommario = "riapre una cartella chiusa",
	.norma = "art. 22 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};

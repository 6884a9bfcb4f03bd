/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esita.c - what became of an appointment: held or not, who says so, and the
 * entry of the diary that tells of it.
 *
 * Refuses: a closed case, an appointment that is still to come, called off or
 * with its outcome already; an entry that is none of this diary, not for who
 * asks, or riservata.  Norm: L. 328/2000 art. 22 c. 4.
 */
#include <string.h>

#include "atti/agenda/appuntamenti.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/voce_diario.h"

/* An entry he may not read is as one that is not there; a riservata is not
 * named, for who reads the appointment must not learn that there is one. */
static int
check_entry(struct op *op, const struct fissato *f)
{
	const char *path = op_campo(op, "voce");
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	if (path == NULL)
		return 0;
	if ((r = registro_vede_documento(op->st->registro, &occhio, &f->n,
	    path)) == 0)
		r = store_documento(&doc, op->a, op->st, f->folder, path);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if (r == ERR_ABSENT || strcmp(doc->nome, VOCE_DIARIO) != 0)
		op_errore(op, "voce", "voce-ignota", NULL, "nel diario non "
		    "c'è la voce %s: le voci si vedono con «diario»", path);
	else if (voce_diario_riservata(op->a, doc))
		op_errore(op, "voce", "voce-riservata", NULL, "una voce "
		    "riservata non si cita: l'appuntamento lo leggono anche "
		    "altri; togli --voce");
	return 0;
}

static int
esamina(struct op *op)
{
	struct fissato f;
	struct durata d;
	int r;

	if ((r = appuntamenti_trova(&f, op)) != 0 || f.doc == NULL)
		return r;
	appuntamento_aperto(&op->ril, op->in, f.doc);
	if ((r = appuntamento_durata(&d, op->a, f.doc)) != 0)
		return r;
	if (appuntamenti_adesso(op) < d.da)
		op_errore(op, "appuntamento", "non-ancora", NULL,
		    "l'appuntamento è il %.16s: se non si terrà, «disdici»",
		    nodo_value(op->a, f.doc, "inizio"));
	return check_entry(op, &f);
}

static int
applica(struct op *op)
{
	return appuntamenti_concludi(op, "esito");
}

const struct atto atto_esita = {
	.nome = "esita",
	.sommario = "dice se un appuntamento si è tenuto",
	.norma = "art. 22 c. 4 L. 328/2000",
	.esamina = esamina,
	.applica = applica,
};

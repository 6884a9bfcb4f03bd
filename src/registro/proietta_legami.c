/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_legami.c - relations to a case, from the documents that make them.
 * Keeps: the rows of a document are those of its last version.
 */
#include "registro/legami.h"
#include "registro/proietta.h"

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

int
legame_metti(struct registro *r, const struct posizione *p,
    const struct legame *l)
{
	struct numero n;
	int e;

	if ((l->utente != NULL) + (l->ufficio != NULL) +
	    (l->comune != NULL) != 1 || l->dal == NULL)
		return err_set(ERR_INVALID, "in %s un legame «%s» non dice di "
		    "chi, o da quando", p->percorso, l->relazione);
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return db_run(r->db, Q_LEGAME_ADD, "sddssssssssi",
	    numero_sigla(n.serie), n.anno, n.progressivo, l->relazione,
	    or_empty(l->utente), or_empty(l->ufficio), or_empty(l->comune),
	    l->dal, l->al, p->cartella, p->percorso, p->seq);
}

int
legami_togli(struct registro *r, const struct posizione *p)
{
	return db_run(r->db, Q_LEGAMI_TOGLI, "ss", p->cartella, p->percorso);
}

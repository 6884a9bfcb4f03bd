/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/attesa.h"

#include "registro/query.h"

int
attesa_metti(struct registro *r, const char *che, const struct numero *n,
    const char *operatore, const struct posizione *p)
{
	return db_run(r->db, Q_ATTESA_METTI, "sddssi", che, n->anno,
	    n->progressivo, p->ora, operatore, p->seq);
}

int
attesa_togli(struct registro *r, const char *che, const struct numero *n)
{
	return db_run(r->db, Q_ATTESA_TOGLI, "sdd", che, n->anno,
	    n->progressivo);
}

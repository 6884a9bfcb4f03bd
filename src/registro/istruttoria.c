/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/istruttoria.h"

#include "registro/query.h"

int
registro_ricevuta_il(const char **out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RICEVUTA_IL, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 0 || stmt_null(s, 0))
		return err_set(ERR_ABSENT, "non si sa quando %s è arrivata",
		    numero_text(a, n));
	*out = arena_printf(a, "%.10s", stmt_text(s, 0));
	return 0;
}

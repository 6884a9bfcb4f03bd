/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/altrui.h"

#include "registro/query.h"

int
registro_allegato_altrui(struct allegato_altrui *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n,
    const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = registro_vede(r, o, n)) != 0 ||
	    (e = db_query(&s, r->db, Q_ALLEGATO_ALTRUI, "sssdds", o->utente,
	    o->atto, numero_folder(a, n), n->anno, n->progressivo,
	    impronta)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non ha un allegato %.12s… che "
		    "puoi vedere", numero_text(a, n), impronta);
	out->nome = arena_strdup(a, stmt_text(s, 0));
	out->anno = (int)stmt_int(s, 1);
	return 0;
}

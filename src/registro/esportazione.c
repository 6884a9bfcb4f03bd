/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/esportazione.h"

#include "registro/query.h"

/* Of all the register: it reads every row, once. */
#define ALLEGATI "SELECT a.impronta, f.anno, f.numero, f.ordine, f.nome, " \
	DISTRUTTO_IL("f", "(SELECT seq FROM registrazione g "		\
	"WHERE g.anno = f.anno AND g.numero = f.numero)") " IS NOT NULL " \
	"FROM (SELECT DISTINCT impronta FROM catena_allegato) a " \
	"LEFT JOIN file f ON f.impronta = a.impronta ORDER BY 1, 2, 3, 4"

int
registro_ogni_allegato(struct registro *r, allegato_noto_fn *fn, void *arg)
{
	struct allegato_noto x;
	AUTO_STMT s = NULL;
	int e, c;

	if ((e = db_query_text(&s, r->db, ALLEGATI)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		x = (struct allegato_noto){ stmt_text(s, 0),
		    (int)stmt_int(s, 1), (int)stmt_int(s, 2),
		    (int)stmt_int(s, 3), stmt_text(s, 4),
		    stmt_int(s, 5) == 1 };
		if ((c = fn(arg, &x)) != 0)
			return c;
	}
	return e;
}

int
registro_un_allegato(struct allegato_noto *out, struct arena *a,
    struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FILE_PRIMO, "s", impronta)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = (struct allegato_noto){ .impronta = impronta };
	if (e == 1) {
		out->anno = (int)stmt_int(s, 0);
		out->numero = (int)stmt_int(s, 1);
		out->ordine = (int)stmt_int(s, 2);
		out->nome = stmt_dup(a, s, 3);
	}
	return 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/salvataggi.h"

#include "registro/query.h"

int
registro_ultima_distruzione(int64_t *out, struct registro *r, int64_t dopo)
{
	return db_int(out, r->db, Q_ULTIMA_DISTRUZIONE, "i", dopo);
}

int
registro_ha_posto(struct registro *r, const char *cartella, const char *commit)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_HA_POSTO, "ss", cartella, commit)) != 0)
		return e;
	return stmt_step(s);
}

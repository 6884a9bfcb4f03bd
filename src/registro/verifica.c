/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/verifica.h"

#include <string.h>

#include "base/hash.h"
#include "base/resource.h"
#include "registro/query.h"

int
registro_toccate(struct toccata **out, int *n, struct arena *a,
    struct registro *r, int64_t dopo)
{
	AUTO_STMT s = NULL;
	struct toccata *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_TOCCATE, "i", dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct toccata){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1), stmt_dup(a, s, 2),
		    (int)stmt_int(s, 3) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_allegati_dopo(const char ***out, int *n, struct arena *a,
    struct registro *r, int64_t dopo)
{
	AUTO_STMT s = NULL;
	const char **list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_ALLEGATI_DOPO, "i", dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = stmt_dup(a, s, 0);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_allegati_manifesto(char out[IMPRONTA_LEN + 1], struct registro *r,
    int64_t fino)
{
	AUTO(hash) h = hash_new();
	AUTO_BUF line = { 0 };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ALLEGATI_FINO, "i", fino)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		buf_clear(&line);
		buf_printf(&line, "%lld %s\n", (long long)stmt_int(s, 0),
		    stmt_text(s, 1));
		hash_update(h, line.data, line.len);
	}
	hash_final(out, h);
	return e;
}

int
registro_giorno_chiuso(const char **data, int64_t *ultimo, struct arena *a,
    struct registro *r, int64_t fino)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_GIORNO_CHIUSO, "i", fino)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessun giorno è chiuso");
	if (stmt_int(s, 2) == 0)
		return err_set(ERR_INVALID, "del sigillo del %s mancano righe "
		    "nel registro", stmt_text(s, 0));
	*data = stmt_dup(a, s, 0);
	*ultimo = stmt_int(s, 1);
	return 0;
}

int
registro_schema(struct registro *r, differenza_fn *fn, void *arg)
{
	const struct resource *ddl = resource_find("schema/registro.sql");
	AUTO_BUF b = { 0 };
	char *line, *next;
	int e;

	if ((e = db_schema_check(&b, r->db, ddl->data)) != 0)
		return e;
	for (line = b.data; line != NULL && *line != '\0'; line = next) {
		if ((next = strchr(line, '\n')) != NULL)
			*next++ = '\0';
		fn(arg, "schema", line, "non è quello di schema/registro.sql");
	}
	return 0;
}

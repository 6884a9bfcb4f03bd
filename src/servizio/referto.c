/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * referto.c - what was found, kept until it is known whether it is so.
 */
#include <string.h>

#include "servizio/rilettura.h"
#include "servizio/verifica.h"

void
referto_metti(struct referto *r, bool nota, const char *luogo,
    const char *che)
{
	r->x = arena_more(r->a, r->x, r->n, &r->cap, sizeof *r->x);
	r->x[r->n++] = (struct detto){ nota, arena_strdup(r->a, luogo),
	    arena_strdup(r->a, che) };
}

static void
keep(void *arg, bool nota, const char *luogo, const char *che)
{
	referto_metti(arg, nota, luogo, che);
}

struct ascolto
referto_ascolto(struct referto *r)
{
	return (struct ascolto){ .difetto = keep, .arg = r };
}

void
referto_dici(struct verifica *v, const struct referto *r)
{
	int i;

	for (i = 0; i < r->n; i++)
		dico(v->conto, v->l, r->x[i].nota, r->x[i].luogo, "%s",
		    r->x[i].che);
}

void
referto_scrivi(struct buf *out, const struct referto *r)
{
	int i;

	buf_u32(out, (uint32_t)r->n);
	for (i = 0; i < r->n; i++) {
		buf_u32(out, r->x[i].nota);
		buf_block(out, r->x[i].luogo, strlen(r->x[i].luogo));
		buf_block(out, r->x[i].che, strlen(r->x[i].che));
	}
}

int
referto_leggi(struct referto *r, struct cursor *c)
{
	const void *luogo, *che;
	uint32_t n, nota;
	size_t k, j;
	int e;

	if ((e = cursor_u32(&n, c)) != 0)
		return e;
	for (; n > 0; n--) {
		if ((e = cursor_u32(&nota, c)) != 0 ||
		    (e = cursor_block(&luogo, &k, c)) != 0 ||
		    (e = cursor_block(&che, &j, c)) != 0)
			return e;
		referto_metti(r, nota != 0, arena_strndup(r->a, luogo, k),
		    arena_strndup(r->a, che, j));
	}
	return 0;
}

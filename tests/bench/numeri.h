/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * numeri.h - the cartelle of a store that casi made, in the order in which it
 * made them: their numbers begin again each year.
 */
#ifndef BENCH_NUMERI_H
#define BENCH_NUMERI_H

#include "atti/store.h"
#include "base/clock.h"
#include "documenti/numero.h"
#include "registro/registro.h"

#define ANNI 5
#define UFFICI 30

struct numeri {
	int anno;		/* this one; there are those before it too */
	int quante[ANNI], n;
};

static inline int
numeri_read(struct numeri *q, struct store *st)
{
	int k, r, next;

	*q = (struct numeri){ .anno = clock_year(clock_now()) };
	for (k = 0; k < ANNI; k++) {
		if ((r = registro_numero(&next, st->registro, SERIE_CARTELLA,
		    q->anno - ANNI + 1 + k)) != 0)
			return r;
		q->quante[k] = next - 1;
		q->n += next - 1;
	}
	return 0;
}

/* The i-th, from 0. */
static inline const char *
numeri_cartella(struct arena *a, const struct numeri *q, int i)
{
	struct numero n = { SERIE_CARTELLA, q->anno - ANNI + 1, 0 };
	int k;

	for (k = 0; i >= q->quante[k]; k++)
		i -= q->quante[k];
	n.anno += k;
	n.progressivo = i + 1;
	return numero_text(a, &n);
}

/* Who answers for it. */
static inline const char *
numeri_assistente(struct arena *a, int i)
{
	return arena_printf(a, "as%02d", 1 + i % UFFICI);
}

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * frena.h - who fails often waits, longer each time, never for ever.
 *
 * An attempt counts before it is made, so that a hundred at once are not a
 * hundred tries for one; what succeeds forgets those before it.  After
 * `liberi` of them each next waits twice as long, FRENA_MAX at most; a day
 * without any and all is forgotten.
 */
#ifndef ACCESSO_FRENA_H
#define ACCESSO_FRENA_H

#include <stdbool.h>
#include <stdint.h>

#include "accesso/porta.h"
#include "base/arena.h"
#include "base/err.h"

/* Attempts without a wait: of a user from one address, from anywhere, of an
 * address on anybody.  Who is attacked from elsewhere still comes in. */
#define FRENA_COPPIA 5
#define FRENA_UTENTE 20
#define FRENA_INDIRIZZO 30
#define FRENA_PRIMA 15			/* seconds, of the first wait */
#define FRENA_MAX (15 * 60)		/* seconds */

struct freno {
	const char *chi;	/* "utente as1", "indirizzo 10.0.0.7" */
	int liberi;
};

/*
 * May it be tried now?  *fra seconds to wait; 0: yes, and it counts for all
 * n.  *nuovo: the first refusal of this wait, worth an event.
 */
int frena_prova(int *fra, bool *nuovo, struct porta *p,
    const struct freno *f, int n, int64_t ora) MUST;
/* It succeeded: forget those before it; or only that it counted, and that it
 * made anybody wait. */
int frena_riuscita(struct porta *p, const char *chi) MUST;
int frena_perdona(struct porta *p, const char *chi) MUST;
int frena_pulisci(struct porta *p, int64_t ora) MUST;
/* "5 minuti", "40 secondi". */
char *frena_parole(struct arena *a, int secondi);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scadenza.h - when a term ends, from the facts: start, rule, suspensions,
 * calendar.  Pure: the same for the list, the scrivania, the guards.
 *
 * Days are counted as civil law counts them (art. 2963 c.c., art. 155 c.p.c.):
 * the first is not counted, months end on their day or on their last one.
 * Hours are time that passes, whatever the clock on the wall does.
 */
#ifndef DOCUMENTI_SCADENZA_H
#define DOCUMENTI_SCADENZA_H

#include <stdbool.h>

#include "base/clock.h"
#include "documenti/termini.h"

/* Days it stood still: those behind `inizio`, up to `fine` included. */
struct sosta {
	const char *inizio;
	const char *fine;		/* NULL: not yet ended */
};

/* Two that have a day in common? */
bool sosta_urta(const struct sosta *a, const struct sosta *b);

/*
 * The last day of a suspension by `m` begun on `inizio`, given the day of what
 * ends it (NULL: nothing came); NULL: none yet.  10-bis: ten days behind the
 * osservazioni that came in time, or the day their own term expired.
 */
const char *sosta_fine(struct arena *a, const struct motivo *m,
    const char *inizio, const char *evento);

struct conto {
	const struct regola *regola;
	const struct calendario *cal;
	const char *inizio;		/* day or, with hours, ISO time */
	const char *fissata;		/* day the document says; NULL */
	int mesi, giorni;		/* as many, as it says; 0 */
	const struct sosta *soste;
	int n;
};

/* ISO time with hours, else a day; NULL: it stands still and nobody knows
 * until when.  A day said and an amount: the earlier. */
const char *scadenza(struct arena *a, const struct conto *c);

/* A field's value as the unit of a rule wants it; NULL: it is neither day nor
 * time. */
const char *scadenza_valore(struct arena *a, const struct regola *r,
    const char *valore);

/* That hour ("23:59:59") of a day, on Italian clocks. */
int64_t scadenza_istante(const char *giorno, const char *ora);

enum stato_termine { SCADUTO, SCADE_OGGI, CORRE, SOSPESO };
struct lettura_termine {
	enum stato_termine stato;
	int giorni;			/* from that day to the end; < 0: ago */
	const char *parole;		/* "scaduto da 3 giorni" */
};
/* How it stands at `adesso`, with the `scade` of scadenza(). */
void scadenza_leggi(struct lettura_termine *out, struct arena *a,
    const struct conto *c, const char *scade, int64_t adesso);

#endif

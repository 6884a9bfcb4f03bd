/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calendario.h - days of an Italian public office, and counting them.
 *
 * Festivi are the Sundays and the national holidays (L. 260/1949 and
 * following; from 2026 also 4 October, L. 151/2025).  Working days are Monday
 * to Friday but for festivi, the patron's day of the Comune and the days its
 * offices are closed: these two are of a `struct calendario` (NULL: none).
 *
 * Days are "YYYY-MM-DD" and exist, unless told otherwise.
 */
#ifndef DOCUMENTI_CALENDARIO_H
#define DOCUMENTI_CALENDARIO_H

#include <stdbool.h>

#define DATA_LEN 10	/* 2026-11-20 */

struct calendario {
	const char *patrono;		/* "12-26"; NULL: none */
	const char *const *chiusure;	/* days */
	int n;
};

bool calendario_festivo(const char *data);
bool calendario_lavorativo(const struct calendario *c, const char *data);
/* The last working day before `data`. */
void calendario_precedente(char out[DATA_LEN + 1], const struct calendario *c,
    const char *data);

/* `out` may be `data`.  Days may be negative. */
void calendario_giorni(char out[DATA_LEN + 1], const char *data, int giorni);
/* The same day of that month, or the last it has (art. 2963 c.c.). */
void calendario_mesi(char out[DATA_LEN + 1], const char *data, int mesi);
/* Days from a to b; negative when b comes first. */
int calendario_fra(const char *a, const char *b);

#endif

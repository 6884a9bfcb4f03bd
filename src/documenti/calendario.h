/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calendario.h - working days of an Italian public office: Monday to Friday
 * but for the national holidays (L. 260/1949 and following; from 2026 also 4
 * October, L. 151/2025).  The patron's day of a Comune is not in it.
 */
#ifndef DOCUMENTI_CALENDARIO_H
#define DOCUMENTI_CALENDARIO_H

#include <stdbool.h>

#define DATA_LEN 10	/* 2026-11-20 */

/* `data` is "YYYY-MM-DD" and exists. */
bool calendario_lavorativo(const char *data);
/* The last working day before `data`. */
void calendario_precedente(char out[DATA_LEN + 1], const char *data);

#endif

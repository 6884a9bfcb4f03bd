/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * clock.h - the legal time of the store: Italian civil time with its offset,
 * whatever TZ says and without any zone file (the rule of Directive
 * 2000/84/EC: last Sundays of March and October, 01:00 UTC).
 *
 * Times are int64_t seconds since 1970-01-01 UTC.  In test builds the
 * environment variable CARTELLA_ORA (an ISO time) freezes the clock.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

#include "base/err.h"

#define ORA_LEN 25	/* 2026-11-20T10:15:30+01:00 */
#define GIORNO_LEN 10	/* 2026-11-20 */

int64_t clock_now(void);

/* Text with the offset in force at that moment in Italy. */
void clock_iso(char out[ORA_LEN + 1], int64_t t);
/* The civil date in Italy. */
void clock_day(char out[GIORNO_LEN + 1], int64_t t);
int clock_year(int64_t t);
/* Offset of Italian time from UTC at t: 3600 or 7200 seconds. */
int clock_offset(int64_t t);

/*
 * Reads "YYYY-MM-DDThh:mm:ss" followed by Z or +hh:mm; refuses (invalid)
 * anything else, impossible dates included.
 */
int clock_parse(int64_t *out, const char *s) MUST;
/* Is it a calendar date "YYYY-MM-DD" that exists? */
int clock_day_valid(const char *s);
/* The civil date that follows a valid one. */
void clock_day_after(char out[GIORNO_LEN + 1], const char *giorno);

/* Monotonic, for measuring waits; nanoseconds. */
int64_t clock_mono(void);

#endif

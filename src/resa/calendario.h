/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calendario.h - appointments as an iCalendar file (RFC 5545), for calendars
 * outside.  Times are UTC: the same moment everywhere, without a table of
 * zones to carry.
 */
#ifndef RESA_CALENDARIO_H
#define RESA_CALENDARIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

struct evento {
	const char *uid;	/* the same at every export */
	const char *sommario;
	const char *luogo;	/* NULL: not said */
	int64_t da, fino;	/* seconds */
	int sequenza;		/* grows when it is moved or called off */
	bool disdetto;
};

/* One VCALENDAR, private, stamped with `ora`; also of no event. */
int resa_calendario(struct buf *out, const struct evento *v, int n,
    int64_t ora) MUST;

#endif

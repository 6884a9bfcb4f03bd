/* SPDX-License-Identifier: EUPL-1.2 */
/* parole.h - inside xml/: libxml2's XSD faults in Italian. */
#ifndef XML_PAROLE_H
#define XML_PAROLE_H

#include <stdbool.h>

#include "base/arena.h"

struct parole {
	const char *codice;	/* stable word */
	const char *testo;	/* Italian; in the arena or constant */
};

/*
 * What to say of a fault: libxml2's code and message, and the value found at
 * its place ("" when there is none).  `manca`: what is missing there, as
 * occorre.h says it; NULL: what libxml2 would have taken.
 */
struct parole parole_of(struct arena *a, int code, const char *message,
    const char *value, const char *manca);

/* Is it about something that is not there? */
bool parole_of_missing(int code, const char *message);

/* Is it about a value (and not about what an element contains)? */
bool parole_of_value(int code);

/* The attribute the message is about, local name; NULL: the element. */
const char *parole_attribute(struct arena *a, const char *message);

#endif

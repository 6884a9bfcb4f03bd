/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * guardia.h - what is looked at before a request is anybody's: pure, so that
 * each rule can be tried without a socket.
 */
#ifndef WEB_GUARDIA_H
#define WEB_GUARDIA_H

#include <stdbool.h>

#include "base/arena.h"
#include "web/chiamata.h"

struct guardia {		/* of the program's start */
	const char *proxy;	/* addresses parted by blanks; NULL: none */
	const char *nomi;	/* hosts it answers to, the same; NULL: any */
};

/* Is that address one of the proxies? */
bool guardia_proxy(const struct guardia *g, const char *indirizzo);
/* Is the Host one of ours, and one at all? */
bool guardia_host(const struct guardia *g, const char *host);
/* Was it asked from one of our own pages?  Without any header that says it,
 * the csrf alone decides (and an old browser is not shut out). */
bool guardia_origine(const struct chiamata *c);

/* The last address of X-Forwarded-For: the one our proxy saw; NULL: no form. */
const char *guardia_da_proxy(struct arena *a, const char *forwarded);
/* The secret of the cookie, or of "Bearer …"; NULL: there is none. */
const char *guardia_cookie(struct arena *a, const char *cookie, bool cifrata);
const char *guardia_gettone(struct arena *a, const char *authorization);
/* The header that gives the browser a secret, or takes it away (""). */
const char *guardia_set_cookie(struct arena *a, const char *segreto,
    const char *dura, bool cifrata);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoche.h - what a file about revocations says of itself: a CRL or an OCSP
 * response.  Whether it is to be believed of a certificate is asked when one
 * is verified (cms.h).
 */
#ifndef FIRME_REVOCHE_H
#define FIRME_REVOCHE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct revoche {
	const char *tipo;	/* "crl", "ocsp" */
	const char *emittente;	/* RFC 2253, or the hex of a key; one line */
	int64_t dal, al;	/* seconds; al 0: it does not say */
};

/* A CRL in DER or PEM, an OCSP response in DER.  Foreign bytes: only in a
 * cage.  invalid: neither, or a response that says nothing. */
int revoche_read(struct revoche *out, struct arena *a, const void *p,
    size_t n) MUST;

#endif

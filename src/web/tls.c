/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tls.c - the certificate that a browser showed, when it was asked for one:
 * its digest, if the authorities of the office vouch for it now.  Who has it
 * is known where the store is (a certificate is enrolled by its digest).
 */
#include "web/tls.h"

#include <gnutls/gnutls.h>

#include "base/hash.h"

const char *
tls_certificato(struct arena *a, struct MHD_Connection *con)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(con,
	    MHD_CONNECTION_INFO_GNUTLS_SESSION);
	const gnutls_datum_t *chain;
	char hex[IMPRONTA_LEN + 1];
	unsigned n = 0, status = 0;

	if (i == NULL || i->tls_session == NULL)
		return NULL;
	chain = gnutls_certificate_get_peers(i->tls_session, &n);
	if (chain == NULL || n == 0 ||
	    gnutls_certificate_verify_peers2(i->tls_session, &status) != 0 ||
	    status != 0)
		return NULL;
	hash_hex(hex, chain[0].data, chain[0].size);
	return arena_strdup(a, hex);
}

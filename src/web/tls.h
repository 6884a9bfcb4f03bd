/* SPDX-License-Identifier: EUPL-1.2 */
/* tls.h - inside web/: the only part that knows GnuTLS. */
#ifndef WEB_TLS_H
#define WEB_TLS_H

#include <microhttpd.h>

#include "base/arena.h"

/* SHA-256 of the client's certificate; NULL: none, or nobody vouches for it. */
const char *tls_certificato(struct arena *a, struct MHD_Connection *con);

#endif

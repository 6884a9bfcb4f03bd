/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modi.h - the ways in that a body has chosen beside passwords of our own: the
 * file accesso.conf of the store, lines "name = value", # begins a remark.
 *
 *	ldap = ldaps://dc1.comune.example
 *	ldap-nome = uid=%s,ou=persone,dc=comune,dc=example
 *	ldap-ca = /etc/cartella/ca.pem
 *	accesso-unico = si	(the name that the trusted proxy vouches for)
 *	certificati = si	(client certificates that were enrolled)
 *	secondo-fattore = obbligatorio
 *
 * Refuses: a line it does not know, a file that others may write.  Without the
 * file: passwords of our own only.
 */
#ifndef SERVIZIO_MODI_H
#define SERVIZIO_MODI_H

#include <stdbool.h>

#include "accesso/directory.h"
#include "base/arena.h"
#include "base/err.h"

struct modi {
	struct directory ldap;		/* indirizzo NULL: none */
	bool accesso_unico, certificati;
	bool secondo_obbligatorio;
};

int modi_leggi(struct modi *out, struct arena *a, const char *path) MUST;
/* The same of a text (tests). */
int modi_testo(struct modi *out, struct arena *a, const char *testo) MUST;

#endif

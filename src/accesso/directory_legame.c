/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * directory_legame.c - the program cartella-directory: one bind.  0: he is
 * known; 1: he is not; 2: it could not be asked, the message says why.
 */
#include <ldap.h>

#include <string.h>
#include <sys/time.h>

#include "accesso/directory.h"
#include "base/resource.h"

static int
fails(const char *what, int r)
{
	err_set(ERR_FAULT, "%s: %s", what, ldap_err2string(r));
	return 2;
}

/* Refuses everything that is not TLS with a certificate that checks. */
static int
connect_to(LDAP **out, const char *uri, const char *ca)
{
	const int version = LDAP_VERSION3, must = LDAP_OPT_X_TLS_DEMAND,
	    minimum = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2, fresh = 0;
	const struct timeval wait = { DIRECTORY_SECONDI, 0 };
	int r;

	if ((r = ldap_initialize(out, uri)) != LDAP_SUCCESS)
		return fails("indirizzo", r);
	if (ldap_set_option(*out, LDAP_OPT_PROTOCOL_VERSION, &version) != 0 ||
	    ldap_set_option(*out, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) != 0 ||
	    ldap_set_option(*out, LDAP_OPT_NETWORK_TIMEOUT, &wait) != 0 ||
	    ldap_set_option(*out, LDAP_OPT_TIMEOUT, &wait) != 0 ||
	    ldap_set_option(*out, LDAP_OPT_X_TLS_REQUIRE_CERT, &must) != 0 ||
	    ldap_set_option(*out, LDAP_OPT_X_TLS_PROTOCOL_MIN,
	    &minimum) != 0 ||
	    (ca[0] != '\0' && ldap_set_option(*out, LDAP_OPT_X_TLS_CACERTFILE,
	    ca) != 0) ||
	    ldap_set_option(*out, LDAP_OPT_X_TLS_NEWCTX, &fresh) != 0)
		return fails("TLS", LDAP_PARAM_ERROR);
	if (strncmp(uri, "ldaps://", 8) == 0)
		return 0;
	if (strncmp(uri, "ldap://", 7) != 0)
		return fails("indirizzo", LDAP_PARAM_ERROR);
	r = ldap_start_tls_s(*out, NULL, NULL);
	return r == LDAP_SUCCESS ? 0 : fails("StartTLS", r);
}

/* A referral, a want of rights, a password that has expired: not known. */
static int
verdict(int r)
{
	switch (r) {
	case LDAP_SUCCESS:
		return 0;
	case LDAP_INVALID_CREDENTIALS:
	case LDAP_NO_SUCH_OBJECT:
	case LDAP_INVALID_DN_SYNTAX:
	case LDAP_INAPPROPRIATE_AUTH:
	case LDAP_UNWILLING_TO_PERFORM:
	case LDAP_INSUFFICIENT_ACCESS:
		return 1;
	default:
		return fails("directory", r);
	}
}

int
directory_main(int argc, char **argv)
{
	AUTO(segreto) parola = NULL;
	struct berval cred;
	LDAP *ld = NULL;
	int r;

	if (argc != 5 || strcmp(argv[1], resource_edition) != 0) {
		err_set(ERR_FAULT, "cartella-directory: lo lancia «cartella» "
		    "della stessa versione");
		return 2;
	}
	if (segreto_read(&parola, 0) != 0 || segreto_len(parola) == 0)
		return 1;
	if ((r = connect_to(&ld, argv[2], argv[4])) != 0)
		return r;
	cred = (struct berval){ segreto_len(parola),
	    (char *)segreto_str(parola) };
	r = verdict(ldap_sasl_bind_s(ld, argv[3], LDAP_SASL_SIMPLE, &cred,
	    NULL, NULL, NULL));
	ldap_unbind_ext_s(ld, NULL, NULL);
	return r;
}

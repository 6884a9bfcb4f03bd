/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * directory.h - a user's password tried with the directory of the body (LDAP,
 * Active Directory): a simple bind over TLS and nothing more.  It decides only
 * that he is who he says; what he may do is in ente/.
 *
 * libldap opens foreign bytes and has a network, so it is in a program of its
 * own (cartella-directory), which has nothing but one name and one password.
 * Refuses: a connection without TLS, a certificate that does not check, an
 * empty password (which a directory would take for "nobody, and welcome"), a
 * name that is more than letters, digits and . _ - @.
 */
#ifndef ACCESSO_DIRECTORY_H
#define ACCESSO_DIRECTORY_H

#include <stdbool.h>

#include "base/err.h"
#include "base/segreto.h"

#define DIRECTORY_SECONDI 10

struct directory {
	const char *indirizzo;	/* "ldaps://dc1.comune.example", or ldap://
				 * with StartTLS */
	const char *nome;	/* "uid=%s,ou=persone,dc=comune,dc=example",
				 * "%s@comune.example" */
	const char *ca;		/* PEM file of who is believed; NULL: the
				 * system's */
};

bool directory_nome_ammesso(const char *login);

/* 1: the directory knows him by that password; 0: it does not; fault: it
 * cannot be asked. */
int directory_prova(const struct directory *d, const char *login,
    const struct segreto *parola) MUST;

/* The program: argv as directory_prova makes it, the password on stdin; its
 * exit status, of 2 err_msg() says why. */
int directory_main(int argc, char **argv);

#endif

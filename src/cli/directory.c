/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * directory.c - the program cartella-directory (accesso/directory.h), whose
 * library `cartella` does not link.
 *
 * libldap reads what a server of others says: before it is called the door is
 * closed.  What is left are connections that go out and the files of the system
 * by which a name is found and a certificate believed.
 */
#include <stdio.h>
#include <stdlib.h>

#include "accesso/directory.h"
#include "base/auto.h"
#include "base/process.h"
#include "worker/gabbia.h"
#include "worker/prova.h"

/* argv[4]: the file of who is believed, or "". */
static int
close_door(int argc, char **argv)
{
	const char *legge[] = { "/etc/ssl", "/etc/gnutls", "/etc/ldap",
	    "/etc/resolv.conf", "/etc/hosts", "/etc/host.conf",
	    "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services",
	    "/etc/ld.so.cache", "/etc/localtime", "/usr/lib", "/usr/lib64",
	    "/lib", "/lib64", "/usr/share/ca-certificates",
	    "/usr/local/share/ca-certificates", "/run/systemd/resolve",
	    "/dev/urandom", argc > 4 && argv[4][0] != '\0' ? argv[4] : NULL,
	    NULL };
	const struct gabbia g = { .filtro = FILTRO_DIRECTORY,
	    .secondi = DIRECTORY_SECONDI, .memoria = (uint64_t)1 << 30,
	    .file = 65536, .descrittori = 32, .legge = legge, .rete = true };

	return gabbia_close(&g);
}

int
main(int argc, char **argv)
{
	int status = 2;

	process_reserve();
	if (close_door(argc, argv) == 0) {
		PROVA_GABBIA("directory");
		status = directory_main(argc, argv);
	}
	if (status == 2)
		fprintf(stderr, "%s\n", err_msg());
	return status;
}

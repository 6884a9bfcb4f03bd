/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * mezzi.c - with what one signs, as the command line says: never of the
 * istanza, never kept.
 *
 * Refuses: a passphrase or a PIN written on the line itself, where every
 * process of the machine can read it.  It comes from the terminal or from a
 * descriptor, into a page of its own (base/segreto.h).
 */
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* A descriptor that whoever started us left open. */
static int
descriptor(int *out, const char *s)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (s[0] < '0' || s[0] > '9' || *end != '\0' || n > INT_MAX || n == 1 ||
	    n == 2 || fcntl((int)n, F_GETFD) < 0)
		return err_set(ERR_INVALID, "--frase-da vuole il numero di un "
		    "descrittore aperto, come in «--frase-da 3 3<FILE»");
	*out = (int)n;
	return 0;
}

static int
read_from(struct segreto **out, const char *where)
{
	int fd = -1, e;

	if ((e = descriptor(&fd, where)) != 0)
		return e;
	e = segreto_read(out, fd);
	if (fd > 2)
		close(fd);		/* no child of ours shall have it */
	return e;
}

static int
ask(struct segreto **out, struct arena *a, const struct riga *r)
{
	return segreto_ask(out, r->pkcs11 != NULL ? "PIN della carta: " :
	    r->p12 != NULL ? arena_printf(a, "Frase segreta di %s: ", r->p12) :
	    "Frase segreta della chiave: ");
}

static int
check(const struct riga *r)
{
	if (r->frase && r->frase_da != NULL)
		return err_set(ERR_INVALID,
		    "--frase e --frase-da insieme: se ne dà una");
	if (r->p12 != NULL && r->pkcs11 != NULL)
		return err_set(ERR_INVALID,
		    "--p12 e --pkcs11 insieme: se ne dà uno");
	if (r->pkcs11 != NULL && (strcasestr(r->pkcs11, "pin-value") != NULL ||
	    strcasestr(r->pkcs11, "pin-source") != NULL))
		return err_set(ERR_INVALID, "il PIN non si scrive sulla riga "
		    "di comando: usa --frase o --frase-da");
	if (r->pkcs11 != NULL && getenv("CARTELLA_PKCS11") == NULL)
		return err_set(ERR_INVALID, "--pkcs11 vuole la libreria della "
		    "carta nella variabile CARTELLA_PKCS11");
	return 0;
}

int
mezzi_di_riga(struct arena *a, struct riga *r)
{
	AUTO(segreto) s = NULL;
	int e;

	if ((e = check(r)) != 0)
		return e;
	if (r->frase_da != NULL)
		e = read_from(&s, r->frase_da);
	else if (r->frase || r->p12 != NULL)
		e = ask(&s, a, r);
	if (e != 0)
		return e;
	r->mezzi = (struct mezzi_firma){ .p12 = r->p12, .uri = r->pkcs11,
	    .modulo = r->pkcs11 != NULL ? getenv("CARTELLA_PKCS11") : NULL,
	    .sigillo = r->sigillo != NULL ? r->sigillo :
	    getenv("CARTELLA_SIGILLO") };
	r->mezzi.frase = r->segreto = MOVE(s);
	return 0;
}

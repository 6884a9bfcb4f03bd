/* SPDX-License-Identifier: EUPL-1.2 */
/* directory.c - the side of who asks: one short-lived program an attempt. */
#include "accesso/directory.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/process.h"
#include "base/resource.h"

bool
directory_nome_ammesso(const char *login)
{
	size_t n = strlen(login);

	return n > 0 && n <= 64 && strspn(login, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@") == n;
}

/* The one %s of the pattern. */
static const char *
full_name(struct arena *a, const char *nome, const char *login)
{
	const char *at = strstr(nome, "%s");

	return at == NULL ? NULL : arena_printf(a, "%.*s%s%s",
	    (int)(at - nome), nome, login, at + 2);
}

static const char *
program(struct arena *a)
{
	const char *self = process_self(), *slash = strrchr(self, '/');

	return arena_printf(a, "%.*s/cartella-directory",
	    slash != NULL ? (int)(slash - self) : 0, self);
}

int
directory_prova(const struct directory *d, const char *login,
    const struct segreto *parola)
{
	static const char *const env[] = { "LC_ALL=C.UTF-8",
	    "LDAPNOINIT=1", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 };
	AUTO_BUF why = { 0 };
	const char *name = full_name(a, d->nome, login);
	const char *const argv[] = { program(a), resource_edition,
	    d->indirizzo, name, d->ca != NULL ? d->ca : "", NULL };
	const struct process p = { .argv = argv, .envp = env,
	    .in = segreto_str(parola), .in_len = segreto_len(parola),
	    .out_max = 64, .seconds = DIRECTORY_SECONDI + 2 };
	int r;

	if (!directory_nome_ammesso(login) || segreto_len(parola) == 0)
		return 0;
	if (name == NULL)
		return err_set(ERR_INVALID, "accesso.conf: ldap-nome vuole un "
		    "%%s al posto del nome");
	r = process_run(&out, &why, &p);
	if (r == 0 || r == 1)
		return r == 0;
	if (r > 0)
		err_set(ERR_FAULT, "%.300s", buf_str(&why));
	return err_prefix(ERR_FAULT, "il servizio di directory non risponde");
}

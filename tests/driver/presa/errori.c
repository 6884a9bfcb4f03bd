/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * errori.c - stands between a program and its libraries (LD_PRELOAD), and has
 * one of their answers be an error: a row of the register that cannot be read,
 * an object of git that does not come, a stylesheet that fails, a pipe or a
 * directory that cannot be opened.
 *
 *	STRADE		the file to which every road is written (strada.h)
 *	ERRORE		the number of the call that fails, or
 *	ERRORE_STRADA	the road whose first call fails: the same one, however
 *			many calls came before it this time
 *	ERRORI_SOLO	only in a process that has this word among its arguments
 *	ERRORI_LARGHI	the answers of errori_altri.h too
 *	ERRORE_DOVE	the file to which it is written where the call that failed
 *			came from: the addresses of its road within the program
 *
 * A unit test ends at the first thing that is not as it wants, since what it does
 * afterwards says nothing of the program.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "strada.h"

static long guasto, chiamate;
static uint64_t guasta;		/* the road; 0: none, or it has failed */
static bool larghi;

/* Has this process the word among its arguments? */
static bool
di_questo(const char *parola)
{
	static char arg[65536];
	int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, arg, sizeof arg);

	if (fd >= 0)
		close(fd);
	return n > 0 && memmem(arg, (size_t)n, parola, strlen(parola)) != NULL;
}

__attribute__((constructor)) static void
comincia(void)
{
	const char *n = getenv("ERRORE"), *solo = getenv("ERRORI_SOLO");
	const char *via = getenv("ERRORE_STRADA");

	if (solo != NULL && !di_questo(solo))
		return;
	strada_comincia();
	guasto = n != NULL ? strtol(n, NULL, 10) : 0;
	larghi = getenv("ERRORI_LARGHI") != NULL;
	guasta = via != NULL ? strtoull(via, NULL, 16) : 0;
	strada_voluta = guasta != 0;
}

/* Where the call came from that fails now. */
static void
scrivi_dove(const char *che)
{
	const char *path = getenv("ERRORE_DOVE");
	FILE *f = path != NULL ? fopen(path, "a") : NULL;
	void *at[64];
	int i, n, k = 0;

	if (f == NULL)
		return;
	strada_dentro = true;
	fputs(che, f);
	n = backtrace(at, 64);
	for (i = 0; i < n && k < STRADA_PASSI; i++)
		if (del_programma(at[i]) && ++k <= STRADA_PASSI)
			fprintf(f, " %lx", (unsigned long)((uintptr_t)at[i] -
			    strada_base));
	fputc('\n', f);
	fclose(f);
	strada_dentro = false;
}

/* Is it this call that fails?  Libraries that call each other are left alone. */
static bool
tocca(const char *che, const void *da)
{
	uint64_t h;
	bool ecco;

	if (strada_dentro || !del_programma(da) ||
	    (strada_file < 0 && guasto == 0 && guasta == 0))
		return false;
	h = strada_segna(++chiamate, che, "", 0);
	ecco = chiamate == guasto || (guasta != 0 && h == guasta);
	if (ecco) {
		guasta = 0;
		strada_voluta = false;
		scrivi_dove(che);
	}
	return ecco;
}

static void *
vera(const char *name)
{
	void *f = dlsym(RTLD_NEXT, name);

	if (f == NULL)
		abort();
	return f;
}

/* cmocka's, of an assertion that does not hold. */
void _fail(const char *nome, int riga);
void
_fail(const char *nome, int riga)
{
	static void (*f)(const char *, int);

	if (strada_file < 0 && larghi) {
		fprintf(stderr, "%s:%d: non vale\n", nome, riga);
		exit(1);
	}
	*(void **)&f = vera("_fail");
	f(nome, riga);
}

/* It reads what is not there. */
void _assert_string_equal(const char *a, const char *b, const char *nome,
    int riga);
void
_assert_string_equal(const char *a, const char *b, const char *nome, int riga)
{
	static void (*f)(const char *, const char *, const char *, int);

	if (a == NULL || b == NULL)
		_fail(nome, riga);
	*(void **)&f = vera("_assert_string_equal");
	f(a, b, nome, riga);
}

/* ---- the libraries, as far as they are needed to stand between ---- */

#define RISPOSTA(tipo, nome, errore, parametri, argomenti)		\
	tipo nome parametri;						\
	tipo nome parametri						\
	{								\
		static tipo (*f) parametri;				\
									\
		if (f == NULL)						\
			*(void **)&f = vera(#nome);			\
		if (tocca(#nome, __builtin_return_address(0)))		\
			return errore;					\
		return f argomenti;					\
	}

#define SQLITE_IOERR 10
#define GIT_ERROR git_rotto()

static int
rotto(int code)
{
	errno = code;
	return -1;
}
/* What it said of an error before is not of this one. */
static int
git_rotto(void)
{
	static void (*f)(void);

	*(void **)&f = vera("git_error_clear");
	f();
	return -1;
}
static void *
nulla(int code)
{
	errno = code;
	return NULL;
}

RISPOSTA(int, sqlite3_step, SQLITE_IOERR, (void *s), (s))
RISPOSTA(int, sqlite3_prepare_v3, SQLITE_IOERR, (void *db, const char *sql,
    int n, unsigned flags, void **out, const char **rest),
    (db, sql, n, flags, out, rest))
RISPOSTA(int, sqlite3_exec, SQLITE_IOERR, (void *db, const char *sql, void *f_,
    void *arg, char **msg), (db, sql, f_, arg, msg))
RISPOSTA(int, git_commit_lookup, GIT_ERROR, (void **out, void *repo,
    const void *id), (out, repo, id))
RISPOSTA(int, git_tree_lookup, GIT_ERROR, (void **out, void *repo,
    const void *id), (out, repo, id))
RISPOSTA(int, git_blob_lookup, GIT_ERROR, (void **out, void *repo,
    const void *id), (out, repo, id))
RISPOSTA(int, git_odb_read, GIT_ERROR, (void **out, void *odb, const void *id),
    (out, odb, id))
RISPOSTA(void *, xsltApplyStylesheetUser, nulla(0), (void *style, void *doc,
    const char **params, const char *output, FILE *profile, void *ctxt),
    (style, doc, params, output, profile, ctxt))
RISPOSTA(int, pipe2, rotto(EMFILE), (int fd[2], int flags), (fd, flags))
RISPOSTA(int, socketpair, rotto(EMFILE), (int domain, int type, int protocol,
    int fd[2]), (domain, type, protocol, fd))
RISPOSTA(int, memfd_create, rotto(ENOMEM), (const char *name, unsigned flags),
    (name, flags))
RISPOSTA(DIR *, fdopendir, nulla(ENOMEM), (int fd), (fd))
RISPOSTA(DIR *, opendir, nulla(EMFILE), (const char *path), (path))

#include "errori_altri.h"

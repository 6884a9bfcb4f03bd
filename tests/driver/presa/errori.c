/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * errori.c - stands between a program and its libraries (LD_PRELOAD), and has
 * one of their answers be an error: a row of the register that cannot be read,
 * an object of git that does not come, a stylesheet that fails, a pipe or a
 * directory that cannot be opened.
 *
 *	ERRORI_STRADE	the file to which every road is written that was not yet
 *			come in this process: the number of the call, the road,
 *			the function.  A road is the six calls of the program
 *			itself that led here
 *	ERRORE		the number of the call that fails
 *	ERRORI_SOLO	only in a process that has this word among its arguments
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STRADE_MAX 65536	/* a power of two */
#define CHIAMATE 6

static int file = -1;
static long guasto, chiamate;
static uintptr_t base, fine;
static uint64_t viste[STRADE_MAX];
static bool dentro;		/* backtrace() itself calls us */

/* Where the program itself stands: it is the first. */
static int
primo(struct dl_phdr_info *info, size_t n, void *arg)
{
	int i;
	uintptr_t e;

	(void)n, (void)arg;
	base = info->dlpi_addr;
	for (i = 0; i < info->dlpi_phnum; i++) {
		e = base + info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;
		if (info->dlpi_phdr[i].p_type == PT_LOAD && e > fine)
			fine = e;
	}
	return 1;
}

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
	const char *s = getenv("ERRORI_STRADE"), *n = getenv("ERRORE");
	const char *solo = getenv("ERRORI_SOLO");

	if (solo != NULL && !di_questo(solo))
		return;
	if (s != NULL)
		file = open(s, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	guasto = n != NULL ? strtol(n, NULL, 10) : 0;
	dl_iterate_phdr(primo, NULL);
}

/* ---- roads ---- */

static bool
del_programma(const void *at)
{
	return (uintptr_t)at >= base && (uintptr_t)at < fine;
}

static uint64_t
strada(const char *che)
{
	void *at[64];
	int i, n, k = 0;
	uint64_t h = 14695981039346656037u;

	for (; *che != '\0'; che++)
		h = (h ^ (unsigned char)*che) * 1099511628211u;
	n = backtrace(at, 64);
	for (i = 0; i < n && k < CHIAMATE; i++) {
		if (!del_programma(at[i]))
			continue;
		h = (h ^ ((uintptr_t)at[i] - base)) * 1099511628211u;
		k++;
	}
	return h | 1;
}

static bool
nuova(uint64_t h)
{
	size_t i;

	for (i = h & (STRADE_MAX - 1); viste[i] != 0;
	    i = (i + 1) & (STRADE_MAX - 1))
		if (viste[i] == h)
			return false;
	viste[i] = h;
	return true;
}

/* Is it this call that fails?  Libraries that call each other are left alone. */
static bool
tocca(const char *che, const void *da)
{
	char line[128];
	uint64_t h;
	int n;

	if (dentro || !del_programma(da) || (file < 0 && guasto == 0))
		return false;
	chiamate++;
	if (file >= 0) {
		dentro = true;
		if (nuova(h = strada(che))) {
			n = snprintf(line, sizeof line, "%ld %016llx %s\n",
			    chiamate, (unsigned long long)h, che);
			if (write(file, line, (size_t)n) != n)
				abort();
		}
		dentro = false;
	}
	return chiamate == guasto;
}

static void *
vera(const char *name)
{
	void *f = dlsym(RTLD_NEXT, name);

	if (f == NULL)
		abort();
	return f;
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
#define GIT_ERROR (-1)

static int
rotto(int code)
{
	errno = code;
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

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * git.c - libgit2 set up once, its errors in our words, ids and paths judged.
 *
 * Refuses: configuration from outside the store, certificates for a net that
 * is never spoken to, ids that are not 40 lower-case hex digits, paths git or
 * the file system could take for something else.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "archivio/interno.h"
#include "base/file.h"

/*
 * Packs whose files are open at once, of all folders: `compatta` adds one to a
 * folder each time, a process that stays keeps many folders, and may have 1,024
 * descriptors.
 */
#define PACCHI_APERTI ((size_t)128)

/* Bytes of the objects that libgit2 keeps, of all folders.  An act reads a tree
 * or two of the act before; of 256 MB, as it would have them, parsed, a whole
 * store read again once held a gigabyte. */
#define OGGETTI_TENUTI ((size_t)16 * 1024 * 1024)

/* What the disk said, in libgit2's words: told in ours. */
static int
disk_said(const git_error *e)
{
	static const int number[] = { ENOSPC, EDQUOT, EIO, EROFS, EACCES };
	size_t i;

	for (i = 0; e != NULL && e->message != NULL && i < NELEM(number); i++)
		if (strstr(e->message, strerror(number[i])) != NULL)
			return number[i];
	return 0;
}

int
err_git(int code, const char *fmt, ...)
{
	const git_error *e = git_error_last();
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if ((errno = disk_said(e)) != 0) {
		err_sys("%s", text);
		return ERR_FAULT;
	}
	err_set(ERR_FAULT, "%s: git: %s", text,
	    e != NULL && e->message != NULL ? e->message : "errore ignoto");
	return code == GIT_ENOTFOUND ? ERR_ABSENT : ERR_FAULT;
}

static int
options_set(void)
{
	static const int level[] = {
		GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
		GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL
	};
	size_t i;
	int r;

	for (i = 0; i < NELEM(level); i++)
		if ((r = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level[i],
		    "")) < 0)
			return r;
	if ((r = git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION,
	    1)) < 0)
		return r;
	if ((r = git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1)) < 0 ||
	    (r = git_libgit2_opts(GIT_OPT_SET_MWINDOW_FILE_LIMIT,
	    PACCHI_APERTI)) < 0 ||
	    (r = git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE,
	    (ssize_t)OGGETTI_TENUTI)) < 0)
		return r;
	/* the instant syncs once for everything */
	return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
}

/*
 * libgit2, when it starts, reads every certificate the system trusts: seven
 * eighths of its start, 7 ms of each command.  It asks mbedTLS for it, and
 * finds this one first: no certificate, so that no server would be believed.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int
mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return -0x2900;		/* MBEDTLS_ERR_X509_FILE_IO_ERROR */
}

int
archivio_init(void)
{
	static bool done;
	int r;

	if (done)
		return 0;
	/* not begun, it cannot even say why */
	if (git_libgit2_init() < 0)
		return err_set(ERR_FAULT, "libgit2 non si avvia");
	if ((r = options_set()) < 0)
		return err_git(r, "avvio di libgit2");
	done = true;
	return 0;
}

void
archivio_severo(bool si)
{
	/* it cannot fail: the option is known, and takes a number */
	(void)git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION,
	    (int)si);
}

int
oid_parse(git_oid *out, const char *id)
{
	if (strlen(id) != COMMIT_LEN ||
	    strspn(id, "0123456789abcdef") != COMMIT_LEN ||
	    git_oid_fromstr(out, id) < 0)
		return err_set(ERR_INVALID, "identificativo non valido: %s",
		    id);
	return 0;
}

/* One step of a path that git, on any system, could read as its own. */
static bool
step_is_git(const char *s, size_t n)
{
	return n == 4 && strncasecmp(s, GIT_DIR, 4) == 0;
}

bool
path_allowed(const char *path)
{
	const char *s = path, *slash;
	int depth = 1;

	if (strlen(path) > PATH_LEN_MAX || !file_path_valid(path))
		return false;
	for (; (slash = strchr(s, '/')) != NULL; s = slash + 1) {
		if (step_is_git(s, (size_t)(slash - s)))
			return false;
		depth++;
	}
	return depth <= DEPTH_MAX && !step_is_git(s, strlen(s));
}

/*
 * What a custodian's git must not do here: prune, write side files that
 * folder_check would not know, keep refs elsewhere than in their file.
 */
#define CONFIG_REST							\
	"\tlogallrefupdates = false\n"					\
	"\tcommitGraph = false\n"					\
	"[gc]\n"							\
	"\tauto = 0\n"							\
	"\tpackRefs = false\n"						\
	"\tpruneExpire = never\n"					\
	"\tcruftPacks = false\n"					\
	"\twriteCommitGraph = false\n"					\
	"[repack]\n"							\
	"\twriteBitmaps = false\n"					\
	"\tupdateServerInfo = false\n"					\
	"[pack]\n"							\
	"\twriteReverseIndex = false\n"					\
	"[maintenance]\n"						\
	"\tauto = false\n"

const char *
folder_config_text(bool bare)
{
	return bare ?
	    "[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n"
	    "\tbare = true\n" CONFIG_REST :
	    "[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n"
	    "\tbare = false\n" CONFIG_REST;
}

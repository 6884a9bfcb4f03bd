/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * folder.c - a git folder made, opened, and its one branch moved.
 *
 * Refuses: folders of another user, a branch that is not one id in its own
 * file, a move from elsewhere than `old` or to a commit that is not there.
 * Keeps: the branch file is 41 bytes overwritten in place, under flock(2), by
 * one pwrite(2).  No lock file can be left behind, no space is needed on a
 * full disk, and a crash leaves the old id or the new one (before the first
 * commit an empty file or, after a power failure, one of zeros, which is read
 * as "no commit yet").
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/point.h"

static bool
path_is_bare(const char *path)
{
	size_t n = strlen(path);

	return n >= 4 && strcmp(path + n - 4, GIT_DIR) == 0;
}

static char *
git_dir(struct arena *a, const char *path)
{
	return path_is_bare(path) ? arena_strdup(a, path) :
	    arena_printf(a, "%s/" GIT_DIR, path);
}

bool
folder_begun(const char *path)
{
	AUTO(arena) a = arena_new();
	char *git = git_dir(a, path), **names;

	if (!dir_exists(git)) {
		if (dir_list(&names, a, path) == 0)
			return names[0] == NULL;
		err_clear();
		return false;
	}
	return file_size(arena_printf(a, "%s/" REF_MAIN, git)) <= 0 &&
	    !file_exists(arena_printf(a, "%s/packed-refs", git));
}

/* Is this its text?  Not so when a crash came before the sync. */
static bool
file_says(const char *path, const char *text)
{
	AUTO_BUF b = { 0 };

	if (file_read(&b, path, 4096) != 0) {
		err_clear();
		return false;
	}
	return strcmp(buf_str(&b), text) == 0 && b.len == strlen(text);
}

/* Absent or, in a folder without a commit, not what it must be: written; else
 * left as it is. */
static int
fixed_file(const char *path, const char *text, bool begun)
{
	if (file_size(path) > 0 && (!begun || file_says(path, text)))
		return 0;
	return file_put(path, text, strlen(text), 0600);
}

int
folder_create(const char *path)
{
	/* objects/pack too: libgit2 never looks again for a missing one */
	static const char *const dir[] = { "objects/pack", "refs/heads" };
	AUTO(arena) a = arena_new();
	char *git = git_dir(a, path);
	bool begun = folder_begun(path);
	size_t i;
	int r;

	for (i = 0; i < NELEM(dir); i++)
		if ((r = dir_make(arena_printf(a, "%s/%s", git, dir[i]))) != 0)
			return r;
	if ((r = fixed_file(arena_printf(a, "%s/config", git),
	    folder_config_text(path_is_bare(path)), begun)) != 0)
		return r;
	/* last: without HEAD it is not a repository */
	return fixed_file(arena_printf(a, "%s/HEAD", git), HEAD_TEXT, begun);
}

static int
place_check(struct arena *a, const char *git)
{
	struct stat st;

	if (lstat(git, &st) != 0)
		return err_sys("%s", git);
	if (!S_ISDIR(st.st_mode))
		return err_set(ERR_FAULT, "%s non è una directory", git);
	if (st.st_uid != geteuid())
		return err_set(ERR_FORBIDDEN,
		    "%s appartiene a un altro utente", git);
	if (!file_exists(arena_printf(a, "%s/HEAD", git)))
		return err_set(ERR_ABSENT, "%s: manca HEAD", git);
	return 0;
}

int
folder_open(struct folder **out, const char *path)
{
	AUTO(arena) a = arena_new();
	char *git = git_dir(a, path);
	AUTO(folder) f = NULL;
	int r;

	if ((r = place_check(a, git)) != 0)
		return r;
	if ((f = calloc(1, sizeof *f)) == NULL ||
	    (f->path = strdup(path)) == NULL ||
	    (f->git = strdup(git)) == NULL)
		abort();
	f->bare = path_is_bare(path);
	if ((r = odb_open(&f->odb, &f->repo, f->git)) != 0)
		return r;
	*out = MOVE(f);
	return 0;
}

int
folder_reload(struct folder *f)
{
	git_repository *repo;
	git_odb *odb;
	int r;

	if ((r = odb_open(&odb, &repo, f->git)) != 0)
		return r;
	git_odb_free(f->odb);
	git_repository_free(f->repo);
	f->odb = odb;
	f->repo = repo;
	return 0;
}

void
folder_close(struct folder *f)
{
	if (f == NULL)
		return;
	git_odb_free(f->odb);
	git_repository_free(f->repo);
	free(f->path);
	free(f->git);
	free(f);
}

bool
folder_bare(const struct folder *f)
{
	return f->bare;
}

/* ---- the branch ---- */

static int
ref_open(struct folder *f, int flags)
{
	AUTO(arena) a = arena_new();

	return open(arena_printf(a, "%s/" REF_MAIN, f->git),
	    flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* An absent branch is believed only if nobody packed it away. */
static int
ref_none(struct folder *f)
{
	AUTO(arena) a = arena_new();

	if (file_exists(arena_printf(a, "%s/packed-refs", f->git)))
		return err_set(ERR_FAULT,
		    "%s: il ramo principale manca e c'è packed-refs", f->path);
	return 0;
}

/* A file has its length before its bytes, if power fails between them. */
static bool
no_bytes(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == '\0')
		n--;
	return n == 0;
}

int
ref_read(char out[COMMIT_LEN + 1], struct folder *f, int fd, const char *what)
{
	char text[COMMIT_LEN + 2];
	ssize_t n = pread(fd, text, sizeof text, 0);
	git_oid id;

	if (n < 0)
		return err_sys("%s: %s", f->path, what);
	if (no_bytes(text, (size_t)n)) {
		out[0] = '\0';
		return 0;
	}
	if (n != COMMIT_LEN + 1 || text[COMMIT_LEN] != '\n')
		return err_set(ERR_FAULT, "%s: %s illeggibile", f->path, what);
	text[COMMIT_LEN] = '\0';
	if (oid_parse(&id, text) != 0)
		return err_set(ERR_FAULT, "%s: %s illeggibile", f->path, what);
	memcpy(out, text, COMMIT_LEN + 1);
	return 0;
}

static int
main_read(char out[COMMIT_LEN + 1], struct folder *f, int fd)
{
	int r = ref_read(out, f, fd, "ramo principale");

	return r == 0 && out[0] == '\0' ? ref_none(f) : r;
}

int
folder_head(char out[COMMIT_LEN + 1], struct folder *f)
{
	AUTO_FD int fd = ref_open(f, O_RDONLY);
	int r;

	if (fd >= 0)
		return main_read(out, f, fd);
	if (errno != ENOENT)
		return err_sys("%s: ramo principale", f->path);
	if ((r = ref_none(f)) == 0)
		out[0] = '\0';
	return r;
}

static int
ref_write(struct folder *f, int fd, const char *id)
{
	char text[COMMIT_LEN + 2];

	snprintf(text, sizeof text, "%s\n", id);
	if (pwrite(fd, text, COMMIT_LEN + 1, 0) != COMMIT_LEN + 1)
		return err_sys("%s: ramo principale", f->path);
	return 0;
}

static int
move_check(struct folder *f, const char *old, const char *new)
{
	git_oid id;
	int r;

	if (old[0] != '\0' && (r = oid_parse(&id, old)) != 0)
		return r;
	if ((r = oid_parse(&id, new)) != 0)
		return r;
	if (!git_odb_exists(f->odb, &id))
		return err_set(ERR_FAULT, "%s: manca il commit %s", f->path,
		    new);
	return 0;
}

int
folder_move(struct folder *f, const char *old, const char *new)
{
	char now[COMMIT_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if ((r = move_check(f, old, new)) != 0)
		return r;
	fd = ref_open(f, O_RDWR | O_CREAT);
	if (fd < 0 || flock(fd, LOCK_EX) != 0)
		return err_sys("%s: ramo principale", f->path);
	POINT("archivio-ramo");
	if ((r = main_read(now, f, fd)) != 0)
		return r;
	if (strcmp(now, new) == 0)
		return 0;
	if (strcmp(now, old) != 0)
		return err_set(ERR_BUSY, "%s: il ramo principale è a %s",
		    f->path, now[0] != '\0' ? now : "nessun commit");
	return ref_write(f, fd, new);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casa.c - makes a folder and holds its lock, removes those nobody holds.
 *
 * Between the making of a folder and its lock another process may take it for
 * abandoned: who makes it looks, with the lock in hand, whether it is still
 * there, and makes another if not.
 */
#include "base/casa.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define PREFISSO "cartella-casa-"
#define TENTATIVI 10

static const char *
tmp_dir(void)
{
	const char *tmp = getenv("TMPDIR");

	return tmp != NULL && tmp[0] == '/' ? tmp : "/tmp";
}

/* The folder, if it is this user's and nobody holds it; or -1. */
static int
take(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat held, there;

	if (fd < 0)
		return -1;
	if (fstat(fd, &held) == 0 && held.st_uid == geteuid() &&
	    flock(fd, LOCK_EX | LOCK_NB) == 0 && lstat(path, &there) == 0 &&
	    held.st_ino == there.st_ino && held.st_dev == there.st_dev)
		return fd;
	close(fd);
	return -1;
}

void
casa_sweep(void)
{
	AUTO(arena) a = arena_new();
	char **names, *path;
	int fd;

	if (dir_list(&names, a, tmp_dir()) != 0) {
		err_clear();
		return;
	}
	for (; *names != NULL; names++) {
		if (strncmp(*names, PREFISSO, strlen(PREFISSO)) != 0)
			continue;
		path = arena_printf(a, "%s/%s", tmp_dir(), *names);
		if ((fd = take(path)) < 0)
			continue;
		/* what cannot be removed is not the business of who starts */
		if (dir_remove(path) != 0)
			err_clear();
		close(fd);
	}
}

static int
make_one(struct casa *out, struct arena *a)
{
	char *path = arena_printf(a, "%s/" PREFISSO "XXXXXX", tmp_dir());

	if (mkdtemp(path) == NULL)
		return err_sys("cartella temporanea");
	if ((out->fd = take(path)) < 0)
		return ERR_BUSY;
	if ((out->path = strdup(path)) == NULL)
		abort();
	return 0;
}

int
casa_make(struct casa *out)
{
	AUTO(arena) a = arena_new();
	int i, r = ERR_BUSY;

	casa_sweep();
	for (i = 0; i < TENTATIVI && r == ERR_BUSY; i++)
		r = make_one(out, a);
	if (r == ERR_BUSY)
		return err_set(ERR_FAULT, "cartella temporanea: qualcuno "
		    "rimuove quelle appena create");
	return r;
}

int
casa_leave(struct casa *c, bool rimuovi)
{
	int r = 0;

	if (c->path == NULL)
		return 0;
	if (rimuovi)
		r = dir_remove(c->path);
	close(c->fd);
	free(c->path);
	*c = (struct casa){ .fd = -1 };
	return r;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * allegato.c - the bytes of documents, by their impronta.
 *
 * Refuses: more bytes than allowed, a file that changes while it is read, an
 * impronta that is not one (it becomes a path), symbolic links in the place of
 * files.  Keeps: constant memory, whatever the size; bytes synced before they
 * have their final name; a placed file is never written again, and goes only
 * when an act says so.
 * Norm: DPR 445/2000 art. 53 c. 1 lett. f (the impronta).
 */
#include "archivio/allegato.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/auto.h"
#include "base/file.h"
#include "base/random.h"

#define LEFT_SECONDS 86400	/* longer in transito/: nobody's any more */

/* ---- receiving ---- */

/* A new file of transito/, named at random. */
static int
transito_open(int *fd, char **path, struct arena *a, const char *transito)
{
	char id[ID_LEN + 1];

	random_id(id);
	*path = arena_printf(a, "%s/%s", transito, id);
	*fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    0400);
	return *fd < 0 ? err_sys("%s", *path) : 0;
}

/* Gives it up when what came of it is not 0. */
static int
transito_close(const char *path, int fd, int r)
{
	if (r == 0 && fdatasync(fd) != 0)
		r = err_sys("%s", path);
	if (close(fd) != 0 && r == 0)
		r = err_sys("%s", path);
	if (r != 0)
		unlink(path);
	return r;
}

static bool
changed(const struct stat *was, const struct stat *is, int64_t copied)
{
	return is->st_size != was->st_size || is->st_size != copied ||
	    is->st_mtim.tv_sec != was->st_mtim.tv_sec ||
	    is->st_mtim.tv_nsec != was->st_mtim.tv_nsec;
}

static int
copy_hashed(struct hash *h, int64_t *size, int to, int from, int64_t max)
{
	char piece[65536];
	ssize_t n;
	int r;

	while ((n = read(from, piece, sizeof piece)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys("lettura dell'allegato");
		if ((*size += n) > max)
			return err_set(ERR_INVALID, "l'allegato supera il "
			    "limite di %lld byte", (long long)max);
		hash_update(h, piece, (size_t)n);
		if ((r = file_write_fd(to, piece, (size_t)n)) != 0)
			return r;
	}
	return 0;
}

/* The whole file behind `from`, as it was when we began. */
static int
copy_whole(struct allegato *al, int to, int from, int64_t max)
{
	AUTO(hash) h = hash_new();
	struct stat was, is;
	off_t start = 0;
	int r;

	if (fstat(from, &was) != 0)
		return err_sys("lettura dell'allegato");
	if (S_ISDIR(was.st_mode))
		return err_set(ERR_INVALID, "l'allegato è una directory");
	if (S_ISREG(was.st_mode) && (start = lseek(from, 0, SEEK_CUR)) < 0)
		return err_sys("lettura dell'allegato");
	if ((r = copy_hashed(h, &al->dimensione, to, from, max)) != 0)
		return r;
	if (fstat(from, &is) != 0)
		return err_sys("lettura dell'allegato");
	if (S_ISREG(was.st_mode) &&
	    changed(&was, &is, start + al->dimensione))
		return err_set(ERR_INVALID,
		    "l'allegato è cambiato mentre veniva letto");
	hash_final(al->impronta, h);
	return 0;
}

int
allegato_receive(struct allegato *out, struct arena *a, const char *transito,
    int fd, int64_t max)
{
	struct allegato al = { 0 };
	char *path;
	int r, to;

	assert(max > 0);
	if ((r = transito_open(&to, &path, a, transito)) != 0)
		return r;
	r = transito_close(path, to, copy_whole(&al, to, fd, max));
	if (r != 0)
		return r;
	al.transito = path;
	*out = al;
	return 0;
}

int
allegato_receive_bytes(struct allegato *out, struct arena *a,
    const char *transito, const void *p, size_t n)
{
	struct allegato al = { .dimensione = (int64_t)n };
	char *path;
	int r, to;

	if ((r = transito_open(&to, &path, a, transito)) != 0)
		return r;
	if ((r = transito_close(path, to, file_write_fd(to, p, n))) != 0)
		return r;
	hash_hex(al.impronta, p, n);
	al.transito = path;
	*out = al;
	return 0;
}

void
allegato_sweep(const char *transito)
{
	AUTO(arena) a = arena_new();
	time_t now = time(NULL);
	struct stat st;
	char **names, *path;

	if (dir_list(&names, a, transito) != 0) {
		err_clear();
		return;
	}
	for (; *names != NULL; names++) {
		path = arena_printf(a, "%s/%s", transito, *names);
		if (lstat(path, &st) != 0 || now - st.st_mtime <= LEFT_SECONDS)
			continue;
		/* a directory: the history of a package (folder_adopt) */
		if (S_ISREG(st.st_mode))
			unlink(path);
		else if (S_ISDIR(st.st_mode) && dir_remove(path) != 0)
			err_clear();
	}
}

/* ---- the final place ---- */

char *
allegato_path(struct arena *a, const char *dir, const char *impronta)
{
	assert(hash_valid(impronta));
	return arena_printf(a, "%s/%.2s/%s", dir, impronta, impronta);
}

static int
impronta_check(const char *impronta)
{
	if (!hash_valid(impronta))
		return err_set(ERR_INVALID, "impronta non valida: %s",
		    impronta);
	return 0;
}

/* `to` exists already: are its bytes as many? */
static int
same_size(const char *from, const char *to)
{
	struct stat a, b;

	if (lstat(from, &a) != 0)
		return err_sys("%s", from);
	if (lstat(to, &b) != 0)
		return err_sys("%s", to);
	if (!S_ISREG(b.st_mode) || a.st_size != b.st_size)
		return err_set(ERR_FAULT,
		    "%s esiste già e non è lo stesso allegato", to);
	return 0;
}

static int
hard_link(const char *from, const char *to)
{
	int r;

	if (link(from, to) == 0)
		return 0;
	if (errno == ENOENT) {
		if ((r = dir_make_parent(to)) != 0)
			return r;
		if (link(from, to) == 0)
			return 0;
	}
	if (errno != EEXIST)
		return err_sys("%s", to);
	return same_size(from, to);
}

int
allegato_place(const struct allegato *al, const char *dir)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = impronta_check(al->impronta)) != 0)
		return r;
	return hard_link(al->transito,
	    allegato_path(a, dir, al->impronta));
}

int
allegato_link(const char *dir, const char *impronta, const char *to)
{
	AUTO(arena) a = arena_new();
	char *from;
	int r;

	if ((r = impronta_check(impronta)) != 0)
		return r;
	from = allegato_path(a, dir, impronta);
	if (!file_exists(from))
		return err_set(ERR_ABSENT, "allegato assente: %s", impronta);
	return hard_link(from, to);
}

int
allegato_open(int *fd, const char *dir, const char *impronta)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int got = -1;
	struct stat st;
	int r;

	if ((r = impronta_check(impronta)) != 0)
		return r;
	got = open(allegato_path(a, dir, impronta),
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (got < 0)
		return err_sys("allegato %s", impronta);
	if (fstat(got, &st) != 0 || !S_ISREG(st.st_mode))
		return err_set(ERR_FAULT, "l'allegato %s non è un file",
		    impronta);
	*fd = got;
	got = -1;
	return 0;
}

int
allegato_check(const char *dir, const char *impronta)
{
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if ((r = allegato_open(&fd, dir, impronta)) != 0 ||
	    (r = hash_fd(is, fd)) != 0)
		return r;
	if (strcmp(is, impronta) != 0)
		return err_set(ERR_INVALID,
		    "l'allegato %s ha altri byte: impronta %s", impronta, is);
	return 0;
}

/* ---- for good ---- */

static int
remove_file(const char *path)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return err_sys("%s", path);
	return 0;
}

int
allegato_distruggi(const char *dir, const char *impronta)
{
	AUTO(arena) a = arena_new();
	int r = impronta_check(impronta);

	return r != 0 ? r : remove_file(allegato_path(a, dir, impronta));
}

/* Names of a directory; none when it is not there. */
static int
names_in(char ***out, struct arena *a, const char *dir)
{
	static char *none[] = { NULL };
	int r = dir_list(out, a, dir);

	if (r != ERR_ABSENT)
		return r;
	*out = none;
	return 0;
}

int
allegato_slega(const char *dir, const char *impronta)
{
	AUTO(arena) a = arena_new();
	char **names;
	int r;

	if ((r = impronta_check(impronta)) != 0 ||
	    (r = names_in(&names, a, dir)) != 0)
		return r;
	for (; *names != NULL; names++)
		if (strncmp(*names, impronta, IMPRONTA_LEN) == 0 &&
		    (r = remove_file(arena_printf(a, "%s/%s", dir,
		    *names))) != 0)
			return r;
	return 0;
}

/* Whose bytes are these?  One that goes meanwhile is nobody's. */
static int
is_that(const char *path, const char *impronta)
{
	AUTO_FD int fd = open(path,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char is[IMPRONTA_LEN + 1];
	struct stat st;
	int r;

	if (fd < 0 && (errno == ENOENT || errno == ELOOP))
		return 0;	/* gone, or a link: no bytes of ours */
	if (fd < 0)
		return err_sys("%s", path);
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return 0;
	if ((r = hash_fd(is, fd)) != 0)
		return r;
	return strcmp(is, impronta) == 0;
}

int
allegato_distruggi_transito(const char *transito, const char *impronta)
{
	AUTO(arena) a = arena_new();
	char **names, *path;
	int r;

	if ((r = impronta_check(impronta)) != 0 ||
	    (r = names_in(&names, a, transito)) != 0)
		return r;
	for (; *names != NULL; names++) {
		path = arena_printf(a, "%s/%s", transito, *names);
		if ((r = is_that(path, impronta)) < 0 ||
		    (r == 1 && (r = remove_file(path)) != 0))
			return r;
	}
	return 0;
}

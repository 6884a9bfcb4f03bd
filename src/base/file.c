/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

int
file_read_fd(struct buf *out, int fd, size_t max)
{
	size_t start = out->len;
	char piece[65536];
	ssize_t n;

	while ((n = read(fd, piece, sizeof piece)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			out->len = start;
			return err_sys("lettura");
		}
		if (out->len - start + (size_t)n > max) {
			out->len = start;
			return err_set(ERR_INVALID,
			    "il file supera il limite di %zu byte", max);
		}
		buf_append(out, piece, (size_t)n);
	}
	return 0;
}

int
file_read(struct buf *out, const char *path, size_t max)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_CLOEXEC);
	int r;

	if (fd < 0)
		return err_sys("%s", path);
	if ((r = file_read_fd(out, fd, max)) != 0)
		return err_prefix(r, "%s", path);
	return 0;
}

int
file_write_fd(int fd, const void *p, size_t n)
{
	const char *s = p;
	ssize_t w;

	while (n > 0) {
		w = write(fd, s, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return err_sys("scrittura");
		s += w;
		n -= (size_t)w;
	}
	return 0;
}

int
file_memory(int *out, const void *p, size_t n)
{
	AUTO_FD int fd = memfd_create("cartella", MFD_CLOEXEC);
	int r;

	if (fd < 0)
		return err_sys("file in memoria");
	if ((r = file_write_fd(fd, p, n)) != 0)
		return r;
	*out = fd;
	fd = -1;
	return 0;
}

static int
sync_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	char dir[PATH_MAX];
	AUTO_FD int fd = -1;

	if (slash == NULL)
		snprintf(dir, sizeof dir, ".");
	else
		snprintf(dir, sizeof dir, "%.*s", (int)(slash - path), path);
	fd = open(dir[0] ? dir : "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || fsync(fd) != 0)
		return err_sys("%s", dir);
	return 0;
}

static int
put(const char *path, const void *p, size_t n, mode_t mode, bool synced)
{
	char temporary[PATH_MAX];
	AUTO_FD int fd = -1;
	int r;

	if ((size_t)snprintf(temporary, sizeof temporary, "%s.%ld.nuovo", path,
	    (long)getpid()) >= sizeof temporary)
		return err_set(ERR_INVALID, "percorso troppo lungo: %s", path);
	fd = open(temporary,
	    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
	if (fd < 0)
		return err_sys("%s", path);
	if ((r = file_write_fd(fd, p, n)) != 0)
		err_prefix(r, "%s", path);
	else if (synced && fdatasync(fd) != 0)
		r = err_sys("%s", path);
	else if (rename(temporary, path) != 0)
		r = err_sys("%s", path);
	if (r != 0) {
		unlink(temporary);
		return r;
	}
	return synced ? sync_parent(path) : 0;
}

int
file_put(const char *path, const void *p, size_t n, mode_t mode)
{
	return put(path, p, n, mode, false);
}

int
file_put_synced(const char *path, const void *p, size_t n, mode_t mode)
{
	return put(path, p, n, mode, true);
}

int
dir_make(const char *path)
{
	int r;

	if (mkdir(path, 0700) == 0 || errno == EEXIST)
		return 0;
	if (errno != ENOENT)
		return err_sys("creazione di %s", path);
	if ((r = dir_make_parent(path)) != 0)
		return r;
	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return err_sys("creazione di %s", path);
	return 0;
}

int
dir_make_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	char parent[PATH_MAX];

	if (slash == NULL || slash == path)
		return 0;
	if ((size_t)(slash - path) >= sizeof parent)
		return err_set(ERR_INVALID, "percorso troppo lungo: %s", path);
	memcpy(parent, path, (size_t)(slash - path));
	parent[slash - path] = '\0';
	return dir_make(parent);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct dir_entry *)a)->name,
	    ((const struct dir_entry *)b)->name);
}

static enum file_type
type_of(int dir, const char *name, unsigned char type)
{
	struct stat st;

	switch (type) {
	case DT_REG:
		return FILE_PLAIN;
	case DT_DIR:
		return FILE_DIR;
	case DT_UNKNOWN:
		break;
	default:
		return FILE_OTHER;
	}
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? FILE_NONE : FILE_OTHER;
	return S_ISREG(st.st_mode) ? FILE_PLAIN :
	    S_ISDIR(st.st_mode) ? FILE_DIR : FILE_OTHER;
}

/* As the kernel gives them: a stream of them would cost three calls more, and
 * 32 KB, for each of the many small directories of git. */
int
dir_entries_at(struct dir_entry **out, struct arena *a, int at,
    const char *path)
{
	_Alignas(struct dirent64) char some[32768];
	struct dir_entry *list = NULL;
	int n = 0, cap = 0;
	const struct dirent64 *e;
	ssize_t len, i;
	AUTO_FD int fd = openat(at, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return err_sys("%s", path);
	list = arena_more(a, list, n, &cap, sizeof *list);
	while ((len = getdents64(fd, some, sizeof some)) > 0)
		for (i = 0; i < len; i += e->d_reclen) {
			e = (const void *)(some + i);
			if (strcmp(e->d_name, ".") == 0 ||
			    strcmp(e->d_name, "..") == 0)
				continue;
			list[n++] = (struct dir_entry){
			    arena_strdup(a, e->d_name),
			    type_of(fd, e->d_name, e->d_type) };
			list = arena_more(a, list, n, &cap, sizeof *list);
		}
	if (len < 0)
		return err_sys("%s", path);
	qsort(list, (size_t)n, sizeof *list, by_name);
	list[n].name = NULL;
	*out = list;
	return 0;
}

int
dir_entries(struct dir_entry **out, struct arena *a, const char *path)
{
	return dir_entries_at(out, a, AT_FDCWD, path);
}

int
dir_list(char ***out, struct arena *a, const char *path)
{
	struct dir_entry *list, *e;
	char **names;
	int r;

	if ((r = dir_entries(&list, a, path)) != 0)
		return r;
	for (e = list; e->name != NULL; e++)
		continue;
	*out = names = arena_alloc(a, (size_t)(e - list + 1) * sizeof *names);
	for (e = list; e->name != NULL; e++)
		*names++ = e->name;
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

int
dir_remove(const char *path)
{
	if (nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0 &&
	    errno != ENOENT)
		return err_sys("rimozione di %s", path);
	return 0;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

int
file_there(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT ? 0 : err_sys("%s", path);
	if (!S_ISREG(st.st_mode))
		return err_set(ERR_INVALID, "%s non è un file", path);
	return 1;
}

bool
dir_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int64_t
file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (int64_t)st.st_size : -1;
}

int
dir_temporary(char **out, struct arena *a)
{
	const char *tmp = getenv("TMPDIR");
	char *path;

	path = arena_printf(a, "%s/cartella-XXXXXX",
	    tmp != NULL && tmp[0] == '/' ? tmp : "/tmp");
	if (mkdtemp(path) == NULL)
		return err_sys("cartella temporanea");
	*out = path;
	return 0;
}

int
file_sync_all(const char *path)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || syncfs(fd) != 0)
		return err_sys("sincronizzazione di %s", path);
	return 0;
}

static bool
name_valid(const char *s, size_t n)
{
	char name[256];
	size_t i;

	if (n == 0 || n > 255 || (n == 1 && s[0] == '.') ||
	    (n == 2 && s[0] == '.' && s[1] == '.') || !utf8_valid(s, n))
		return false;
	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] < 0x20 || s[i] == '/')
			return false;
	memcpy(name, s, n);
	name[n] = '\0';
	return utf8_plain(name);
}

bool
file_name_valid(const char *name)
{
	return name_valid(name, strlen(name));
}

bool
file_path_valid(const char *path)
{
	const char *slash;

	for (; (slash = strchr(path, '/')) != NULL; path = slash + 1)
		if (!name_valid(path, (size_t)(slash - path)))
			return false;
	return file_name_valid(path);
}

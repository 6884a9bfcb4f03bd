/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * borsa_esame.c - a bag that came from somewhere, file by file (borsa.h).
 *
 * Refuses, each with its name: a file that no manifest names, or that one
 * names and is not there; other bytes than its line says; lines of another
 * form, out of order or twice; names that leave the bag; links and whatever is
 * no plain file, which are not opened; fetch.txt (nothing is fetched).
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "pacchi/borsa.h"

#define LIST_MAX ((size_t)64 * 1024 * 1024)	/* bytes of a manifest */
#define DEPTH_MAX 40
#define FILES_MAX 1000000

struct found {
	const char *name;
	int64_t size;
	bool named;		/* a manifest has it */
};

struct exam {
	struct arena *a;
	struct borsa_conto *count;
	borsa_difetto_fn *fn;
	void *arg;
	int top;		/* the directory */
	struct found *found;	/* in order of name */
	int n, cap;
	int64_t bytes;		/* of data/ */
	int payload;		/* files in it */
};

static void
defect(struct exam *x, const char *name, const char *what)
{
	x->count->difetti++;
	x->fn(x->arg, name, what);
}

/* ---- what is there ---- */

static int walk(struct exam *x, int dir, const char *below, int depth);

static int
walk_one(struct exam *x, int dir, const char *below, const char *step,
    int depth)
{
	const char *name = arena_printf(x->a, "%s%s", below, step);
	AUTO_FD int fd = -1;
	struct stat st;

	if (fstatat(dir, step, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return err_sys("%s", name);
	if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode)) {
		defect(x, name, "non è un file: un collegamento, o altro");
		return 0;
	}
	if (!borsa_nome_valido(name)) {
		defect(x, name, "il nome non è ammesso");
		return 0;
	}
	if (S_ISDIR(st.st_mode)) {
		fd = openat(dir, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
		    O_CLOEXEC);
		if (fd < 0)
			return err_sys("%s", name);
		return walk(x, fd, arena_printf(x->a, "%s/", name),
		    depth + 1);
	}
	if (x->n >= FILES_MAX)
		return err_set(ERR_INVALID, "i file sono troppi");
	x->found = arena_more(x->a, x->found, x->n, &x->cap,
	    sizeof *x->found);
	x->found[x->n++] = (struct found){ name, st.st_size, false };
	return 0;
}

static int
walk(struct exam *x, int dir, const char *below, int depth)
{
	struct dirent *e;
	DIR *d;
	int fd, r = 0;

	if (depth > DEPTH_MAX)
		return err_set(ERR_INVALID, "%s è troppo profonda", below);
	if ((fd = dup(dir)) < 0 || (d = fdopendir(fd)) == NULL)
		return err_sys("%s", below);
	errno = 0;
	while (r == 0 && (e = readdir(d)) != NULL)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			r = walk_one(x, dir, below, e->d_name, depth);
	closedir(d);
	return r;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct found *)a)->name,
	    ((const struct found *)b)->name);
}

static struct found *
find(struct exam *x, const char *name)
{
	struct found key = { .name = name };

	return x->n == 0 ? NULL : bsearch(&key, x->found, (size_t)x->n,
	    sizeof *x->found, by_name);
}

/* ---- what the bag says ---- */

/* A file found above, opened below the top step by step: no link followed. */
static int
open_below(int *out, struct exam *x, const char *name)
{
	AUTO_FD int at = fcntl(x->top, F_DUPFD_CLOEXEC, 3);
	const char *slash;
	int fd;

	if (at < 0)
		return err_sys("%s", name);
	for (; (slash = strchr(name, '/')) != NULL; name = slash + 1) {
		fd = openat(at, arena_strndup(x->a, name,
		    (size_t)(slash - name)), O_RDONLY | O_DIRECTORY |
		    O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0)
			return err_sys("%s", name);
		close(at);
		at = fd;
	}
	fd = openat(at, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return err_sys("%s", name);
	*out = fd;
	return 0;
}

static int
check_file(struct exam *x, struct found *f, const char *impronta,
    const char *list)
{
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if (f->named) {
		defect(x, list, arena_printf(x->a, "nomina due volte %s",
		    f->name));
		return 0;
	}
	f->named = true;
	x->count->file++;
	if ((r = open_below(&fd, x, f->name)) != 0 ||
	    (r = hash_fd(is, fd)) != 0)
		return r;
	if (strcmp(is, impronta) != 0)
		defect(x, f->name, arena_printf(x->a, "i suoi byte non sono "
		    "quelli di %s", list));
	return 0;
}

/* "<64 hex>  <name>" */
static int
check_line(struct exam *x, const char *line, size_t n, const char *list,
    bool payload)
{
	const char *name;
	char *impronta;
	struct found *f;

	if (n < IMPRONTA_LEN + 3 || memchr(line, '\0', n) != NULL ||
	    memcmp(line + IMPRONTA_LEN, "  ", 2) != 0 ||
	    !hash_valid(impronta = arena_strndup(x->a, line, IMPRONTA_LEN))) {
		defect(x, list, "ha una riga di un'altra forma");
		return 0;
	}
	name = arena_strndup(x->a, line + IMPRONTA_LEN + 2,
	    n - IMPRONTA_LEN - 2);
	if (!borsa_nome_valido(name) ||
	    (strncmp(name, "data/", 5) == 0) != payload ||
	    strcmp(name, BORSA_TAGMANIFEST) == 0) {
		defect(x, list, "nomina un file che non può nominare");
		return 0;
	}
	if ((f = find(x, name)) == NULL) {
		defect(x, name, arena_printf(x->a, "manca, e %s lo nomina",
		    list));
		return 0;
	}
	return check_file(x, f, impronta, list);
}

static int
read_below(struct buf *out, struct exam *x, const char *name)
{
	AUTO_FD int fd = -1;
	int r;

	if (find(x, name) == NULL) {
		defect(x, name, "manca");
		return ERR_ABSENT;
	}
	if ((r = open_below(&fd, x, name)) != 0)
		return r;
	return file_read_fd(out, fd, LIST_MAX);
}

static int
check_list(struct exam *x, const char *list, bool payload)
{
	AUTO_BUF b = { 0 };
	const char *p, *end, *eol;
	int r;

	if ((r = read_below(&b, x, list)) != 0)
		return r == ERR_ABSENT ? 0 : r;
	p = buf_str(&b);
	end = p + b.len;
	for (; p < end; p = eol + 1) {
		if ((eol = memchr(p, '\n', (size_t)(end - p))) == NULL) {
			defect(x, list, "finisce a metà di una riga");
			return 0;
		}
		if ((r = check_line(x, p, (size_t)(eol - p), list,
		    payload)) != 0)
			return r;
	}
	return 0;
}

static int
check_bagit(struct exam *x)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = read_below(&b, x, "bagit.txt")) != 0)
		return r == ERR_ABSENT ? 0 : r;
	if (strcmp(buf_str(&b), "BagIt-Version: 1.0\n"
	    "Tag-File-Character-Encoding: UTF-8\n") != 0)
		defect(x, "bagit.txt", "non è una borsa di BagIt 1.0");
	return 0;
}

/* The one line of bag-info.txt that counts. */
static int
check_oxum(struct exam *x)
{
	AUTO_BUF b = { 0 };
	const char *want;
	int r;

	if ((r = read_below(&b, x, "bag-info.txt")) != 0)
		return r == ERR_ABSENT ? 0 : r;
	want = arena_printf(x->a, "\nPayload-Oxum: %lld.%d\n",
	    (long long)x->bytes, x->payload);
	if (strstr(buf_str(&b), want) == NULL)
		defect(x, "bag-info.txt", "non dice quanti file e byte ci "
		    "sono in data/");
	return 0;
}

static void
check_extra(struct exam *x)
{
	int i;

	for (i = 0; i < x->n; i++) {
		const char *name = x->found[i].name;

		if (strcmp(name, BORSA_FIRMA) == 0)
			x->count->firmata = true;
		else if (!x->found[i].named &&
		    strcmp(name, BORSA_TAGMANIFEST) != 0)
			defect(x, name, "nessun elenco lo nomina: è in più");
	}
}

static int
look(struct exam *x)
{
	int i, r;

	if ((r = walk(x, x->top, "", 0)) != 0)
		return r;
	if (x->n > 1)
		qsort(x->found, (size_t)x->n, sizeof *x->found, by_name);
	for (i = 0; i < x->n; i++) {
		if (strncmp(x->found[i].name, "data/", 5) != 0)
			continue;
		x->bytes += x->found[i].size;
		x->payload++;
	}
	if ((r = check_bagit(x)) != 0 || (r = check_oxum(x)) != 0 ||
	    (r = check_list(x, BORSA_MANIFEST, true)) != 0 ||
	    (r = check_list(x, BORSA_TAGMANIFEST, false)) != 0)
		return r;
	check_extra(x);
	x->count->byte = x->bytes;
	return 0;
}

int
borsa_esamina(struct borsa_conto *out, const char *dir, borsa_difetto_fn *fn,
    void *arg)
{
	AUTO(arena) a = arena_new();
	struct borsa_conto count = { 0 };
	struct exam x = { .a = a, .count = &count, .fn = fn, .arg = arg };
	AUTO_FD int top = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int r;

	if (top < 0)
		return err_sys("%s", dir);
	x.top = top;
	if ((r = look(&x)) != 0)
		return r;
	*out = count;
	return 0;
}

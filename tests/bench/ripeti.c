/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ripeti TRACCIA DA A - the bare program: replays, with the same files, sizes,
 * renames, links and syncs, what `strace -f -s 0` saw below the
 * directory DA, into the fresh directory A.  Nothing is computed: no hash, no
 * zlib, no SQL.  Prints the seconds it took.
 */
#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"

enum kind { OPEN, CLOSE, WRITE, PWRITE, RENAME, LINK, UNLINK, MKDIR, SYNC,
    DATASYNC, SYNCFS };

struct call {
	enum kind kind;
	char *path, *to;
	int flags;
	int fd;			/* as the trace numbered it */
	long size, offset;
};

static struct call *calls;
static size_t n_calls, cap;
static const char *from, *into;
static int fds[4096];

static struct call *
add(enum kind kind)
{
	if (n_calls == cap) {
		cap = cap ? cap * 2 : 4096;
		calls = realloc(calls, cap * sizeof *calls);
		if (calls == NULL)
			abort();
	}
	memset(&calls[n_calls], 0, sizeof *calls);
	calls[n_calls].kind = kind;
	return &calls[n_calls++];
}

/* The quoted path at s, moved below `into`; NULL when it is elsewhere. */
static char *
path_at(const char *s)
{
	const char *end = strchr(s + 1, '"');
	size_t len = strlen(from);
	char *out;

	if (end == NULL || strncmp(s + 1, from, len) != 0)
		return NULL;
	if (asprintf(&out, "%s%.*s", into, (int)(end - s - 1 - (long)len),
	    s + 1 + len) < 0)
		abort();
	return out;
}

static long
result_of(const char *line)
{
	const char *eq = strrchr(line, '=');

	return eq != NULL ? strtol(eq + 1, NULL, 10) : -1;
}

static int
flags_of(const char *line)
{
	int f = O_RDONLY;

	if (strstr(line, "O_WRONLY"))
		f = O_WRONLY;
	if (strstr(line, "O_RDWR"))
		f = O_RDWR;
	if (strstr(line, "O_CREAT"))
		f |= O_CREAT;
	if (strstr(line, "O_EXCL"))
		f |= O_EXCL;
	if (strstr(line, "O_TRUNC"))
		f |= O_TRUNC;
	return f;
}

static void
two_paths(enum kind kind, const char *s)
{
	const char *first = strchr(s, '"'), *second;
	struct call *c;
	char *a, *b;

	if (first == NULL || (second = strchr(first + 1, '"')) == NULL ||
	    (second = strchr(second + 1, '"')) == NULL)
		return;
	a = path_at(first);
	b = path_at(second);
	if (a == NULL || b == NULL)
		return;
	c = add(kind);
	c->path = a;
	c->to = b;
}

static void
read_line(const char *line)
{
	const char *s = line, *quote;
	long r = result_of(line);
	struct call *c;
	char *path;

	while (isdigit((unsigned char)*s) || *s == ' ')
		s++;
	if (strncmp(s, "[pid", 4) == 0)
		s = strchr(s, ']') + 2;
	if (r < 0)
		return;
	quote = strchr(s, '"');
	if (strncmp(s, "openat(", 7) == 0 && quote != NULL) {
		if ((path = path_at(quote)) != NULL && r < 4096) {
			c = add(OPEN);
			c->path = path;
			c->flags = flags_of(s);
			c->fd = (int)r;
		}
	} else if (strncmp(s, "rename", 6) == 0) {
		two_paths(RENAME, s);
	} else if (strncmp(s, "link(", 5) == 0 ||
	    strncmp(s, "linkat(", 7) == 0) {
		two_paths(LINK, s);
	} else if (strncmp(s, "mkdir", 5) == 0 && quote != NULL) {
		if ((path = path_at(quote)) != NULL)
			add(MKDIR)->path = path;
	} else if (strncmp(s, "unlink", 6) == 0 && quote != NULL) {
		if ((path = path_at(quote)) != NULL)
			add(UNLINK)->path = path;
	} else {
		static const struct {
			const char *name;
			enum kind kind;
		} on_fd[] = {
			{ "close(", CLOSE }, { "write(", WRITE },
			{ "pwrite64(", PWRITE }, { "fsync(", SYNC },
			{ "fdatasync(", DATASYNC }, { "syncfs(", SYNCFS },
		};
		size_t i;

		for (i = 0; i < sizeof on_fd / sizeof *on_fd; i++) {
			if (strncmp(s, on_fd[i].name,
			    strlen(on_fd[i].name)) != 0)
				continue;
			c = add(on_fd[i].kind);
			c->fd = (int)strtol(strchr(s, '(') + 1, NULL, 10);
			c->size = r;
			if (c->kind == PWRITE) {
				const char *end = strstr(s, ") = ");

				while (end != NULL && end > s && *end != ',')
					end--;
				c->offset = end ? strtol(end + 1, NULL, 10) : 0;
			}
		}
	}
}

static void
do_call(const struct call *c)
{
	static char bytes[1 << 20];
	int fd = c->fd >= 0 && c->fd < 4096 ? fds[c->fd] : -1;

	switch (c->kind) {
	case OPEN:
		if (fds[c->fd] >= 0)
			close(fds[c->fd]);
		fds[c->fd] = open(c->path, c->flags, 0600);
		break;
	case CLOSE:
		if (fd >= 0)
			close(fd);
		fds[c->fd] = -1;
		break;
	case WRITE:
		if (fd >= 0 && write(fd, bytes, (size_t)c->size) < 0)
			perror("write");
		break;
	case PWRITE:
		if (fd >= 0 && pwrite(fd, bytes, (size_t)c->size,
		    c->offset) < 0)
			perror("pwrite");
		break;
	case RENAME:
		rename(c->path, c->to);
		break;
	case LINK:
		(void)!link(c->path, c->to);
		break;
	case UNLINK:
		unlink(c->path);
		break;
	case MKDIR:
		mkdir(c->path, 0700);
		break;
	case SYNC:
		if (fd >= 0)
			fsync(fd);
		break;
	case DATASYNC:
		if (fd >= 0)
			fdatasync(fd);
		break;
	case SYNCFS:
		if (fd >= 0)
			syncfs(fd);
		break;
	}
}

int
main(int argc, char **argv)
{
	static char line[1 << 16];
	int64_t start;
	size_t i;
	FILE *f;

	if (argc != 4 || (f = fopen(argv[1], "r")) == NULL)
		return 2;
	from = argv[2];
	into = argv[3];
	while (fgets(line, sizeof line, f) != NULL)
		read_line(line);
	fclose(f);
	memset(fds, 0xff, sizeof fds);
	start = clock_mono();
	for (i = 0; i < n_calls; i++)
		do_call(&calls[i]);
	printf("%.4f\n", (double)(clock_mono() - start) / 1e9);
	return 0;
}

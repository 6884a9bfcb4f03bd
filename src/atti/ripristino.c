/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/ripristino.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "registro/salvataggi.h"

#define FORMA "cartella ripristino 1\n"

int
ripristino_apri(const char *dir, const struct numeri_aperti *x, int n)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int i;

	buf_puts(&b, FORMA);
	for (i = 0; i < n; i++)
		buf_printf(&b, "%04d %07d %07d\n", x[i].anno, x[i].dal,
		    x[i].al);
	return file_put_synced(arena_printf(a, "%s/" RIPRISTINO_FILE, dir),
	    b.data, b.len, 0600);
}

/* Those of the file. */
static int
read_file(struct numeri_aperti **out, int *n, struct arena *a,
    const char *path)
{
	struct numeri_aperti *list = NULL, x;
	int r, used = 0, cap = 0, len = 0;
	AUTO_BUF b = { 0 };
	const char *at;

	if ((r = file_read(&b, path, 4096)) != 0)
		return r;
	at = buf_str(&b) + strlen(FORMA);
	if (strncmp(buf_str(&b), FORMA, strlen(FORMA)) != 0)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	for (; *at != '\0'; at += len, len = 0) {
		if (sscanf(at, "%4d %7d %7d\n%n", &x.anno, &x.dal, &x.al,
		    &len) != 3 || len == 0)
			return err_set(ERR_FAULT, "%s: non ha la sua forma",
			    path);
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = x;
	}
	*out = list;
	*n = used;
	return 0;
}

int
ripristino_leggi(struct numeri_aperti **out, int *n, struct arena *a,
    const struct store *st)
{
	struct numeri_aperti *list = NULL;
	int r, i, count = 0, kept = 0;

	*n = 0;
	*out = NULL;
	r = read_file(&list, &count, a, store_path(a, st, RIPRISTINO_FILE));
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	for (i = 0; i < count; i++) {
		if ((r = registro_perduti(st->registro, list[i].anno,
		    list[i].dal, list[i].al)) < 0)
			return r;
		if (r == 0)
			list[kept++] = list[i];
	}
	*out = list;
	*n = kept;
	return 0;
}

int
ripristino_aperto(const struct store *st)
{
	AUTO(arena) a = arena_new();
	const char *path = store_path(a, st, RIPRISTINO_FILE);
	struct numeri_aperti *list;
	int r, n;

	if (!file_exists(path))
		return 0;
	if ((r = ripristino_leggi(&list, &n, a, st)) != 0)
		return r;
	if (n == 0)
		(void)!unlink(path);
	return n > 0;
}

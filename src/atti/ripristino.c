/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/ripristino.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

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

int
ripristino_leggi(struct numeri_aperti **out, int *n, struct arena *a,
    const char *dir)
{
	const char *path = arena_printf(a, "%s/" RIPRISTINO_FILE, dir), *at;
	struct numeri_aperti *list = NULL, x;
	AUTO_BUF b = { 0 };
	int r, used = 0, cap = 0, len = 0;

	*out = NULL;
	*n = 0;
	if ((r = file_read(&b, path, 4096)) != 0) {
		if (r == ERR_ABSENT)
			err_clear();
		return r == ERR_ABSENT ? 0 : r;
	}
	at = buf_str(&b) + strlen(FORMA);
	if (strncmp(buf_str(&b), FORMA, strlen(FORMA)) != 0)
		return err_set(ERR_FAULT, "%s: non ha la sua forma", path);
	for (; *at != '\0'; at += len) {
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

bool
ripristino_aperto(const char *dir)
{
	AUTO(arena) a = arena_new();

	return file_exists(arena_printf(a, "%s/" RIPRISTINO_FILE, dir));
}

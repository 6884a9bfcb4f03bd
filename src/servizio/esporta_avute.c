/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta_avute.c - the PDFs of an earlier export, by the ODT each was made of:
 * what has not changed since is not converted again, nor what an export that
 * was cut short had made already.
 *
 * Refuses a PDF with other bytes than its list says.  Keeps: a name leads to no
 * file outside the export; whether the list is true is for who names it to say.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "servizio/esporta.h"

#define PDF_MAX ((size_t)128 * 1024 * 1024)	/* bytes of one */

struct avuta {
	const char *fonte, *impronta, *rel;
};

struct avute {
	struct arena *a;
	const char *dir;
	struct avuta *x;
	int n, cap;
};

static int
by_source(const void *x, const void *y)
{
	return strcmp(((const struct avuta *)x)->fonte,
	    ((const struct avuta *)y)->fonte);
}

/* "<fonte> <impronta> <file>"; the last one may be cut short. */
static void
take_line(struct avute *av, const char *line, size_t n)
{
	const size_t head = 2 * (IMPRONTA_LEN + 1);
	char *s = arena_strndup(av->a, line, n);
	struct avuta x = { s, s + IMPRONTA_LEN + 1, s + head };

	if (n < head + 2 || s[n - 1] != '\n' || strlen(s) != n ||
	    s[IMPRONTA_LEN] != ' ' || s[head - 1] != ' ')
		return;
	s[IMPRONTA_LEN] = s[head - 1] = s[n - 1] = '\0';
	if (!hash_valid(x.fonte) || !hash_valid(x.impronta) ||
	    !file_path_valid(x.rel) ||
	    strncmp(x.rel, ESPORTA_PDF, strlen(ESPORTA_PDF)) != 0)
		return;
	av->x = arena_more(av->a, av->x, av->n, &av->cap, sizeof *av->x);
	av->x[av->n++] = x;
}

int
avute_leggi(struct avute **out, const char *dir)
{
	AUTO(avute) av = calloc(1, sizeof *av);
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	FILE *f;

	if (av == NULL)
		abort();
	av->a = arena_new();
	av->dir = arena_strdup(av->a, dir);
	f = fopen(arena_printf(av->a, "%s/%s", dir, ESPORTA_FONTI), "re");
	if (f == NULL)
		return err_set(ERR_INVALID, "%s non è un'esportazione con i "
		    "suoi PDF: manca %s", dir, ESPORTA_FONTI);
	while ((n = getline(&line, &cap, f)) > 0)
		take_line(av, line, (size_t)n);
	free(line);
	fclose(f);
	if (av->n > 0)
		qsort(av->x, (size_t)av->n, sizeof *av->x, by_source);
	*out = MOVE(av);
	return 0;
}

void
avute_free(struct avute *av)
{
	if (av == NULL)
		return;
	arena_free(av->a);
	free(av);
}

int
avute_cerca(struct buf *out, const struct avute *av, const char *fonte)
{
	struct avuta wanted = { .fonte = fonte }, *x;
	char impronta[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = -1;

	if (av->n == 0 || (x = bsearch(&wanted, av->x, (size_t)av->n,
	    sizeof *x, by_source)) == NULL)
		return 0;
	fd = open(arena_printf(a, "%s/%s", av->dir, x->rel),
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return 0;
	if (file_read_fd(out, fd, PDF_MAX) != 0) {
		err_clear();
		return 0;
	}
	hash_hex(impronta, out->data, out->len);
	return strcmp(impronta, x->impronta) == 0 ? 1 : 0;
}

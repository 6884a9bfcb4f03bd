/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * manifesto_export.c - SHA256SUMS of an export: every file, in one order, so
 * that it is held against the directory line by line, without memory of
 * either.
 *
 * Refuses: links, devices, names with anything but letters, digits and -_.;
 * a file that is missing, one too many, other bytes.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "servizio/esporta.h"

#define LIVELLI 24		/* directories below one another */

struct giro {
	const char *dir;
	file_fn *fn;
	void *arg;
};

static bool
plain(const char *nome)
{
	return nome[strspn(nome, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_.")] == '\0';
}

static int
walk(const struct giro *g, const char *below, int livello)
{
	AUTO(arena) a = arena_new();
	const char *rel, *path;
	struct stat st;
	char **names;
	int r;

	if (livello > LIVELLI)
		return err_set(ERR_INVALID, "%s: troppo in fondo", below);
	if ((r = dir_list(&names, a, arena_printf(a, "%s/%s", g->dir,
	    below))) != 0)
		return r;
	for (; *names != NULL; names++) {
		rel = arena_printf(a, "%s%s%s", below, below[0] ? "/" : "",
		    *names);
		path = arena_printf(a, "%s/%s", g->dir, rel);
		if (!plain(*names))
			return err_set(ERR_INVALID, "%s: un nome così non è di "
			    "un'esportazione", rel);
		if (lstat(path, &st) != 0)
			return err_sys("%s", path);
		if (S_ISDIR(st.st_mode))
			r = walk(g, rel, livello + 1);
		else if (!S_ISREG(st.st_mode))
			r = err_set(ERR_INVALID, "%s: non è un file né una "
			    "directory", rel);
		else
			r = g->fn(g->arg, rel, path);
		if (r != 0)
			return r;
	}
	return 0;
}

int
esporta_cammina(const char *dir, file_fn *fn, void *arg)
{
	struct giro g = { dir, fn, arg };

	return walk(&g, "", 0);
}

static int
hash_file(char impronta[IMPRONTA_LEN + 1], const char *rel, const char *path)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_CLOEXEC);

	return fd < 0 ? err_sys("%s", rel) : hash_fd(impronta, fd);
}

/* ---- written ---- */

struct scrittura {
	struct foglio *f;
	const struct ascolto *l;
	int64_t n;
};

static int
write_line(void *arg, const char *rel, const char *path)
{
	char impronta[IMPRONTA_LEN + 1];
	struct scrittura *s = arg;
	int r;

	/* it is being written */
	if (strcmp(rel, ESPORTA_MANIFESTO ".nuovo") == 0)
		return 0;
	if ((r = hash_file(impronta, rel, path)) != 0)
		return r;
	foglio_printf(s->f, "%s  %s\n", impronta, rel);
	if (s->l->avanzamento != NULL)
		s->l->avanzamento(s->l->arg, "file riletti", ++s->n, 0);
	return 0;
}

int
manifesto_scrivi(char impronta[IMPRONTA_LEN + 1], const char *dir,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	const char *new = arena_printf(a, "%s/%s.nuovo", dir,
	    ESPORTA_MANIFESTO);
	const char *path = arena_printf(a, "%s/%s", dir, ESPORTA_MANIFESTO);
	struct uscita u = { .dir = dir, .l = &(struct ascolto){ 0 } };
	struct scrittura s = { .l = l };
	AUTO(foglio) f = NULL;
	int r;

	if ((r = foglio_open(&f, &u, ESPORTA_MANIFESTO ".nuovo")) != 0)
		return r;
	s.f = f;
	if ((r = esporta_cammina(dir, write_line, &s)) != 0 ||
	    (r = foglio_end(&f)) != 0 || (r = file_sync_all(dir)) != 0)
		return r;
	/* last: without it what stands here is no export */
	if (rename(new, path) != 0)
		return err_sys("%s", path);
	if ((r = file_sync_all(dir)) != 0)
		return r;
	return hash_file(impronta, ESPORTA_MANIFESTO, path);
}

/* ---- held against what is there ---- */

struct controllo {
	FILE *f;
	char *line;
	size_t cap;
	const struct ascolto *l;
	int64_t n;
};

/* The next name of the manifesto, its impronta in front; NULL: no more. */
static int
next_line(const char **rel, struct controllo *c)
{
	ssize_t n = getline(&c->line, &c->cap, c->f);

	*rel = NULL;
	if (n < 0)
		return ferror(c->f) ? err_sys(ESPORTA_MANIFESTO) : 0;
	if (n < IMPRONTA_LEN + 4 || c->line[n - 1] != '\n' ||
	    strlen(c->line) != (size_t)n ||
	    strncmp(c->line + IMPRONTA_LEN, "  ", 2) != 0)
		return err_set(ERR_INVALID, ESPORTA_MANIFESTO ", riga %lld: "
		    "non è di un manifesto", (long long)c->n + 1);
	c->line[n - 1] = '\0';
	c->line[IMPRONTA_LEN] = '\0';
	if (!hash_valid(c->line))
		return err_set(ERR_INVALID, ESPORTA_MANIFESTO ", riga %lld: "
		    "non comincia con un'impronta", (long long)c->n + 1);
	*rel = c->line + IMPRONTA_LEN + 2;
	return 0;
}

/* The order in which directories are walked: that of bytes, with "/" before
 * them all. */
static int
order(const char *x, const char *y)
{
	for (; *x == *y && *x != '\0'; x++, y++)
		continue;
	if (*x == *y)
		return 0;
	if (*x == '/' || *y == '/')
		return *x == '/' ? (*y == '\0' ? 1 : -1) :
		    (*x == '\0' ? -1 : 1);
	return (unsigned char)*x < (unsigned char)*y ? -1 : 1;
}

static int
check_file(void *arg, const char *rel, const char *path)
{
	char impronta[IMPRONTA_LEN + 1];
	struct controllo *c = arg;
	const char *wanted;
	int r;

	if (strcmp(rel, ESPORTA_MANIFESTO) == 0)
		return 0;
	if ((r = next_line(&wanted, c)) != 0)
		return r;
	if (wanted == NULL || order(rel, wanted) < 0)
		return err_set(ERR_INVALID, "%s: c'è, e il manifesto non lo "
		    "nomina", rel);
	if (strcmp(rel, wanted) != 0)
		return err_set(ERR_INVALID, "%.200s: è nel manifesto e non c'è "
		    "(o il manifesto non è nel suo ordine)", wanted);
	if ((r = hash_file(impronta, rel, path)) != 0)
		return r;
	if (strcmp(impronta, c->line) != 0)
		return err_set(ERR_INVALID, "%s: ha altri byte di quelli del "
		    "manifesto", rel);
	c->n++;
	if (c->l->avanzamento != NULL)
		c->l->avanzamento(c->l->arg, "file controllati", c->n, 0);
	return 0;
}

static int
check_all(struct controllo *c, const char *dir)
{
	const char *left;
	int r;

	if ((r = esporta_cammina(dir, check_file, c)) != 0 ||
	    (r = next_line(&left, c)) != 0)
		return r;
	return left == NULL ? 0 : err_set(ERR_INVALID, "%.200s: è nel "
	    "manifesto e non c'è", left);
}

int
manifesto_controlla(int64_t *n, const char *dir, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "%s/%s", dir, ESPORTA_MANIFESTO);
	struct controllo c = { .l = l };
	int r;

	if (!file_exists(path))
		return err_set(ERR_INVALID, "%s non è un'esportazione, o è "
		    "stata interrotta: manca %s", dir, ESPORTA_MANIFESTO);
	if ((c.f = fopen(path, "re")) == NULL)
		return err_sys("%s", path);
	r = check_all(&c, dir);
	fclose(c.f);
	free(c.line);
	*n = c.n;
	return r;
}

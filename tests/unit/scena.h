/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scena.h - a folder in a temporary directory and what the tests of archivio
 * do with it; included once by a test file.
 */
#ifndef SCENA_H
#define SCENA_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archivio/archivio.h"
#include "base/file.h"
#include "base/process.h"

/* not every test file uses all of it */
#pragma GCC diagnostic ignored "-Wunused-function"

static const struct git_author author = {
	.nome = "Operatore 7", .email = "op7@ente.invalid",
	.ora = 1790000000, .offset = 7200,
};

struct scene {
	struct arena *a;
	char *top, *path;
	struct folder *f;
	char head[COMMIT_LEN + 1];
	/* of those that look for defects (scena_controllo.h) */
	struct buf told;	/* "place: what" of each defect, a line each */
	int defects, unreachable;
	struct folder_tags tags;	/* it must have */
};

static int
setup_at(void **state, const char *name)
{
	struct scene *s = calloc(1, sizeof *s);

	s->a = arena_new();
	assert_int_equal(archivio_init(), 0);
	assert_int_equal(dir_temporary(&s->top, s->a), 0);
	s->path = arena_printf(s->a, "%s/%s", s->top, name);
	assert_int_equal(folder_create(s->path), 0);
	assert_int_equal(folder_open(&s->f, s->path), 0);
	*state = s;
	return 0;
}

static int
setup(void **state)
{
	return setup_at(state, "cartella");
}

static int
setup_bare(void **state)
{
	return setup_at(state, "2026.git");
}

static int
teardown(void **state)
{
	struct scene *s = *state;

	if (s == NULL)
		return 0;	/* there was no setup */
	folder_close(s->f);
	assert_int_equal(dir_remove(s->top), 0);
	buf_free(&s->told);
	arena_free(s->a);
	free(s);
	return 0;
}

/* ---- the real git ---- */

static int
git_in(struct scene *s, struct buf *out, const char *where,
    const char *const arg[])
{
	static const char *const env[] = {
		"PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C.UTF-8",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
		"GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x",
		"GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x", NULL
	};
	const char *argv[20] = { "/usr/bin/git", "-C", where };
	struct process p = { .argv = argv, .envp = env, .out_max = 1 << 20,
	    .seconds = 60 };
	AUTO_BUF err = { 0 };
	size_t n = 3;
	int r;

	for (; *arg != NULL; arg++)
		argv[n++] = *arg;
	r = process_run(out, &err, &p);
	if (r != 0)
		print_message("# git %s: %d %s %s\n", argv[3], r,
		    buf_str(&err), buf_str(out));
	(void)s;
	return r;
}

/* git must succeed; its words, without the last newline, in the arena. */
#define git(s, ...) \
	git_words(s, (s)->path, (const char *const[]){ __VA_ARGS__, NULL })

static char *
git_words(struct scene *s, const char *where, const char *const arg[])
{
	AUTO_BUF out = { 0 };

	assert_int_equal(git_in(s, &out, where, arg), 0);
	if (out.len > 0 && out.data[out.len - 1] == '\n')
		out.data[--out.len] = '\0';
	return arena_strdup(s->a, buf_str(&out));
}

/* ---- acts ---- */

static struct stage *
stage(struct scene *s)
{
	return stage_new(s->f, s->head);
}

static void
put(struct stage *g, const char *path, const char *text)
{
	assert_int_equal(stage_put(g, path, text, strlen(text)), 0);
}

/* Commits, publishes and shows what is staged, and frees it. */
static void
publish(struct scene *s, struct stage *g)
{
	char next[COMMIT_LEN + 1];

	if (stage_commit(next, g, &author, "atto") != 0)
		fail_msg("%s", err_msg());
	stage_free(g);
	assert_int_equal(folder_move(s->f, s->head, next), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false), 0);
	memcpy(s->head, next, sizeof next);
}

static void
one_act(struct scene *s)
{
	struct stage *g = stage(s);

	put(g, "cartella.xml", "<cartella/>\n");
	put(g, "diario/2026/00/0001.xml", "<nota>prima</nota>\n");
	put(g, "diario/2026/00/0002.xml", "<nota>seconda</nota>\n");
	publish(s, g);
}

static char *
on_disk(struct scene *s, const char *path)
{
	AUTO_BUF b = { 0 };
	int r = file_read(&b, arena_printf(s->a, "%s/%s", s->path, path),
	    1 << 20);

	if (r != 0 && r != ERR_ABSENT)
		fail_msg("%s: %s", path, err_msg());
	return r == 0 ? arena_strdup(s->a, buf_str(&b)) : NULL;
}

static int
gather(void *arg, const char *path, const void *p, size_t n)
{
	buf_printf(arg, "%s=%.*s;", path, (int)n, (const char *)p);
	return 0;
}

static int
stop(void *arg, const char *path, const void *p, size_t n)
{
	(void)p, (void)n, (void)path;
	return ++*(int *)arg == 2 ? 42 : 0;
}

static char *
object_path(struct scene *s, const char *id)
{
	return arena_printf(s->a, "%s/.git/objects/%.2s/%s", s->path, id,
	    id + 2);
}

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scena_controllo.h - a small folder, what the check says of it, and what it
 * must have; included once by a test file.
 */
#ifndef SCENA_CONTROLLO_H
#define SCENA_CONTROLLO_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "archivio/archivio.h"
#include "base/file.h"
#include "base/process.h"

/* not every test file uses all of it */
#pragma GCC diagnostic ignored "-Wunused-function"

#define NOBODY "0123456789012345678901234567890123456789"

#ifdef SAN
/* An altered pack may ask libgit2 for more memory than there is. */
const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}
#endif

struct scene {
	struct arena *a;
	char *top, *path;
	struct folder *f;
	char head[COMMIT_LEN + 1];
	struct buf told;	/* "place: what" of each defect, a line each */
	int defects, unreachable;
	struct folder_tags tags;	/* it must have */
};

static void
commit(struct scene *s, const char *path, const char *text, bool published)
{
	static const struct git_author author = { "Operatore 7", "op7@ente",
	    1790000000, 7200 };
	AUTO(stage) g = stage_new(s->f, s->head);
	char next[COMMIT_LEN + 1];

	assert_int_equal(stage_put(g, path, text, strlen(text)), 0);
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	if (!published)
		return;
	assert_int_equal(folder_move(s->f, s->head, next), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false), 0);
	memcpy(s->head, next, sizeof next);
}

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
	commit(s, "cartella.xml", "<cartella>aaaaaaaaaaaaaaaa</cartella>\n",
	    true);
	commit(s, "diario/00/0001.xml", "<nota>una nota</nota>\n", true);
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

static void
tell(void *arg, const char *place, const char *what)
{
	struct scene *s = arg;

	s->defects++;
	assert_string_not_equal(what, "");
	buf_printf(&s->told, "%s: %s\n", place, what);
}

static int
check_with(struct scene *s, struct folder *f, const char *head)
{
	s->defects = 0;
	s->unreachable = -1;
	buf_clear(&s->told);
	buf_puts(&s->told, "");
	return folder_check(f, head, &s->tags, tell, s, &s->unreachable);
}

/* With a folder opened anew; one that does not open counts as a defect. */
static void
check(struct scene *s)
{
	AUTO(folder) f = NULL;

	if (folder_open(&f, s->path) != 0) {
		s->defects = 1;
		buf_clear(&s->told);
		buf_puts(&s->told, err_msg());
		return;
	}
	assert_int_equal(check_with(s, f, s->head), 0);
}

static void
sound(struct scene *s, int unreachable)
{
	check(s);
	if (s->defects != 0)
		fail_msg("%s", s->told.data);
	assert_int_equal(s->unreachable, unreachable);
}

/* Some defect, and its text holds `words`. */
static void
told(struct scene *s, const char *words)
{
	check(s);
	assert_int_not_equal(s->defects, 0);
	if (strstr(s->told.data, words) == NULL)
		fail_msg("\"%s\" not in: %s", words, s->told.data);
}

static char *
in(struct scene *s, const char *path)
{
	return arena_printf(s->a, "%s/%s", s->path, path);
}

static void
git(struct scene *s, const char *words)
{
	const char *argv[] = { "/bin/sh", "-c", arena_printf(s->a,
	    "cd '%s' && export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 "
	    "GIT_CONFIG_GLOBAL=/dev/null && git %s", s->path, words), NULL };
	struct process p = { .argv = argv, .out_max = 1 << 20,
	    .seconds = 60 };
	AUTO_BUF out = { 0 }, err = { 0 };

	if (process_run(&out, &err, &p) != 0)
		fail_msg("git %s: %s", words, buf_str(&err));
}

static char *
object_path(struct scene *s, const char *id)
{
	return arena_printf(s->a, "%s/.git/objects/%.2s/%s", s->path, id,
	    id + 2);
}

static void
write_byte(const char *path, size_t at, char c)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, &c, 1, (off_t)at), 1);
	close(fd);
}

/* ---- tags ---- */

/* The object alone; its id in the arena. */
static char *
tag_object(struct scene *s, const char *nome, const char *of)
{
	static const struct git_author author = { "sigillo", "sigillo@ente",
	    1790000000, 7200 };
	char id[COMMIT_LEN + 1];
	AUTO_BUF b = { 0 };

	assert_int_equal(tag_text(&b, nome, of, &author, "sigillo"), 0);
	buf_puts(&b, "-----BEGIN PGP SIGNATURE-----\n\niHUE\n"
	    "-----END PGP SIGNATURE-----\n");
	assert_int_equal(tag_id(id, b.data, b.len), 0);
	assert_int_equal(folder_tag_write(s->f, nome, b.data, b.len), 0);
	return arena_strdup(s->a, id);
}

/* Published and expected. */
static void
tag(struct scene *s, const char *nome, const char *of)
{
	struct tag_ref *list = arena_alloc(s->a,
	    (size_t)(s->tags.n + 1) * sizeof *list);

	if (s->tags.n > 0)
		memcpy(list, s->tags.tag, (size_t)s->tags.n * sizeof *list);
	list[s->tags.n] = (struct tag_ref){ nome, tag_object(s, nome, of),
	    arena_strdup(s->a, of) };
	s->tags.tag = list;
	assert_int_equal(folder_tag_set(s->f, nome, list[s->tags.n].id), 0);
	s->tags.n++;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif

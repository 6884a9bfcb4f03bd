/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scena_controllo.h - a small folder, what the check says of it, and what it
 * must have; included once by a test file.
 */
#ifndef SCENA_CONTROLLO_H
#define SCENA_CONTROLLO_H

#include "scena.h"

#include <fcntl.h>
#include <time.h>

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

/* An act, seen only if it is published. */
static void
commit(struct scene *s, const char *path, const char *text, bool published)
{
	struct stage *g = stage(s);
	char next[COMMIT_LEN + 1];

	put(g, path, text);
	if (published) {
		publish(s, g);
		return;
	}
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	stage_free(g);
}

static int
setup_two_acts_at(void **state, const char *name)
{
	struct scene *s;

	if (setup_at(state, name) != 0)
		return 1;
	s = *state;
	commit(s, "cartella.xml", "<cartella>aaaaaaaaaaaaaaaa</cartella>\n",
	    true);
	commit(s, "diario/00/0001.xml", "<nota>una nota</nota>\n", true);
	return 0;
}

static int
setup_two_acts(void **state)
{
	return setup_two_acts_at(state, "cartella");
}

static int
setup_two_acts_bare(void **state)
{
	return setup_two_acts_at(state, "2026.git");
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

/* By a shell, in the folder. */
static void
git_sh(struct scene *s, const char *words)
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
	static const struct git_author seal = { "sigillo", "sigillo@ente",
	    1790000000, 7200 };
	char id[COMMIT_LEN + 1];
	AUTO_BUF b = { 0 };

	assert_int_equal(tag_text(&b, nome, of, &seal, "sigillo"), 0);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, \
	setup_two_acts, teardown)

#endif

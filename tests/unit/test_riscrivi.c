/* SPDX-License-Identifier: EUPL-1.2 */
/* History written again; judged by the real git. */
#include "scena.h"

#define COMMITS 50
#define FIRST 10		/* holds the first of three versions */
#define PATH "relazioni/0001.xml"
#define WORD "zafferano"
#define NOBODY "0123456789012345678901234567890123456789"

static const char *const erased[] = { PATH };

/* ---- a story ---- */

static char commits[COMMITS][COMMIT_LEN + 1];

static void
commit_one(struct scene *s, int i)
{
	const struct git_author who = {
		.nome = arena_printf(s->a, "Operatore %d", i % 3),
		.email = arena_printf(s->a, "op%d@ente.invalid", i % 3),
		.ora = 1790000000 + i * 3600, .offset = i % 2 ? 3600 : 7200,
	};
	struct stage *g = stage(s);

	put(g, arena_printf(s->a, "diario/2026/%02d/%04d.xml", i / 20, i),
	    arena_printf(s->a, "<nota>%d</nota>\n", i));
	if (i % 5 == 0)
		put(g, "scheda.xml", arena_printf(s->a, "<scheda>%d"
		    "</scheda>\n", i));
	if (i % 10 == 0 && i >= FIRST && i < FIRST + 30)
		put(g, PATH, arena_printf(s->a, "<relazione>" WORD " %d"
		    "</relazione>\n", i));
	if (i == 3 || i == 45)
		put(g, "relazioni/0002.xml", arena_printf(s->a,
		    "<relazione>%d</relazione>\n", i));
	assert_int_equal(stage_commit(commits[i], g, &who, arena_printf(s->a,
	    "annota %d\n\nAtto: %d\n", i, i)), 0);
	stage_free(g);
	assert_int_equal(folder_move(s->f, s->head, commits[i]), 0);
	assert_int_equal(folder_refresh(s->f, s->head, commits[i], false), 0);
	memcpy(s->head, commits[i], sizeof commits[i]);
}

static int
setup_story(void **state)
{
	int i;

	setup(state);
	for (i = 0; i < COMMITS; i++)
		commit_one(*state, i);
	return 0;
}

static int
lapide(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	int *calls = arg;

	assert_string_equal(path, PATH);
	assert_non_null(memmem(p, n, WORD, strlen(WORD)));
	buf_printf(out, "<lapide n=\"%d\"/>\n", ++*calls);
	return 0;
}

/* Erases PATH and publishes that. */
static void
erase(struct scene *s, struct rewritten *out)
{
	int calls = 0;

	if (folder_rewrite(out, s->a, s->f, s->head, erased, 1, lapide,
	    &calls) != 0)
		fail_msg("%s", err_msg());
	assert_int_equal(calls, 3);
	assert_int_equal(folder_move(s->f, s->head, out->head), 0);
	assert_int_equal(folder_refresh(s->f, s->head, out->head, false), 0);
	memcpy(s->head, out->head, sizeof s->head);
}

static char *
told_of(struct scene *s, const char *commit)
{
	return git(s, "log", "--reverse", "--format=%an %ae %aI %cn %ce %cI "
	    "%B", commit);
}

/* ---- rewriting ---- */

static void
every_commit_once(void **state)
{
	struct scene *s = *state;
	char old[COMMIT_LEN + 1];
	struct rewritten w = { 0 };
	int i;

	memcpy(old, s->head, sizeof old);
	erase(s, &w);
	assert_int_equal(w.n, COMMITS - FIRST);
	for (i = 0; i < w.n; i++) {
		assert_string_equal(w.commit[i].prima, commits[FIRST + i]);
		assert_string_not_equal(w.commit[i].dopo, w.commit[i].prima);
	}
	assert_string_equal(w.commit[w.n - 1].dopo, s->head);
	assert_string_equal(git(s, "rev-parse", arena_printf(s->a, "%s^",
	    w.commit[0].dopo)), commits[FIRST - 1]);
	assert_string_equal(git(s, "rev-list", "--count", "main"), "50");
	assert_string_equal(told_of(s, old), told_of(s, "main"));
}

static void
other_files_as_they_were(void **state)
{
	struct scene *s = *state;
	struct rewritten w = { 0 };
	int i;

	erase(s, &w);
	for (i = 0; i < w.n; i++)
		assert_string_equal(git(s, "diff-tree", "-r", "--name-status",
		    w.commit[i].prima, w.commit[i].dopo), "M\t" PATH);
	/* a lapide for each version, in its time */
	assert_string_equal(git(s, "show", arena_printf(s->a, "%s:" PATH,
	    w.commit[9].dopo)), "<lapide n=\"1\"/>");
	assert_string_equal(git(s, "show", arena_printf(s->a, "%s:" PATH,
	    w.commit[10].dopo)), "<lapide n=\"2\"/>");
	assert_string_equal(git(s, "show", "main:" PATH),
	    "<lapide n=\"3\"/>");
	assert_string_equal(on_disk(s, PATH), "<lapide n=\"3\"/>\n");
}

static void
git_works_on_it(void **state)
{
	struct scene *s = *state;
	char *copy = arena_printf(s->a, "%s/copia", s->top);
	char *bundle = arena_printf(s->a, "%s/fascio", s->top);
	struct rewritten w = { 0 };
	AUTO_BUF b = { 0 };

	erase(s, &w);
	git(s, "fsck", "--strict", "--full");
	assert_int_equal(folder_purge(s->f, s->head), 0);
	git(s, "fsck", "--strict", "--full");
	git(s, "clone", "-q", s->path, copy);
	assert_string_equal(git(s, "-C", copy, "rev-list", "--count", "main"),
	    "50");
	git(s, "bundle", "create", "-q", bundle, "main");
	git(s, "bundle", "verify", "-q", bundle);
	git(s, "clone", "-q", bundle, arena_printf(s->a, "%s/altra", s->top));
	git(s, "gc", "-q");
	git(s, "fsck", "--strict", "--full");
	assert_int_equal(folder_read(&b, s->f, s->head, PATH), 0);
	assert_string_equal(b.data, "<lapide n=\"3\"/>\n");
	/* and it goes on */
	commit_one(s, 7);
	git(s, "fsck", "--strict", "--full");
}

/* Two files, one of which was a directory before; a second time the same. */
static int
stands_there(void *arg, struct buf *out, const char *path, const void *p,
    size_t n)
{
	buf_printf(arg, "%s=%.*s;", path, (int)n, (const char *)p);
	if (n > 0 && *(const char *)p == '<')
		buf_append(out, p, n);
	else
		buf_printf(out, "<lapide di=\"%s\"/>", path);
	return 0;
}

static void
places_of_two_kinds(void **state)
{
	static const char *const path[] = { "a", "a/b", "c/d/e" };
	struct scene *s = *state;
	struct rewritten w = { 0 }, again = { 0 };
	AUTO_BUF asked = { 0 };
	struct stage *g = stage(s);

	put(g, "a/b", "1");
	put(g, "c/d/e", "2");
	put(g, "c/d/f", "3");
	publish(s, g);
	g = stage(s);
	assert_int_equal(stage_remove(g, "a/b"), 0);
	put(g, "a", "4");
	publish(s, g);
	g = stage(s);
	assert_int_equal(stage_remove(g, "c/d/e"), 0);
	publish(s, g);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, path, 3,
	    stands_there, &asked), 0);
	assert_int_equal(w.n, 3);
	assert_non_null(strstr(asked.data, "a/b=1;"));
	assert_non_null(strstr(asked.data, "c/d/e=2;"));
	assert_non_null(strstr(asked.data, "a=4;"));
	assert_int_equal(folder_move(s->f, s->head, w.head), 0);
	git(s, "fsck", "--strict", "--full");
	assert_string_equal(git(s, "ls-tree", "-r", "--name-only", "main"),
	    "a\nc/d/f");
	assert_string_equal(git(s, "show", "main:a"), "<lapide di=\"a\"/>");
	assert_string_equal(git(s, "show", "main~2:a/b"),
	    "<lapide di=\"a/b\"/>");
	/* what fn leaves as it is moves nothing */
	assert_int_equal(folder_rewrite(&again, s->a, s->f, w.head, path, 3,
	    stands_there, &asked), 0);
	assert_int_equal(again.n, 0);
	assert_string_equal(again.head, w.head);
}

/* ---- refused ---- */

static int
refuses(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)arg, (void)path, (void)p, (void)n;
	buf_puts(out, "x");
	return 42;
}

static int
nothing(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)arg, (void)path, (void)p, (void)n, (void)out;
	return 0;
}

static void
rewriting_refused(void **state)
{
	static const char *const never[] = { PATH, "relazioni/0009.xml" };
	static const char *const dir[] = { "relazioni" };
	static const char *const git_dir[] = { ".git/config" };
	struct scene *s = *state;
	struct rewritten w = { .n = -7 };
	int calls = 0;

	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, never, 2,
	    lapide, &calls), ERR_ABSENT);
	assert_non_null(strstr(err_msg(), "relazioni/0009.xml"));
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, dir, 1,
	    lapide, &calls), ERR_ABSENT);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, git_dir, 1,
	    lapide, &calls), ERR_INVALID);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, "main", erased, 1,
	    lapide, &calls), ERR_INVALID);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, "", erased, 1,
	    lapide, &calls), ERR_INVALID);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, NOBODY, erased, 1,
	    lapide, &calls), ERR_FAULT);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, erased, 1,
	    refuses, NULL), 42);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, erased, 1,
	    nothing, NULL), ERR_INVALID);
	assert_int_equal(w.n, -7);
	assert_string_equal(git(s, "rev-parse", "main"), s->head);
}

static void
version_elsewhere_refused(void **state)
{
	struct scene *s = *state;
	struct rewritten w = { .n = -7 };
	struct stage *g = stage(s);
	int calls = 0;

	put(g, "allegata.xml", "<relazione>" WORD " 20</relazione>\n");
	publish(s, g);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, erased, 1,
	    lapide, &calls), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "allegata.xml"));
	assert_int_equal(w.n, -7);
}

/* A commit made by git from that text, with the tree of the head. */
static char *
strange_commit(struct scene *s, const char *lines)
{
	AUTO_BUF out = { 0 }, text = { 0 };
	const char *const argv[] = { "/usr/bin/git", "-C", s->path,
	    "hash-object", "-w", "-t", "commit", "--stdin", NULL };
	struct process p = { .argv = argv, .out_max = 100, .seconds = 60 };

	buf_printf(&text, "tree %s\nparent %s\n%s", git(s, "rev-parse",
	    "main^{tree}"), s->head, lines);
	p.in = text.data;
	p.in_len = text.len;
	assert_int_equal(process_run(&out, NULL, &p), 0);
	assert_int_equal(out.len, COMMIT_LEN + 1);
	return arena_strndup(s->a, out.data, COMMIT_LEN);
}

static void
strange_commits_refused(void **state)
{
	static const char *const who = "author x <x@x> 1790000000 +0000\n"
	    "committer x <x@x> 1790000000 +0000\n";
	struct scene *s = *state;
	const char *const lines[] = {
		arena_printf(s->a, "parent %s\n%s\nm\n", commits[3], who),
		arena_printf(s->a, "%sgpgsig -----BEGIN\n x\n\nm\n", who),
		arena_printf(s->a, "%sencoding latin1\n\nm\n", who),
	};
	struct rewritten w = { 0 };
	size_t i;
	int calls = 0;

	for (i = 0; i < NELEM(lines); i++)
		assert_int_equal(folder_rewrite(&w, s->a, s->f,
		    strange_commit(s, lines[i]), erased, 1, lapide, &calls),
		    ERR_FAULT);
	assert_int_equal(folder_rewrite(&w, s->a, s->f, strange_commit(s,
	    arena_printf(s->a, "%s\nm\n", who)), erased, 1, lapide, &calls),
	    0);
	assert_int_equal(w.n, COMMITS - FIRST + 1);
}

/* A version that is not there is nothing to erase: the folder is broken. */
static void
missing_version_refused(void **state)
{
	struct scene *s = *state;
	char *id = git(s, "rev-parse", arena_printf(s->a, "%s:" PATH,
	    commits[FIRST]));
	AUTO(folder) f = NULL;
	struct rewritten w = { 0 };
	int calls = 0;

	assert_int_equal(unlink(object_path(s, id)), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	assert_int_equal(folder_rewrite(&w, s->a, f, s->head, erased, 1,
	    lapide, &calls), ERR_FAULT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup_story, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_commit_once),
		TEST(other_files_as_they_were),
		TEST(git_works_on_it),
		cmocka_unit_test_setup_teardown(places_of_two_kinds, setup,
		    teardown),
		TEST(rewriting_refused),
		TEST(version_elsewhere_refused),
		TEST(strange_commits_refused),
		TEST(missing_version_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

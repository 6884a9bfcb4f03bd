/* SPDX-License-Identifier: EUPL-1.2 */
/* Git folders: made, written, published; judged by the real git. */
#include "scena.h"

/* Bytes this process has read of files. */
static long
bytes_read(void)
{
	FILE *f = fopen("/proc/self/io", "r");
	long n = -1;

	assert_non_null(f);
	assert_int_equal(fscanf(f, "rchar: %ld", &n), 1);
	fclose(f);
	return n;
}

/* ---- tests ---- */

/* The first of all: libgit2 starts once. */
static void
start_reads_no_certificate(void **state)
{
	struct stat st;
	long before;

	(void)state;
	if (stat("/etc/ssl/certs/ca-certificates.crt", &st) != 0)
		skip();
	before = bytes_read();
	assert_int_equal(archivio_init(), 0);
	assert_true(bytes_read() - before < st.st_size);
}

static void
empty_folder(void **state)
{
	struct scene *s = *state;
	char head[COMMIT_LEN + 1] = "x";
	struct folder *none = NULL;

	assert_int_equal(folder_head(head, s->f), 0);
	assert_string_equal(head, "");
	git(s, "fsck", "--strict");
	assert_string_equal(git(s, "symbolic-ref", "HEAD"), "refs/heads/main");
	assert_int_equal(folder_create(s->path), 0);
	assert_int_equal(folder_open(&none, s->top), ERR_ABSENT);
	assert_int_equal(folder_open(&none, arena_printf(s->a, "%s/x.git",
	    s->top)), ERR_ABSENT);
	assert_null(none);
}

static void
another_user(void **state)
{
	struct scene *s = *state;
	AUTO(folder) f = NULL;

	if (geteuid() != 0)
		skip();
	assert_int_equal(chown(arena_printf(s->a, "%s/.git", s->path), 12345,
	    12345), 0);
	assert_int_equal(folder_open(&f, s->path), ERR_FORBIDDEN);
	assert_null(f);
}

/* Half made by a crash: made whole by the next folder_create. */
static void
half_made(void **state)
{
	struct scene *s = *state;
	char *head = arena_printf(s->a, "%s/.git/HEAD", s->path);
	AUTO(folder) f = NULL;

	assert_int_equal(truncate(head, 0), 0);
	assert_int_equal(folder_create(s->path), 0);
	assert_string_equal(on_disk(s, ".git/HEAD"),
	    "ref: refs/heads/main\n");
	assert_int_equal(unlink(head), 0);
	assert_int_equal(folder_open(&f, s->path), ERR_ABSENT);
	assert_int_equal(folder_create(s->path), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
}

static void
git_agrees(void **state)
{
	struct scene *s = *state;
	char *copy = arena_printf(s->a, "%s/copia", s->top);

	one_act(s);
	git(s, "fsck", "--strict", "--full");
	assert_string_equal(git(s, "rev-parse", "HEAD"), s->head);
	assert_string_equal(git(s, "log", "--format=%an <%ae> %aI %cI %s"),
	    "Operatore 7 <op7@ente.invalid> 2026-09-21T16:13:20+02:00 "
	    "2026-09-21T16:13:20+02:00 atto");
	assert_string_equal(git(s, "show", "HEAD:diario/2026/00/0002.xml"),
	    "<nota>seconda</nota>");
	git(s, "clone", "-q", s->path, copy);
	assert_true(file_exists(arena_printf(s->a, "%s/cartella.xml", copy)));
}

static void
bare_folder(void **state)
{
	struct scene *s = *state;

	assert_true(folder_bare(s->f));
	one_act(s);
	git(s, "fsck", "--strict", "--full");
	assert_string_equal(git(s, "rev-parse", "main"), s->head);
	assert_null(on_disk(s, "cartella.xml"));
}

/* The tree must be the one git makes of the visible files. */
static void
tree_as_git(struct scene *s)
{
	git(s, "add", "-A");
	assert_string_equal(git(s, "write-tree"),
	    git(s, "rev-parse", arena_printf(s->a, "%s^{tree}", s->head)));
	assert_int_equal(unlink(arena_printf(s->a, "%s/.git/index",
	    s->path)), 0);
}

static void
trees_as_git(void **state)
{
	static const char *const name[] = {
		"a", "a-b", "a.b", "b/c", "b/c0", "b-c", "b.d", "b0",
		"c/d/e/f", "c/d/e-", "c/d.e", "è/ù", "z z"
	};
	struct scene *s = *state;
	struct stage *g = stage(s);
	size_t i;

	for (i = 0; i < NELEM(name); i++)
		put(g, name[NELEM(name) - 1 - i], name[i]);
	put(g, "vuoto", "");
	put(g, "a", "due volte: vale l'ultima");
	publish(s, g);
	tree_as_git(s);
	assert_string_equal(on_disk(s, "a"), "due volte: vale l'ultima");

	g = stage(s);			/* a file becomes a directory */
	assert_int_equal(stage_remove(g, "a"), 0);
	put(g, "a/nuovo", "1");
	assert_int_equal(stage_remove(g, "c/d/e/f"), 0);
	publish(s, g);
	tree_as_git(s);
	assert_null(on_disk(s, "c/d/e/f"));
	assert_false(dir_exists(arena_printf(s->a, "%s/c/d/e", s->path)));

	g = stage(s);			/* and a directory a file */
	put(g, "a", "ancora un file");
	assert_int_equal(stage_remove(g, "a/nuovo"), 0);
	publish(s, g);
	tree_as_git(s);
	assert_string_equal(on_disk(s, "a"), "ancora un file");

	g = stage(s);			/* nothing left */
	for (i = 0; i < NELEM(name); i++)
		if (strcmp(name[i], "c/d/e/f") != 0)
			assert_int_equal(stage_remove(g, name[i]), 0);
	assert_int_equal(stage_remove(g, "vuoto"), 0);
	publish(s, g);
	tree_as_git(s);
}

static void
big_and_many(void **state)
{
	struct scene *s = *state;
	struct stage *g = stage(s);
	size_t n = 3 << 20, i;
	char *big = arena_alloc(s->a, n), path[64];
	AUTO_BUF b = { 0 };

	for (i = 0; i < n; i++)
		big[i] = (char)(rand() % 251);
	assert_int_equal(stage_put(g, "grande.bin", big, n), 0);
	for (i = 0; i < 300; i++) {
		snprintf(path, sizeof path, "atti/%02zu/%04zu.xml", i / 100,
		    i);
		put(g, path, path);
	}
	publish(s, g);
	tree_as_git(s);
	git(s, "fsck", "--strict");
	assert_int_equal(folder_read(&b, s->f, s->head, "grande.bin"), 0);
	assert_true(b.len == n && memcmp(b.data, big, n) == 0);
}

static void
paths_refused(void **state)
{
	static const char *const bad[] = {
		"", "/", "/a", "a/", "a//b", ".", "..", "a/..", "../a",
		".git", ".git/config", "a/.GIT/x", "a/.Git", "a\nb", "a\tb",
		"\xff", "a/\xc0\x80",
	};
	struct scene *s = *state;
	AUTO(stage) g = stage(s);
	AUTO_BUF deep = { 0 };
	size_t i;

	for (i = 0; i < NELEM(bad); i++) {
		assert_int_equal(stage_put(g, bad[i], "x", 1), ERR_INVALID);
		assert_int_equal(stage_remove(g, bad[i]), ERR_INVALID);
	}
	for (i = 0; i < 32; i++)
		buf_puts(&deep, "a/");
	buf_puts(&deep, "a");
	assert_int_equal(stage_put(g, deep.data, "x", 1), ERR_INVALID);
	assert_int_equal(stage_put(g, ".gitignore", "x", 1), 0);
}

static int
try(struct scene *s, const char *first, const char *second, bool remove)
{
	char out[COMMIT_LEN + 1] = "intatto";
	AUTO(stage) g = stage(s);
	int r;

	if (first != NULL)
		put(g, first, "x");
	if (remove)
		assert_int_equal(stage_remove(g, second), 0);
	else
		put(g, second, "x");
	r = stage_commit(out, g, &author, "atto");
	if (r != 0)
		assert_string_equal(out, "intatto");
	return r;
}

static void
commits_refused(void **state)
{
	struct scene *s = *state;

	one_act(s);
	assert_int_equal(try(s, NULL, "diario", false), ERR_INVALID);
	assert_int_equal(try(s, NULL, "cartella.xml/x", false), ERR_INVALID);
	assert_int_equal(try(s, "n", "n/x", false), ERR_INVALID);
	assert_int_equal(try(s, NULL, "assente.xml", true), ERR_ABSENT);
	assert_int_equal(try(s, NULL, "diario", true), ERR_ABSENT);
	assert_int_equal(try(s, NULL, "nuovo/assente", true), ERR_ABSENT);
	assert_int_equal(try(s, "nuovo/a", "nuovo/b", false), 0);
}

static void
authors_refused(void **state)
{
	static const struct git_author bad[] = {
		{ "", "a@b", 1, 0 }, { "a", "", 1, 0 }, { "a<b", "a@b", 1, 0 },
		{ "a", "a>b", 1, 0 }, { "a\nb", "a@b", 1, 0 },
		{ "a", "a\nb", 1, 0 }, { "\xff", "a@b", 1, 0 },
		{ "a", "a@b", -1, 0 }, { "a", "a@b", 1, 90000 },
	};
	struct scene *s = *state;
	AUTO(stage) g = stage(s);
	char out[COMMIT_LEN + 1];
	size_t i;

	put(g, "a", "a");
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(stage_commit(out, g, &bad[i], "atto"),
		    ERR_INVALID);
	assert_int_equal(stage_commit(out, g, &author, ""), ERR_INVALID);
	assert_int_equal(stage_commit(out, g, &author, "\xff"), ERR_INVALID);
	assert_int_equal(stage_commit(out, g, &author, "atto"), 0);
}

static void
moves(void **state)
{
	struct scene *s = *state;
	char a[COMMIT_LEN + 1], b[COMMIT_LEN + 1], head[COMMIT_LEN + 1];
	static const char none[] = "0123456789012345678901234567890123456789";
	AUTO(stage) g = stage(s);

	put(g, "a", "a");
	assert_int_equal(stage_commit(a, g, &author, "primo"), 0);
	assert_int_equal(stage_commit(b, g, &author, "altro"), 0);
	assert_int_equal(folder_head(head, s->f), 0);
	assert_string_equal(head, "");	/* nothing has moved yet */

	assert_int_equal(folder_move(s->f, b, a), ERR_BUSY);
	assert_int_equal(folder_move(s->f, "", a), 0);
	assert_int_equal(folder_move(s->f, "", a), 0);
	assert_int_equal(folder_move(s->f, "", b), ERR_BUSY);
	assert_int_equal(folder_move(s->f, none, b), ERR_BUSY);
	assert_int_equal(folder_move(s->f, a, none), ERR_FAULT);
	assert_int_equal(folder_move(s->f, a, "main"), ERR_INVALID);
	assert_int_equal(folder_move(s->f, a, ""), ERR_INVALID);
	assert_int_equal(folder_head(head, s->f), 0);
	assert_string_equal(head, a);
	assert_int_equal(folder_move(s->f, a, b), 0);
	assert_string_equal(git(s, "rev-parse", "main"), b);
}

static void
strange_branch(void **state)
{
	struct scene *s = *state;
	char *ref = arena_printf(s->a, "%s/.git/refs/heads/main", s->path);
	char *packed = arena_printf(s->a, "%s/.git/packed-refs", s->path);
	char head[COMMIT_LEN + 1], strange[COMMIT_LEN + 1] = "";

	one_act(s);
	strange[COMMIT_LEN] = '\n';
	assert_int_equal(file_put(ref, "boh\n", 4, 0600), 0);
	assert_int_equal(folder_head(head, s->f), ERR_FAULT);
	assert_int_equal(folder_move(s->f, "", s->head), ERR_FAULT);
	memset(strange, 'z', COMMIT_LEN);
	assert_int_equal(file_put(ref, strange, sizeof strange, 0600), 0);
	assert_int_equal(folder_head(head, s->f), ERR_FAULT);
	/* created and not yet written, then a crash */
	assert_int_equal(truncate(ref, 0), 0);
	assert_int_equal(folder_head(head, s->f), 0);
	assert_string_equal(head, "");
	assert_int_equal(folder_move(s->f, "", s->head), 0);
	git(s, "fsck", "--strict");
	/* packed away by another program: never taken for "no commit" */
	git(s, "pack-refs", "--all");
	assert_true(file_exists(packed));
	assert_int_equal(folder_head(head, s->f), ERR_FAULT);
	assert_int_equal(folder_move(s->f, "", s->head), ERR_FAULT);
}

/* An act cut short, then a power failure: its objects are empty files under
 * right names.  The same act done again must not trust them. */
static void
empty_objects_not_trusted(void **state)
{
	struct scene *s = *state;
	char first[COMMIT_LEN + 1], again[COMMIT_LEN + 1], *blob, *path;
	AUTO(stage) g = stage(s);

	put(g, "a/b.xml", "testo");
	assert_int_equal(stage_commit(first, g, &author, "atto"), 0);
	blob = git(s, "rev-parse", arena_printf(s->a, "%s:a/b.xml", first));
	path = object_path(s, blob);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(truncate(path, 0), 0);
	path = object_path(s, first);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(truncate(path, 20), 0);

	assert_int_equal(stage_commit(again, g, &author, "atto"), 0);
	assert_string_equal(first, again);
	assert_int_equal(folder_move(s->f, "", again), 0);
	git(s, "fsck", "--strict", "--full");
}

static void
sound_objects_kept(void **state)
{
	struct scene *s = *state;
	char first[COMMIT_LEN + 1];
	struct stat was, is;
	AUTO(stage) g = stage(s);
	char *path;

	put(g, "a", "testo");
	assert_int_equal(stage_commit(first, g, &author, "atto"), 0);
	path = object_path(s, first);
	assert_int_equal(stat(path, &was), 0);
	assert_int_equal(was.st_mode & 07777 & ~0444u, 0);
	assert_int_equal(stage_commit(first, g, &author, "atto"), 0);
	assert_int_equal(stat(path, &is), 0);
	assert_true(was.st_ino == is.st_ino);
}

static void
stale_base(void **state)
{
	struct scene *s = *state;
	AUTO(stage) absent = stage_new(s->f,
	    "0123456789012345678901234567890123456789");
	AUTO(stage) improper = stage_new(s->f, "HEAD");
	char out[COMMIT_LEN + 1];

	put(absent, "a", "a");
	assert_int_equal(stage_commit(out, absent, &author, "x"), ERR_FAULT);
	put(improper, "a", "a");
	assert_int_equal(stage_commit(out, improper, &author, "x"),
	    ERR_INVALID);
}

/* ---- visible files ---- */

static void
visible_follow(void **state)
{
	struct scene *s = *state;
	char *beside = arena_printf(s->a, "%s/allegati/x", s->path);
	char first[COMMIT_LEN + 1];
	struct stat st;
	struct stage *g;

	one_act(s);
	memcpy(first, s->head, sizeof first);
	assert_int_equal(dir_make_parent(beside), 0);
	assert_int_equal(file_put(beside, "byte", 4, 0600), 0);
	g = stage(s);
	put(g, "cartella.xml", "<cartella n='2'/>\n");
	assert_int_equal(stage_remove(g, "diario/2026/00/0001.xml"), 0);
	assert_int_equal(stage_remove(g, "diario/2026/00/0002.xml"), 0);
	put(g, "relazioni/r.xml", "<relazione/>\n");
	publish(s, g);
	assert_string_equal(on_disk(s, "cartella.xml"),
	    "<cartella n='2'/>\n");
	assert_string_equal(on_disk(s, "relazioni/r.xml"), "<relazione/>\n");
	assert_false(dir_exists(arena_printf(s->a, "%s/diario", s->path)));
	assert_string_equal(on_disk(s, "allegati/x"), "byte");
	assert_int_equal(stat(arena_printf(s->a, "%s/relazioni", s->path),
	    &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	assert_int_equal(stat(arena_printf(s->a, "%s/cartella.xml", s->path),
	    &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);

	/* backwards too, and again, which changes nothing */
	assert_int_equal(folder_refresh(s->f, s->head, first, false), 0);
	assert_int_equal(folder_refresh(s->f, s->head, first, false), 0);
	assert_string_equal(on_disk(s, "diario/2026/00/0001.xml"),
	    "<nota>prima</nota>\n");
	assert_null(on_disk(s, "relazioni/r.xml"));
}

static void
visible_repaired(void **state)
{
	struct scene *s = *state;
	char *a = arena_printf(s->a, "%s/cartella.xml", s->path);
	char *b = arena_printf(s->a, "%s/diario/2026/00/0001.xml", s->path);
	char *c = arena_printf(s->a, "%s/diario/2026/00/0002.xml", s->path);
	struct stat was, is;

	one_act(s);
	assert_int_equal(file_put(a, "<cartellA/>\n", 12, 0600), 0);
	assert_int_equal(unlink(b), 0);
	assert_int_equal(stat(c, &was), 0);
	assert_int_equal(folder_refresh(s->f, s->head, s->head, false), 0);
	assert_string_equal(on_disk(s, "cartella.xml"), "<cartellA/>\n");
	assert_int_equal(folder_refresh(s->f, s->head, s->head, true), 0);
	assert_string_equal(on_disk(s, "cartella.xml"), "<cartella/>\n");
	assert_non_null(on_disk(s, "diario/2026/00/0001.xml"));
	assert_int_equal(stat(c, &is), 0);
	assert_true(was.st_ino == is.st_ino);	/* right already: untouched */
}

static void
visible_links_not_followed(void **state)
{
	struct scene *s = *state;
	char *outside = arena_printf(s->a, "%s/fuori", s->top);
	char *victim = arena_printf(s->a, "%s/2026/00/0001.xml", outside);
	AUTO_BUF b = { 0 };
	struct stage *g;

	one_act(s);
	assert_int_equal(dir_make_parent(victim), 0);
	assert_int_equal(file_put(victim, "altrui", 6, 0600), 0);
	assert_int_equal(dir_remove(arena_printf(s->a, "%s/diario",
	    s->path)), 0);
	assert_int_equal(symlink(outside, arena_printf(s->a, "%s/diario",
	    s->path)), 0);
	assert_int_equal(unlink(arena_printf(s->a, "%s/cartella.xml",
	    s->path)), 0);
	assert_int_equal(symlink(victim, arena_printf(s->a,
	    "%s/cartella.xml", s->path)), 0);

	g = stage(s);			/* removed through the link: no */
	assert_int_equal(stage_remove(g, "diario/2026/00/0001.xml"), 0);
	put(g, "cartella.xml", "<cartella n='2'/>\n");
	publish(s, g);
	assert_int_equal(file_read(&b, victim, 100), 0);
	assert_string_equal(b.data, "altrui");

	assert_int_equal(folder_refresh(s->f, "", s->head, true), 0);
	assert_string_equal(on_disk(s, "cartella.xml"),
	    "<cartella n='2'/>\n");
	assert_non_null(on_disk(s, "diario/2026/00/0002.xml"));
	assert_false(file_exists(arena_printf(s->a, "%s/2026/00/0002.xml",
	    outside)));
	assert_int_equal(file_size(victim), 6);
}

/* A directory made by hand where a file must be: told, and left. */
static void
visible_directory_in_the_way(void **state)
{
	struct scene *s = *state;
	char *path = arena_printf(s->a, "%s/cartella.xml", s->path);
	char next[COMMIT_LEN + 1];
	AUTO(stage) g = NULL;

	one_act(s);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(dir_make(arena_printf(s->a, "%s/x", path)), 0);
	g = stage(s);
	put(g, "cartella.xml", "<cartella n='2'/>\n");
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	assert_int_not_equal(folder_refresh(s->f, s->head, next, false), 0);
	assert_true(dir_exists(arena_printf(s->a, "%s/x", path)));
	assert_int_equal(dir_remove(path), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false), 0);
	assert_string_equal(on_disk(s, "cartella.xml"),
	    "<cartella n='2'/>\n");
}

/* The process ends at a named point; the next one does all of it again. */
static void
cut_short(void **state)
{
	static const char *const point[] = {
		"archivio-commit", "archivio-ramo", "archivio-visibile",
		"archivio-visibile:2"
	};
	struct scene *s = *state;
	size_t i;
	int status;
	pid_t pid;

	for (i = 0; i < NELEM(point); i++) {
		struct stage *g = stage(s);
		char path[32];

		snprintf(path, sizeof path, "atti/%zu.xml", i);
		put(g, path, point[i]);
		put(g, "cartella.xml", point[i]);
		if ((pid = fork()) == 0) {
			setenv("CARTELLA_PUNTO", point[i], 1);
			publish(s, g);
			_exit(0);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 99);
		publish(s, g);
		assert_string_equal(on_disk(s, "cartella.xml"), point[i]);
		git(s, "fsck", "--strict");
		tree_as_git(s);
	}
}

/* ---- reading ---- */

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(start_reads_no_certificate),
		TEST(empty_folder),
		TEST(another_user),
		TEST(half_made),
		TEST(git_agrees),
		cmocka_unit_test_setup_teardown(bare_folder, setup_bare,
		    teardown),
		TEST(trees_as_git),
		TEST(big_and_many),
		TEST(paths_refused),
		TEST(commits_refused),
		TEST(authors_refused),
		TEST(moves),
		TEST(strange_branch),
		TEST(empty_objects_not_trusted),
		TEST(sound_objects_kept),
		TEST(stale_base),
		TEST(visible_follow),
		TEST(visible_repaired),
		TEST(visible_links_not_followed),
		TEST(visible_directory_in_the_way),
		TEST(cut_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

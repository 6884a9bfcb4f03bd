/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * folder_check: every byte of every file of a small folder is altered, and each
 * alteration must be told.  CARTELLA_ESAURISCI=1 tries all 255 values of each
 * byte instead of five.
 */
#include "scena_controllo.h"

/* ---- every byte ---- */

static void
alter_byte(struct scene *s, const char *path, size_t at, char was)
{
	/* 0x5f: another header of the same zlib stream */
	static const unsigned char some[] = { 1, 16, 128, 255, 0x5f };
	bool all = getenv("CARTELLA_ESAURISCI") != NULL;
	size_t i, n = all ? 255 : NELEM(some);

	for (i = 0; i < n; i++) {
		unsigned char x = all ? (unsigned char)(i + 1) : some[i];

		write_byte(path, at, (char)(was ^ x));
		check(s);
		if (s->defects == 0)
			fail_msg("%s: byte %zu: %02x -> %02x not told", path,
			    at, (unsigned char)was,
			    (unsigned char)was ^ x);
	}
	write_byte(path, at, was);
}

/* Bytes, then one more, then one less, then none. */
static size_t
alter_file(struct scene *s, const char *path)
{
	AUTO_BUF b = { 0 };
	struct stat st;
	size_t i;

	assert_int_equal(file_read(&b, path, 1 << 20), 0);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(chmod(path, 0600), 0);
	for (i = 0; i < b.len; i++)
		alter_byte(s, path, i, b.data[i]);
	assert_int_equal(truncate(path, (off_t)b.len + 1), 0);
	check(s);
	assert_int_not_equal(s->defects, 0);
	assert_int_equal(truncate(path, (off_t)b.len - 1), 0);
	check(s);
	assert_int_not_equal(s->defects, 0);
	assert_int_equal(truncate(path, 0), 0);
	check(s);
	assert_int_not_equal(s->defects, 0);
	assert_int_equal(unlink(path), 0);
	check(s);
	assert_int_not_equal(s->defects, 0);
	assert_int_equal(file_put(path, b.data, b.len, st.st_mode & 07777),
	    0);
	return b.len;
}

static size_t
alter_below(struct scene *s, const char *dir)
{
	char **name;
	size_t bytes = 0;

	assert_int_equal(dir_list(&name, s->a, dir), 0);
	for (; *name != NULL; name++) {
		char *path = arena_printf(s->a, "%s/%s", dir, *name);

		bytes += dir_exists(path) ? alter_below(s, path) :
		    alter_file(s, path);
	}
	return bytes;
}

static void
every_byte_loose(void **state)
{
	struct scene *s = *state;

	sound(s, 0);
	assert_true(alter_below(s, s->path) > 1000);
	sound(s, 0);
}

static void
every_byte_bare(void **state)
{
	struct scene *s = *state;

	sound(s, 0);
	assert_true(alter_below(s, s->path) > 800);
	sound(s, 0);
}

static void
every_byte_packed(void **state)
{
	struct scene *s = *state;
	int n;

	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 0);
	sound(s, 0);
	assert_true(alter_below(s, in(s, ".git/objects")) > 1500);
	sound(s, 0);
}

static void
every_byte_tagged(void **state)
{
	struct scene *s = *state;
	char *ref = in(s, ".git/refs/tags/giorno/2026-11-20");

	tag(s, "giorno/2026-11-20", s->head);
	sound(s, 0);
	assert_int_equal(alter_file(s, ref), COMMIT_LEN + 1);
	assert_true(alter_file(s, object_path(s, s->tags.tag[0].id)) > 200);
	sound(s, 0);
}

/* ---- tags that are not those there must be ---- */

static void
tags_of_others(void **state)
{
	struct scene *s = *state;
	struct folder_tags none = { 0 }, one;
	struct tag_ref x;
	char first[COMMIT_LEN + 1];
	char *other;

	memcpy(first, s->head, sizeof first);
	commit(s, "diario/00/0002.xml", "<nota/>\n", true);
	tag(s, "giorno/2026-11-20", first);
	tag(s, "sigillo/12", s->head);
	sound(s, 0);
	one = s->tags;
	/* the register knows none; one; another commit; another object */
	s->tags = none;
	told(s, "refs/tags/giorno/2026-11-20: tag di nessun sigillo");
	s->tags = one;
	s->tags.n = 1;
	told(s, "refs/tags/sigillo/12: tag di nessun sigillo");
	x = one.tag[0];
	x.commit = s->head;
	s->tags = (struct folder_tags){ &x, 1 };
	told(s, "tag di un commit che non è il suo");
	x = one.tag[0];
	other = tag_object(s, "giorno/2026-11-20", s->head);
	x.id = other;
	told(s, "contenuto diverso da quello dovuto");
	s->tags = one;
	sound(s, 1);
	/* made by another git; the ref of one gone */
	git_sh(s, "tag uno main");
	told(s, "refs/tags/uno: file estraneo");
	git_sh(s, "tag -d uno");
	git_sh(s, "tag giorno/2026-11-21 main");
	told(s, "refs/tags/giorno/2026-11-21: tag di nessun sigillo");
	git_sh(s, "tag -d giorno/2026-11-21 sigillo/12");
	told(s, "refs/tags/sigillo/12: file mancante");
}

/* On a commit that the branch does not hold. */
static void
tag_beside_the_branch(void **state)
{
	struct scene *s = *state;
	AUTO(stage) g = stage_new(s->f, s->head);
	char beside[COMMIT_LEN + 1];

	assert_int_equal(stage_put(g, "a.xml", "<a/>", 4), 0);
	assert_int_equal(stage_commit(beside, g, &author, "mai fatto"), 0);
	tag(s, "giorno/2026-11-20", beside);
	told(s, "tag di un commit che non è il suo");
	assert_int_equal(folder_pack(s->f, s->head), ERR_FAULT);
}

/* ---- what else may be wrong ---- */

static void
alien_files(void **state)
{
	static const char *const alien[] = {
		".git/hooks/post-commit", ".git/packed-refs", ".git/x",
		".git/refs/heads/altro", ".git/refs/tags/t", ".git/MERGE_HEAD",
		".git/objects/info/alternates", ".git/objects/zz/x",
		".git/objects/ab/x", ".git/objects/pack/x.pack",
		".git/objects/pack/pack-" NOBODY ".idx",
		".git/objects/pack/pack-" NOBODY ".rev",
		".git/config.worktree", ".git/info/attributes",
		"estraneo.xml", "diario/00/0002.xml", "altro/x",
		"diario/allegati/x",
	};
	struct scene *s = *state;
	size_t i;

	for (i = 0; i < NELEM(alien); i++) {
		assert_int_equal(dir_make_parent(in(s, alien[i])), 0);
		assert_int_equal(file_put(in(s, alien[i]), "x", 1, 0600), 0);
		check(s);
		if (s->defects != 1)
			fail_msg("%s: %d defects: %s", alien[i], s->defects,
			    s->told.data);
		assert_int_equal(unlink(in(s, alien[i])), 0);
		if (i >= 14)	/* the directory too must be ours */
			(void)!system(arena_printf(s->a,
			    "rmdir '%s/altro' '%s/diario/allegati' "
			    "2>/dev/null", s->path, s->path));
	}
	sound(s, 0);
}

static void
tolerated_files(void **state)
{
	static const char *const fine[] = {
		".git/index", "allegati/a.pdf", "allegati/b/c"
	};
	struct scene *s = *state;
	size_t i;

	for (i = 0; i < NELEM(fine); i++) {
		assert_int_equal(dir_make_parent(in(s, fine[i])), 0);
		assert_int_equal(file_put(in(s, fine[i]), "x", 1, 0600), 0);
	}
	sound(s, 0);
	git_sh(s, "log -p --stat >/dev/null");
	assert_int_equal(unlink(in(s, ".git/index")), 0);
	git_sh(s, "status --short >/dev/null");
	sound(s, 0);
}

static void
links_found(void **state)
{
	struct scene *s = *state;
	char *copy = arena_printf(s->a, "%s/copia", s->top);
	char *dir = arena_printf(s->a, "%s/diario", s->top);

	/* the same bytes, through a link */
	assert_int_equal(rename(in(s, "cartella.xml"), copy), 0);
	assert_int_equal(symlink(copy, in(s, "cartella.xml")), 0);
	told(s, "cartella.xml: non è un file");
	assert_int_equal(rename(copy, in(s, "cartella.xml")), 0);
	assert_int_equal(rename(in(s, "diario"), dir), 0);
	assert_int_equal(symlink(dir, in(s, "diario")), 0);
	told(s, "diario: file estraneo");
	assert_int_equal(unlink(in(s, "diario")), 0);
	assert_int_equal(rename(dir, in(s, "diario")), 0);
	sound(s, 0);
	assert_int_equal(rename(in(s, ".git/HEAD"), copy), 0);
	assert_int_equal(symlink(copy, in(s, ".git/HEAD")), 0);
	told(s, "HEAD");
}

/* Of a file that must have forty bytes, forty and one are as bad as millions:
 * no more of it is read than tells so. */
static void
huge_files(void **state)
{
	static const char *const name[] = { "HEAD", "config",
	    "refs/heads/main" };
	struct scene *s = *state;
	struct stat st;
	char *path;
	size_t i;

	for (i = 0; i < NELEM(name); i++) {
		path = in(s, arena_printf(s->a, ".git/%s", name[i]));
		assert_int_equal(stat(path, &st), 0);
		assert_int_equal(truncate(path, (off_t)1 << 30), 0);
		assert_int_equal(check_with(s, s->f, s->head), 0);
		assert_int_equal(s->defects, 1);
		assert_non_null(strstr(s->told.data, "supera il limite"));
		assert_int_equal(truncate(path, st.st_size), 0);
	}
	sound(s, 0);
}

static void
missing_objects(void **state)
{
	struct scene *s = *state;
	char **change;

	assert_int_equal(unlink(object_path(s, s->head)), 0);
	told(s, s->head);
	told(s, "oggetto mancante");
	assert_int_equal(folder_changes(&change, s->a, s->f, "", s->head),
	    0);	/* from the cache of the old handle: the check has none */
}

/* A file that every repository has, taken away while it is open. */
static void
missing_files(void **state)
{
	static const char *const name[] = { "HEAD", "config",
	    "refs/heads/main" };
	struct scene *s = *state;
	size_t i;

	for (i = 0; i < NELEM(name); i++) {
		assert_int_equal(unlink(in(s, arena_printf(s->a, ".git/%s",
		    name[i]))), 0);
		assert_int_equal(check_with(s, s->f, s->head), 0);
		assert_non_null(strstr(s->told.data, arena_printf(s->a,
		    "%s: file mancante", name[i])));
	}
	assert_int_equal(s->defects, NELEM(name));
}

static void
head_elsewhere(void **state)
{
	struct scene *s = *state;

	assert_int_equal(check_with(s, s->f, NOBODY), 0);
	assert_true(s->defects >= 2);
	assert_non_null(strstr(s->told.data, NOBODY ": oggetto mancante"));
	assert_non_null(strstr(s->told.data, "refs/heads/main: "));
	assert_int_equal(check_with(s, s->f, "main"), ERR_INVALID);
	assert_int_equal(check_with(s, s->f, ""), 0);
	assert_true(s->defects >= 2);	/* the branch, and two files */
}

/* Leftovers of acts cut short: counted, no defect. */
static void
leftovers_counted(void **state)
{
	struct scene *s = *state;
	int n = 0;

	commit(s, "relazioni/1.xml", "<relazione/>\n", false);
	n += 4;				/* blob, two trees, commit */
	sound(s, n);
	assert_int_equal(file_put(in(s, ".git/objects/aa/tmp_obj_1_2"), "x",
	    1, 0400), dir_exists(in(s, ".git/objects/aa")) ? 0 : ERR_ABSENT);
	n += dir_exists(in(s, ".git/objects/aa"));
	assert_int_equal(file_put(in(s, ".git/visibile.77.nuovo"), "x", 1,
	    0600), 0);
	assert_int_equal(dir_make(in(s, ".git/objects/00")), 0);
	assert_int_equal(file_put(in(s, ".git/objects/00/"
	    "23456789012345678901234567890123456789"), "", 0, 0400), 0);
	assert_int_equal(file_put(in(s,
	    ".git/objects/pack/pack_git2_abc123"), "x", 1, 0400), 0);
	sound(s, n + 3);
}

static void
empty_folder_sound(void **state)
{
	struct scene *s = *state;
	AUTO(folder) f = NULL;
	char *path = arena_printf(s->a, "%s/nuova", s->top);

	assert_int_equal(folder_create(path), 0);
	assert_int_equal(folder_open(&f, path), 0);
	assert_int_equal(check_with(s, f, ""), 0);
	assert_int_equal(s->defects, 0);
	assert_int_equal(folder_pack(f, ""), 0);
	assert_int_equal(check_with(s, f, ""), 0);
	assert_int_equal(s->defects, 0);
}

/* An object of a strange zlib level: told, and cured by packing. */
static void
other_compression(void **state)
{
	struct scene *s = *state;

	/* one that nobody needs is a leftover, however it was written */
	git_sh(s, "-c core.looseCompression=9 hash-object -w --stdin "
	    "</bin/true >/dev/null");
	sound(s, 1);
	git_sh(s, "cat-file commit HEAD >../commit");
	assert_int_equal(unlink(object_path(s, s->head)), 0);
	git_sh(s, "-c core.looseCompression=9 hash-object -t commit -w ../commit "
	    ">/dev/null");
	told(s, "contenuto integro");
	assert_int_equal(s->defects, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_byte_loose),
		cmocka_unit_test_setup_teardown(every_byte_bare, setup_two_acts_bare,
		    teardown),
		TEST(every_byte_packed),
		TEST(every_byte_tagged),
		TEST(tags_of_others),
		TEST(tag_beside_the_branch),
		TEST(alien_files),
		TEST(tolerated_files),
		TEST(links_found),
		TEST(huge_files),
		TEST(missing_objects),
		TEST(missing_files),
		TEST(head_elsewhere),
		TEST(leftovers_counted),
		TEST(empty_folder_sound),
		TEST(other_compression),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Tags: made, seen, read back; judged by the real git. */
#include "scena.h"

#define SIGNATURE "-----BEGIN PGP SIGNATURE-----\n\niHUEABYK\n" \
	"-----END PGP SIGNATURE-----\n"
#define NOBODY "0123456789012345678901234567890123456789"

static const struct git_author seal = {
	.nome = "sigillo", .email = "sigillo@cartella.invalid",
	.ora = 1790000000, .offset = 7200,
};

static void
one_commit(struct scene *s, const char *path)
{
	struct stage *g = stage(s);

	put(g, path, "<a/>\n");
	publish(s, g);
}

/* A signed tag as its bytes. */
static void
signed_tag(struct buf *b, const char *nome, const char *commit)
{
	assert_int_equal(tag_text(b, nome, commit, &seal,
	    "registro del giorno\n\nanello 7 abcd"), 0);
	buf_puts(b, SIGNATURE);
}

static void
write_tag(struct scene *s, char id[COMMIT_LEN + 1], const char *nome,
    const char *commit)
{
	AUTO_BUF b = { 0 };

	signed_tag(&b, nome, commit);
	assert_int_equal(tag_id(id, b.data, b.len), 0);
	assert_int_equal(folder_tag_write(s->f, nome, b.data, b.len), 0);
}

static void
as_git_reads_it(void **state)
{
	struct scene *s = *state;
	char id[COMMIT_LEN + 1], now[COMMIT_LEN + 1];
	AUTO_TAG t = { 0 };
	AUTO_BUF b = { 0 };

	one_commit(s, "cartella.xml");
	write_tag(s, id, "giorno/2026-11-20", s->head);
	/* written, and seen by nobody */
	assert_string_equal(git(s, "tag"), "");
	assert_int_equal(folder_tag(now, s->f, "giorno/2026-11-20"), 0);
	assert_string_equal(now, "");
	assert_int_equal(folder_tag_set(s->f, "giorno/2026-11-20", id), 0);
	assert_int_equal(folder_tag_set(s->f, "giorno/2026-11-20", id), 0);
	assert_string_equal(git(s, "tag"), "giorno/2026-11-20");
	assert_string_equal(git(s, "rev-parse", "giorno/2026-11-20"), id);
	assert_string_equal(git(s, "rev-parse", "giorno/2026-11-20^{}"),
	    s->head);
	assert_string_equal(git(s, "for-each-ref", "--format=%(taggername) "
	    "%(taggerdate:iso-strict) %(subject)", "refs/tags"),
	    "sigillo 2026-09-21T16:13:20+02:00 registro del giorno");
	git(s, "fsck", "--strict", "--full");
	/* and back */
	assert_int_equal(folder_tag(now, s->f, "giorno/2026-11-20"), 0);
	assert_string_equal(now, id);
	assert_int_equal(folder_tag_read(&t, s->f, "giorno/2026-11-20", id),
	    0);
	signed_tag(&b, "giorno/2026-11-20", s->head);
	assert_int_equal(t.testo.len, b.len);
	assert_memory_equal(t.testo.data, b.data, b.len);
	assert_string_equal(t.testo.data + t.firma, SIGNATURE);
	assert_string_equal(t.commit, s->head);
	assert_null(on_disk(s, ".git/tag.nuovo"));
}

static void
names(void **state)
{
	static const char *const good[] = { "giorno/2026-11-20", "sigillo/1",
	    "sigillo/1234567890123" };
	static const char *const bad[] = { "", "giorno/", "giorno/2026-1-2",
	    "giorno/2026-11-20x", "giorno/2026-11-2a", "giorno/../../HEAD",
	    "sigillo/", "sigillo/01", "sigillo/1a", "sigillo/-1",
	    "sigillo/1/2", "main", "Giorno/2026-11-20",
	    "sigillo/123456789012345678901234567890" };
	struct scene *s = *state;
	AUTO_BUF b = { 0 };
	char id[COMMIT_LEN + 1];
	size_t i;

	one_commit(s, "cartella.xml");
	for (i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(tag_name_valid(good[i]));
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(tag_name_valid(bad[i]));
		assert_int_equal(tag_text(&b, bad[i], s->head, &seal, "x"),
		    ERR_INVALID);
		assert_int_equal(folder_tag(id, s->f, bad[i]), ERR_INVALID);
		assert_int_equal(folder_tag_set(s->f, bad[i], s->head),
		    ERR_INVALID);
		assert_int_equal(folder_tag_write(s->f, bad[i], "x", 1),
		    ERR_INVALID);
	}
	assert_int_equal(b.len, 0);
}

static void
refused(void **state)
{
	struct scene *s = *state;
	struct git_author nobody = seal;
	AUTO_BUF b = { 0 }, other = { 0 }, bare = { 0 };
	char id[COMMIT_LEN + 1], second[COMMIT_LEN + 1];
	AUTO_TAG t = { 0 };

	one_commit(s, "cartella.xml");
	nobody.nome = "";
	assert_int_equal(tag_text(&b, "sigillo/1", s->head, &nobody, "x"),
	    ERR_INVALID);
	assert_int_equal(tag_text(&b, "sigillo/1", s->head, &seal, ""),
	    ERR_INVALID);
	assert_int_equal(tag_text(&b, "sigillo/1", s->head, &seal,
	    "-----BEGIN PGP SIGNATURE-----\n"), ERR_INVALID);
	assert_int_equal(tag_text(&b, "sigillo/1", "main", &seal, "x"),
	    ERR_INVALID);
	/* not signed; of another name; of a commit that is not there */
	assert_int_equal(tag_text(&bare, "sigillo/1", s->head, &seal, "x"),
	    0);
	assert_int_equal(folder_tag_write(s->f, "sigillo/1", bare.data,
	    bare.len), ERR_INVALID);
	signed_tag(&b, "sigillo/1", s->head);
	assert_int_equal(folder_tag_write(s->f, "sigillo/2", b.data, b.len),
	    ERR_INVALID);
	signed_tag(&other, "sigillo/1", NOBODY);
	assert_int_equal(folder_tag_write(s->f, "sigillo/1", other.data,
	    other.len), ERR_FAULT);
	/* a ref to nothing; a tag that would move; no tag at all */
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", NOBODY),
	    ERR_FAULT);
	write_tag(s, id, "sigillo/1", s->head);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id), 0);
	one_commit(s, "seconda.xml");
	write_tag(s, second, "sigillo/1", s->head);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", second), ERR_BUSY);
	assert_string_equal(git(s, "rev-parse", "sigillo/1"), id);
	assert_int_equal(folder_tag_read(&t, s->f, "sigillo/2", id),
	    ERR_INVALID);
	assert_int_equal(folder_tag_read(&t, s->f, "sigillo/1", s->head),
	    ERR_INVALID);
	assert_int_equal(folder_tag_read(&t, s->f, "sigillo/1", NOBODY),
	    ERR_ABSENT);
}

/* A power failure may leave the ref's file empty: it is made again; with
 * anything else in it, it is not touched. */
static void
half_made_ref(void **state)
{
	struct scene *s = *state;
	char *path, id[COMMIT_LEN + 1];

	one_commit(s, "cartella.xml");
	write_tag(s, id, "sigillo/1", s->head);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id), 0);
	path = arena_printf(s->a, "%s/.git/refs/tags/sigillo/1", s->path);
	assert_int_equal(truncate(path, 0), 0);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id), 0);
	assert_string_equal(git(s, "rev-parse", "sigillo/1"), id);
	/* its length, and none of its bytes */
	assert_int_equal(truncate(path, 0), 0);
	assert_int_equal(truncate(path, COMMIT_LEN + 1), 0);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id), 0);
	assert_string_equal(git(s, "rev-parse", "sigillo/1"), id);
	assert_int_equal(truncate(path, 20), 0);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id), ERR_FAULT);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink("/etc/passwd", path), 0);
	assert_int_equal(folder_tag_set(s->f, "sigillo/1", id),
	    ERR_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(as_git_reads_it),
		cmocka_unit_test_setup_teardown(as_git_reads_it, setup_bare,
		    teardown),
		TEST(names),
		TEST(refused),
		TEST(half_made_ref),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

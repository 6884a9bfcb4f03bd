/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A folder that is damaged, or made different, while somebody has it open: it
 * is told, nothing is believed that is no more there, and what can be done is.
 */
#include "scena.h"

#include <dirent.h>
#include <git2/errors.h>

#include "archivio/interno.h"

#define NOTE "diario/2026/00/0001.xml"

static void
tell(void *arg, const char *place, const char *what)
{
	buf_printf(arg, "%s: %s\n", place, what);
}

static const char *
checked(struct scene *s, struct buf *told)
{
	const struct folder_tags none = { 0 };
	int left;

	buf_clear(told);
	buf_puts(told, "");
	assert_int_equal(folder_check(s->f, s->head, &none, tell, told,
	    &left), 0);
	return buf_str(told);
}

/* The one pack of the folder, with that ending. */
static char *
pack_file(struct scene *s, const char *end)
{
	char *dir = arena_printf(s->a, "%s/.git/objects/pack", s->path);
	char **name;
	size_t n;

	assert_int_equal(dir_list(&name, s->a, dir), 0);
	for (; *name != NULL; name++) {
		n = strlen(*name);
		if (n > strlen(end) &&
		    strcmp(*name + n - strlen(end), end) == 0)
			return arena_printf(s->a, "%s/%s", dir, *name);
	}
	fail_msg("no %s", end);
	return NULL;
}

static void
packed_up(struct scene *s)
{
	struct stage *g = stage(s);

	put(g, NOTE, "<nota>una nota</nota>\n");
	publish(s, g);
	assert_int_equal(folder_pack(s->f, s->head), 0);
}

/* The offsets of an index are beyond its pack. */
static void
spoil_index(struct scene *s)
{
	char *idx = pack_file(s, ".idx");
	AUTO_BUF b = { 0 };

	assert_int_equal(file_read(&b, idx, 1 << 20), 0);
	memset(b.data + b.len - 44, 0x7f, 4);
	assert_int_equal(unlink(idx), 0);
	assert_int_equal(file_put(idx, b.data, b.len, 0400), 0);
}

static void
an_index_altered(void **state)
{
	struct scene *s = *state;
	AUTO_BUF told = { 0 };

	packed_up(s);
	assert_string_equal(checked(s, &told), "");
	spoil_index(s);
	assert_non_null(strstr(checked(s, &told), "objects/pack: "));
	assert_non_null(strstr(told.data, "indice alterato"));
}

static void
a_pack_gone(void **state)
{
	struct scene *s = *state;
	AUTO_BUF told = { 0 };

	packed_up(s);
	assert_int_equal(unlink(pack_file(s, ".pack")), 0);
	assert_non_null(strstr(checked(s, &told), "indice senza pacco"));
}

/* An object of a pack whose index is not sound is no object: it is written
 * again, and can then be read. */
static void
written_again(void **state)
{
	struct scene *s = *state;
	char next[COMMIT_LEN + 1];
	AUTO_BUF b = { 0 };
	struct stage *g;
	int loose;

	packed_up(s);
	assert_int_equal(folder_loose_count(&loose, s->f), 0);
	assert_int_equal(loose, 0);
	folder_close(s->f);
	assert_int_equal(folder_open(&s->f, s->path), 0);
	g = stage(s);
	put(g, NOTE, "<nota>un'altra</nota>\n");
	put(g, "copia.xml", "<nota>una nota</nota>\n");
	/* what was read of the pack before is no word for what is there */
	assert_int_equal(folder_read(&b, s->f, s->head, NOTE), 0);
	spoil_index(s);
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	stage_free(g);
	assert_int_equal(folder_loose_count(&loose, s->f), 0);
	/* two blobs, the trees above them, a commit */
	assert_true(loose >= 4);
}

/* Names that a dead process of this number has left are not taken. */
static void
names_that_are_taken(void **state)
{
	struct scene *s = *state;
	char *dir = arena_printf(s->a, "%s/.git/objects", s->path);
	static const char text[] = "<nota>ingombri</nota>\n";
	struct stage *g;
	git_oid id;
	int i;

	assert_int_equal(git_odb_hash(&id, text, sizeof text - 1,
	    GIT_OBJECT_BLOB), 0);
	dir = arena_printf(s->a, "%s/%.2s", dir, git_oid_tostr_s(&id));
	assert_int_equal(dir_make(dir), 0);
	for (i = 0; i < 100; i++)
		assert_int_equal(file_put(arena_printf(s->a,
		    "%s/tmp_obj_%ld_%d", dir, (long)getpid(), i), "x", 1,
		    0400), 0);
	g = stage(s);
	put(g, NOTE, text);
	publish(s, g);
	assert_string_equal(git(s, "cat-file", "blob", git_oid_tostr_s(&id)),
	    "<nota>ingombri</nota>");
}

/* Where there is no place for objects there is no act. */
static void
no_place_for_objects(void **state)
{
	struct scene *s = *state;
	char *objects = arena_printf(s->a, "%s/.git/objects", s->path);
	char *away = arena_printf(s->a, "%s/away", s->top);
	struct stage *g = stage(s);
	char next[COMMIT_LEN + 1];

	put(g, NOTE, "<nota>x</nota>\n");
	assert_int_equal(rename(objects, away), 0);
	assert_int_equal(stage_commit(next, g, &author, "atto"), ERR_ABSENT);
	assert_int_equal(rename(away, objects), 0);
	publish(s, g);
	stage_free(NULL);
}

static void
no_directory_of_packs(void **state)
{
	struct scene *s = *state;
	AUTO(folder) f = NULL;
	git_odb *none;

	assert_int_equal(rmdir(arena_printf(s->a, "%s/.git/objects/pack",
	    s->path)), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	assert_int_equal(pack_open(&none, arena_printf(s->a, "%s/.git",
	    s->path), "pack-x"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "pack-x.idx: non c'è"));
}

/* A config that is not what it must be, in a folder that has begun nothing, is
 * written anew, however long it is. */
static void
a_long_config(void **state)
{
	struct scene *s = *state;
	char *path = arena_printf(s->a, "%s/.git/config", s->path);
	AUTO_BUF before = { 0 }, b = { 0 };
	int i;

	assert_int_equal(file_read(&before, path, 4096), 0);
	for (i = 0; i < 5000; i++)
		buf_putc(&b, '\n');
	assert_int_equal(file_put(path, b.data, b.len, 0600), 0);
	assert_int_equal(folder_create(s->path), 0);
	buf_clear(&b);
	assert_int_equal(file_read(&b, path, 4096), 0);
	assert_string_equal(buf_str(&b), buf_str(&before));
}

/* What is in the way of a visible file is told, and the commit stands. */
static void
in_the_way(void **state)
{
	struct scene *s = *state;
	char *temporary = arena_printf(s->a, "%s/.git/visibile.%ld"
	    TEMPORARY_END, s->path, (long)getpid());
	struct stage *g = stage(s);
	char next[COMMIT_LEN + 1];

	put(g, NOTE, "<nota>x</nota>\n");
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	stage_free(g);
	assert_int_equal(folder_move(s->f, s->head, next), 0);
	assert_int_equal(mkdir(temporary, 0700), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), NOTE));
	assert_int_equal(rmdir(temporary), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false), 0);
	assert_true(file_exists(arena_printf(s->a, "%s/" NOTE, s->path)));
}

/* What the disk says is told in our words; what git says, in its own. */
static void
what_the_disk_says(void **state)
{
	(void)state;
	git_error_set_str(GIT_ERROR_OS, "failed to write: No space left on "
	    "device");
	assert_int_equal(err_git(-1, "%s", "qui"), ERR_FAULT);
	assert_null(strstr(err_msg(), "git"));
	assert_non_null(strstr(err_msg(), "qui: "));
	git_error_set_str(GIT_ERROR_ODB, "object not found");
	assert_int_equal(err_git(-1, "%s", "qui"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "object not found"));
}

static int
take(void *arg, const char *path, const void *p, size_t n)
{
	buf_printf(arg, "%s=%.*s;", path, (int)n, (const char *)p);
	return strstr(path, "ultimo") != NULL ? ERR_BUSY : 0;
}

/* Each file that is new, or other; what the taker says ends it. */
static void
brought(void **state)
{
	struct scene *s = *state;
	char first[COMMIT_LEN + 1], **changed;
	struct stage *g = stage(s);
	AUTO_BUF b = { 0 };

	put(g, "a.xml", "<a/>");
	put(g, "b.xml", "<b/>");
	publish(s, g);
	memcpy(first, s->head, sizeof first);
	g = stage(s);
	put(g, "a.xml", "<a>2</a>");
	assert_int_equal(stage_remove(g, "b.xml"), 0);
	put(g, "c.xml", "<c/>");
	publish(s, g);
	assert_int_equal(folder_brought(&changed, s->a, s->f, first, s->head,
	    take, &b), 0);
	assert_string_equal(buf_str(&b), "a.xml=<a>2</a>;c.xml=<c/>;");
	assert_string_equal(changed[1], "-b.xml");
	memcpy(first, s->head, sizeof first);
	g = stage(s);
	put(g, "ultimo.xml", "<u/>");
	put(g, "z.xml", "<z/>");
	publish(s, g);
	buf_clear(&b);
	assert_int_equal(folder_brought(&changed, s->a, s->f, first, s->head,
	    take, &b), ERR_BUSY);
	assert_string_equal(buf_str(&b), "ultimo.xml=<u/>;");
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(names_that_are_taken), T(an_index_altered), T(a_pack_gone),
		T(written_again), T(no_place_for_objects),
		T(no_directory_of_packs), T(a_long_config), T(in_the_way),
		T(what_the_disk_says), T(brought),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

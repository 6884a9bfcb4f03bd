/* SPDX-License-Identifier: EUPL-1.2 */
/* Git folders: read back, their history; what is broken is not absent. */
#include "scena.h"

static void
reading(void **state)
{
	struct scene *s = *state;
	AUTO_BUF b = { 0 };
	char **name;
	int n = 0;

	assert_int_equal(folder_read(&b, s->f, "", "cartella.xml"),
	    ERR_ABSENT);
	one_act(s);
	buf_puts(&b, ">");
	assert_int_equal(folder_read(&b, s->f, s->head, "cartella.xml"), 0);
	assert_string_equal(b.data, "><cartella/>\n");
	assert_int_equal(folder_read(&b, s->f, s->head, "diario"),
	    ERR_ABSENT);
	assert_int_equal(folder_read(&b, s->f, s->head, "diario/x"),
	    ERR_ABSENT);
	assert_int_equal(folder_read(&b, s->f, s->head, "cartella.xml/x"),
	    ERR_ABSENT);
	assert_int_equal(folder_read(&b, s->f, s->head, "../cartella.xml"),
	    ERR_ABSENT);
	assert_int_equal(folder_read(&b, s->f, "main", "cartella.xml"),
	    ERR_INVALID);

	assert_int_equal(folder_list(&name, s->a, s->f, s->head, ""), 0);
	assert_string_equal(name[0], "cartella.xml");
	assert_string_equal(name[1], "diario/");
	assert_null(name[2]);
	assert_int_equal(folder_list(&name, s->a, s->f, s->head,
	    "diario/2026/00"), 0);
	assert_string_equal(name[1], "0002.xml");
	assert_int_equal(folder_list(&name, s->a, s->f, s->head,
	    "cartella.xml"), ERR_ABSENT);
	assert_int_equal(folder_list(&name, s->a, s->f, "", ""), 0);
	assert_null(name[0]);

	buf_clear(&b);
	assert_int_equal(folder_walk(s->f, s->head, "diario", gather, &b), 0);
	assert_string_equal(b.data,
	    "diario/2026/00/0001.xml=<nota>prima</nota>\n;"
	    "diario/2026/00/0002.xml=<nota>seconda</nota>\n;");
	assert_int_equal(folder_walk(s->f, s->head, "", stop, &n), 42);
	assert_int_equal(n, 2);
	assert_int_equal(folder_walk(s->f, s->head, "x", gather, &b),
	    ERR_ABSENT);
}

static int
history_gather(void *arg, const struct git_commit_info *c)
{
	buf_printf(arg, "%s|%s|%s|%s|%lld\n", c->id, c->parent, c->autore,
	    c->messaggio, (long long)c->ora);
	return 0;
}

static void
history_and_changes(void **state)
{
	struct scene *s = *state;
	AUTO_BUF b = { 0 }, want = { 0 };
	char first[COMMIT_LEN + 1], **change;
	struct stage *g;

	one_act(s);
	memcpy(first, s->head, sizeof first);
	g = stage(s);
	assert_int_equal(stage_remove(g, "diario/2026/00/0001.xml"), 0);
	put(g, "cartella.xml", "<altra/>");
	put(g, "nuovo/a.xml", "<a/>");
	publish(s, g);
	assert_int_equal(folder_history(s->f, s->head, history_gather, &b),
	    0);
	buf_printf(&want, "%s|%s|Operatore 7|atto\n|1790000000\n"
	    "%s||Operatore 7|atto\n|1790000000\n", s->head, first, first);
	assert_string_equal(b.data, want.data);
	assert_int_equal(folder_history(s->f, "", history_gather, &b), 0);

	assert_int_equal(folder_changes(&change, s->a, s->f, first, s->head),
	    0);
	assert_string_equal(change[0], "~cartella.xml");
	assert_string_equal(change[1], "-diario/2026/00/0001.xml");
	assert_string_equal(change[2], "+nuovo/a.xml");
	assert_null(change[3]);
	assert_int_equal(folder_changes(&change, s->a, s->f, "", first), 0);
	assert_string_equal(change[2], "+diario/2026/00/0002.xml");
	assert_null(change[3]);
	assert_int_equal(folder_changes(&change, s->a, s->f, first, first),
	    0);
	assert_null(change[0]);
}

static void
merges_refused(void **state)
{
	struct scene *s = *state;
	AUTO_BUF b = { 0 };
	char *merge;

	one_act(s);
	merge = git(s, "commit-tree", "-p", s->head, "-p",
	    git(s, "commit-tree", "-m", "x", "HEAD^{tree}"), "-m", "unione",
	    "HEAD^{tree}");
	assert_int_equal(folder_history(s->f, merge, history_gather, &b),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), "unisce due storie"));
}

static void
missing(int r)
{
	assert_int_equal(r, ERR_FAULT);
	assert_non_null(strstr(err_msg(), "not found"));
}

/* What is broken must not look absent. */
static void
broken_is_not_absent(void **state)
{
	struct scene *s = *state;
	char *tree, **name;
	AUTO(folder) f = NULL;
	AUTO_BUF b = { 0 };

	one_act(s);
	tree = git(s, "rev-parse", "HEAD:diario/2026");
	assert_int_equal(unlink(object_path(s, tree)), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	missing(folder_read(&b, f, s->head, "diario/2026/00/0001.xml"));
	missing(folder_list(&name, s->a, f, s->head, "diario/2026"));
	missing(folder_walk(f, s->head, "", gather, &b));
	assert_int_equal(folder_read(&b, f, s->head, "cartella.xml"), 0);
	missing(folder_read(&b, f, "0123456789012345678901234567890123456789",
	    "a"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reading),
		TEST(history_and_changes),
		TEST(merges_refused),
		TEST(broken_is_not_absent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_fascio_oggetti.c - bundles of others whose pack is sound, and whose
 * objects are none that a folder of ours could have: each refused, with why.
 */
#include "fascio.h"

enum { COMMIT = 1, TREE = 2, BLOB = 3 };	/* as a pack says them */

struct mazzo {
	struct buf pack;	/* entries only */
	uint32_t n;
};
#define AUTO_MAZZO __attribute__((cleanup(mazzo_free))) struct mazzo

static void
mazzo_free(struct mazzo *m)
{
	buf_free(&m->pack);
}

/* Its id, and the object in the pack. */
static git_oid
with(struct mazzo *m, int kind, const void *p, size_t n)
{
	git_oid id;

	assert_int_equal(git_odb_hash(&id, p, n, (git_object_t)kind), 0);
	put_object(&m->pack, kind, p, n);
	m->n++;
	return id;
}

static void
put_entry(struct buf *b, const char *mode, const char *name, const git_oid *id)
{
	buf_printf(b, "%s %s", mode, name);
	buf_putc(b, '\0');
	buf_append(b, id->id, GIT_OID_RAWSZ);
}

#define AUTHORS "author a <a@a> 1 +0000\ncommitter a <a@a> 1 +0000\n\nx\n"

static git_oid
commit_of(struct mazzo *m, const git_oid *tree, const char *more)
{
	AUTO_BUF b = { 0 };

	buf_printf(&b, "tree %s\n%s" AUTHORS, git_oid_tostr_s(tree), more);
	return with(m, COMMIT, b.data, b.len);
}

/* The bundle whose head that is. */
static void
bundle_of(struct buf *b, const struct mazzo *m, const git_oid *head)
{
	buf_printf(b, HEADER "%s refs/heads/main\n\nPACK",
	    git_oid_tostr_s(head));
	put_u32(b, 2);
	put_u32(b, m->n);
	buf_append(b, m->pack.data, m->pack.len);
	end(b);
}

static void
head_refused(const struct mazzo *m, const git_oid *head, const char *why)
{
	AUTO_BUF b = { 0 };

	bundle_of(&b, m, head);
	refused(&b, why);
}

/* A commit of that tree, its blob beside it, is refused. */
static void
tree_refused(struct mazzo *m, const struct buf *tree, const char *why)
{
	git_oid t = with(m, TREE, tree->data, tree->len);
	git_oid head = commit_of(m, &t, "");

	head_refused(m, &head, why);
}

static void
test_trees(void **state)
{
	static const struct {
		const char *mode[3], *name[3], *why;
	} bad[] = {
		{ { "100644", "100644" }, { "b.xml", "a.xml" },
		    "fuori ordine" },
		{ { "100644", "100644" }, { "a.xml", "a.xml" },
		    "fuori ordine" },
		{ { "100644", "100644", "40000" }, { "a", "a.b", "a" },
		    "due volte un nome" },
		{ { "40000" }, { "a" }, "non è del tipo che si dice" },
		{ { "120000" }, { "a" }, "collegamenti" },
		{ { "160000" }, { "a" }, "collegamenti" },
		{ { "100755" }, { "a" }, "collegamenti" },
		{ { "100644" }, { ".git" }, "nome di un file" },
		{ { "100644" }, { ".." }, "nome di un file" },
		{ { "100644" }, { "a/b" }, "nome di un file" },
		{ { "100644" }, { "a b" }, "nome di un file" },
		{ { "100644" }, { "" }, "nome di un file" },
	};
	size_t i;
	int k;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO_MAZZO m = { 0 };
		AUTO_BUF tree = { 0 };
		git_oid blob = with(&m, BLOB, "x", 1);

		for (k = 0; k < 3 && bad[i].mode[k] != NULL; k++)
			put_entry(&tree, bad[i].mode[k], bad[i].name[k],
			    &blob);
		tree_refused(&m, &tree, bad[i].why);
	}
}

static void
test_torn_trees(void **state)
{
	static const char *const torn[] = { "1", "100644 ", "100644 a",
	    "40000 ", "40000 a", "40000" };
	AUTO_MAZZO shorter = { 0 };
	AUTO_BUF one = { 0 };
	git_oid blob;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(torn); i++) {
		AUTO_MAZZO m = { 0 };
		AUTO_BUF tree = { 0 };

		buf_puts(&tree, torn[i]);
		tree_refused(&m, &tree, "non ha forma");
	}
	blob = with(&shorter, BLOB, "x", 1);
	put_entry(&one, "100644", "a", &blob);
	one.len--;
	tree_refused(&shorter, &one, "non ha forma");
}

/* A directory of `n` entries, all of them that object. */
static git_oid
full(struct mazzo *m, int n, const char *mode, const git_oid *of)
{
	AUTO_BUF b = { 0 };
	char name[16];
	int i;

	for (i = 0; i < n; i++) {
		snprintf(name, sizeof name, "%05d", i);
		put_entry(&b, mode, name, of);
	}
	return with(m, TREE, b.data, b.len);
}

/* Too many in one place; few objects that unfold into many files; too deep. */
static void
test_too_much(void **state)
{
	AUTO_MAZZO many = { 0 }, bomb = { 0 }, deep = { 0 };
	git_oid id, head;
	int i;

	(void)state;
	id = with(&many, BLOB, "x", 1);
	id = full(&many, 4097, "100644", &id);
	head = commit_of(&many, &id, "");
	head_refused(&many, &head, "troppi file");

	id = with(&bomb, BLOB, "x", 1);
	id = full(&bomb, 4000, "100644", &id);
	for (i = 0; i < 3; i++)
		id = full(&bomb, 4000, "40000", &id);
	head = commit_of(&bomb, &id, "");
	head_refused(&bomb, &head, "troppi file");

	id = with(&deep, BLOB, "x", 1);
	id = full(&deep, 1, "100644", &id);
	for (i = 0; i < DEPTH_MAX; i++)
		id = full(&deep, 1, "40000", &id);
	head = commit_of(&deep, &id, "");
	head_refused(&deep, &head, "troppo profonda");
}

/* A commit with those lines, of a sound tree. */
static void
commit_refused(const char *fmt, const char *why)
{
	AUTO_MAZZO m = { 0 };
	AUTO_BUF b = { 0 };
	git_oid tree = with(&m, TREE, "", 0), head;

	buf_printf(&b, "tree %s\n", git_oid_tostr_s(&tree));
	if (fmt[0] == '!')	/* without that line */
		buf_clear(&b);
	buf_puts(&b, fmt + (fmt[0] == '!'));
	head = with(&m, COMMIT, b.data, b.len);
	head_refused(&m, &head, why);
}

static void
test_commits(void **state)
{
	static const char *const bad[][2] = {
		{ "!" AUTHORS, "il commit non ha forma" },
		{ "!tree 12\n" AUTHORS, "il commit non ha forma" },
		{ "!tree AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n" AUTHORS,
		    "il commit non ha forma" },
		{ "!tree 0123456789012345678901234567890123456789\n" AUTHORS,
		    "manca l'oggetto" },
		{ "parent x\n" AUTHORS, "il commit non ha forma" },
		{ "parent 0123456789012345678901234567890123456789\n" AUTHORS,
		    "manca l'oggetto" },
		{ "gpgsig x\n" AUTHORS, "righe che non sono" },
		{ "", "righe che non sono" },
		{ "author a <a@a> 1 +0000\n", "righe che non sono" },
		{ "author a <a@a> 1 +0000\ncommitter a <a@a> 1 +0000\n",
		    "righe che non sono" },
		{ "author a <a@a> 1 +0000\ncommitter a <a@a> 1 +0000\n"
		    "encoding latin1\n\nx", "righe che non sono" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		commit_refused(bad[i][0], bad[i][1]);
}

/* Two parents; a history that ends at something else; more than it needs. */
static void
test_histories(void **state)
{
	AUTO_MAZZO merge = { 0 }, other = { 0 }, twice = { 0 }, more = { 0 };
	git_oid tree, one, head;
	char line[128];

	(void)state;
	tree = with(&merge, TREE, "", 0);
	one = commit_of(&merge, &tree, "");
	snprintf(line, sizeof line, "parent %s\nparent %s\n",
	    git_oid_tostr_s(&one), git_oid_tostr_s(&one));
	head = commit_of(&merge, &tree, line);
	head_refused(&merge, &head, "due padri");

	tree = with(&other, TREE, "", 0);
	head_refused(&other, &tree, "non è del tipo che si dice");

	tree = with(&twice, TREE, "", 0);
	(void)with(&twice, TREE, "", 0);
	head = commit_of(&twice, &tree, "");
	head_refused(&twice, &head, "c'è due volte");

	tree = with(&more, TREE, "", 0);
	(void)with(&more, BLOB, "di nessuno", 10);
	head = commit_of(&more, &tree, "");
	head_refused(&more, &head, "nulla ne ha bisogno");
}

static int
setup(void **state)
{
	(void)state;
	return archivio_init();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trees),
		cmocka_unit_test(test_torn_trees),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_commits),
		cmocka_unit_test(test_histories),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}

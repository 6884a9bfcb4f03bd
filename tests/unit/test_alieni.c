/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_alieni.c - objects of git that no folder of ours has, at the head of one
 * all the same: put there by whoever can write its files.  The check tells of
 * each; whatever reads, shows, packs, copies or goes on from it refuses, and no
 * name of theirs reaches a directory of ours.
 */
#include "scena.h"

#include "archivio/interno.h"

#define NOBODY "0123456789012345678901234567890123456789"
#define DEEP (DEPTH_MAX + 2)

struct alieno {
	const char *what;	/* the check says of it */
	void (*head)(char head[COMMIT_LEN + 1], struct scene *s);
	int chi;		/* beside those who need all of it */
};
enum { LEGGE = 1, CONFRONTA = 2, TUTTI = 3 };

/* ---- objects by hand ---- */

static void
object(char id[COMMIT_LEN + 1], struct scene *s, git_object_t type,
    const void *p, size_t n)
{
	git_oid oid;

	assert_int_equal(loose_write(&oid, s->f, type, p, n), 0);
	git_oid_tostr(id, COMMIT_LEN + 1, &oid);
}

static void
entry(struct buf *b, const char *mode, const char *name, const char *id)
{
	git_oid oid;

	assert_int_equal(git_oid_fromstr(&oid, id), 0);
	buf_printf(b, "%s %s", mode, name);
	buf_putc(b, '\0');
	buf_append(b, oid.id, GIT_OID_RAWSZ);
}

static void
blob(char id[COMMIT_LEN + 1], struct scene *s)
{
	object(id, s, GIT_OBJECT_BLOB, "<a/>\n", 5);
}

static void
commit_of(char head[COMMIT_LEN + 1], struct scene *s, const char *tree,
    const char *parents)
{
	char *text = arena_printf(s->a, "tree %s\n%sauthor a <a@a> 1 +0000\n"
	    "committer a <a@a> 1 +0000\n\nx\n", tree, parents);

	object(head, s, GIT_OBJECT_COMMIT, text, strlen(text));
}

/* A commit of a directory "dir" with that one entry. */
static void
one_entry(char head[COMMIT_LEN + 1], struct scene *s, const char *mode,
    const char *name, const char *id)
{
	char tree[COMMIT_LEN + 1];
	AUTO_BUF dir = { 0 }, root = { 0 };

	entry(&dir, mode, name, id);
	object(tree, s, GIT_OBJECT_TREE, dir.data, dir.len);
	entry(&root, "40000", "dir", tree);
	object(tree, s, GIT_OBJECT_TREE, root.data, root.len);
	commit_of(head, s, tree, "");
}

static void
one_blob(char head[COMMIT_LEN + 1], struct scene *s, const char *mode,
    const char *name)
{
	char id[COMMIT_LEN + 1];

	blob(id, s);
	one_entry(head, s, mode, name, id);
}

/* ---- what others would put there ---- */

static void
a_link(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_blob(head, s, "120000", "a.xml");
}

static void
a_program(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_blob(head, s, "100755", "a.xml");
}

static void
a_submodule(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_entry(head, s, "160000", "a", NOBODY);
}

static void
a_hook(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_blob(head, s, "100644", ".git");
}

static void
a_way_out(char head[COMMIT_LEN + 1], struct scene *s)
{
	char id[COMMIT_LEN + 1];

	one_blob(head, s, "100644", "a.xml");
	memcpy(id, git(s, "rev-parse", arena_printf(s->a, "%s:dir", head)),
	    COMMIT_LEN + 1);
	one_entry(head, s, "40000", "..", id);
}

static void
a_depth(char head[COMMIT_LEN + 1], struct scene *s)
{
	char id[COMMIT_LEN + 1];
	const char *mode = "100644";
	int i;

	blob(id, s);
	for (i = 0; i < DEEP; i++) {
		AUTO_BUF b = { 0 };

		entry(&b, mode, "a", id);
		object(id, s, GIT_OBJECT_TREE, b.data, b.len);
		mode = "40000";
	}
	commit_of(head, s, id, "");
}

static void
another_kind(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_blob(head, s, "40000", "a");
}

static void
a_lost_blob(char head[COMMIT_LEN + 1], struct scene *s)
{
	one_entry(head, s, "100644", "a.xml", NOBODY);
}

static void
of_bytes(char head[COMMIT_LEN + 1], struct scene *s, const char *p, size_t n)
{
	char tree[COMMIT_LEN + 1];

	object(tree, s, GIT_OBJECT_TREE, p, n);
	commit_of(head, s, tree, "");
}

static void
a_torn_tree(char head[COMMIT_LEN + 1], struct scene *s)
{
	static const char text[] = "100644 a.xml\0aaaaaaaaaaaaaaaaaaa";

	of_bytes(head, s, text, sizeof text - 1);	/* a byte too few */
}

static void
a_tree_without_modes(char head[COMMIT_LEN + 1], struct scene *s)
{
	static const char text[] = "100644\0aaaaaaaaaaaaaaaaaaaa";

	of_bytes(head, s, text, sizeof text - 1);
}

static void
no_commit(char head[COMMIT_LEN + 1], struct scene *s)
{
	static const char text[] = "albero: nessuno\n";

	object(head, s, GIT_OBJECT_COMMIT, text, sizeof text - 1);
}

static void
of_a_strange_tree(char head[COMMIT_LEN + 1], struct scene *s)
{
	commit_of(head, s, "ABCDEF6789012345678901234567890123456789", "");
}

static void
a_merge(char head[COMMIT_LEN + 1], struct scene *s)
{
	char one[COMMIT_LEN + 1], tree[COMMIT_LEN + 1];

	one_blob(one, s, "100644", "a.xml");
	memcpy(tree, git(s, "rev-parse", arena_printf(s->a, "%s^{tree}",
	    one)), COMMIT_LEN + 1);
	commit_of(head, s, tree, arena_printf(s->a, "parent %s\nparent %s\n",
	    one, one));
}

static const struct alieno alieni[] = {
	{ "albero con una voce non ammessa", a_link, TUTTI },
	{ "albero con una voce non ammessa", a_program, TUTTI },
	{ "albero con una voce non ammessa", a_submodule, TUTTI },
	{ "albero con un nome non ammesso", a_hook, TUTTI },
	{ "albero con un nome non ammesso", a_way_out, TUTTI },
	{ "albero troppo profondo", a_depth, TUTTI },
	{ "oggetto illeggibile o di altro tipo", another_kind, TUTTI },
	{ "oggetto mancante", a_lost_blob, LEGGE },
	{ "oggetto illeggibile o di altro tipo", a_torn_tree, TUTTI },
	{ "oggetto illeggibile o di altro tipo", a_tree_without_modes, TUTTI },
	{ "oggetto illeggibile o di altro tipo", no_commit, TUTTI },
	{ "oggetto illeggibile o di altro tipo", of_a_strange_tree, TUTTI },
	{ "commit che unisce due storie", a_merge, 0 },
};

/* ---- what we make of them ---- */

static void
tell(void *arg, const char *place, const char *what)
{
	buf_printf(arg, "%s: %s\n", place, what);
}

static int
nothing(void *arg, const char *name, const void *p, size_t n)
{
	(void)arg, (void)name, (void)p, (void)n;
	return 0;
}

static int
copied(void *arg, const char *name, const char *path, const void *p, size_t n)
{
	(void)path;
	return nothing(arg, name, p, n);
}

static int
a_stone(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)arg, (void)path, (void)p, (void)n;
	buf_puts(out, "<lapide/>\n");
	return 0;
}

static void
no(int r, const char *of, const char *who)
{
	if (r != ERR_FAULT)
		fail_msg("%s: %s: %d", of, who, r);
	assert_string_not_equal(err_msg(), "");
	err_clear();
}

static void
told(struct scene *s, const struct alieno *x, const char *head)
{
	const struct folder_tags none = { 0 };
	AUTO_BUF told = { 0 };
	int left;

	assert_int_equal(folder_check(s->f, head, &none, tell, &told, &left),
	    0);
	if (strstr(buf_str(&told), x->what) == NULL)
		fail_msg("«%s» not in: %s", x->what, buf_str(&told));
}

/* What needs the whole history. */
static void
not_handed_on(struct scene *s, const struct alieno *x, const char *head)
{
	static const char *const path[] = { "dir/a.xml" };
	const struct folder_tags none = { 0 };
	struct rewritten made;
	AUTO_BUF b = { 0 };

	no(folder_objects(s->f, "", head, &none, nothing, NULL), x->what,
	    "folder_objects");
	no(folder_copy(s->f, head, &none, copied, NULL), x->what,
	    "folder_copy");
	no(folder_bundle(&b, s->f, head), x->what, "folder_bundle");
	no(folder_pack(s->f, head), x->what, "folder_pack");
	assert_int_equal(b.len, 0);
	assert_true(folder_rewrite(&made, s->a, s->f, head, path, 1, a_stone,
	    NULL) < 0);
}

/* What looks at its files. */
static void
not_shown(struct scene *s, const struct alieno *x, const char *head)
{
	char next[COMMIT_LEN + 1], **change;
	AUTO(stage) g = stage_new(s->f, head);
	AUTO_BUF b = { 0 };

	no(folder_walk(s->f, head, "", gather, &b), x->what, "folder_walk");
	if (!folder_bare(s->f))
		no(folder_refresh(s->f, "", head, true), x->what,
		    "folder_refresh");
	if (x->chi & CONFRONTA)
		no(folder_changes(&change, s->a, s->f, "", head), x->what,
		    "folder_changes");
	assert_null(strstr(buf_str(&b), ".git"));
	assert_false(file_exists(arena_printf(s->a, "%s/a.xml", s->path)));
	put(g, "dir/a/b/c.xml", "<a/>\n");
	(void)!stage_commit(next, g, &author, "prova");
}

static void
aliens(void **state)
{
	struct scene *s = *state;
	char head[COMMIT_LEN + 1];
	size_t i;

	for (i = 0; i < NELEM(alieni); i++) {
		alieni[i].head(head, s);
		told(s, &alieni[i], head);
		not_handed_on(s, &alieni[i], head);
		if (alieni[i].chi != 0)
			not_shown(s, &alieni[i], head);
	}
}

/* An act on top of what is not ours does not make it ours. */
static void
not_gone_on_from(void **state)
{
	static void (*const of[])(char *, struct scene *) = { a_link,
	    a_program, a_submodule };
	struct scene *s = *state;
	char head[COMMIT_LEN + 1], next[COMMIT_LEN + 1];
	size_t i;

	for (i = 0; i < NELEM(of); i++) {
		AUTO(stage) g = NULL;

		of[i](head, s);
		g = stage_new(s->f, head);
		put(g, "dir/b.xml", "<a/>\n");
		assert_int_equal(stage_commit(next, g, &author, "prova"),
		    ERR_FAULT);
		assert_non_null(strstr(err_msg(), "voce non ammessa"));
	}
}

/* Nor is what it has gained told from what is not ours. */
static void
not_compared_with(void **state)
{
	struct scene *s = *state;
	const struct folder_tags none = { 0 };
	char id[COMMIT_LEN + 1], old[COMMIT_LEN + 1], head[COMMIT_LEN + 1];
	AUTO_BUF was = { 0 }, is = { 0 };

	blob(id, s);
	entry(&was, "100644", "a.xml", id);
	entry(&was, "120000", "b", id);
	entry(&is, "100644", "c.xml", id);
	object(id, s, GIT_OBJECT_TREE, was.data, was.len);
	commit_of(old, s, id, "");
	object(id, s, GIT_OBJECT_TREE, is.data, is.len);
	commit_of(head, s, id, arena_printf(s->a, "parent %s\n", old));
	no(folder_objects(s->f, old, head, &none, nothing, NULL),
	    "a link in the state before", "folder_objects");
}

/* ---- tags ---- */

static int
count(void *arg, const char *name, const char *path, const void *p, size_t n)
{
	(void)path, (void)p, (void)n;
	*(int *)arg += strncmp(name, "objects/", 8) == 0;
	return 0;
}

/* Of a folder whose one tag is that object. */
static void
tag_refused(struct scene *s, const char *text, const char *words, int objects)
{
	char id[COMMIT_LEN + 1];
	struct tag_ref ref = { "sigillo/1", id, s->head };
	const struct folder_tags tags = { &ref, 1 };
	AUTO_BUF told = { 0 };
	int left;

	object(id, s, GIT_OBJECT_TAG, text, strlen(text));
	assert_int_equal(folder_check(s->f, s->head, &tags, tell, &told,
	    &left), 0);
	if (strstr(buf_str(&told), words) == NULL)
		fail_msg("«%s» not in: %s", words, buf_str(&told));
	assert_int_equal(folder_objects(s->f, "", s->head, &tags, nothing,
	    NULL), objects);
	no(folder_copy(s->f, s->head, &tags, copied, NULL), text,
	    "folder_copy");
}

static void
alien_tags(void **state)
{
	struct scene *s = *state;

	one_act(s);
	tag_refused(s, "nessuno\n", "illeggibile o di altro tipo",
	    ERR_FAULT);
	tag_refused(s, "object ABCDEF6789012345678901234567890123456789\n"
	    "type commit\n", "illeggibile o di altro tipo", ERR_FAULT);
	tag_refused(s, "object " NOBODY "\ntype commit\ntag sigillo/1\n"
	    "tagger a <a@a> 1 +0000\n\nx\n-----BEGIN PGP SIGNATURE-----\n\n"
	    "iHUE\n-----END PGP SIGNATURE-----\n",
	    "tag di un commit che non è il suo", ERR_FAULT);
	/* of another name: a backup asks only what it is of */
	tag_refused(s, arena_printf(s->a, "object %s\ntype commit\n"
	    "tag sigillo/2\ntagger a <a@a> 1 +0000\n\nx\n", s->head),
	    "illeggibile o di altro tipo", 0);
}

/* ---- what is not there, or twice ---- */

/* What nobody needs stays behind; a state that was before is given once. */
static void
only_what_is_needed(void **state)
{
	const struct folder_tags none = { 0 };
	char id[COMMIT_LEN + 1], was[COMMIT_LEN + 1];
	struct scene *s = *state;
	int before = 0, after = 0;
	struct stage *g;

	one_act(s);
	assert_int_equal(folder_copy(s->f, s->head, &none, count, &before), 0);
	blob(id, s);
	assert_int_equal(folder_copy(s->f, s->head, &none, count, &after), 0);
	assert_int_equal(before, after);
	memcpy(was, s->head, sizeof was);
	commit_of(id, s, git(s, "rev-parse", "HEAD^{tree}"),
	    arena_printf(s->a, "parent %s\n", s->head));
	assert_int_equal(folder_objects(s->f, was, id, &none, nothing, NULL),
	    0);
	/* the other way round: that one is not behind this */
	assert_int_equal(folder_objects(s->f, id, was, &none, nothing, NULL),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non passa per"));
	/* on top of a tree that cannot be read nothing is told apart */
	a_torn_tree(was, s);
	g = stage_new(s->f, "");
	put(g, "a.xml", "<a/>\n");
	assert_int_equal(stage_commit(id, g, &author, "prova"), 0);
	stage_free(g);
	commit_of(id, s, git(s, "rev-parse", arena_printf(s->a, "%s^{tree}",
	    id)), arena_printf(s->a, "parent %s\n", was));
	no(folder_objects(s->f, was, id, &none, nothing, NULL), "torn",
	    "folder_objects");
	assert_int_equal(folder_tree(id, s->f, "", "diario"), ERR_ABSENT);
	assert_string_not_equal(err_msg(), "");
}

/* A sound object in the place of another. */
static void
exchanged(void **state)
{
	const struct folder_tags none = { 0 };
	struct scene *s = *state;
	AUTO(folder) f = NULL;
	char id[COMMIT_LEN + 1];
	char *to;

	one_act(s);
	to = object_path(s, git(s, "rev-parse", "HEAD:cartella.xml"));
	blob(id, s);
	assert_int_equal(rename(object_path(s, id), to), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	no(folder_objects(f, "", s->head, &none, nothing, NULL), "exchanged",
	    "folder_objects");
}

/* Something else in the place of the repository. */
static void
no_repository(void **state)
{
	struct scene *s = *state;
	char *git_dir = arena_printf(s->a, "%s/.git", s->path);
	AUTO(folder) f = NULL;

	assert_int_equal(rename(git_dir, arena_printf(s->a, "%s/via",
	    s->top)), 0);
	assert_int_equal(folder_open(&f, s->path), ERR_ABSENT);
	assert_int_equal(file_put(git_dir, "gitdir: ../via\n", 15, 0600), 0);
	assert_int_equal(folder_open(&f, s->path), ERR_FAULT);
	assert_int_equal(unlink(git_dir), 0);
	assert_int_equal(symlink("../via", git_dir), 0);
	assert_int_equal(folder_open(&f, s->path), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "non è una directory"));
	assert_null(f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(aliens),
		cmocka_unit_test_setup_teardown(aliens, setup_bare, teardown),
		TEST(not_gone_on_from), TEST(not_compared_with),
		TEST(alien_tags),
		TEST(only_what_is_needed),
		TEST(exchanged),
		TEST(no_repository),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

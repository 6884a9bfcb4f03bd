/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * folder_pack: fewer files, the same folder; what it refuses, and what is there
 * when it was cut short.
 */
#include "scena_controllo.h"

static void
pack_keeps_all(void **state)
{
	struct scene *s = *state;
	AUTO(folder) early = NULL;
	AUTO_BUF b = { 0 };
	char path[64];
	int n, i;

	assert_int_equal(folder_open(&early, s->path), 0);
	for (i = 0; i < 40; i++) {
		snprintf(path, sizeof path, "diario/01/%04d.xml", i);
		commit(s, path, path, true);
	}
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_true(n > 100);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 0);
	sound(s, 0);
	git_sh(s, "fsck --strict --full");
	/* by the handle that packed, and by one opened before */
	assert_int_equal(folder_read(&b, s->f, s->head, path), 0);
	assert_int_equal(folder_read(&b, early, s->head,
	    "diario/01/0007.xml"), 0);
	/* and on, upon packed objects; twice */
	commit(s, "diario/02/0000.xml", "<nota/>\n", true);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 5);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	sound(s, 0);
	git_sh(s, "fsck --strict --full");
}

static void
pack_keeps_tags(void **state)
{
	struct scene *s = *state;
	struct tag t;
	int n;

	tag(s, "giorno/2026-11-20", s->head);
	commit(s, "diario/00/0002.xml", "<nota/>\n", true);
	tag(s, "sigillo/3", s->head);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 0);
	sound(s, 0);
	assert_int_equal(folder_tag_read(&t, s->f, "sigillo/3",
	    s->tags.tag[1].id), 0);
	assert_string_equal(t.commit, s->head);
	tag_free(&t);
	git_sh(s, "fsck --strict --full");
	git_sh(s, "gc -q");
	sound(s, 0);
	git_sh(s, "clone -q . ../copia");
	git_sh(s, "-C ../copia cat-file tag sigillo/3");
}

/* What cannot be put in its place leaves neither a workshop nor a loss. */
static void
pack_has_no_place(void **state)
{
	struct scene *s = *state;
	const char *place = in(s, ".git/objects/pack");
	char **name;
	int before, after;

	assert_int_equal(folder_loose_count(&before, s->f), 0);
	(void)!rmdir(place);
	assert_int_equal(file_put(place, "x", 1, 0600), 0);
	assert_true(folder_pack(s->f, s->head) < 0);
	assert_non_null(strstr(err_msg(), "objects/pack"));
	assert_int_equal(dir_list(&name, s->a, in(s, ".git")), 0);
	for (; *name != NULL; name++)
		assert_null(strstr(*name, "pacco"));
	assert_int_equal(folder_loose_count(&after, s->f), 0);
	assert_int_equal(after, before);
	assert_int_equal(unlink(place), 0);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	sound(s, 0);
}

/* A tag that lacks its object is not packed away with the rest. */
static void
pack_refuses_a_lost_tag(void **state)
{
	struct scene *s = *state;
	AUTO(folder) f = NULL;

	tag(s, "giorno/2026-11-20", s->head);
	assert_int_equal(unlink(object_path(s, s->tags.tag[0].id)), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	assert_int_equal(folder_pack(f, s->head), ERR_FAULT);
	told(s, "oggetto mancante");
}

static void
age_all(struct scene *s, int64_t seconds)
{
	(void)!system(arena_printf(s->a,
	    "find '%s/.git/objects' -type f -exec touch -d @%lld {} +",
	    s->path, (long long)(time(NULL) - seconds)));
}

static void
pack_and_unreachable(void **state)
{
	struct scene *s = *state;
	int n;

	commit(s, "relazioni/1.xml", "<relazione/>\n", false);
	age_all(s, 13 * 86400);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 4);		/* young: as they are */
	sound(s, 4);
	age_all(s, 15 * 86400);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 0);
	sound(s, 4);			/* never pruned */
}

static void
pack_refuses_broken(void **state)
{
	struct scene *s = *state;
	char *path = object_path(s, s->head);
	AUTO(folder) f = NULL;
	int before, n;

	assert_int_equal(chmod(path, 0600), 0);
	write_byte(path, 20, 'x');
	assert_int_equal(folder_open(&f, s->path), 0);
	assert_int_equal(folder_loose_count(&before, f), 0);
	assert_int_equal(folder_pack(f, s->head), ERR_FAULT);
	assert_int_equal(folder_loose_count(&n, f), 0);
	assert_int_equal(n, before);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(folder_pack(f, s->head), ERR_FAULT);
	assert_int_equal(folder_pack(f, "main"), ERR_INVALID);
}

/* Already packed, and the single files not yet removed: a crash between. */
static void
pack_again_after_crash(void **state)
{
	struct scene *s = *state;
	char *saved = arena_printf(s->a, "%s/salvati", s->top);
	int n;

	(void)!system(arena_printf(s->a, "cp -a '%s/.git/objects' '%s'",
	    s->path, saved));
	assert_int_equal(folder_pack(s->f, s->head), 0);
	(void)!system(arena_printf(s->a, "cp -a '%s/'?? '%s/.git/objects/'",
	    saved, s->path));
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_true(n > 0);
	sound(s, 0);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(folder_loose_count(&n, s->f), 0);
	assert_int_equal(n, 0);
	sound(s, 0);
}

/* Who packed it ended before the index was beside the pack: it is a leftover,
 * as long as nothing needs it. */
static void
pack_without_index(void **state)
{
	struct scene *s = *state;
	char *saved = arena_printf(s->a, "%s/salvati", s->top);

	(void)!system(arena_printf(s->a, "cp -a '%s/.git/objects' '%s'",
	    s->path, saved));
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(system(arena_printf(s->a, "rm '%s/.git/objects/pack/'"
	    "*.idx", s->path)), 0);
	told(s, "manca");
	(void)!system(arena_printf(s->a, "cp -a '%s/'?? '%s/.git/objects/'",
	    saved, s->path));
	sound(s, 1);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	sound(s, 0);
}

/* A custodian's git: our config keeps its housekeeping harmless. */
static void
custodian_gc(void **state)
{
	struct scene *s = *state;
	AUTO_BUF b = { 0 };

	commit(s, "relazioni/1.xml", "<relazione/>\n", false);
	git_sh(s, "gc -q");
	sound(s, 4);
	assert_int_equal(folder_read(&b, s->f, s->head, "cartella.xml"), 0);
	commit(s, "diario/00/0003.xml", "<nota/>\n", true);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	sound(s, 4);
	git_sh(s, "fsck --strict --full");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pack_keeps_all),
		TEST(pack_keeps_tags),
		TEST(pack_has_no_place), TEST(pack_refuses_a_lost_tag),
		TEST(pack_and_unreachable),
		TEST(pack_refuses_broken),
		TEST(pack_again_after_crash),
		TEST(pack_without_index),
		TEST(custodian_gc),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

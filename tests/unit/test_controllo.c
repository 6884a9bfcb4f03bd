/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * folder_check and folder_pack: every byte of every file of a small folder is
 * altered, and each alteration must be told.  CARTELLA_ESAURISCI=1 tries all
 * 255 values of each byte instead of five.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "archivio/archivio.h"
#include "base/file.h"
#include "base/process.h"

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

struct scene {
	struct arena *a;
	char *top, *path;
	struct folder *f;
	char head[COMMIT_LEN + 1];
	struct buf told;	/* "place: what" of each defect, a line each */
	int defects, unreachable;
	struct folder_tags tags;	/* it must have */
};

static void
commit(struct scene *s, const char *path, const char *text, bool published)
{
	static const struct git_author author = { "Operatore 7", "op7@ente",
	    1790000000, 7200 };
	AUTO(stage) g = stage_new(s->f, s->head);
	char next[COMMIT_LEN + 1];

	assert_int_equal(stage_put(g, path, text, strlen(text)), 0);
	assert_int_equal(stage_commit(next, g, &author, "atto"), 0);
	if (!published)
		return;
	assert_int_equal(folder_move(s->f, s->head, next), 0);
	assert_int_equal(folder_refresh(s->f, s->head, next, false), 0);
	memcpy(s->head, next, sizeof next);
}

static int
setup_at(void **state, const char *name)
{
	struct scene *s = calloc(1, sizeof *s);

	s->a = arena_new();
	assert_int_equal(archivio_init(), 0);
	assert_int_equal(dir_temporary(&s->top, s->a), 0);
	s->path = arena_printf(s->a, "%s/%s", s->top, name);
	assert_int_equal(folder_create(s->path), 0);
	assert_int_equal(folder_open(&s->f, s->path), 0);
	commit(s, "cartella.xml", "<cartella>aaaaaaaaaaaaaaaa</cartella>\n",
	    true);
	commit(s, "diario/00/0001.xml", "<nota>una nota</nota>\n", true);
	*state = s;
	return 0;
}

static int
setup(void **state)
{
	return setup_at(state, "cartella");
}

static int
setup_bare(void **state)
{
	return setup_at(state, "2026.git");
}

static int
teardown(void **state)
{
	struct scene *s = *state;

	folder_close(s->f);
	assert_int_equal(dir_remove(s->top), 0);
	buf_free(&s->told);
	arena_free(s->a);
	free(s);
	return 0;
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

static void
git(struct scene *s, const char *words)
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

static char *
object_path(struct scene *s, const char *id)
{
	return arena_printf(s->a, "%s/.git/objects/%.2s/%s", s->path, id,
	    id + 2);
}

/* ---- tags ---- */

/* The object alone; its id in the arena. */
static char *
tag_object(struct scene *s, const char *nome, const char *of)
{
	static const struct git_author author = { "sigillo", "sigillo@ente",
	    1790000000, 7200 };
	char id[COMMIT_LEN + 1];
	AUTO_BUF b = { 0 };

	assert_int_equal(tag_text(&b, nome, of, &author, "sigillo"), 0);
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

/* ---- every byte ---- */

static void
write_byte(const char *path, size_t at, char c)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, &c, 1, (off_t)at), 1);
	close(fd);
}

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
	git(s, "tag uno main");
	told(s, "refs/tags/uno: file estraneo");
	git(s, "tag -d uno");
	git(s, "tag giorno/2026-11-21 main");
	told(s, "refs/tags/giorno/2026-11-21: tag di nessun sigillo");
	git(s, "tag -d giorno/2026-11-21 sigillo/12");
	told(s, "refs/tags/sigillo/12: file mancante");
}

/* On a commit that the branch does not hold. */
static void
tag_beside_the_branch(void **state)
{
	struct scene *s = *state;
	static const struct git_author author = { "Operatore 7", "op7@ente",
	    1790000000, 7200 };
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
		".git/objects/pack/pack-" NOBODY ".pack",
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
		if (i >= 15)	/* the directory too must be ours */
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
	git(s, "log -p --stat >/dev/null");
	assert_int_equal(unlink(in(s, ".git/index")), 0);
	git(s, "status --short >/dev/null");
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
	git(s, "-c core.looseCompression=9 hash-object -w --stdin "
	    "</bin/true >/dev/null");
	sound(s, 1);
	git(s, "cat-file commit HEAD >../commit");
	assert_int_equal(unlink(object_path(s, s->head)), 0);
	git(s, "-c core.looseCompression=9 hash-object -t commit -w ../commit "
	    ">/dev/null");
	told(s, "contenuto integro");
	assert_int_equal(s->defects, 1);
}

/* ---- packs ---- */

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
	git(s, "fsck --strict --full");
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
	git(s, "fsck --strict --full");
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
	git(s, "fsck --strict --full");
	git(s, "gc -q");
	sound(s, 0);
	git(s, "clone -q . ../copia");
	git(s, "-C ../copia cat-file tag sigillo/3");
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

/* A custodian's git: our config keeps its housekeeping harmless. */
static void
custodian_gc(void **state)
{
	struct scene *s = *state;
	AUTO_BUF b = { 0 };

	commit(s, "relazioni/1.xml", "<relazione/>\n", false);
	git(s, "gc -q");
	sound(s, 4);
	assert_int_equal(folder_read(&b, s->f, s->head, "cartella.xml"), 0);
	commit(s, "diario/00/0003.xml", "<nota/>\n", true);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	sound(s, 4);
	git(s, "fsck --strict --full");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_byte_loose),
		cmocka_unit_test_setup_teardown(every_byte_bare, setup_bare,
		    teardown),
		TEST(every_byte_packed),
		TEST(every_byte_tagged),
		TEST(tags_of_others),
		TEST(tag_beside_the_branch),
		TEST(alien_files),
		TEST(tolerated_files),
		TEST(links_found),
		TEST(missing_objects),
		TEST(missing_files),
		TEST(head_elsewhere),
		TEST(leftovers_counted),
		TEST(empty_folder_sound),
		TEST(other_compression),
		TEST(pack_keeps_all),
		TEST(pack_keeps_tags),
		TEST(pack_refuses_a_lost_tag),
		TEST(pack_and_unreachable),
		TEST(pack_refuses_broken),
		TEST(pack_again_after_crash),
		TEST(custodian_gc),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

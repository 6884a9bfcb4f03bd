/* SPDX-License-Identifier: EUPL-1.2 */
/* What a purge leaves of a folder, and what it refuses to touch. */
#include "scena.h"

#define PATH "relazioni/0001.xml"
#define WORD "zafferano"
#define NOBODY "0123456789012345678901234567890123456789"
#define SIGNATURE "-----BEGIN PGP SIGNATURE-----\n\niHUEABYK\n" \
	"-----END PGP SIGNATURE-----\n"

static int
shell(struct scene *s, const char *words)
{
	return system(arena_printf(s->a, "cd '%s' && %s", s->path, words));
}

static int
lapide(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)arg, (void)path, (void)p, (void)n;
	buf_puts(out, "<lapide/>\n");
	return 0;
}

static void
write_version(struct scene *s, const char *path, const char *text)
{
	struct stage *g = stage(s);

	put(g, path, text);
	publish(s, g);
}

static void
put_tag(struct scene *s, const char *nome)
{
	char id[COMMIT_LEN + 1];
	AUTO_BUF b = { 0 };

	assert_int_equal(tag_text(&b, nome, s->head, &author, "giorno"), 0);
	buf_puts(&b, SIGNATURE);
	assert_int_equal(tag_id(id, b.data, b.len), 0);
	assert_int_equal(folder_tag_write(s->f, nome, b.data, b.len), 0);
	assert_int_equal(folder_tag_set(s->f, nome, id), 0);
}

/* The history without the relazione, not yet purged. */
static void
erase(struct scene *s)
{
	static const char *const path[] = { PATH };
	struct rewritten w = { 0 };

	if (folder_rewrite(&w, s->a, s->f, s->head, path, 1, lapide,
	    NULL) != 0)
		fail_msg("%s", err_msg());
	assert_int_equal(folder_move(s->f, s->head, w.head), 0);
	assert_int_equal(folder_refresh(s->f, s->head, w.head, false), 0);
	memcpy(s->head, w.head, sizeof s->head);
}

/* A folder with a past: packs, single objects, tags, and an erased relazione
 * that is in all of these. */
static int
setup_erased(void **state)
{
	struct scene *s;
	int i;

	setup(state);
	s = *state;
	one_act(s);
	write_version(s, PATH, "<relazione>" WORD " prima</relazione>\n");
	put_tag(s, "giorno/2026-11-20");
	assert_int_equal(folder_pack(s->f, s->head), 0);
	for (i = 0; i < 8; i++)
		write_version(s, arena_printf(s->a, "diario/2026/01/%04d.xml",
		    i), arena_printf(s->a, "<nota>%d</nota>\n", i));
	write_version(s, PATH, "<relazione>" WORD " seconda</relazione>\n");
	put_tag(s, "sigillo/12");
	assert_int_equal(folder_pack(s->f, s->head), 0);
	write_version(s, PATH, "<relazione>" WORD " terza</relazione>\n");
	write_version(s, "scheda.xml", "<scheda/>\n");
	erase(s);
	return 0;
}

/* Every object that any git finds there, as text. */
static char *
all_objects(struct scene *s)
{
	AUTO_BUF b = { 0 };
	const char *const arg[] = { "cat-file", "--batch-all-objects",
	    "--batch", NULL };

	assert_int_equal(git_in(s, &b, s->path, arg), 0);
	return arena_memdup(s->a, buf_str(&b), b.len + 1);
}

static bool
word_in_objects(struct scene *s)
{
	AUTO_BUF b = { 0 };
	const char *const arg[] = { "cat-file", "--batch-all-objects",
	    "--batch", NULL };

	assert_int_equal(git_in(s, &b, s->path, arg), 0);
	return memmem(b.data, b.len, WORD, strlen(WORD)) != NULL;
}

static void
told(void *arg, const char *place, const char *what)
{
	print_message("# %s: %s\n", place, what);
	++*(int *)arg;
}

/* Only what the head reaches, in one pack, and it is whole. */
static void
clean(struct scene *s)
{
	const struct folder_tags none = { 0 };
	int defects = 0, unreachable = -1;
	AUTO(folder) f = NULL;

	assert_int_equal(shell(s, "test \"$(find .git -type f -o -type l | "
	    "sed 's/pack-[0-9a-f]*/pack-X/' | sort | tr '\\n' ' ')\" = "
	    "'.git/HEAD .git/config .git/objects/pack/pack-X.idx "
	    ".git/objects/pack/pack-X.pack .git/refs/heads/main '"), 0);
	assert_false(word_in_objects(s));
	assert_int_equal(shell(s, "test $(git cat-file --batch-all-objects "
	    "--batch-check | wc -l) = $(git rev-list --objects main | "
	    "wc -l)"), 0);
	assert_int_equal(folder_open(&f, s->path), 0);
	assert_int_equal(folder_check(f, s->head, &none, told, &defects,
	    &unreachable), 0);
	assert_int_equal(defects, 0);
	assert_int_equal(unreachable, 0);
	git(s, "fsck", "--strict", "--full");
}

/* All of the head and of its history, through that handle. */
static void
reads_all(struct scene *s, struct folder *f)
{
	AUTO_BUF b = { 0 };
	char **change;

	if (folder_walk(f, s->head, "", gather, &b) != 0)
		fail_msg("%s", err_msg());
	assert_non_null(strstr(b.data, "relazioni/0001.xml=<lapide/>\n;"));
	assert_non_null(strstr(b.data, "diario/2026/01/0007.xml"));
	assert_non_null(strstr(b.data, "scheda.xml"));
	assert_int_equal(folder_changes(&change, s->a, f, "", s->head), 0);
}

/* ---- what stays ---- */

static void
only_the_head_stays(void **state)
{
	struct scene *s = *state;

	/* the control: it is all still there */
	assert_true(word_in_objects(s));
	assert_string_equal(git(s, "tag"), "giorno/2026-11-20\nsigillo/12");
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
	reads_all(s, s->f);
	assert_string_equal(git(s, "tag"), "");
	assert_string_equal(git(s, "rev-list", "--count", "main"), "13");
}

/* What acts cut short and a custodian's git leave. */
static void
leftovers_go(void **state)
{
	struct scene *s = *state;

	assert_int_equal(shell(s, "git add -A && git repack -qd --write-midx "
	    "&& cat .git/objects/pack/*.pack >.git/objects/pack/tmp_pack_x && "
	    "cp .git/objects/pack/tmp_pack_x .git/objects/pack/pack_git2_y && "
	    "cp .git/objects/pack/tmp_pack_x .git/objects/pack/.tmp-1-pack-z "
	    "&& mkdir .git/pacco.7 .git/verifica.8 .git/objects/ee && "
	    "echo " WORD " | tee .git/visibile.9.nuovo .git/pacco.7/pack-x "
	    ".git/verifica.8/y .git/objects/ee/tmp_obj_1 .git/ORIG_HEAD "
	    ".git/objects/pack/pack-" NOBODY ".pack "
	    ".git/objects/pack/pack-" NOBODY ".keep >/dev/null && "
	    "mkdir -p .git/logs/refs/heads .git/lost-found/other && "
	    "echo " WORD " | tee .git/logs/HEAD .git/logs/refs/heads/main "
	    ".git/lost-found/other/x >/dev/null && "
	    "git -c core.commitGraph=true commit-graph write --reachable "
	    "&& test -f .git/objects/info/commit-graph"), 0);
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
	assert_int_equal(shell(s, "test ! -e .git/logs -a ! -e .git/pacco.7 "
	    "-a ! -e .git/refs/tags -a -d .git/objects/pack"), 0);
}

static void
again_is_nothing(void **state)
{
	struct scene *s = *state;
	char *first;

	assert_int_equal(folder_purge(s->f, s->head), 0);
	first = git(s, "count-objects", "-v");
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
	assert_string_equal(git(s, "count-objects", "-v"), first);
	/* and acts and packing go on upon it */
	write_version(s, "diario/2026/02/0000.xml", "<nota/>\n");
	assert_int_equal(folder_pack(s->f, s->head), 0);
	git(s, "fsck", "--strict", "--full");
	assert_false(word_in_objects(s));
}

static void
gone_without_erasure(void **state)
{
	struct scene *s = *state;

	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
	/* an act that was never published */
	assert_int_equal(shell(s, "echo " WORD " | git hash-object -w --stdin "
	    ">/dev/null"), 0);
	assert_true(word_in_objects(s));
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
}

static void
bare_too(void **state)
{
	struct scene *s = *state;

	write_version(s, PATH, WORD);
	write_version(s, "scheda.xml", "<scheda/>\n");
	erase(s);
	assert_true(strstr(all_objects(s), "") != NULL && word_in_objects(s));
	assert_int_equal(folder_purge(s->f, s->head), 0);
	assert_false(word_in_objects(s));
	git(s, "fsck", "--strict", "--full");
}

/* ---- readers and writers with an open folder ---- */

static void
readers_go_on(void **state)
{
	struct scene *s = *state;
	AUTO(folder) fresh = NULL;
	AUTO(folder) used = NULL;
	AUTO_BUF b = { 0 };

	assert_int_equal(folder_open(&fresh, s->path), 0);
	assert_int_equal(folder_open(&used, s->path), 0);
	assert_int_equal(folder_read(&b, used, s->head, "cartella.xml"), 0);
	assert_int_equal(folder_purge(s->f, s->head), 0);
	reads_all(s, fresh);
	reads_all(s, used);
}

/* Whoever has an old pack open does not believe that what went is there. */
static void
writers_write_again(void **state)
{
	struct scene *s = *state;
	AUTO(folder) old = NULL;
	AUTO_BUF b = { 0 };
	char *before = git(s, "rev-parse", "sigillo/12^{commit}");

	assert_int_equal(folder_open(&old, s->path), 0);
	assert_int_equal(folder_read(&b, old, before, PATH), 0);
	assert_non_null(strstr(b.data, WORD " seconda"));
	assert_int_equal(folder_purge(s->f, s->head), 0);
	folder_close(s->f);
	s->f = MOVE(old);
	write_version(s, "altra.xml", b.data);
	git(s, "fsck", "--strict", "--full");
	assert_string_equal(git(s, "show", "main:altra.xml"),
	    "<relazione>" WORD " seconda</relazione>");
}

/* ---- refused ---- */

static char *
files(struct scene *s)
{
	AUTO_BUF b = { 0 };
	const char *const argv[] = { "/bin/sh", "-c", arena_printf(s->a,
	    "cd '%s' && find .git | sort && find .git -type f -exec "
	    "sha256sum {} + | sort", s->path), NULL };
	const struct process p = { .argv = argv, .out_max = 1 << 20 };

	assert_int_equal(process_run(&b, NULL, &p), 0);
	return arena_strdup(s->a, buf_str(&b));
}

static void
refused_whole(struct scene *s, const char *head, int code, const char *says)
{
	char *before = files(s);

	assert_int_equal(folder_purge(s->f, head), code);
	if (strstr(err_msg(), says) == NULL)
		fail_msg("%s", err_msg());
	assert_string_equal(files(s), before);
}

static void
branch_elsewhere(void **state)
{
	struct scene *s = *state;
	char *other = git(s, "rev-parse", "main~1");

	refused_whole(s, other, ERR_BUSY, s->head);
	refused_whole(s, "main", ERR_INVALID, "main");
	refused_whole(s, "", ERR_INVALID, "");
	refused_whole(s, NOBODY, ERR_BUSY, s->head);
}

static void
broken_folder(void **state)
{
	struct scene *s = *state;
	char *id = git(s, "rev-parse", "main:" PATH);

	assert_int_equal(unlink(object_path(s, id)), 0);
	refused_whole(s, s->head, ERR_FAULT, id);
}

static void
altered_object(void **state)
{
	struct scene *s = *state;
	char *path = object_path(s, git(s, "rev-parse", "main:" PATH));

	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(file_put(path, "x", 1, 0444), 0);
	refused_whole(s, s->head, ERR_FAULT, "");
}

static void
aliens_refused(void **state)
{
	static const char *const words[] = {
		"mv .git/objects/pack/$(ls .git/objects/pack | grep -m1 "
		    "'[.]pack$') ../fuori.pack && ln -s ../../../../fuori.pack "
		    ".git/objects/pack/pack-" NOBODY ".pack",
		"mkdir .git/objects/info && echo ../altro > "
		    ".git/objects/info/alternates",
		"ln -s /etc .git/objects/ab%",
		"echo x > .git/objects/pack/x.pack",
		"echo " NOBODY " > .git/refs/heads/altro",
		"mkfifo .git/objects/pack/coda",
	};
	static const char *const undo[] = {
		"rm -r .git/objects/info", "rm .git/objects/ab%",
		"rm .git/objects/pack/x.pack", "rm .git/refs/heads/altro",
		"rm .git/objects/pack/coda",
	};
	struct scene *s = *state;
	size_t i;

	for (i = 1; i < NELEM(words); i++) {
		assert_int_equal(shell(s, words[i]), 0);
		refused_whole(s, s->head, ERR_FAULT, "file estraneo");
		assert_int_equal(shell(s, undo[i - 1]), 0);
	}
	assert_int_equal(shell(s, words[0]), 0);
	refused_whole(s, s->head, ERR_FAULT, "file estraneo");
	assert_true(file_size(arena_printf(s->a, "%s/fuori.pack", s->top)) >
	    0);
}

/* Elsewhere: left as they are, and never followed. */
static void
aliens_left_alone(void **state)
{
	struct scene *s = *state;

	assert_int_equal(shell(s, "mkdir -p ../fuori/refs .git/hooks && "
	    "echo x > ../fuori/HEAD && echo x > .git/hooks/post-commit && "
	    "ln -s ../../fuori .git/logs && ln -s ../../fuori/HEAD "
	    ".git/ORIG_HEAD && ln -s ../../fuori .git/pacco.$PPID && "
	    "ln -s ../fuori allegati"), 0);
	assert_int_equal(folder_purge(s->f, s->head), 0);
	assert_int_equal(shell(s, "test -f ../fuori/HEAD -a -d ../fuori/refs "
	    "-a -f .git/hooks/post-commit -a -h .git/logs "
	    "-a ! -h .git/ORIG_HEAD -a -h allegati && "
	    "test \"$(ls ../fuori | wc -l)\" = 2"), 0);
	assert_false(word_in_objects(s));
}

/* ---- cut short ---- */

#ifdef PROVA
static void
at_point(struct scene *s, const char *point)
{
	AUTO(folder) early = NULL;
	AUTO(folder) late = NULL;
	struct folder *mine = s->f;
	int status;
	pid_t pid;

	assert_int_equal(folder_open(&early, s->path), 0);
	if ((pid = fork()) == 0) {
		if (setenv("CARTELLA_PUNTO", point, 1) != 0 ||
		    folder_purge(s->f, s->head) != 0)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 99)
		fail_msg("%s: %d", point, status);
	/* who came before, and who comes now */
	reads_all(s, early);
	assert_int_equal(folder_open(&late, s->path), 0);
	reads_all(s, late);
	git(s, "fsck", "--strict", "--full");
	/* the next holder of the lock ends it */
	assert_int_equal(folder_purge(mine, s->head), 0);
	clean(s);
}

/* How often a whole purge passes there. */
static int
passages(struct scene *s, const char *point)
{
	char *file = arena_printf(s->a, "%s/punti", s->top), *text;
	AUTO_BUF b = { 0 };
	int n = 0;

	assert_int_equal(setenv("CARTELLA_PUNTI", file, 1), 0);
	assert_int_equal(folder_purge(s->f, s->head), 0);
	assert_int_equal(unsetenv("CARTELLA_PUNTI"), 0);
	assert_int_equal(file_read(&b, file, 1 << 20), 0);
	for (text = b.data; (text = strstr(text, point)) != NULL; text++)
		n++;
	return n;
}

/* Everything as it was before the purge, for another try. */
static void
back(struct scene *s)
{
	folder_close(s->f);
	assert_int_equal(shell(s, "cd .. && rm -rf cartella && "
	    "cp -a salvata cartella"), 0);
	assert_int_equal(folder_open(&s->f, s->path), 0);
}

static void
cut_short(void **state)
{
	struct scene *s = *state;
	const char *toglie = "archivio-purga-toglie";
	int i, n;

	assert_int_equal(shell(s, "cp -a . ../salvata"), 0);
	n = passages(s, toglie);
	assert_true(n > 30);
	back(s);
	at_point(s, "archivio-purga:1");
	back(s);
	at_point(s, "archivio-pacco:1");
	back(s);
	at_point(s, "archivio-pacco:2");
	back(s);
	at_point(s, "archivio-purga-fine:1");
	for (i = 1; i <= n; i += i < 4 || i > n - 6 ? 1 : 7) {
		back(s);
		at_point(s, arena_printf(s->a, "%s:%d", toglie, i));
	}
}

/* The packing of maintenance, between pack and index: nothing is lost, and the
 * next one but a day puts it in order. */
static void
packing_cut_short(void **state)
{
	static const char *const orphans = "for p in .git/objects/pack/*.pack; "
	    "do test -f ${p%.pack}.idx || exit 1; done";
	struct scene *s = *state;
	AUTO(folder) early = NULL;
	int status;
	pid_t pid;

	/* the tags of what was erased: first the purge, or without them */
	assert_int_equal(folder_pack(s->f, s->head), ERR_FAULT);
	assert_int_equal(shell(s, "rm -r .git/refs/tags"), 0);
	assert_int_equal(folder_open(&early, s->path), 0);
	if ((pid = fork()) == 0) {
		if (setenv("CARTELLA_PUNTO", "archivio-pacco:1", 1) != 0 ||
		    folder_pack(s->f, s->head) != 0)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 99);
	assert_int_not_equal(shell(s, orphans), 0);
	reads_all(s, early);
	folder_close(s->f);
	assert_int_equal(folder_open(&s->f, s->path), 0);
	reads_all(s, s->f);
	git(s, "fsck", "--strict", "--full");
	write_version(s, "scheda.xml", "<scheda n=\"2\"/>\n");
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_not_equal(shell(s, orphans), 0);
	assert_int_equal(shell(s, "find .git -type f -exec touch "
	    "-d @1000000000 {} +"), 0);
	assert_int_equal(folder_pack(s->f, s->head), 0);
	assert_int_equal(shell(s, orphans), 0);
	git(s, "fsck", "--strict", "--full");
	reads_all(s, s->f);
	/* and a purge upon it */
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
}

/* Rewriting cut short leaves objects that nobody names. */
static void
rewriting_cut_short(void **state)
{
	static const char *const path[] = { "diario/2026/01/0003.xml" };
	struct scene *s = *state;
	struct rewritten w = { 0 };
	int status;
	pid_t pid;

	if ((pid = fork()) == 0) {
		if (setenv("CARTELLA_PUNTO", "archivio-riscrive:4", 1) != 0 ||
		    folder_rewrite(&w, s->a, s->f, s->head, path, 1, lapide,
		    NULL) != 0)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 99);
	assert_string_equal(git(s, "rev-parse", "main"), s->head);
	git(s, "fsck", "--strict", "--full");
	assert_int_equal(folder_rewrite(&w, s->a, s->f, s->head, path, 1,
	    lapide, NULL), 0);
	assert_int_equal(folder_move(s->f, s->head, w.head), 0);
	memcpy(s->head, w.head, sizeof s->head);
	assert_int_equal(folder_refresh(s->f, "", s->head, true), 0);
	assert_int_equal(folder_purge(s->f, s->head), 0);
	clean(s);
}
#endif

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup_erased, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_head_stays),
		TEST(leftovers_go),
		TEST(again_is_nothing),
		TEST(gone_without_erasure),
		cmocka_unit_test_setup_teardown(bare_too, setup_bare,
		    teardown),
		TEST(readers_go_on),
		TEST(writers_write_again),
		TEST(branch_elsewhere),
		TEST(broken_folder),
		TEST(altered_object),
		TEST(aliens_refused),
		TEST(aliens_left_alone),
#ifdef PROVA
		TEST(cut_short),
		TEST(packing_cut_short),
		TEST(rewriting_cut_short),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

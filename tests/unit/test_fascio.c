/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_fascio.c - git bundles of others: what git itself makes of our folder is
 * taken in; what an attacker makes is refused, and leaves nothing.
 */
#include "fascio.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "worker/worker.h"

/* ---- ours ---- */

struct world {
	struct arena *a;
	char *dir;
	struct buf bundle;
	char head[COMMIT_LEN + 1];
};

static int
setup(void **state)
{
	static struct world w;
	struct git_author who = { "as1", "as1@cartella.invalid", 1700000000,
	    3600 };
	AUTO(folder) f = NULL;
	int i;

	memset(&w, 0, sizeof w);
	w.a = arena_new();
	assert_int_equal(archivio_init(), 0);
	assert_int_equal(dir_temporary(&w.dir, w.a), 0);
	assert_int_equal(folder_create(arena_printf(w.a, "%s/f.git",
	    w.dir)), 0);
	assert_int_equal(folder_open(&f, arena_printf(w.a, "%s/f.git",
	    w.dir)), 0);
	for (i = 0; i < 12; i++) {
		AUTO(stage) s = stage_new(f, w.head);
		AUTO_BUF text = { 0 };
		int k;

		for (k = 0; k < 200; k++)
			buf_printf(&text, "riga %d\n", k == i ? -1 : k);
		assert_int_equal(stage_put(s, "relazioni/0001.xml", text.data,
		    text.len), 0);
		assert_int_equal(stage_put(s, arena_printf(w.a,
		    "diario/00/%04d.xml", i), "x", 1), 0);
		assert_int_equal(stage_commit(w.head, s, &who, "prova"), 0);
	}
	assert_int_equal(folder_bundle(&w.bundle, f, w.head), 0);
	*state = &w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	assert_int_equal(dir_remove(w->dir), 0);
	buf_free(&w->bundle);
	arena_free(w->a);
	return 0;
}

static const char *
put_bundle(struct world *w, const struct buf *b)
{
	const char *path = arena_printf(w->a, "%s/b.bundle", w->dir);

	assert_int_equal(file_put(path, b->data, b->len, 0600), 0);
	return path;
}

static int
take(struct world *w, const struct buf *b, char head[COMMIT_LEN + 1],
    const char *to)
{
	AUTO_FD int fd = open(put_bundle(w, b), O_RDONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	return worker_fascio(head, to, fd);
}

static void
test_taken(void **state)
{
	struct world *w = *state;
	const char *to = arena_printf(w->a, "%s/q.git", w->dir);
	struct folder_tags none = { 0 };
	char head[COMMIT_LEN + 1] = "";
	AUTO(folder) f = NULL;
	AUTO_BUF b = { 0 };
	int left;

	assert_int_equal(take(w, &w->bundle, head, to), 0);
	assert_string_equal(head, w->head);
	assert_int_equal(folder_open(&f, to), 0);
	assert_int_equal(folder_check(f, head, &none, NULL, NULL, &left), 0);
	assert_int_equal(left, 0);
	assert_int_equal(folder_read(&b, f, head, "diario/00/0011.xml"), 0);
	/* twice, or where another head is wanted: no */
	assert_int_equal(take(w, &w->bundle, head, to), ERR_INVALID);
	head[0] = head[0] == '0' ? '1' : '0';
	to = arena_printf(w->a, "%s/r.git", w->dir);
	assert_int_equal(take(w, &w->bundle, head, to), ERR_INVALID);
	assert_false(dir_exists(to));
}

/* Whichever byte is another: what is taken in is still the same history, or
 * nothing is. */
static void
test_bytes(void **state)
{
	struct world *w = *state;
	size_t i, taken = 0;

	for (i = 0; i < w->bundle.len; i++) {
		AUTO_BUF b = { 0 }, out = { 0 };
		int r;

		buf_append(&b, w->bundle.data, w->bundle.len);
		b.data[i] = (char)(b.data[i] ^ 1 << i % 8);
		r = bundle_unpack(&out, b.data, b.len);
		if (r == 0) {
			taken++;
			assert_memory_equal(out.data + 4, w->head,
			    COMMIT_LEN);
		} else {
			assert_int_equal(r, ERR_INVALID);
			assert_int_equal(out.len, 0);
		}
	}
	/* the pack's own digest, and bits of zlib that say nothing */
	assert_in_range(taken, 20, w->bundle.len / 10);
}

static void
test_cut(void **state)
{
	struct world *w = *state;
	size_t i;

	for (i = 0; i < w->bundle.len; i++) {
		AUTO_BUF out = { 0 };

		assert_int_equal(bundle_unpack(&out, w->bundle.data, i),
		    ERR_INVALID);
	}
}

/* ---- theirs ---- */

static void
test_header(void **state)
{
	static const char *const bad[][2] = {
		{ "", "versione 2" },
		{ "# v3 git bundle\n@object-format=sha1\n\n", "versione 2" },
		{ HEADER "\n", "non ha il ramo main" },
		{ HEADER "-1111111111111111111111111111111111111111 x\n"
		    "1111111111111111111111111111111111111111 "
		    "refs/heads/main\n\n", "storia che non è con lui" },
		{ HEADER "1111111111111111111111111111111111111111 "
		    "refs/heads/altro\n\n", "altri rami" },
		{ HEADER "1111111111111111111111111111111111111111 "
		    "refs/heads/main/../../config\n\n", "altri rami" },
		{ HEADER "1111111111111111111111111111111111111111 "
		    "refs/tags/v1\n\n", "altri rami" },
		{ HEADER "1111111111111111111111111111111111111111 "
		    "refs/heads/main\n2222222222222222222222222222222222222222"
		    " HEAD\n\n", "sono diversi" },
		{ HEADER "1111 refs/heads/main\n\n", "altra forma" },
		{ HEADER "1111111111111111111111111111111111111111 HEAD\n\n",
		    "non ha il ramo main" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO_BUF b = { 0 };

		buf_puts(&b, bad[i][0]);
		refused(&b, bad[i][1]);
	}
}

static void
test_pack(void **state)
{
	AUTO_BUF many = { 0 }, huge = { 0 }, lies = { 0 }, tag = { 0 };
	AUTO_BUF kind = { 0 }, more = { 0 };

	(void)state;
	begin(&many, 0xffffffff);
	end(&many);
	refused(&many, "troppi oggetti");

	begin(&huge, 1);	/* says 1 GB, has nothing */
	put_kind(&huge, 3, (size_t)1 << 30);
	put_deflated(&huge, "x", 1);
	end(&huge);
	refused(&huge, "troppo grande");

	begin(&lies, 1);
	put_kind(&lies, 3, 5);
	put_deflated(&lies, "more than five", 14);
	end(&lies);
	refused(&lies, "misura che dice");

	begin(&tag, 1);
	put_object(&tag, 4, "object", 6);
	end(&tag);
	refused(&tag, "altro tipo");

	begin(&kind, 1);
	put_object(&kind, 5, "x", 1);
	end(&kind);
	refused(&kind, "altro tipo");

	begin(&more, 1);
	put_object(&more, 3, "x", 1);
	put_object(&more, 3, "y", 1);
	end(&more);
	refused(&more, "altro dietro");
}

/* A delta of one insert, on the object `back` bytes before. */
static void
put_delta(struct buf *b, size_t back, const void *delta, size_t n)
{
	put_kind(b, 6, n);
	assert_true(back < 128);
	buf_putc(b, (char)back);
	put_deflated(b, delta, n);
}

static void
test_deltas(void **state)
{
	static const char beyond[] = { 1, 100, (char)0x91, 5, 90 };
	static const char zero[] = { 1, 1, 0 };
	static const char little[] = { 1, 9, 1, 'a' };
	static const char other[] = { 7, 1, 1, 'a' };
	static const char good[] = { 1, 1, 1, 'a' };
	static const struct {
		const char *p;
		size_t n;
		const char *why;
	} bad[] = {
		{ beyond, sizeof beyond, "confini" },
		{ zero, sizeof zero, "confini" },
		{ little, sizeof little, "tutto l'oggetto" },
		{ other, sizeof other, "altro oggetto" },
	};
	AUTO_BUF none = { 0 }, ref = { 0 }, chain = { 0 };
	size_t i, start, last;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO_BUF b = { 0 };

		begin(&b, 2);
		start = b.len;
		put_object(&b, 3, "x", 1);
		put_delta(&b, b.len - start, bad[i].p, bad[i].n);
		end(&b);
		refused(&b, bad[i].why);
	}
	begin(&none, 1);
	put_delta(&none, 5, good, sizeof good);
	end(&none);
	refused(&none, "prima di lei");

	begin(&ref, 1);
	put_kind(&ref, 7, sizeof good);
	buf_append(&ref, "aaaaaaaaaaaaaaaaaaaa", 20);
	put_deflated(&ref, good, sizeof good);
	end(&ref);
	refused(&ref, "prima di lei");

	begin(&chain, FASCIO_CATENA + 2);
	last = chain.len;
	put_object(&chain, 3, "x", 1);
	for (i = 0; i <= FASCIO_CATENA; i++) {
		char d[] = { 1, 1, 1, (char)('!' + i) };

		start = chain.len;
		put_delta(&chain, start - last, d, sizeof d);
		last = start;
	}
	end(&chain);
	refused(&chain, "una sull'altra");
}

/* Numbers that no pack has; a piece of 64 kB, which is written as none. */
static void
test_numbers(void **state)
{
	static const char endless[] = "\xb1\x80\x80\x80\x80\x80\x80\x80\x80\x01";
	static const char back[] = "\x61\xff\xff\xff\xff\xff\xff\xff\x7f";
	static const char delta[] = { (char)0x80, (char)0x80, 4,
	    (char)0x80, (char)0x80, 4, (char)0x80 };
	static char zero[0x10000];
	AUTO_BUF far = { 0 }, size = { 0 }, copy = { 0 }, out = { 0 };
	size_t start;

	(void)state;
	begin(&size, 1);
	buf_append(&size, endless, sizeof endless - 1);
	end(&size);
	refused(&size, "misura impossibile");

	begin(&far, 1);
	buf_append(&far, back, sizeof back - 1);
	end(&far);
	refused(&far, "misura impossibile");

	begin(&copy, 2);
	start = copy.len;
	put_object(&copy, 3, zero, sizeof zero);
	put_delta(&copy, copy.len - start, delta, sizeof delta);
	end(&copy);
	/* it gives the same object again: that is what is refused */
	assert_int_equal(bundle_unpack(&out, copy.data, copy.len),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "c'è due volte"));
}

/* A child that lies is not believed either. */
static void
test_lies(void **state)
{
	struct world *w = *state;
	const char *to = arena_printf(w->a, "%s/s.git", w->dir);
	static const char evil[] = "100644 ../../x\0aaaaaaaaaaaaaaaaaaaa";
	const char *w_file = arena_printf(w->a, "%s/file", w->dir);
	char head[COMMIT_LEN + 1] = "";
	AUTO_BUF out = { 0 }, b = { 0 };
	struct cursor c;
	size_t i;

	assert_int_equal(bundle_unpack(&out, w->bundle.data, w->bundle.len),
	    0);
	for (i = 0; i < out.len; i += 1 + out.len / 100) {
		c = (struct cursor){ (unsigned char *)out.data, i };
		assert_int_equal(bundle_store(head, to, &c), ERR_INVALID);
		assert_false(dir_exists(to));
	}
	/* what is sound, where no folder can be: nothing stays of it */
	assert_int_equal(file_put(w_file, "x", 1, 0600), 0);
	c = (struct cursor){ (unsigned char *)out.data, out.len };
	assert_int_equal(bundle_store(head, arena_printf(w->a, "%s/s.git",
	    w_file), &c), ERR_ABSENT);
	assert_true(file_exists(w_file));
	assert_string_equal(head, "");
	buf_puts(&out, "x");	/* more than was to come */
	c = (struct cursor){ (unsigned char *)out.data, out.len };
	assert_int_equal(bundle_store(head, to, &c), ERR_INVALID);
	out.data[--out.len - 1] ^= 1;
	c = (struct cursor){ (unsigned char *)out.data, out.len };
	assert_int_equal(bundle_store(head, to, &c), ERR_INVALID);
	assert_false(dir_exists(to));

	buf_block(&b, w->head, COMMIT_LEN);
	buf_u32(&b, 1);
	buf_u32(&b, 2);
	buf_block(&b, evil, sizeof evil - 1);
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(bundle_store(head, to, &c), ERR_INVALID);
	assert_false(dir_exists(to));
}

/* ---- the history that came, in a folder of ours ---- */

static const struct git_author OURS = { .nome = "qui", .email = "q@q.invalid",
    .ora = 1795000000 };

/* A folder of ours with the objects that came. */
static struct folder *
adopting(struct world *w, const char *name, const char *from)
{
	const char *path = arena_printf(w->a, "%s/%s", w->dir, name);
	struct folder *f;

	assert_int_equal(folder_create(path), 0);
	assert_int_equal(folder_open(&f, path), 0);
	assert_int_equal(folder_adopt(f, from), 0);
	/* twice is once: an act cut short had begun */
	assert_int_equal(folder_adopt(f, from), 0);
	return f;
}

static void
test_grafted(void **state)
{
	struct world *w = *state;
	const char *from = arena_printf(w->a, "%s/q.git", w->dir);
	AUTO(folder) f = adopting(w, "nostra", from);
	AUTO(stage) s = stage_new(f, "");
	char head[COMMIT_LEN + 1], was[COMMIT_LEN + 1], is[COMMIT_LEN + 1];
	struct folder_tags none = { 0 };
	AUTO_BUF b = { 0 };
	int left;

	assert_int_equal(stage_graft(s, "precedenti/c_x", w->head, true), 0);
	assert_int_equal(stage_put(s, "scheda.xml", "<x/>\n", 5), 0);
	assert_int_equal(stage_commit(head, s, &OURS, arena_printf(w->a,
	    "prova\n\nAtto: 1\n" FOLDER_PRIMA "%s\n", w->head)), 0);
	assert_int_equal(folder_move(f, "", head), 0);
	assert_int_equal(folder_tree(was, f, w->head, ""), 0);
	assert_int_equal(folder_tree(is, f, head, "precedenti/c_x"), 0);
	assert_string_equal(was, is);
	/* nothing of theirs stays where it was */
	assert_int_equal(folder_read(&b, f, head, "relazioni/0001.xml"),
	    ERR_ABSENT);
	assert_int_equal(folder_read(&b, f, head,
	    "precedenti/c_x/relazioni/0001.xml"), 0);
	assert_int_equal(folder_tree(is, f, head, "precedenti/c_y"),
	    ERR_ABSENT);
	assert_int_equal(folder_tree(is, f, head, "scheda.xml"), ERR_ABSENT);
	assert_int_equal(folder_refresh(f, "", head, false), 0);
	assert_int_equal(folder_check(f, head, &none, NULL, NULL, &left), 0);
	assert_int_equal(left, 0);
	/* theirs may go: the objects have a name of their own here */
	assert_int_equal(dir_remove(from), 0);
	assert_int_equal(folder_check(f, head, &none, NULL, NULL, &left), 0);
}

static int
tomb(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)p;
	(void)n;
	++*(int *)arg;
	assert_string_equal(path, "scheda.xml");
	buf_puts(out, "<lapide/>\n");
	return 0;
}

/* Erasing a file of ours leaves what is before as it came. */
static void
test_graft_rewritten(void **state)
{
	static const char *const ours[] = { "scheda.xml" };
	static const char *const theirs[] = { "relazioni/0001.xml" };
	struct world *w = *state;
	AUTO(folder) f = NULL;
	char head[COMMIT_LEN + 1], is[COMMIT_LEN + 1], was[COMMIT_LEN + 1];
	struct rewritten made;
	int asked = 0;

	assert_int_equal(folder_open(&f, arena_printf(w->a, "%s/nostra",
	    w->dir)), 0);
	assert_int_equal(folder_head(head, f), 0);
	assert_int_equal(folder_rewrite(&made, w->a, f, head, ours, 1, tomb,
	    &asked), 0);
	assert_int_equal(asked, 1);
	assert_int_equal(made.n, 1);
	assert_string_equal(made.commit[0].prima, head);
	assert_int_equal(folder_tree(was, f, w->head, ""), 0);
	assert_int_equal(folder_tree(is, f, made.head, "precedenti/c_x"), 0);
	assert_string_equal(was, is);
	/* a path that only their commits had was never ours */
	assert_int_equal(folder_rewrite(&made, w->a, f, head, theirs, 1, tomb,
	    &asked), ERR_ABSENT);
	assert_int_equal(asked, 1);
}

/* With its anchor the whole of it goes. */
static void
test_graft_destroyed(void **state)
{
	static const char *const ours[] = { "scheda.xml" };
	struct world *w = *state;
	struct folder_tags none = { 0 };
	char head[COMMIT_LEN + 1], ignored[COMMIT_LEN + 1];
	AUTO(folder) f = NULL;
	struct rewritten made;
	AUTO_BUF b = { 0 };
	int asked = 0, left;

	assert_int_equal(folder_open(&f, arena_printf(w->a, "%s/nostra",
	    w->dir)), 0);
	assert_int_equal(folder_head(head, f), 0);
	assert_int_equal(folder_rewrite_without(&made, w->a, f, head, ours, 1,
	    tomb, &asked, "precedenti"), 0);
	assert_int_equal(made.n, 1);
	assert_int_equal(folder_tree(ignored, f, made.head, "precedenti"),
	    ERR_ABSENT);
	assert_int_equal(folder_move(f, head, made.head), 0);
	assert_int_equal(folder_refresh(f, head, made.head, true), 0);
	assert_int_equal(folder_purge(f, made.head), 0);
	assert_int_equal(folder_check(f, made.head, &none, NULL, NULL, &left),
	    0);
	/* nothing of theirs can be read any more */
	assert_int_equal(folder_read(&b, f, w->head, "relazioni/0001.xml"),
	    ERR_FAULT);
	assert_int_equal(folder_read(&b, f, made.head, "scheda.xml"), 0);
	assert_string_equal(buf_str(&b), "<lapide/>\n");
}

static void
test_graft_refused(void **state)
{
	struct world *w = *state;
	const char *from = arena_printf(w->a, "%s/altra.git", w->dir);
	char head[COMMIT_LEN + 1] = "", next[COMMIT_LEN + 1];
	AUTO(folder) f = NULL;
	AUTO(stage) s = NULL;
	AUTO(stage) again = NULL;
	AUTO(stage) none = NULL;

	assert_int_equal(take(w, &w->bundle, head, from), 0);
	f = adopting(w, "seconda", from);
	s = stage_new(f, "");
	assert_int_equal(stage_put(s, "scheda.xml", "<x/>\n", 5), 0);
	assert_int_equal(stage_commit(next, s, &OURS, "prova"), 0);
	/* a folder that has a history of its own takes the tree alone */
	again = stage_new(f, next);
	assert_int_equal(stage_graft(again, "precedenti/c_x", head, true),
	    ERR_INVALID);
	assert_int_equal(stage_graft(again, "scheda.xml", head, false), 0);
	assert_int_equal(stage_commit(next, again, &OURS, "prova"),
	    ERR_INVALID);
	none = stage_new(f, next);
	assert_int_equal(stage_graft(none, "precedenti/c_x",
	    "0123456789012345678901234567890123456789", false), ERR_FAULT);
	assert_int_equal(stage_graft(none, "../fuori", head, false),
	    ERR_INVALID);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_pack),
		cmocka_unit_test(test_deltas),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_lies),
		cmocka_unit_test(test_grafted),
		cmocka_unit_test(test_graft_rewritten),
		cmocka_unit_test(test_graft_destroyed),
		cmocka_unit_test(test_graft_refused),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, setup, teardown);
}

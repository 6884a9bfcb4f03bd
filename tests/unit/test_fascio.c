/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_fascio.c - git bundles of others: what git itself makes of our folder is
 * taken in; what an attacker makes is refused, and leaves nothing.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "archivio/interno.h"
#include "base/arena.h"
#include "base/file.h"
#include "worker/worker.h"

#define HEADER "# v2 git bundle\n"

/* ---- a bundle by hand ---- */

static void
put_u32(struct buf *b, uint32_t v)
{
	buf_u32(b, v);
}

static void
put_deflated(struct buf *b, const void *p, size_t n)
{
	uLongf len = compressBound(n);
	Bytef *to = malloc(len);

	assert_int_equal(compress2(to, &len, p, n, 9), Z_OK);
	buf_append(b, to, len);
	free(to);
}

/* Kind and size as a pack has them. */
static void
put_kind(struct buf *b, int kind, size_t n)
{
	unsigned int c = (unsigned int)(kind << 4 | (int)(n & 15));

	for (n >>= 4; n != 0; n >>= 7) {
		buf_putc(b, (char)(c | 0x80));
		c = n & 0x7f;
	}
	buf_putc(b, (char)c);
}

static void
put_object(struct buf *b, int kind, const void *p, size_t n)
{
	put_kind(b, kind, n);
	put_deflated(b, p, n);
}

static void
begin(struct buf *b, uint32_t count)
{
	buf_puts(b, HEADER
	    "1111111111111111111111111111111111111111 refs/heads/main\n\n");
	buf_puts(b, "PACK");
	put_u32(b, 2);
	put_u32(b, count);
}

static void
end(struct buf *b)
{
	static const char zero[20];

	buf_append(b, zero, sizeof zero);
}

static void
refused(struct buf *b, const char *why)
{
	AUTO_BUF out = { 0 };

	assert_int_equal(bundle_unpack(&out, b->data, b->len), ERR_INVALID);
	if (strstr(err_msg(), why) == NULL)
		fail_msg("wanted «%s», got «%s»", why, err_msg());
	assert_int_equal(out.len, 0);
}

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
	static const char back[] = "\xe1\xff\xff\xff\xff\xff\xff\xff\x7f";
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

/* ---- objects of others ---- */

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

/* A child that lies is not believed either. */
static void
test_lies(void **state)
{
	struct world *w = *state;
	const char *to = arena_printf(w->a, "%s/s.git", w->dir);
	static const char evil[] = "100644 ../../x\0aaaaaaaaaaaaaaaaaaaa";
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
		cmocka_unit_test(test_trees),
		cmocka_unit_test(test_torn_trees),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_commits),
		cmocka_unit_test(test_histories),
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

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tracce.c - where, in a store, do these words still stand?
 *
 *	tracce STORE WORD...
 *
 * Prints "WORD<TAB>place" for each place: names of files and directories, the
 * bytes of every file (a WAL and files of nobody too), every zlib, gzip and
 * zip stream in them wherever it begins (single objects of git, packs with and
 * without an index, the bases of deltas, ODT, streams of a PDF), every object
 * that git finds whether or not anything names it, the text of PDFs, the parts
 * of messages, XML without its tags; of a database also texts that go on in
 * another page, and the terms of its full-text indices.  It asks nothing of
 * the register, and changes nothing.
 *
 * Ends with 0 when there are none, 1 when there are some, 2 when something
 * could not be looked at (which is then no proof that nothing is there).
 */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/err.h"
#include "base/file.h"
#include "base/process.h"
#include "posta/posta.h"
#include "tracce_parole.h"
#include "tracce_sqlite.h"

#define FILE_BYTES ((size_t)1 << 31)
#define STREAM_BYTES ((size_t)256 << 20)	/* of one stream, at most */
#define DEPTH 4				/* of things inside things */
#define MAIL_HEAD 4096			/* bytes in which a header must be */

static const char *store;

static void open_up(const char *, const char *, size_t, int);

static void
trouble(const char *place)
{
	fprintf(stderr, "tracce: %s: %s\n", place, err_msg());
	err_clear();
	troubles++;
}

/* ---- streams ---- */

/* The stream that may begin at p, inflated; false: none does. */
static bool
inflate_at(struct buf *out, const char *p, size_t n, int window)
{
	static char piece[65536];
	z_stream z = { 0 };
	int r;

	if (inflateInit2(&z, window) != Z_OK)
		abort();
	z.next_in = (Bytef *)(uintptr_t)p;
	z.avail_in = (uInt)n;
	do {
		z.next_out = (Bytef *)piece;
		z.avail_out = sizeof piece;
		r = inflate(&z, Z_NO_FLUSH);
		buf_append(out, piece, sizeof piece - z.avail_out);
	} while (r == Z_OK && z.avail_out == 0 && out->len < STREAM_BYTES);
	inflateEnd(&z);
	/* one that is cut off, or spoilt further on, has said something too */
	return out->len > 0;
}

/* Where does the deflate stream of a local zip header begin? 0: none. */
static size_t
zip_data(const unsigned char *p, size_t n)
{
	size_t at;

	if (n < 30 || memcmp(p, "PK\3\4", 4) != 0 || p[8] != 8 || p[9] != 0)
		return 0;
	at = 30 + (size_t)(p[26] | p[27] << 8) + (size_t)(p[28] | p[29] << 8);
	return at < n ? at : 0;
}

static void
streams(const char *place, const char *p, size_t n, int depth)
{
	const unsigned char *u = (const unsigned char *)p;
	size_t i, at;

	for (i = 0; i + 2 < n; i++) {
		AUTO_BUF b = { 0 };
		const char *what = NULL;

		if ((u[i] & 0x0f) == 8 && u[i] >> 4 <= 7 &&
		    (u[i] << 8 | u[i + 1]) % 31 == 0 &&
		    inflate_at(&b, p + i, n - i, 15))
			what = "zlib";
		else if (u[i] == 0x1f && u[i + 1] == 0x8b &&
		    inflate_at(&b, p + i, n - i, 31))
			what = "gzip";
		else if (u[i] == 'P' && (at = zip_data(u + i, n - i)) > 0 &&
		    inflate_at(&b, p + i + at, n - i - at, -15))
			what = "zip";
		if (what != NULL)
			open_up(arena_printf(memory, "%s, %s a %zu", place,
			    what, i), b.data, b.len, depth + 1);
	}
}

/* ---- formats ---- */

/* A word may be partly bold. */
static void
without_tags(const char *place, const char *p, size_t n)
{
	AUTO_BUF b = { 0 };
	bool tag = false;
	size_t i;

	if (memchr(p, '<', n < 200 ? n : 200) == NULL)
		return;
	for (i = 0; i < n; i++) {
		if (p[i] == '<')
			tag = true;
		else if (p[i] == '>')
			tag = false;
		else if (!tag)
			buf_putc(&b, p[i]);
	}
	look(arena_printf(memory, "%s, senza marcature", place), b.data, b.len,
	    false);
}

static void
pdf(const char *place, const char *p, size_t n)
{
	const char *const argv[] = { "/usr/bin/pdftotext", "-enc", "UTF-8",
	    "-", "-", NULL };
	const struct process run = { .argv = argv, .in = p, .in_len = n,
	    .out_max = STREAM_BYTES, .seconds = 120 };
	AUTO_BUF text = { 0 }, err = { 0 };
	int r = process_run(&text, &err, &run);

	if (r < 0)
		trouble(place);
	else if (r != 0 && text.len == 0) {
		err_set(ERR_INVALID, "PDF che non si legge");
		trouble(place);
	}
	look(arena_printf(memory, "%s, testo del PDF", place), text.data,
	    text.len, false);
}

static void
pdfs(const char *place, const char *p, size_t n)
{
	const char *s = p;

	while ((s = memmem(s, n - (size_t)(s - p), "%PDF-1.", 7)) != NULL) {
		pdf(place, s, n - (size_t)(s - p));
		s += 7;
	}
}

static bool
is_mail(const char *p, size_t n)
{
	static const char *const line[] = {
		"\nMIME-Version:", "\nReceived:", "\nFrom:", "\nSubject:"
	};
	size_t head = n < MAIL_HEAD ? n : MAIL_HEAD, i;
	int k = 0;

	for (i = 0; i < NELEM(line); i++)
		k += memmem(p, head, line[i], strlen(line[i])) != NULL;
	return k >= 2;
}

static void
mail(const char *place, const char *p, size_t n, int depth)
{
	struct messaggio m = { 0 };
	int i;

	if (posta_read(&m, memory, p, n) != 0) {
		trouble(place);
		return;
	}
	place = arena_printf(memory, "%s, messaggio", place);
	look(place, m.oggetto, strlen(m.oggetto), false);
	look(place, m.mittente_nome, strlen(m.mittente_nome), false);
	look(place, m.destinatari, strlen(m.destinatari), false);
	look(place, m.testo, strlen(m.testo), false);
	without_tags(place, m.testo, strlen(m.testo));
	for (i = 0; i < m.n_parti; i++) {
		look(place, m.parti[i].nome, strlen(m.parti[i].nome), false);
		open_up(arena_printf(memory, "%s, parte %d", place, i + 1),
		    m.parti[i].p, m.parti[i].n, depth + 1);
	}
}

/* These bytes, and whatever is inside them. */
static void
open_up(const char *place, const char *p, size_t n, int depth)
{
	bool sqlite = sqlite_is(p, n);

	if (n == 0)
		return;
	look(place, p, n, sqlite);
	without_tags(place, p, n);
	if (depth >= DEPTH)
		return;
	streams(place, p, n, depth);
	pdfs(place, p, n);
	if (is_mail(p, n))
		mail(place, p, n, depth);
}

/* ---- git ---- */

/* "<id> <type> <size>\n" and as many bytes; what follows, NULL at the end. */
static const char *
object(const char *place, const char *p, const char *end)
{
	const char *line = memchr(p, '\n', (size_t)(end - p)), *s;
	size_t n;

	if (line == NULL || (s = memrchr(p, ' ', (size_t)(line - p))) == NULL)
		return NULL;
	n = strtoul(s + 1, NULL, 10);
	if (n > (size_t)(end - line - 1))
		return NULL;
	place = arena_printf(memory, "%s, oggetto %.12s", place, p);
	look(place, line + 1, n, false);
	without_tags(place, line + 1, n);
	return line + 1 + n + 1;
}

/* Every object, named or not; git puts deltas together. */
static void
repository(const char *path, const char *place)
{
	const char *const argv[] = { "/usr/bin/git", arena_printf(memory,
	    "--git-dir=%s", path), "cat-file", "--batch-all-objects",
	    "--batch", NULL };
	static const char *const env[] = { "PATH=/usr/bin:/bin",
	    "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
	    "LC_ALL=C", NULL };
	const struct process run = { .argv = argv, .envp = env,
	    .out_max = FILE_BYTES, .seconds = 600 };
	AUTO_BUF b = { 0 }, err = { 0 };
	const char *p, *end;
	int r = process_run(&b, &err, &run);

	if (r > 0)
		err_set(ERR_FAULT, "git: %s", buf_str(&err));
	if (r != 0)
		trouble(place);
	end = buf_str(&b) + b.len;
	for (p = b.data; p != NULL && p < end;)
		p = object(place, p, end);
}

/* ---- the store ---- */

static int
visit(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	const char *name = path + at->base;
	const char *place = path + strlen(store);
	char target[4096];
	AUTO_BUF b = { 0 };
	ssize_t n;

	(void)st;
	while (*place == '/')
		place++;
	if (at->level > 0)
		look(arena_printf(memory, "nome di %s", place), name,
		    strlen(name), false);
	if (kind == FTW_SL && (n = readlink(path, target, sizeof target)) > 0)
		look(arena_printf(memory, "meta di %s", place), target,
		    (size_t)n, false);
	if (kind == FTW_DNR || kind == FTW_NS) {
		err_set(ERR_FORBIDDEN, "non si legge");
		trouble(place);
	}
	if (kind == FTW_D && strlen(name) >= 4 &&
	    strcmp(name + strlen(name) - 4, ".git") == 0)
		repository(path, place);
	if (kind != FTW_F || !S_ISREG(st->st_mode))
		return 0;
	if (file_read(&b, path, FILE_BYTES) != 0) {
		trouble(place);
		return 0;
	}
	open_up(place, b.data, b.len, 0);
	if (sqlite_is(b.data, b.len))
		sqlite_look(path, place);
	return 0;
}

int
main(int argc, char **argv)
{
	int i;

	for (i = 2; i < argc && argv[i][0] != '\0'; i++)
		;
	if (argc < 3 || i < argc) {
		fprintf(stderr, "uso: tracce DEPOSITO PAROLA...\n");
		return 2;
	}
	memory = arena_new();
	posta_init();
	store = argv[1];
	for (i = 2; i < argc; i++)
		word_add(argv[i]);
	if (nftw(store, visit, 32, FTW_PHYS) != 0) {
		err_sys("%s", store);
		trouble("deposito");
	}
	arena_free(memory);
	return troubles > 0 ? 2 : found > 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tracce_sqlite.h - what the bytes of a database do not show in one piece;
 * included once by tracce.c.
 *
 * A long text goes on in another page, whose number stands between.  A
 * full-text index keeps of a term only what differs from the one before.
 */
#ifndef DRIVER_TRACCE_SQLITE_H
#define DRIVER_TRACCE_SQLITE_H

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "tracce_parole.h"

#define SQLITE_MAGIC "SQLite format 3"
#define WAL_HEAD 32		/* bytes before the first frame */
#define FRAME_HEAD 24		/* bytes before its page */
#define TERM_MAX 1024
#define NUMBER_MAX (1u << 24)	/* of a page: more are four letters */

static int troubles;

static uint32_t
u32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

static bool
wal_is(const void *p, size_t n)
{
	return n > WAL_HEAD && (u32(p) & ~1u) == 0x377f0682u;
}

static bool
sqlite_is(const void *p, size_t n)
{
	return (n > 100 && memcmp(p, SQLITE_MAGIC, 16) == 0) || wal_is(p, n);
}

/* ---- pages ---- */

struct page {
	uint32_t number;
	char *p;		/* in lower case, but for its first four bytes */
};

struct pages {
	struct page *page;
	int n, cap;
	size_t size;
};

static void
page_add(struct pages *s, uint32_t number, const char *p)
{
	char *small = lower(p, s->size);

	memcpy(small, p, 4);
	s->page = arena_more(memory, s->page, s->n, &s->cap, sizeof *s->page);
	s->page[s->n++] = (struct page){ number, small };
}

/* Those of the file, and those of its log, old ones too. */
static void
pages_read(struct pages *s, const char *path)
{
	AUTO_BUF db = { 0 }, wal = { 0 };
	const unsigned char *u;
	size_t at;

	if (file_read(&db, path, (size_t)1 << 31) != 0 || db.len < 100)
		return;
	u = (const unsigned char *)db.data;
	s->size = (size_t)(u[16] << 8 | u[17]);
	if (s->size == 1)
		s->size = 65536;
	if (s->size < 512)
		return;
	for (at = 0; at + s->size <= db.len; at += s->size)
		page_add(s, (uint32_t)(at / s->size) + 1, db.data + at);
	if (file_read(&wal, arena_printf(memory, "%s-wal", path),
	    (size_t)1 << 31) != 0)
		err_clear();
	for (at = WAL_HEAD; at + FRAME_HEAD + s->size <= wal.len;
	    at += FRAME_HEAD + s->size)
		page_add(s, u32((const unsigned char *)wal.data + at),
		    wal.data + at + FRAME_HEAD);
}

/* Does a page of that number go on with these bytes? */
static bool
goes_on(const struct pages *s, uint32_t number, const char *rest, size_t n)
{
	int i;

	if (number > NUMBER_MAX)
		return false;
	for (i = 0; i < s->n; i++)
		if (s->page[i].number == number &&
		    memcmp(s->page[i].p + 4, rest, n) == 0)
			return true;
	return false;
}

/* The first k bytes of the word in this page, the others in the next: behind
 * them stands its number, or they end a page that begins with it. */
static bool
split_here(const struct pages *s, const struct page *g, const struct form *f,
    size_t k)
{
	const char *p = g->p + 4, *end = g->p + s->size;

	if (memcmp(end - k, f->p, k) == 0 && goes_on(s,
	    u32((const unsigned char *)g->p), f->p + k, f->n - k))
		return true;
	while ((p = memmem(p, (size_t)(end - p), f->p, k)) != NULL) {
		p += k;
		if (end - p >= 4 && goes_on(s, u32((const unsigned char *)p),
		    f->p + k, f->n - k))
			return true;
	}
	return false;
}

static void
splits(const char *place, const struct pages *s)
{
	size_t k;
	int i, j;

	for (i = 0; i < n_forms; i++) {
		if (forms[i].exact || forms[i].sqlite)
			continue;
		for (k = 1; k < forms[i].n; k++)
			for (j = 0; j < s->n; j++)
				if (split_here(s, &s->page[j], &forms[i], k))
					tell(&forms[i], arena_printf(memory,
					    "%s, fra due pagine", place));
	}
}

/* ---- full text ---- */

static size_t
varint(const unsigned char *p, size_t n, size_t *at)
{
	size_t v = 0;
	int i;

	for (i = 0; i < 9 && *at < n; i++) {
		v = v << 7 | (p[*at] & 0x7f);
		if ((p[(*at)++] & 0x80) == 0)
			break;
	}
	return v;
}

/* The terms of one leaf of an FTS5 index, each whole. */
static void
leaf(const char *place, const unsigned char *p, size_t n)
{
	char term[TERM_MAX];
	size_t foot, at, next = 0, have = 0, keep, more, in;

	if (n < 4 || (foot = (size_t)(p[2] << 8 | p[3])) < 4 || foot >= n)
		return;
	for (at = foot; at < n;) {
		bool first = at == foot;

		next += varint(p, n, &at);
		if (next >= foot)
			return;
		in = next;
		keep = first ? 0 : varint(p, foot, &in);
		more = varint(p, foot, &in);
		if (keep > have || more > foot - in || keep + more > TERM_MAX)
			return;
		memcpy(term + keep, p + in, more);
		have = keep + more;
		look(place, term, have, false);
	}
}

static void
leaves(sqlite3 *db, const char *table, const char *place)
{
	char *sql = sqlite3_mprintf("SELECT block FROM \"%w_data\"", table);
	sqlite3_stmt *q = NULL;

	place = arena_printf(memory, "%s, indice %s", place, table);
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK)
		while (sqlite3_step(q) == SQLITE_ROW)
			leaf(place, sqlite3_column_blob(q, 0),
			    (size_t)sqlite3_column_bytes(q, 0));
	sqlite3_finalize(q);
	sqlite3_free(sql);
}

static void
indices(sqlite3 *db, const char *place)
{
	static const char sql[] = "SELECT name FROM sqlite_schema WHERE "
	    "type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%(%'";
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK) {
		fprintf(stderr, "tracce: %s: %s\n", place, sqlite3_errmsg(db));
		troubles++;
	}
	while (q != NULL && sqlite3_step(q) == SQLITE_ROW)
		leaves(db, (const char *)sqlite3_column_text(q, 0), place);
	sqlite3_finalize(q);
}

static int
copy(const char *from, const char *to)
{
	AUTO_BUF b = { 0 };
	int r = file_read(&b, from, (size_t)1 << 31);

	return r != 0 ? r : file_put(to, buf_str(&b), b.len, 0600);
}

/* Of a copy: whoever opens a database may write to it. */
static void
terms(const char *path, const char *place)
{
	sqlite3 *db = NULL;
	char *dir, *to;

	if (dir_temporary(&dir, memory) != 0)
		abort();
	to = arena_printf(memory, "%s/db", dir);
	if (copy(path, to) != 0 || sqlite3_open(to, &db) != SQLITE_OK) {
		fprintf(stderr, "tracce: %s: %s\n", place, err_msg());
		troubles++;
	}
	if (copy(arena_printf(memory, "%s-wal", path),
	    arena_printf(memory, "%s-wal", to)) != 0)
		err_clear();
	if (db != NULL)
		indices(db, place);
	sqlite3_close(db);
	if (dir_remove(dir) != 0)
		err_clear();
}

static void
sqlite_look(const char *path, const char *place)
{
	struct pages s = { 0 };
	size_t n = strlen(path);

	/* a log is read with its database */
	if (n > 4 && strcmp(path + n - 4, "-wal") == 0)
		return;
	pages_read(&s, path);
	splits(place, &s);
	terms(path, place);
}

#endif

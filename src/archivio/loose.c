/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * loose.c - single objects: objects/ab/cdef…, one zlib stream of header and
 * content, as every git reads them.
 *
 * Keeps: an object appears whole or not at all (temporary name, rename), and
 * its bytes are a pure function of its content (stored, or zlib at level 1 in
 * one call, by its size), so that folder_check can compare them.  Refuses to
 * trust a file that is already there: it is read, and written again unless
 * sound, because a power failure can leave an empty file under a right name.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "archivio/interno.h"
#include "base/file.h"

#define HEADER_MAX 32		/* bytes: "commit ", 20 digits, NUL */
#define STORED_MAX 3900		/* bytes of an object that is not compressed */
#define INFLATE_RATIO 1032	/* no deflate stream expands more */

void
loose_free(struct loose *l)
{
	buf_free(&l->raw);
}

const char *
loose_content(const struct loose *l, size_t *n)
{
	*n = l->raw.len - l->start;
	return l->raw.data != NULL ? l->raw.data + l->start : "";
}

/* ---- small ones, stored ---- */

/*
 * What fits a disk block anyway is stored as it is: a tree is mostly digests,
 * which do not compress.  These are the bytes of zlib at level 0, without its
 * 64 KB of tables to clear for each: one last block, and the checksum.
 */
#define STORED_HEAD 7		/* bytes: zlib's two, the block's five */
#define STORED_SUM 4

static void
stored_frame(unsigned char head[STORED_HEAD], unsigned char sum[STORED_SUM],
    const void *p, size_t n)
{
	uLong a = adler32(1, p, (uInt)n);
	int i;

	memcpy(head, "\x78\x01\x01", 3);
	head[3] = (unsigned char)n;
	head[4] = (unsigned char)(n >> 8);
	head[5] = (unsigned char)~head[3];
	head[6] = (unsigned char)~head[4];
	for (i = 0; i < STORED_SUM; i++)
		sum[i] = (unsigned char)(a >> 8 * (STORED_SUM - 1 - i));
}

static void
stored_encode(struct buf *out, const struct buf *raw)
{
	unsigned char head[STORED_HEAD], sum[STORED_SUM];

	stored_frame(head, sum, raw->data, raw->len);
	buf_append(out, head, sizeof head);
	buf_append(out, raw->data, raw->len);
	buf_append(out, sum, sizeof sum);
}

/* Are these n bytes what stored_encode makes of those between? */
static bool
is_stored(const unsigned char *p, size_t n)
{
	unsigned char head[STORED_HEAD], sum[STORED_SUM];
	size_t len = n - STORED_HEAD - STORED_SUM;

	if (n <= STORED_HEAD + STORED_SUM || len > STORED_MAX)
		return false;
	stored_frame(head, sum, p + STORED_HEAD, len);
	return memcmp(p, head, sizeof head) == 0 &&
	    memcmp(p + STORED_HEAD + len, sum, sizeof sum) == 0;
}

/* ---- the others ---- */

/* One deflate state: making it (256 KB to clear) costs more than compressing
 * an object of ours. */
static z_stream *
deflater(void)
{
	static z_stream z;
	static bool made;

	if (made ? deflateReset(&z) != Z_OK :
	    deflateInit(&z, Z_BEST_SPEED) != Z_OK)
		abort();
	made = true;
	return &z;
}

int
loose_encode(struct buf *out, const struct buf *raw)
{
	z_stream *z;
	uLong n;
	Bytef *p;

	if (raw->len <= STORED_MAX) {
		stored_encode(out, raw);
		return 0;
	}
	if (raw->len > UINT32_MAX / 2)
		return err_set(ERR_INVALID, "oggetto troppo grande");
	z = deflater();
	n = deflateBound(z, raw->len);
	if ((p = malloc(n)) == NULL)
		abort();
	z->next_in = (Bytef *)raw->data;
	z->avail_in = (uInt)raw->len;
	z->next_out = p;
	z->avail_out = (uInt)n;
	/* deflateBound made room for all of it */
	if (deflate(z, Z_FINISH) != Z_STREAM_END)
		abort();
	buf_append(out, p, z->total_out);
	free(p);
	return 0;
}

/* "blob 123\0" at the start of raw, in the one form git gives it. */
static int
header_parse(struct loose *l, size_t *size, const char *p, size_t n)
{
	const char *end = memchr(p, '\0', n), *space, *s;
	char type[HEADER_MAX];

	if (end == NULL || (space = memchr(p, ' ', (size_t)(end - p))) == NULL)
		return err_set(ERR_INVALID, "intestazione illeggibile");
	snprintf(type, sizeof type, "%.*s", (int)(space - p), p);
	l->type = git_object_string2type(type);
	if (l->type != GIT_OBJECT_BLOB && l->type != GIT_OBJECT_TREE &&
	    l->type != GIT_OBJECT_COMMIT && l->type != GIT_OBJECT_TAG)
		return err_set(ERR_INVALID, "tipo di oggetto non previsto");
	if (end - space < 2 || (space[1] == '0' && end - space > 2) ||
	    end - space > 15)
		return err_set(ERR_INVALID, "lunghezza illeggibile");
	for (*size = 0, s = space + 1; s < end; s++) {
		if (*s < '0' || *s > '9')
			return err_set(ERR_INVALID, "lunghezza illeggibile");
		*size = *size * 10 + (size_t)(*s - '0');
	}
	l->start = (size_t)(end - p) + 1;
	return 0;
}

/* All of the stream into `room` bytes (it must fit), nothing left over. */
static int
inflate_rest(z_stream *z, struct loose *l, const char *first, size_t have,
    size_t size)
{
	size_t room = l->start + size;
	int r;

	if (have > room)
		return err_set(ERR_INVALID, "più lungo del dichiarato");
	buf_append(&l->raw, first, have);
	if ((l->raw.data = realloc(l->raw.data, room + 1)) == NULL)
		abort();
	l->raw.cap = room + 1;
	z->next_out = (Bytef *)l->raw.data + have;
	/* one byte more than declared, where none must arrive */
	z->avail_out = (uInt)(room - have + 1);
	r = inflate(z, Z_FINISH);
	if (r != Z_STREAM_END || z->total_out != room)
		return err_set(ERR_INVALID, "flusso compresso alterato");
	if (z->avail_in != 0)
		return err_set(ERR_INVALID, "byte in coda");
	l->raw.len = room;
	l->raw.data[room] = '\0';
	return 0;
}

static int
decode(z_stream *z, struct loose *l, size_t n)
{
	char first[HEADER_MAX] = { 0 };
	size_t size = 0, have;
	int r;

	z->next_out = (Bytef *)first;
	z->avail_out = sizeof first;
	r = inflate(z, Z_SYNC_FLUSH);
	if (r != Z_OK && r != Z_STREAM_END)
		return err_set(ERR_INVALID, "flusso compresso alterato");
	have = sizeof first - z->avail_out;
	if ((r = header_parse(l, &size, first, have)) != 0)
		return r;
	if (size > n * INFLATE_RATIO || size > LOOSE_MAX / 2)
		return err_set(ERR_INVALID, "lunghezza non possibile");
	return inflate_rest(z, l, first, have, size);
}

static int
decode_stored(struct loose *l, const char *p, size_t n)
{
	size_t size;
	int r;

	buf_append(&l->raw, p + STORED_HEAD, n - STORED_HEAD - STORED_SUM);
	if ((r = header_parse(l, &size, l->raw.data, l->raw.len)) != 0)
		return r;
	l->stored = true;
	return l->start + size == l->raw.len ? 0 :
	    err_set(ERR_INVALID, "lunghezza diversa dalla dichiarata");
}

static int
decode_zlib(struct loose *l, const void *p, size_t n)
{
	static z_stream z;	/* as that of deflater */
	static bool made;

	if (made ? inflateReset(&z) != Z_OK : inflateInit(&z) != Z_OK)
		abort();
	made = true;
	z.next_in = (Bytef *)(uintptr_t)p;
	z.avail_in = (uInt)n;
	return decode(&z, l, n);
}

int
loose_decode(struct loose *out, const void *p, size_t n)
{
	struct loose l = { 0 };
	int r;

	if (n > LOOSE_MAX)
		return err_set(ERR_INVALID, "oggetto troppo grande");
	r = is_stored(p, n) ? decode_stored(&l, p, n) : decode_zlib(&l, p, n);
	if (r != 0)
		loose_free(&l);
	else
		*out = l;
	return r;
}

bool
loose_ours(const struct loose *l, const void *p, size_t n)
{
	AUTO_BUF again = { 0 };
	bool same;

	if (l->stored)
		return true;
	same = loose_encode(&again, &l->raw) == 0 && again.len == n &&
	    memcmp(again.data, p, n) == 0;
	if (!same)
		err_clear();
	return same;
}

int
loose_read(struct loose *out, const git_oid *id, const void *p, size_t n)
{
	AUTO_LOOSE l = { 0 };
	const char *content;
	git_oid is;
	size_t len;
	int r;

	if ((r = loose_decode(&l, p, n)) != 0)
		return r;
	content = loose_content(&l, &len);
	if ((r = git_odb_hash(&is, content, len, l.type)) < 0)
		return err_git(r, "impronta");
	if (!git_oid_equal(&is, id))
		return err_set(ERR_INVALID,
		    "il contenuto non è quello che il nome dice");
	*out = l;
	l = (struct loose){ 0 };
	return 0;
}

void
loose_name(char out[LOOSE_NAME], const git_oid *id)
{
	git_oid_pathfmt(out, id);
	out[LOOSE_NAME - 1] = '\0';
}

int
loose_open(int objects, const git_oid *id)
{
	char name[LOOSE_NAME];

	loose_name(name, id);
	return openat(objects, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

/* ---- writing ---- */

int
loose_path(char out[LOOSE_PATH_MAX], const char *git, const git_oid *id)
{
	char hex[COMMIT_LEN + 1];

	git_oid_tostr(hex, sizeof hex, id);
	if (snprintf(out, LOOSE_PATH_MAX, "%s/objects/%.2s/%s", git, hex,
	    hex + 2) >= LOOSE_PATH_MAX)
		return err_set(ERR_INVALID, "percorso troppo lungo: %s", git);
	return 0;
}

/* Is what stands in the file this very object? */
static bool
sound(int fd, const git_oid *id)
{
	AUTO_BUF b = { 0 };
	AUTO_LOOSE l = { 0 };

	if (file_read_fd(&b, fd, LOOSE_MAX) == 0 && b.len > 0 &&
	    loose_read(&l, id, b.data, b.len) == 0)
		return true;
	err_clear();
	return false;
}

/* Packs are written synced: their word is enough.  But what we have open may
 * be a pack that a purge of another process took away. */
static bool
packed(struct folder *f, const git_oid *id)
{
	AUTO(git_odb) packs = NULL;

	if (git_odb_exists_ext(f->odb, id, GIT_ODB_LOOKUP_NO_REFRESH) == 0)
		return false;
	if (packs_open(&packs, f->git) != 0) {
		err_clear();
		return false;
	}
	return git_odb_exists(packs, id) != 0;
}

static bool
present(struct folder *f, const git_oid *id, const char *path)
{
	AUTO_FD int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	return fd >= 0 ? sound(fd, id) : packed(f, id);
}

/* Beside path, under a name git knows as a leftover ("tmp_obj_…"). */
static int
temporary_open(char out[LOOSE_PATH_MAX], const char *path)
{
	static unsigned int count;
	int dir = (int)(strrchr(path, '/') - path), fd, n;

	for (;;) {
		n = snprintf(out, LOOSE_PATH_MAX, "%.*s/tmp_obj_%ld_%u", dir,
		    path, (long)getpid(), count++);
		assert(n < LOOSE_PATH_MAX);	/* shorter than the object's */
		fd = open(out, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
		if (fd >= 0 || (errno != EEXIST && errno != ENOENT))
			return fd;
		if (errno == EEXIST)
			continue;
		out[dir] = '\0';
		if (mkdir(out, 0700) != 0 && errno != EEXIST)
			return -1;
	}
}

static int
write_file(const char *path, const struct buf *b)
{
	char temporary[LOOSE_PATH_MAX];
	AUTO_FD int fd = temporary_open(temporary, path);
	int r;

	if (fd < 0)
		return err_sys("%s", path);
	if ((r = file_write_fd(fd, b->data, b->len)) != 0)
		err_prefix(r, "%s", path);
	else if (rename(temporary, path) != 0)
		r = err_sys("%s", path);
	if (r != 0)
		unlink(temporary);
	return r;
}

int
loose_write(git_oid *out, struct folder *f, git_object_t type, const void *p,
    size_t n)
{
	AUTO_BUF raw = { 0 }, packed = { 0 };
	char path[LOOSE_PATH_MAX];
	git_oid id;
	int r;

	/* nothing is written that loose_decode would not read back */
	if (n > LOOSE_MAX / 2)
		return err_set(ERR_INVALID, "oggetto troppo grande");
	if ((r = git_odb_hash(&id, n > 0 ? p : "", n, type)) < 0)
		return err_git(r, "impronta di un oggetto");
	if ((r = loose_path(path, f->git, &id)) != 0)
		return r;
	if (!present(f, &id, path)) {
		buf_printf(&raw, "%s %zu", git_object_type2string(type), n);
		buf_putc(&raw, '\0');
		buf_append(&raw, p, n);
		if ((r = loose_encode(&packed, &raw)) != 0 ||
		    (r = write_file(path, &packed)) != 0)
			return r;
	}
	*out = id;
	return 0;
}

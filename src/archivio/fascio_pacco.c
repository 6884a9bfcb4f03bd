/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fascio_pacco.c - a pack of others, read without git (gitformat-pack(5)).
 *
 * Every object is opened, deltas applied, and hashed.  Refuses: other versions,
 * tags, deltas whose base does not stand before them, deltas on deltas beyond
 * FASCIO_CATENA, sizes that are not as said, bytes too many or too few.  Nothing
 * is allocated for what a number promises before that number was held against
 * a limit.  The pack's own digest is not looked at: the ids are, and the head's
 * vouches for all.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "archivio/interno.h"

#define TRAILER 20		/* bytes of the digest behind all */

enum { KIND_OFS = 6, KIND_REF = 7 };

struct place {
	size_t offset;		/* in the pack */
	int depth;		/* of deltas */
};

struct pacco {
	struct fascio *s;
	const unsigned char *p;
	size_t n, at;
	struct place *place;	/* beside s->object, by offset */
	uint32_t *slot;		/* by id: index + 1, 0 is free */
	size_t slots;		/* a power of two */
};

static void
pacco_free(struct pacco *k)
{
	free(k->place);
	free(k->slot);
}
#define AUTO_PACCO __attribute__((cleanup(pacco_free))) struct pacco

static int
refuse(const char *why)
{
	return err_set(ERR_INVALID, "il fascio di git non è ammesso: %s", why);
}

static void *
room(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		abort();
	return p;
}

/* ---- which are there ---- */

static size_t
slot_start(const struct pacco *k, const git_oid *id)
{
	uint32_t h;

	memcpy(&h, id->id, sizeof h);
	return h & (k->slots - 1);
}

static void
slot_put(struct pacco *k, size_t index)
{
	size_t i = slot_start(k, &k->s->object[index].id);

	while (k->slot[i] != 0)
		i = (i + 1) & (k->slots - 1);
	k->slot[i] = (uint32_t)index + 1;
}

/* Its index; the count when it is not there. */
static size_t
find_id(const struct pacco *k, const git_oid *id)
{
	size_t i;

	for (i = slot_start(k, id); k->slot[i] != 0;
	    i = (i + 1) & (k->slots - 1))
		if (git_oid_equal(&k->s->object[k->slot[i] - 1].id, id))
			return k->slot[i] - 1;
	return k->s->n;
}

static size_t
find_offset(const struct pacco *k, size_t offset)
{
	size_t lo = 0, hi = k->s->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (k->place[mid].offset == offset)
			return mid;
		if (k->place[mid].offset < offset)
			lo = mid + 1;
		else
			hi = mid;
	}
	return k->s->n;
}

/* ---- numbers ---- */

static int
byte_next(unsigned char *out, const unsigned char *p, size_t n, size_t *at)
{
	if (*at >= n)
		return refuse("il pacco finisce a metà");
	*out = p[(*at)++];
	return 0;
}

/* Seven bits a byte, low ones first, from `shift` on. */
static int
size_next(size_t *out, const unsigned char *p, size_t n, size_t *at,
    size_t value, unsigned int shift)
{
	unsigned char c;
	int r;

	do {
		if (shift > 35)
			return refuse("ha una misura impossibile");
		if ((r = byte_next(&c, p, n, at)) != 0)
			return r;
		value |= (size_t)(c & 0x7f) << shift;
		shift += 7;
	} while (c & 0x80);
	if (value > FASCIO_OGGETTO)
		return refuse("un oggetto è troppo grande");
	*out = value;
	return 0;
}

/* How far back the base stands. */
static int
back_next(size_t *out, struct pacco *k)
{
	size_t value;
	unsigned char c;
	int r;

	if ((r = byte_next(&c, k->p, k->n, &k->at)) != 0)
		return r;
	value = c & 0x7f;
	while (c & 0x80) {
		if (value > FASCIO_MAX)
			return refuse("ha una misura impossibile");
		if ((r = byte_next(&c, k->p, k->n, &k->at)) != 0)
			return r;
		value = ((value + 1) << 7) | (c & 0x7f);
	}
	*out = value;
	return 0;
}

/* ---- bytes ---- */

/* The stream at k->at, which opens to exactly `size` bytes. */
static int
inflate_next(unsigned char **out, struct pacco *k, size_t size)
{
	z_stream z = { .next_in = (Bytef *)(uintptr_t)(k->p + k->at),
	    .avail_in = (uInt)(k->n - k->at) };
	unsigned char *p = room(size + 1, 1);	/* one too many is seen */
	int r;

	if (inflateInit(&z) != Z_OK)
		abort();
	z.next_out = p;
	z.avail_out = (uInt)size + 1;
	r = inflate(&z, Z_FINISH);
	inflateEnd(&z);
	if (r != Z_STREAM_END || z.total_out != size) {
		free(p);
		return refuse("un oggetto non è della misura che dice");
	}
	k->at += z.total_in;
	*out = p;
	return 0;
}

struct delta {
	const unsigned char *p;
	size_t n, at;
	const unsigned char *base;
	size_t base_n;
	unsigned char *to;
	size_t to_n, done;
};

/* A piece of the base: where and how long, in as many bytes as bits say. */
static int
delta_copy(struct delta *d, unsigned char op)
{
	size_t from = 0, n = 0;
	unsigned char c;
	int i, r;

	for (i = 0; i < 7; i++) {
		if (!(op & 1 << i))
			continue;
		if ((r = byte_next(&c, d->p, d->n, &d->at)) != 0)
			return r;
		if (i < 4)
			from |= (size_t)c << 8 * i;
		else
			n |= (size_t)c << 8 * (i - 4);
	}
	if (n == 0)
		n = 0x10000;
	if (from > d->base_n || n > d->base_n - from ||
	    n > d->to_n - d->done)
		return refuse("una differenza esce dai suoi confini");
	memcpy(d->to + d->done, d->base + from, n);
	d->done += n;
	return 0;
}

static int
delta_run(struct delta *d)
{
	unsigned char op;
	int r;

	while (d->at < d->n) {
		op = d->p[d->at++];
		if (op & 0x80) {
			if ((r = delta_copy(d, op)) != 0)
				return r;
			continue;
		}
		if (op == 0 || op > d->n - d->at || op > d->to_n - d->done)
			return refuse("una differenza esce dai suoi confini");
		memcpy(d->to + d->done, d->p + d->at, op);
		d->at += op;
		d->done += op;
	}
	return d->done == d->to_n ? 0 :
	    refuse("una differenza non dà tutto l'oggetto");
}

static int
delta_apply(unsigned char **out, size_t *out_n, const unsigned char *delta,
    size_t n, const struct fascio_oggetto *base)
{
	struct delta d = { .p = delta, .n = n, .base = base->p,
	    .base_n = base->n };
	size_t base_n;
	int r;

	if ((r = size_next(&base_n, d.p, d.n, &d.at, 0, 0)) != 0 ||
	    (r = size_next(&d.to_n, d.p, d.n, &d.at, 0, 0)) != 0)
		return r;
	if (base_n != base->n)
		return refuse("una differenza è di un altro oggetto");
	d.to = room(d.to_n, 1);
	if ((r = delta_run(&d)) != 0) {
		free(d.to);
		return r;
	}
	*out = d.to;
	*out_n = d.to_n;
	return 0;
}

/* ---- an entry ---- */

static int
base_of(size_t *index, struct pacco *k, int kind, size_t start)
{
	size_t back = 0;
	git_oid id;
	int r;

	if (kind == KIND_REF) {
		if (k->n - k->at < GIT_OID_RAWSZ)
			return refuse("il pacco finisce a metà");
		git_oid_fromraw(&id, k->p + k->at);
		k->at += GIT_OID_RAWSZ;
		*index = find_id(k, &id);
	} else {
		if ((r = back_next(&back, k)) != 0)
			return r;
		*index = back > start ? k->s->n : find_offset(k, start - back);
	}
	if (*index == k->s->n)
		return refuse("una differenza è di un oggetto che non c'è "
		    "prima di lei");
	if (k->place[*index].depth >= FASCIO_CATENA)
		return refuse("ha troppe differenze una sull'altra");
	return 0;
}

static int
entry_read(struct pacco *k)
{
	size_t start = k->at, size, base = 0, index = k->s->n;
	unsigned char c, *p = NULL, *whole = NULL;
	int kind, r;

	if ((r = byte_next(&c, k->p, k->n, &k->at)) != 0)
		return r;
	kind = c >> 4 & 7;
	size = c & 0x0f;
	if ((c & 0x80) && (r = size_next(&size, k->p, k->n, &k->at, size,
	    4)) != 0)
		return r;
	if ((kind == KIND_OFS || kind == KIND_REF) &&
	    (r = base_of(&base, k, kind, start)) != 0)
		return r;
	if ((r = inflate_next(&p, k, size)) != 0)
		return r;
	k->place[index] = (struct place){ start, 0 };
	if (kind == KIND_OFS || kind == KIND_REF) {
		r = delta_apply(&whole, &size, p, size, &k->s->object[base]);
		free(p);
		if (r != 0)
			return r;
		p = whole;
		kind = (int)k->s->object[base].type;
		k->place[index].depth = k->place[base].depth + 1;
	}
	if ((r = fascio_add(k->s, (git_object_t)kind, p, size)) != 0)
		return r;
	slot_put(k, index);
	return 0;
}

static uint32_t
u32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

int
pacco_read(struct fascio *s, const void *pack, size_t n)
{
	AUTO_PACCO k = { .s = s, .p = pack };
	uint32_t count, i;
	int r;

	if (n < 12 + TRAILER || memcmp(k.p, "PACK", 4) != 0 ||
	    u32(k.p + 4) != 2)
		return refuse("il pacco non è della versione 2");
	count = u32(k.p + 8);
	if (count == 0 || count > FASCIO_OGGETTI || s->n != 0)
		return refuse("ha troppi oggetti, o nessuno");
	k.n = n - TRAILER;
	k.at = 12;
	k.place = room(count, sizeof *k.place);
	for (k.slots = 16; k.slots < (size_t)count * 2; k.slots *= 2)
		continue;
	k.slot = room(k.slots, sizeof *k.slot);
	for (i = 0; i < count; i++)
		if ((r = entry_read(&k)) != 0)
			return r;
	return k.at == k.n ? 0 : refuse("il pacco ha altro dietro di sé");
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * write.c - parts into an archive whose bytes depend on the parts alone.
 *
 * Every entry bears the same instant (1 January 1980, the zero of MS-DOS), the
 * same mode and compression level; nothing of the clock, TZ or umask goes in.
 * Refuses: two parts of one name, a name that would climb out when unpacked.
 * ODF 1.2 part 3, 3.3: a stored first part "mimetype" lies at offset 38.
 */
#include "zip/interno.h"

#include <assert.h>

#define DOSDATE 0x21		/* 1980-01-01 */
#define LEVEL 6			/* fixed: libzip's own default may change */
#define MODE 0100644u

static void
archive_discard(zip_t **za)
{
	if (*za != NULL)
		zip_discard(*za);
}

static void
source_release(zip_source_t **s)
{
	if (*s != NULL)
		zip_source_free(*s);
}

static int
set_fixed(zip_t *za, zip_uint64_t i, int stored)
{
	int method = stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;

	if (zip_set_file_compression(za, i, method, stored ? 0 : LEVEL) != 0 ||
	    zip_file_set_dostime(za, i, 0, DOSDATE, 0) != 0 ||
	    zip_file_set_external_attributes(za, i, 0, ZIP_OPSYS_UNIX,
	    MODE << 16) != 0)
		return -1;
	return 0;
}

static int
add(zip_t *za, const struct zip_part *part)
{
	zip_source_t *s;
	zip_int64_t i;

	if (!zip_name_valid(part->nome))
		return err_set(ERR_INVALID,
		    "nome non ammesso in uno zip: «%s»", part->nome);
	s = zip_source_buffer(za, part->n > 0 ? part->p : "", part->n, 0);
	if (s == NULL)
		return err_zip(zip_get_error(za), part->nome);
	i = zip_file_add(za, part->nome, s, ZIP_FL_ENC_UTF_8);
	if (i < 0) {
		zip_source_free(s);
		return err_zip(zip_get_error(za), part->nome);
	}
	if (set_fixed(za, (zip_uint64_t)i, part->stored) != 0)
		return err_zip(zip_get_error(za), part->nome);
	return 0;
}

/* The finished archive, out of the source it was written to. */
static int
take(struct buf *out, zip_source_t *s)
{
	AUTO_BUF all = { 0 };
	char piece[65536];
	zip_int64_t n;

	if (zip_source_open(s) != 0)
		return err_zip(zip_source_error(s), "rilettura");
	while ((n = zip_source_read(s, piece, sizeof piece)) > 0)
		buf_append(&all, piece, (size_t)n);
	zip_source_close(s);
	if (n < 0)
		return err_zip(zip_source_error(s), "rilettura");
	buf_append(out, all.data, all.len);
	return 0;
}

/* Closes the archive into its source, or discards it. */
static int
fill(zip_t **za, const struct zip_part *parts, int n)
{
	int i, r;

	for (i = 0; i < n; i++)
		if ((r = add(*za, &parts[i])) != 0)
			return r;
	if (zip_close(*za) != 0)
		return err_zip(zip_get_error(*za), "scrittura");
	*za = NULL;
	return 0;
}

int
zip_write(struct buf *out, const struct zip_part *parts, int n)
{
	__attribute__((cleanup(source_release))) zip_source_t *s = NULL;
	__attribute__((cleanup(archive_discard))) zip_t *za = NULL;
	zip_error_t e;
	int r;

	assert(n > 0);
	zip_error_init(&e);
	s = zip_source_buffer_create(NULL, 0, 0, &e);
	if (s == NULL)
		return err_zip(&e, "scrittura");
	za = zip_open_from_source(s, ZIP_TRUNCATE, &e);
	if (za == NULL)
		return err_zip(&e, "scrittura");
	zip_source_keep(s);		/* outlives the archive: read back */
	if ((r = fill(&za, parts, n)) != 0)
		return r;
	return take(out, s);
}
